// “Decide” on each contest and each note, the form behind it, and what was decided in its place.
const decisionForm = document.getElementById("decision-form");
const NEXT = " It takes effect in the next report.";

function makePart(tag, className, words) {
  const part = document.createElement(tag);
  part.className = className;
  part.textContent = words;
  return part;
}

function makeAct(className, words, act) {
  const button = makePart("button", className, words);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

function makeSaying(tag, className, decision) {
  const part = makePart(tag, className, "");
  const what = sayWhat(decision);
  part.append(makePart("b", "", what), sayDecision(decision).slice(what.length));
  return part;
}

function isOnContest(decision) {
  return ON_CONTESTS.includes(decision.kind);
}

// Where a decision is shown: the heads of contests, and notes, that it is about.
function findPlaces(decision) {
  if (!isOnContest(decision)) return all(`.note[data-key="${decision.claim}"]`);
  return all(".contest[data-sides]").filter((contest) => setsApart(decision, readSides(contest)));
}

function readSides(contest) {
  return contest.dataset.sides.split("|").map((side) => side.split(" "));
}

function makeUndo(decision, words) {
  const undo = makeAct("", words, () => {
    const list = undo.closest(".decisions");
    const host = undo.closest(".contest > header, .note, .block");
    undoDecision(decision);
    tellDesk(words === "Undo" ? "Undone." : "It stands again.");
    const next = (list || host || desk).querySelector("button:not([hidden]), .decide-here");
    if (next) next.focus();
  });
  undo.append(makePart("span", "vh", ": " + sayDecision(decision)));
  return undo;
}

function showDecisions() {
  for (const part of all(".decided.made, .flag.made, .decisions.made > li")) part.remove();
  for (const line of all("[data-decision]")) showGiven(line);
  const list = desk.querySelector(".decisions.made");
  for (const decision of [...decisionsMade].sort(decisionOrder)) {
    const places = findPlaces(decision);
    list.append(makeEntry(decision, places));
    for (const place of places) {
      const line = makeSaying("p", "decided made", decision);
      if (decision.kind !== "settled" && decision.kind !== "same-matter") line.append(NEXT);
      line.append(" ", makeUndo(decision, "Undo"));
      if (place.matches(".note") && !place.querySelector(".flag.made")) {
        place.querySelector(".gist").append(" ", makePart("span", "flag made", "decided"));
      }
      (place.querySelector("header") || place).insertBefore(line, place.querySelector(".decide-here"));
      for (const link of all(`.first > li > a[href="#${CSS.escape(place.id)}"]`)) {
        link.after(" ", makePart("span", "flag made", line.querySelector("b").textContent));
      }
    }
  }
  list.previousElementSibling.hidden = decisionsMade.length > 0;
  for (const count of all("[data-count=decisions]")) count.textContent = standingDecisions().length;
}

function showGiven(line) {
  const decision = decisionsGiven[line.dataset.decision];
  const undone = decisionsUndone.includes(identify(decision));
  for (const part of all(".added, button", line)) part.remove();
  line.classList.toggle("undone", undone);
  if (undone) line.append(makePart("span", "added", " Undone; it holds until the next report."));
  line.append(makeUndo(decision, undone ? "Redo" : "Undo"));
}

function makeEntry(decision, places) {
  const entry = makeSaying("li", "decision", decision);
  const about = makePart("span", "on", "");
  if (places.length) {
    const link = makePart("a", "", decision.about || "the passage");
    link.href = "#" + places[0].id;
    about.append(link);
  } else {
    about.textContent = (decision.about ? decision.about + ". " : "") + "Nothing in this page matches it.";
  }
  entry.append(about, makeUndo(decision, "Undo"));
  return entry;
}

function addControl(host) {
  const place = host.querySelector(":scope > header") || host;
  if (place.querySelector(".decide-here")) return;
  const button = makeAct("decide-here", "Decide", () => openForm(host, button));
  button.append(makePart("span", "vh", " on: " + nameHost(host)));
  place.append(button);
}

function nameHost(host) {
  const said = host.querySelector("h3, .restated") || document.getElementById(host.id.replace("note-", "claim-"));
  return said.textContent.trim().slice(0, 200);
}

// What the text calls the source of a note; "" where it names none.
function readMention(host) {
  const called = host.querySelector("dl > dd > bdi") || host.querySelector("dl > dd > a > bdi");
  return host.matches(".note") && called ? called.textContent : "";
}

function closeForm(button) {
  for (const form of all("form.decide")) form.remove();
  for (const hidden of all(".decide-here[hidden]")) hidden.hidden = false;
  if (button) button.focus();
}

function openForm(host, button) {
  closeForm();
  const form = decisionForm.content.firstElementChild.cloneNode(true);
  const mention = readMention(host);
  const kinds = host.dataset.sides ? ON_CONTESTS : mention ? ON_CLAIMS : ["no-claim"];
  for (const label of all("[data-kind]", form)) {
    label.hidden = !kinds.includes(label.dataset.kind);
    label.firstElementChild.disabled = label.hidden;
  }
  const speaker = form.querySelector("[data-for=speaker]");
  speaker.querySelector("span").textContent = "Who is meant by “" + mention + "”";
  form.addEventListener("change", () => {
    const asked = form.elements.kind.value === "speaker";
    speaker.hidden = !asked;
    form.elements.speaker.required = asked;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submitForm(form, host);
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") closeForm(button);
  });
  form.querySelector("[data-do=cancel]").addEventListener("click", () => closeForm(button));
  form.elements.by.value = recall("name") || "";
  button.after(form);
  button.hidden = true;
  form.querySelector("input:not([disabled])").focus();
}

function submitForm(form, host) {
  const value = (name) => form.elements[name].value.trim();
  const decision = { kind: value("kind"), by: value("by"), reason: value("reason"), about: nameHost(host) };
  if (host.dataset.sides) decision.sides = readSides(host);
  else decision.claim = host.dataset.key;
  if (decision.kind === "speaker") decision.speaker = value("speaker");
  const fault = checkDecision(decision);
  const refusal = fault ? "This decision " + fault + "." : takeDecisions([decision]);
  if (refusal) {
    form.querySelector(".refusal").textContent = refusal;
    return;
  }
  remember("name", decision.by);
  closeForm();
  tellDesk(sayDecision(decision));
  const made = all(".decided.made button", host);
  if (made.length) made[made.length - 1].focus();
}

for (const contest of all(".contest[data-sides]:not([data-sides=''])")) addControl(contest);
// Notes are many, and few are opened: each gets its control then.
document.addEventListener("toggle", (event) => {
  const note = event.target;
  if (note.open && note.matches(".note[data-key]:not([data-key=''])")) addControl(note);
}, true);

desk.querySelector(".decision-desk").hidden = false;
desk.querySelector("[data-do=save-decisions]").addEventListener("click", saveDecisions);
desk.querySelector("[data-do=copy-decisions]").addEventListener("click", copyDecisions);
desk.querySelector("input[type=file]").addEventListener("change", (event) => loadDecisions(event.target));
fetchDecisions();
showDecisions();
