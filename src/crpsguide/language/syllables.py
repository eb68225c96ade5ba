"""How many syllables a word has: rules for the spelling of English, and a list of words that break them."""

import re
from functools import lru_cache

from crpsguide.language.patterns import AS_TYPED, Pattern

# Words of the rooms that this tool is for; each was looked up in the CMU Pronouncing Dictionary.
_LISTED = {
    1: "vs mm tongue real reach reached reads read",
    2: "acre business chocolate hundred naked nineteen ninety sacred wednesday wicked argue "
    "anyhow baseline being beyond breastfed caveat centre doing guideline headache headaches payer reader "
    "reason reread royal safety science surgeon technique timeline tired unique whenever widespread "
    "lifestyle sidestep seeing going fluid diet quiet trial riot poem lion vial bruises heroin outcome "
    "outcomes someone somewhat oneself",
    3: "anyone area audience behaviour earliest easier employee employer everything family ganglion markedly idea "
    "influence interest medicine medicines myelin nausea ongoing opinion parliament ratio reasonable reasoning rewire "
    "somebody suicide tiredness uneasy whoever averages averaged likelihood beforehand baselines miscarriage "
    "several whatever naively imagery heroin museum vegetable",
    4: "anaesthesia anesthesia appreciate complementary diabetes diabetic everybody experienced experience "
    "experiencing ideation nauseated "
    "osteopathy rewiring scientific society spontaneous suicidal immediate biopsychology serotonin",
    5: "laboratory veterinary recreational immediately",
    6: "osteoporosis anaesthesiologist anesthesiologist",
}
EXCEPTIONS = {word: number for number, words in _LISTED.items() for word in words.split()}

_VOWELS = Pattern(r"[aeiouy]+", AS_TYPED)
# Endings that begin a syllable of their own; what stands before them is counted as a word (care-ful-ly).
_ENDINGS = Pattern(
    r"(?<=[a-z]{3})(?:less|ness|nesses|ful|ly|ment|ments|some|where|time|times|fore|thing|things)$", AS_TYPED
)
# Vowels that stand together and are spoken apart (sci-ence, flu-id, vi-al, cre-ate, re-act, co-op).
_APART = Pattern(
    r"(?<![cstgxr])ia(?!ge)|ria(?!ge)|(?<![cstgxln])io(?!u)|(?<![cstgx])io(?=u)|nio(?!n)|iu|uou|[eioy]ing|"
    r"eo(?!n$|ns$|p|us)|(?<![gq])ua(?=[bdlrt])|ui(?=[dnt]y?)(?<![gqbs]ui)|ie(?=t|nce|nt|r$)(?<![cst]ie)|oe(?=[mt])|"
    r"^rea(?=ct|ss|tt|pp|dm|dj|lit)|^re(?=[iou])|^co(?=op|or|ex)|^pre(?=[eio])|^bio(?=[a-z])|(?<=cr)ea(?=t(?!ure))|(?<=[os]c)ia(?=t)|uity",
    AS_TYPED,
)


@lru_cache(maxsize=65536)
def count_syllables(word: str) -> int:
    """Syllables of a word as it is spoken, at least 1.

    A number in figures counts as one, for it is taken in at a glance; parts joined by a hyphen
    are counted apart; letters that are spelt out (`NHS`) count each.

    >>> [count_syllables(word) for word in ("pain", "tablet", "medicine", "long-lasting", "76")]
    [1, 2, 3, 3, 1]
    """
    parts = re.findall(r"[A-Za-z]+(?:['’][A-Za-z]+)?", word)
    return sum(_part(part) for part in parts) or 1


def _part(word: str) -> int:
    if len(word) > 1 and word.isupper():
        return len(word) + 2 * word.count("W")
    lower = re.sub(r"['’].*", "", word.lower())
    return _known(lower) or _spoken(lower)


def _known(word: str) -> int:
    """From the list, also for the plural of a word in it; 0 when it is not there."""
    if word in EXCEPTIONS or not word.endswith("s"):
        return EXCEPTIONS.get(word, 0)
    singular = EXCEPTIONS.get(word[:-1], 0)
    return singular + 1 if singular and word.endswith(("ces", "ses", "ges", "zes")) else singular


def _spoken(word: str) -> int:
    ending = _ENDINGS.search(word)
    if ending:
        start = word[: ending.start()]
        return (_known(start) or _spoken(start)) + _endings(ending[0])
    bare = _without_silent_e(word)
    return max(1, len(_VOWELS.findall(bare)) + len(_APART.findall(bare)) + _syllabic(word))


def _endings(ending: str) -> int:
    return 2 if ending == "nesses" else 1


def _without_silent_e(word: str) -> str:
    """Without an e that is not heard: at the end, before s, and before d but for -ted and -ded."""
    if re.search(r"[gq]ues?$", word):
        return re.sub(r"ues?$", "", word)
    if re.search(r"[^aeiouy]e$", word) or re.search(r"[aeiouy]{2}[^aeiouylr]?e$", word):
        return word[:-1]
    if re.search(r"[^aeioutdy]ed$", word):
        return word[:-2]
    if re.search(r"[^aeiouysxzcg]es$", word) and not re.search(r"(?:sh|ch)es$", word):
        return word[:-2]
    return word


def _syllabic(word: str) -> int:
    """One more for an l or m that is spoken as a syllable: ta-ble, rhyth-m."""
    return int(bool(re.search(r"(?:[^aeiouylrw]l|[bt]r)e[sd]?$", word))) + len(re.findall(r"(?:th|[ai]s)ms?$", word))
