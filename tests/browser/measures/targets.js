// Targets that are too small by WCAG 2.5.8: below 24 by 24 px, and either no link in running
// text, or with another target within the 24 px around its middle. [description]
() => {
  const LEAST = 24;
  const parts = Array.from(
    document.querySelectorAll("a[href], button, summary, input, select, textarea, label:has(input)"),
  ).filter((part) =>
    // What is hidden inside a label is hit by way of the label.
    part.checkVisibility({ visibilityProperty: true }) && !part.matches(".skip, label > .vh"));
  const boxes = parts.flatMap((part) =>
    // A link that runs over the end of a line is several boxes, of which one may be large enough.
    Array.from(part.getClientRects(), (box) => ({ part, box })),
  ).filter(({ box }) => box.width && box.height);
  const small = (box) => box.width < LEAST - 0.01 || box.height < LEAST - 0.01;
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const away = ([x, y], box) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const crowded = ({ part, box }) =>
    boxes.find((other) => {
      if (other.part === part) return false;
      const at = middle(box);
      if (away(at, other.box) < LEAST / 2 - 0.01) return true;
      const [x, y] = middle(other.box);
      return small(other.box) && Math.hypot(at[0] - x, at[1] - y) < LEAST - 0.01;
    });
  const inText = (part) => {
    if (getComputedStyle(part).display !== "inline") return false;
    const block = part.closest("p, li, dd, dt, td, th, h1, h2, h3, h4, blockquote, figcaption, caption");
    return Boolean(block) && block.textContent.trim() !== part.textContent.trim();
  };
  const large = new Set(boxes.filter(({ box }) => !small(box)).map(({ part }) => part));
  return boxes
    .filter(({ part }) => !large.has(part))
    .map((one) => ({ ...one, near: crowded(one), running: inText(one.part) }))
    .filter(({ near, running }) => near || !running)
    .map(({ part, box, near, running }) =>
      `${part.tagName.toLowerCase()}.${part.className} in .${part.parentElement.className} ` +
      `${box.width.toFixed(1)}x${box.height.toFixed(1)} “${part.textContent.trim().slice(0, 30)}”` +
      (running ? "" : " not in text") + (near ? ` near “${near.part.textContent.trim().slice(0, 20)}”` : ""));
}
