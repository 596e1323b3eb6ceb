// Paper cannot be clicked: it gets every reason, and the page its old state afterwards.
let closed = [];
addEventListener("beforeprint", () => {
  closed = all("details:not([open])");
  openTogether(closed, true);
});
addEventListener("afterprint", () => {
  openTogether(closed, false);
});
