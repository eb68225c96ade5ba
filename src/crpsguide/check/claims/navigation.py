"""Ways through the text."""

from crpsguide.check.claims.embedded import has_embedded_claim
from crpsguide.check.claims.names import makes_items_claims
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import Pattern, any_of
from crpsguide.language.statements.clauses import fronted, has_finite_verb
from crpsguide.language.statements.matter import AMOUNT, PRAISED
from crpsguide.language.statements.mood import Mood, mood
from crpsguide.language.statements.subjects import Topic, topic
from crpsguide.model import PassageKind


def is_navigation(text: str, setting: Setting) -> Verdict:
    """Ways through the text: parts of it as subject, there-is, pointers with “below” and “on page 4”."""
    if makes_items_claims(setting.heading) and setting.kind is PassageKind.ITEM and mood(text) is Mood.FRAGMENT:
        return None
    if _TITLED.match(text):
        return Reason.NAVIGATION
    if _DATED.match(text):
        return Reason.NAVIGATION
    if _QUESTION_IS_THERE.match(text) or _GO_ON.match(text) or _POINTER.found_in(text) or _points_on(text, setting):
        return Reason.NAVIGATION if not has_embedded_claim(text, setting) else CLAIM
    front, main = fronted(text)
    if front and setting.names_health(front) and topic(front.partition(" ")[2]) is not Topic.TEXT:
        return None  # “In the brain, the map of the hand …”
    if topic(main) is Topic.TEXT or _THERE_IS.search(text):
        if _SHOWS_THAT.search(text):
            return CLAIM if setting.touches_health(text) or AMOUNT.search(text) else Reason.NAVIGATION
        if PRAISED.search(text) and setting.names_health(text):
            return CLAIM
        return Reason.NAVIGATION if not has_embedded_claim(text, setting) else CLAIM
    return None


_SHOWS_THAT = Pattern(
    r"\b(?:shows?|says?|tells?|proves?|suggests?|confirms?|concludes?|finds?|reports?|explains?|adds?|notes?)\s+(?:that|a|an|(?:the\s+)?(?:typical|usual|common|early|late|first)|the\s+(?:fall|rise|drop"
    r"|benefit|effect)|no|clear)\b|\b(?:shows?|proves?)\s+how\s+(?:much|well|fast|quickly|effective|safe)\b"
)
# “Page 9: why nothing is 100 % safe”, “Next: is there a cure?”
_TITLED = Pattern(
    r"^(?:(?:page|part|section|chapter|step|figure|table|lesson|module|video|film|box|unit)\s(?:\d+|[ivx]+|[a-d])|(?:the\s)?(?:next|previous|last|first)\s(?:page|part|section"
    r"|chapter|video|film|lesson|step)|next|previous|up\snext|coming\snext|see\salso|also\shere)\s?[:–—-]\s"
    r"(?:why|how|what|where|when|who|whom|which|whether|is|are|do|does|can|will|may|should|if)\b[^.!;]*(?:[.?]?$|[.?]\s(?:next|previous|back)\s?:\s[^.!;:]*[.?]?$)"
    # “See also: nerve blocks, ketamine, opioids.”
    r"|^(?:see\salso|related(?:\s\w+)?|more(?:\s(?:pages|on\sthis(?:\s\w+)?))?|read\s(?:on|also|more)|further\sreading|on\sthis\spage|contents)\s?:\s"
    r"[\w’'-]+(?:\s[\w’'-]+){0,2}(?:(?:,|;|\sand|\sor|,\sand)\s[\w’'-]+(?:\s[\w’'-]+){0,2})*\.?$"
)


def _points_on(text: str, setting: Setting) -> bool:
    """Whether a sentence says where to go on: “For other countries see …”, “… has a page of its own”."""
    onward = _FOR_THIS_SEE.match(text)
    if onward:
        return not has_finite_verb(onward["front"]) and not has_finite_verb(onward["there"])
    if _PRINTED_SO.search(text):
        return True
    return bool(_HAS_A_PAGE.search(text))


