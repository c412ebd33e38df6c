// A calm timer: the time that is left until a moment that the server names, whatever this device's own clock says.

const { now } = document.body.dataset;
const ahead = now ? Date.now() - Number(now) : 0;

document.addEventListener("regions", show);
setInterval(show, 1000);
show();

function show() {
  for (const place of document.querySelectorAll("[data-until]")) {
    const left = Math.max(0, Math.round((Number(place.dataset.until) - (Date.now() - ahead)) / 1000));
    const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (place.textContent !== text) place.textContent = text;
  }
}
