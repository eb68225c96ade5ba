"""N: how a page presents numbers and chances."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from crpsguide.check.numbers.places import place_in
from crpsguide.check.numbers.recorded_numbers import evidence_for
from crpsguide.check.rule import Fault, rule
from crpsguide.check.texts import Text, sentences_with
from crpsguide.language.clauses import is_quoted
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.grammar import NUMBER_WORDS
from crpsguide.language.numbers import PEOPLE, Kind, read_amounts
from crpsguide.language.patterns import AS_TYPED, Pattern, needs_of
from crpsguide.model import Passage, PassageKind, Sentence, Severity, Site, TextKind

# How often something happens, when the guide has no list `content/wording/frequency.yaml` of its own.
FREQUENCY_WORDS = (
    "common", "commonly", "uncommon", "uncommonly", "rare", "rarely", "often", "usual", "usually", "unusual",
    "frequent", "frequently", "infrequent", "infrequently", "seldom", "occasionally", "hardly ever", "scarcely ever",
    "almost never", "nearly always", "almost always", "once in a while", "more often than not",
    "from time to time", "every so often", "once in a blue moon", "most of the time", "the norm",
    "the exception", "the rule rather than", "par for the course", "next to never", "unheard of",
)  # fmt: skip

HEADINGS = frozenset({PassageKind.HEADING, PassageKind.BLOCK_TITLE})  # they have room for words only

# A word such as “few per cent” is no number.
_PERCENT = Pattern(
    r"(?:\d(?:[\d.,]*\d)?\s?%|\b(?:\d[\d.,]*|(?!an?\b|the\b|few\b|in\b|of\b|many\b|some\b|what\b|as\b)[a-z]+)"
    r"\s(?:per ?cent|percent)\b)(?! (?:cream|gel|solution|ointment|patch|less|more|of (?:the )?(?:pain|dose|time)))",
    needs="# cent percent",
)
_BRACKETS = LazyPattern(r"[(\[][^()\[\]]*[)\]]")
_DENOMINATOR = Pattern(
    r"\b(?:(?P<each>(?:of|in|out of|for) (?:every|each))|per|(?:\d+|\w+) (?P<of>(?:out )?of)) "
    r"(?P<whole>(?(each)(?:[2-9]\d|\d{3}[\d,]*(?<!,)|twenty|fifty)|(?(of)1,?000|10))|100|1,?000|10,?000|100,?000|1,?000,?000"
    r"|(?:a )?hundred|(?:a )?thousand|(?:a )?million|ten)\b(?!,\d)"
    r"(?! (?:points|cent|m[gl]|mcg|grams?|metres?|steps?|\w*hours?|\w*minutes?|seconds|days?|weeks?|months?|years?)\b)",
    needs="# ten twenty fifty hundred thousand million",
)
_WHOLES = {
    "hundred": "100",
    "a hundred": "100",
    "thousand": "1000",
    "a thousand": "1000",
    "million": "1000000",
    "a million": "1000000",
    "ten": "10",
}
_ONE_IN = Pattern(
    r"\b(?:1|one)(?: \w+)? in (?:every )?(?P<x>\d[\d,]*|[a-z]+)\b(?! (?:minutes|hours|days|weeks|months|years"
    r"|minds|of)\b)",
    needs="1 one",
)
_CHANCE = r"(?:risks?|chances?|odds|rates?|likelihood|danger|number of (?:people|cases))"
# An amount, not a share of people: “25% to 66% weaker”; but “20% fewer people”, “30% higher risk”.
_BY_HOW_MUCH = Pattern(
    r"(?:\s*(?:to|or|and|[-–])\s*\d[\d.]*\s?%)?\s+"
    r"(?!(?:after|either|ever|her|however|neither|never|other|over|per|under|whether)\b)[a-z]+er\b"
    rf"(?! (?:\w+ )?(?:{PEOPLE}|{_CHANCE})\b)"
)
_CHANGED_BY = Pattern(r"\bby (?:(?:about|around|nearly|almost|some|up to|at least|over|more than|only) )?$")
_RELATIVE = Pattern(
    rf"\b(?:(?:twice|thrice|half|[\d.]+ times|(?:two|three|four|five|six|seven|eight|nine|ten) times)\s+(?:(?:as"
    rf"|more|less)\s+(?:likely|common|often|frequent)|likelier|commoner|rarer|oftener))\b"
    rf"|\b(?:twice|double|half|halves?|[\d.]+ times|(?:two|three|four|five|six"
    rf"|ten) times)\s+the\s+(?:usual\s+)?{_CHANCE}\b"
    rf"|\b(?:doubl(?:es?|ed|ing)|tripl(?:es?|ed|ing)|trebl(?:es?|ed|ing)|halv(?:es?|ed|ing)|quadrupl(?:es?|ed"
    rf"|ing))\s+(?:\w+\s+){{0,4}}?{_CHANCE}\b"
    rf"|\b{_CHANCE}\b[^.;]*?\b(?:doubl(?:es|ed)|tripl(?:es|ed)|halv(?:es|ed)|(?:\w+|[\d.]+)[ -]?fold"
    rf"|times (?:as|higher|lower|greater|more))\b"
    rf"|\b(?:\w+|[\d.]+)[ -]?fold (?:higher |lower |greater )?(?:{_CHANCE}|increase|rise|fall|reduction)\b"
    rf"|\b[\d.]+ ?(?:%|per ?cent|percent) (?:higher|lower|greater|less|more|fewer|increased"
    rf"|reduced)?\s*(?:{_CHANCE}|likely|common)\b"
    rf"|\b(?:cuts?|lowers?|lowered|reduces?|reduced|raises?|raised|increases?|increased)\s+(?:the |your "
    rf"|their )?{_CHANCE}\b[^.;]*?\bby (?:[\d.]+ ?(?:%|per ?cent\b|percent\b)|half\b|a (?:third|quarter|fifth)\b)"
    rf"|\b{_CHANCE} (?:is|are|was|were|becomes?|gets?) (?:\w+ )?[\d.]+ ?(?:%|per ?cent|percent) (?:lower"
    rf"|higher|less|more|smaller"
    r"|greater|bigger)\b"
    rf"|\b{_CHANCE}\b[^.;]*?\bby (?:[\d.]+ ?(?:%|per ?cent\b|percent\b)|half\b|a (?:third|quarter)\b)",
    needs="""likelier commoner rarer oftener
        risk risks chance chances odds rate rates likelihood danger number likely common commonly often frequent
        frequently increase rise fall reduction""",
)
_DENIED = Pattern(r"\b(?:not|never|no|n[’']t)\b|n[’']t\b|\?\W*$")
_NO_NUMBER = Pattern(
    r"\bno (?:\w+ )?numbers? (?:is |are |was |were )?(?:known|given|found|told|exists?|reported)"
    r"|\bnumbers? (?:is|are) not known"
    r"|\bnot known how (?:often|many)|\bno one knows how (?:often|many)|\bhow (?:often|many)[^.;]* (?:is"
    r"|are) (?:not known|unknown)"
    r"|\bno absolute|\babsolute [^.;]* (?:not|no)\b|\bnot counted\b|\bno count\b"
)
# What frequency words mean when they do not tell how often something happens.
_OTHER_SENSE = Pattern(
    r"\b(?:how|as|too|more|less|very|so) (?:often|frequently|common)\b|\bin common\b|\bcommon (?:sense|ground"
    r"|cold|name|word|knowledge|law)\b|\bas usual\b"
    r"|\busual (?!in\b|for\b|to\b|with\b|after\b|at\b|among\b)\w+\b|\brare disease (?:day|register)\b|\bthan usual\b"
)
_DECIMAL = Pattern(r"(?<![\d.,/-])\d+\.\d+(?![\d.]|-\d)", AS_TYPED, needs="#")
_MEASURED = frozenset({Kind.MASS, Kind.VOLUME, Kind.LENGTH, Kind.TEMPERATURE, Kind.MONEY})
_TEST = Pattern(r"\b(?:mmol|degrees|temperature|blood|test|level|°C|kPa|pH|litre)\b|[£$€]")


@rule("N1", Severity.WARNING)
def bare_percent(site: Site) -> Iterator[Fault]:
    """A percentage stands in the open text, where a count of people would be understood.

    Why it matters: many people cannot say what 18% of people means; everyone can see 18 of 100 people.

    Wrong: “18% of people felt sick.”
    Right: “18 of every 100 people (18%) felt sick.”
    """
    for text, passage, sentence in _sentences_with(site, _PERCENT):
        if passage.kind in HEADINGS:
            continue
        for match in _PERCENT.finditer(sentence.text):
            is_aside = any(one.start() < match.start() < one.end() for one in _BRACKETS.finditer(sentence.text))
            is_change = _BY_HOW_MUCH.match(sentence.text, match.end()) or _CHANGED_BY.search(
                sentence.text[: match.start()]
            )
            if not is_aside and not is_change and not is_quoted(sentence.text, match.start()):
                yield Fault(
                    place_in(text.source_lines, sentence, *match.span()),
                    f"“{match[0]}” stands outside brackets.",
                    "Say how many of every 100 people; the percentage may follow in brackets.",
                )


@rule("N2", Severity.WARNING)
def mixed_denominators(site: Site) -> Iterator[Fault]:
    """A page counts out of 100 in one place and out of another number elsewhere.

    Why it matters: 8 of 1,000 looks like more than 5 of 100.

    Wrong: “5 of every 100 people … 8 of every 1,000 people”
    Right: “50 of every 1,000 people … 8 of every 1,000 people”
    """
    for text, sentences in _by_text(_sentences_with(site, _DENOMINATOR)):
        yield from other_denominator(text, sentences)


@rule("N3", Severity.WARNING)
def one_in_x(site: Site) -> Iterator[Fault]:
    """A page tells more than one chance as “1 in” some number.

    Why it matters: the greater the number, the smaller the chance, and many people read it the other way round.

    Wrong: “1 in 5 had nausea, and 1 in 12 were sick.”
    Right: “20 of every 100 people had nausea, and 8 were sick.”
    """
    for text, sentences in _by_text(_sentences_with(site, _ONE_IN)):
        stated = []
        for sentence in sentences:
            for match in _ONE_IN.finditer(sentence.text):
                is_share = match["x"][0].isdigit() or match["x"].casefold() in NUMBER_WORDS
                if is_share and match["x"].replace(",", "") not in ("100", "1000") and not _is_year(match["x"]):
                    stated.append((sentence, match))
        for sentence, match in stated[1:]:
            yield Fault(
                place_in(text.source_lines, sentence, *match.span()),
                f"“{match[0]}” is not the only chance on this page that is stated as “1 in …”.",
                "Say how many of every 100 people, so that the chances can be compared.",
            )


@rule("N4")
def relative_alone(site: Site) -> Iterator[Fault]:
    """A sentence says how many times a chance grows or shrinks, and not what the chance is.

    Why it matters: twice next to nothing is next to nothing. Alone, such numbers frighten or persuade.

    Wrong: “It doubles the risk of a clot.”
    Right: “2 of every 100 people had a clot, against 1 without it: twice as many.”
    """
    for text, _, sentence in _sentences_with(site, _RELATIVE):
        match = _RELATIVE.search(sentence.text)
        if not match or _DENIED.search(sentence.text) or _NO_NUMBER.search(sentence.text):
            continue
        if _has_absolute(sentence.text, match.span()) or _none_is_known(site, sentence):
            continue
        yield Fault(
            place_in(text.source_lines, sentence, *match.span()),
            f"“{match[0]}” compares chances, and the sentence does not say what they are.",
            "Say first how many of every 100 people; if nobody knows, say so and leave the comparison out.",
        )


@rule("N7", Severity.WARNING)
def frequency_word_alone(site: Site) -> Iterator[Fault]:
    """A sentence says that something is common, rare or usual, and gives no number.

    Why it matters: in 10 trials, people who read such words thought side effects far likelier than they are.

    Wrong: “Nausea is common.”
    Right: “Nausea is common (about 20 of every 100 people).”, or “Nausea is common (no number known).”
    """
    pattern = _any_of(tuple(site.phrases("frequency")) or FREQUENCY_WORDS)
    for text, passage, sentence in _sentences_with(site, pattern):
        if not sentence.citations or passage.kind in HEADINGS or sentence.text.rstrip().endswith("?"):
            continue
        others = [match.span() for match in _OTHER_SENSE.finditer(sentence.text)]
        match = next(
            (
                one
                for one in pattern.finditer(sentence.text)
                if not any(start <= one.start() < end for start, end in others)
            ),
            None,
        )
        if match and not _NO_NUMBER.search(sentence.text) and not _counts_people(sentence.text):
            yield Fault(
                place_in(text.source_lines, sentence, *match.span()),
                f"“{match[0]}” stands here without a number.",
                "Say how many of every 100 people, or add “(no number known)”.",
            )


@rule("N8", Severity.ADVICE)
def decimals(site: Site) -> Iterator[Fault]:
    """A number has decimals that a reader does not need.

    Why it matters: they look more exact than the evidence is, and are harder to read.

    Wrong: “Pain was 2.68 out of 10.”
    Right: “Pain was about 3 out of 10.”
    """
    for text, passage, sentence in _sentences_with(site, _DECIMAL):
        if not _DECIMAL.search(sentence.text) or passage.block == "go-deeper" or _TEST.search(sentence.text):
            continue
        brackets = [match.span() for match in _BRACKETS.finditer(sentence.text)]
        for amount in read_amounts(sentence.text):
            if any(start < amount.start < end for start, end in brackets):
                continue
            if amount.kind in _MEASURED or not (match := _DECIMAL.search(amount.words)):
                continue
            start = amount.start + match.start()
            yield Fault(
                place_in(text.source_lines, sentence, start, start + len(match[0])),
                f"“{match[0]}” has decimals.",
                "Round it to a whole number; doses, tests and money may keep theirs.",
            )


def other_denominator(text: Text, sentences: Iterable[Sentence]) -> Iterator[Fault]:
    """The first number in some sentences of a text that is counted out of another number than most are."""
    stated = [
        (sentence, match, _WHOLES.get(match["whole"].casefold(), match["whole"].replace(",", "")))
        for sentence in sentences
        for match in _DENOMINATOR.finditer(sentence.text)
    ]
    stated = [one for one in stated if one[2] != "10" or "out of" not in one[1][0]]
    usual = Counter(whole for _, _, whole in stated).most_common(1)
    other = next(((sentence, match, whole) for sentence, match, whole in stated if whole != usual[0][0]), None)
    if other:
        sentence, match, whole = other
        yield Fault(
            place_in(text.source_lines, sentence, match.start("whole"), match.end("whole")),
            f"This page counts out of {int(usual[0][0]):,}, and here out of {int(whole):,}.",
            "Use one denominator on the whole page: 100, or 1,000 for what is rarer than 1 in 100.",
        )


def _sentences_with(site: Site, pattern: Pattern) -> Iterator[tuple[Text, Passage, Sentence]]:
    """The matching sentences, without those of sources, whose pages give each number as the source does."""
    return (one for one in sentences_with(site, pattern) if one[0].kind is not TextKind.SOURCE)


def _by_text(found: Iterable[tuple[Text, Passage, Sentence]]) -> Iterator[tuple[Text, list[Sentence]]]:
    """The sentences grouped by text."""
    for _, of_text in groupby(found, key=lambda one: id(one[0])):
        some = [*of_text]
        yield some[0][0], [sentence for _, _, sentence in some]


@lru_cache(maxsize=4)  # the same list for each part of a guide
def _any_of(words: tuple[str, ...]) -> Pattern:
    return Pattern(rf"\b(?:{'|'.join(map(re.escape, words))})\b", needs=needs_of(words))


def _has_absolute(text: str, relative: tuple[int, int]) -> bool:
    """Whether a sentence states an absolute chance besides the comparison."""
    start, end = relative
    return any(
        one.kind is Kind.SHARE and not one.is_weak and (one.end <= start or one.start >= end)
        for one in read_amounts(text)
    )


def _counts_people(text: str) -> bool:
    return any(one.kind in (Kind.SHARE, Kind.COUNT) and one.words[:1].isalnum() for one in read_amounts(text))


def _none_is_known(site: Site, sentence: Sentence) -> bool:
    """Whether a finding cited says that nobody knows the chances themselves."""
    evidence = evidence_for(site, sentence.citations) if sentence.citations else None
    return any(_NO_NUMBER.search(f"{one.says} {one.note}") for one in evidence.findings) if evidence else False


def _is_year(written: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", written))
