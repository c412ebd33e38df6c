// Says where one stands, in words and quietly: nothing while all is well.

const place = () => document.getElementById("connection");

const WORDS = {
  up: "",
  waiting: "Waiting to send. Your work is kept on this device.",
  device: "This device is offline. Your work is kept here and sent later.",
  down: "No answer from the class server. Your work is kept here and sent later.",
  elsewhere: "This lesson is open in another tab.",
  gone: "This lesson is not here any more.",
  seat: "Please open the lesson again from its code.",
};

/** Show a state; `button` is a word and what pressing it does. */
export function say(state, button) {
  const line = place();
  if (!line) return;
  const isDevice = state === "down" && navigator.onLine === false;
  const words = WORDS[isDevice ? "device" : state] ?? "";
  if (line.dataset.state === state && line.firstChild?.textContent === words) return;
  line.dataset.state = state;
  line.hidden = !words;
  line.replaceChildren(words);
  if (button) {
    const press = document.createElement("button");
    press.type = "button";
    press.textContent = button.word;
    press.addEventListener("click", button.press);
    line.append(" ", press);
  }
}
