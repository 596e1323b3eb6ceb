// Every piece of text that says something, in reading order: all but controls and what leads
// around the page. [string]
() => {
  const LEFT_OUT = "script, style, dialog, [hidden], .bar, .skip, .vh, button, input, select, label, .acts a[href^='#']";
  const facts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.data.trim();
    if (words && !node.parentElement.closest(LEFT_OUT)) facts.push(words);
  }
  return facts;
}
