// A sheet closes once the button in it has been pressed.

document.addEventListener("submit", (event) => event.target.closest("[popover]")?.hidePopover());
