// "All" above a party's column in the scope matrix ticks every box of that party, and unticks them when all were ticked.
// Where all are ticked, also one by one, it asks whether that much is needed.
for (const button of document.querySelectorAll("[data-matrix-all]")) {
  const party = button.closest(".matrix__party");
  const boxes = [...party.querySelectorAll("input[type=checkbox]")];
  const word = button.querySelector("[data-tick]");
  const said = party.querySelector("[data-said]");
  const areAllTicked = () => boxes.every((box) => box.checked);
  const tell = () => {
    word.textContent = areAllTicked() ? word.dataset.untick : word.dataset.tick;
    said.textContent = areAllTicked() ? said.dataset.said : "";
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const tick = !areAllTicked();
    for (const box of boxes) box.checked = tick;
    boxes[0]?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  party.addEventListener("input", tell);
  tell();
}
