"""Whether a number is stated for another outcome than its finding's: for vomiting instead of nausea."""

from collections.abc import Mapping, Sequence

from crpsguide.check.numbers.recorded_numbers import RecordedNumber
from crpsguide.language.patterns import Pattern
from crpsguide.model import Finding

# Symptoms and harms that studies of any condition count one by one.
_OUTCOMES: Mapping[str, Pattern] = {
    name: Pattern(rf"\b(?:{words})\b")
    for name, words in {
        "nausea": r"nause\w*|queas\w*|fe(?:el|elt|lt|els|eling) sick|sickness",
        "vomiting": r"vomit\w*|(?:was|were|been|being) sick|thr[eo]w(?:ing|n)? up",
        "headache": r"headaches?|migraines?",
        "dizziness": r"dizz\w*|light-?headed\w*|giddi?\w*|vertigo",
        "drowsiness": r"drows\w*|sleep(?:y|iness)|sedat\w*",
        "fainting": r"faint\w*|passed out|blackouts?",
        "rash": r"rash(?:es)?|hives",
        "itching": r"itch\w*",
        "infection": r"infect\w*",
        "bleeding": r"bleed\w*|bled|haemorrhag\w*",
        "constipation": r"constipat\w*",
        "diarrhoea": r"diarrhoea|diarrhea|loose stools",
        "a dry mouth": r"dry mouths?",
        "tremor": r"tremors?|trembl\w*",
        "swelling": r"swell\w*|swollen|oedema|edema",
        "sweating": r"sweat\w*",
        "death": r"died?|deaths?|dying",
    }.items()
}


def other_outcome(clause: str, fits: Sequence[RecordedNumber], findings: Sequence[Finding]) -> str:
    """What the values that fit a number count, where the clause around it names another outcome; else nothing."""
    counted = [_named(one.of) for one in fits]
    stated = _named(clause)
    if not stated or not all(counted) or stated & frozenset().union(*counted):
        return ""
    words = " ".join(
        word for one in findings for word in (one.says, one.population, one.comparison, one.period, one.note)
    )
    return "" if stated & _named(words) else " and ".join(sorted(counted[0]))


def _named(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _OUTCOMES.items() if pattern.search(text))
