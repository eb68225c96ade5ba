"""How a word is used here, and abbreviations written out."""

from crpsguide.check.claims.embedded import opens_with_fact
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import AS_TYPED, Pattern, any_of
from crpsguide.language.statements.clauses import Link, clauses, fronted
from crpsguide.language.statements.matter import AMOUNT


def explains_a_word(text: str, setting: Setting) -> Verdict:
    """A rule of wording, or an abbreviation written out. What a medical word means is a fact, and needs a source."""
    if not (
        _WORDING.found_in(text)
        or _explains_a_mark(text, setting)
        or _is_spelt_out(text)
        or _is_a_term_of_papers(text, setting)
        or (_CITED_SO.match(text) and not setting.names_health(text))
    ):
        return None
    reasoned = any(
        one.link is Link.REASON and setting.touches_health(one.text) and not setting.lets_pass(one.text)
        for one in clauses(text)[1:]
    )
    counted = _MEANS_THAT.search(text) and AMOUNT.search(text) and setting.names_health(text)
    return CLAIM if reasoned or counted else Reason.WORDING


def _explains_a_mark(text: str, setting: Setting) -> bool:
    """Whether a key tells what a mark on a page stands for: “If a link is broken, a small cross says so”."""
    front, main = fronted(text)
    return bool(_MARKED.match(text)) or (
        bool(front) and not opens_with_fact(front, setting) and bool(_MARKED.match(main))
    )


def _is_a_term_of_papers(text: str, setting: Setting) -> bool:
    """Whether a term is given for something that is no matter of health: “… is called off-label”."""
    found = _CALLED.match(text)
    return bool(found) and not setting.touches_health(_PAPERS.sub("", text))


# “Each claim is followed by a small number that leads to its source.”
_CITED_SO = Pattern(
    r"^(?:each|every|all|any|no|the|these|such)\s(?:\w+\s)?(?:claims?|statements?|sentences?|facts?|numbers?|figures?|paragraphs?)(?:\s(?:here|on\s\w+\s\w+))?\s"
    r"(?:is|are|has|have|carr(?:y|ies)|comes?|ends?|names?|links?|leads?|rests?|stands?|needs?)\s(?:(?!that\b|not?\b)[\w-]+\s){0,7}?"
    r"(?:sources?|notes?|footnotes?|references?|links?|marks?|numbers?|stars?)\b"
)
_MEANS_THAT = Pattern(r"\bmeans that\b", AS_TYPED)
_CALLED = Pattern(
    r"^(?:an?|the)\s[^,;:]+\s(?:is|are)\s(?:also\s|often\s)?called\s(?:an?\s|the\s)?[\w\"“”-]+(?:\s[\w\"“”-]+){0,2}\.?$"
    r"|^[\"“'‘][\w -]+[\"”'’] is what [^,;:]+ (?:is|are) called\b[^,;:]*$"
)
# Words of health that are words of law and offices, too.
_PAPERS = Pattern(r"\b(?:licen[cs]e[sd]?|approv\w+|stud(?:y|ies)|reviews?|guidelines?|trials?|evidence)\b")


# What a page marks its words with: “three stars”, “the more dots, …”
_COUNTED = r"(?:(?:an?|the|this|each|every|no|one|two|three|four|five|\d)\s+)?(?:[\w-]+\s+){0,2}?"
_MARK = (
    r"(?:stars?|asterisks?|daggers?|symbols?|arrows?|colou?rs?|dots?|ticks?|cross(?:es)?|(?:plus|minus|question)\s+(?:signs?|marks?)|bars?|stripes?|bands?"
    r"|box(?:es)?|notes?|squares?|circles?|triangles?|icons?|pluses|dash(?:es)?|blanks?)"
)
_COLOUR = r"(?:green|amber|red|blue|yellow|gr[ea]y|orange|purple|black|white|bold|italics?)"
# “Three stars mean strong evidence”, “Where there is no tick, we read the summary only”
_MARKED = Pattern(
    rf"^(?:(?:{_COUNTED}{_MARK}|{_COLOUR})(?:\s+(?:alone|in\s+a\s+row|or\s+more))?\s+(?:marks?|shows?|stands?|means?|tells?|points?|says?)"
    rf"|the\s+(?:more|fewer|\w+er)\s+(?:the\s+)?{_MARK}\b|(?:if|where|when)\s+(?:there\s+(?:is|are)|you\s+(?:see|find)|we\s+(?:put|use))\s+{_COUNTED}{_MARK}\b)"
    r"(?!.*\b(?:skin|nails?|hands?|f[eo]+t|legs?|arms?)\b)"
)

