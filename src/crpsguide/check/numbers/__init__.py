"""Numbers: whether the cited findings support them (E4), and whether readers can understand them (N)."""

from crpsguide.check.numbers.against_findings import derived_number as derived_number
from crpsguide.check.numbers.against_findings import more_digits_than_finding as more_digits_than_finding
from crpsguide.check.numbers.against_findings import number_not_in_finding as number_not_in_finding
from crpsguide.check.numbers.presentation import bare_percent as bare_percent
from crpsguide.check.numbers.presentation import decimals as decimals
from crpsguide.check.numbers.presentation import frequency_word_alone as frequency_word_alone
from crpsguide.check.numbers.presentation import mixed_denominators as mixed_denominators
from crpsguide.check.numbers.presentation import one_in_x as one_in_x
from crpsguide.check.numbers.presentation import relative_alone as relative_alone
from crpsguide.check.rule import Rule

RULES: tuple[Rule, ...] = (
    number_not_in_finding,
    derived_number,
    more_digits_than_finding,
    bare_percent,
    mixed_denominators,
    one_in_x,
    relative_alone,
    frequency_word_alone,
    decimals,
)
