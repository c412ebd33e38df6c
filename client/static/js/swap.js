// The one call into htmx: a piece of HTML whose elements carry hx-swap-oob takes their places by morph.

const waiting = [];

/** Put the regions of a frame in their places, as soon as htmx is here; announces "regions" afterwards. */
export async function swap(html) {
  if (!html) return;
  waiting.push(html);
  if (window.htmx) await flush();
}

async function flush() {
  while (waiting.length) {
    const text = waiting.shift();
    await window.htmx.swap({ text, sourceElement: document.body, target: document.body, swap: "none", transition: false });
    document.dispatchEvent(new CustomEvent("regions", { detail: { text } }));
  }
}

document.addEventListener("htmx-is-here", flush);
