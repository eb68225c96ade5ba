"""Words that are drawn together as in speech, written out: “it's”, “you'll”, “don't”."""

from collections.abc import Iterator

from crpsguide.frozen import frozen
from crpsguide.language.patterns import Pattern

_NOT = {"can": "cannot", "won": "will not", "shan": "shall not", "ain": "is not"}
_REST = {"re": " are", "m": " am", "ve": " have", "ll": " will"}
_DRAWN = Pattern(
    r"\b(?P<let>let)['’]s\b"
    r"|\b(?P<who>it|that|there|here|what|who|he|she|how|where)['’]s\b"
    r"(?P<has>(?=\s+(?:never\s+)?(?:been|had|got|become|gone|come|happened|taken|made)\b))?"
    r"|\b(?P<one>I|you|we|they|he|she|it|that|there|these|those|this|who|could|would|should|might)['’](?P<rest>re|m|ve|ll)\b"
    r"|\b(?P<verb>do|does|did|is|are|was|were|has|have|had|could|should|would|might|must|need|can|won|shan|ain)n?['’]t\b"
    # What a question turns round keeps its “n't”: “isn't it”.
    r"(?!\s+(?:it|they|that|this|these|those|there|you|we|i|he|she|any\w*|every\w*|some\w*)\b)"
)
_OPENS = Pattern(r"(?:^|[.!?;:]\s+|[“\"(]\s*|\b(?:and|but|or)\s+)$")


@frozen
class WrittenOut:
    """A text with its words written out, and what was put there for what: a place in it, its end, how much longer."""

    text: str
    changes: tuple[tuple[int, int, int], ...] = ()

    def typed(self, at: int, *, is_end: bool = False) -> int:
        """Where a place of the text stood as it was typed; one within what was written out, at its first or last."""
        longer = 0
        for start, end, more in self.changes:
            if at <= start:
                break
            if at < end:
                return end - more - longer if is_end else start - longer
            longer += more
        return at - longer


def written_out(text: str) -> WrittenOut:
    """A text with the words written out that are drawn together; of “you'd” nobody can tell what was meant.

    >>> written_out("It's fine, you'll see, and we don't mind.").text
    'It is fine, you will see, and we do not mind.'
    >>> written_out("Isn't it great?").text, written_out("the nurse's room").text
    ("Isn't it great?", "the nurse's room")
    >>> found = written_out("They've said so.")
    >>> found.text, found.typed(5), found.typed(10)
    ('They have said so.', 0, 8)
    """
    if "'" not in text and "’" not in text:
        return WrittenOut(text)
    parts: list[str] = []
    changes: list[tuple[int, int, int]] = []
    done = length = 0
    for start, end, instead in _drawn(text):
        parts += (text[done:start], instead)
        length += start - done
        changes.append((length, length + len(instead), len(instead) - (end - start)))
        length += len(instead)
        done = end
    return WrittenOut("".join((*parts, text[done:])), tuple(changes))


def _drawn(text: str) -> Iterator[tuple[int, int, str]]:
    """What is drawn together, and what it stands for."""
    asks = text.rstrip("\"”’' ").endswith("?")
    for found in _DRAWN.finditer(text):
        start, end = found.span()
        if found["let"]:
            yield start, end, f"{found['let']} us"
        elif found["who"]:
            yield start, end, f"{found['who']} {'is' if found['has'] is None else 'has'}"
        elif found["one"]:
            yield start, end, f"{found['one']}{_REST[found['rest'].lower()]}"
        else:
            verb = found["verb"]
            if asks and verb.lower() != "do" and _OPENS.search(text, 0, start):
                continue
            yield start, end, verb[0] + _NOT.get(verb.lower(), f"{verb} not")[1:]
