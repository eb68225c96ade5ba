"""U: urgent help, and words that could harm."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from crpsguide.check.neutral import running_sentences
from crpsguide.check.parts import TREATMENTS, guide_pages, is_contested, related_to, speaks_of, text_of
from crpsguide.check.rule import Fault, rule
from crpsguide.check.texts import sentences_with
from crpsguide.check.vocabulary import LIST, MEDICINES
from crpsguide.language.expressions import late
from crpsguide.language.grammar import begins_with_action
from crpsguide.language.patterns import Pattern, needs_of
from crpsguide.language.phrases import either, listed, one_of
from crpsguide.model import (
    CareCard,
    FaqFrontMatter,
    Page,
    PageType,
    Place,
    Severity,
    Site,
    TreatmentFrontMatter,
    WebLink,
)

# Words by which a card says how soon, whatever its colour; checklist item U2.
LEVELS = {
    "emergency": ("ambulance", "emergency", "now", "at once", "999", "911", "112", "000", "immediately", "A&E"),
    "urgent": ("today", "urgent", "urgently", "same day", "right away", "now", "at once", "within *", "soon"),
    "routine": ("appointment", "soon", "visit", "next visit", "routine", "doctor", "care team", "ask", "tell", "talk"),
}

# Pages that may tell of a treatment; a topic tells of its law, its costs and the like.
ABOUT_TREATMENTS = TREATMENTS | {PageType.FAQ, PageType.TOPIC}

# A number that reads like nothing else; shorter ones, such as 111, may count people.
SURE_DIGITS = 6
_CALLING = late(r"\b(?:call|dial|phone|ring|text)\b", re.IGNORECASE)
_NUMBER = Pattern(r"(?<![\w.,/+-])\+?\d[\d ]*\d(?![\w%/]|[.,]\d)", needs="#")

# What is taken, how much of it, and how often.
_AMOUNT = r"\d[\d.,]*(?:\s?(?:to|-|–)\s?\d[\d.,]*)?\s?"  # “2.5 to 5 ”
_SMALL_UNITS = r"mg|mcg|[µμ]g|micrograms?|milligrams?|nanograms?|international units|IU"
_SOME = r"(?:half an?|an?|one|two|three|four|five|six|eight|\d+)"
_PIECE = [
    f"{one}{ending}"
    for one in listed(
        "tablet pill capsule puff sachet lozenge teaspoon spoonful gram spray drop patch vial ampoule scoop"
    )
    for ending in ("", "s", "es")
]
_EACH = r"(?:a|each|every|per)"
_A_DAY = either(
    r"daily|nightly",
    rf"(?:once|twice|{_SOME} times) (?:daily|{_EACH} (?:day|week))",
    rf"{_EACH} (?:day|night|morning|evening)",
    rf"every (?:{_SOME}(?: (?:to|or) {_SOME})? )?hours?",
    r"at (?:night|bedtime|noon|breakfast|lunch|supper)",
    r"in the (?:morning|evening)",
    r"before (?:bed|sleep|meals|each meal)",
    r"with (?:food|meals|each meal)",
    r"under the tongue",
    r"in(?:to)? each (?:eye|nostril)",
)
# “22 mg an hour”, “5 ml, three times a day”
_DOSE = Pattern(
    rf"(?<![\w.]){_AMOUNT}(?:{_SMALL_UNITS}|grams?|g|ml|millilit(?:re|er)s?|units)(?![\w])"
    rf"(?P<rate>\s?(?:/|per\b|an?\b|every\b|each\b|twice|once|three times)\s?\w+|[^.;:,?!]*?\b{_A_DAY})?",
    re.IGNORECASE,
    needs="#",
)
# Grams and millilitres are also what people lift, drink and cook with.
_NO_MEDICINE = late(
    r"\b(?:weigh\w*|weights?|lift\w*|carr\w+|bag"
    r"|water|juice|milk|tea|coffee|soup|flour|sugar|rice|fruit|protein|fibre|fiber|oil)\b",
    re.IGNORECASE,
)
# “one or two tablets at night”, “a spoonful of syrup daily”
_PIECES = Pattern(
    rf"\b{_SOME}(?: (?:to|or) {_SOME})?(?: \w+)? {one_of(_PIECE)}"
    rf" (?:of \w+ |(?:on|under) the tongue )?{_A_DAY}\b",
    re.IGNORECASE,
    needs=needs_of(_PIECE),
)
_ALWAYS_DOSE = late(rf"\d\s?(?:{_SMALL_UNITS})\b", re.IGNORECASE)  # nothing else is told in them
_RATE = late(
    r"(?:twice|once|times)\b|(?:/|per|an?|every|each)\s?(?:kg|kilo\w*|min\w*|h|hr|hour|day|daily|week)\b", re.IGNORECASE
)

_DAILY = late(rf"\b{_A_DAY}", re.IGNORECASE)

# An order stands at the start of a sentence or clause, or after “you should”: “do not stop”, “before you stop” and
# “some people stop” are none.
_POLITE = r"(?:please|always|first|just|now|then|also|\w+ly)"
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
    keep_off keep_off_on wean_off wean_yourself_off taper taper_off"""
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
    # “have a few days off your tablets”
    r"(?:try|take|have) (?:a|an|some|two|three) (?:\w+ )?"
    r"(?:days?|weeks?|months?|break|holiday|rest|while|time) (?:off|from|without)",
)
# What tells the same without an order: “you will soon no longer need your tablets”, “no need to take your tablets”.
_NEEDLESS = either(
    r"\byou (?:(?:will|can|may|then|soon|also) )*(?:no longer (?:need|require|have to take)|won['’]t need)",
    r"\bno need to (?:carry on with|go on with|keep (?:taking|using|on with)|continue(?: with)?|take)",
)
# The worst of all: “there is no need to tell your doctor when you stop your tablets”.
_ASKED = one_of(listed("prescriber doctor nurse pharmacist team GP specialist"))
_UNTOLD = (
    r"\b(?:not|n['’]t|no) (?:(?:have|need) to|need to) (?:tell|ask|see|consult|talk (?:to|with)|check with)\b"
    rf"[^.?!]*\b{_ASKED}s?\b"
    r"[^.?!]*\b(?:stop|cut|reduce|change|skip|take|start|come off|lower|raise|double)\w*"
)
_TOLD_TO_STOP = listed("do don avoid take replace try have longer won need")  # beside those lists

