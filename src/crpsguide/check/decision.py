"""D: decision aids, which are tools with the tag `decision-aid`; if an aid has several pages, all have the tag."""

import re
from collections.abc import Iterator

from crpsguide.check.numbers.places import place_in
from crpsguide.check.numbers.presentation import HEADINGS, other_denominator
from crpsguide.check.parts import Part, guide_pages, named_parts, parts_of, section_name, steps_from
from crpsguide.check.rule import Fault, rule
from crpsguide.check.texts import text_of_page
from crpsguide.language.clauses import is_question, is_quoted
from crpsguide.language.numbers import PEOPLE, Amount, Kind, read_amounts
from crpsguide.language.patterns import Pattern
from crpsguide.language.phrases import either
from crpsguide.model import FindingKind, Heading, IconArray, Page, PageType, Passage, Place, Sentence, Severity, Site

TAG = "decision-aid"
# Parts of a whole aid, and parts for each option; checklist item D1, the six qualifying criteria of IPDASi v4.
WHOLE_PARTS = ("what-it-is", "decision", "options")
OPTION_PARTS = ("benefits", "harms", "what-it-is-like")
LEAST_RATIO, GREATEST_RATIO = 0.8, 1.25  # words of a choice for each word of the first; checklist item D2
COUNTED = frozenset({FindingKind.EFFECT, FindingKind.HARM, FindingKind.PREVALENCE, FindingKind.PROGNOSIS})
FRAME = {"population": "who was counted", "period": "over what time"}  # fields of a finding; checklist item D3
LEAST_WHOLE = 10  # people; “1 of 2 studies” needs no complement
_DIFFERENCE = Pattern(r"\b(?:more|fewer|less|extra)\b")
_CHANGED_BY = Pattern(r"\bby (?:about |at least |nearly |over )?$")
_CHANGED = Pattern(r" (?:less|more|lower|higher|as much)\b")
_WHOLE = Pattern(r"\d[\d,]*\s+(?:\w+\s+)?(?:of|out of|in|per)\b.*\d")
_CHOICE = r"(?:choices?|options?|ways?|treatments?|answers?|paths?|decisions?|steps?|things?|moves?)"
_BETTER = (
    r"(?:best|better|right|wisest|wiser|sensible|safest|obvious|clear|natural|logical|smart"
    r"|smartest|only|ideal|correct|perfect)"
)
_READER = r"(?:you|anyone|anybody|everyone|people|most people|most|someone)"
_MARKED = r"(?:tick|mark|score|circle|chose|choose|count|answer|get|got|have|reach)\w*"
_DECIDED = (
    rf"(?:you (?:should|must|ought to|need to|are ready|can safely|will|would do well)"
    rf"|{_BETTER}|suits? you|is for you|is (?:what|the (?:one|thing|way)) you need|go for|choose|pick)"
)
# Sentences that say which option is best, or that compute it.
_WINNER = Pattern(
    either(
        # “For most people the drip is the right choice.”, “The sensible choice is to try it.”
        rf"\b(?:is|are|would be|will be|remains?|seems?|makes?|looks?) (?:clearly |surely |simply |often |usually "
        rf"|probably )?(?:the|your|a|an) "
        rf"(?:\w+ )?{_BETTER} {_CHOICE}\b",
        rf"\b(?:the|your|a) {_BETTER} {_CHOICE} (?:for (?:you|most|many|people|anyone)[\w ]{{0,30}} )?(?:is|are"
        rf"|would be|will be)\b",
        # “Your score shows that it suits you.”, “If you marked three boxes or more, you should have it.”
        r"\byour (?:score|result|total|answers?|marks?|ticks?|points?) (?:\w+ )?(?:is|are|means?|shows?|says?|points?"
        r"|suggests?|adds?|tells?|speaks?)\b(?! (?:for you alone|what|which|how|yours|private|not|never|nothing|no\b"
        r"|kept|safe|stored|on this|only))",
        rf"\b(?:if|when) (?:you )?{_MARKED}\b[^.?!]*\b(?:more|most|mostly|\d+|two|three|four|five|boxes|points|ticks"
        rf"|As|Bs|left|right)\b[^.?!]*\b{_DECIDED}",
        r"^(?:mostly|mainly|more|three|four|five|\d+)\b[^.?!]{0,40}\b(?:means?|shows?|(?:and|then) you|:|→"
        r"|=)[^.?!]*\b(?:you|drip|treatment|ready|suits?|go)\b",
        r"\b\w+ (?:points|ticks|boxes)(?: or more)? (?:means?|shows?|says?)\b",
        # “You should choose it”, “we recommend option B”
        r"\byou (?:should|ought to|had better|['’]d better|must) (?:choose|pick|have|try|go for|say yes|opt for|take"
        r"|start|accept|avoid|refuse|decline|say no)\b"
        r"(?! (?:what|time|someone|a (?:person|friend|paper|pen|copy)|notes|this (?:page|sheet)|it with you|your))",
        r"\b(?:we|our (?:team|experts?)|this (?:aid|tool|page|guide)) (?:\w+ly )?(?:recommends?|advises?"
        r"|suggests? that you|favou?rs?|would choose|would pick|prefers?)\b",
        rf"\b{_READER} (?:in your (?:place|shoes|situation|position)|like you) (?:would|should|choose|chooses|say"
        rf"|says|pick)\b",
        r"\b(?:suits|is right for|is best for|works best for|is made for|is the one for|fits) (?:you|people like you"
        r"|most people|most)\b",
        r"\b(?:is|are) (?:clearly |simply |far |much |by far )+(?:the )?(?:best|better|wiser|preferable)\b"
        r"|\b(?:you are|you['’]re|most are) (?:far |much )?better off (?:with|without)\b|\bcomes? out (?:on "
        r"top|ahead|best|first|as the)\b|\b(?:has|have) the edge\b|\bis the winner\b|\bwins\b",
        r"\byou (?:would|['’]d) be (?:foolish|mad|silly|wise|better off|sorry)\b|\b(?:foolish|mad|silly|a mistake"
        r"|a pity|a shame) not to\b",
        r"\b(?:nothing|little) (?:speaks|to be said) (?:against|for)\b|\bthere is (?:only one|just one) (?:real "
        r"|true )?(?:choice|option|answer)\b",
        r"\b(?:is|are) the (?:\w+ )?(?:choice|treatment|option|way|path) to (?:ask for|choose|take|pick|have)\b",
        r"\b(?:is|are) (?:the (?:\w+ )?(?:one|choice|treatment|option|way|answer|thing|path) |just |right |exactly "
        r"|truly )?for you(?=\W*$)",
        r"\b(?:means?|equals?|:) (?:have|choose|pick|try|take|say yes|say no|go for) (?:the |a |it\b|option"
        r"|ketamine|yes|no\b)",
        r"\b(?:most|nearly all|almost all|all|many|sensible|wise|clever) (?:people|readers|users"
        r"|others)\b[^.?!]*\b(?:pick|choose|go for|opt for|say yes)\b"
        r"[^.?!]*\b(?:drip|it|option|rightly|yes|treatment)\b",
        r"\b(?:makes?|made) (?:no|little|more|most|the most|perfect|good|every) sense\b",
        r"\b(?:should|must|ought to|will want to|would do well to|had better|do best to"
        r"|are better off if they) (?:say (?:yes|no)|choose"
        r"|opt|pick|have (?:it|the drip)|go (?:for|ahead)|take (?:it|the)|avoid|decline|refuse|turn it down|try it)\b",
        r"\b(?:numbers?|figures?|evidence|facts?|scales?|balance|sums?|marks|hearts|ticks|boxes|all"
        r"|everything)(?: \w+){0,3} "
        r"(?:clearly |strongly |plainly |firmly )?(?:favou?rs?|tips?|points? (?:to|towards)|speaks? (?:for|against)"
        r"|leans?|comes? down|decides?|argues? for)\b",
        r"\b(?:then|so) (?:please )?(?:go (?:ahead|for (?:it|the))|say (?:yes|no)|(?:choose|pick|have|opt for"
        r"|take) (?:it|the drip|option|ketamine|the treatment))\b",
        r"\bno reason (?:not to|to (?:say no|refuse|wait|hesitate))\b",
    )
)
# What stands before such words where none is named.
_NO_WINNER = Pattern(
    r"\b(?:not|never|nobody|none|neither|cannot|which|what|whether|how|if one|no (?:one|right|wrong|best|single"
    r"|choice|option|score))\b"
    r"[^.?!]*$|n['’]t\b[^.?!]*$"
)


