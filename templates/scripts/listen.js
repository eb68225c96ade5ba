// Reads the page aloud, only with voices on the device: others send the text to a company's servers.
if ("speechSynthesis" in window) {
  const LEFT_OUT =
    "nav, svg, button.sources, .mark, .note, .references, .listen, input, select, textarea";
  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, figcaption, summary, legend, label, main";
  const speech = window.speechSynthesis;
  const main = document.querySelector("main");
  const language = document.documentElement.lang;
  const button = make("button", { className: "button-link listen", type: "button" }, "Listen to this page");
  let waiting = null; // queue of sentences; null while not speaking

  function voice() {
    const local = speech.getVoices().filter((one) => one.localService);
    const speaks = (tongue) => local.find((one) => one.lang.replace("_", "-").startsWith(tongue));
    return speaks(language) ?? speaks(language.split("-")[0]);
  }

  /** The texts to read, one for each paragraph, list item or heading. */
  function passages() {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.matches?.(LEFT_OUT) || node.checkVisibility?.() === false // a text has neither
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const found = new Map();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.data) continue;
      const block = node.parentElement.closest(BLOCKS);
      found.set(block, (found.get(block) ?? "") + node.data);
    }
    return [...found.values()];
  }

  /** The texts as sentences, spoken one at a time, as browsers stop in the middle of long texts. */
  function sentences() {
    const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
    const found = passages().flatMap((text) => [...segmenter.segment(text.replace(/\s+/g, " "))]);
    return found.map((one) => one.segment.trim()).filter((one) => /[\p{L}\p{N}]/u.test(one));
  }

  function speakNext() {
    const sentence = waiting?.shift();
    if (!sentence) return stop();
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice() ?? null;
    utterance.lang = utterance.voice?.lang ?? language;
    utterance.onend = () => waiting && speakNext();
    utterance.onerror = stop;
    speech.speak(utterance);
  }

  function stop() {
    waiting = null;
    speech.cancel();
    button.textContent = "Listen to this page";
  }

  function offer() {
    if (button.isConnected || !voice() || main.querySelector(".search")) return; // not on the search page
    main.querySelector("h1")?.after(button);
  }

  button.addEventListener("click", () => {
    if (waiting) return stop();
    speech.cancel(); // another page of the site may have left utterances in the queue
    waiting = sentences();
    button.textContent = "Stop";
    speakNext();
  });
  addEventListener("pagehide", stop);
  speech.addEventListener?.("voiceschanged", offer); // many browsers load voices asynchronously
  offer();
}
