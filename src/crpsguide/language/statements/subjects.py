"""Who or what a clause is about: the reader, the writers and their house, a part of the text, or something else."""

from enum import Enum

from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.matter import HEALTH

TEXT_PARTS = (
    r"page|pages|blog|section|sections|chapter|chapters|part|paragraph|leaflet|guide|guides|booklet|brochure"
    r"|handout|sheet|factsheet|list|table|chart|"
    r"diagram|figure|picture|drawing|video|film|animation|map|glossary|index|menu|summary|link|links|box"
    r"|card|cards|button|tab|icon|footnote|footnotes|"
    r"appendix|article|text|columns?|rows?|version|download|form|checklist|worksheet|diary|planner|template"
    r"|site|website|app|search|"
    r"(?:coloured|grey|blue|green|red|dotted|side)\s+(?:bars?|boxes|lines?|dots?|stripes?|tabs?)|letters\s+[A-Z]\s+to\s+[A-Z]|boxes"
    r"|drawings|pictures|photos?|photographs?|diagrams|charts|lists|films|videos|maps|leaflets|booklets|sheets|recordings?|subtitles|captions|"
    r"sources|references|entries|entry|answers|questions|examples|example|definitions|headings|pdf|quiz|timeline"
)
HOUSE = (
    r"clinics?|centres?|centers?|practice|hospital|unit|ward|department|team|staff|reception"
    r"|receptionists?|nurses?|doctors?|consultants?|"
    r"office(?!\s+work)|desk|rooms?|building|entrance|lift|car park|parking|lounge|caf[eé]|garden|gym|pool"
    r"|programmes?|course|courses|"
    r"group|charity|foundation|helpline|service|services|appointments?|sessions?|visits?|consultations?"
    r"|assessments?|check-ups?|"
    r"classes|class|workshops?|meetings?|interpreters?|interpreter|fees?|prices?|costs?(?!\s+(?:about\s+|around\s+|some\s+)?[£$€\d]|\s+(?:the|an?|more|less|as|nothing|them)\b)|invoices?"
    r"|payments?|deposit|refund|opening hours|opening times|"
    r"waiting (?:room|list|time|area)|therapists?|physiotherapists?|psychologists?|pharmacists?"
    r"|anaesthetists?|coordinators?|secretar(?:y|ies)|volunteers?|"
    r"manager|director|founders?|authors?|editors?|colleagues?|"
    r"data|records|website|site|newsletter|phone line|bell|toilets?|wi-fi|"
    r"equipment|chairs?|beds?|blankets?|refreshments|transport|shuttle|bus|trains?|directions|address"
    r"|email|e-mail|telephone|helpdesk|"
    r"welcome pack|forms?|consent form|first (?:visit|talk|session|appointment|meeting)"
)


class Topic(Enum):
    """What the subject of a clause belongs to."""

    READER = "the reader"
    WRITERS = "the writers and their house"
    TEXT = "a part of the text"
    OTHER = "something else"


