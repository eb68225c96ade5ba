// The list of cached pages on the offline page.
async function listKept(section) {
  const name = ` – ${document.querySelector(".site-nav__name").textContent}`; // the end of each page's title
  const copies = await caches.open("guide"); // as scripts/offline.js names it
  for (const request of await copies.keys()) {
    if (!/\.html$/.test(request.url) || /\/(404|offline)\.html$/.test(request.url)) continue;
    const text = await (await copies.match(request)).text();
    const { title } = new DOMParser().parseFromString(text, "text/html");
    section.lastElementChild.append(make("li", {}, make("a", { className: "rows__link", href: request.url }, title.replace(name, ""))));
    section.hidden = false;
  }
}

listKept(document.querySelector(".kept-pages")).catch(() => {}); // without storage there is nothing to list
