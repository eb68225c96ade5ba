"""The direction of a number: whether something rose or fell by it, and which of two groups is compared with which."""

from crpsguide.check.numbers.naming import Naming
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.numbers import Amount
from crpsguide.language.patterns import Pattern

_EYE_DROPS = "".join(f"(?<!{one} )" for one in ("eye", "ear", "nose", "nasal"))
DOWN = Pattern(
    rf"\b(?:fewer|less|lower\w*|reduc\w*|fell|falls?|fallen|{_EYE_DROPS}drop(?:s(?! of)|p\w*|)(?![- ]?outs?\b)"
    r"|decreas\w*|declin\w*|cuts?|cutting|shrank|eased?|down|smaller|shorter|sank)\b"
)
UP = Pattern(
    r"\b(?:higher|rais\w*|rose|rises?|risen|increas\w*|grew|grow\w*|climb\w*|gain\w*|up by|went up|greater"
    r"|longer|larger)\b|\bmore (?!than)"
)
# The one with which somebody is compared: “as likely as men”, “more often than men”, “four times that of men”.
_OTHER_SIDE = Pattern(
    r"\b(?:than|compared (?:with|to)|in comparison (?:with|to)|relative to|against|versus|vs\.?|unlike"
    r"|(?:that|those) (?:of|in|for|with)|(?<=times )the (?:risks?|rates?|chances?|odds|number|share) (?:of|in|for)"
    r"|(?<=\bas )(?:likely|often|common|many|much|high|great|frequent|big|large|strong)\b[^,;:]*?\bas)\b"
    r"(?P<other>[^,;:()]*)"
)
_BORDER = LazyPattern(r"[;:]|,?\s(?:but|while|whereas|and)\s|,\s")
_TURN = LazyPattern(r"[;:]|,?\s(?:but|while|whereas)\s")
_BY = Pattern(r"\bby (?:(?:about|around|nearly|almost|some|up to|at least|over|more than|only|just) )*$")
_BEHIND = Pattern(
    r"(?: (?!or\b)[a-z]+)? (?:(?P<up>more|higher|greater|longer|warmer|hotter|faster|heavier|older|better)"
    r"|(?:less|fewer|lower|smaller|shorter|colder|cooler|slower|lighter|younger|worse))\b(?! than \d)"
)


def clause_of(text: str, amount: Amount) -> str:
    """The words around an amount, as far as the next semicolon, “but” or comma."""
    start, stop = _ends(text, amount)
    return text[start:stop]


def stretch_of(text: str, amount: Amount) -> str:
    """The words around an amount, as far as the next semicolon or “but”: “With a dummy, it was 2 points more”."""
    start, stop = _ends(text, amount, _TURN)
    return text[start:stop]


def direction_of(text: str, amount: Amount) -> int:
    """-1 if something is less by an amount, 1 if it is more, 0 if the sentence says neither.

    >>> from crpsguide.language.numbers import read_amounts
    >>> texts = ("Pain fell by 2 points more.", "Pain was 2 points higher.", "Pain was 2 points.")
    >>> [direction_of(one, read_amounts(one)[0]) for one in texts]
    [-1, 1, 0]
    """
    before = text[_ends(text, amount)[0] : amount.start]
    if _BY.search(before):
        verbs = [(match.start(), way) for pattern, way in ((DOWN, -1), (UP, 1)) for match in pattern.finditer(before)]
        return max(verbs, default=(0, 0))[1]
    behind = _BEHIND.match(text, amount.end)
    return 0 if not behind else 1 if behind["up"] else -1


def is_about_second_side(clause: str, sides: tuple[str, ...], naming: Naming) -> bool:
    """Whether a clause is about the second of two sides, and compares it with the first."""
    is_kept, is_swapped = _sides_stated(clause, sides, naming)
    return is_swapped and not is_kept


def is_about_first_side(clause: str, sides: tuple[str, ...], naming: Naming) -> bool:
    """Whether a clause is about the first of two sides, and compares it with the second."""
    is_kept, is_swapped = _sides_stated(clause, sides, naming)
    return is_kept and not is_swapped


def _sides_stated(clause: str, sides: tuple[str, ...], naming: Naming) -> tuple[bool, bool]:
    if len(sides) != 2:
        return False, False
    first, second = map(naming.names, sides)
    others = " ".join(match["other"] for match in _OTHER_SIDE.finditer(clause))
    spoken, other = naming.names(_OTHER_SIDE.sub(" ", clause)), naming.names(others)
    return (
        bool(spoken & (first - second) or other & (second - first)),
        bool(spoken & (second - first) or other & (first - second)),
    )


def _ends(text: str, amount: Amount, border: LazyPattern = _BORDER) -> tuple[int, int]:
    ends = [match.span() for match in border.finditer(text)]
    start = max((end for _, end in ends if end <= amount.start), default=0)
    return start, min((begin for begin, _ in ends if begin >= amount.end), default=len(text))
