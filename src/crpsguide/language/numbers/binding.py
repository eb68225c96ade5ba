"""Assigns the names in a sentence to its numbers: “3 with the drip and 5 without”."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from crpsguide.frozen import frozen
from crpsguide.language.numbers.amounts import Amount
from crpsguide.language.patterns import AS_TYPED, Pattern

# Where the part of one number ends and that of the next begins, the surest signs first; the last such sign counts.
_BORDERS = tuple(
    Pattern(pattern)
    for pattern in (
        r"[;\n]|\.(?=\s)",
        r"\s[–—-]\s|—|,?\s+(?:but|while|whilst|whereas)\b",
        r",?\s+(?:against|versus|vs\.?|compared (?:with|to)|as (?:opposed|compared) to|in (?:contrast|comparison) (?:to"
        r"|with)|set against|rather than|where it was)(?!\w)",
        r",\s+and\b",
        r"\band\b",
        r",|/|\bor\b|\bthan\b",
        r":",
    )
)
_BRACKETS = Pattern(r"\([^()]*\)", AS_TYPED)
# What something is compared with, which is not what is spoken of.
_COMPARED = Pattern(
    r"\b(?:than|unlike|(?:as )?compared (?:with|to)|in comparison (?:with|to)|in contrast to|as opposed to|against"
    r"|versus|vs\.?|rather than|instead of|relative to)(?!\w)[^,;:()]*"
)
# What hangs on a number: “3 with the drip”, “76 of those given it”.
_HUNG = Pattern(
    r"[^,;:]*?\b(?:with|on|of|in|among|given|taking|having|after|for|who|at)\s(?:(?!\b(?:and|but|while|whereas)\b)[^,;:])*"
)
_COMMA = Pattern(r",\s", AS_TYPED)
_FROM = Pattern(r"\b(?:from|(?:start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?) (?:at|with|on))\s+(?:[a-z]+\s+){0,2}$")
_TO = Pattern(r"\b(?:to|end(?:s|ed|ing)? (?:at|with|on))\s+(?:[a-z]+\s+){0,2}$")

Span = tuple[int, int]


@frozen
class Label:
    """A span of words that distinguishes numbers, and its name."""

    start: int
    end: int
    name: str


@frozen
class Bound:
    """The names in a number's own part of the sentence, and in the parts before it.

    `is_first` and `is_last` mark the ends of a move, “from 8 to 5”.
    """

    own: frozenset[str]
    before: frozenset[str] = frozenset()
    is_first: bool = False
    is_last: bool = False


FitTogether = Callable[[frozenset[str]], bool]  # whether one thing may have all these names


@frozen
class _Part:
    """A part of a sentence, with its numbers and labels."""

    numbers: tuple[Amount, ...]
    labels: tuple[Label, ...]


def bind(
    text: str, numbers: Sequence[Amount], labels: Sequence[Label], fit_together: FitTogether
) -> Mapping[Amount, Bound]:
    """The names that stand in the part of each number; nothing for a number whose part is not understood.

    >>> from crpsguide.language.numbers.reading import read_amounts
    >>> text = "Pain was 3 points on the drip, against 5 points with tablets."
    >>> labels = [Label(text.index(name), text.index(name) + 4, name) for name in ("drip", "tablets")]
    >>> bound = bind(text, read_amounts(text), labels, lambda names: len(names) < 2)
    >>> [(one.words, sorted(names.own)) for one, names in bound.items()]
    [('3 points', ['drip']), ('5 points', ['tablets'])]
    """
    # Brackets without a number belong to the words before them: “imaging (MRI) found 13”.
    spans = [match.span() for match in _BRACKETS.finditer(text)]
    brackets = [(start, end) for start, end in spans if any(start <= one.start < end for one in numbers)]
    outside = [one for one in numbers if not _within(one.start, brackets)]
    plain = "".join(" " if _within(at, brackets) else sign for at, sign in enumerate(text))
    free = [one for one in labels if not _within(one.start, brackets)]
    bound = dict(_bound(plain, outside, free, fit_together))
    for start, end in brackets:
        inner = [one for one in numbers if start <= one.start < end]
        own: Sequence[Label] = [one for one in labels if start <= one.start < end]
        if inner and not own:
            ahead = [one for one in free if one.end <= start and not any(one.end <= it.start < start for it in outside)]
            own = ahead if len(inner) > 1 else _directly_before(text, start, ahead)
        begin = min((one.start for one in own), default=start)
        bound |= _bound(" " * begin + text[begin:end], inner, own, fit_together)
    return bound


def _bound(
    text: str, numbers: Sequence[Amount], labels: Sequence[Label], fit_together: FitTogether
) -> Iterator[tuple[Amount, Bound]]:
    """The names of each number, by the order in which both stand or by the parts of the text."""
    if not numbers:
        return
    in_order = _in_order(text, numbers, labels, fit_together)
    if in_order:
        yield from ((one, Bound(names)) for one, names in zip(numbers, in_order, strict=True))
        return
    before: frozenset[str] = frozenset()
    for part in _parts(text, numbers, labels):
        for one, own in _owned(text, part, fit_together):
            lead = text[: one.start]
            yield one, Bound(own, before, bool(_FROM.search(lead)), bool(_TO.search(lead)))
        before |= {one.name for one in part.labels}


def _in_order(
    text: str, numbers: Sequence[Amount], labels: Sequence[Label], fit_together: FitTogether
) -> Sequence[frozenset[str]]:
    """The names of numbers that stand together, all before or all behind as many names: “3 and 5 on A and B”."""
    if len(numbers) < 2 or not labels:
        return ()
    first, last = numbers[0].start, numbers[-1].end
    if any(first <= one.start < last for one in labels):
        return ()
    ahead = [one for one in labels if one.end <= first]
    behind = [one for one in labels if one.start >= last]
    for one in (ahead, behind):
        groups = _groups(text, one, fit_together)
        if len(groups) == len(numbers):
            return groups
    return ()


def _groups(text: str, labels: Sequence[Label], fit_together: FitTogether) -> Sequence[frozenset[str]]:
    """Names that stand beside each other and fit together are one; what something is compared with comes last."""
    compared = [match.span() for match in _COMPARED.finditer(text)]
    groups: list[frozenset[str]] = []
    for one in sorted(labels, key=lambda label: (_within(label.start, compared), label.start)):
        if groups and fit_together(groups[-1] | {one.name}):
            groups[-1] |= {one.name}
        else:
            groups.append(frozenset({one.name}))
    return groups


def _parts(text: str, numbers: Sequence[Amount], labels: Sequence[Label]) -> Iterator[_Part]:
    """The text, cut between its numbers; the ends of a move (“from 8 to 5”, “to 5 from 8”) stay together."""
    start = 0
    recorded: list[Amount] = []
    for place, number in enumerate(numbers):
        recorded.append(number)
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        border = _border(text, number, after) if after else len(text)
        if border is None:
            continue
        yield _Part(tuple(recorded), tuple(one for one in labels if start <= one.start < border))
        start, recorded = border, []


def _border(text: str, number: Amount, after: Amount) -> int | None:
    lead, next_lead = text[: number.start], text[: after.start]
    if (_FROM.search(lead) and _TO.search(next_lead)) or (_TO.search(lead) and _FROM.search(next_lead)):
        return None
    for sign in _BORDERS:
        found = [match.start() for match in sign.finditer(text, number.end, after.start)]
        if found:
            return found[-1]
    return None


def _owned(text: str, part: _Part, fit_together: FitTogether) -> Iterator[tuple[Amount, frozenset[str]]]:
    """The names of each number of a part: those of the part, or for the ends of a move those behind each."""
    own = _own(text, part, fit_together)
    if own is not None:
        yield from ((one, own) for one in part.numbers)
    else:
        if len(part.numbers) == 1:  # the names of the other side of a comma may be another's
            near = _between_commas(text, part.numbers[0])
            names = frozenset(label.name for label in part.labels if _within(label.start, [near]))
            if names and fit_together(names):
                yield part.numbers[0], names
            return
        ends = [*(one.start for one in part.numbers[1:]), len(text)]
        for one, end in zip(part.numbers, ends, strict=True):
            names = frozenset(label.name for label in part.labels if one.end <= label.start < end)
            if fit_together(names):
                yield one, names


def _between_commas(text: str, number: Amount) -> Span:
    behind = _COMMA.search(text, number.end)
    start = max((comma.end() for comma in _COMMA.finditer(text, 0, number.start)), default=0)
    return start, behind.start() if behind else len(text)


def _own(text: str, part: _Part, fit_together: FitTogether) -> frozenset[str] | None:
    """The names of a part, without what is compared with; where they exclude each other, those hung on the number."""
    compared = [
        match.span()
        for match in _COMPARED.finditer(text)
        if not any(match.start() <= one.start < match.end() for one in part.numbers)
    ]
    spoken = [one for one in part.labels if not _within(one.start, compared)]
    last = part.numbers[-1].end
    hung = _HUNG.match(text, last)
    behind = [one for one in spoken if hung and last <= one.start < hung.end()]
    before = [one for one in spoken if one.end <= part.numbers[0].start]
    lone = () if len(before) < len(spoken) else before
    for labels in (spoken,) if len(part.numbers) > 1 else (spoken, behind, lone):
        names = frozenset(one.name for one in labels)
        if names and fit_together(names):
            return names
    return None


def _directly_before(text: str, at: int, labels: Sequence[Label]) -> Sequence[Label]:
    """The label that ends right before a place, with one word between at most."""
    return [one for one in labels[-1:] if re.fullmatch(r"(?:\s*\w+)?\s*", text[one.end : at])]


def _within(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)
