// Loads the scripts of a form, such as the search, on its first use.
for (const form of document.querySelectorAll("form[data-scripts]")) {
  let isAsked = false;
  let isWaiting = false;

  function load() {
    if (isAsked) return;
    isAsked = true;
    const names = form.dataset.scripts.split(" ");
    const scripts = names.map((name) => make("script", { src: new URL(name, SITE).href, async: false }));
    scripts.at(-1).addEventListener("load", () => isWaiting && form.requestSubmit());
    for (const one of scripts) {
      one.addEventListener("error", () => {
        form.nextElementSibling.textContent = "This could not be loaded. It needs a signal the first time.";
      });
    }
    document.head.append(...scripts);
  }

  form.addEventListener("focusin", load);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    isWaiting = true;
    load();
  });
  if (history.state) load(); // the reader returns to earlier results
  document.querySelector(".unscripted")?.remove();
  form.hidden = false;
}
