// The one call into htmx: a piece of HTML whose elements carry hx-swap-oob takes their places by morph.

const waiting = [];
let isBusy = false;

/** Put the regions of a frame in their places, in order, as soon as htmx is here; announces "regions" after each. */
export async function swap(html) {
  waiting.push(html);
  await flush();
}

async function flush() {
  if (isBusy || !window.htmx) return;
  isBusy = true;
  while (waiting.length) {
    const text = waiting.shift();
    try {
      await window.htmx.swap({ text, sourceElement: document.body, target: document.body, swap: "none", transition: false });
    } catch (fault) {
      console.error(fault);
    }
    document.dispatchEvent(new CustomEvent("regions"));
  }
  isBusy = false;
}

document.addEventListener("htmx-is-here", flush);
