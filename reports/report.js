// Everything can be read without this script: it switches the theme, opens and closes
// reasons, and shows which note belongs to which words.
"use strict";

const root = document.documentElement;
const tools = document.querySelector(".tools");
const all = (selector) => Array.from(document.querySelectorAll(selector));

const THEMES = ["system", "light", "dark"];

// A page opened from a file may not be allowed to store anything.
function remember(theme) {
  try {
    localStorage.setItem("attrib-theme", theme);
  } catch { /* the choice lasts until the page is closed */ }
}

function recall() {
  try {
    return localStorage.getItem("attrib-theme");
  } catch {
    return null;
  }
}

function setTheme(theme) {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  tools.querySelector("[data-do=theme] span").textContent = theme;
}

function setOpen(open) {
  for (const part of all("details")) part.open = open;
}

function highlight(claim) {
  for (const part of all(".here")) part.classList.remove("here");
  if (!claim) return;
  for (const part of all("mark[data-claims]")) {
    if (part.dataset.claims.split(" ").includes(claim)) part.classList.add("here");
  }
  const note = document.getElementById("note-" + claim);
  if (note) {
    note.open = true;
    note.classList.add("here");
  }
}

// Opens what hides the target of a link, so that a link always leads to something visible.
function reveal() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) {
    part.open = true;
  }
  const claim = /^(?:claim|note)-(.+)$/.exec(id);
  highlight(claim && claim[1]);
  target.scrollIntoView({ block: id.startsWith("claim-") ? "center" : "start" });
}

tools.hidden = false;
const remembered = recall();
setTheme(THEMES.includes(remembered) ? remembered : "system");

tools.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.do === "theme") {
    const theme = THEMES[(THEMES.indexOf(root.dataset.theme || "system") + 1) % THEMES.length];
    setTheme(theme);
    remember(theme);
  } else {
    setOpen(button.dataset.do === "open");
  }
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-claims]");
  // Words being selected to be copied are not a click.
  if (!mark || event.target.closest("a") || String(getSelection())) return;
  const claims = mark.dataset.claims.split(" ");
  highlight(claims[claims.length - 1]);
});

document.addEventListener("toggle", (event) => {
  const note = event.target;
  if (note.classList.contains("note") && note.open) highlight(note.id.slice("note-".length));
}, true);

// Paper cannot be clicked: it gets every reason, and the page its old state afterwards.
let closed = [];
addEventListener("beforeprint", () => {
  closed = all("details:not([open])");
  for (const part of closed) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of closed) part.open = false;
});

addEventListener("hashchange", reveal);
reveal();
