"""Normalises a sentence: contractions written out, names and other words removed that only look like praise."""

import re

from crpsguide.language.contractions import written_out
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.patterns import AS_TYPED, Pattern

_KEPT = (
    r"(?:parking|places?|seats?|beds?|slots?|repl(?:y|ies)|answers?|appointments?|refunds?|deliver(?:y|ies)|privacy|confidentiality|call-?backs?"
    r"|interpreters?)"
)
_FITTINGS = (
    r"(?:garden|lift|piano|hearing\s+loop|car\s+park|caf[eé]|canteen|kitchen|courtyard|terrace|balcony|playground|playroom|ramp"
    r"|library|cr[eè]che|nursery|bus\s+stop|parking|hoist|shop|chapel|fountain|choir|view|waiting\s+room|minibus|van|front\s+door|reception)"
)
# What makes a run of capital letters the name of a house, a street or a fund, and not of an illness or a remedy.
_PLACE = (
    r"(?:Street|Road|Lane|Avenue|Square|Row|Hill|Bridge|Park|Hall|House|Gate|Mile|Court|Corner|Centre|Clinic|Ward|Wing|Room|Café|Hotel|Inn|Bakery|Bookshop"
    r"|Trust|Fund|Foundation|Lottery|Charity|Club|Choir|Library|School|Church|Chapel|Station|Society|Prize|Award|Press|Week|Day|Walk|Fair)"
)
_CAPITALS = r"(?-i:[A-Z][\w’'-]*\s+)"
_NAMED_PLACE = Pattern(
    rf"{_CAPITALS}{{0,3}}?(?P<name>(?-i:[A-Z][\w’'-]*))\s+(?P<of>(?-i:{_PLACE}))\b"
    # “the Safe Harbour room”, “the Miracle Mile tram”: a name of two words before what it is the name of
    rf"|(?<=\b[Tt]he\s){_CAPITALS}(?-i:[A-Z][\w’'-]*)(?=\s(?:room|ward|tram|bus|stop|entrance|gate|hall|choir|team|group|fund|prize|award|building|wing|site|forum|helpline)s?\b)",
    AS_TYPED,
)
_CALLED_OUT = LazyPattern(r"!+(?=[\"”’')\]]*$)")  # “It hurts!” says what “It hurts.” does
_ELSEWHERE = (  # what Americans call it
    (r"\g<1>rogramme", Pattern(r"\b(p)rogram(?=s?\b)")),
    ("American", Pattern(r"\bUS\b", AS_TYPED)),  # no “us”
    (r"\g<1>hysiotherap", Pattern(r"\b(p)hysical therap(?=y\b|ist)")),
)
_DETERMINER = LazyPattern(r"(?:The|Our|This|That|A|An|At|In|On|From|To|By|Your|Each|Every|Meet|Turn|Near)\s+")
# Where people are among each other: “a safe place to talk”.
_SAFE_TO_BE = Pattern(
    r"\bsafe(?=\s(?:place|space|corner|company|circle|haven|harbour|room|setting|pair\sof\sears)\b(?!\s(?:for|in)\s(?:the|a|your)\s(?:needle|tablets|medicine|dose)))"
)
# “half past two” is no half, “9 am” no verb
_CLOCK = Pattern(r"\b(?:half\s+past|quarter\s+(?:past|to))\s+(?=\w)|(?<=\d)\s?[ap](?:m\b|\.m\.)")
_OF_CLOCKS = (" past ", "uarter ", "am", "pm", ".m.")
_KEPT_FOR_YOU = Pattern(rf"\bguaranteed\s+(?=(?:free\s+|disabled\s+)?{_KEPT}\b)")
_ONLY_WITH = Pattern(
    r"\bonly\s+(?P<house>(?:[\w-]+\s+)?(?:clinics?|centres?|centers?|practices?|hospitals?|wards?|units?|rooms?|houses?|services?|ones?)\b"
    rf"[^,;:]{{0,40}}?\s+with\s+(?:an?|its|their|two|free)\s+(?:own\s+)?(?:[\w-]+\s+)?{_FITTINGS})\b\s*[.!]?$"
)


def normalised(text: str) -> str:
    """A sentence written out, without the big words of a name, of a fitting and of a place that is kept.

    >>> normalised("The Miracle Street entrance is closed.")
    'The Oak Street entrance is closed.'
    """
    text = _CALLED_OUT.sub(".", written_out(text.replace("’", "'")).text)
    for here, elsewhere in _ELSEWHERE:
        text = elsewhere.compiled.sub(here, text)
    text = _NAMED_PLACE.compiled.sub(_renamed, text)
    text = _SAFE_TO_BE.sub("quiet", text)
    if any(one in text for one in _OF_CLOCKS):
        text = _CLOCK.sub("", text)
    text = _BEST_SEAT.sub(r"\g<whose>", text)
    text = _BEST_TO.sub(_advised, text)
    text = _ONLY_WITH.sub(r"\g<house>", text)
    return _KEPT_FOR_YOU.sub("", text)


_BEST_SEAT = Pattern(
    r"\b(?P<whose>our|the|your)\s+(?:best|finest|safest|leading|only)"
    r"(?=\s+(?:rooms?|chairs?|seats?|views?|tables?|spots?|beds?|cups?|cakes?|friends?|entrance|parking|garden|bus|lift|stairs|way\s+in)\b)"
)
# “Better to ask twice”: “it is” goes without saying.
_BEST_TO = Pattern(r"^(?P<how>best|better|wise|wiser|safest|safer|enough)\s+(?=(?:not\s+)?to\s+\w)")


def _advised(found: re.Match[str]) -> str:
    return f"It is {found['how'].lower()} "


def _renamed(found: re.Match[str]) -> str:
    opening = _DETERMINER.match(found[0])
    return f"{opening[0] if opening else ''}Oak {found['of'] or 'House'}"
