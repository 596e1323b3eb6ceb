// Finding: what does not match is taken off the screen, never off paper, and every count says so.
// The filters stand in the address, as in #?q=ferry&outlet=Skerra+Post&grade=D,E.
const finder = document.getElementById("filters");
const fields = all("[name]", finder);
const searchField = finder.querySelector("[name=q]");
const findButton = tools.querySelector("[data-do=find]");
const FACETS = ["q", "outlet", "source", "grade", "kind", "stance"];
const PARTS = [
  ["contests", "contested matters", "contested"],
  ["articles", "articles", "articles"],
  ["sources", "sources", "sources"],
];
const MANY_CLAIMS = 3000; // from so many on a search waits until the typing pauses
const SLICE = 100; // milliseconds in which a page is read before the reader gets a turn

const firstButton = finder.querySelector("[data-do=first]");

let found = null; // what there is to find, read off the page when it is first needed

// One entry a claim, contest, article and source; their texts are in lower case. Yields between
// claims, so that reading a page of thousands does not keep the reader waiting.
function* readFound() {
  const claims = new Map();
  for (const note of all(".note")) {
    const stance = note.dataset.stance || "asserts";
    const grade = /\bg([A-E])\b/.exec(note.querySelector(".grade").className)?.[1] || "none";
    const { outlet } = note.closest(".article").dataset;
    const text = all(".gist, .restated, dd", note).map((part) => part.textContent);
    const sources = new Set(all("a[href^='#source-']", note).map((link) => link.hash.slice(8)));
    claims.set(note.id.slice(5), { part: note, outlet, grade, stance, sources, kinds: new Set(), text, names: "" });
    yield;
  }
  for (const mark of all(MARKED)) {
    for (const id of claimsOf(mark)) claims.get(id)?.text.push(mark.textContent);
    yield;
  }
  const bySource = new Map();
  for (const part of all(".source[id]")) {
    const name = part.querySelector("summary b")?.textContent || "";
    bySource.set(part.id.slice(7), { part, name, text: part.textContent.toLowerCase(), claims: [] });
    yield;
  }
  const firsts = new Map(all(".first > li > a").map((link) => [link.hash.slice(1), link.parentElement]));
  const contests = [];
  for (const part of all(".contest")) {
    const ids = all("[data-claims]", part).flatMap((row) => row.dataset.claims.split(" "));
    const members = ids.map((id) => claims.get(id)).filter(Boolean);
    for (const claim of members) claim.kinds.add(part.dataset.kind);
    contests.push({ part, first: firsts.get(part.id), claims: members, text: part.textContent.toLowerCase() });
    yield;
  }
  for (const claim of claims.values()) {
    claim.text = claim.text.join(" ").toLowerCase();
    for (const id of claim.sources) bySource.get(id)?.claims.push(claim);
    claim.names = Array.from(claim.sources, (id) => bySource.get(id)?.name || "").join("\n").toLowerCase();
    yield;
  }
  const articles = all(".article").map((part) => {
    return { part, claims: all(".note", part).map((note) => claims.get(note.id.slice(5))).filter(Boolean) };
  });
  return { claims: Array.from(claims.values()), contests, sources: Array.from(bySource.values()), articles };
}

// Calls `then` once the page is read: at once if it is short, else piece by piece.
const reading = [];
function whenRead(then) {
  if (found) return then();
  reading.push(then);
  if (reading.length > 1) return;
  const pieces = readFound();
  const readOn = () => {
    const until = performance.now() + SLICE;
    for (let piece = pieces.next(); ; piece = pieces.next()) {
      if (piece.done) {
        found = piece.value;
        for (const waiter of reading.splice(0)) waiter();
        return;
      }
      if (performance.now() > until) {
        finder.querySelector(".count").textContent = "Reading the page …";
        setTimeout(readOn);
        return;
      }
    }
  };
  readOn();
}

function nameSources() {
  const names = document.getElementById("source-names");
  if (names.childElementCount) return;
  for (const name of new Set(found.sources.map((source) => source.name))) {
    names.append(new Option(name, name));
  }
}