_WHICH = one_of(
    listed(
        """all any your the those these of other a an some next evening morning morning's morning’s tonight's tonight’s
        day's day’s doctor's doctor’s old prescribed usual own current daily strong pain nerve blood pressure heart
        sleeping thyroid water dose doses tablet tablets pill pills"""
    )
)
_MEDICINES = listed(
    """medicine medicines medication medications tablet tablets pill pills painkiller painkillers drug drugs dose doses
    prescription prescriptions blood_thinner blood_thinners antidepressant antidepressants insulin beta-blocker
    beta-blockers beta_blocker beta_blockers inhaler inhalers patch patches injection injections"""
)
# Something about a medicine that is none (“bin the tablet boxes”), and what is done to a piece of it.
_BESIDE_IT = listed(
    "box packet pack bottle list leaflet diary diaries chart wrapper label name bag off cost bill"  # and “labels”
)
_NOT_ITSELF = rf"(?![ -](?:{one_of(_BESIDE_IT)}|up\b)|(?<=ets|let|lls|ill) in (?:two|half|halves)\b)"
# What makes such an order harmless.
_HARMLESS = late(
    # It is denied (“never to stop”), or asked.
    r"\b(?:not|never|without|rather than)\b[^.?!]*\bto (?:stop|cut|reduce|skip|come)\b|\?\W*$"
    # It sends the reader to someone first: “talk with your nurse”, “if your doctor agrees”.
    rf"|\b(?:talk|speak|ask|check|tell|agree|discuss|plan|decide)\b[^.?!]*\b(?:{_ASKED}|clinic|them|first)\b"
    rf"|\b{_ASKED}s?\b[^.?!]*\b(?:says?|agrees?|advises?)\b",
    re.IGNORECASE,
)


