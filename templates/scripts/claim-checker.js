// Holds what a clinic says against the claims that stand on this page. What is pasted goes nowhere.
{
  const MOST = 2; // claims for a sentence; more would hide the one that fits
  // In tests/browser/cases/clinic-words.yaml what is like a claim lies above, and what is not far below.
  const LIKE = 0.17;
  const form = document.querySelector(".claim-checker__form");
  const field = form.querySelector("textarea");
  const status = document.querySelector(".claim-checker__status");
  const list = document.querySelector(".claim-checker__found");
  const claims = [...document.querySelectorAll(".claim-checker .rows > li")];
  const finder = new Finder(
    claims.map((one) => [[one.querySelector("span").textContent, 1]]),
    SEARCH_INDEX.same,
  );
  const guide = new GuideSearch(SEARCH_INDEX);

  function sentencesOf(text) {
    const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
    return [...segmenter.segment(text)]
      .flatMap(({ segment }) => segment.split(/\n+/))
      .map((one) => one.trim())
      .filter(Boolean);
  }

  /** A sentence with the claims that are like it, and a question of the guide that it touches. */
  function compared(sentence) {
    const found = finder.find(sentence).filter(({ share, fill }) => share * fill >= LIKE);
    const question = guide
      .find(sentence)
      .slice(0, 2)
      .find(({ section }) => section.endsWith("?"));
    return { sentence, found: found.slice(0, MOST), question };
  }

  function shown({ sentence, found, question }) {
    const item = make(
      "li",
      { className: "claim-checker__sentence" },
      make("blockquote", { className: "claim__heard" }, `“${sentence}”`),
    );
    item.append(make("ul", { className: "rows" }, ...found.map(({ at }) => claims[at].cloneNode(true))));
    if (question) {
      const link = make("a", { className: "tap", href: new URL(question.sectionHref, SITE).href }, question.section);
      item.append(make("p", {}, "A question that we answer: ", link));
    }
    return item;
  }

  function told(heard, all) {
    if (!all) return "There is nothing to compare yet. Copy some words into the box.";
    if (!heard) {
      return "We have checked nothing like this. That makes it neither true nor false. You can ask for the study behind it.";
    }
    const count = `Sentences like a claim that we checked: ${heard} of ${all}.`;
    return `${count} Compare the words: theirs may say more, or less, or the opposite.`;
  }

  function compare() {
    const all = sentencesOf(field.value);
    const heard = all.map(compared).filter(({ found }) => found.length);
    list.replaceChildren(...heard.map(shown));
    status.textContent = told(heard.length, all.length);
  }

  form.addEventListener("submit", compare);
}
