// D makes the wall bright or dark for the room that it hangs in, whatever this computer prefers; it is kept for next time.

const KEPT = "room-light";
const dark = [...document.styleSheets].flatMap(rulesOf).filter((rule) => rule.media?.mediaText.includes("prefers-color-scheme: dark"));
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

set(localStorage.getItem(KEPT) ?? "");
window.addEventListener("storage", (event) => event.key === KEPT && set(event.newValue ?? ""));
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "d" || event.ctrlKey || event.metaKey || event.altKey) return;
  const isDark = (document.documentElement.dataset.roomLight || (prefersDark.matches ? "dark" : "bright")) === "dark";
  localStorage.setItem(KEPT, isDark ? "bright" : "dark");
  set(isDark ? "bright" : "dark");
});

/** The dark values of the tokens hold always, never, or as this computer prefers. */
function set(light) {
  const media = { dark: "all", bright: "not all" }[light] ?? "(prefers-color-scheme: dark)";
  for (const rule of dark) rule.media.mediaText = media;
  document.documentElement.dataset.roomLight = light;
  document.documentElement.style.colorScheme = { dark: "dark", bright: "light" }[light] ?? "";
}

function rulesOf(sheet) {
  return [...sheet.cssRules];
}
