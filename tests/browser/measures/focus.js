// What has the focus: {kind, outline: "3px solid", contrast, hidden}. `contrast` is that of the
// outline to the ground it stands on; `hidden` says that something covers the part in focus.
() => {
  const part = document.activeElement;
  const style = getComputedStyle(part);
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = numbers(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let ground = part.parentElement;
  while (ground.parentElement && numbers(getComputedStyle(ground).backgroundColor)[3] === 0) {
    ground = ground.parentElement;
  }
  const tones = [style.outlineColor, getComputedStyle(ground).backgroundColor].map(luminance);
  const box = part.getClientRects()[0] || part.getBoundingClientRect();
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    kind: [part.tagName.toLowerCase(), ...part.classList].join("."),
    outline: `${style.outlineWidth} ${style.outlineStyle}`,
    contrast: (Math.max(...tones) + 0.05) / (Math.min(...tones) + 0.05),
    hidden: !at || !(part.contains(at) || at.contains(part)),
  };
}
