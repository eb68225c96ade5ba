"""Somebody's own story, told as if it showed something."""

from crpsguide.check.claims.advice import advises_reader
from crpsguide.check.claims.speech import is_to_be_said
from crpsguide.check.claims.verdicts import CLAIM, Setting, Verdict
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.mood import Mood, mood


def is_a_testimonial(text: str, setting: Setting) -> Verdict:
    """Somebody's own story, told as if it showed something: it needs a source like any other claim."""
    return (
        CLAIM
        if _TESTIMONIAL.search(text)
        and not is_to_be_said(text, setting)
        and not advises_reader(text, setting)
        and mood(text) is not Mood.ORDER
        else None
    )


_SOMEBODY = r"(?:patients?|clients?|readers?|visitors?|members?|guests?|customers?|users?)"
_TELLER = (
    r"(?:patient|client|visitor|reader|member|mother|father|parent|wife|husband|son|daughter|woman|man|girl|boy|student|teenager|carer|teacher|nurse|driver"
    r"|builder|baker|farmer|gardener|singer|dancer|runner|grandmother|grandfather|neighbour|friend|colleague)"
)
_TESTIMONIAL = Pattern(
    r"[\"”’'],?\s*(?:says?|said|writes?|wrote|tells|told|reports?|recalls?|remembers?)\b"
    r"(?! (?:you |us )?(?:nothing|little)\b)"
    r"|\b(?:says|writes|reports|recalls|told us|wrote to us)\s+(?:an?|one|our|mrs?|ms|dr|(?-i:[A-Z])\w+)\b"
    r"|\b(?:one|some|many|most|several|hundreds|thousands|two|three|none) of (?:our|my"
    r"|the) (?:\w+ )?(?:patients|clients|readers|visitors|members)\b"
    r"|^(?:our|a|one)\s+(?:\w+\s+)?(?:patient|client|reader|visitor)\s+(?:(?-i:[A-Z])\w+|told|said|wrote"
    r"|was(?!\s+(?:only\s+)?[\w-]+\s+years\s+old|\s+born)|is\s+now|can|got|had)\b"
    rf"|^(?:our|a|one|another)\s+(?:[\w-]+\s+){{0,2}}?{_SOMEBODY}(?:\s*,[^,]*,|\s+(?-i:[A-Z])\w+|\s+(?:from|in|of)\s+\w+)?"
    r"\s+(?:\w+\s+){0,3}?(?:again|once\s+more|no\s+longer|threw|never\s+looked\s+back|gave\s+up|went\s+back|won|was\s+able|could)\b"
    r"|^(?:(?:an?|one|another|our|my|his|her|the)\s|[A-Z]\w+\s)(?!.*\b(?:can|may|should|must)\b).*\b(?:threw|tossed|put|laid|left|gave|handed)\b.*\b(?:crutch(?:es)?|sticks?|wheelchair"
    r"|splint|pills|tablets|painkillers)\b(?:.*\b(?:away|aside|down|behind|back|out|at\s+home)\b|\W*$)"
    r"|^(?:mrs?|ms|miss|our|an?|one)\b.*\b(?:has|have)\s+not\s+(?:had|needed|used|taken|felt|missed)\b.*\bsince\b"
    rf"|^(?:an?|one|another|the)\s(?:(?:happy|grateful|young|former|retired|proud|delighted|thankful|relieved)\s)*{_TELLER}\s(?:(?:from|of|in)\s\w+\s)?(?:wrote|writes|told|tells|says|said"
    r"|reported|reports|swears|swore)\b.*\b(?:again|better|pain|gone|free|no\slonger|can|could|helped|slept|sleeps|walks?|walked)\b"
    # Somebody with a name and an age, and what became of them: “Mrs B., 52, can now knit for an hour”.
    r"|^(?:(?:mrs?|ms|miss)\.?\s)?(?-i:[A-Z])[\w.’'-]*(?:\s(?-i:[A-Z])[\w.’'-]*)?\s?(?:,\s(?:aged\s)?\d{1,2},|\(\d{1,2}\))"
    r"\s.*\b(?:can|could|now|again|without|no\slonger|free\sof|back|gave\sup|threw|pain|better|able|sleeps?|slept|walks?|walked|runs?|ran)\b"
    r"|^(?:mrs?|ms|miss|our|an?|one|the)\b.*\b(?:free of pain|pain-free|no longer in pain|back (?:at"
    r"|to) (?:work|school)|can (?:\w+ )+again"
    r"|saved (?:my|her|his) life|life back)\b"
)
