// Holds what a clinic says against the claims that stand on this page. What is pasted goes nowhere.
{
  const MOST = 3; // claims for a sentence; more would hide the one that fits
  // In tests/browser/cases/clinic-words.yaml what is like a claim lies above, and most of what is not below.
  // It is measured by what a word is worth that one claim alone holds, so that it fits a guide with few claims too.
  const LIKE = 0.36;
  const LIKE_ELSEWHERE = 0.5; // in a sentence without any of the subjects that claims have in common
  const SUBJECT = 0.03; // of all claims hold such a word
  // Where a new idea may begin: a long sentence says several, and each may be a claim.
  const CUT =
    /[,;:.!?()–—]|\b(?:and|but|so|unless|because|while|which|that|yet|since|when|whether|although|though)\b/i;
  // Words of any clinic and of any sentence: two texts that share no others have nothing in common.
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

  /** A sentence, its clauses, and each two of them that follow one another. */
  function piecesOf(sentence) {
    const clauses = sentence.split(CUT).filter((one) => one.trim());
    return new Set([sentence, ...clauses, ...clauses.slice(1).map((one, at) => `${clauses[at]} ${one}`)]);
  }

  const telling = (text) =>
    (text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? []).filter((one) => !COMMON.has(stem(one)));

  /** The words that several claims share: a sentence that has one is about the same things. */
  function subjectsOf(texts) {
    const counts = new Map();
    for (const one of texts.flatMap((text) => [...new Set(telling(text).map(stem))])) {
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return new Set([...counts].filter(([one, count]) => count > texts.length * SUBJECT && !isStopWord(one)).map(([one]) => one));
  }

  const subjects = subjectsOf(claims.map((one) => one.querySelector("span").textContent));

  /** The claims that are like a sentence or a piece of it, best first: `[which claim, how like]`. */
  function alike(sentence) {
    const best = new Map();
    for (const piece of piecesOf(sentence)) {
      const words = telling(piece);
      if (words.every(isStopWord)) continue;
      for (const { at, sum, share, stems } of finder.find(words.join(" "))) {
        if (stems > 1) best.set(at, Math.max(best.get(at) ?? 0, sum * Math.sqrt(share)));
      }
    }
    const isOurs = telling(sentence).some((word) => subjects.has(stem(word)));
    const least = (isOurs ? LIKE : LIKE_ELSEWHERE) * Math.log(1 + claims.length / 2);
    return [...best].filter(([, like]) => like >= least).sort(([, one], [, other]) => other - one);
  }

  /** A sentence with the claims that are like it, and a question of the guide that it touches. */
  function compared(sentence) {
    const found = alike(sentence).slice(0, MOST);
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
    // Without it a verdict seems to be on the clinic's own words.
    item.append(make("p", {}, "Like it, and checked by us:"));
    item.append(make("ul", { className: "rows" }, ...found.map(([at]) => claims[at].cloneNode(true))));
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
