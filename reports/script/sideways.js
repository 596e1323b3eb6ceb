// Drawings and tables wider than the screen scroll by themselves. The shadow at their edge says so
// without script; in words it is said only where it is so.
function saySideways(part) {
  const more = part.scrollWidth > part.clientWidth + 1;
  const hint = part.previousElementSibling;
  const said = hint?.matches(".sideways");
  if (more && !said) {
    const line = document.createElement("p");
    line.className = "sideways";
    line.textContent = "Wider than the screen: scroll it sideways, or use the arrow keys in it.";
    part.before(line);
  } else if (!more && said) {
    hint.remove();
  }
}

const sidewaysWatch = new ResizeObserver((found) => {
  for (const { target } of found) saySideways(target);
});
for (const part of all(".scroll")) sidewaysWatch.observe(part);
