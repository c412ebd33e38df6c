// Where the browser allows it (a secure address), a worker keeps the page's files for a moment without a network.

if ("serviceWorker" in navigator && isSecureContext) {
  navigator.serviceWorker.register("/away-worker.js", { scope: "/room/" }).catch(() => {
    // Private windows and managed devices may refuse; the page does without.
  });
}
