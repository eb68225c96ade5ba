// On the page for lost signals: which pages can be read now.
async function listKept(list) {
  const name = ` – ${document.querySelector(".site-nav__name").textContent}`; // ends each title
  const copies = await caches.open("guide"); // as scripts/offline.js names it
  for (const request of await copies.keys()) {
    if (!/\.html$/.test(request.url) || /\/(404|offline)\.html$/.test(request.url)) continue;
    const text = await (await copies.match(request)).text();
    const { title } = new DOMParser().parseFromString(text, "text/html");
    list.append(make("li", {}, make("a", { className: "rows__link", href: request.url }, title.replace(name, ""))));
  }
}

listKept(document.querySelector(".kept-pages")).catch(() => {}); // a browser that keeps nothing has none to show
