"""Where sentences begin and end."""

import re
from collections.abc import Iterator

# A letter or numeral behind such a word is no initial of a name: “CRPS type I. It began …”.
_LETTERED = re.compile(
    r"\b(?:types?|vitamins?|hepatitis|class|group|grade|stage|category|schedule|part|table|figure) (?:[A-Z]|[IVX]+)\."
    r"(?=\s+[A-Z“])",
)
_INNER_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+\S")


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The start and end of every sentence of a passage, without the blanks between.

    >>> text = "It took 2.5 hours, e.g. on a drip. Did it help?"
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['It took 2.5 hours, e.g. on a drip.', 'Did it help?']
    """
    stripped = text.strip()
    if not stripped:
        return ()
    if not _INNER_STOP.search(stripped):
        start = text.index(stripped)
        return ((start, start + len(stripped)),)

    from syntok import segmenter  # most passages are one sentence and never pay for this import

    return tuple(
        span
        for paragraph in segmenter.process(text)
        for sentence in paragraph
        for span in _parted(text, sentence[0].offset, sentence[-1].offset + len(sentence[-1].value))
    )


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, parted where a letter that is no initial ends one."""
    for match in _LETTERED.finditer(text, start, end):
        yield start, match.end()
        start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
    yield start, end
