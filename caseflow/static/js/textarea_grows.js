// A text field grows with its text. Browsers with `field-sizing` do this by style sheet alone.
function grow(area) {
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

if (!CSS.supports("field-sizing", "content")) {
  for (const area of document.querySelectorAll("textarea[data-autogrow]")) {
    area.addEventListener("input", () => grow(area));
    grow(area);
  }
}
