// What sticks out of the window sideways, other than inside a part that scrolls: [description]
() =>
  Array.from(document.querySelectorAll("body *"))
    .filter((part) => !part.closest(".scroll, .skip, .vh") && part.checkVisibility())
    .filter((part) => {
      const box = part.getBoundingClientRect();
      return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
    })
    .map((part) => `${part.tagName.toLowerCase()}.${part.className}: ${part.textContent.trim().slice(0, 40)}`)