@rule("U2")
def second_care_card(site: Site) -> Iterator[Fault]:
    """A page has two care cards of one level.

    Why it matters: in an emergency nobody should have to ask which of the two holds.

    Wrong: two cards with `level: emergency`
    Right: one card, with all its lines
    """
    for _, card, above in _cards(site):
        if card.level in above:
            yield Fault(card.place, f"This is a second care card of the level “{card.level}”.", "Make one of both.")


@rule("U2")
def care_card_without_action(site: Site) -> Iterator[Fault]:
    """The heading of a care card does not begin with what to do.

    Why it matters: someone frightened reads the first words, and should be able to act on them.

    Wrong: `/// care-card | Warning signs`
    Right: `/// care-card | Call an ambulance if`
    """
    for _, card, _ in _cards(site):
        if not begins_with_action(card.title):
            yield Fault(
                card.place,
                f"“{card.title}” does not begin with what to do.",
                "Begin with a verb: “Call an ambulance if”, “Get medical help today if”, “Make an appointment if”.",
            )


@rule("U2")
def care_card_level_unsaid(site: Site) -> Iterator[Fault]:
    """The heading of a care card does not say how soon to act.

    Why it matters: colour alone does not reach everyone, and “get help” may mean next week.

    Wrong: `/// care-card | Get help if` with `level: emergency`
    Right: `/// care-card | Call an ambulance if`
    """
    for _, card, _ in _cards(site):
        if not speaks_of(LEVELS.get(card.level, ()), card.title):
            yield Fault(
                card.place,
                f"“{card.title}” does not say in words that this is of the level “{card.level}”.",
                f"Use one of: {', '.join(LEVELS.get(card.level, ())[:4])}.",
            )


@rule("U4", Severity.WARNING)
def number_not_a_link(site: Site) -> Iterator[Fault]:
    """A sentence says to call a number of the contacts file, and the number is no link.

    Why it matters: in danger, or with hands that hurt, a reader should touch once and not have to type.

    Wrong: `In danger, call 999.`
    Right: `In danger, [call 999](tel:999).`
    """
    numbers = _numbers_of_help(site)
    for page in site.pages.values():
        for sentence in running_sentences(page):
            for number in _told_to_call(sentence.text, numbers):
                if _digits(number) not in _linked_numbers(page, sentence.place):
                    yield Fault(
                        sentence.place,
                        f"{number} is no link, so that a reader has to type it.",
                        f"Write [{number}](tel:{_digits(number)}).",
                    )


@rule("U6")
def harm_missing(site: Site) -> Iterator[Fault]:
    """A page about the contested treatment leaves out a harm, and no page that it links to tells of it.

    Why it matters: readers may come by a search, and see this page alone.

    In `site.yaml`, `contested: true` marks the section whose folder holds such pages.

    Wrong: a page without a word or a link on the bladder
    Right: `harms` in the front matter with all keys, or a link to the page that tells of them
    """
    known = site.wording["harms"].phrases if "harms" in site.wording else {}
    for page, _ in guide_pages(site, ABOUT_TREATMENTS):
        if not is_contested(site, page):
            continue
        told = {key for one in (page, *_one_tap_away(site, page)) for key in _harms(one)}
        missing = [phrase.say or key for key, phrase in known.items() if key not in told]
        if missing:
            yield Fault(
                page.front_matter_place("harms"),
                f"Not told here, nor one tap away: {'; '.join(missing)}.",
                "Write about each, or link to the page that does, and name them in “harms” there.",
            )


