"""U8 and U9: doses that could be taken for advice, and orders to change a medicine."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from crpsguide.check.judgements import Judgements
from crpsguide.check.parts import guide_pages
from crpsguide.check.rule import Fault, sentence_rule
from crpsguide.check.texts import sentences_with
from crpsguide.check.vocabulary import LIST, MEDICINES
from crpsguide.language.clauses import is_question
from crpsguide.language.patterns import Found, Pattern, needs_of
from crpsguide.language.phrases import either, listed, one_of
from crpsguide.model import Sentence, Site

# What is taken, how much of it, and how often.
_AMOUNT = r"\d[\d.,]*(?:\s?(?:to|-|–)\s?\d[\d.,]*)?\s?"  # “2.5 to 5 ”
_WORDED = (
    r"(?:half a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|a hundred)"
)
_SMALL_UNITS = r"mg|mcg|[µμ]g|micrograms?|milligrams?|nanograms?|international units|IU"
_SOME = rf"(?:half an?|an?|{_WORDED}|\d+)"
_PIECE = [
    f"{one}{ending}"
    for one in listed(
        """tablet pill capsule puff sachet lozenge teaspoon spoonful gram spray drop patch vial ampoule scoop gummie
        troche syringe"""
    )
    for ending in ("", "s", "es")
]
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
    rf"(?P<rate>\s?(?:/|per\b|an?\b|every\b|each\b|twice|once|three times)\s?\w+|[^.;:,?!]*?\b{_A_DAY})?",
    needs="#",
)
# Grams and millilitres are also what people lift, drink and cook with.
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
# “Try 10 drops of the oil”, “an extra spray”, “half a gram of it”: no rhythm is told, but that it is to be taken.
_TAKING = (
    r"(?:take|taking|try|use|using|have|swallow|sip|put|rub|apply|(?:start|begin) (?:with|on|at)|go up to"
    r"|increase (?:it )?to"
    r"|add|top up with"
    r"|inhale|inject|dissolve|suck|chew|stick)"
)
_AN_AMOUNT = (
    rf"(?:(?:about|around|just|only|up to|at least) )?(?:{_SOME}|another|a (?:few|couple of)"
    r"|an? (?:quarter|third|half) of an?)"
)
_MORE = r"(?:extra|more|additional|further|second|third|other)"
_OF_IT = r"(?:of|on|under|onto|into|to|in|before|after|when|if|for|as)"
_TAKEN = Pattern(
    either(
        rf"(?:^|[,;:] |\b(?:and|then|or|can|may|should|could|must) )(?:just |simply )?{_TAKING}"
        rf" {_AN_AMOUNT}(?: (?:to|or) {_SOME})? (?:{_MORE} )?(?:[\w-]+ )?{one_of(_PIECE)} {_OF_IT}\b(?! you\b"
        rf"| a walk\b)",
        # “Four tablets a day are a sensible amount.”
        rf"\b{_AN_AMOUNT} (?:[\w-]+ )?{one_of(_PIECE)}\b[^.?!]*\b(?:is|are) (?:(?:a|the|about"
        rf"|just) )*(?:\w+ )?(?:sensible|good|usual|right|normal"
        r"|safe|common|standard|typical|fair|enough|plenty|ideal|best)\b",
        rf"\b{_AN_AMOUNT} (?:[\w-]+ )?{one_of(_PIECE)}\b[^.?!]*\b(?:will|should|would) (?:usually )?(?:do"
        rf"|suffice|see you"
        rf"|get you|be plenty|be enough)\b",
        # “Go up by one tablet each week.”
        rf"\b(?:go|step|move|come|work|build|creep|drop|cut|inch)(?: (?:it|your way|back))? (?:up|down|back|on)?"
        rf"(?: (?:by|to))? ?{_AN_AMOUNT} (?:[\w-]+ )?{one_of(_PIECE)}\b[^.?!]*\b(?:{_EACH}|every)"
        rf" (?:few |other |{_SOME} )?(?:days?|nights?|weeks?|months?)\b",
        # “Take two of them at night.”
        rf"\b(?:take|pop|swallow|chew|suck) {_SOME} (?:of (?:them|these|those|the \w+ ones?)|more)\b[^.?!]*\b{_A_DAY}",
        # “Start with a quarter of the usual strength and double it each week.”
        rf"\b(?:dose|(?:usual|full|half|low|lowest|weakest) strength|{one_of(_PIECE)})\b[^.?!]*\b(?:double"
        rf"|halve|raise|lower|increase|reduce"
        rf"|(?:go|step|build)(?: it)? (?:up|down))\b[^.?!]*\b(?:{_EACH}|every (?:{_SOME} )?"
        rf"|after {_SOME}) (?:few )?(?:days?|nights?|weeks?)\b",
        r"\b(?:finger-?(?:tip|length)|strip|ribbon|blob|dab|inch|squeeze|knob|walnut|pea|smear"
        r"|thimble)s? of (?:(?:the|your) )?(?:\w+ )?(?:cream|gel|ointment"
        r"|lotion|paste)\b",
        rf"\b{_WORDED} (?:milligrams?|micrograms?|millilit(?:re|er)s?|international units)\b",
        # “Most adults do well on two capsules.”
        rf"\b(?:do|does|did|get by|cope|manage|start|begin|settle|end up) (?:well |fine |best )?(?:on"
        rf"|with) {_AN_AMOUNT} (?:[\w-]+ )?{one_of(_PIECE)}\b",
        rf"\b(?:an?|one|two) (?:extra|additional|further) (?:[\w-]+ )?{one_of(_PIECE)}(?= (?:or|will|can|does|is|may"
        rf"|if|when|on|before)\b)",
        r"\b(?:half|a quarter of|a third of) an? (?:gram|milligram|tablet|pill|teaspoon)\b (?:of\b|{0})".replace(
            "{0}", _A_DAY
        ),
        rf"\b(?:pea|thumb|walnut|almond)-sized? (?:amount|blob|piece|dab|drop|bit)s?\b[^.?!]*\b{_A_DAY}",
        # “Wear the 5% patch for twelve hours.”
        r"\b\d[\d.,]* ?(?:%|per ?cent) (?:[\w-]+ )?(?:patch|patches|cream|gel|ointment|lotion|spray|solution)\b"
        rf"[^.?!]*\b(?:for|every|after) {_SOME} hours?\b",
        rf"\b(?:patch|patches|cream|gel|ointment|lotion)\b[^.?!]*\b\d[\d.,]* ?(?:%|per ?cent)[^.?!]*"
        rf"\b(?:for|every|after) {_SOME} hours?\b",
    ),
    needs=needs_of(
        (
            *_PIECE,
            "half",
            "quarter",
            "third",
            "pea",
            "thumb",
            "walnut",
            "almond",
            "cream",
            "gel",
            "ointment",
            "lotion",
            "milligram",
            "milligrams",
            "microgram",
            "micrograms",
            "millilitre",
            "millilitres",
            "milliliter",
            "milliliters",
            "units",
            "solution",
            *listed("them these those one ones more dose strength"),
        )
    ),
)
_NOT_TOLD = Pattern(r"\b(?:not|never|no|nobody|ask|asked|asks|who|was|were|had|took|before you|whether)\b|n['’]t\b")
_HOUSEHOLD = Pattern(r"\b(?:soap|shampoo|paint|glue|bleach|water|juice|milk|cloth|spice|spices|sugar)\b")
_ALWAYS_DOSE = Pattern(rf"\d\s?(?:{_SMALL_UNITS})\b")  # nothing else is told in them
_RATE = Pattern(r"(?:twice|once|times)\b|(?:/|per|an?|every|each)\s?(?:kg|kilo\w*|min\w*|h|hr|hour|day|daily|week)\b")

_DAILY = Pattern(rf"\b{_A_DAY}")

# An order stands at the start of a sentence or clause, or after “you should”: “do not stop”, “before you stop” and
# “some people stop” are none.
_POLITE = r"(?:please|by all means|always|first|just|now|then|also|\w+ly)"
_MAY = r"(?:should|must|need to|have to|can|could|may|might|ought to|are advised to|are free to|will be able to)"
_FINE = r"(?:try|best|better|time|fine|safe|ok|okay|important|advised?|good)"
_ORDER = either(
    rf"^[“\"']?(?:{_POLITE},?\s+)?",
    rf"[.;:,–]\s+(?:(?:and|so|{_POLITE})\s+)?",
    r"\b(?:and|then)\s+",
    rf"\byou {_MAY}\s+(?:{_POLITE} )?",
    rf"\b{_FINE} to\s+",
)
# What is done to a medicine.
_STOP = listed(
    """stop stop_taking stop_using stop_having quit quit_taking quit_using quit_having come_off discontinue give_up
    go_without do_without get_rid_of forget forget_about put_aside put_away throw_away throw_out bin flush leave_out
    leave_off omit skip drop miss interrupt pause hold_back hold_off hold_off_on lay_off lay_off_on stay_off stay_off_on
    keep_off keep_off_on wean_off wean_yourself_off taper taper_off
    ditch dump scrap bin_off lose abandon cease run_down leave_behind"""
)
# What a medicine is said to be when nobody needs it: “is no longer necessary”, “can go in the bin”
_UNNEEDED = either(
    r"(?:is|are|becomes?|will be|can be|may be|turns? out) (?:\w+ly )?(?:no longer|not|n['’]t) (?:\w+ly )?"
    r"(?:necessary|needed|required|worth (?:it|taking)|any use)",
    r"(?:is|are|becomes?|will be) (?:now |then |soon |\w+ly )?(?:unnecessary|superfluous|surplus|pointless|history"
    r"|a thing of the past|optional|useless now|for the bin)",
    r"(?:can|may|should|must|could|will|has to|have to|needs? to) (?:now |then |soon |safely |\w+ly )?"
    r"(?:go (?:in the bin|first|next|straight|now|too)|go(?=\W*$)|be (?:the )?first (?:thing )?to go|be (?:stopped"
    r"|dropped|skipped|halved|cut|reduced"
    r"|lowered|raised|doubled|left (?:out|off|behind|at home)|put (?:away|aside)|thrown (?:away|out)|binned"
    r"|discontinued"
    r"|gathering dust|replaced|missed|swapped|forgotten|given up|lapse|run out|stay in the (?:box|drawer|cupboard)))"
    r"(?! (?:with|by|only|slowly|gradually|step|if|when|under|up|down|through|into|on|together|off the)\b)",
)
_UNNEEDED_WORDS = listed(
    """is are becomes will can may should must could turns feel free welcome dare it harm wrong against danger problem
    afraid nothing nobody matter"""
)
# What makes an order of it without one: “feel free to”, “it does no harm to”, “there is nothing wrong with”
_ALLOWED = either(
    r"(?:feel free|you are (?:free|welcome)|dare|it is (?:fine|safe|ok|okay|alright|all right|easy|enough|time"
    r"|high time)) to",
    r"(?:it )?(?:does|will do|would do) (?:you )?no harm (?:at all )?(?:to|if you)",
    r"(?:no harm in|nothing wrong with|nothing against|no danger in|no problem with|do not be afraid of|why not try)",
    r"(?:nothing (?:bad )?(?:happens|will happen)|nobody (?:minds|will mind)|no harm (?:is )?done"
    r"|it does not matter) if you",
)
_ALTER = listed(
    """cut cut_down cut_back cut_out cut_down_on cut_back_on cut_out_on reduce lower halve increase raise double triple
    switch swap exchange substitute"""
)
_CHANGE = either(
    one_of(_STOP),
    one_of(_ALTER),
    # “replace your tablets with herbs”
    r"replace(?=[^.;:?!]*\b(?:with|by)\b)",
    # “do not take any of your tablets”, “avoid using your patches”
    r"(?:do not|don['’]t) (?:take|use|have)(?= (?:any of )?your\b)",
    r"avoid(?: (?:taking|using))?(?= (?:all )?your\b)",
    # “take an extra dose”; but “stand up and take more …”
    r"(?<!and )(?<!then )take (?:fewer|less|more|half|an? (?:extra|additional)|another)(?: of)?",
    # “get off the tablets”, “give your body a rest from them”, “leave gaps between your tablets”
    r"(?:get|break free|free yourself|rid yourself|live|manage|cope|get by|go|try (?:life|living)) (?:right |clean "
    r"|straight )?"
    r"(?:off|from|without|of)(?= (?:all |any )?(?:of )?(?:your|the|these|those)\b)",
    r"(?:give|take|have|allow|grant) (?:(?:your|the) (?:body|liver|stomach|mind|kidneys|system) |yourself )?(?:an? "
    r"|some )?(?:\w+ )?"
    r"(?:rest|break|holiday|pause|gap|time out|day off|week off)s? (?:from|off|between|without)",
    r"(?:leave|make|keep) (?:\w+ )?gaps (?:between|in)",
    # “have a few days off your tablets”
    r"(?:try|take|have) (?:a|an|some|two|three) (?:\w+ )?"
    r"(?:days?|weeks?|months?|break|holiday|rest|while|time) (?:off|from|without)",
)
_CHANGE_ING = either(
    _CHANGE,
    r"(?:stopping|quitting|dropping|skipping|missing|leaving (?:out|off)|cutting(?: down(?: on)?)?|halving|doubling"
    r"|raising|lowering"
    r"|reducing|coming off|giving up|throwing away|not taking|swapping|replacing|pausing)",
)
# What tells the same without an order: “you will soon no longer need your tablets”, “no need to take your tablets”.
_NEEDLESS = either(
    r"\byou (?:(?:will|can|may|then|soon|also) )*(?:no longer (?:need|require|have to take)|won['’]t need)",
    r"\byou (?:will|['’]ll|won['’]t) (?:not |never )?(?:miss|regret stopping|need to take)",
    r"\b(?:you|they) (?:will |do )not need(?= (?:your|(?:the|these|those|this)\b[^.?!]*\bany ?(?:longer|more))\b)",
    r"\b(?:people|patients|everyone|many) no longer needs?(?=[^.?!]*\bso\b)",
    r"\bno need to (?:carry on with|go on with|keep (?:taking|using|on with)|continue(?: with)?|take)",
)
# “Why keep taking pregabalin?” asks nothing.
_WHY = (
    r"\b(?:why|what is the point of|what good is) (?:(?:still|bother|even|go on|carry on|keep(?: on)?"
    r"|continue) )*(?:to )?tak(?:e|ing)"
)
# The worst of all: “there is no need to tell your doctor when you stop your tablets”.
_ASKED = one_of(listed("prescriber doctor nurse pharmacist team GP specialist"))
_UNTOLD = (
    r"\b(?:not|n['’]t|no) (?:(?:have|need) to|need to) (?:tell|ask|see|consult|talk (?:to|with)|check with)\b"
    rf"[^.?!]*\b{_ASKED}s?\b"
    rf"[^.?!]*\b(?:{one_of((*_STOP, *_ALTER))}|change|take|start)(?:\w*)"
)
_TOLD_TO_STOP = listed(
    """get break free rid live manage cope go allow grant make keep miss regret do don avoid take replace try have
    longer won need throw toss chuck put leave lay give send push leaving throwing putting tossing let"""
)  # beside those lists

_WHICH = one_of(
    listed(
        """all any your their the those these of other a an some next evening morning morning's morning’s tonight's
        tonight’s
        day's day’s doctor's doctor’s old prescribed usual own current daily strong pain nerve blood pressure heart
        sleeping thyroid water dose doses tablet tablets pill pills"""
    )
)
# “Throw your tablets away”, “put them aside”: the verb stands on both sides of the medicine.
_APART = r"(?:throw|toss|chuck|put|leave|lay|give|flush|cut|cross|push|send)"
_APART_ING = r"(?:throw|toss|chuck|putt|leav|lay|giv|flush|cutt|cross|push|send)ing"
_AWAY = r"(?:away|out|aside|off|up|down the (?:toilet|sink|drain)|in the bin|behind|back)"
_MEDICINES = listed(
    """medicine medicines medication medications tablet tablets pill pills painkiller painkillers drug drugs dose doses
    capsule capsules lozenge lozenges
    prescription prescriptions blood_thinner blood_thinners antidepressant antidepressants insulin beta-blocker
    beta-blockers beta_blocker beta_blockers inhaler inhalers patch patches injection injections"""
)
# Something about a medicine that is none (“bin the tablet boxes”), and what is done to a piece of it.
_BESIDE_IT = listed(
    "box packet pack bottle list leaflet diary diaries chart wrapper label name bag off cost bill"  # and “labels”
)
_NOT_ITSELF = rf"(?![ -](?:{one_of(_BESIDE_IT)}|up\b)|(?<=ets|let|lls|ill) in (?:two|half|halves)\b)"
# What makes such an order harmless.
_HARMLESS = Pattern(
    # It is denied (“never to stop”), or asked.
    r"\b(?:not|never|without|rather than)\b[^.?!]*\bto (?:stop|cut|reduce|skip|come)\b|\?\W*$"
    # It sends the reader to someone first: “talk with your nurse”, “if your doctor agrees”.
    rf"|\b(?:talk|speak|ask|check|tell|agree|discuss|plan|decide)\b[^.?!]*\b(?:{_ASKED}|clinic|them|first)\b"
    rf"|\b{_ASKED}s?\b[^.?!]*\b(?:says?|agrees?|advises?)\b"
)


@sentence_rule("U8")
def dose_outside_study(site: Site, judgements: Judgements) -> Iterator[Fault]:
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
                    yield from judgements.found(sentence.text, ("U8",), partial(_doses, sentence))


@sentence_rule("U9")
def told_to_stop_medicine(site: Site, judgements: Judgements) -> Iterator[Fault]:
    """A page tells the reader to stop, cut or change a prescribed medicine.

    Why it matters: stopping some medicines at once is dangerous.

    Wrong: “Stop your painkillers before you begin.”
    Right: “Talk with your prescriber before you stop a medicine.”
    """
    stop = _stop_pattern(_medicines(site))
    for _, _, sentence in sentences_with(site, stop):
        yield from judgements.found(sentence.text, ("U9",), partial(_orders, sentence, stop))


RULES = (dose_outside_study, told_to_stop_medicine)


def _doses(sentence: Sentence) -> Iterator[Fault]:
    text = sentence.text
    amounts = (
        match for match in _DOSE.finditer(text) if _ALWAYS_DOSE.search(match[0]) or _is_taken(text, match["rate"] or "")
    )
    for match in (*amounts, *([*_PIECES.finditer(text)] or _taken(text))):
        yield Fault(
            sentence.place,
            f"“{match[0].strip()}” is a dose.",
            "Leave it out, or tell it as a fact of a study in a block “/// go-deeper”.",
        )


def _is_taken(text: str, rate: str) -> bool:
    """Whether an amount that could be of anything is told as medicines are: so much each day, and no food or load."""
    return bool(_RATE.search(rate) or _DAILY.search(rate)) and not _NO_MEDICINE.search(text)


def _taken(text: str) -> list[Found]:
    """Amounts that a sentence tells the reader to take, and does not deny, ask or tell of somebody."""
    asked = is_question(text)
    return [
        one
        for one in _TAKEN.finditer(text)
        if not asked and not (_NOT_TOLD.search(text, 0, one.start()) or _HOUSEHOLD.search(text))
    ]


def _medicines(site: Site) -> tuple[str, ...]:
    """The guide's words for medicines: of its list, and those that its glossary explains as a medicine or drug."""
    told = re.compile(r"\b(?:medicines?|painkillers?|drugs?)\b", re.IGNORECASE)
    listed = site.phrases(LIST).get(MEDICINES)
    explained = (
        form for term in site.glossary.values() if told.search(term.plain) for form in (term.term, *term.forms)
    )
    return (*(listed.words if listed else ()), *explained)


