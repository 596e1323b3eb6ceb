// Every text a reader sees, with the contrast of its colour to what lies behind it, by WCAG 2.2:
// [{text, ratio, large}], the weakest first.
() => {
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));
  const behind = (part) => {
    const layers = [];
    for (let at = part; at; at = at.parentElement) {
      const layer = rgba(getComputedStyle(at).backgroundColor);
      if (layer[3]) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const shown = (part) =>
    part.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    !part.closest(".vh, script, style");

  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.parentElement;
    const text = node.data.trim();
    if (!text || !shown(part)) continue;
    const style = getComputedStyle(part);
    const ground = behind(part);
    const ink = part.closest("svg") ? style.fill : style.color;
    const [a, b] = [luminance(over(rgba(ink), ground)), luminance(ground)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = `${ink} on ${ground.map(Math.round)}${large ? ", large" : ""}`;
    if (!found.has(key)) found.set(key, { text: text.slice(0, 60), ratio, large, key });
  }
  return [...found.values()].sort((one, other) => one.ratio - other.ratio);
}
