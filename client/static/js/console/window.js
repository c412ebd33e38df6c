// Opens the wall in a window of its own, to be dragged to the projector; where windows are refused, the link opens a tab.

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-open-window]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (window.open(link.href, link.target, "popup,width=1280,height=720")) event.preventDefault();
});
