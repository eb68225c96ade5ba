"""What opens a sentence and says nothing itself: “So”, “However,”, “It is worth knowing that”."""

from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.mood import Mood, mood

_LEADS_ON = Pattern(
    r"^(?:so(?!,?\s(?:far|much|many|long|that|as|on|be|to)\b)|but(?!,?\s(?:first|now|there|what)\b)"
    r"|and(?!,?\s(?:now|then|finally|so)\b)|however,|therefore,?|moreover,|besides,|in fact,|indeed,|of course,"
    r"|in addition,|sadly,|luckily,|(?:un)?fortunately,|thankfully,|still,|today,|nowadays,|these days,|as a result,"
    r"|for that reason,|on the other hand,|that said,|even so,|after all,)\s+(?=\w)"
)
_WORTH = r"worth (?:knowing|noting|remembering|mentioning|saying|bearing in mind|adding|pointing out)"
_KNOW = r"(?:know|note|remember|realise|understand|be aware|bear in mind|keep in mind)"
_GOOD_TO_KNOW = (
    r"(?:good|important|useful|helpful|vital|essential|crucial|comforting|reassuring|fair|safe|right|best|interesting|wise)"
    rf" to (?:{_KNOW}|say|mention|add|learn|hear|see)"
)
_WHICH = r"(?:good|bad|sad|simple|plain|happy|hard|comforting|other|whole|important|interesting|great|best)"
_NEWS = r"(?:news|truth|fact|thing|point|reason|problem|trouble|upside|downside|catch|reality|bottom line)"
_BRINGS_UP = Pattern(
    r"^(?:it(?: is| may be| can be| might be)(?: also| always| very| well| really| only| quite)?"
    rf" (?:{_WORTH}|{_GOOD_TO_KNOW}|true|a fact|clear|well known|no secret|no wonder|known|thought|understood)"
    r"|(?:(?:please |do |just |always |also )*"
    rf"(?:{_KNOW}|rest assured|be assured|do not forget|never forget|take comfort|be warned))"
    r"|(?:you|we|people|readers|families|everyone) (?:should|need to|must|ought to|(?:may|might) (?:want|like|wish) to)"
    rf"(?: also)? {_KNOW}"
    rf"|(?:the|one|another|some) (?:{_WHICH} )?{_NEWS}(?: to {_KNOW}| here| about it)? is"
    r"|(?:we|most) (?:now )?know(?: today| now)?|let us (?:not forget|remember|be clear|be honest))"
    r",?(?: that|:)\s+(?=\w)"
)


def without_opening(text: str) -> str:
    """A sentence without the words that lead on from the one before, or that only bring up what it says.

    >>> without_opening("However, it is worth knowing that sedatives slow the breath.")
    'sedatives slow the breath.'
    >>> without_opening("Remember that appointment on Monday.")
    'Remember that appointment on Monday.'
    """
    text = _LEADS_ON.sub("", text)
    brings_up = _BRINGS_UP.match(text)
    if not brings_up:
        return text
    said = text[brings_up.end() :]
    return text if mood(said) is Mood.FRAGMENT else said
