// Brings htmx: from its CDN with an integrity hash, or the copy beside us when that takes longer than 1.5 s or fails.
// A classic script, so that it starts before any module.

(() => {
  const CDN = "https://cdn.jsdelivr.net/npm/htmx.org@4.0.1/dist/htmx.min.js";
  const INTEGRITY = "sha384-Qp9rdC8H7EqOoX+nR0P3RPG2Noji+qdwJlGpfzwQJsfOpp3sGwIdSP9xO3+UlEhn";
  const PATIENCE = 1500;
  const { local, onlyLocal } = document.currentScript.dataset;
  let isDone = false;

  function add(source, integrity, otherwise) {
    const script = document.createElement("script");
    script.src = source;
    if (integrity) {
      script.integrity = integrity;
      script.crossOrigin = "anonymous";
    }
    script.onload = arrived;
    script.onerror = otherwise;
    document.head.append(script);
  }

  function arrived() {
    if (!isDone && window.htmx) {
      isDone = true;
      document.dispatchEvent(new Event("htmx-is-here"));
    }
  }

  function takeLocal() {
    if (!isDone && !window.htmx) add(local, "", () => {});
  }

  if (onlyLocal === "yes") {
    takeLocal();
  } else {
    add(CDN, INTEGRITY, takeLocal);
    setTimeout(takeLocal, PATIENCE);
  }
})();
