// What is being typed stays on this device until it is saved: every keystroke, by lesson and question.

const { room } = document.body.dataset;
const name = (question) => `draft ${room} ${question}`;

document.addEventListener("input", (event) => {
  const question = event.target.dataset?.answer;
  if (question) keep(question, event.target.value);
});

document.addEventListener("regions", () => {
  restore();
  forget();
});
restore();

function keep(question, text) {
  try {
    if (text) localStorage.setItem(name(question), text);
    else localStorage.removeItem(name(question));
  } catch {
    // Denied or full: the field itself has it.
  }
}

/** An empty field that was never touched gets its draft back. */
function restore() {
  for (const field of document.querySelectorAll("[data-answer]")) {
    if (field.dataset.restored) continue;
    field.dataset.restored = "yes";
    try {
      const draft = localStorage.getItem(name(field.dataset.answer));
      if (draft && !field.value) {
        field.value = draft;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    } catch {
      return;
    }
  }
}

/** What is saved needs no draft. */
function forget() {
  const saved = document.getElementById("saved");
  if (saved?.dataset.saved > 0) keep(saved.dataset.question, "");
}
