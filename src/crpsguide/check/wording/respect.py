"""W5 and U5: words that hurt, and words that only professionals use."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from crpsguide.check.parts import Part, guide_pages, parts_of
from crpsguide.check.rule import Fault, rule, sentence_rule
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.check.vocabulary import own_words
from crpsguide.check.wording.spoken import Spoken, spoken_with
from crpsguide.frozen import frozen
from crpsguide.language.clauses import is_denied, is_name, is_question, is_quoted, negators
from crpsguide.language.courtesy import ATTITUDES, RESPECTFUL, blamed
from crpsguide.language.patterns import Pattern, PatternsByWord, needs_of
from crpsguide.language.plain import PLAIN
from crpsguide.language.suicide import ENDING_LIFE, JUDGED_SUICIDE, METHODS, SUICIDE
from crpsguide.model import CareCard, Contacts, Page, PageLink, PassageKind, Place, Severity, Site

_WORD_ITSELF = Pattern(
    r"\b(?:words?|terms?|names?|myths?|called|call|label|labels|labelled|say|said)\W+(?:\w+\W+){0,3}$"
)
# Statements about someone's pain; a denial of them is kind.
_STATEMENT = Pattern(r"\b(?:in (?:your|the) head|pain|worse than|more painful|painful condition|painful disease)\b")
# Hurtful words that somebody hears, fears or thinks, told by one who does not say so.
_HEARD = Pattern(r"\b(?:told|hear|heard|fear|feel|worry|wonder|afraid)\b(?: \w+)? (?:that )?$")
# “Nobody here will tell you to pull yourself together.”
_NOT_TOLD = Pattern(
    r"\b(?:nobody|no one|not|never|without|been|was|were)\b(?: \w+){0,3} (?:tell|telling|told|ask|asking|asked"
    r"|say|saying) (?:\w+ ){0,2}to $"
)
_SICK_PERSON = Pattern(r"\b(?:an|the|chronic|our) $")
_CALL = Pattern(r"\b(?:call|text|ring|phone|dial)\b[^.?!]*\d{3}|\b\d[\d ]{4,}\d\b")
_SUICIDE = Pattern(r"\bsuicid\w*", needs="suicid*")
_RATE = Pattern(r"\d|\b(?:half|third|quarter|twice|times|rates?|percent|per cent)\b")


@frozen
class _Entry:
    """Words that hurt: what to say instead, and why."""

    say: str
    why: str
    names: Pattern | None = None  # of things, in which the words may stand
    is_statement: bool = False  # not a name for people: to deny or to ask it is kind


_NOT_HELPED = _Entry("the treatment did not help", "It is not the person who failed.")
_NO_JUDGEMENT = _Entry("thoughts of suicide, and that they can pass", "", is_statement=True)
_Entries = Sequence[tuple[_Entry, Pattern]]  # words to avoid, and what finds them


@sentence_rule("W501")
def disrespectful_word(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A word blames, pities, frightens or ranks people who are ill.

    Why it matters: many have been doubted or blamed before. One such word can make a reader leave. Add words to
    `content/wording/respect.yaml`; a quotation may keep them.

    Wrong: “sufferers who failed treatment”
    Right: “people with the condition whom the treatment did not help”
    """
    said = ((_Entry(say, "", is_statement=True), one) for say, patterns in ATTITUDES.items() for one in patterns)
    entries = PatternsByWord(
        (*_entries(site, "respect", RESPECTFUL), (_NOT_HELPED, blamed(own_words(site).care)), *said)
    )
    for spoken in spoken_with(site, entries):
        yield from cache.search(spoken.text, ("W501",), partial(_hurtful, spoken, entries))


