// What the server has heard: the highest number of each question, as the Saved region says it.

const heard = new Map();

/** Read the Saved region again; returns the map of question to highest number heard. */
export function readReceipts() {
  const said = document.getElementById("saved")?.dataset.receipts ?? "";
  for (const part of said.split(" ").filter(Boolean)) {
    const at = part.lastIndexOf(":");
    const question = part.slice(0, at);
    heard.set(question, Math.max(heard.get(question) ?? 0, Number(part.slice(at + 1))));
  }
  return heard;
}

/** The hand-in that a notice settled, as [question, number], or null. */
export function readSettled() {
  const settles = document.getElementById("notice")?.dataset.settles ?? "";
  const at = settles.lastIndexOf(":");
  return at < 0 ? null : [settles.slice(0, at), Number(settles.slice(at + 1))];
}
