// Caches pages for offline reading; the service worker serves them.
if (navigator.serviceWorker && location.protocol.startsWith("http")) {
  const CACHE = "guide"; // the name in scripts/service-worker.js
  const CHOICE = "guide-copies"; // storage key: "none", or the day on which the whole guide was cached
  const DAY = 24 * 60 * 60 * 1000;
  const AT_ONCE = 8; // parallel requests; more would block a slow connection
  const site = (name) => new URL(name, SITE).href;
  const { status, buttons, setStatus } = statusPanel();

  function showState() {
    const choice = stored(CHOICE);
    const whole = button("Keep the whole guide on this device", askForWhole);
    const remove = button("Remove all copies", removeAll);
    if (choice === "none") setStatus("No copies of pages are kept on this device.", whole);
    else if (choice)
      setStatus(`The whole guide was kept on this device on ${choice}.`, button("Keep it anew", askForWhole), remove);
    else
      setStatus(
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
      setStatus(`The whole guide takes ${size} on this device.`, yes, button("Not now", showState));
      yes.focus();
    } catch {
      setStatus("There is no signal. Try again later.", button("Keep the whole guide on this device", askForWhole));
    }
  }

  async function keepWhole(files) {
    setStatus("The guide is being kept. This may take some minutes; please leave this page open.");
    try {
      store(CHOICE, null);
      await navigator.serviceWorker.register(site("service-worker.js"));
      const copies = await caches.open(CACHE);
      for (let at = 0; at < files.length; at += AT_ONCE) {
        await copies.addAll(files.slice(at, at + AT_ONCE).map(site));
      }
      const wanted = new Set(files.map(site));
      // Pages that the guide no longer has may be wrong by now.
      for (const { url } of await copies.keys()) if (!wanted.has(url)) await copies.delete(url);
      store(CHOICE, new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }));
      showState();
    } catch {
      setStatus(
        "Not all of it could be kept: there is no signal, or no room.",
        button("Try again", askForWhole),
        button("Remove all copies", removeAll),
      );
    }
  }

  async function removeAll() {
    store(CHOICE, "none");
    await caches.delete(CACHE);
    await (await navigator.serviceWorker.getRegistration(SITE))?.unregister();
    showState();
  }

  /** Cache urgent help, the offline page and this page, each with its styles, scripts and images. */
  async function keepFirst() {
    const worker = await navigator.serviceWorker.register(site("service-worker.js"));
    if (!worker) return; // without a worker nothing would serve the cached files
    const copies = await caches.open(CACHE);
    const urgent = document.querySelector(".urgent-help")?.href.replace(/#.*/, "");
    const here = location.href.replace(/[?#].*/, "").replace(/\/$/, "/index.html");
    // This page comes last, as it fails on a 404 page.
    for (const page of [urgent, site("offline.html"), here].filter(Boolean)) {
      const add = (name) => copies.add(new Request(name, { cache: page === here ? "force-cache" : "default" })); // just loaded
      const copy = await copies.match(page);
      const age = Date.now() - Date.parse(copy?.headers.get("date"));
      // Urgent help is refreshed once a day: its telephone numbers must be current.
      if (!copy || (page === urgent && !(age < DAY))) await add(page);
      const text = await (await copies.match(page)).text();
      for (const [, name] of text.matchAll(/<(?:link rel="stylesheet" href|script src|img [^>]*src)="(?!data:)([^"]+)/g)) {
        const asked = new URL(name, page).href;
        if (!(await copies.match(asked))) await add(asked);
      }
    }
  }

  /** Work for later visits, after everything that this page needs has loaded. */
  function prepare() {
    document.head.append(make("link", { rel: "manifest", href: site("manifest.webmanifest") }));
    // Without a connection or storage, the page itself still works.
    if (stored(CHOICE) !== "none") keepFirst().catch(() => {});
  }

  device.append(status, buttons);
  showState();
  if (document.readyState === "complete") prepare();
  else addEventListener("load", prepare);
}
