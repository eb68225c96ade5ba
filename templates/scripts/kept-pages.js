// On the page for lost signals: which pages can be read now.
async function listKept(list) {
  const copies = await caches.open("guide"); // as scripts/offline.js names it
  for (const request of await copies.keys()) {
    if (!/\.html$/.test(request.url) || request.url.endsWith("offline.html")) continue;
    const text = await (await copies.match(request)).text();
    const { title } = new DOMParser().parseFromString(text, "text/html");
    list.append(make("li", {}, make("a", { className: "tap", href: request.url }, title)));
  }
}

listKept(document.querySelector(".kept-pages")).catch(() => {}); // a browser that keeps nothing has none to show
