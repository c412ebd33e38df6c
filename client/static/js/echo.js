// While one types: ask how it is read. A glimpse, never counted and never kept.

const PAUSE = 250;

let timer;
let asked = "";

document.addEventListener("input", (event) => {
  const field = event.target;
  if (!field.matches("input[data-answer]")) return;
  clearTimeout(timer);
  timer = setTimeout(() => ask(field), PAUSE);
});

document.addEventListener("regions", () => {
  const [echo, field] = [document.getElementById("echo"), document.querySelector("input[data-answer]")];
  if (echo && (echo.dataset.question !== field?.dataset.answer || !field.value)) echo.replaceChildren();
});

function ask(field) {
  const detail = { do: "echo", question: field.dataset.answer, text: field.value };
  const isNew = asked !== `${detail.question} ${detail.text}`;
  asked = `${detail.question} ${detail.text}`;
  if (isNew && field.isConnected) document.dispatchEvent(new CustomEvent("carry", { detail }));
}
