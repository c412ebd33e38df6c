// Somebody who asks for a taken tile is counted in the title of the tab too, so that it is seen from another one.

const title = document.title;

document.addEventListener("regions", tell);
tell();

function tell() {
  const waiting = Number(document.getElementById("requests")?.dataset.waiting ?? 0);
  document.title = waiting ? `(${waiting}) at the door · ${title}` : title;
}
