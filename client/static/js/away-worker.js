// The worker of a student's page, where the browser allows one: nothing depends on it. It keeps versioned files, and the
// page that says that answers are kept when a lesson's page cannot be had. It never keeps a lesson's page or its state.

const FILES = "boardsup-files-1";
const AWAY = "/away";

self.addEventListener("install", (event) => event.waitUntil(keepAway()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => away()));
  else if (pathname.startsWith("/static/") && searchParams.has("v")) event.respondWith(kept(request));
});

async function keepAway() {
  const cache = await caches.open(FILES);
  const page = await fetch(AWAY, { cache: "reload" });
  const files = (await page.clone().text()).match(/\/static\/[^"]+/g);
  await Promise.all([cache.put(AWAY, page), cache.addAll(files)]);
  await self.skipWaiting();
}

async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith("boardsup-") && name !== FILES) await caches.delete(name);
  await self.clients.claim();
}

async function away() {
  return (await caches.match(AWAY)) ?? Response.error();
}

/** A file whose address changes with its bytes: once had, it is right for ever. */
async function kept(request) {
  const had = await caches.match(request);
  if (had) return had;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(FILES)).put(request, answer.clone());
  return answer;
}
