// How a student likes to read: letters' size, contrast, room between them, stillness. It stays on this device.
// A change of language comes with a new page, for the words outside the regions.

const KEY = "comfort";
const page = document.documentElement;
const chosen = read();

document.addEventListener("change", (event) => {
  const { comfort } = event.target.dataset;
  if (!comfort) return;
  chosen[comfort] = event.target.type === "checkbox" ? (event.target.checked ? "yes" : "") : event.target.value;
  keep();
  apply();
});
document.addEventListener("regions", () => {
  const language = document.getElementById("me")?.dataset.language;
  if (language && language !== page.lang) location.reload();
});
apply();

function apply() {
  for (const field of document.querySelectorAll("[data-comfort]")) {
    const value = chosen[field.dataset.comfort] ?? "";
    if (value) page.dataset[field.dataset.comfort] = value;
    else delete page.dataset[field.dataset.comfort];
    if (field.type === "checkbox") field.checked = value === "yes";
    else field.value = value;
  }
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Denied or full: it holds until the page is left.
  }
}
