"""Numbers that are no measurements: dates, times of day, telephone numbers, prices, addresses, names."""

import re
from collections.abc import Iterator
from itertools import chain

from crpsguide.language.expressions import same_length_lower
from crpsguide.language.numbers.units import TIME_UNIT
from crpsguide.language.patterns import AS_TYPED, Pattern, PatternsByWord

_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
_SMALL_WORD = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_CURRENCY = (
    r"(?:euros?|pounds?|dollars?|pence|(?<!per )(?<!per)cents?|francs?"
    r"|kroner|kronor|yen|rupees|gbp|usd|eur|chf|aud|cad|quid)"
)
_STREET = (
    r"(?:lane|street|st|road|rd|avenue|ave|drive|square|close|court|way|place|terrace|gardens?|row|hill|park"
    r"|crescent|boulevard|house|mews|walk|quay|parade)"
)
_LABEL = (
    r"(?:steps?|types?|chapters?|pages?|pp?\.|sections?|figures?|figs?\.?|tables?|parts?|stages?|phases?"
    r"|grades?|levels?"
    r"|versions?|editions?|rooms?|wards?|floors?|numbers?|nos?\.|options?|questions?|items?|appendix|box(?:es)?"
    r"|rules?"
    r"|articles?|classe?s?|categor(?:y|ies)|schedules?|volumes?|vol\.|issues?|gates?|bus(?:es)?|lines?"
    r"|unit|bays?"
    r"|bed|platform|suite|flat|apartment|building|block|lift|entrance|exit|door|desk|extension|ext\.?|track"
    r"|lesson|session"
    r"|module|exercise|cohort|highway|route|junction|tier|band|form|act|clause|paragraph|footnote"
    r"|references?|ref\."
    r"|visit|appointment|study|trial|case|fig|annex|line|tram|zone|postcode|press|choose|dial|call|ring|text|phone"
    r"|phoning|calling|ringing|texting|dialling)"
)
_PERCENT = r"(?:\d[\d.,]*|\w+(?: hundred)?(?: and \w+)?)\s?(?:%|per ?cent\b)"
_NO_VERB = r"(?:\s(?!(?:was|were|is|are|had|has|have|given|fell|rose|went|improved|dropped)\b)[\w’'-]+)"
_MONTH_PATTERNS = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTHS}(?:,?\s+\d{{4}})?\b",
    rf"\b{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s*(?:-|to|and)\s*\d{{1,2}}\b)?(?:,?\s+\d{{4}})?",
    rf"\b{_MONTHS},?\s+\d{{4}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s*(?:-|to|and)\s*\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s+{_MONTHS}",
)
_SCREEN_PATTERNS = (
    # what readers do with a screen, a printer or a device
    rf"(?<!\bby )(?<!\bon )(?<!\bvia )\b(?:zoom(?:s|ed|ing)?|enlarg\w+|magnif\w+|resiz\w+|photocop\w+"
    rf"|print(?:s|ed|ing)?|(?:scale|copy|shrink)(?= (?:the|this|it|your|up|down)\b)){_NO_VERB}{{0,5}}?"
    rf" (?:to|at|by|of) {_PERCENT}(?! of (?:the|those|them|all|every|people|patients)\b)",
    rf"{_PERCENT} (?:\w+ )?(?:zoom|magnification|enlargement|brightness|(?:text|print|font) size)\b",
    rf"\b(?:screen|display|browser|monitor|brightness|(?:text|print|font|window|paper) size|zoom"
    rf"|table|page|picture)(?: (?:brightness|size|setting|level|zoom|down|up|fits|reads|works|set))*"
    rf" (?:to|at|below|above|under) {_PERCENT}",
    rf"\b(?:battery|(?:turn|set|keep|put) (?:the|your) (?:sound|volume)){_NO_VERB}{{0,2}}?"
    rf"(?: when it is| if it is| falls| drops| is)? (?:to|at|below|above|under) {_PERCENT}",
)
_PRICE_PATTERNS = (
    rf"\b(?:\d[\d,.]*\s*(?:-|to|or|and)\s*)?\d[\d,.]*(?:\s+(?:million|billion|hundred"
    rf"|thousand))?[ -]{_CURRENCY}\b",
    rf"\b(?:[a-z]+[ -])?(?:hundred|thousand|million|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine"
    rf"|ten|twelve)"
    rf"(?:[ -][a-z]+)?[ -]{_CURRENCY}\b",
)
# Each behind what stands in small letters, with a digit, wherever it is found.
_FIGURE_PATTERNS = (
    # telephone numbers
    (
        r"\+\d|\d{3}",
        r"\+\d[\d ()-]{5,}\d|\b0\d{2,4}[ -]\d{2,4}(?:[ -]\d{2,4})*\b|\b\d{3}[ -]\d{3}[ -]\d{3,4}\b|\b0\d{6,}\b",
        r"\b(?:call|ring|text|phone|dial|press|helpline|telephone|tel\.?|calls?(?: it)? on|on|to|or|at)\s+"
        r"(?:(?:the\s+)?(?:line|number|helpline)\s+)?(?:\d{3}(?: \d{3}){1,3}|\d{5,6})\b(?!\s*(?:people|patients|%))",
        r"(?<![\d,.])\b(?:999|911|112|111|988|000|116 123|116 111)\b(?!,\d)(?!\s*(?:people|patients|%|of\b))",
    ),
    # dates and years
    (
        r"\d{4}|\d[/.]\d",
        r"\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b",
        r"\b(?:1[5-9]|20|21)\d\ds?\b(?:\s*(?:-|/|to|and)\s*(?:(?:1[5-9]|20)\d\d|\d\d)\b)?(?![.,]\d|\s*(?:%"
        r"|per\s?cent\b"
        r"|people|patients|participants|adults|children|men|women|cases|mg|g\b|ml|of\s+(?:the|every|them)\b"
        r"|trials|studies))",
    ),
    (r"\d[snrt]", r"\b\d{1,2}(?:st|nd|rd|th)\b"),
    # the clock
    (
        r"\d\s*(?:[ap]\.?m|o[’']clock|noon|hrs|on)|\d:\d",
        r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.|o[’']clock|noon|hrs\b(?= on))|\b\d{1,2}:\d{2}\b",
        rf"\b\d{{1,2}}(?:[.:]\d\d)?\s*(?:-|to|until|and)\s*\d{{1,2}}(?:[.:]\d\d)?\s*(?:am|pm|o[’']clock|a\.m"
        rf"|p\.m|on {_DAYS})",
    ),
    # money
    (
        "[£$€¥]",
        r"(?:[£$€¥]|\b(?:US|AU|CA|NZ)\$)\s*\d[\d,.]*(?:\s*(?:-|to|or|and)\s*[£$€]?\d[\d,.]*)?(?:\s*(?:million"
        r"|billion|k)\b)?",
    ),
    # places
    (r"[a-z\d]\s+\d[a-z]|box", r"\b(?-i:[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2})\b|\bP\.?O\.? box \d+"),
    (r"#|number|no\.", r"#\s*\d+|\b(?:number|no\.)\s*\d+\b"),
    (
        r"[a-zµμ][-‑ ]?\d|\d-?[hdgα]",
        r"\b[A-Za-zµ]+[-‑]?\d[\w-]*(?:\.\d+)?\b|\b(?-i:\d+-?(?:HT|D|G))\b|\b\d+α"
        r"|\b(?!CI\b)(?-i:[A-Z]{2,})[ -]\d{1,3}\b(?!\s*(?:%|people|of))",
    ),
    (r"\d[.)]", r"^\s*\(?\d{1,2}[.)](?=\s)|\(\d\)(?=\s+[a-z])"),
)
# Each behind the words of which it needs one; see `Pattern`.
_OTHER_PATTERNS = {
    "": r"https?://\S+|www\.\S+|\S+@\S+",
    "call calling ring ringing text texting phone phoning dial dialling press choose option": (
        r"\b(?:call|calling|ring|ringing|text|texting|phone|phoning|dial|dialling|press|choose|option)\s+"
        r"(?:option\s+)?\d+(?:\s*(?:,|or|and)\s*(?:text\s+|call\s+)?\d{3}\b)*(?!\s*%)"
    ),
    "cost costs price prices priced fee fees charge charges charged": (
        r"\b(?:costs?|price[sd]?|fees?|charges?|charged)\s+(?:is |are |of |at |about |around "
        r"|from )*\d[\d,.]*\b(?!\s*(?:(?:to|or|-)\s*\d+\s*)?"
        r"(?:%|per|kilos?\b|kg\b|lives\b|days?\b|weeks?\b|points?\b))"
    ),
    """lane street st road rd avenue ave drive square close court way place
    terrace garden gardens row hill park crescent boulevard house mews walk quay parade""": (
        rf"\b\d{{1,4}}[a-z]?,?\s+(?:(?-i:[A-Z])[\w’'-]+\s+){{1,3}}{_STREET}\b"
    ),
    "century edition floor birthday anniversary": (
        r"\b\d{1,3}(?:th|st|nd|rd) (?:century|edition|floor|birthday|anniversary)\b"
    ),
    "confidence credible prediction uncertainty interval limits range ci sure surely certain certainly certainty p": (
        r"\b(?:90|95|99)\s?(?:%|per ?cent|percent)[\s-]+(?:confidence|credible|prediction|uncertainty|interval|limits"
        r"|range|CI\b|sure|certain)"
        r"|\bp\s*[<>=≤≥]\s*0?\.\d+"
    ),
    "# twenties thirties forties fifties sixties seventies eighties nineties": (
        r"[’']\d\ds?\b|\b\d0s\b|\b(?:in|their|your|her|his|my|our)\s+(?:early |late |mid-?)?"
        r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
    ),
    "# nine eight": r"\b(?:from|between|open)\s+(?:nine|eight|9|8)\s*(?:-|to|until|and)\s*(?:five|six|5|6)\b|\b24/7\b",
    "half quarter twenty ten five": (
        r"\b(?:half|quarter) (?:past|to) \w+|\b(?:twenty|ten|five) (?:past|to) (?:\w+)\b"
        r"(?!\s*%|\s+(?:per ?cent|[a-z]+s|people|men|women|children)\b)"  # “five to nineteen weeks” is a range
    ),
    "24 twenty": (
        r"\b(?:24|twenty[- ]four)[ -]hours?(?:\s+a\s+day|[ -](?:\w+ )?(?:help|phone|crisis|advice|service|hot)\w*)"
    ),
    "days": (
        r"\b(?:7|seven|five|5|six|6)\s+days\s+(?:a|per|each)\s+week\b(?=[^.;]*(?:open|call|line|service|24)|[.,;]?$)"
        r"|\b365 days\b"
    ),
    # names and labels
    "# one two three four five six i ii iii iv v vi vii viii ix x": (
        rf"\b{_LABEL}\s*(?:#|no\.?\s*|number\s+)?(?:\d+[a-z]?|[ivx]+|one|two|three|four|five|six)\b"
        r"(?:\s*(?:,|-|or|and|to|with|from|than|,?\s*not)\s*(?:(?:type|in type|stage|phase|grade"
        r"|step)s?\s+)?(?:\d+|one|two|three)\b)*"
        r"(?!\s*(?:%|per ?cent|,\d{3}|people|patients|of\s+(?:the\s+|every\s+|each\s+)*(?:\d|\w+ty\b|a hundred"
        r"|\w+ (?:people|patients))|in\b(?=\s+(?:\d|five|ten))|out\b))"
    ),
    "point tip slide sheet card screen": (
        rf"^(?:point|tip|slide|sheet|card|screen)\s+(?:{_SMALL_WORD}|one)\b(?:\s+of\s+{_SMALL_WORD}\b)?"
    ),
    # “group 2”, but not “the sham group 2”
    "group groups arm arms": (
        r"(?:^|\b(?:in|of|to|from|for|and|or|with|the|see|than)\s+)(?:groups?|arms?)\s+(?:\d+|one|two|three)\b(?!\s*%)"
    ),
    # scales
    "# zero one": (
        r"\b(?:0|zero|1|one)\s*(?:-|to|and)\s*(?:5|five|7|10|ten|20|100|a hundred|one hundred)\b(?!\s*(?:%"
        r"|per ?cent|people"
        r"|patients|days?|weeks?|months?|years?|hours?|minutes?|mg|g\b|points?\s+(?:lower|higher|less|more"
        r"|better)|in\b|of\b))"
    ),
    "out where": (
        r"\bout of (?:10|ten|100)(?=[,.;]?\s*(?:where|\(0|means|is the worst|on))|\bwhere\s+\w+\s+(?:is|means)\b"
    ),
    "# zero ten": (
        r"\b(?:0|10|100|zero|ten)\s+(?:is|means|being|stands for|=)\s+(?:no|the|worst|as|very|un\w+|most|not"
        r"|all|none)\b"
    ),
    "scale line": (
        r"\b\d+(?:[-\s])?(?:point|cm|mm|centimetre|millimetre)\s+(?:[a-z]+\s+)?(?:scale|line)\b"
        r"|\b(?:scale|line)\s+(?:of|up\s+to)\s+\d+(?:\s?(?:points?|cm|mm|centimetres|millimetres))?\b(?!\s*(?:to|-)\s*\d)"
    ),
    "count counting": r"\bcount(?:ing)? (?:up |down |slowly )*(?:to|from) \w+",
    # words that only look like numbers
    "two three four one half fifty 50 ten hundred": (
        r"\bno two\b|\b(?:the\s+)?(?:two|three|four) of (?:you|us|them)\b|\bone (?:by|to|after) one\b|\bone another\b"
        r"|\bhalf (?:of )?the (?:battle|time|fun)\b|\b(?:pay|pays|at|for) half\b(?! (?:of|a|an)\b)|\bfifty[- ]fifty\b"
        r"|\b50[-/ ]50\b|\bten to one\b|\bone or (?:more|other|both|another)\b|\btwo or more\b"
        r"|\b(?:a )?hundred times\b"
    ),
    "two three four five six one": (
        r"\b(?:two|three|four|five|six|one)-(?!thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|tenths?"
        r"|fold|day|week|month"
        r"|year|hour|minute|night|point|in|hundred|thousand|dozen|million|half)[a-z]+"
    ),
    """step steps tip tips way ways question questions reason reasons things idea
    ideas rules parts pages points sections words card cards choices options headings topics""": (
        rf"\b(?:in|with|these|those|the|our|your|following|next|following|other|first|last|all|both"
        rf"|any)\s+(?:\w+\s+)?"
        rf"{_SMALL_WORD}\s+(?:\w+\s+)?(?:steps?|tips|ways?|questions?|reasons?|things|ideas?|rules|parts|pages"
        rf"|points below"
        r"|sections|words|cards?|choices|options|headings|topics)\b"
    ),
    "steps tips questions reasons pages headings chapters sections sentences languages": (
        rf"\b(?:{_SMALL_WORD}|\d+)\s+(?:\w+\s+)?(?:steps|tips|questions|reasons|pages|headings|chapters"
        rf"|sections|sentences|languages)\b"
    ),
    "these those your his her their my both": (
        r"\b(?:these|those|your|his|her|their|my|both)\s+(?:other\s+)?(?:two|three|four|five|six|2|3|4|5|6)\s+"
        r"(?!people|patients|participants|adults|children|men\b|women|days|weeks|months|years|hours|minutes)"
    ),
}


def _pattern(pattern: str, needs: str = "") -> Pattern:
    """A pattern for lower-case text, which is twice as fast, unless it needs capitals."""
    letters = re.sub(r"\\.", "", pattern)
    return Pattern(pattern, 0 if letters == letters.lower() else re.IGNORECASE, needs=needs)


# Groups of patterns, each behind what stands in small letters wherever one of them is found: few sentences hold that.
_NON_MEASUREMENTS = tuple(
    (Pattern(needed, AS_TYPED), tuple(map(_pattern, patterns)))
    for needed, patterns in (
        ("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", _MONTH_PATTERNS),
        ("%|cent", _SCREEN_PATTERNS),
        (_CURRENCY, _PRICE_PATTERNS),
        *((needed, patterns) for needed, *patterns in _FIGURE_PATTERNS),
    )
)
_OTHER_NON_MEASUREMENTS = PatternsByWord([("", _pattern(pattern, needs)) for needs, pattern in _OTHER_PATTERNS.items()])
_ONE_COUNTS = Pattern(
    r"one (?=[a-z]+ (?:in|out of) (?:every )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|a thousand)"
    rf"\b(?! (?:or\b|(?:\w+ )?(?:{TIME_UNIT})\b)))"
    r"|one (?=(?:more )?(?:person|people|patient|participant|child|adult|woman|man)?\s*(?:in|out of|of every"
    r"|of)\s+(?:every |the )?"
    r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|one hundred|a thousand))"
    r"|(?:for|after|within|in|lasted|lasts|took|takes|about|around|than|least|under|over|every|nearly|almost|to"
    r"|by|of|past|from)"
    r" (?:only |just )?one[ -](?=(?:day|week|month|year|hour|minute|gram|milligram|kilo)s?\b)"
    r"|one[ -](?=(?:week|month|year|hour|minute|gram|milligram|day)s?\s+(?:later|after|on\b|of|for|course"
    r"|visit))"
    r"|one (?=(?:to|or) (?:two|three|four)\b)|one (?:per ?cent|percent|%|hundred|thousand|million|dozen|point)"
    r"|one[ -](?:third|quarter|half|fifth|sixth|eighth|tenth)"
    r"|one and a half|\bone-(?:day|week|month|year|hour)\b"
)


def non_measurements(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a text in which numbers are no measurements; they may overlap.

    >>> text = "Ring on 3 March 2024."
    >>> [text[start:end] for start, end in non_measurements(text)]
    ['3 March 2024', 'March 2024', '2024']
    """
    lowered = same_length_lower(text)
    possible = (patterns for needed, patterns in _NON_MEASUREMENTS if needed.search(lowered))
    for pattern in chain(*possible, (pattern for _, pattern in _OTHER_NON_MEASUREMENTS.possible(text))):
        for match in pattern.compiled.finditer(text if pattern.flags else lowered):
            if match.end() > match.start():
                yield match.start(), match.end()


def one_counts(text: str, at: int) -> bool:
    """Whether the word “one” at a place is a number, not a pronoun or an article (“one idea is”)."""
    return any(match.start() <= at < match.end() for match in _ONE_COUNTS.finditer(text))
