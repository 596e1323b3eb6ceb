// Which note belongs to which words, and links that open what hides their target.

// Opened all together, none of them is what the reader points at: with thousands of notes, to
// highlight the words of each in turn would take minutes.
const together = new WeakSet();

function openTogether(parts, open) {
  layOver(null);
  for (const part of parts) {
    if (part.open !== open) together.add(part);
    part.open = open;
  }
}

// Beside the text a note is opened over the margin, one at a time: in its line it would be longer
// than its paragraph and tear the text apart. Where notes stand below the text, and where all are
// opened, each has its own place.
const BESIDE = matchMedia("(width > 62rem)");
let laidOver = null;

function layOver(note) {
  if (note === laidOver) return;
  if (laidOver) {
    laidOver.classList.remove("over");
    laidOver.closest(".article").classList.remove("holds-over");
    if (note) laidOver.open = false;
  }
  laidOver = note;
  if (!note) return;
  note.classList.add("over");
  note.closest(".article").classList.add("holds-over");
}

// What it lies over can be reached by keyboard, and must then be seen; by pointer it is reached with
// a click beside it.
document.addEventListener("focusin", (event) => {
  if (laidOver && event.target.closest(".notes") && !laidOver.contains(event.target)) laidOver.open = false;
});
document.addEventListener("click", (event) => {
  if (laidOver && event.target.closest("#articles") && !laidOver.contains(event.target)
    && !event.target.closest(`a, ${MARKED}`) && !laidOver.querySelector("form")) laidOver.open = false;
});

tools.querySelector("[data-do=open]").addEventListener("click", () => openTogether(all("details"), true));
tools.querySelector("[data-do=close]").addEventListener("click", () => openTogether(all("details"), false));

function highlight(claim) {
  for (const part of all(".here")) part.classList.remove("here");
  if (!claim) return;
  for (const part of all(`mark:is(#claim-${CSS.escape(claim)}, [data-claims~="${CSS.escape(claim)}"])`)) part.classList.add("here");
  const note = document.getElementById("note-" + claim);
  if (note) {
    note.open = true;
    note.classList.add("here");
  }
}

function uncover(target) {
  for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) {
    part.open = true;
  }
}

// What lies between is laid out only as it comes near, and then moves the target: so the window
// follows it until it stands still.
function bringIntoView(target, block) {
  let left = 20;
  let before = NaN;
  const follow = () => {
    target.scrollIntoView({ block, behavior: "instant" });
    const at = target.getBoundingClientRect().top;
    left -= at === before ? 5 : 1;
    before = at;
    if (left > 0) requestAnimationFrame(follow);
  };
  follow();
}

// An address may have been cut or mistyped: then it leads nowhere, and nothing breaks.
function addressed() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

function reveal() {
  const target = addressed();
  if (!target) return;
  const id = target.id;
  uncover(target);
  const claim = /^(?:claim|note)-(.+)$/.exec(id);
  highlight(claim && claim[1]);
  bringIntoView(target, id.startsWith("claim-") ? "center" : "start");
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest(MARKED);
  // Words being selected to be copied are not a click.
  if (!mark || event.target.closest("a") || String(getSelection())) return;
  highlight(claimsOf(mark).at(-1));
});

document.addEventListener("toggle", (event) => {
  const note = event.target;
  if (together.delete(note)) return;
  if (!note.matches(".note")) return;
  if (note.open) {
    if (BESIDE.matches) layOver(note);
    highlight(note.id.slice("note-".length));
  } else if (note === laidOver) {
    layOver(null);
  }
}, true);

addEventListener("hashchange", reveal);
