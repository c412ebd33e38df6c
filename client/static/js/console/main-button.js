// The one button that makes sense next: the recommendation's while one stands, else the stage's.

/** The main button on the page just now, or null. */
export function mainButton() {
  return document.querySelector(".advice .main") ?? document.querySelector(".stage .main");
}
