// A sheet closes once the button in it has been pressed, unless one presses many there.

document.addEventListener("submit", (event) => event.target.closest("[popover]:not([data-stays])")?.hidePopover());
