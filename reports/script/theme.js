// Light, dark, or what the system says.
const THEMES = ["system", "light", "dark"];

function setTheme(theme) {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  tools.querySelector("[data-do=theme] span").textContent = theme;
}

const remembered = recall("theme");
setTheme(THEMES.includes(remembered) ? remembered : "system");

tools.querySelector("[data-do=theme]").addEventListener("click", () => {
  const theme = THEMES[(THEMES.indexOf(root.dataset.theme || "system") + 1) % THEMES.length];
  setTheme(theme);
  remember("theme", theme);
});
