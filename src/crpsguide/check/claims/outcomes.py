"""Outcomes set side by side: one thing did as well as another."""

import re

from crpsguide.check.claims.verdicts import CLAIM, Setting, Verdict
from crpsguide.language.statements.patterns import Pattern


def compares_outcomes(text: str, _setting: Setting) -> Verdict:
    """Whether it is told how useful one thing was next to another, whatever it was: a lesson, a film, a dummy."""
    return CLAIM if _FARED.search(text) and not _ONESELF.match(text) else None


_FARED = Pattern(
    r"\b(?:proved|turned\s+out|did|fared|was|were|worked)\s+(?:to\s+be\s+)?(?:just\s+|quite\s+|far\s+)*(?:as|no|less|more)\s+(?:(?:less|more|much)\s+)?"
    r"(?:useful|helpful|effective|well|good|worse|better|safe|successful)\b.*\b(?:as|than)\b"
    r"|\b(?:is|are)\s+(?:just\s+|at\s+least\s+)?(?:as|no\s+less)\s+(?:useful|helpful|effective|good|safe)\s+(?:as|than)\b",
    re.I,
)
_ONESELF = Pattern(r"^(?:(?:and|but|so)\s+)?(?:we|i|you|your|it|this|that)\b", re.I)