@rule("U7")
def warning_missing(site: Site) -> Iterator[Fault]:
    """A page on a treatment speaks of something that has a warning, and does not give the warning.

    Why it matters: some ways to have a treatment are riskier than others, and a reader must hear it here.

    Wrong: a page on home use that does not cite the regulator's warning
    Right: the words that `content/wording/warnings.yaml` asks for, on the same page or one tap away
    """
    listed = site.wording.get("warnings")
    for page, _ in guide_pages(site, ABOUT_TREATMENTS):
        if not listed or not (_harms(page) or is_contested(site, page)):
            continue
        near = "\n".join(text_of(one) for one in (page, *_one_tap_away(site, page)))
        for phrase in listed.phrases.values():
            for passage in page.passages:
                if speaks_of(phrase.words, passage.text):
                    if not speaks_of(phrase.beside, near):
                        yield Fault(
                            passage.place,
                            f"This page speaks of what has a warning, and does not give it: {phrase.say}.",
                            phrase.why or "Add the warning, with its source.",
                        )
                    break


@rule("U8")
def dose_outside_study(site: Site) -> Iterator[Fault]:
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
                amounts = (
                    match
                    for match in _DOSE.finditer(sentence.text)
                    if _ALWAYS_DOSE.search(match[0]) or _is_taken(sentence.text, match["rate"] or "")
                )
                for match in (*amounts, *_PIECES.finditer(sentence.text)):
                    yield Fault(
                        sentence.place,
                        f"“{match[0].strip()}” is a dose.",
                        "Leave it out, or tell it as a fact of a study in a block “/// go-deeper”.",
                    )


@rule("U9")
def told_to_stop_medicine(site: Site) -> Iterator[Fault]:
    """A page tells the reader to stop, cut or change a prescribed medicine.

    Why it matters: stopping some medicines at once is dangerous.

    Wrong: “Stop your painkillers before you begin.”
    Right: “Talk with your prescriber before you stop a medicine.”
    """
    stop = _stop_pattern(_medicines(site))
    for _, _, sentence in sentences_with(site, stop):
        match = stop.search(sentence.text)
        if match and (match["untold"] or not _HARMLESS.search(sentence.text)):
            yield Fault(
                sentence.place,
                f"“{match[match.lastgroup or 0]}” can be taken as an order to change a medicine.",
                "Say “talk with your prescriber first”.",
            )


@rule("U10", Severity.WARNING)
def ask_before_missing(site: Site) -> Iterator[Fault]:
    """A treatment page does not name a group of people who should ask first.

    Why it matters: what is fine for most can harm a child, or someone with a sick liver.

    Wrong: “Who should not have it” without a word on pregnancy
    Right: “Ask first if you are pregnant”, for each group of `content/wording/ask-before.yaml`
    """
    listed = site.wording.get("ask-before")
    for page, _ in guide_pages(site, TREATMENTS):
        near = "\n".join(text_of(one) for one in (page, *_one_tap_away(site, page)))
        for phrase in listed.phrases.values() if listed else ():
            if not speaks_of(phrase.words or (phrase.say,), near):
                yield Fault(
                    page.place,
                    f"Neither this page nor one that it links to says who should ask first: {phrase.say or phrase.id}.",
                    "Add a line such as “Ask first if you …”.",
                )


@rule("A9", Severity.WARNING)
def colour_of_skin_unpaired(site: Site) -> Iterator[Fault]:
    """A page on signs speaks of a colour of the skin, and not of how it looks on other skin, or feels.

    Why it matters: “red” cannot be seen on all skin. People with brown or black skin are told too late.

    Wrong: “The skin is red.”
    Right: “The skin is red, which may be hard to see on brown or black skin, and warm to touch.”
    """
    listed = site.wording.get("paired")
    for page, _ in guide_pages(site, {PageType.SYMPTOM, PageType.CONDITION}):
        for phrase in listed.phrases.values() if listed else ():
            first = next((one for one in page.passages if speaks_of(phrase.words, one.text)), None)
            if first and not speaks_of(phrase.beside, text_of(page)):
                yield Fault(first.place, f"Say beside it: {phrase.say}.", phrase.why or "Add it on this page.")


