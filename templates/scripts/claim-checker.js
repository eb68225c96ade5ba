// Compares pasted sentences with the claims on this page. The text is sent nowhere.
{
  const MOST = 3; // claims per sentence; more would hide the best one
  // The minimum similarity, tuned with tests/browser/cases/clinic-words.yaml. It is relative to the weight of a word that
  // only one claim has, so that it fits guides with few claims too.
  const THRESHOLD = 0.36;
  const OFF_TOPIC = 0.5; // for sentences without any topic word
  const SHARED = 0.03; // share of the claims that have a topic word, at least
  // Clause boundaries: each clause of a long sentence may be a claim.
  const BREAK =
    /[,;:.!?()–—]|\b(?:and|but|so|unless|because|while|which|that|yet|since|when|whether|although|though)\b/i;
  // More stop words: common in texts of clinics, so that they do not make two texts similar.
  const COMMON = new Set(
    `accept also answer ask available begin bring call care center centre clinic close come complete day days
    doctor doctors each easy end even every explain feel find first follow form free friend friendly give given
    good great help helps home hour hours keep know later leave left let like live long look many may meet
    member minute month monthly months morning most need never new next night no number offer offered often old
    only open other part patient patients people person phone place plan present read ready receive room same
    see send series session several small special staff stay take taken team than thing things three time today
    together told train trained treat treated treatment treatments try twenty under use used visit visits want
    way week weeks welcome well while whole without work worked works year years`
      .split(/\s+/)
      .map(stem),
  );
  const form = document.querySelector(".claim-checker__form");
  const field = form.querySelector("textarea");
  const status = document.querySelector(".claim-checker__status");
  const list = document.querySelector(".claim-checker__found");
  const claims = [...document.querySelectorAll(".claim-checker .rows > li")];
  const idOf = (claim) => claim.querySelector("a").pathname.replace(/.*\/|\.html$/g, "");
  const finder = new Finder(
    claims.map((one) => [
      [one.querySelector("span").textContent, 1],
      [CLAIM_KEYWORDS[idOf(one)] ?? "", 1],
    ]),
    SEARCH_INDEX.same,
    { isForgiving: false },
  );
  const guide = new GuideSearch(SEARCH_INDEX);

  function sentencesOf(text) {
    const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
    return [...segmenter.segment(text)]
      .flatMap(({ segment }) => segment.split(/\n+/))
      .map((one) => one.trim())
      .filter(Boolean);
  }

  /** A sentence, its clauses, and each pair of adjacent clauses. */
  function piecesOf(sentence) {
    const clauses = sentence.split(BREAK).filter((one) => one.trim());
    return new Set([sentence, ...clauses, ...clauses.slice(1).map((one, at) => `${clauses[at]} ${one}`)]);
  }

  const wordsIn = (text) =>
    (text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? []).filter((one) => !COMMON.has(stem(one)));

  /** The topic words: stems that several claims share. */
  function topicsOf(texts) {
    const counts = new Map();
    for (const one of texts.flatMap((text) => [...new Set(wordsIn(text).map(stem))])) {
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return new Set([...counts].filter(([one, count]) => count > texts.length * SHARED && !isStopWord(one)).map(([one]) => one));
  }

  const topics = topicsOf(claims.map((one) => one.querySelector("span").textContent));

  /** The claims similar to a sentence or a part of it, best first: `[index of the claim, score]`. */
  function similar(sentence) {
    const best = new Map();
    for (const piece of piecesOf(sentence)) {
      const words = wordsIn(piece);
      if (words.every(isStopWord)) continue;
      for (const { at, sum, share, stems } of finder.find(words.join(" "))) {
        if (stems > 1) best.set(at, Math.max(best.get(at) ?? 0, sum * Math.sqrt(share)));
      }
    }
    const isOnTopic = wordsIn(sentence).some((word) => topics.has(stem(word)));
    const least = (isOnTopic ? THRESHOLD : OFF_TOPIC) * Math.log(1 + claims.length / 2);
    return [...best].filter(([, score]) => score >= least).sort(([, one], [, other]) => other - one);
  }

  /** A sentence with similar claims, and a related question that the guide answers. */
  function compared(sentence) {
    const found = similar(sentence).slice(0, MOST);
    const question = guide
      .find(sentence)
      .slice(0, 2)
      .find(({ section }) => section.endsWith("?"));
    return { sentence, found, question };
  }

  function shown({ sentence, found, question }) {
    const item = make(
      "li",
      { className: "claim-checker__sentence" },
      make("blockquote", { className: "claim__heard" }, `“${sentence}”`),
    );
    // Without this line a verdict would seem to be about the clinic's own words.
    item.append(make("p", {}, "Like it, and checked by us:"));
    item.append(make("ul", { className: "rows" }, ...found.map(([at]) => claims[at].cloneNode(true))));
    if (question) {
      const link = make("a", { className: "tap", href: new URL(question.sectionHref, SITE).href }, question.section);
      item.append(make("p", {}, "A question that we answer: ", link));
    }
    return item;
  }

  function statusText(matched, all) {
    if (!all) return "There is nothing to compare yet. Copy some words into the box.";
    if (!matched) {
      return "We have checked nothing like this. That makes it neither true nor false. You can ask for the study behind it.";
    }
    const count = `Sentences like a claim that we checked: ${matched} of ${all}.`;
    return `${count} Compare the words: theirs may say more, or less, or the opposite.`;
  }

  function compare() {
    const all = sentencesOf(field.value);
    const matched = all.map(compared).filter(({ found }) => found.length);
    list.replaceChildren(...matched.map(shown));
    status.textContent = statusText(matched.length, all.length);
  }

  form.addEventListener("submit", compare);
}
