// Finds short texts for the words that a reader types, slips of the pen and other words for a thing included.
// It knows English endings and no subject: what words mean the same is the guide's to say.

// Words that hold a sentence together; alone they say little of what is looked for.
const SMALL_WORDS = new Set(
  `a about after all am an and any anything are as at be because been before being but by came can cannot cant come
  comes coming could d did do does doing else ever for from get gets getting go goes going gone good got had has have
  having he her him his how i if im in into is isn it its ive just keep keeps ll m made make makes making many me more
  much my need needed needs no not of off on one or our out please re really s same she should so some someone
  something still t than that the their them then there they this time times to too until up us use used uses using ve
  was we were what when where which who why will with wont worse would you your`.split(/\s+/),
);
const isSmall = (word) => SMALL_WORDS.has(word) || SMALL_WORDS.has(word.replace(/(?<!^be)nt$/, "")); // “is” and “isn’t”, not “bent”
const SMALL = 0.15; // what such a word counts beside another
const SLIPS = [
  [12, 3],
  [8, 2],
  [4, 1],
  [0, 0],
]; // words of so many letters may have so many wrong
const slipsIn = (word) => SLIPS.find(([letters]) => word.length >= letters)[1];
const SURE = 5; // letters of a word that is not another one as soon as its first is wrong: “bake” is no “take”
const NAMED = 3; // times as well fits a page whose whole title was typed
// How sure it is that a text means what was typed.
const QUALITY = { same: 1, joined: 0.95, ownWord: 0.8, begun: 0.75, otherWord: 0.3, slips: [1, 0.7, 0.45, 0.3] };

