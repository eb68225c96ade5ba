"""U8: doses that could be taken for advice."""

from collections.abc import Iterator
from functools import partial

from crpsguide.check.parts import guide_pages
from crpsguide.check.rule import Fault, sentence_rule
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.language.clauses import is_question
from crpsguide.language.patterns import Found, Pattern, needs_of
from crpsguide.language.phrases import either, listed, one_of
from crpsguide.model import Sentence, Site

# Amounts, units and frequencies.
_AMOUNT = r"\d[\d.,]*(?:\s?(?:to|-|–)\s?\d[\d.,]*)?\s?"  # “2.5 to 5 ”
_WORDED = (
    r"(?:half a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|a hundred)"
)
_SMALL_UNITS = r"mg|mcg|[µμ]g|micrograms?|milligrams?|nanograms?|international units|IU"
_SOME = rf"(?:half an?|an?|{_WORDED}|\d+)"
_PIECES_OF_IT = """tablet pill capsule puff sachet lozenge teaspoon spoonful gram spray drop patch vial ampoule scoop
    gummie troche syringe"""
_PIECE = tuple(f"{one}{ending}" for one in _PIECES_OF_IT.split() for ending in ("", "s", "es"))
_EACH = r"(?:a|each|every|per)"
_A_DAY = either(
    r"daily|nightly",
    rf"(?:once|twice|{_SOME} times) (?:daily|{_EACH} (?:day|week))",
    rf"{_EACH} (?:other )?(?:day|night|morning|evening|week|fortnight|month)",
    rf"every (?:{_SOME}(?: (?:to|or) {_SOME})? )?hours?",
    r"at (?:night|bedtime|noon|midday|tea ?time|breakfast|lunch|dinner|supper)",
    r"in the (?:morning|evening)|morning and (?:night|evening)",
    r"before (?:bed|sleep|meals|each meal)",
    r"with (?:food|meals|each meal)",
    r"under the tongue|(?:(?:spread|split) )?(?:over|through|across) the day",
    r"(?:up|in(?:to)?) each (?:eye|nostril)",
)
# “22 mg an hour”, “5 ml, three times a day”
_DOSE = Pattern(
    rf"(?<![\w.]){_AMOUNT}(?:{_SMALL_UNITS}|grams?|g|ml|millilit(?:re|er)s?|units)(?![\w])"
    rf"(?P<rate>\s?(?:/|per\b|an?\b|every\b|each\b|twice|once|three times)\s?\w+|[^.;:?!]*?\b{_A_DAY})?",
    needs="#",
)
# Words for other things that are measured in grams and millilitres.
_NO_MEDICINE = Pattern(
    r"\b(?:weigh\w*|weights?|lift\w*|carr\w+|bag"
    r"|water|juice|milk|tea|coffee|soup|flour|sugar|rice|fruit|protein|fibre|fiber|oil)\b"
)
# “one or two tablets at night”, “a spoonful of syrup daily”
_PIECES = Pattern(
    rf"\b(?:{_SOME}(?: (?:to|or) {_SOME})?|a (?:few|couple of))(?: \w+)? {one_of(_PIECE)}"
    rf" (?:of \w+ |(?:on|under) the tongue )?{_A_DAY}\b",
    needs=needs_of(_PIECE),
)
# Amounts to be taken, without a frequency: “Try 10 drops of the oil”, “an extra spray”, “half a gram of it”.
_TAKING = (
    r"(?:take|taking|try|use|using|have|swallow|sip|put|rub|apply|(?:start|begin) (?:with|on|at)|go up to"
    r"|increase (?:it )?to|add|top up with|inhale|inject|dissolve|suck|chew|stick)"
)
_AN_AMOUNT = (
    rf"(?:(?:about|around|just|only|up to|at least) )?(?:{_SOME}|another|a (?:few|couple of)"
    r"|an? (?:quarter|third|half) of an?)"
)
_MORE = r"(?:extra|more|additional|further|second|third|other)"
_OF_IT = r"(?:of|on|under|onto|into|to|in|before|after|when|if|for|as)"
_A_PIECE = rf"(?:[\w-]+ )?{one_of(_PIECE)}"
_SO_MANY = rf"{_AN_AMOUNT} {_A_PIECE}"  # “about two small tablets”
_PERCENT = r"\b\d[\d.,]* ?(?:%|per ?cent)"
_FOR_HOURS = rf"[^.?!]*\b(?:for|every|after) {_SOME} hours?\b"
_TAKEN = Pattern(
    either(
        rf"(?:^|[,;:] |\b(?:and|then|or|can|may|should|could|must) )(?:just |simply )?{_TAKING}"
        rf" {_AN_AMOUNT}(?: (?:to|or) {_SOME})? (?:{_MORE} )?{_A_PIECE} {_OF_IT}\b(?! you\b| a walk\b)",
        # “Four tablets a day are a sensible amount.”
        rf"\b{_SO_MANY}\b[^.?!]*\b(?:is|are) (?:(?:a|the|about|just) )*(?:\w+ )?(?:sensible|good|usual|right|normal"
        r"|safe|common|standard|typical|fair|enough|plenty|ideal|best)\b",
        rf"\b{_SO_MANY}\b[^.?!]*\b(?:will|should|would) (?:usually )?(?:do|suffice|see you|get you|be plenty"
        r"|be enough)\b",
        # “Go up by one tablet each week.”
        rf"\b(?:go|step|move|come|work|build|creep|drop|cut|inch)(?: (?:it|your way|back))? (?:up|down|back|on)?"
        rf"(?: (?:by|to))? ?{_SO_MANY}\b[^.?!]*\b(?:{_EACH}|every)"
        rf" (?:few |other |{_SOME} )?(?:days?|nights?|weeks?|months?)\b",
        # “Take two of them at night.”
        rf"\b(?:take|pop|swallow|chew|suck) {_SOME} (?:of (?:them|these|those|the \w+ ones?)|more)\b[^.?!]*\b{_A_DAY}",
        # “Start with a quarter of the usual strength and double it each week.”
        rf"\b(?:dose|(?:usual|full|half|low|lowest|weakest) strength|{one_of(_PIECE)})\b"
        r"[^.?!]*\b(?:double|halve|raise|lower|increase|reduce|(?:go|step|build)(?: it)? (?:up|down))\b"
        rf"[^.?!]*\b(?:{_EACH}|every (?:{_SOME} )?|after {_SOME}) (?:few )?(?:days?|nights?|weeks?)\b",
        # “a pea of the cream”
        r"\b(?:finger-?(?:tip|length)|strip|ribbon|blob|dab|inch|squeeze|knob|walnut|pea|smear|thimble)s?"
        r" of (?:(?:the|your) )?(?:\w+ )?(?:cream|gel|ointment|lotion|paste)\b",
        rf"\b{_WORDED} (?:milligrams?|micrograms?|millilit(?:re|er)s?|international units)\b",
        # “Most adults do well on two capsules.”
        r"\b(?:do|does|did|get by|cope|manage|start|begin|settle|end up) (?:well |fine |best )?(?:on|with)"
        rf" {_SO_MANY}\b",
        rf"\b(?:an?|one|two) (?:extra|additional|further) {_A_PIECE}"
        r"(?= (?:or|will|can|does|is|may|if|when|on|before)\b)",
        rf"\b(?:half|a quarter of|a third of) an? (?:gram|milligram|tablet|pill|teaspoon)\b (?:of\b|{_A_DAY})",
        rf"\b(?:pea|thumb|walnut|almond)-sized? (?:amount|blob|piece|dab|drop|bit)s?\b[^.?!]*\b{_A_DAY}",
        # “Wear the 5% patch for twelve hours.”
        rf"{_PERCENT} (?:[\w-]+ )?(?:patch|patches|cream|gel|ointment|lotion|spray|solution)\b{_FOR_HOURS}",
        rf"\b(?:patch|patches|cream|gel|ointment|lotion)\b[^.?!]*{_PERCENT}{_FOR_HOURS}",
    ),
    needs=needs_of(
        _PIECE
        + listed(
            """half quarter third pea thumb walnut almond cream gel ointment lotion solution
            milligram milligrams microgram micrograms millilitre millilitres milliliter milliliters units
            them these those one ones more dose strength"""
        )
    ),
)
_NOT_TOLD = Pattern(r"\b(?:not|never|no|nobody|ask|asked|asks|who|was|were|had|took|before you|whether)\b|n['’]t\b")
_HOUSEHOLD = Pattern(r"\b(?:soap|shampoo|paint|glue|bleach|water|juice|milk|cloth|spice|spices|sugar)\b")
_ALWAYS_DOSE = Pattern(rf"\d\s?(?:{_SMALL_UNITS})\b")  # nothing else has these units
_RATE = Pattern(r"(?:twice|once|times)\b|(?:/|per|an?|every|each)\s?(?:kg|kilo\w*|min\w*|h|hr|hour|day|daily|week)\b")

