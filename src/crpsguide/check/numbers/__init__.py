"""Numbers: whether the findings cited hold them (E4), and whether a page tells them so that they are understood (N)."""

from crpsguide.check.numbers.against_findings import derived_number, number_not_in_finding
from crpsguide.check.numbers.telling import (
    bare_percent,
    decimals,
    frequency_word_alone,
    mixed_denominators,
    one_in_x,
    relative_alone,
)
from crpsguide.check.rule import Rule

RULES: tuple[Rule, ...] = (
    number_not_in_finding,
    derived_number,
    bare_percent,
    mixed_denominators,
    one_in_x,
    relative_alone,
    frequency_word_alone,
    decimals,
)

__all__ = [
    "RULES",
    "bare_percent",
    "decimals",
    "derived_number",
    "frequency_word_alone",
    "mixed_denominators",
    "number_not_in_finding",
    "one_in_x",
    "relative_alone",
]
