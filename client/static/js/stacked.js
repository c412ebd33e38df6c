// A field in which a fraction is typed as a fraction, for who likes that better. It comes at the first press, in a frame
// of its own, and writes into the ordinary line: what is handed in, kept and echoed is that line, as always.

const PREFERS = "stacked";
let isWanted = read();
let frame = null;
let isReady = false;

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-stacked-open]")) return;
  keep((isWanted = !isWanted));
  arrange();
});
document.addEventListener("click", (event) => {
  const key = event.target.closest("[data-key]");
  if (!key || !isReady || !frame?.isConnected) return;
  event.stopImmediatePropagation();
  tell({ put: key.dataset.key });
}, true);
document.addEventListener("input", (event) => {
  if (event.detail !== "stacked" && event.target.matches("input[data-answer]")) tellLine();
});
document.addEventListener("regions", arrange);
window.addEventListener("message", (event) => {
  if (event.origin !== location.origin || event.source !== frame?.contentWindow) return;
  const { to, text, isDone } = event.data;
  if (to !== "board") return; // MathLive speaks to the page around it, too.
  if (text === undefined && !isDone) {
    isReady = true;
    tellLine();
  } else if (isDone) line()?.form.requestSubmit();
  else write(text);
});
arrange();

/** One frame where the field is wanted and the question has a line; none elsewhere. */
function arrange() {
  const place = document.querySelector("[data-stacked]");
  const button = document.querySelector("[data-stacked-open]");
  button?.setAttribute("aria-pressed", String(isWanted));
  if (line()) line().tabIndex = isWanted ? -1 : 0;
  if (!place || !isWanted) {
    frame?.remove();
    frame = null;
  } else if (!place.contains(frame)) {
    isReady = false;
    frame = Object.assign(document.createElement("iframe"), { src: `/field/${document.documentElement.lang}`, title: place.dataset.title });
    place.replaceChildren(frame);
  } else if (frame.dataset.question !== line().dataset.answer) tellLine();
}

function line() {
  return document.querySelector("input.answer-line[data-answer]");
}

function tell(message) {
  if (isReady) frame?.contentWindow?.postMessage({ ...message, to: "field" }, location.origin);
}

function tellLine() {
  if (!frame || !line()) return;
  frame.dataset.question = line().dataset.answer;
  tell({ line: line().value });
}

function write(text) {
  const field = line();
  if (!field || text.length > field.maxLength) return;
  field.value = text;
  field.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "stacked" }));
}

function read() {
  try {
    return localStorage.getItem(PREFERS) === "yes";
  } catch {
    return false;
  }
}

function keep(wanted) {
  try {
    if (wanted) localStorage.setItem(PREFERS, "yes");
    else localStorage.removeItem(PREFERS);
  } catch {
    // Denied or full: it holds for this page.
  }
}