@rule("W502", Severity.ADVICE)
def plain_word(site: Site) -> Iterator[Fault]:
    """A medical or long word stands where a plain one would do.

    Why it matters: a tired reader in pain should not have to look a word up. Where the medical word is worth knowing it
    follows the plain one in brackets. Add words to `content/wording/plain-words.yaml`: `instead_of`, and as `words` the
    names of things in which they may stand. A word of the glossary is explained where it stands, and left alone here.

    Wrong: “oedema of the extremity”
    Right: “swelling (oedema) of the arm or leg”
    """
    explained = {form.casefold() for term in site.glossary.values() for form in (term.term, *term.forms)}
    general = {say: tuple(one for one in words if one not in explained) for say, words in PLAIN.items()}
    entries = PatternsByWord(_entries(site, "plain-words", {say: words for say, words in general.items() if words}))
    for spoken in spoken_with(site, entries):
        for entry, start, end in _uses(spoken, entries):
            words = spoken.text[start:end]
            if is_quoted(spoken.text, start) or _in_brackets(spoken.text, start) or _is_a_name(spoken, start, end):
                continue
            yield Fault(
                spoken.place_of(start, end), f"“{words}” has a plainer word.", f"Say: {entry.say}. {entry.why}".rstrip()
            )


@rule("U5")
def suicide_wording(site: Site) -> Iterator[Fault]:
    """A word about suicide blames or alarms, or a heading tells how many.

    Why it matters: words about suicide can put a reader at risk. Say it calmly, and say where help is.

    Wrong: “committed suicide”; “the suicide disease”; a heading with a rate
    Right: “died by suicide”; “thoughts of suicide”
    """
    listed = (*_entries(site, "respect", SUICIDE), (_NO_JUDGEMENT, JUDGED_SUICIDE))
    entries = PatternsByWord(one for one in listed if "suicid" in one[1].pattern.casefold())
    for spoken in spoken_with(site, entries, _SUICIDE):
        for entry, start, end in _uses(spoken, entries):
            words = spoken.text[start:end]
            if not any(one in words.casefold() for one in ("suicid", "kill", "life", "lives")):
                continue
            if entry.is_statement and (negators(words) or _is_kept(spoken.text, start, end, is_statement=True)):
                continue
            yield Fault(
                spoken.place_of(start, end),
                f"“{words}” can put a reader at risk.",
                f"Say: {entry.say}. Say next to it where help is.",
            )
        match = _SUICIDE.search(spoken.text) if spoken.kind is PassageKind.HEADING else None
        if match and _RATE.search(spoken.text):
            yield Fault(
                spoken.place_of(*match.span()),
                "This heading tells how many people die by suicide, or think of it.",
                "Leave numbers out of headings about suicide.",
            )


@rule("U5")
def suicide_method_named(site: Site) -> Iterator[Fault]:
    """A sentence about suicide names a way to do it.

    Why it matters: such words can put a plan into the mind of a reader who is close to one.

    Wrong: “Some took an overdose to end their lives.”
    Right: “Some died by suicide.”
    """
    for spoken in spoken_with(site, ENDING_LIFE):
        match = METHODS.search(spoken.text) if ENDING_LIFE.search(spoken.text) else None
        if match:
            yield Fault(
                spoken.place_of(*match.span()),
                f"“{match[0]}” names a way to end one's life.",
                "Leave the way out: “died by suicide”, “thoughts of suicide”.",
            )


@rule("U5", Severity.WARNING)
def suicide_without_help(site: Site) -> Iterator[Fault]:
    """A section of a page speaks of suicide, and nothing in it leads to help.

    Why it matters: whoever is touched by these words needs a number or a link here, not at the top of the page.

    Help is a care card, a list of contacts, a number to call, or a link: to the page for urgent help, or to a section
    of the same page that holds help.

    Wrong: “Thoughts of suicide are more frequent.”, and then the next heading
    Right: the same, and “[Who you can call now](../start/urgent-help.md)”
    """
    urgent = site.settings.landmarks.urgent_help.partition("#")[0]
    speaking = {one.place.path for one in spoken_with(site, ENDING_LIFE) if ENDING_LIFE.search(one.text)}
    for page, _ in guide_pages(site):
        if str(page.name) == urgent or page.path not in speaking:
            continue
        parts = parts_of(page)
        helping = {one.heading.anchor for one in parts if one.heading and _holds_help(one)}
        read: set[Place] = set()
        for part in parts:  # a section comes before the parts within it
            sentences = [one for passage in part.passages for one in passage.sentences if one.place not in read]
            read |= {one.place for one in sentences}
            first = next((one for one in sentences if ENDING_LIFE.search(one.text)), None)
            if first and not _holds_help(part) and not _links_to_help(page, part, urgent, helping):
                yield Fault(
                    first.place,
                    "This speaks of suicide, and nothing near it leads to help.",
                    "Add a link to the page for urgent help, or a number to call, in the same section.",
                )


