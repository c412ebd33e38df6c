// Reads a question aloud with the browser's own voice, in the language of the page. Without a voice there is no button.

const voice = window.speechSynthesis;

document.addEventListener("regions", show);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-say]");
  if (!button) return;
  const wasSaying = voice.speaking;
  voice.cancel();
  if (wasSaying) return;
  const said = new SpeechSynthesisUtterance(button.dataset.say);
  said.lang = document.documentElement.lang;
  said.rate = 0.9;
  voice.speak(said);
});
show();

function show() {
  if (voice) for (const button of document.querySelectorAll("[data-say]")) button.hidden = false;
}
