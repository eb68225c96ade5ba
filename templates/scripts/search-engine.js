// Finds short texts for the words that a reader types, slips of the pen and other words for a thing included.
// It knows English endings and no subject: what words mean the same is the guide's to say.

// Words that hold a sentence together; alone they say nothing of what is looked for.
const SMALL_WORDS = new Set(
  ("a about after all am an and any are as at be been before but by can cannot could did do does else for from get go had has have " +
    "having how i if in into is it its just many me more much my no not of off on one or our out really same should so some " +
    "someone than that the their them then there they this to too up us use was we were what when where which who why will with " +
    "would you your d ll m re s t ve don isn aren won cant wont dont im").split(" "),
);
const SMALL = 0.15; // what such a word counts beside another
const SLIP = { 0: 0, 4: 1, 8: 2 }; // from how many letters on how many may be wrong
const QUALITY = { same: 1, joined: 0.95, ownWord: 0.8, otherWord: 0.3, start: 0.75, slip: [1, 0.7, 0.45] };

/** The words of a text in small letters, without accents; “don’t” is “dont”, and “flare-up” also “flareup”. */
function wordsOf(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word without its ending: “stimulators”, “stimulation” and “stimulate” are one, and so are British and American spellings. */
function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let end = word.replace(/([a-z]{2})ies$/, "$1y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^sui])s$/, "$1");
  end = end.replace(/our$/, "or").replace(/os[ei]s$/, "os").replace(/(?<=.{3})[iy][sz](?:ation|ing|ed|er|e)$/, "iz");
  end = end.replace(/(?<=.{3})(?:ness|ment|ful|ly)$/, "").replace(/(?<=[aeiouy].*[a-z])(?:ing|ed)$/, "");
  end = end.replace(/([bdgmnprt])\1$/, "$1").replace(/(?<=.{3})at(?:ion|or|ive|e)$/, "at");
  return end.replace(/(?<=.{3})e$/, "").replace(/y$/, "i");
}

const stemsOf = (text) => wordsOf(text).map(stem);

/** How many letters to add, leave out, change or swap until one word is the other; `most` + 1 when it takes more. */
function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

/**
 * A finder for `entries`, each a list of fields `[text, weight]`; `synonyms` are lists of words and phrases, of which
 * each may stand for the first.
 *
 * Its `find(query)` gives, best first, `{at, score, share, fill}`: which entry, how well it fits, how much of
 * the query's meaning it holds, and how much of its own first field the query holds (both 0 to 1).
 */
function makeFinder(entries, synonyms = []) {
  const held = new Map(); // stem → Map(entry → best weight)
  const first = []; // the stems of each entry's first field
  entries.forEach((fields, at) => {
    fields.forEach(([text, weight], number) => {
      const stems = stemsOf(text);
      // A word says more about a short text than about a long one.
      const worth = weight / (0.7 + 0.3 * Math.sqrt(stems.length));
      const joined = (text.match(/\p{L}+-\p{L}+/gu) ?? []).map((one) => stem(wordsOf(one).join("")));
      for (const one of [...stems, ...joined]) {
        if (!held.has(one)) held.set(one, new Map());
        const places = held.get(one);
        places.set(at, Math.max(places.get(at) ?? 0, worth));
      }
      if (number === 0) first[at] = new Set(stems);
    });
  });
  const texts = [...entries.flat().map(([text]) => text), ...synonyms.flat()];
  const vocabulary = [...new Set(texts.flatMap(wordsOf))].map((word) => [word, stem(word)]);
  for (const [, one] of vocabulary) if (!held.has(one)) held.set(one, new Map()); // known, though nothing holds it
  const small = new Set([...SMALL_WORDS].map(stem));
  const groups = synonyms.map((group) => group.map((words) => stemsOf(words).filter((one) => !small.has(one))));
  const rarity = (count) => Math.log(1 + entries.length / (1 + count));

  /** The known stems that a typed word may mean, each with how sure that is. */
  function meant(word) {
    const own = stem(word);
    if (held.has(own)) return [[own, QUALITY.same]];
    const begun = word.length > 2 ? vocabulary.filter(([one]) => one.startsWith(word)) : [];
    if (begun.length) return meanings(begun, QUALITY.start);
    let nearest = Object.entries(SLIP).reduce((most, [letters, count]) => (word.length >= letters ? count : most), 0);
    let found = [];
    for (const entry of nearest ? vocabulary : []) {
      if (entry[0].length < 3) continue;
      const count = slips(word, entry[0], nearest);
      if (count < nearest) found = [];
      if (count <= nearest) found.push(entry);
      nearest = Math.min(nearest, count);
    }
    const alike = found.filter(([one]) => one[0] === word[0]); // the first letter is seldom the wrong one
    return meanings(alike.length ? alike : found, QUALITY.slip[nearest]);
  }

  const meanings = (entries, quality) => [...new Set(entries.map(([, one]) => one))].map((one) => [one, quality]);

  /** A query as units: what each is worth, and the ways to say it, a way being a list of stems with how sure they are. */
  function unitsOf(query) {
    const all = wordsOf(query);
    const isSmall = (word) => small.has(stem(word));
    const words = all.filter((word) => !isSmall(word));
    const typed = words.map(meant);
    const units = all.filter(isSmall).map((word) => ({ worth: words.length ? SMALL : 1, ways: [[[stem(word), QUALITY.same]]] }));
    for (let at = 0; at < words.length; at += 1) {
      const joined = at + 1 < words.length ? stem(words[at] + words[at + 1]) : "";
      const phrase = phraseAt(typed, at);
      if (phrase) {
        units.push({ worth: 1, ways: [...waysOf(typed.slice(at, at + phrase.length)), ...phrase.others] });
        at += phrase.length - 1;
      } else if (joined && held.has(joined)) {
        units.push({ worth: 1, ways: [[[joined, QUALITY.joined]], ...waysOf(typed.slice(at, at + 2))] });
        at += 1;
      } else {
        units.push({ worth: 1, ways: typed[at].map((one) => [one]) });
      }
    }
    return units;
  }

  /** Several words as typed: a way for each meaning of one word, else the first meaning of each. */
  function waysOf(typed) {
    if (typed.length === 1) return typed[0].map((one) => [one]);
    return typed.every((ways) => ways.length) ? [typed.map((ways) => ways[0])] : [];
  }

  /** The longest phrase of a group of synonyms that begins here, and the other ways to say it. */
  function phraseAt(typed, at) {
    let best = null;
    for (const group of groups) {
      for (const phrase of group) {
        const heard = phrase.map((one, after) => typed[at + after]?.find(([meaning]) => meaning === one)?.[1] ?? 0);
        const sure = Math.min(...heard, 1);
        if (!phrase.length || !sure || phrase.length < (best?.length ?? 0)) continue;
        // From any word to the guide's own, and back with less trust: two other words may differ in meaning.
        const isOwn = phrase === group[0];
        const quality = sure * (isOwn ? QUALITY.otherWord : QUALITY.ownWord);
        const others = (isOwn ? group.slice(1) : [group[0]]).map((stems) => stems.map((one) => [one, quality]));
        if (best?.length === phrase.length) best.others.push(...others);
        else best = { length: phrase.length, others };
      }
    }
    return best;
  }

  return {
    find(query) {
      const found = new Map();
      let whole = 0;
      for (const { worth, ways } of unitsOf(query)) {
        const best = new Map(); // entry → { value, stems } of the way that fits best
        for (const way of ways) {
          const places = new Set(way.flatMap(([one]) => [...(held.get(one)?.keys() ?? [])]));
          const rare = rarity([...places].filter((at) => way.every(([one]) => held.get(one)?.has(at))).length);
          for (const at of places) {
            // A phrase of which half is missing says less than half.
            const there = way.filter(([one]) => held.get(one)?.has(at));
            const fits = there.reduce((sum, [one, quality]) => sum + quality * held.get(one).get(at), 0) / way.length;
            const value = rare * fits * (there.length / way.length) ** 2;
            if (value > (best.get(at)?.value ?? 0)) best.set(at, { value, stems: there.map(([one]) => one) });
          }
        }
        const rare = worth * rarity(best.size);
        whole += rare;
        for (const [at, { value, stems }] of best) {
          const known = found.get(at) ?? { at, score: 0, share: 0, stems: new Set() };
          known.score += worth * value;
          known.share += rare;
          for (const one of stems) known.stems.add(one);
          found.set(at, known);
        }
      }
      const results = [...found.values()].map(({ at, score, share, stems }) => {
        const said = [...first[at]].filter((one) => !small.has(one));
        const fill = said.length ? said.filter((one) => stems.has(one)).length / said.length : 0;
        const part = whole ? share / whole : 0;
        return { at, score: score * part * part * (1 + fill / 2), share: part, fill };
      });
      return results.sort((one, other) => other.score - one.score || one.at - other.at);
    },
  };
}

/**
 * Searches the guide: `index` is what `search/index.js` declares.
 *
 * `find(query)` gives, best first, `{title, href, section, sectionHref, part, line}`; each page stands there once, with
 * the section that fits best, if one does. Addresses begin at the top of the site.
 */
function searchGuide({ pages, glossary, terms, same }) {
  const slug = (words) => words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const whole = makeFinder(pages.map(([, title, part, summary, sections, other]) => [
    [title.replace(/[:(?].*/, ""), 6], // what the page is about stands first
    [title, 4],
    [sections.map(([heading]) => heading).join(" "), 3],
    [summary, 3],
    [other, 3],
    [part, 1],
  ]), same);
  const sections = pages.flatMap(([, title, , , all], page) =>
    all.map(([heading, anchor]) => ({ page, heading, anchor: anchor ?? slug(heading), fields: [[heading, 6], [title, 3]] })),
  );
  const often = new Map(); // how many pages have a section of this name, which then says little of each
  for (const { heading } of sections) often.set(heading, (often.get(heading) ?? 0) + 1);
  const within = makeFinder(sections.map(({ fields }) => fields), same);
  const words = makeFinder(terms.map(([, term, plain, forms]) => [[`${term} ${forms}`, 5], [plain, 2]]));

  return {
    find(query) {
      const results = new Map();
      for (const { at, score } of whole.find(query)) {
        const [address, title, part, summary] = pages[at];
        results.set(at, { score, title, href: address, part, line: summary, section: "", sectionHref: "" });
      }
      const seen = new Set();
      for (const { at, score, fill, share } of within.find(query)) {
        const { page, heading, anchor } = sections[at];
        const result = results.get(page);
        if (!result || seen.has(page)) continue;
        seen.add(page);
        result.score += score / Math.sqrt(often.get(heading));
        if (fill) Object.assign(result, { section: heading, sectionHref: `${result.href}#${anchor}` });
      }
      const found = [...results.values()];
      for (const { at, score, fill } of words.find(query)) {
        const [id, term, plain] = terms[at];
        if (fill) found.push({ score: score * fill, title: term, href: `${glossary}#${id || slug(term)}`, part: "Word", line: plain, section: "", sectionHref: "" });
      }
      return found.sort((one, other) => other.score - one.score);
    },
  };
}
