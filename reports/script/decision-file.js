// Decisions as a file and back. The file is YAML in which every word is a JSON string and every
// line holds one fact, so that it is read here without a YAML parser, and by attrib with one.
const ON_CONTESTS = ["same-matter", "other-matter", "settled"];
const ON_CLAIMS = ["speaker", "no-claim"];
const DECISION_HEAD = "# What editors decided: attrib report --decisions FILE, attrib check --decisions FILE\n";
const CLAIM_KEY = /^[0-9a-f]{16}$/;

// What JSON leaves as it is and YAML takes for a line's end or refuses, and what hides or turns words.
const NOT_PLAIN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g;
const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function quoteWords(text) {
  const escape = (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0");
  return JSON.stringify(text.replace(LONE_HALF, "\ufffd")).replace(NOT_PLAIN, escape);
}

// Whatever else a decision holds is left out; what is missing or cannot be is told in words.
function checkDecision(found) {
  const texts = ["kind", "by", "reason", "about", "claim", "speaker"];
  if (texts.some((name) => name in found && typeof found[name] !== "string")) return "has a value that is no text";
  if (!ON_CONTESTS.includes(found.kind) && !ON_CLAIMS.includes(found.kind)) return "is of no kind known here";
  if (!(found.by || "").trim()) return "lacks the name of who decided";
  if (!(found.reason || "").trim()) return "lacks a reason";
  const onContest = ON_CONTESTS.includes(found.kind);
  if (onContest && (!Array.isArray(found.sides) || found.sides.length < 2)) return "lacks two sides";
  if (onContest ? "claim" in found : "sides" in found) return "is about a contest and a claim at once";
  if ((found.kind === "speaker") !== Boolean((found.speaker || "").trim())) return "needs a speaker where it is about one";
  const sides = onContest ? found.sides : [[found.claim]];
  const sound = (side) => Array.isArray(side) && side.length && side.every((key) => CLAIM_KEY.test(key));
  return sides.every(sound) ? "" : "has a key that is none: 16 digits of 0-9 and a-f";
}

function decisionOrder(one, other) {
  const key = (decision) => [
    JSON.stringify(decision.sides || [[decision.claim]]), decision.kind, decision.speaker || "",
    decision.by, decision.reason,
  ];
  const [left, right] = [key(one), key(other)];
  const place = left.findIndex((part, at) => part !== right[at]);
  return place < 0 ? 0 : left[place] < right[place] ? -1 : 1;
}

function writeDecisions(decisions) {
  const entries = [...decisions].sort(decisionOrder).map((decision) => {
    const facts = ["kind", "by", "reason", "about", "claim", "speaker"]
      .filter((name) => decision[name])
      .map((name) => name + ": " + quoteWords(decision[name]));
    if (decision.sides) {
      const sides = decision.sides.map((side) => "[" + side.map(quoteWords).join(", ") + "]");
      facts.push("sides: [" + sides.join(", ") + "]");
    }
    return "  - " + facts.join("\n    ") + "\n";
  });
  const list = entries.length ? "decisions:\n" + entries.join("") : "decisions: []\n";
  return DECISION_HEAD + "version: 1\n" + list;
}

// Throws a RangeError whose message names the line.
function readDecisions(text) {
  const found = [];
  const lines = text.replace(/^\ufeff/, "").split("\n").map((line) => line.replace(/\r$/, ""));
  const fail = (number, message) => {
    throw new RangeError("Line " + (number + 1) + ": " + message);
  };
  let step = "version: 1";
  lines.forEach((line, number) => {
    if (!line.trim() || line.startsWith("#")) return;
    if (step === "version: 1") {
      if (line !== step) fail(number, "a file saved by this page has “version: 1” here.");
      step = "decisions:";
    } else if (step === "decisions:") {
      if (line !== step && line !== "decisions: []") fail(number, "a file saved by this page has “decisions:” here.");
      step = line === step ? "entries" : "end";
    } else {
      readFact(line, number, step, found, fail);
    }
  });
  if (step === "version: 1" || step === "decisions:") fail(lines.length - 1, "the file ends without decisions.");
  for (const { at, decision } of found) {
    const fault = checkDecision(decision);
    if (fault) fail(at, "the decision that begins here " + fault + ".");
  }
  return found.map(({ decision }) => decision);
}

function readFact(line, number, step, found, fail) {
  const fact = /^(?: {2}(- )| {4})(kind|by|reason|about|claim|speaker|sides): (.*)$/.exec(line);
  if (!fact || step === "end" || (!fact[1] && !found.length)) {
    fail(number, "this is not how this page writes decisions. A file changed by hand goes to attrib report --decisions.");
  }
  if (fact[1]) found.push({ at: number, decision: {} });
  const { decision } = found[found.length - 1];
  if (fact[2] in decision) fail(number, "“" + fact[2] + "” stands here twice.");
  try {
    decision[fact[2]] = JSON.parse(fact[3]);
  } catch {
    fail(number, "what stands behind “" + fact[2] + ":” is not in double quotation marks, as this page writes it.");
  }
}
