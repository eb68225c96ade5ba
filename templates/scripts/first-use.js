// What a page needs only when somebody uses a part of it, such as the search, comes at its first use and not before.
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
  if (history.state) load(); // on the way back to what was found
  document.querySelector(".unscripted")?.remove();
  form.hidden = false;
}