_WORDING = any_of(
    {
        "booklet chapter guide leaflet page pages section site table text website": r"""
        ^(?:in|on|throughout|across)\s+(?:this|these|our)\s+(?:guide|page|pages|site|website|leaflet|text
        |section|booklet|table|chapter)\b.*(?:\bmeans?\b|\bwe\s+(?:say|write|use|call|mean)|\bstands?\s+for
        |\brefers?\s+to|\bis\s+(?:short|used)|["“])""",
        "abbreviation acronym short": r"""
        \b(?:is|are)\s+(?:short\s+for|(?:an?\s+(?:abbreviation|acronym)|the\s+(?:abbreviation|acronym
        |short\s+form))\s+(?:for|of))\b""",
        """abbreviates abbreviation acronym asterisk form initials letter letters mark number sign stand stands
        star symbol""": r"""
        ^(?:the\s+(?:letters?|abbreviation|acronym|initials|short\s+form|symbol|sign|mark|star|asterisk
        |number)\b.*|["“]?[A-Za-z0-9-]{2,10}["”]?\s+)(?:stands?\s+for|abbreviates)\b""",
        "abbreviate avoid call mean prefer say shorten speak spell use write": r"""
        \b(?:we|i)\s+(?:say|write|use|mean|shorten|abbreviate|call|speak\s+of|spell|prefer|avoid)\s+(?:of\s+)?(?:["“]
        |(?:the\s+)?(?:word|words|term|terms|name|names|phrase|spelling|abbreviation|letters?|form)\b
        |.*\b(?:instead\s+of|rather\s+than|when\s+we\s+mean|to\s+mean|for\s+short)\b|[^,]{1,30}\bwe\s+mean\b)""",
        "mean means": r"""
        :\s+what\s+(?:these|this|the|those|such)\s+(?:words?|terms?|names?)\s+(?:really\s+)?means?\W*$""",
        "abbreviate shorten": r"^(?:we|i)\s+(?:shorten|abbreviate)\b",
        "mean": r"""\b(?:we|i)\s+mean\b""",
        """count counts cover covers include includes leave leaves mean means not our refer refers stand stands
        take takes used word""": r"""
        ^["“][^"”]{1,60}["”]\s+(?:(?:and|or)\s+["“][^"”]{1,60}["”]\s+)?(?:(?:here|only|just|simply|(?:in|on)\s+this\s+\w+)\s+)*(?:means?|stands?\s+for|refers?\s+to|(?:is|are)\s+(?:used(?!\s+(?:for|of|to\s+\w+)\b(?!.*\b(?:here|we|our|this|these)\b))|our|the\s+word
        |not\s+(?:the\s+same\s+as\s+)?(?=["“]))|includes?|covers?|counts?|takes?\s+in|leaves?\s+out)(?!\w)""",
        "here name names phrase term terms word words": r"""
        ^(?:the\s+)?(?:word|words|term|terms|name|names|phrase)\s+["“][^"”]+["”].*\b(?:here|in\s+this|on\s+this|we
        |our|throughout|means?|stands?|covers?|includes?)\b""",
        # “Guaranteed relief” is a phrase to walk away from.
        """advert adverts boast claim feeling feelings figure guess hope hopes line name opinion phrase promise proof
        rumour seller sellers sentence slogan stories story term wish word""": r"""
        ^["“][^"”]{1,60}["”]\s+(?:is|are|was|tells?|says?|sounds?|shows?|reads?)\s+(?:[\w’']+\s+){0,5}?(?:words?|phrases?|feelings?
        |adverts?|sellers?|wish(?:es)?|hopes?|guess(?:es)?|stor(?:y|ies)|figures?|proof|names?|terms?|lines?|promises?|slogans?|claims?|boasts?
        |opinions?|rumours?|sentences?)\b""",
        # Clinics often call it a “reset”.
        """adverts clinics companies doctors headlines letters makers nurses others papers people reports sellers shops
        sites websites""": r"""
        ^(?:(?:some|many|other|most|a\s+few)\s+)?(?:adverts?|clinics|companies|doctors|headlines|letters|makers|nurses|others|papers|people|reports|sellers|shops|(?:web)?sites)\s+(?:with\s+\w+\s+)?
        (?:\w+\s+){0,2}?(?:call|name|nickname|label|dub|speak\s+of|talk\s+of|say|write)\b[^.;:]*["“][^"”]{1,50}["”](?:\W*$|[;,]\s+(?:and\s+|but\s+|so\s+)?(?:you|we|ask|do|that)\b)""",
        # A clinic that says “we are the best” has told you nothing.
        "advert adverts clinic clinics companies company leaflet page pages seller sellers shop shops site sites": r"""
        ^(?:(?:an?|any|every|the|those|most|some|many)\s+)?(?:[\w-]+\s+)?(?:adverts?|clinics?|compan(?:y|ies)|leaflets?|pages?|sellers?|shops?
        |(?:web)?sites?)\s+(?:that|which|who)\s+(?:\w+\s+)?(?:says?|calls?|promises?|sells?|writes?|claims?|prints?|speaks?)\b[^.;]*["“]""",
        # Low certainty means that …
        "certainty confidence": r"""
        ^["“]?(?:high|moderate|low|very\s+low)\s+(?:certainty|confidence)["”]?\s+(?:means?|says|tells|stands|does\s+not\s+mean)\b""",
        "above after before behind beneath beside next under": r"""
        ^(?:an?|the|no)\s+(?:[\w-]+\s+){1,3}?(?:next\s+to|beside|behind|under|beneath|above|after|before)\s+(?:an?|the|each|every|its|some)\s+
        (?:name|title|word|number|link|page|entry|source|heading|line|study|figure|row|medicine)s?\s+(?:marks?|shows?|stands?|means?|tells?|points?|says?)\b""",
        """arrow arrows color colors colour colours dot dots letter letters mark marks number numbers star
        stars terms words""": r"""
        ^(?:the\s+)?(?:numbers?|letters?|stars?|words|terms|arrows?|colou?rs?|dots?|marks?)\s+(?:in\s+(?:brackets
        |bold|italics?|blue|square|round|grey)|(?:after|behind|beside|at)\s+(?:a|the|each)\s+\w+)""",
    }
)


_SPELT_OUT = Pattern(
    r"^[\"“]?(?P<short>[A-Z]{2,7})s?[\"”]?(?:\s+(?:means|is|=|–)|:)\s+[\"“]?(?P<long>[^.\"”]+?)[\"”]?\.?$", AS_TYPED
)


def _is_spelt_out(text: str) -> bool:
    """Whether capitals are written out: the words behind them begin with these letters."""
    found = _SPELT_OUT.match(text)
    if not found:
        return False
    initials = "".join(one[0] for one in found["long"].replace("-", " ").split())
    return initials.upper() == found["short"] or initials.upper().replace("A", "") == found["short"].replace("A", "")