def _holds_help(part: Part) -> bool:
    has_block = any(isinstance(block, (CareCard, Contacts)) for block in part.blocks)
    return has_block or any(_CALL.search(one.text) for passage in part.passages for one in passage.sentences)


def _links_to_help(page: Page, part: Part, urgent: str, helping: set[str]) -> bool:
    lines = {number for one in part.passages for number in range(one.place.line, one.place.end_line + 1)}
    lines |= {one.place.end_line for passage in part.passages for one in passage.sentences}
    for link in page.links:
        if link.place.line not in lines:
            continue
        if isinstance(link, PageLink):
            is_help = str(link.target) == urgent or (link.target == page.name and link.fragment in helping)
        else:
            is_help = link.written.startswith(("tel:", "sms:"))
        if is_help:
            return True
    return False


def _entries(site: Site, name: str, general: Mapping[str, tuple[str, ...]]) -> _Entries:
    """The guide's own list first, then the words that hold for any illness."""
    own = [
        (_Entry(one.say, one.why or one.explain, _pattern(one.words) if one.words else None), _pattern(one.instead_of))
        for one in site.phrases(name).values()
        if one.instead_of
    ]
    return (*own, *((_Entry(say, ""), _pattern(words)) for say, words in general.items()))


@lru_cache(maxsize=1024)  # the same lists for each part of a guide
def _pattern(words: tuple[str, ...]) -> Pattern:
    # A hyphen may be typed as a blank: “attention seeking”.
    longest_first = "|".join(re.escape(one).replace(r"\-", "[ -]") for one in sorted(words, key=len, reverse=True))
    return Pattern(rf"(?<![\w-])(?:{longest_first})(?![\w-])", needs=needs_of(words))


def _hurtful(spoken: Spoken, entries: PatternsByWord[_Entry]) -> Iterator[Fault]:
    for entry, start, end in _uses(spoken, entries):
        words = spoken.text[start:end]
        if "suicid" in words.casefold() or _is_kept(spoken.text, start, end, entry.is_statement):
            continue
        yield Fault(spoken.place_of(start, end), f"“{words}” can hurt.", f"Say: {entry.say}. {entry.why}".rstrip())


def _uses(spoken: Spoken, entries: PatternsByWord[_Entry]) -> Iterator[tuple[_Entry, int, int]]:
    """Where the words of a list are used, each stretch once, in order."""
    taken: list[tuple[_Entry, int, int]] = []
    for entry, words in entries.possible(spoken.text):
        names = [one.span() for one in entry.names.finditer(spoken.text)] if entry.names else []
        for match in words.compiled.finditer(spoken.text):
            start, end = match.span()
            if any(first <= start and end <= last for first, last in names):
                continue
            if not any(begin < end and start < stop for _, begin, stop in taken):
                taken.append((entry, start, end))
    yield from sorted(taken, key=lambda one: one[1])


def _is_kept(text: str, start: int, end: int, is_statement: bool) -> bool:
    """Whether a word that hurts is only spoken of, or is meant otherwise."""
    words = text[start:end]
    if is_quoted(text, start) or _WORD_ITSELF.search(text[:start]) or _NOT_TOLD.search(text[:start]):
        return True
    if is_statement and _HEARD.search(text[:start]):
        return True
    if words.casefold() in ("invalid", "invalids"):
        return not (_SICK_PERSON.search(text[:start]) and re.match(r"[.,;]|\s+(?:who|with|and)\b|$", text[end:]))
    is_statement |= bool(_STATEMENT.search(words)) and "patient" not in words.casefold()
    return is_statement and (is_question(text) or is_denied(text, start))


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _is_a_name(spoken: Spoken, start: int, end: int) -> bool:
    return spoken.kind is not PassageKind.HEADING and is_name(spoken.text, start, end)