@rule("D1")
def decision_part_missing(site: Site) -> Iterator[Fault]:
    """A decision aid lacks one of its six parts.

    Why it matters: a choice is fair only if each way is told with its good, its bad and what it is like to live with.

    Wrong: an aid without the harms
    Right: what it is, the decision, the choices, and for these the benefits, the harms, and what they are like
    """
    for aid in _aids(site):
        for key in (*WHOLE_PARTS, *OPTION_PARTS):
            if not any(one.words or one.blocks for one in _named(site, aid, key)):
                yield _missing(site, aid, key)


@rule("D2", Severity.WARNING)
def choices_unequal(site: Site) -> Iterator[Fault]:
    """One choice of a decision aid gets much more room than the first: under 0.8 or over 1.25 words for each.

    Why it matters: what gets more room looks like the one to take.

    Wrong: 300 words on a drip, and 40 on waiting
    Right: about the same for each heading below “Your choices”
    """
    for page in _tagged(site):
        for options in named_parts(site, page, "options"):
            choices = _choices(page, options)
            for one in choices[1:]:
                ratio = round(one.words / choices[0].words, 2) if choices[0].words else 1.0
                if not LEAST_RATIO <= ratio <= GREATEST_RATIO and one.heading:
                    message = f"“{one.heading.words}” has {one.words} words, and the first choice {choices[0].words}."
                    yield Fault(one.heading.place, message, "Give each choice the same room.")


