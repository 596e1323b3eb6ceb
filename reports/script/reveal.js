// Which note belongs to which words, and links that open what hides their target.

// Opened all together, none of them is what the reader points at: with thousands of notes, to
// highlight the words of each in turn would take minutes.
const together = new WeakSet();

function openTogether(parts, open) {
  for (const part of parts) {
    if (part.open !== open) together.add(part);
    part.open = open;
  }
}

tools.querySelector("[data-do=open]").addEventListener("click", () => openTogether(all("details"), true));
tools.querySelector("[data-do=close]").addEventListener("click", () => openTogether(all("details"), false));

function highlight(claim) {
  for (const part of all(".here")) part.classList.remove("here");
  if (!claim) return;
  for (const part of all(`mark[data-claims~="${CSS.escape(claim)}"]`)) part.classList.add("here");
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
  const mark = event.target.closest("mark[data-claims]");
  // Words being selected to be copied are not a click.
  if (!mark || event.target.closest("a") || String(getSelection())) return;
  const claims = mark.dataset.claims.split(" ");
  highlight(claims[claims.length - 1]);
});

document.addEventListener("toggle", (event) => {
  const note = event.target;
  if (together.delete(note)) return;
  if (note.classList.contains("note") && note.open) highlight(note.id.slice("note-".length));
}, true);

addEventListener("hashchange", reveal);
