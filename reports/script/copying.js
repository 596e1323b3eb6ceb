// Copying a contested matter: as a link, as text for a mail, as Markdown for a ticket.
const said = document.createElement("p");
said.className = "copied";
said.setAttribute("role", "status");
document.body.append(said);
let silence = 0;

function announce(words) {
  said.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => (said.textContent = ""), 4000);
}

// What a reader sees of a part, on one line: nothing that is there for a screen reader alone.
function wordsOf(part) {
  const copy = part.cloneNode(true);
  for (const hidden of all(".vh, .grade i, [hidden]", copy)) hidden.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

// The words of articles must not act as markup where they are pasted.
function escapeMarkdown(words) {
  return words.replace(/[\\`*_[\]<|~$]|&(?=#?\w+;)/g, "\\$&").replace(/^([#>+=-]|\d+(?=[.)]))/, "\\$1");
}

function addressOf(contest) {
  return location.href.split("#")[0] + "#" + contest.id;
}

function readContest(contest) {
  const sides = all(".side", contest).map((side) => ({
    value: wordsOf(side.querySelector("h4")),
    about: wordsOf(side.querySelector("h4 + p")),
    rows: all(".row", side).map((row) => ({
      who: wordsOf(row.querySelector(".who > :last-child")),
      grade: wordsOf(row.querySelector(".grade")),
      where: wordsOf(row.querySelector(".place")),
      words: wordsOf(row.querySelector("blockquote")),
      link: row.querySelector(".acts a[href^=http]")?.href || "",
    })),
  }));
  const missing = contest.querySelector(".coverage");
  return {
    question: wordsOf(contest.querySelector("h3")),
    reason: wordsOf(contest.querySelector(".reason")),
    sides,
    missing: missing ? wordsOf(missing) : "",
  };
}

const SAYINGS = {
  link: (contest) => addressOf(contest),
  text(contest) {
    const { question, reason, sides, missing } = readContest(contest);
    const lines = [question, reason];
    for (const side of sides) {
      lines.push("", `${side.value}: ${side.about}`);
      for (const row of side.rows) {
        lines.push(`  [${row.grade}] ${row.who}; ${row.where}`, `      ${row.words}`);
      }
    }
    if (missing) lines.push("", missing);
    return lines.join("\n");
  },
  markdown(contest) {
    const { question, reason, sides, missing } = readContest(contest);
    const lines = [`### ${escapeMarkdown(question)}`, "", escapeMarkdown(reason)];
    for (const side of sides) {
      lines.push("", `**${escapeMarkdown(side.value)}**: ${escapeMarkdown(side.about)}`, "");
      for (const row of side.rows) {
        const where = row.link ? `[${escapeMarkdown(row.where)}](<${row.link}>)` : escapeMarkdown(row.where);
        lines.push(`- \\[${row.grade}] ${escapeMarkdown(row.who)}; ${where}`, `  > ${escapeMarkdown(row.words)}`);
      }
    }
    if (missing) lines.push("", escapeMarkdown(missing));
    return lines.join("\n");
  },
};

// A browser may refuse a page that was opened from a file: then the text is there to be copied.
function offerByHand(text) {
  const box = document.createElement("dialog");
  box.className = "keys by-hand";
  box.setAttribute("aria-label", "Text to copy");
  const field = document.createElement("textarea");
  field.readOnly = true;
  field.value = text;
  field.setAttribute("aria-label", "Text to copy");
  const close = document.createElement("button");
  close.textContent = "Close";
  close.addEventListener("click", () => box.close());
  const hint = document.createElement("p");
  hint.textContent = "The browser does not let this page copy. The text is selected: copy it with Ctrl+C or ⌘C.";
  box.append(hint, field, close);
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  field.select();
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    announce(`${what} copied.`);
  } catch {
    offerByHand(text);
  }
}

for (const row of all(".copy")) row.hidden = false;
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const kind = button.dataset.copy;
  const what = { link: "Link", text: "Text", markdown: "Markdown" }[kind];
  copy(SAYINGS[kind](button.closest(".contest")), what);
});