@rule("D3")
def number_without_frame(site: Site) -> Iterator[Fault]:
    """A number of people in a decision aid does not say who was counted, or over what time.

    Why it matters: 18 of 100 people in a week, or in a lifetime, are two choices.

    One of the findings cited says who, and over what time; the paragraph or list item itself may tell the time. What a
    picture shows rests on its finding alone.

    Wrong: a cited finding of an effect or a harm without `population` or `period`
    Right: `population: adults with the condition` and `period: 12 weeks`, or “18 of 100 people felt sick in 12 weeks”
    """
    for page in _tagged(site):
        for place, ids, stated in _numbers_of(page):
            counted = [one for one in site.findings(ids) if one.kind in COUNTED]
            stated |= {key for key in FRAME for one in counted if getattr(one, key).strip()}
            missing = [words for key, words in FRAME.items() if key not in stated]
            if counted and missing:
                yield Fault(
                    place,
                    f"This number rests on “{'” and “'.join(one.id for one in counted)}”, "
                    f"which does not say {' nor '.join(missing)}.",
                    f"Add it to {counted[0].place.path}; “not told in what we read” will do if it is so.",
                )


@rule("D3")
def chance_without_denominator(site: Site) -> Iterator[Fault]:
    """A decision aid tells a chance without saying out of how many.

    Why it matters: “18%”, “a fifth” and “1 in 5” cannot be weighed side by side; 18 and 20 of every 100 can.

    Wrong: “A fifth felt sick [@trial#sick].”
    Right: “20 of every 100 people felt sick [@trial#sick].”
    """
    for page in _tagged(site):
        for _, sentence in _sentences(page):
            for amount in read_amounts(sentence.text):
                words = sentence.text[amount.start : amount.end]
                is_number = amount.kind is Kind.SHARE and not amount.is_weak and not _is_change(sentence, amount)
                if is_number and not _WHOLE.search(words) and not _in_brackets(sentence.text, amount.start):
                    message = f"“{words}” does not say out of how many."
                    help = "Say how many of every 100 people."
                    yield Fault(place_in(page.source_lines, sentence, amount.start, amount.end), message, help)