_PRINTED_SO = Pattern(
    r"\b(?:is|are)\s(?:printed|marked|shown|written|set|cited|underlined|framed|highlighted)\s(?:in|with|by)\s(?:an?\s|the\s)?(?:red|green|blue|grey|yellow|orange|square|round|bold|italics|colour|large|small|capital|box|frame"
    r"|star|dot|arrow|sign|letters|line|brackets)\w*\b"
)
_FOR_THIS_SEE = Pattern(
    r"^(?:for|in|on|about|to|with|if)\s(?P<front>[^,.;:]{1,60}?)(?<!\bto)(?<!\byou)(?<!\bwho)(?<!\bwe)(?<!\bnot)(?<!\band)"
    r",?\s(?:see|go\sto|look\sat|look\sup|turn\sto|read|open)\s(?P<there>[^,;:]+)$"
)
_WHERE = (
    r"(?:pages?|sections?|chapters?|lists?|tables?|guides?|leaflets?|glossary|checklist|card|plan|index|appendix|site"
    r"|rows?|columns?|sheets?|bits?)"
)
_HAS_A_PAGE = Pattern(
    rf"^[^,;:]+\s(?:has|have|gets?)\s(?:an?|its|their)\s(?:own\s|separate\s)*{_WHERE}(?:\sof\s(?:its|their)\sown)?\.?$"
    rf"|^[^,;:]+\s(?:is|are|stands?|comes?)\s(?:all\s)?(?:on|in)\s(?:(?:its|their|our|one|another|an?|this|the\s(?:next|last))"
    rf"\s(?:own\s|other\s|separate\s|single\s|word\s)*{_WHERE}|the\s(?:glossary|word\slist|index|appendix))\.?$"
    r"|^(?:they|carers|friends|your\s\w+)\smay\s(?:also\s)?(?:like|want)\s(?:(?:to\s)?(?:read|see|open)\s)?(?:how|what)\sto\b"
    r"[\w\s]{0,25}\.?$"
)
# “Last reviewed: 4 May 2026. Next review: May 2028.”
_DATED = Pattern(
    r"^(?=.*\b\d{4}\b)(?:(?:last|next|first|this|the|a|our|page|text|guide|leaflet|version|edition|is|are|was|will|to|be|it|and|or|again|by|in|on|at|of|for|due|full|latest"
    r"|(?:review|revis|check|print|publish|write|update|date|issue)(?:e?d|s|ion)?|written|checks?|reviews?|updates?|changed|completed|\d+(?:st|nd|rd|th)?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b[\s:,.;/–-]*)+$"
)
# What is asked stands somewhere: “What the trials found comes after the pictures.”
# “Those who want the numbers can go straight to part 5”, “Two films follow”, “"Sleep" is the longest chapter”.
_GO_ON = Pattern(
    r"^(?:those|anyone|everyone|readers|people|all|whoever|if)\s[^;:]*?\s(?:can|may|should|might|could)\s(?:\w+\s)?(?:go|skip|jump|turn|move|start|begin|read)\s(?:\w+\s)?(?:to|at|with|from)\s(?:the\s|our\s)?"
    r"(?:[\"“]|(?:next\s|last\s|first\s)?(?:part|page|chapter|section|step|box|table|list|end|film)s?\b)[^,;:]*$"
    r"|^(?:an?|two|three|four|five|six|some|more|\d+)\s(?:[\w-]+\s)?(?:films?|pictures?|drawings?|tables?|lists?|chapters?|parts?|pages?|questions|stories|boxes|examples|videos?)\s(?:now\s)?(?:follows?|comes?\s(?:next|now|first))\b"
    r"|^(?:the|all|our|these)\s(?:[\w-]+\s){1,3}?(?:is|are)\s(?:\w+ly\s)?(?:listed|sorted|arranged|grouped|ordered|numbered|named)\sby\s(?!nurses?|doctors?)[\w\s]{3,30}\W*$"
    r"|^(?:(?:and|or|now)\s)?(?:back|up|down|on)\sto\sthe\s(?:top|start|list|menu|contents|beginning|end|index|map)\W*$"
    r"|^in\s(?:part|chapter|section|step|lesson)\s\w+,?\s(?:you|we)\s(?:will\s|can\s)?(?:meet|find|read|see|hear|look|go|turn)\b[^,;:]*(?:,\swho\s(?:lives?|is\sliving|has\slived)\s[\w\s]{2,30})?\W*$"
    r"|^[\"“][^\"”]+[\"”]\s(?:is|was)\s(?:an?|the|our)\s(?:[\w-]+\s){0,2}?(?:chapter|part|page|section|film|leaflet|heading|title|talk|box)\b"
)
_QUESTION_IS_THERE = Pattern(
    r"^(?:what|how|whether|who|which|where|when)\b[^;:]*?,?\s(?:comes?|follows?|(?:is|are)\s(?:also\s|all\s)?(?:described|explained|told|shown|answered|set\sout|dealt\s+with|listed|on|in|below|above))\s"
    r"(?:[\w-]+\s){0,5}?(?:(?:in|on|after|before|under|with|by|at)\s)?(?:(?:an?|the|our|this|its)\s)?(?:[\w-]+\s){0,2}?(?:pages?|chapters?|parts?|sections?|pictures?|films?|drawings?|tables?|box(?:es)?"
    r"|lists?|leaflets?|glossary|end|videos?|appendix|index|figures?|maps?|next|later|below|above)\W*$"
)
_PART = (
    r"(?:page|section|chapter|part|table|figure|box|list|link|appendix|paragraph|leaflet|guide|glossary"
    r"|question|answer|step|column|form|checklist|menu|tab|video|contents)s?"
)


