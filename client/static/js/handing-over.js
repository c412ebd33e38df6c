// A shared device that goes to the other student starts with a clean page: nothing that was typed or drawn stays on it.

import { seat } from "./receipts.js";

let whose = seat();

document.addEventListener("regions", () => {
  const now = seat();
  if (whose && now && now !== whose) location.reload();
  whose = now;
});