function readFields() {
  const wanted = Object.fromEntries(FACETS.map((facet) => [facet, []]));
  for (const field of fields) {
    const value = field.type === "checkbox" && !field.checked ? "" : field.value.trim();
    if (value) wanted[field.name].push(value);
  }
  return wanted;
}

function fillFields(wanted) {
  for (const field of fields) {
    const values = wanted[field.name] || [];
    if (field.type === "checkbox") field.checked = values.includes(field.value);
    else field.value = values[0] || "";
  }
}

// The filters in the address; null where it holds none, as in #claim-… .
function readAddress() {
  if (!location.hash.startsWith("#?")) return null;
  const query = new URLSearchParams(location.hash.slice(2));
  return Object.fromEntries(
    FACETS.map((facet) => {
      const values = query.getAll(facet);
      return [facet, facet === "grade" ? values.flatMap((value) => value.split(",")) : values];
    }),
  );
}

function sayAddress(wanted) {
  const say = (value) => encodeURIComponent(value).replace(/%20/g, "+");
  const parts = FACETS.filter((facet) => wanted[facet].length).map(
    (facet) => facet + "=" + wanted[facet].map(say).join(","),
  );
  return parts.length ? "#?" + parts.join("&") : "";
}

// Letters typed one after another are one step back; every other change is its own.
function writeAddress(wanted, typing) {
  const address = sayAddress(wanted);
  const now = location.hash.startsWith("#?") ? location.hash : "";
  if (address === now) return;
  const replace = typing && now && address && typing === finder.dataset.typed;
  finder.dataset.typed = typing || "";
  history[replace ? "replaceState" : "pushState"](null, "", address || location.href.split("#")[0]);
}

function matches(claim, wanted, words) {
  return (
    (!wanted.outlet.length || wanted.outlet.includes(claim.outlet)) &&
    (!wanted.source.length || claim.names.includes(wanted.source[0].toLowerCase())) &&
    (!wanted.grade.length || wanted.grade.includes(claim.grade)) &&
    (!wanted.stance.length || wanted.stance.includes(claim.stance)) &&
    (!wanted.kind.length || (wanted.kind[0] === "any" ? claim.kinds.size > 0 : claim.kinds.has(wanted.kind[0]))) &&
    words.every((word) => claim.text.includes(word))
  );
}

// Touches only what changes: on a long page that is most of the time a search takes.
function show(part, shown) {
  if (part.classList.contains("out") === shown) part.classList.toggle("out", !shown);
  return shown ? 1 : 0;
}

function countOf(items, isShown) {
  let count = 0;
  for (const item of items) {
    const shown = isShown(item);
    count += show(item.part, shown);
    if (item.first) show(item.first, shown);
  }
  return count;
}

function filter() {
  const active = FACETS.some((facet) => readFields()[facet].length);
  if (active || found) whenRead(filterFound);
}

function filterFound() {
  const wanted = readFields();
  const active = FACETS.some((facet) => wanted[facet].length);
  const words = wanted.q.join(" ").toLowerCase().split(/\s+/).filter(Boolean);
  const narrowed = FACETS.some((facet) => facet !== "q" && wanted[facet].length);
  const hits = new Set(found.claims.filter((claim) => matches(claim, wanted, words)));
  const near = new Set(words.length ? found.claims.filter((claim) => matches(claim, wanted, [])) : hits);
  const has = (text) => words.length > 0 && words.every((word) => text.includes(word));
  const counts = {
    claims: countOf(found.claims, (claim) => hits.has(claim)),
    contests: countOf(found.contests, (item) =>
      !active || item.claims.some((claim) => hits.has(claim)) ||
      (has(item.text) && item.claims.some((claim) => near.has(claim)))),
    articles: countOf(found.articles, (item) => !active || item.claims.some((claim) => hits.has(claim))),
    sources: countOf(found.sources, (item) =>
      !active || item.claims.some((claim) => hits.has(claim)) || (!narrowed && has(item.text))),
  };
  sayCounts(active, counts);
}