RULES = (
    second_care_card,
    care_card_without_action,
    care_card_level_unsaid,
    number_not_a_link,
    harm_missing,
    warning_missing,
    dose_outside_study,
    told_to_stop_medicine,
    ask_before_missing,
    colour_of_skin_unpaired,
)
BESIDE = (harm_missing, warning_missing, ask_before_missing)  # what stands one tap away is told too


def _is_taken(text: str, rate: str) -> bool:
    """Whether an amount that could be of anything is told as medicines are: so much each day, and no food or load."""
    return bool(_RATE.search(rate) or _DAILY.search(rate)) and not _NO_MEDICINE.search(text)


def _numbers_of_help(site: Site) -> frozenset[str]:
    """The digits of all numbers of the contacts file, as they are dialled and as people of the country write them."""
    written = (number for one in site.contacts.values() for number in (one.phone, one.local, one.text))
    return frozenset(digits for number in written if (digits := _digits(number)))


def _told_to_call(text: str, numbers: frozenset[str]) -> Iterator[str]:
    """The numbers of help that a sentence says to call."""
    for match in _NUMBER.finditer(text):
        digits = _digits(match[0])
        if digits in numbers and (len(digits) >= SURE_DIGITS or _CALLING.search(text, 0, match.start())):
            yield match[0]


def _linked_numbers(page: Page, place: Place) -> frozenset[str]:
    """The numbers that links on the lines of a place show and call."""
    return frozenset(
        _digits(link.words)
        for link in page.links
        if isinstance(link, WebLink)
        and link.written.startswith(("tel:", "sms:"))
        and place.line <= link.place.line <= place.end_line
    )


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _medicines(site: Site) -> tuple[str, ...]:
    """The guide's words for medicines: of its list, and those that its glossary explains as a medicine or drug."""
    told = re.compile(r"\b(?:medicines?|painkillers?|drugs?)\b", re.IGNORECASE)
    listed = site.wording[LIST].phrases.get(MEDICINES) if LIST in site.wording else None
    explained = (
        form for term in site.glossary.values() if told.search(term.plain) for form in (term.term, *term.forms)
    )
    return (*(listed.words if listed else ()), *explained)


@lru_cache(maxsize=8)
def _stop_pattern(medicines: tuple[str, ...]) -> Pattern:
    which = rf"\s+(?:{_WHICH}\s+){{0,4}}{one_of((*_MEDICINES, *medicines))}\b{_NOT_ITSELF}"
    return Pattern(
        rf"(?:{_ORDER}(?P<order>{_CHANGE}{which})|(?P<needless>{_NEEDLESS}{which})|(?P<untold>{_UNTOLD}{which}))",
        re.IGNORECASE,
        needs=needs_of((*_STOP, *_ALTER, *_TOLD_TO_STOP)),
    )


def _cards(site: Site) -> Iterator[tuple[Page, CareCard, frozenset[str]]]:
    """Each care card, with its page and the levels of the cards above it there."""
    for page in site.pages.values():
        above: frozenset[str] = frozenset()
        for block in page.blocks:
            if isinstance(block, CareCard):
                yield page, block, above
                above |= {block.level}


def _one_tap_away(site: Site, page: Page) -> list[Page]:
    linked = (PurePosixPath(one) for one in page.gist.linked)
    targets = dict.fromkeys((*linked, *sorted(related_to(page))))
    return [site.known_pages[target] for target in targets if target in site.known_pages and target != page.name]


def _harms(page: Page) -> tuple[str, ...]:
    facts = page.front_matter
    return facts.harms if isinstance(facts, (TreatmentFrontMatter, FaqFrontMatter)) else ()
