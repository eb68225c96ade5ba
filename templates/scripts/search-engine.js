// Full-text search over short texts, with English stemming, synonyms and typo tolerance. Synonyms come with the index.

// Stop words: they count little beside other words.
const STOP_WORDS = new Set(
  `a about after all am an and any anything are as at be because been before being but by came can cannot cant come
  comes coming could d did do does doing else ever for from get gets getting go goes going gone good got had has have
  having he her him his how i if im in into is isn it its ive just keep keeps ll m made make makes making many me more
  much my need needed needs no not of off on one or our out please re really s same she should so some someone
  something still t than that the their them then there they this time times to too until up us use used uses using ve
  was we were what when where which who why will with wont worse would you your`.split(/\s+/),
);
const isStopWord = (word) => STOP_WORDS.has(word) || STOP_WORDS.has(word.replace(/(?<!^be)nt$/, "")); // “is” and “isn’t”, not “bent”
const STOP_WORD_WEIGHT = 0.15;
const MAX_EDITS = [
  [12, 3],
  [8, 2],
  [4, 1],
  [0, 0],
]; // [length from, edits]: how many typing errors a word of this length may have
const maxEdits = (word) => MAX_EDITS.find(([letters]) => word.length >= letters)[1];
const SHORT_WORD = 5; // letters; in shorter words the first one has to be right: “bake” is no typo of “take”
const EXACT_TITLE = 3; // factor for a page whose whole title was typed
// The weight of a match, by how it was found; for `edits`, by the number of typing errors.
const QUALITY = { same: 1, joined: 0.95, preferred: 0.8, prefixed: 0.75, synonym: 0.3, edits: [1, 0.7, 0.45, 0.3] };

/** The words of a text in lower case, without accents and apostrophes: “don’t” becomes “dont”. */
function wordsOf(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The stem of a word: equal for “stimulators” and “stimulation”, and for British and American spellings. */
function stem(word) {
  if (word.length < 4 || /\d/.test(word) || isStopWord(word)) return word;
  return word
    .replace(/([a-z]{2})ies$/, "$1y")
    .replace(/(ss|sh|ch|x)es$/, "$1")
    .replace(/([^sui])s$/, "$1")
    .replace(/our$/, "or")
    .replace(/os[ei]s$/, "os")
    .replace(/(?<=.{3})[iy][sz](?:ation|ing|ed|er|e)$/, "iz")
    .replace(/(?<=.{3})(?:ness|ment|ful|ly)$/, "")
    .replace(/(?<=[aeiouy].*[a-z])(?:ing|ed)$/, "")
    .replace(/([bdgmnprt])\1$/, "$1")
    .replace(/(?<=.{3})at(?:ion|or|ive|e)$/, "at")
    .replace(/(?<=.{3})e$/, "")
    .replace(/y$/, "i");
}

const stemsOf = (text) => wordsOf(text).map(stem);
const contentStems = (text) => stemsOf(text).filter((one) => !isStopWord(one));

/** A phonetic key, equal or similar for words spelt as they sound: “fisio”, “wich”, “operashun”. */
const sound = (word) => word.replace(/[st]ion/, "shun").replace("wh", "w").replaceAll("ph", "f").replace(/(.)\1/g, "$1");

const lettersOf = (word) => [...word].sort().join("");
const STOP_WORD_SOUNDS = new Set([...STOP_WORDS].map(sound));
const STOP_WORD_LETTERS = new Set([...STOP_WORDS].filter((word) => word.length > 3).map(lettersOf));

/** The Damerau–Levenshtein distance of two words; Infinity if it is more than `most`. */
function editDistance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[other.length] <= most ? row[other.length] : Infinity;
}

/**
 * An inverted index of entries, each a list of fields `[text, weight]`. `synonyms` are groups of words and phrases,
 * the preferred one first. With `isForgiving`, typing errors are tolerated; copied text has none.
 *
 * A query is parsed into terms: words, or phrases that have synonyms. A term has alternatives, each a list of stems with
 * the quality of their match: `[[stem, quality], …]`.
 */
class Finder {
  #count;
  #postings = new Map(); // stem → Map(entry → weight)
  #titleStems; // for each entry, the stems of its first field without stop words
  #vocabulary; // each indexed word: [word, its stem, the stem of its phonetic key]
  #synonyms; // groups of phrases, each a list of stems
  #isForgiving; // whether typing errors are tolerated

