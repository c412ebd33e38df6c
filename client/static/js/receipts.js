// What the server has heard, as the regions of the page say it, and for whom.

const heard = new Map();
let owner;

/** Whose tile this device holds; empty where there is none. */
export function seat() {
  return document.getElementById("me")?.dataset.seat ?? "";
}

/** Read the Saved region again; returns the map of question to the highest number heard from this seat. */
export function readReceipts() {
  if (owner !== seat()) heard.clear();
  owner = seat();
  for (const part of words("saved", "receipts")) {
    const [question, number] = pair(part);
    heard.set(question, Math.max(heard.get(question) ?? 0, number));
  }
  return heard;
}

/** The hand-in that a notice is about, as a list of one [question, number], or of none. */
export function readSettled() {
  return words("notice", "settles").map(pair);
}

function words(id, name) {
  return (document.getElementById(id)?.dataset[name] ?? "").split(" ").filter(Boolean);
}

function pair(text) {
  const at = text.lastIndexOf(":");
  return [text.slice(0, at), Number(text.slice(at + 1))];
}
