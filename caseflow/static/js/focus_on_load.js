// After a wrong form the keyboard and the screen reader start at the summary of what to mend.
document.querySelector("[data-focus-on-load]")?.focus();
