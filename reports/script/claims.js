// Who says the marked words, shown where they stand; and the way from claim to claim by keyboard.
// What is shown is taken from the note beside the text, so that nothing stands in the page twice.
const peek = document.createElement("div");
peek.className = "peek";
peek.id = "peek";
peek.setAttribute("role", "tooltip");
peek.hidden = true;
document.getElementById("main").append(peek);

const PEEK_AFTER = 300;
const PEEK_STAYS = 350;
let peekAt = null;
let peekTimer = 0;

function innermostNote(part) {
  // A claim that stands inside another has the inner words to itself.
  return claimsOf(part).reverse().map((id) => document.getElementById("note-" + id)).find(Boolean) || null;
}

function noteOf(part) {
  if (part.matches(MARKED)) return innermostNote(part);
  return document.getElementById(decodeURIComponent(part.hash.slice(1)));
}

function fillPeek(note) {
  const head = document.createElement("p");
  for (const part of note.querySelector("summary").children) head.append(part.cloneNode(true), " ");
  const rest = all("dl, .why", note).map((part) => part.cloneNode(true));
  if (note.matches(".check")) rest.push(...all(":scope > p:not(.file)", note).map((part) => part.cloneNode(true)));
  peek.replaceChildren(head, ...rest);
  for (const part of all("[id]", peek)) part.removeAttribute("id");
  // One stop for the keyboard, not one for each link of a note that stands beside it anyway.
  for (const part of all("a", peek)) part.tabIndex = -1;
}

function placePeek(part, point) {
  const lines = Array.from(part.getClientRects());
  const under = (line) => point && line.top <= point.clientY && point.clientY <= line.bottom;
  const line = lines.find(under) || lines[0] || part.getBoundingClientRect();
  const room = root.clientWidth - peek.offsetWidth - 8;
  const left = Math.max(8, Math.min(line.left, room));
  const below = line.bottom + 4;
  const fits = below + peek.offsetHeight < root.clientHeight;
  const top = fits ? below : Math.max(4, line.top - peek.offsetHeight - 4);
  peek.style.left = left + scrollX + "px";
  peek.style.top = top + scrollY + "px";
}

function showPeek(part, point) {
  const note = noteOf(part);
  if (!note) return;
  hidePeek();
  peekAt = part;
  fillPeek(note);
  peek.hidden = false;
  placePeek(part, point);
  if (part.matches("a")) part.setAttribute("aria-describedby", "peek");
}

function hidePeek() {
  clearTimeout(peekTimer);
  if (peekAt) peekAt.removeAttribute("aria-describedby");
  peekAt = null;
  peek.hidden = true;
}

function peekLater(after, what) {
  clearTimeout(peekTimer);
  peekTimer = setTimeout(what, after);
}

const PEEKED = `#articles ${MARKED}, #articles .ref`;

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  if (peek.contains(event.target)) return clearTimeout(peekTimer);
  const part = event.target.closest(PEEKED);
  if (part && part === peekAt) clearTimeout(peekTimer);
  else if (part) peekLater(PEEK_AFTER, () => showPeek(part, event));
  else if (!peek.hidden && peekAt !== document.activeElement) peekLater(PEEK_STAYS, hidePeek);
  else if (peek.hidden) clearTimeout(peekTimer);
});

document.addEventListener("focusin", (event) => {
  if (peek.contains(event.target)) return;
  const part = event.target.closest(PEEKED);
  if (part && part.matches(":focus-visible")) showPeek(part);
  else hidePeek();
});

document.addEventListener("focusout", (event) => {
  if (event.target === peekAt) hidePeek();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || peek.hidden) return;
  hidePeek();
  event.preventDefault();
});

// Whoever opens a note reads it there.
document.addEventListener("click", (event) => {
  if (!peek.contains(event.target) || event.target.closest("a")) hidePeek();
});
addEventListener("beforeprint", hidePeek);

// The article that takes up the middle of the window; else the one that comes next.
function articleInView() {
  const middle = innerHeight / 2;
  return all(".article").find((article) => article.getBoundingClientRect().bottom > middle) || null;
}

// Moves the focus to the next (1) or previous (-1) claim of the article in view, and gives it; null
// where there is none that way. From elsewhere it begins at what is in the window.
function walkClaims(step) {
  const from = document.activeElement;
  const held = from && from.closest(".article");
  const article = held || articleInView();
  if (!article) return null;
  // A filter may have put some out of sight.
  const claims = all(".ref[href^='#note-']", article).filter((claim) => !noteOf(claim)?.matches(".out"));
  let next = claims.indexOf(from) + step;
  if (!claims.includes(from)) {
    const line = held ? from.getBoundingClientRect().top : 0;
    const later = claims.findIndex((claim) => claim.getBoundingClientRect().bottom > line);
    next = step > 0 ? later : (later < 0 ? claims.length : later) - 1;
  }
  const claim = claims[next];
  if (!claim || next < 0) return null;
  claim.focus({ focusVisible: true, preventScroll: true });
  bringIntoView(claim, "center");
  if (peekAt === claim) placePeek(claim);
  return claim;
}
