// The page that stands in when a lesson's page cannot be had: it tries again as soon as there is a network, and meanwhile.

const EVERY = 3000;

addEventListener("online", () => location.reload());
setInterval(async () => {
  try {
    if ((await fetch("/healthz", { cache: "no-store" })).ok) location.reload();
  } catch {
    // Still away.
  }
}, EVERY);