/** The words of a text in small letters, without accents; “don’t” is “dont”. */
function wordsOf(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word without its ending: “stimulators” is “stimulation”, and British spellings are American ones. */
function stem(word) {
  if (word.length < 4 || /\d/.test(word) || isSmall(word)) return word;
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
const saidBy = (text) => stemsOf(text).filter((one) => !isSmall(one));

/** How a word is heard: who writes “fisio”, “wich” or “operashun” has heard it. Nobody hears a letter twice. */
const sound = (word) => word.replace(/[st]ion/, "shun").replace("wh", "w").replaceAll("ph", "f").replace(/(.)\1/g, "$1");

const lettersOf = (word) => [...word].sort().join("");
const SMALL_SOUNDS = new Set([...SMALL_WORDS].map(sound));
const SMALL_LETTERS = new Set([...SMALL_WORDS].filter((word) => word.length > 3).map(lettersOf));

/** How many letters to add, leave out, change or swap until one word is the other; Infinity when it takes more than `most`. */
function slips(one, other, most) {
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
 * Finds entries, each a list of fields `[text, weight]`. `synonyms` are lists of words and phrases, of which the first is
 * the guide's own and each other one may stand for it. Slips of the pen are forgiven, unless a text is copied and has none.
 *
 * A query is taken as units, a word or a phrase each; a unit can be meant in several ways; a way is a list of stems, each
 * with how sure it is: `[[stem, quality], …]`.
 */
class Finder {
  #count;
  #held = new Map(); // stem → Map(entry → what it weighs there)
  #firsts; // for each entry the stems of its first field that say something
  #vocabulary; // every known word with its stem, and the stem of its sound
  #groups; // the synonyms, as lists of stems
  #isForgiving; // whether a word may have slips

  constructor(entries, synonyms = [], { isForgiving = true } = {}) {
    this.#isForgiving = isForgiving;
    this.#count = entries.length;
    entries.forEach((fields, at) => fields.forEach((field) => this.#hold(at, ...field)));
    this.#firsts = entries.map(([[text]]) => [...new Set(saidBy(text))]);
    const texts = [...entries.flat().map(([text]) => text), ...synonyms.flat()];
    this.#vocabulary = [...new Set(texts.flatMap(wordsOf))]
      .filter((word) => !isSmall(word))
      .map((word) => [word, stem(word), stem(sound(word))]);
    for (const [, one] of this.#vocabulary) if (!this.#held.has(one)) this.#held.set(one, new Map());
    this.#groups = synonyms.map((group) => group.map((words) => saidBy(words)));
  }

  /**
   * The entries that hold something of the query, best first, as `{at, sum, score, share, fill}`: which entry, how much
   * all that it holds is worth, how well it fits, how much of the query's meaning it holds, and how much of its own first field the query holds (both 0 to 1).
   */
  find(query) {
    const found = new Map();
    let asked = 0;
    for (const { worth, ways } of this.#unitsOf(query)) {
      const { places, whole } = this.#placesOf(ways);
      const weight = worth * this.#rarity(whole);
      asked += weight;
      for (const [at, { value, part, stems }] of places) {
        if (!found.has(at)) {
          if (worth === SMALL) continue; // “how do I” alone answers nothing
          found.set(at, { at, sum: 0, held: 0, stems: new Set() });
        }
        const entry = found.get(at);
        entry.sum += worth * value;
        entry.held += weight * part;
        for (const one of stems) entry.stems.add(one);
      }
    }
    const results = [...found.values()].map(({ at, sum, held, stems }) => {
      const share = asked ? held / asked : 0;
      const fill = this.#firsts[at].filter((one) => stems.has(one)).length / (this.#firsts[at].length || 1);
      // What holds half of the query is worth far less than half of what holds it all.
      return { at, sum, score: sum * share ** 2 * (1 + fill / 2), share, fill, stems: stems.size };
    });
    return results.sort((one, other) => other.score - one.score || one.at - other.at);
  }

  /** The words of a query that nothing here is like, however they are spelt. */
  unknown(query) {
    return wordsOf(query).filter((word) => !this.#isSmall(word) && !this.#meant(word).length);
  }

  /** Whether a typed word only holds a sentence together, also with a slip: “wich” is “which”, “becuase” is “because”. */
  #isSmall(word) {
    if (isSmall(word) || !this.#isForgiving || this.#held.has(stem(word))) return isSmall(word);
    return SMALL_SOUNDS.has(sound(word)) || SMALL_LETTERS.has(lettersOf(word));
  }

  #hold(at, text, weight) {
    const stems = stemsOf(text);
    const worth = weight / (0.7 + 0.3 * Math.sqrt(stems.length)); // a word says more about a short text
    const joined = (text.match(/\p{L}+-\p{L}+/gu) ?? []).map((one) => stem(wordsOf(one).join(""))); // flare-up: flareup
    for (const one of [...stems, ...joined]) {
      if (!this.#held.has(one)) this.#held.set(one, new Map());
      const places = this.#held.get(one);
      places.set(at, Math.max(places.get(at) ?? 0, worth));
    }
  }

  #rarity(places) {
    return Math.log(1 + this.#count / (1 + places));
  }

  /**
   * The entries that hold a unit in one of its ways, each with the value of the way that fits best, how much of it is held,
   * and its stems; and how many entries hold a way whole.
   */
  #placesOf(ways) {
    const best = new Map();
    const whole = new Set();
    for (const way of ways) {
      const places = new Set(way.flatMap(([one]) => [...this.#held.get(one).keys()]));
      const heldIn = (at) => way.filter(([one]) => this.#held.get(one).has(at));
      const rarity = this.#rarity([...places].filter((at) => heldIn(at).length === way.length).length);
      for (const at of places) {
        const here = heldIn(at);
        const fit = here.reduce((sum, [one, quality]) => sum + quality * this.#held.get(one).get(at), 0) / way.length;
        const part = here.length / way.length;
        const value = rarity * fit * part ** 2; // half a phrase says less than half
        if (part === 1) whole.add(at);
        if (value > (best.get(at)?.value ?? 0)) best.set(at, { value, part, stems: here.map(([one]) => one) });
      }
    }
    return { places: best, whole: whole.size };
  }

  #unitsOf(query) {
    const all = wordsOf(query);
    const words = all.filter((word) => !this.#isSmall(word));
    const meant = words.map((word) => this.#meant(word));
    const smalls = all.filter((word) => isSmall(word) && this.#held.has(stem(word)));
    const worth = words.length ? SMALL : 1;
    const units = [];
    for (let at = 0; at < words.length; at += 1) {
      const joined = at + 1 < words.length ? stem(words[at] + words[at + 1]) : "";
      const phrase = this.#phraseAt(meant, at);
      if (phrase) {
        units.push({ worth: phrase.length, ways: [...this.#waysOf(meant.slice(at, at + phrase.length)), ...phrase.others] });
        at += phrase.length - 1;
      } else if (this.#held.has(joined)) {
        units.push({ worth: 2, ways: [[[joined, QUALITY.joined]], ...this.#waysOf(meant.slice(at, at + 2))] });
        at += 1;
      } else {
        units.push({ worth: 1, ways: this.#waysOf([meant[at]]) });
      }
    }
    return [...units, ...smalls.map((word) => ({ worth, ways: [[[stem(word), QUALITY.same]]] }))];
  }

  /** The ways of one word are its meanings; several words together have one, the likeliest meaning of each. */
  #waysOf(meant) {
    if (meant.length === 1) return meant[0].map((one) => [one]);
    return meant.every((meanings) => meanings.length) ? [meant.map(([likeliest]) => likeliest)] : [];
  }

  /** The known stems that a typed word may mean, with how sure that is: the word itself, one begun, or one misspelt. */
  #meant(word) {
    const own = stem(word);
    if (this.#held.has(own)) return [[own, QUALITY.same]];
    const begun = word.length > 2 ? this.#vocabulary.filter(([one]) => one.startsWith(word)) : [];
    if (begun.length) return meanings(begun, QUALITY.begun);
    let nearest = slipsIn(word);
    let found = [];
    const heard = stem(sound(word));
    const nearestHeard = slipsIn(heard);
    for (const entry of nearest && this.#isForgiving ? this.#vocabulary : []) {
      const [known, , itsSound] = entry;
      if (known.length < 3 || (heard.length < SURE && itsSound[0] !== heard[0])) continue;
      const count = Math.min(slips(word, known, nearest), slips(heard, itsSound, Math.min(nearest, nearestHeard)));
      if (count < nearest) found = [];
      if (count <= nearest) found.push(entry);
      nearest = Math.min(nearest, count);
    }
    const swapped = found.filter(([one]) => lettersOf(one) === lettersOf(word)); // “pian” is no “plan”
    const alike = found.filter(([one]) => one[0] === word[0]); // the first letter is seldom the wrong one
    return meanings([swapped, alike, found].find((all) => all.length) ?? [], QUALITY.slips[nearest]);
  }

  /** The longest phrase of synonyms that begins here: how many words it takes, and the other ways to say it. */
  #phraseAt(meant, at) {
    let best = null;
    for (const group of this.#groups) {
      for (const phrase of group) {
        const heard = phrase.map((one, after) => meant[at + after]?.find(([meaning]) => meaning === one)?.[1] ?? 0);
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
}

const meanings = (entries, quality) => [...new Set(entries.map(([, one]) => one))].map((one) => [one, quality]);

/** Searches the guide. It is given what `search/index.js` declares. */
class GuideSearch {
  #index;
  #sections; // of all pages, in one list: {page, heading, href}
  #often = new Map(); // how many pages have a section that says the same, which then says little of each
  #pageFinder;
  #sectionFinder;
  #termFinder;

  constructor(index) {
    const { pages, terms, same } = index;
    this.#index = index;
    this.#sections = pages.flatMap(([address, , , , all], page) =>
      all.map(([heading, anchor]) => ({ page, heading, href: `${address}#${anchor ?? slug(heading)}` })),
    );
    for (const section of this.#sections) {
      section.says = saidBy(section.heading).join(" ");
      this.#often.set(section.says, (this.#often.get(section.says) ?? 0) + 1);
    }
    const fields = ([, title, part, summary, sections, other]) => [
      [title.replace(/[:(?].*/, ""), 6], // what the page is about stands first
      [title, 4],
      [sections.map(([heading]) => heading).join(" "), 3],
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
      terms.map(([, term, plain, forms]) => [
        [`${term} ${forms}`, 5],
        [plain, 2],
      ]),
      same,
    );
  }

  /**
   * What fits a query, best first, as `{score, title, href, part, line, section, sectionHref}`. A page stands there once,
   * with the section that fits best if one does. Addresses begin at the top of the site.
   */
  find(query) {
    const found = new Map();
    const typed = stemsOf(query).join(" ");
    for (const { at, score: fit } of this.#pageFinder.find(query)) {
      const [href, title, part, line] = this.#index.pages[at];
      const score = stemsOf(title).join(" ") === typed ? fit * NAMED : fit;
      found.set(at, { score, title, href, part, line, section: "", sectionHref: "" });
    }
    const seen = new Set();
    for (const { at, score, fill } of this.#sectionFinder.find(query)) {
      const { page, heading, href, says } = this.#sections[at];
      if (!found.has(page) || seen.has(page)) continue;
      seen.add(page);
      const result = found.get(page);
      result.score += score / Math.sqrt(this.#often.get(says));
      if (fill) Object.assign(result, { section: heading, sectionHref: href });
    }
    const results = [...found.values(), ...this.#terms(query)];
    return results.sort((one, other) => other.score - one.score);
  }

  /** The words of a query of which the guide says nothing that can be found. */
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

/** What an anchor is called after its words, as the index leaves it out. */
const slug = (words) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