@rule("D3")
def denominators_differ(site: Site) -> Iterator[Fault]:
    """A decision aid counts one choice out of 100 and another out of a different number.

    Why it matters: 8 of 1,000 looks like more than 5 of 100, and the wrong choice looks safer.

    Wrong: “5 of every 100 people … 8 of every 1,000 people”
    Right: “50 of every 1,000 people … 8 of every 1,000 people”
    """
    for page in _tagged(site):
        text = text_of_page(page)
        yield from other_denominator(text, (sentence for _, sentence in text.sentences))


@rule("D3", Severity.WARNING)
def one_side_told(site: Site) -> Iterator[Fault]:
    """A decision aid tells how many had something, and not how many did not, or the other way round.

    Why it matters: “10 of 100 were harmed” frightens and “90 of 100 were not” calms, though they say the same.

    Points on a scale (“3 out of 10”) and differences (“27 more of every 100”) have no other side.

    Wrong: “18 of every 100 people felt sick.”
    Right: “18 of every 100 people felt sick, and 82 did not.”
    """
    for page in _tagged(site):
        for passage, sentence in _sentences(page):
            for amount in filter(_is_part_of_people, read_amounts(sentence.text)):
                words, others = sentence.text[amount.start : amount.end], f"{int(amount.out_of - amount.high):,}"
                if not _contains_number(passage.text, others):
                    message = f"“{words}” tells of {int(amount.high):,}, and nothing here of the other {others}."
                    help = f"Say it beside it: “and {others} did not”."
                    yield Fault(place_in(page.source_lines, sentence, amount.start, amount.end), message, help)


@rule("D4")
def natural_course_not_first(site: Site) -> Iterator[Fault]:
    """A decision aid does not tell what happens without the treatment, before it tells of benefits.

    Why it matters: a gain can only be judged against what would have happened anyway.

    Wrong: the benefits, and at the end “If you do not have it”
    Right: “If you do not have it” first
    """
    for aid in _aids(site):
        without = [at for at, _ in _headed(site, aid, "without")]
        benefits = [*_headed(site, aid, "benefits")]
        if not without or (benefits and min(without) > benefits[0][0]):
            message = "This decision aid does not first tell what happens without the treatment."
            help = f"Put “## {section_name(site, 'without')}” before the benefits."
            yield Fault(benefits[0][1].place if benefits else aid[0].place, message, help)


@rule("D5")
def winner_named(site: Site) -> Iterator[Fault]:
    """A decision aid works out a winner.

    Why it matters: what matters most is the reader's to say; a score would choose for them.

    Wrong: “Your score is 7: the drip is the best choice for you.”
    Right: “Mark what matters to you, and take this page to your visit.”
    """
    for page in _tagged(site):
        for sentence in (one for passage in page.passages for one in passage.sentences):
            match = _WINNER.search(sentence.text)
            if match and not _is_left_open(sentence.text, match.start()):
                yield Fault(sentence.place, f"“{match[0]}” names a winner.", "Let the reader weigh it.")


@rule("D6", Severity.WARNING)
def next_steps_missing(site: Site) -> Iterator[Fault]:
    """A decision aid does not end with next steps, or says nothing of what happens to the answers.

    Why it matters: a choice made alone needs a way to the care team, and nobody should fear who reads along.

    Wrong: an aid that ends with the last question
    Right: “## How to use it at a visit”, and “This page stores nothing.”
    """
    for aid in _aids(site):
        for key in ("next-steps", "privacy"):
            if not _named(site, aid, key):
                yield _missing(site, aid, key)


@rule("D7", Severity.WARNING)
def making_unsaid(site: Site) -> Iterator[Fault]:
    """A decision aid does not say how it was made: how findings were chosen, who tested it, what is untested.

    Why it matters: an aid that nobody tried can lead astray, and its readers may know that.

    Wrong: an aid without a word on its making
    Right: “## How this was made”, and “No reader has tested it yet.”
    """
    for aid in _aids(site):
        if not _named(site, aid, "making"):
            yield _missing(site, aid, "making", "Say who tested it; “no one yet” will do.")


# Rules whose results depend on all pages of a decision aid.
OF_WHOLE_AIDS = frozenset({decision_part_missing, natural_course_not_first, next_steps_missing, making_unsaid})
RULES = (
    decision_part_missing,
    choices_unequal,
    number_without_frame,
    chance_without_denominator,
    denominators_differ,
    one_side_told,
    natural_course_not_first,
    winner_named,
    next_steps_missing,
    making_unsaid,
)


