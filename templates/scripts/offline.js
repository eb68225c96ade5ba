// Copies of pages on this device, for when there is no signal. The service worker hands them out.
if (navigator.serviceWorker && location.protocol.startsWith("http")) {
  const CACHE = "guide"; // scripts/service-worker.js uses the same
  const CHOICE = "guide-copies"; // "none", or the day on which the whole guide was kept
  const DAY = 24 * 60 * 60 * 1000;
  const AT_ONCE = 8; // files asked for together: a slow line should stay usable
  const site = (name) => new URL(name, SITE).href;
  const { status, buttons, tell } = board();

  function tellState() {
    const choice = kept(CHOICE);
    const whole = button("Keep the whole guide on this device", askForWhole);
    const remove = button("Remove all copies", removeAll);
    if (choice === "none") tell("No copies of pages are kept on this device.", whole);
    else if (choice)
      tell(`The whole guide was kept on this device on ${choice}.`, button("Keep it anew", askForWhole), remove);
    else
      tell(
        "This browser keeps a copy of urgent help and of the pages that you open, for when there is no signal.",
        whole,
        remove,
      );
  }

  async function askForWhole() {
    try {
      const { bytes, files } = await (await fetch(site("whole-guide.json"))).json();
      const size = `${Math.ceil(bytes / 1e6)} MB`;
      const yes = button(`Keep it (${size})`, () => keepWhole(files));
      tell(`The whole guide takes ${size} on this device.`, yes, button("Not now", tellState));
      yes.focus();
    } catch {
      tell("There is no signal. Try again later.", button("Keep the whole guide on this device", askForWhole));
    }
  }

  async function keepWhole(files) {
    tell("The guide is being kept. This may take some minutes; please leave this page open.");
    try {
      keep(CHOICE, null);
      await navigator.serviceWorker.register(site("service-worker.js"));
      const copies = await caches.open(CACHE);
      for (let at = 0; at < files.length; at += AT_ONCE) {
        await copies.addAll(files.slice(at, at + AT_ONCE).map(site));
      }
      const wanted = new Set(files.map(site));
      // A page that is gone from the guide may be wrong by now.
      for (const { url } of await copies.keys()) if (!wanted.has(url)) await copies.delete(url);
      keep(CHOICE, new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }));
      tellState();
    } catch {
      tell(
        "Not all of it could be kept: there is no signal, or no room.",
        button("Try again", askForWhole),
        button("Remove all copies", removeAll),
      );
    }
  }

  async function removeAll() {
    keep(CHOICE, "none");
    await caches.delete(CACHE);
    await (await navigator.serviceWorker.getRegistration(SITE))?.unregister();
    tellState();
  }

  /** Keep urgent help, what is shown when a page is not kept, and this page, each with all that it asks for. */
  async function keepFirst() {
    const worker = await navigator.serviceWorker.register(site("service-worker.js"));
    if (!worker) return; // copies that nobody hands out would only take room
    const copies = await caches.open(CACHE);
    const urgent = document.querySelector(".urgent-help")?.href.replace(/#.*/, "");
    const here = location.href.replace(/[?#].*/, "").replace(/\/$/, "/index.html");
    // This page comes last: whoever followed a dead link has none to keep.
    for (const page of [urgent, site("offline.html"), here].filter(Boolean)) {
      const add = (name) => copies.add(new Request(name, { cache: page === here ? "force-cache" : "default" })); // it has just come
      const copy = await copies.match(page);
      const age = Date.now() - Date.parse(copy?.headers.get("date"));
      // Numbers to call must not grow old in a drawer, so urgent help is asked for again each day.
      if (!copy || (page === urgent && !(age < DAY))) await add(page);
      const text = await (await copies.match(page)).text();
      for (const [, name] of text.matchAll(/<(?:link rel="stylesheet" href|script src|img [^>]*src)="(?!data:)([^"]+)/g)) {
        const asked = new URL(name, page).href;
        if (!(await copies.match(asked))) await add(asked);
      }
    }
  }

  /** What is for another time comes after all that this page needs to be read. */
  function prepare() {
    document.head.append(make("link", { rel: "manifest", href: site("manifest.webmanifest") }));
    // No signal, or a browser that keeps nothing: the page is there all the same.
    if (kept(CHOICE) !== "none") keepFirst().catch(() => {});
  }

  device.append(status, buttons);
  tellState();
  if (document.readyState === "complete") prepare();
  else addEventListener("load", prepare);
}
