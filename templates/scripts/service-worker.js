// Serves the guide offline: network first, so that pages are current, then the cache. Styles and scripts that are younger
// than this come from the cache, which saves each page a round trip.
const YOUNG = 600_000; // milliseconds

const address = ({ url }) => url.replace(/[?#].*/, "").replace(/\/$/, "/index.html");

async function answer(request) {
  const copies = await caches.open("guide");
  if (request.destination === "style" || request.destination === "script") {
    const copy = await copies.match(address(request));
    if (Date.now() - Date.parse(copy?.headers.get("date")) < YOUNG) return copy;
  }
  try {
    const fresh = await fetch(request);
    // The cache may be full; the response is served anyway.
    if (fresh.ok && !fresh.redirected) copies.put(address(request), fresh.clone()).catch(() => {});
    return fresh;
  } catch {
    const isPage = request.mode === "navigate" && !request.url.endsWith("/offline.html");
    return (await copies.match(address(request))) ?? (isPage ? Response.redirect("offline.html") : Response.error());
  }
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});
