// Every piece of text that says something, in reading order: all but controls, what leads around
// the page, and what only a screen reader says. [string]
() => {
  const LEFT_OUT =
    "script, style, dialog, [hidden], .bar, .skip, .vh, .grade i, .ref i, small i, button, input, " +
    "select, label, .acts a[href^='#'], svg title, svg desc, .decision-desk";
  // Out of a PDF words on their side come letter by letter.
  const turned = (part) => getComputedStyle(part).writingMode !== "horizontal-tb";
  const facts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.data.trim();
    const part = node.parentElement;
    if (words && !part.closest(LEFT_OUT) && !turned(part)) facts.push(words);
  }
  return facts;
}
