// The search page. Queries are sent nowhere, and kept out of the URL, which would be in the browser's history.
{
  const MOST = 20;
  const WAIT = 150; // milliseconds after the last keystroke (debounce), so that screen readers are not interrupted at each one
  const guide = new GuideSearch(SEARCH_INDEX);
  const form = document.querySelector(".search");
  const field = form.querySelector("input");
  const status = document.querySelector(".search__status");
  const list = document.querySelector(".search__results");
  const nothing = document.querySelector(".search__nothing");
  let waiting = 0;

  const link = (words, href, className) => make("a", { className, href: new URL(href, SITE).href }, words);

  function shown({ title, href, part, line, section, sectionHref }) {
    const item = make("li", { className: "search__result" }, link(title, href, "search__title"));
    if (section) item.append(make("p", { className: "search__section" }, "In it: ", link(section, sectionHref, "tap")));
    item.append(make("p", { className: "search__line" }, line));
    if (part) item.append(make("p", { className: "search__part" }, part));
    return item;
  }

  function search() {
    const query = field.value.trim();
    const all = query ? guide.find(query) : [];
    // Results far below the best score are left out.
    const found = all.filter(({ score }) => score > all[0].score / 8).slice(0, MOST);
    list.replaceChildren(...found.map(shown));
    nothing.hidden = !query || found.length > 0;
    const count = found.length === 1 ? "1 result" : `${found.length} results`;
    const unknown = guide.unknown(query).map((word) => `“${word}”`);
    const without = found.length && unknown.length ? `. We found nothing on ${unknown.join(" or ")}.` : "";
    status.textContent = query && `${found.length ? count : "Nothing found"} for “${query}”${without}`;
    history.replaceState({ query }, ""); // restored when the reader returns from a result
  }

  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    search();
  });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, WAIT);
  });
  if (history.state?.query) field.value = history.state.query;
  if (field.value) search();
}
