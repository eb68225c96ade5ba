"""Whether a number is stated for other people than its findings studied: for children instead of adults."""

from collections.abc import Iterator, Sequence

from crpsguide.language.patterns import Pattern
from crpsguide.model import Finding

# Groups of people that exclude each other, each with its opposite.
_APART: Sequence[Sequence[tuple[str, Pattern]]] = (
    (
        ("children", Pattern(r"\b(?:child(?:ren|hood|’s|'s)?|kids|teenagers?|adolescents?|bab(?:y|ies)|infants?)\b")),
        ("adults", Pattern(r"\b(?:adults?|grown-ups|older people)\b")),
    ),
    (
        ("men", Pattern(r"\b(?:m[ea]n|males?|boys?)\b")),
        ("women", Pattern(r"\b(?:wom[ea]n|females?|girls?|pregnan\w+|mothers?)\b")),
    ),
    (
        ("type 1", Pattern(r"\btypes? (?:1|i|one)\b")),
        ("type 2", Pattern(r"\btypes? (?:2|ii|two)\b|\btypes? 1 and 2\b")),
    ),
)
# Beside these the sentence may set the people apart itself: “not studied in children”, “than in men”.
_SET_APART = Pattern(
    r"\b(?:not|no|nor|never|neither|unlike|than|only|compared|against|versus|instead|both|any|whether|if|too)\b|n[’']t\b"
)


def other_people(text: str, findings: Sequence[Finding]) -> str:
    """The people in the findings, if a sentence states their numbers for others; else empty."""
    stated = next(_people_named(text), None)
    if stated is None or _SET_APART.search(text):
        return ""
    words = " ".join(word for one in findings for word in _words(one))
    (_, pattern), (others, pattern_of_others) = stated
    return others if not pattern.search(words) and pattern_of_others.search(words) else ""


def _people_named(text: str) -> Iterator[tuple[tuple[str, Pattern], tuple[str, Pattern]]]:
    """Each group that a sentence names without naming its opposite, with that opposite."""
    for first, second in _APART:
        is_first, is_second = bool(first[1].search(text)), bool(second[1].search(text))
        if is_first != is_second:
            yield (first, second) if is_first else (second, first)


def _words(finding: Finding) -> Iterator[str]:
    yield from (finding.says, finding.population, finding.comparison, finding.note)
    yield from (value.of for value in finding.values)