_DAILY = Pattern(rf"\b{_A_DAY}")


@sentence_rule("U8")
def dose_outside_study(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A dose stands where it could be taken for advice: outside “go deeper”.

    Why it matters: the right dose is a matter of the person and of who watches over them.

    Wrong: “The usual dose is 0.5 mg/kg.”
    Right: in `/// go-deeper`, “In the trial, people had 22 mg an hour, in hospital.”
    """
    for page, _ in guide_pages(site):
        for passage in page.passages:
            if passage.block == "go-deeper":
                continue
            for sentence in passage.sentences:
                if any(one.may_stand_in(sentence.text) for one in (_DOSE, _PIECES, _TAKEN)):
                    yield from cache.search(sentence.text, ("U8",), partial(_doses, sentence))


def _doses(sentence: Sentence) -> Iterator[Fault]:
    text = sentence.text
    amounts = (
        match for match in _DOSE.finditer(text) if _ALWAYS_DOSE.search(match[0]) or _is_taken(text, match["rate"] or "")
    )
    for match in (*amounts, *([*_PIECES.finditer(text)] or _taken(text))):
        help = "Leave it out, or tell it as a fact of a study in a block “/// go-deeper”."
        yield Fault(sentence.place, f"“{match[0].strip()}” is a dose.", help)


def _is_taken(text: str, rate: str) -> bool:
    """Whether an amount of grams or millilitres is that of a medicine: it has a frequency, and is no food or weight."""
    return bool(_RATE.search(rate) or _DAILY.search(rate)) and not _NO_MEDICINE.search(text)


def _taken(text: str) -> list[Found]:
    """The amounts that a sentence tells the reader to take; none in questions, denials and reports."""
    asked = is_question(text)
    return [
        one
        for one in _TAKEN.finditer(text)
        if not asked and not (_NOT_TOLD.search(text, 0, one.start()) or _HOUSEHOLD.search(text))
    ]