  constructor(entries, synonyms = [], { isForgiving = true } = {}) {
    this.#isForgiving = isForgiving;
    this.#count = entries.length;
    entries.forEach((fields, at) => fields.forEach((field) => this.#add(at, ...field)));
    this.#titleStems = entries.map(([[text]]) => [...new Set(contentStems(text))]);
    const texts = [...entries.flat().map(([text]) => text), ...synonyms.flat()];
    this.#vocabulary = [...new Set(texts.flatMap(wordsOf))]
      .filter((word) => !isStopWord(word))
      .map((word) => [word, stem(word), stem(sound(word))]);
    for (const [, one] of this.#vocabulary) if (!this.#postings.has(one)) this.#postings.set(one, new Map());
    this.#synonyms = synonyms.map((group) => group.map((words) => contentStems(words)));
  }

  /**
   * The entries that match a term of the query, best first, as `{at, sum, score, share, fill, stems}`: the index of the
   * entry, the sum of its matches, its score, the weighted share of the query's terms that it matches (0 to 1), the share
   * of its first field that the query matches (0 to 1), and the number of matched stems.
   */
  find(query) {
    const found = new Map();
    let total = 0;
    for (const { worth, alternatives } of this.#parse(query)) {
      const { matches, full } = this.#matchesOf(alternatives);
      const weight = worth * this.#rarity(full);
      total += weight;
      for (const [at, { value, part, stems }] of matches) {
        if (!found.has(at)) {
          if (worth === STOP_WORD_WEIGHT) continue; // stop words alone match nothing
          found.set(at, { at, sum: 0, matched: 0, stems: new Set() });
        }
        const entry = found.get(at);
        entry.sum += worth * value;
        entry.matched += weight * part;
        for (const one of stems) entry.stems.add(one);
      }
    }
    const results = [...found.values()].map(({ at, sum, matched, stems }) => {
      const share = total ? matched / total : 0;
      const fill = this.#titleStems[at].filter((one) => stems.has(one)).length / (this.#titleStems[at].length || 1);
      // Matching half of the query counts far less than half.
      return { at, sum, score: sum * share ** 2 * (1 + fill / 2), share, fill, stems: stems.size };
    });
    return results.sort((one, other) => other.score - one.score || one.at - other.at);
  }

  /** The words of a query that match no indexed word, not even with typing errors. */
  unknown(query) {
    return wordsOf(query).filter((word) => !this.#isStopWord(word) && !this.#candidatesOf(word).length);
  }

  /** Whether a typed word is a stop word, also if misspelt: “wich”, “becuase”. */
  #isStopWord(word) {
    if (isStopWord(word) || !this.#isForgiving || this.#postings.has(stem(word))) return isStopWord(word);
    return STOP_WORD_SOUNDS.has(sound(word)) || STOP_WORD_LETTERS.has(lettersOf(word));
  }

  #add(at, text, weight) {
    const stems = stemsOf(text);
    const worth = weight / (0.7 + 0.3 * Math.sqrt(stems.length)); // a match in a short text counts more
    const joined = (text.match(/\p{L}+-\p{L}+/gu) ?? []).map((one) => stem(wordsOf(one).join(""))); // flare-up: flareup
    for (const one of [...stems, ...joined]) {
      if (!this.#postings.has(one)) this.#postings.set(one, new Map());
      const places = this.#postings.get(one);
      places.set(at, Math.max(places.get(at) ?? 0, worth));
    }
  }

  #rarity(places) {
    return Math.log(1 + this.#count / (1 + places));
  }

  /**
   * The entries that match an alternative of a term, each with its best match: value, share of the alternative's stems
   * that match (`part`), and these stems. `full` is the number of entries that match all stems of an alternative.
   */
  #matchesOf(alternatives) {
    const best = new Map();
    const full = new Set();
    for (const alternative of alternatives) {
      const places = new Set(alternative.flatMap(([one]) => [...this.#postings.get(one).keys()]));
      const matchedIn = (at) => alternative.filter(([one]) => this.#postings.get(one).has(at));
      const rarity = this.#rarity([...places].filter((at) => matchedIn(at).length === alternative.length).length);
      for (const at of places) {
        const here = matchedIn(at);
        const { length } = alternative;
        const fit = here.reduce((sum, [one, quality]) => sum + quality * this.#postings.get(one).get(at), 0) / length;
        const part = here.length / length;
        const value = rarity * fit * part ** 2; // half a phrase counts less than half
        if (part === 1) full.add(at);
        if (value > (best.get(at)?.value ?? 0)) best.set(at, { value, part, stems: here.map(([one]) => one) });
      }
    }
    return { matches: best, full: full.size };
  }

  #parse(query) {
    const all = wordsOf(query);
    const words = all.filter((word) => !this.#isStopWord(word));
    const candidates = words.map((word) => this.#candidatesOf(word));
    const stopWords = all.filter((word) => isStopWord(word) && this.#postings.has(stem(word)));
    const worth = words.length ? STOP_WORD_WEIGHT : 1;
    const parsed = [];
    for (let at = 0; at < words.length; at += 1) {
      const joined = at + 1 < words.length ? stem(words[at] + words[at + 1]) : "";
      const phrase = this.#phraseAt(candidates, at);
      if (phrase) {
        const own = this.#alternativesOf(candidates.slice(at, at + phrase.length));
        parsed.push({ worth: phrase.length, alternatives: [...own, ...phrase.others] });
        at += phrase.length - 1;
      } else if (this.#postings.has(joined)) {
        const own = this.#alternativesOf(candidates.slice(at, at + 2));
        parsed.push({ worth: 2, alternatives: [[[joined, QUALITY.joined]], ...own] });
        at += 1;
      } else {
        parsed.push({ worth: 1, alternatives: this.#alternativesOf([candidates[at]]) });
      }
    }
    return [...parsed, ...stopWords.map((word) => ({ worth, alternatives: [[[stem(word), QUALITY.same]]] }))];
  }

  /** For one word, each candidate is an alternative; for several words, the best candidates together are the only one. */
  #alternativesOf(candidates) {
    if (candidates.length === 1) return candidates[0].map((one) => [one]);
    return candidates.every((one) => one.length) ? [candidates.map(([best]) => best)] : [];
  }

  /** The indexed stems that a typed word may stand for, with quality: its own, else by prefix, else by typing errors. */
  #candidatesOf(word) {
    const own = stem(word);
    if (this.#postings.has(own)) return [[own, QUALITY.same]];
    const prefixed = word.length > 2 ? this.#vocabulary.filter(([one]) => one.startsWith(word)) : [];
    if (prefixed.length) return candidatesFrom(prefixed, QUALITY.prefixed);
    let nearest = maxEdits(word);
    let found = [];
    const ownSound = stem(sound(word));
    const mostByEar = maxEdits(ownSound);
    for (const entry of nearest && this.#isForgiving ? this.#vocabulary : []) {
      const [known, , knownSound] = entry;
      if (known.length < 3 || (ownSound.length < SHORT_WORD && knownSound[0] !== ownSound[0])) continue;
      const byEar = editDistance(ownSound, knownSound, Math.min(nearest, mostByEar));
      const count = Math.min(editDistance(word, known, nearest), byEar);
      if (count < nearest) found = [];
      if (count <= nearest) found.push(entry);
      nearest = Math.min(nearest, count);
    }
    const swapped = found.filter(([one]) => lettersOf(one) === lettersOf(word)); // “pian” is “pain”, not “plan”
    const alike = found.filter(([one]) => one[0] === word[0]); // the first letter is seldom wrong
    return candidatesFrom([swapped, alike, found].find((all) => all.length) ?? [], QUALITY.edits[nearest]);
  }

  /** The longest phrase that begins at an index and has synonyms: its number of words, and its other alternatives. */
  #phraseAt(candidates, at) {
    let best = null;
    for (const group of this.#synonyms) {
      for (const phrase of group) {
        const qualityOf = (one, after) => candidates[at + after]?.find(([candidate]) => candidate === one)?.[1] ?? 0;
        const qualities = phrase.map(qualityOf);
        const worst = Math.min(...qualities, 1);
        if (!phrase.length || !worst || phrase.length < (best?.length ?? 0)) continue;
        // Any phrase leads to the preferred one, and the preferred one to the others, but these do not lead to each other.
        const isOwn = phrase === group[0];
        const quality = worst * (isOwn ? QUALITY.synonym : QUALITY.preferred);
        const others = (isOwn ? group.slice(1) : [group[0]]).map((stems) => stems.map((one) => [one, quality]));
        if (best?.length === phrase.length) best.others.push(...others);
        else best = { length: phrase.length, others };
      }
    }
    return best;
  }
}

/** The distinct stems of vocabulary entries, each with this quality. */
const candidatesFrom = (entries, quality) => [...new Set(entries.map(([, one]) => one))].map((one) => [one, quality]);

/** Searches the pages, sections and glossary terms in `SEARCH_INDEX` (search/index.js). */
class GuideSearch {
  #index;
  #sections; // of all pages, in one list: {page, heading, href}
  #headingCounts = new Map(); // by the stems of a heading, how many sections have it; common headings count less
  #pageFinder;
  #sectionFinder;
  #termFinder;

  constructor(index) {
    const { pages, terms, same } = index;
    this.#index = index;
    const asPair = (section) => [section].flat(); // [heading, anchor], or the heading alone
    this.#sections = pages.flatMap(([address, , , , all], page) =>
      all.map(asPair).map(([heading, anchor]) => ({ page, heading, href: `${address}#${anchor ?? slug(heading)}` })),
    );
    for (const section of this.#sections) {
      section.key = contentStems(section.heading).join(" ");
      this.#headingCounts.set(section.key, (this.#headingCounts.get(section.key) ?? 0) + 1);
    }
    const fields = ([, title, part, summary, sections, other]) => [
      [title.replace(/[:(?].*/, ""), 6], // the subject of the page, before a colon
      [title, 4],
      [sections.map((one) => asPair(one)[0]).join(" "), 3],
      [summary, 3],
      [other, 3],
      [part, 1],
    ];
    this.#pageFinder = new Finder(pages.map(fields), same);
    this.#sectionFinder = new Finder(
      this.#sections.map(({ page, heading }) => [
        [heading, 6],
        [pages[page][1], 3],
      ]),
      same,
    );
    this.#termFinder = new Finder(
      terms.map(([, term, plain, forms = ""]) => [
        [`${term} ${forms}`, 5],
        [plain, 2],
      ]),
      same,
    );
  }

  /**
   * The results for a query, best first, as `{score, title, href, part, line, section, sectionHref}`. A page is listed
   * once, with its best matching section, if any. Addresses are relative to the root of the site.
   */
  find(query) {
    const found = new Map();
    const typed = stemsOf(query).join(" ");
    for (const { at, score: fit } of this.#pageFinder.find(query)) {
      const [href, title, part, line] = this.#index.pages[at];
      const score = stemsOf(title).join(" ") === typed ? fit * EXACT_TITLE : fit;
      found.set(at, { score, title, href, part, line, section: "", sectionHref: "" });
    }
    const seen = new Set();
    for (const { at, score, fill } of this.#sectionFinder.find(query)) {
      const { page, heading, href, key } = this.#sections[at];
      if (!found.has(page) || seen.has(page)) continue;
      seen.add(page);
      const result = found.get(page);
      result.score += score / Math.sqrt(this.#headingCounts.get(key));
      if (fill) Object.assign(result, { section: heading, sectionHref: href });
    }
    const results = [...found.values(), ...this.#terms(query)];
    return results.sort((one, other) => other.score - one.score);
  }

  /** The words of a query that match neither a page nor a glossary term. */
  unknown(query) {
    return this.#pageFinder.unknown(query).filter((word) => this.#termFinder.unknown(word).length);
  }

  #terms(query) {
    const found = this.#termFinder.find(query).filter(({ fill }) => fill);
    return found.map(({ at, score, fill }) => {
      const [id, title, line] = this.#index.terms[at];
      const page = this.#index.glossary.replace("*", title[0].toLowerCase());
      const href = `${page}#${id || slug(title)}`;
      return { score: score * fill, title, href, part: "Word", line, section: "", sectionHref: "" };
    });
  }
}

/** The anchor for a heading or term; the index leaves out anchors that equal it. */
const slug = (words) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
