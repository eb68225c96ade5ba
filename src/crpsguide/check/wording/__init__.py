"""W: how sure a sentence sounds, what it promises, and whom it may hurt."""

from crpsguide.check.rule import Rule
from crpsguide.check.wording.certainty import (
    no_effect_without_evidence,
    stronger_than_certainty,
    weaker_than_certainty,
)
from crpsguide.check.wording.promises import overclaim, prescription_medicine_offered, superiority, testimonial
from crpsguide.check.wording.respect import (
    disrespectful_word,
    plain_word,
    suicide_method_named,
    suicide_without_help,
    suicide_wording,
)

RULES: tuple[Rule, ...] = (
    no_effect_without_evidence,
    suicide_wording,
    suicide_method_named,
    suicide_without_help,
    stronger_than_certainty,
    weaker_than_certainty,
    overclaim,
    testimonial,
    superiority,
    prescription_medicine_offered,
    disrespectful_word,
    plain_word,
)
