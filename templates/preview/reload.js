// Asks the preview to say when there is a newer edition, and shows it.
const version = document.currentScript.dataset.version;
const source = new EventSource("/_crpsguide/events?seen=" + encodeURIComponent(version));
source.onmessage = () => location.reload();
addEventListener("pagehide", () => source.close());
