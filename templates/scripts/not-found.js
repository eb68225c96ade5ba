// The page for lost visitors may be shown at any depth, so its links begin at the top of the host. A guide that lies
// deeper, or on a disk, is found here; the links then lead to it, and its script comes from there.
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