_DETERMINER = (
    r"(?:the|this|these|each|every|all|any|most|some|a|an|your|our|my|both|its|their|no|other|more|such"
    r"|two|three|four|five|six|\d+)"
)
_TEXT = Pattern(
    rf"^(?:(?:and|but|so|here|below|above|next)\s+)?(?:{_DETERMINER}\s+)*(?:(?:next|last|first|second"
    r"|third|following|previous|same|other|main|short|full|whole|printed|online|web|coloured|grey|blue"
    r"|green|red|yellow|black|dotted|left|right|upper|lower|bold|underlined|home|help|contact|related"
    rf"|further|useful|plain-language|large-print|easy-read|two|three|four|five|few|numbered|word|\w+ed|\w+ing|\w+est)\s+)*(?:{TEXT_PARTS})\b(?!'s)"
)
_PERSON_NAME = Pattern(r"^(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Nurse|Sir|Dame)\.?\s+[A-Z]", AS_TYPED)
_HOUSE = Pattern(
    r"^(?:(?:and|but|so|then)\s+)?(?:(?:(?:the|this|our|each|every|all(?: of)?|all of the|your|most"
    rf"|one of|members of|some of)\s+)+(?:our\s+)?(?:[\w-]+\s+){{0,2}}?|"
    r"(?:private|individual|follow-up|first|home|group|online|video|phone|free|weekly|monthly|evening"
    r"|morning|family|new|later|further|waiting|opening)\s+)?"
    rf"(?:{HOUSE})\b(?!\s+of\s+(?:pain|symptoms?|the\s+(?:pain|illness|disease|condition|drug)))"
)
# “Solicitors in our team”, “Elm House, our day unit”; what patients or people do is told of them.
_OURS = Pattern(
    r"^(?!(?:the\s+)?(?:\w+\s+)?(?:patients|people|clients|visitors|members|guests|readers|children|adults)\b)"
    rf"(?:[\w-]+\s+){{1,3}}(?:in|on|at|from|of)\s+our\s+(?:[\w-]+\s+){{0,2}}(?:{HOUSE})\b"
    r"|^(?:all|both|most|some|several|two|three|four|five|six)\s+(?:of\s+)?our\s+(?:[\w-]+\s+){0,2}?(?:counsellors|lawyers"
    r"|solicitors|barristers|advisers|helpers|tutors|trainers|writers|editors|leaflets|booklets|films|pages|branches|groups)\b"
    rf"|^(?-i:(?:[A-Z][\w’'-]+\s+){{0,3}}[A-Z][\w’'-]+),\s+our\s+(?:[\w-]+\s+){{0,2}}(?:{HOUSE})\b",
    needs="our",
)
_WE = Pattern(
    r"^(?:(?:and|but|so|then|also|here|today|now|in this \w+|at (?:our|the) \w+"
    r"|on this \w+)\s*,?\s+)?(?:we|us|our|ours|(?:half|none|all|most|some|one|two|three|four|five|many"
    r"|both|\d+)\s+of\s+(?:our|us)|i\s+(?:am|work\s+as)\s+(?:a|an|the|head|in\s+charge)"
    r"|i\s+(?:have\s+)?(?:wrote|written|led|worked))\b"
)
_YOU = Pattern(
    r"^(?:(?:and|but|so|then|also|or|perhaps|maybe|sometimes|today|now|here)\s*,?\s+)?(?:you|your|yours|yourself)\b"
)


# “No part of the brain”
_OF_THE = Pattern(r"^\s+of\s+(?:(?:the|your|an?|our|their)\s+)?")

# “No link with diet was ever found”
_LINK_OF_CAUSE = Pattern(
    r"(?:(?:no|an?|any|the|one|some|few|clear|firm|weak|strong|direct)\s)*links?\s(?:with|to|between)\s.*\b(?:found|seen|shown|suspected|proven|made\sout|established)\b"
)
# “The entrance of the needle”
_OF_THE_BODY = Pattern(
    r"\s+of\s+(?:the|your|an?)\s+(?:needle|catheter|tube|probe|skin|body|nerve|bone|joint|wound|mouth|eye|ear|nose|throat|chest|heart|lung|brain)s?\b"
)


def topic(clause: str) -> Topic:
    """What a clause is about, by the words that open it.

    >>> topic("Our nurses check your blood pressure."), topic("The table lists all trials.")
    (<Topic.WRITERS: 'the writers and their house'>, <Topic.TEXT: 'a part of the text'>)
    """
    body = clause.strip(" \"“'‘(")
    if _YOU.match(body):
        return Topic.READER
    if _WE.match(body) or _PERSON_NAME.match(body):
        return Topic.WRITERS
    part = _TEXT.match(body)
    if part and not _LINK_OF_CAUSE.match(body) and not HEALTH.match(_OF_THE.sub("", body[part.end() :])):
        return Topic.TEXT
    house = _HOUSE.match(body)
    if house and _OF_THE_BODY.match(body[house.end() :]):
        return Topic.OTHER
    if house or _OURS.match(body):
        return Topic.WRITERS
    return Topic.OTHER
