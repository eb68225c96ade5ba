"""W3 and E11: whether a sentence sounds as sure as the findings that it cites."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from crpsguide.check.claims import Reason, why_no_source
from crpsguide.check.rule import Fault, rule, sentence_rule
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.check.wording.spoken import Spoken, spoken_in, spoken_with
from crpsguide.language.certainty import Strength, Told, told_strengths
from crpsguide.language.clauses import clause_of, is_asked_indirectly, is_open_question, is_quoted
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.clauses import has_finite_verb
from crpsguide.model import CareCard, Certainty, Citation, Finding, FindingKind, Severity, Site, TextKind

# Findings of these kinds say what is so, more or less surely. The others say what is meant, allowed, advised or done.
JUDGED = frozenset(
    {
        FindingKind.EFFECT,
        FindingKind.HARM,
        FindingKind.PROGNOSIS,
        FindingKind.PREVALENCE,
        FindingKind.MECHANISM,
        FindingKind.DIAGNOSTIC_ACCURACY,
    }
)
# GRADE guidelines 26 (Santesso and others, 2020): informative statements.
SAY: Mapping[Certainty, str] = {
    Certainty.HIGH: "say it plainly: “reduces”, “causes”, “makes little or no difference”",
    Certainty.MODERATE: "say “probably” or “is likely to”",
    Certainty.LOW: "say “may”, “might” or “studies suggest”",
    Certainty.VERY_LOW: "say “we do not know if …” or “it is very uncertain whether …”",
}
SAY_NO_EFFECT: Mapping[Certainty, str] = {
    Certainty.MODERATE: "say “probably makes little or no difference”",
    Certainty.LOW: "say “may make little or no difference”",
    Certainty.VERY_LOW: "say “we do not know if …”",
}
_NO_EFFECT = Pattern(
    r"\b(?:(?:does|do)(?: not|n[’']t) (?:work|help)\b(?! (?:for (?:every\w*|all)|alone|at once|every"
    r"|well together|as they should|you (?:to )?(?:feel|be|think)|if|when|unless|until|without|out))"
    r"|(?:has|have|had) no (?:\w+ )?(?:effect|benefit|impact|influence|power)\b|(?:is|are) (?:simply |just "
    r"|quite )?(?:ineffective|useless|pointless|futile|worthless"
    r"|a waste of (?:time|money|effort|energy)|(?:of )?no (?:(?:real|earthly) )?(?:use|benefit|help|value))"
    r"|fails? to (?:work|help|ease|lower|reduce|prevent|relieve|improve|stop|calm)"
    r"|(?<!that )(?<!which )(?:brings?|gives?|offers?) (?:nothing"
    r"|no (?:relief|benefit|help|gain|comfort))(?! (?:to|for) (?:lose|fear))"
    r"|never (?:works?|helps?|eases|relieves|lowers)"
    # “gets you nowhere”, “there is no point in trying it”, “not worth the money”
    r"|(?:gets?|leads?|takes?) (?:you|people|us|them|one|anyone)? ?nowhere"
    r"|changes? nothing (?:about|in|of) (?:the|your)"
    r"|(?<!that )(?<!which )(?:achieve|accomplish|solve|bring)(?:s|ed) nothing(?! but\b)"
    r"|(?:cannot|can[’']t|(?:does|do|will)(?: not|n[’']t)|won[’']t) (?:touch|shift|budge|dent|reach|ease|relieve|soothe"
    r"|calm) (?:the |this |your |that )?(?:(?:kind|sort) of )?(?:\w+ )?(?:pain|burning|swelling|symptoms?|stiffness)\b"
    r"|(?:is|are) (?:just |simply )?(?:wasted money|money (?:thrown|wasted|down the drain|out of the window))"
    r"|no (?:point|use|sense|good) (?:in )?(?:trying|taking|using|having|buying|wearing|paying|doing)"
    r" (?!to\b|this page)"
    r"|(?:is|are) (?:not|hardly|barely) worth (?:trying|taking|having|buying|(?:the|your|any) (?:money|effort|trouble))"
    r"|(?:does|do)(?: not|n[’']t) (?:do|change|achieve) (?:a thing|anything|much) (?:for|to|about|against)"
    r"|(?:might|may|could) (?:just )?as well [^.;:?!]{3,40} as (?:take|use|have|wear|try|buy|do)\b"
    r"|makes? no difference|(?:does|do) nothing (?:for|to|against)|(?:is|are) no (?:better|more effective) than\b)",
    needs="""
    might may could no not t nothing cannot money nowhere hardly barely ineffective useless brings bring gives give
    offers offer fails fail never pointless futile worthless waste""",
)
_NOT_MEANT = Pattern(
    r"\b(?:if|when|whether|mean|means|because it|may|might|could|can|probably|likely|perhaps|seems?|appears?"
    r"|suggests?|not know|unclear|uncertain|some(?:times)?"
    r"|unless|where|say|says|claim|claims|that one|the (?:lift|phone|link|bell|line|site|website|form|battery"
    r"|button|app))\b"
)

_IF = Pattern(r"(?:if|when|whenever|unless)\b[^.:;]*$")
_OR = Pattern(r",?\s+or\b")
_RELATIVE = Pattern(r"\b(?:that|which|who)\s+$")

# A source's own page tells what the source says; how sure that is stands right below.
_RETOLD = (
    r"\b(?:{names}it|he|she|they|pages?|site|clinics?|hospital|charity|service|doctors?|specialists?|researchers?"
    r"|scientists"
    r"|authors?|experts?|group|panel|reviews?|meta-analysis|overview|article|paper|text|book|leaflet|guidelines?"
    r"|guidance"
    r"|summary|label|agency|maker|survey|some|patient pages)\b[^.;:]{0,60}?"
    r"\b(?:says?|said|states?|stated|writes?|wrote|tells?|told|notes?|noted|warns?|warned|describes?|described"
    r"|explains?"
    r"|estimates?|estimated|argues?|argued|proposes?|proposed|calls?|called|concludes?|concluded|finds?|found|repeats?"
    r"|puts?|quotes?|speaks? of|lists?|reports?|reported|thinks?|suggests?|advises?|stress(?:es|ed))\b"
    r"|\baccording to\b"
)


@rule("E11")
def no_effect_without_evidence(site: Site) -> Iterator[Fault]:
    """A sentence says that something does not work, and cites no finding whose certainty is rated.

    Why it matters: that nobody has shown an effect does not show that there is none.

    Where it cites a rated finding, W301 tells whether it is too sure.

    Wrong: “Mirror work does not help.”, without a finding
    Right: “Mirror work may make little or no difference to pain.”, with a finding of low certainty
    """
    for spoken in spoken_with(site, _NO_EFFECT):
        found = [*_NO_EFFECT.finditer(spoken.text)]
        if not found or is_open_question(spoken.text) or _is_retold(site, spoken) or _lowest(site, spoken.citations):
            continue
        for match in found:
            start, end = match.span()
            first, _ = clause_of(spoken.text, start)
            if is_quoted(spoken.text, start) or _NOT_MEANT.search(spoken.text, first, start):
                continue
            if is_asked_indirectly(spoken.text, start) or _is_condition(spoken, start, end):
                continue
            yield Fault(
                spoken.place_of(start, end),
                f"“{match[0]}” needs a finding of high or moderate certainty.",
                "Cite it, or say “no study has shown that …” if that is so.",
            )


@sentence_rule("W301")
def stronger_than_certainty(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A sentence sounds surer than the weakest finding that it cites.

    Why it matters: people choose treatments by words such as “helps”. A promise that the studies cannot keep costs
    them time, money and hope.

    The scale: high “reduces”, moderate “probably reduces”, low “may reduce”, very low “we do not know if”. “In some
    people” limits who, not how sure. “Safe” without limits is too much at every certainty: overclaim (W401) speaks
    of it. What one study saw may always be told in the past tense, with its numbers; and what a source says, on its
    own page, under its name.

    Wrong: “Mirror work reduces pain.[@lee2020#pain]”, when that finding has low certainty
    Right: “Mirror work may reduce pain.[@lee2020#pain]”
    """
    for spoken, finding, told in _judged(site, cache):
        for one in told:
            if _is_stronger(one, finding.certainty.rank):
                words = spoken.text[one.start : one.end]
                yield Fault(
                    spoken.place_of(one.start, one.end),
                    f"“{words}” sounds surer than “{finding.id}”, which has {_name(finding.certainty)} certainty.",
                    _help(spoken.text, one, finding.certainty),
                )


