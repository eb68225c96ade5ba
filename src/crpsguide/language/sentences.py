"""Where sentences begin and end."""

from collections.abc import Iterator
from functools import lru_cache

from crpsguide.language.patterns import AS_TYPED, Pattern

# A letter or numeral behind such a word is no initial of a name: “CRPS type I. It began …”.
_LETTERED = Pattern(
    r"\b(?:types?|vitamins?|hepatitis|class|group|grade|stage|category|schedule|part|table|figure) (?:[A-Z]|[IVX]+)\."
    r"(?=\s+[A-Z“])",
    AS_TYPED,
)
_INNER_STOP = Pattern(r"[.!?…][\"'”’)\]]*\s+\S", AS_TYPED)
# Some words up to a stop before a capital letter or at the end, or up to the end, with nothing between that the
# segmenter would weigh: no other stop, no bracket but a short one behind two words, no rare sign. `*+` behind the
# group would say as much, but never matches in Python before 3.11.5.
_SIGN = r"[^.!?;()\[\]{}\n\u2028-\U0010ffff]"
_PLAIN = Pattern(
    rf"[\w’-]++ [\w’-]++(?:{_SIGN}++|(?<=\d)\.(?=\d+,?[ ])|(?<= )\({_SIGN}{{1,60}}\)(?=,?[ ][^(\[{{]))*"
    rf"(?:[.!?](?=[ ]++[A-Z]|\s++\Z)|[.!?]?\Z)",
    AS_TYPED,
)
_DIGIT = Pattern(r"\d", AS_TYPED)
# All short forms that the segmenter knows in small letters. A test compares them, for with them most texts do without
# it: to import it and to ask it about the last words of a page takes longer than all else that finds its sentences.
_SMALL_WORD = Pattern(r"[a-z]{2,}[.!?]", AS_TYPED)
_SHORT_FORMS = frozenset(
    """adm afmo alt ap apdo approx art atte atto ave bmo brig bsp bspw bzgl bzw ca cap capt cf cmdt cnel col de dgl dom
    dt emp en es etc evtl exca excl excmo exsmo ff fig figs fr gal gen ggf gob gral hno hnos incl inkl jue ldo lic lit
    lun mag mar max med mie min mos mr mrs ms mt nat no nr ntra ntro pag phil prof rer resp sab sci sr sra srta st synth
    tab tel univ vda vie vol vs vta zit zzgl""".split()
)


@lru_cache(maxsize=4096)  # several rules ask about each sentence, one rule after the other
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The start and end of every sentence of a passage, without the blanks between.

    >>> text = "It took 2.5 hours, e.g. on a drip. Did it help?"
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['It took 2.5 hours, e.g. on a drip.', 'Did it help?']
    """
    stripped = text.strip()
    if not stripped:
        return ()
    if not _INNER_STOP.compiled.search(stripped):
        start = text.index(stripped)
        return ((start, start + len(stripped)),)

    return (*_spans(text),)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The sentences from the start that end plainly, and what the segmenter makes of the rest."""
    at = len(text) - len(text.lstrip())
    while plain := _PLAIN.compiled.match(text, at):
        start, end = plain.span()
        rest = text[end:].lstrip()
        if rest and not _ends_plainly(text[text.rfind(" ", start, end) + 1 : end]):
            break
        yield start, end
        if not rest:
            return
        at = len(text) - len(rest)
    for start, end in _segmented(text[at:]):
        yield from _parted(text, at + start, at + end)


@lru_cache(maxsize=8192)  # last words of sentences; most come again and again
def _ends_plainly(word: str) -> bool:
    """Whether a word with a stop ends the sentence: it is no abbreviation, no initial and no number."""
    if _SMALL_WORD.fullmatch(word):
        return word[:-1] not in _SHORT_FORMS
    return not _DIGIT.search(word) and len([*_segmented(f"It is {word} B12")]) > 1


def _segmented(text: str) -> Iterator[tuple[int, int]]:
    from syntok import segmenter  # most pages end their sentences plainly and never pay for this import

    for paragraph in segmenter.process(text):
        for sentence in paragraph:
            yield sentence[0].offset, sentence[-1].offset + len(sentence[-1].value)


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, parted where a letter that is no initial ends one."""
    for match in _LETTERED.finditer(text, start, end):
        yield start, match.end()
        start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
    yield start, end
