// For every smallest part that says both words: whether the first stands left of the second on
// their line, or on an earlier line. [[said, boolean]]
([first, second]) => {
  const place = (part, words) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      return range.getClientRects()[0];
    }
    return null;
  };
  const both = (part) => part.textContent.includes(first) && part.textContent.includes(second);
  return Array.from(document.querySelectorAll("main *"))
    .filter((part) => both(part) && !Array.from(part.children).some(both) && part.checkVisibility())
    .map((part) => [part, place(part, first), place(part, second)])
    .filter(([, one, other]) => one && other && other.width)
    .map(([part, one, other]) => [
      part.textContent.trim(),
      one.right <= other.left + 1 || one.bottom <= other.top + 1,
    ]);
}
