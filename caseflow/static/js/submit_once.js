// A form goes out once per visit to the page: a second click does nothing. The server's idempotency key stays in charge.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  if (event.submitter) event.submitter.classList.add("utrecht-button--busy");
});

// Coming back with the browser's Back button shows the page as it was: open the form again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll(".utrecht-button--busy")) button.classList.remove("utrecht-button--busy");
});
