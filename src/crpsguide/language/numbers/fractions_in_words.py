"""Fractions in words: halves, thirds and quarters, but not “the third of May” or “half past two”."""

from collections.abc import Iterator
from fractions import Fraction

from crpsguide.language.numbers.numerals import numerals
from crpsguide.language.numbers.units import PEOPLE, UNIT
from crpsguide.language.patterns import Found, Pattern

_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_FRACTION = Pattern(
    r"\b(?:(?P<top>a|an|one|two|three|four|five|six|seven|eight|nine|\d)[ -])?"
    r"(?P<part>half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
    r"|(?<![\d/.])(?P<n>[1-9])/(?P<d>[2-9]|10)(?![\d/])",
    needs=f"# {' '.join(_PARTS)} {' '.join(f'{one}s' for one in _PARTS)}",
)
_PART_GOES_ON = Pattern(
    rf"\s*(?:[,;.)]|$)|\s*(?:of|had|have|has|were|was|are|is|said|say|felt|feel|got|get|did|do|improve\w*"
    rf"|recover\w*|report\w*|need\w*|still|also"
    r"|who|with|lower|higher|less|more|fewer|as|the|went|took|could|can|will|would|may|stay\w*|us(?:e|ed)|lost"
    r"|gain\w*|respon\w*|drop\w*|stop\w*"
    rf"|(?:and|to) (?:an?|one|two|three)|(?:the |all )?(?:\w+ )?(?:{PEOPLE}))\b"
)
_NOT_A_HALF = Pattern(r"\b(?:first|second|other|top|bottom|upper|lower|last|better|in|latter)\s+(?:an?\s+)?$")
_HALF_OTHERWISE = Pattern(
    r"\s*(?:an? (?:cup|glass|page|sheet|slice|spoon\w*|turn|mile|bottle)"
    r"|way|past|term|asleep|life|an eye|a dozen|dozen|hearted|the time|price)\b"
)


def fractions_in_words(text: str) -> Iterator[tuple[int, int, Fraction]]:
    """The start, end and value of each fraction in words.

    >>> [str(value) for _, _, value in fractions_in_words("A third of them, two-fifths, half of it, a third trial")]
    ['1/3', '2/5', '1/2']
    """
    for match in _FRACTION.finditer(text):
        if match["n"]:
            yield match.start(), match.end(), Fraction(int(match["n"]), int(match["d"]))
            continue
        top, part = (match["top"] or "").casefold(), match["part"].casefold()
        count = next((one.value for one in numerals(top)), Fraction(1)) if top not in ("", "a", "an") else Fraction(1)
        value = count / (_PARTS.get(part) or _PARTS[part.removesuffix("s")])
        if value < 1 and (_is_half(text, match) if part == "half" else _is_part(text, match, bool(top), count)):
            yield match.start(), match.end(), value


def _is_half(text: str, match: Found) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if before.endswith(" and ") or _NOT_A_HALF.search(before):
        return False  # one and a half; the first half
    if match["top"]:
        return True
    return not (after.startswith("-") and not UNIT.match(after[1:])) and not _HALF_OTHERWISE.match(after)


def _is_part(text: str, match: Found, is_counted: bool, count: Fraction) -> bool:
    """Whether a third is a part: `two thirds`, `a third of them`, but not `a third trial`."""
    after = text[match.end() :]
    if not is_counted or count > 1 or match["part"].casefold().endswith("s"):
        return is_counted
    return bool(_PART_GOES_ON.match(after)) or (match["part"].casefold() == "quarter" and after.startswith(" of a"))
