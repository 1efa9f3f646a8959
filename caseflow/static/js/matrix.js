// "All" above a party's column in the scope matrix ticks every box of that party, and unticks them when all were ticked.
for (const button of document.querySelectorAll("[data-matrix-all]")) {
  const boxes = [...button.closest(".matrix__party").querySelectorAll("input[type=checkbox]")];
  button.hidden = false;
  button.addEventListener("click", () => {
    const tick = !boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = tick;
    boxes[0]?.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
