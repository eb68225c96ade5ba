// On paper, a source that has no address in the list of sources gets that of its own page in this guide.
addEventListener("beforeprint", () => {
  const base = document.querySelector("link[rel=canonical]") ?? location;
  const sources = document.querySelectorAll(".references li:not(:has(.references__out)) > :first-child > a");
  for (const one of sources) one.dataset.address = new URL(one.getAttribute("href"), base.href).href;
});