_POINTER = any_of(
    {
        "chapter left page part paused question section step stopped": r"""
        ^you\s+(?:left\s+off|stopped|paused|are)\s+(?:at|on|in)\s+(?:step|page|part|question|chapter|section)\s+\w+""",
        "are here": r"^you\s+are\s+(?:here\b|(?:in|on|at):)",
        """also back browse choose click contents continue details download elsewhere find follow further go
        jump look more next open previous print read related return scroll search see select skip table tap
        turn use""": rf"""^(?:see|go\s+(?:back\s+)?to|back\s+to|return\s+to|skip|jump|turn\s+to|read|click
        |tap|scroll|open|download|print|follow|continue|choose|select|use|browse|search|look|find|more(?!\s+and\b)|next
        |previous|related|further|contents|also|elsewhere|table\s+of|for\s+(?:more|details
        |further))\b(?!.*\b(?:because|which\s+can)\b).*(?:\b{_PART}\b|\bbelow\b|\babove\b|\bhere\b|\bmore\b
        |\btop\b|:|\bwebsite\b|\blink\b|\bdetails\b|\bindex\b|\breading\b|\binformation\b|\btext\b)""",
        "see": r"^see\s+",
        "chapter figure lesson module page part question section slide step table": r"""
        ^(?:page|part|section|chapter|step|figure|table|question|lesson|module|slide|lesson)\s+(?:\d+|[ivx]+
        |[a-d])\b(?:\s*(?:of|/|:|\.|$))""",
        "back contents home links menu next references search sources top": r"""
        ^(?:contents|menu|home|top|next|back|search|links|sources|references)(?=\W*$|\s*[:|>»–(,&]|\s+(?:to|up|page|step)\b)""",
        "chapter find further guide learn more page quick read related section": r"""
        ^(?:related\s+(?:pages|links|topics)
        |read\s+more|learn\s+more|find\s+out\s+more|more\s+(?:about|on)|further\s+(?:reading|information)
        |on\s+this\s+page|in\s+this\s+(?:section|guide|chapter)|quick\s+links)\b""",
        """above answered arranged at below box collected covered dealt defined described discussed downloaded
        explained found further gathered given glossary grouped here last linked list listed marked next
        numbered on overleaf printed read repeated section set shown sorted summarised table told treated
        under""": rf"""
        \b(?:is|are|can\s+be|will\s+be|has\s+been|have\s+been)\s+(?:found|listed|explained|described|covered
        |discussed|shown|given|collected|answered|printed|linked|set\s+out|dealt\s+with|treated|summarised
        |gathered|downloaded|read|told|defined|sorted|arranged|grouped|marked|numbered|repeated|on\s+the
        |in\s+the\s+(?:next|last|box|table|section|list|glossary)|at\s+the|below|above|here|further|under
        |overleaf)\b.*\b(?:{_PART}|(?:below|above)(?=\W*$|\s*[,;:)]|\s+(?:and|or|as|in|on|under)\b)|here|overleaf|(?:the|this)\s+(?:foot|end|bottom|top)|online|website|site
        |alphabet\w*|order|topic|under\s+["“]?\w+)\b""",
        "chapter guide leaflet page pages part section sections site video": r"""
        ^(?:on|in)\s+(?:this|the\s+(?:next|last|following|previous|second|third|first))\s+(?:page|section|chapter
        |part|guide|leaflet|site|pages|sections|video),?\s+(?:you|we|there|are|is)\b""",
        "above below here": r"""
        ^(?:here|below|above)\s*,?\s+(?:you|we|are|is)\s+(?:will\s+|can\s+|'ll\s+|'ve\s+)?(?:find|see|read|list
        |answer|explain|describe|go|look|some|our|the\s+(?:answers|links|sources|list|main|most|key|steps|questions))""",
        "download find jump listen print read see skip watch": rf"""
        ^(?:you|readers)\s+(?:can|will|may)\s+(?:also\s+)?(?:find|read|see|download|print|listen\s+to|watch|skip
        |jump)\b.*(?:\b{_PART}\b|\bbelow\b|\babove\b|\bhere\b|\bonline\b|\bmore\b|\btext\b|\bwebsite\b|\bsite\b
        |\bend\b|\bfoot\b)""",
        """addresses answer answers details examples figures links more notes numbers references source sources
        terms words""": r"""
        ^(?:the\s+)?(?:answers?|sources?|details|references|numbers|addresses|links|terms|words|more|figures
        |examples|notes)\b.*\b(?:below|above|here|in\s+(?:our|the|your)\s+\w+|on\s+(?:the(?!\s+(?:rise|increase|mend|way|move))|this|our)\s+\w+|under
        |overleaf|at\s+the\s+(?:end|foot|bottom|top))\b""",
        "chapter lesson page part section step": r"""
        ^this\s+is\s+(?:the\s+)?(?:chapter|part|page|section|step|lesson)\s+(?:\w+|\d+)(?:\s+of\s+\w+)?\.?$""",
        "read": r"^how\s+to\s+read\s+(?:it|this|the)",
    }
)


_THERE_IS = Pattern(
    r"^(?:(?:there|here|below|above)\s+(?:is|are)|here's)\s+(?:also\s+)?(?:an?|the|some|our|more|two"
    rf"|three|four|five|six|\d+|no)?\s*(?:[\w-]+\s+){{0,3}}?{_PART}\b(?!(?<=link)s?\s+between|(?<=form)\s+of|(?<=forms)\s+of|(?<=answer)\s+to\s+why)"
    r"|^there\s+(?:is|are)\s.*\b(?:below|above|overleaf|here|at\s+the\s+end)\.?$"
)
