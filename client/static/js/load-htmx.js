// Brings htmx: from its CDN with an integrity hash, or the copy beside us when that takes longer than 1.5 s or fails.
// A classic script, so that it starts before any module, and marks the page as one whose scripts run.

(() => {
  const CDN = "https://cdn.jsdelivr.net/npm/htmx.org@4.0.1/dist/htmx.min.js";
  const INTEGRITY = "sha384-Qp9rdC8H7EqOoX+nR0P3RPG2Noji+qdwJlGpfzwQJsfOpp3sGwIdSP9xO3+UlEhn";
  const PATIENCE = 1500;
  const AGAIN = 2000;
  const { local, onlyLocal } = document.currentScript.dataset;
  let tag = null;

  document.documentElement.classList.add("scripted");

  function add(source, integrity, otherwise) {
    tag = document.createElement("script");
    tag.src = source;
    if (integrity) {
      tag.integrity = integrity;
      tag.crossOrigin = "anonymous";
    }
    tag.onload = () => document.dispatchEvent(new Event("htmx-is-here"));
    tag.onerror = otherwise;
    document.head.append(tag);
  }

  function takeLocal() {
    if (window.htmx) return;
    // A script that has moved to another document never runs, so a late CDN cannot bring a second htmx.
    tag?.remove();
    if (tag) document.implementation.createHTMLDocument("").adoptNode(tag);
    add(local, "", () => setTimeout(takeLocal, AGAIN));
  }

  if (onlyLocal === "yes") {
    takeLocal();
  } else {
    const late = setTimeout(takeLocal, PATIENCE);
    add(CDN, INTEGRITY, () => {
      clearTimeout(late);
      takeLocal();
    });
  }
})();
