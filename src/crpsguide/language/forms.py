"""The forms of verbs and nouns: ease, eases, eased, easing."""

import re
from functools import cache

# Those whose forms no rule gives; the others follow spelling.
_IRREGULAR = {
    row.split()[0]: tuple(row.split())
    for row in """
    be is are was were been being, beat beats beaten beating, become becomes became becoming, bid bids bidding,
    bring brings brought bringing, come comes came coming, do does did done doing, find finds found finding,
    fall falls fell fallen falling, feel feels felt feeling, free frees freed freeing, get gets got getting,
    give gives gave given giving, go goes went gone going, grow grows grew grown growing, have has had having,
    hear hears heard hearing, know knows knew known knowing, lead leads led leading, leave leaves left leaving,
    let lets letting, make makes made making, man men, mean means meant meaning, meet meets met meeting,
    overcome overcomes overcame overcoming, person persons people, prove proves proved proven proving, put puts
    putting, read reads reading, rebuild rebuilds rebuilt rebuilding, regrow regrows regrew regrown regrowing,
    reset resets resetting, run runs ran running, say says said saying, see sees saw seen seeing, sell sells
    sold selling, show shows showed shown showing, shut shuts shutting, sleep sleeps slept sleeping, speak
    speaks spoke spoken speaking, take takes took taken taking, tell tells told telling, think thinks thought
    thinking, throw throws threw thrown throwing, wake wakes woke waking, win wins won winning, woman women,
    write writes wrote written writing, child children, life lives, foot feet
    """.split(",")
}


@cache  # the classes hold the same words again and again
def forms(word: str) -> tuple[str, ...]:
    """The forms of a verb or noun, as far as spelling and a short list tell.

    >>> forms("stop"), forms("remedy")
    (('stop', 'stops', 'stopped', 'stopping'), ('remedy', 'remedies', 'remedied', 'remedying'))
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if re.search(r"[^aeiou]y$", word):
        return word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"
    if word.endswith("e"):
        return word, f"{word}s", f"{word}d", f"{word[:-1]}ing"
    plural = f"{word}es" if re.search(r"(?:[sxz]|ch|sh)$", word) else f"{word}s"
    stem = word + word[-1] if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", word) else word
    return word, plural, f"{stem}ed", f"{stem}ing"


def forms_meant(word: str) -> tuple[str, ...]:
    """Those of a word of a list: all of `ease~`, and of any other the word alone."""
    return forms(word[:-1]) if word.endswith("~") else (word,)
