// Single keys; they can be switched off, and never act where somebody types.
const help = document.getElementById("keys");
const keysOn = help.querySelector("[data-do=keys-on]");
let cameFrom = null; // where the focus was before the search

keysOn.checked = recall("keys") !== "off";
keysOn.addEventListener("change", () => remember("keys", keysOn.checked ? "on" : "off"));
help.querySelector("[data-do=keys-away]").addEventListener("click", () => help.close());
tools.querySelector("[data-do=keys]").addEventListener("click", () => help.showModal());

function shownContests() {
  return all(".contest:not(.out)");
}

// Where the reader is: the contest that holds the focus, else the one at the top of the window.
function placeAmong(contests) {
  const here = document.activeElement?.closest(".contest");
  if (here) return contests.indexOf(here);
  const top = parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
  const below = contests.findIndex((part) => part.getBoundingClientRect().top > top + 20);
  return (below < 0 ? contests.length : below) - 0.5;
}

function goTo(part) {
  part.querySelector("h3").focus({ preventScroll: true });
  bringIntoView(part, "start");
}

function isInArticles() {
  const at = document.activeElement;
  if (at?.closest(".contest")) return false;
  const top = document.getElementById("articles").getBoundingClientRect().top;
  return Boolean(at?.closest("#articles, #sources")) || top < innerHeight / 3;
}

// From claim to claim of an article, and on to the next article; false where there is none.
function walkArticles(step) {
  if (typeof walkClaims !== "function") return false;
  if (walkClaims(step)) return true;
  const articles = all(".article:not(.out)");
  const place = articles.indexOf(document.activeElement?.closest(".article"));
  for (let at = place + step; place >= 0 && articles[at]; at += step) {
    const claims = all(".ref[href^='#note-']", articles[at]).filter(
      (claim) => !document.getElementById(claim.hash.slice(1))?.matches(".out"),
    );
    const claim = step > 0 ? claims[0] : claims[claims.length - 1];
    if (!claim) continue;
    bringIntoView(claim, "center");
    claim.focus({ focusVisible: true, preventScroll: true });
    return true;
  }
  return false;
}

// Contested matters first, then the claims of the articles.
function walk(step) {
  const contests = shownContests();
  if (isInArticles()) {
    if (walkArticles(step) || step > 0 || !contests.length) return;
    return goTo(contests[contests.length - 1]);
  }
  const place = placeAmong(contests);
  const next = step > 0 ? Math.floor(place + 1) : Math.ceil(place - 1);
  if (next >= 0 && next < contests.length) goTo(contests[next]);
  else if (step > 0) walkArticles(step);
}

function toggleReasons() {
  const here = document.activeElement?.closest(".note, .source, .row, .contest") || document.querySelector(".note.here");
  if (!here) return;
  const parts = here.matches("details") ? [here] : all("details", here);
  const open = parts.some((part) => !part.open);
  for (const part of parts) part.open = open;
}

function openFinding() {
  cameFrom = document.activeElement;
  setFinding(true);
  searchField.focus();
  searchField.select();
}

const KEYS = {
  "/": openFinding,
  j: () => walk(1),
  k: () => walk(-1),
  o: toggleReasons,
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key === "Escape" && finder.contains(event.target) && typing) {
    event.preventDefault();
    if (cameFrom && cameFrom !== document.body) cameFrom.focus({ preventScroll: true });
    // It may be filtered out by now.
    if (finder.contains(document.activeElement)) findButton.focus({ preventScroll: true });
    cameFrom = null;
    return;
  }
  if (!keysOn.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]") || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});
