// Before printing: sets the title for the page footers, and adds to sources without a web address the URL of their own
// page in this guide.
addEventListener("beforeprint", () => {
  document.documentElement.style.setProperty("--title", JSON.stringify(document.title));
  const base = document.querySelector("link[rel=canonical]") ?? location;
  for (const source of document.querySelectorAll(".references__list > li")) {
    const own = !source.querySelector(".references__out") && source.querySelector("p > a");
    if (own) own.dataset.address = new URL(own.getAttribute("href"), base.href).href;
  }
});
