// The 404 page is served at any depth, so its links start at the root of the host. If the guide is in a subfolder or on a
// disk, this finds its root, rewrites the links, and loads its scripts.
addEventListener("DOMContentLoaded", async () => {
  const lead = (top) => {
    for (const link of document.querySelectorAll('[href^="/"]')) link.href = top + link.getAttribute("href").slice(1);
    document.head.append(Object.assign(document.createElement("script"), { src: `${top}scripts.js` }));
  };
  if (location.protocol === "file:") return lead(new URL(".", location).href);
  let top = "";
  for (const folder of location.pathname.split("/").slice(0, -1)) {
    top += `${folder}/`;
    const answer = await fetch(`${top}whole-guide.json`, { method: "HEAD" }).catch(() => null);
    if (answer?.ok) return lead(top);
  }
});