def _is_left_open(text: str, at: int) -> bool:
    """Whether the words at an offset are part of a question, a denial or a quotation, so that no winner is named."""
    return is_question(text) or is_quoted(text, at) or bool(_NO_WINNER.search(text[:at]))


def _aids(site: Site) -> Iterator[tuple[Page, ...]]:
    """Each decision aid: its first page, and the pages that are its further steps."""
    candidates = [steps_from(site, page) for page in _tagged(site)]
    further = {page.name for pages in candidates for page in pages[1:]}
    return (pages for pages in candidates if pages[0].name not in further)


def _tagged(site: Site) -> Iterator[Page]:
    return (page for page, facts in guide_pages(site, {PageType.TOOL}) if TAG in facts.tags)


def _named(site: Site, aid: tuple[Page, ...], key: str) -> list[Part]:
    return [part for page in aid for part in named_parts(site, page, key)]


def _missing(site: Site, aid: tuple[Page, ...], key: str, help: str = "") -> Fault:
    name = section_name(site, key)
    return Fault(aid[0].place, f"This decision aid has no part “{name}”.", help or f"Add “## {name}” with its text.")


def _headed(site: Site, aid: tuple[Page, ...], key: str) -> Iterator[tuple[tuple[int, int], Heading]]:
    """The headings of the parts for a key, each with its position in the aid: index of the page, and line."""
    for number, page in enumerate(aid):
        for part in named_parts(site, page, key):
            if part.heading:
                yield (number, part.heading.place.line), part.heading


def _numbers_of(page: Page) -> Iterator[tuple[Place, tuple[str, ...], frozenset[str]]]:
    """The numbers on a page: place, ids of the findings, and the keys of `FRAME` that the text itself states."""
    for block in page.blocks:
        if isinstance(block, IconArray):
            yield from ((group.place, (group.finding,), frozenset()) for group in block.groups)
    for passage, sentence in _sentences(page):
        if any(_is_result(one) for one in read_amounts(sentence.text)):
            states_time = any(one.kind is Kind.TIME for one in read_amounts(passage.text))
            stated = frozenset({"period"} if states_time else ())
            yield sentence.place, tuple(citation.id for citation in sentence.citations), stated


def _sentences(page: Page) -> Iterator[tuple[Passage, Sentence]]:
    """The sentences of a page except headings, each with its passage."""
    return ((one, sentence) for one in page.passages if one.kind not in HEADINGS for sentence in one.sentences)


def _is_result(amount: Amount) -> bool:
    """Whether an amount is a share, a score or a number of people; “2 kinds of drip” is none of these."""
    counts_people = amount.kind is Kind.COUNT and bool(re.fullmatch(PEOPLE, amount.measure.noun))
    return counts_people or amount.kind in (Kind.SHARE, Kind.SCORE)


def _is_part_of_people(amount: Amount) -> bool:
    """Whether an amount is a part of a number of people, and neither a score nor a difference."""
    may_be_score = "out of" in amount.words and any(one.kind is Kind.SCORE for one in amount.measures)
    is_part = amount.kind is Kind.SHARE and amount.high < amount.out_of >= LEAST_WHOLE
    return is_part and not may_be_score and not _DIFFERENCE.search(amount.words)


def _is_change(sentence: Sentence, amount: Amount) -> bool:
    """Whether a fraction is the size of a change (“at least half less”), and not a share of people."""
    before, after = sentence.text[: amount.start], sentence.text[amount.end :]
    return amount.is_simple and bool(_CHANGED_BY.search(before) or _CHANGED.match(after))


def _contains_number(text: str, number: str) -> bool:
    return bool(re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", text))


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _choices(page: Page, options: Part) -> list[Part]:
    """The parts one level below the part that contains the choices."""
    if options.heading is None or not options.passages:
        return []
    last = options.passages[-1].place.line
    return [
        one
        for one in parts_of(page)
        if one.heading
        and one.heading.level == options.heading.level + 1
        and options.heading.place.line < one.heading.place.line <= last
    ]
