// What was decided: before, as the report was given it, and in this page, as the browser keeps it.
const desk = document.getElementById("decisions");
const decisionsGiven = JSON.parse(desk.dataset.given);
const decisionNames = Object.fromEntries(
  all("[data-kind]", document.getElementById("decision-form").content)
    .map((label) => [label.dataset.kind, label.querySelector("b").textContent]),
);
const decisionShelf = "decisions-" + desk.dataset.report;
let decisionsMade = [];
let decisionsUndone = [];

function identify(decision) {
  const { kind, by, reason, claim = "", sides = [], speaker = "" } = decision;
  return JSON.stringify([kind, by, reason, claim, sides, speaker]);
}

function fetchDecisions() {
  const given = decisionsGiven.map(identify);
  let kept = {};
  try {
    kept = JSON.parse(recall(decisionShelf)) || {};
  } catch {
    // Somebody else's words under our name: nothing of ours is there.
  }
  const made = Array.isArray(kept.made) ? kept.made : [];
  const undone = Array.isArray(kept.undone) ? kept.undone : [];
  // What was saved and given to this report has become one of those given.
  decisionsMade = made.filter((item) =>
    item instanceof Object && !checkDecision(item) && !given.includes(identify(item)));
  decisionsUndone = undone.filter((item) => given.includes(item));
}

function keepDecisions() {
  const kept = remember(decisionShelf, JSON.stringify({ made: decisionsMade, undone: decisionsUndone }));
  if (!kept) tellDesk("This browser keeps nothing for this page: save before you close it.");
}

function standingDecisions() {
  const left = decisionsGiven.filter((item) => !decisionsUndone.includes(identify(item)));
  return [...left, ...decisionsMade];
}

function sideOf(decision, key) {
  return (decision.sides || []).findIndex((side) => side.includes(key));
}

// As attrib reads a file: two speakers of one claim, or one matter and two, cannot both be.
function contradict(one, other) {
  if (one.claim) {
    const same = one.kind === other.kind && (one.speaker || "") === (other.speaker || "");
    return one.claim === other.claim && !same;
  }
  const parted = [one, other].filter((decision) => decision.kind === "other-matter").length;
  return parted === 1 && setsApart(one, other.sides || []);
}

// Whether a claim of one side stands in `sides` against a claim of another.
function setsApart(decision, sides) {
  const met = sides.map((side) => side.map((key) => sideOf(decision, key)).filter((at) => at >= 0));
  return met.some((left, at) =>
    met.slice(at + 1).some((right) => left.some((one) => right.some((other) => one !== other))));
}

// Takes the decisions in, all or none; "" or why not.
function takeDecisions(taken) {
  const standing = standingDecisions();
  const fresh = [];
  for (const decision of taken) {
    const known = [...standing, ...fresh];
    if (known.some((item) => identify(item) === identify(decision))) continue;
    const against = known.find((item) => contradict(decision, item));
    if (against) return "This does not go with a decision that stands: " + sayDecision(against) + " Undo that first.";
    fresh.push(decision);
  }
  for (const decision of fresh) {
    const before = decisionsUndone.indexOf(identify(decision));
    if (before >= 0) decisionsUndone.splice(before, 1);
    else decisionsMade.push(decision);
  }
  keepDecisions();
  showDecisions();
  return "";
}

function undoDecision(decision) {
  const which = identify(decision);
  if (decisionsGiven.some((item) => identify(item) === which)) {
    const before = decisionsUndone.indexOf(which);
    if (before >= 0) decisionsUndone.splice(before, 1);
    else decisionsUndone.push(which);
  }
  decisionsMade = decisionsMade.filter((item) => identify(item) !== which);
  keepDecisions();
  showDecisions();
}

function sayWhat(decision) {
  return decisionNames[decision.kind] + (decision.speaker ? ": " + decision.speaker : "");
}

function sayDecision(decision) {
  const reason = decision.reason.trim();
  const stop = /[.!?…”"]$/.test(reason) ? "" : ".";
  return sayWhat(decision) + ", by " + decision.by + ": " + reason + stop;
}

function countDecisions(number) {
  return number + (number === 1 ? " decision" : " decisions");
}

function tellDesk(words) {
  desk.querySelector(".decision-news").textContent = words;
}

// All that stand, those of the file this report was given among them: whoever goes on from the
// saved file loses none.
function saveDecisions() {
  const file = new Blob([writeDecisions(standingDecisions())], { type: "application/yaml" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "decisions.yaml";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  tellDesk("Saved as decisions.yaml, with " + countDecisions(standingDecisions().length) + ".");
}

async function copyDecisions() {
  const text = writeDecisions(standingDecisions());
  try {
    await navigator.clipboard.writeText(text);
    tellDesk("Copied.");
  } catch {
    tellDesk("The browser does not let this page copy; save the file instead.");
  }
}

async function loadDecisions(input) {
  const [file] = input.files;
  if (!file) return;
  try {
    const found = readDecisions(await file.text());
    const before = standingDecisions().length;
    const refusal = takeDecisions(found);
    const added = standingDecisions().length - before;
    tellDesk(refusal || countDecisions(found.length) + " read, " + added + " of them new here.");
  } catch (fault) {
    tellDesk(file.name + " was not loaded. " + fault.message);
  }
  // The same file, mended, must be a change again.
  input.value = "";
}