// What the reader came for may lie screens below: the first of what is left, in the order of the
// page, as a part that can have the focus; null where nothing is left.
function findFirst() {
  const left = (items) => items.find((item) => !item.part.classList.contains("out"))?.part;
  const contest = left(found.contests);
  if (contest) return contest.querySelector("h3");
  const note = left(found.claims);
  // Words that run on into another paragraph may have their number there.
  if (note) return document.querySelector(`.ref[href="#${CSS.escape(note.id)}"]`) || note.querySelector("summary");
  return left(found.sources)?.querySelector("summary") || null;
}

function goToFirst() {
  const first = findFirst();
  if (!first) return;
  first.focus({ focusVisible: true, preventScroll: true });
  bringIntoView(first, first.matches("h3") ? "start" : "center");
}

// In the bar with ways to what is left, and at the head of every part that lost something.
function sayCounts(active, counts) {
  const say = (name, noun) => `${counts[name]} of ${found[name].length} ${noun}`;
  const line = finder.querySelector(".count");
  line.textContent = active ? say("claims", "claims") : "";
  for (const [name, noun, id] of PARTS) {
    const heading = document.querySelector(`#${id} > h2`);
    const missing = found[name].length - counts[name];
    if (active) {
      const link = document.createElement("a");
      link.href = "#" + id;
      link.textContent = say(name, noun);
      line.append(", ", link);
    }
    if (!heading) continue;
    let remark = heading.parentElement.querySelector(":scope > .filtered");
    if (!remark) {
      if (!missing) continue;
      remark = document.createElement("p");
      remark.className = "filtered";
      heading.after(remark);
    }
    remark.textContent = `${say(name, noun)} shown, ${missing} filtered out.`;
    remark.hidden = !active || !missing;
  }
  if (active) line.append(" shown");
  firstButton.hidden = !active || !findFirst();
}

function setFinding(open) {
  finder.hidden = !open;
  // So that the first letter need not wait for it.
  if (open && !found) setTimeout(() => whenRead(filterFound));
  findButton.setAttribute("aria-expanded", String(open));
}

// A link may lead to what is filtered out: the one it leads to is let through.
function letThrough(address) {
  let part = null;
  try {
    part = document.getElementById(decodeURIComponent(address.slice(1)));
  } catch {
    return; // not an address of ours
  }
  for (; part; part = part.parentElement) part.classList.remove("out");
}

function followAddress() {
  const wanted = readAddress();
  if (!wanted && location.hash) return letThrough(location.hash);
  fillFields(wanted || {});
  if (wanted) setFinding(true);
  filter();
}

let waiting = 0;
finder.addEventListener("keydown", (event) => {
  // A list of names that is open takes the key for itself, and tells it by a change.
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("input[type=search]")) return;
  event.preventDefault();
  clearTimeout(waiting);
  const wanted = readFields();
  if (!FACETS.some((facet) => wanted[facet].length)) return;
  whenRead(() => {
    filterFound();
    writeAddress(wanted, event.target.name);
    goToFirst();
  });
});
firstButton.addEventListener("click", goToFirst);
finder.addEventListener("input", (event) => {
  const typing = event.target.type === "search" ? event.target.name : "";
  clearTimeout(waiting);
  const pause = found && found.claims.length > MANY_CLAIMS ? 250 : 0;
  waiting = setTimeout(() => {
    filter();
    writeAddress(readFields(), typing);
  }, typing ? pause : 0);
});
finder.querySelector("[name=source]").addEventListener("focus", () => whenRead(nameSources));
finder.querySelector("[data-do=clear]").addEventListener("click", () => {
  fillFields({});
  filter();
  writeAddress(readFields(), "");
  searchField.focus();
});

findButton.addEventListener("click", () => {
  setFinding(finder.hidden);
  if (!finder.hidden) searchField.focus();
});

// The bar grows with the filters, and must not cover what a link or a key leads to.
new ResizeObserver(([bar]) => {
  const sticks = getComputedStyle(bar.target).position === "sticky";
  root.style.scrollPaddingTop = sticks ? bar.target.offsetHeight + 12 + "px" : "";
}).observe(document.querySelector(".bar"));

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link) letThrough(link.hash);
});
addEventListener("hashchange", followAddress);
followAddress();
