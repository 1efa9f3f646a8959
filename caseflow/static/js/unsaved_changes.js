// Warns before leaving a page with typed but unsaved text. Only forms that ask for it: data-guard-unsaved.
const changed = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form && "guardUnsaved" in form.dataset) changed.add(form);
});

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) changed.delete(event.target);
});

window.addEventListener("beforeunload", (event) => {
  if (changed.size > 0) event.preventDefault();
});
