"""Where sentences begin and end."""

import re

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
        (sentence[0].offset, sentence[-1].offset + len(sentence[-1].value))
        for paragraph in segmenter.process(text)
        for sentence in paragraph
    )