def _orders(sentence: Sentence, stop: Pattern) -> Iterator[Fault]:
    match = stop.search(sentence.text)
    if match and (match["untold"] or not _HARMLESS.search(sentence.text)):
        yield Fault(
            sentence.place,
            f"“{match[match.lastgroup or 0]}” can be taken as an order to change a medicine.",
            "Say “talk with your prescriber first”.",
        )


@lru_cache(maxsize=8)
def _stop_pattern(medicines: tuple[str, ...]) -> Pattern:
    taken = rf"\s+(?:{_WHICH}\s+){{0,4}}{one_of((*_MEDICINES, *medicines))}\b"
    their = r"(?:them|it)\b"
    which, apart = f"{taken}{_NOT_ITSELF}", rf"{taken}\s+(?!up\b){_AWAY}"
    return Pattern(
        rf"(?:\b{_ALLOWED} (?:\w+ly )?(?P<allowed>{_CHANGE_ING}(?: (?:a few|some|a couple of|a day of"
        rf"|the odd)(?: doses?)?(?: of)?)?{which}|{_APART_ING}{apart})"
        rf"|(?:^|[,;:] |\b(?:and|so|then|that|because) )(?P<unneeded>(?:{_WHICH}\s+){{0,4}}"
        rf"{one_of((*_MEDICINES, *medicines))} {_UNNEEDED})"
        rf"|{_ORDER}(?P<order>{_CHANGE}{which}|{_APART}{apart}|let{taken}\s+(?:lapse|run out|expire))"
        rf"|(?P<needless>{_NEEDLESS}{which})"
        # “If your tablets make you sick, stop them.”
        rf"|(?:^|\b)(?:if|when|once|should)\b[^.?!,]*{taken}[^.?!,]*, (?:{_POLITE} |you {_MAY} )*"
        rf"(?P<again>(?:stop(?: taking| using)?|quit|drop|skip|bin|halve|double|ditch|cut down on|come off"
        rf"|do without) {their}"
        rf"|(?:take|leave|throw|put|cut) {their} {_AWAY}|take (?:fewer|less|more|half|twice as many) of {their})"
        rf"|(?P<untold>(?:{_UNTOLD}|{_WHY}){which}))",
        needs=needs_of((*_STOP, *_ALTER, *_TOLD_TO_STOP, *_UNNEEDED_WORDS)),
    )