@sentence_rule("W302", Severity.ADVICE)
def weaker_than_certainty(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A sentence sounds less sure than the weakest finding that it cites.

    Why it matters: where something is known, readers should hear it. If every sentence says “may”, none tells them
    anything.

    Wrong: “Mirror work may reduce pain.[@lee2020#pain]”, when that finding has high certainty
    Right: “Mirror work reduces pain.[@lee2020#pain]”
    """
    for spoken, finding, told in _judged(site, cache):
        if _are_weaker(told, finding.certainty.rank):
            words = spoken.text[told[0].start : told[0].end]
            yield Fault(
                spoken.place_of(told[0].start, told[0].end),
                f"“{words}” sounds less sure than “{finding.id}”, which has {_name(finding.certainty)} certainty.",
                f"Here you can {SAY[finding.certainty]}.",
            )


def _is_condition(spoken: Spoken, start: int, end: int) -> bool:
    """Whether words tell when something holds, or which thing is meant: “When it does not help, or you stop”."""
    before, after = spoken.text[:start], spoken.text[end:]
    is_listed = bool(_IF.match(before) and _OR.match(after))
    is_relative = bool(_RELATIVE.search(before)) and not has_finite_verb(before)
    return is_listed or is_relative or spoken.block == CareCard.kind


def _judged(site: Site, cache: SentenceCache) -> Iterator[tuple[Spoken, Finding, Sequence[Told]]]:
    """The sentences that are not as sure as the weakest of their findings, with it, and how sure each clause sounds."""
    for spoken in spoken_in(site):
        weakest = _lowest(site, spoken.citations) if spoken.citations else None
        if weakest is None or _is_retold(site, spoken):
            continue
        rank = weakest.certainty.rank
        told = cache.search(spoken.text, ("W3", rank, spoken.before), partial(_untrue, site, spoken, rank))
        if told:
            yield spoken, weakest, told


def _untrue(site: Site, spoken: Spoken, rank: int) -> Sequence[Told]:
    """How sure each clause of a sentence sounds, where that is not as sure as a finding of this rank is."""
    told = [_as_listed(site, spoken.text, one) for one in told_strengths(spoken.text, spoken.before)]
    wrong = any(_is_stronger(one, rank) for one in told) or _are_weaker(told, rank)
    return told if wrong and why_no_source(spoken.text) not in _NO_FINDING else ()


# What a cited sentence says without telling the finding: “May is a busy month here.”
_NO_FINDING = frozenset({Reason.OWN_WORK, Reason.TALK})


def _is_stronger(told: Told, rank: int) -> bool:
    return rank < told.strength < Strength.BEYOND


def _are_weaker(told: Sequence[Told], rank: int) -> bool:
    return bool(told) and all(one.strength < rank and not one.may_be_weaker for one in told)


def _is_retold(site: Site, spoken: Spoken) -> bool:
    """Whether it stands on a source's own page as what the source says: in its summary, or under its name."""
    if spoken.where is not TextKind.SOURCE:
        return False
    return not any(one.key for one in spoken.citations) or bool(_retold_by(_names_of_sources(site)).search(spoken.text))


def _names_of_sources(site: Site) -> tuple[str, ...]:
    return tuple(word for phrase in site.phrases("source-names").values() for word in phrase.words)


@cache
def _retold_by(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_RETOLD.replace("{names}", "".join(f"{re.escape(one)}|" for one in names)), re.IGNORECASE)


def _lowest(site: Site, citations: Iterable[Citation]) -> Finding | None:
    """The weakest rated finding; a source that is cited as a whole counts with its strongest."""
    weighed = [found for one in citations for found in _findings(site, one)]
    return min(weighed, key=lambda one: one.certainty.rank, default=None)


def _findings(site: Site, citation: Citation) -> list[Finding]:
    source = site.sources.get(citation.source)
    if source is None:
        return []
    named = [source.findings.get(citation.key)] if citation.key else list(source.findings.values())
    rated = [one for one in named if one and one.kind in JUDGED and one.certainty.rank]
    return rated if citation.key else sorted(rated, key=lambda one: -one.certainty.rank)[:1]


def _as_listed(site: Site, text: str, told: Told) -> Told:
    """A plain clause with words that the guide's own list gives a certainty (`words`) has that certainty."""
    if told.strength is not Strength.PLAIN:
        return told
    listed = site.phrases("certainty")
    for certainty in Certainty:
        phrase = listed.get(certainty.value)
        for words in phrase.words if phrase else ():
            match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)
            if match and certainty.rank:
                return Told(Strength(certainty.rank), *match.span())
    return told


def _help(text: str, told: Told, certainty: Certainty) -> str:
    first, last = clause_of(text, told.start)
    if _NO_EFFECT.compiled.search(text, first, last) and certainty in SAY_NO_EFFECT:
        return f"Here, {SAY_NO_EFFECT[certainty]}: that no effect was shown does not show that there is none."
    return f"Here, {SAY[certainty]}."


def _name(certainty: Certainty) -> str:
    return certainty.value.replace("-", " ")
