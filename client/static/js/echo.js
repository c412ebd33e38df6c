// While one types: ask how it is read. A glimpse, never counted and never kept.

const PAUSE = 250;
let timer;

document.addEventListener("regions", () => {
  const [echo, task] = [document.getElementById("echo"), document.getElementById("task")];
  if (echo && echo.dataset.question !== task?.dataset.question) echo.replaceChildren();
});

document.addEventListener("input", (event) => {
  const question = event.target.dataset?.answer;
  if (!question || event.target.tagName === "TEXTAREA") return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const detail = { do: "echo", question, text: event.target.value };
    document.dispatchEvent(new CustomEvent("carry", { detail }));
  }, PAUSE);
});
