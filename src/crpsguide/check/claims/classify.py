"""Classifies a sentence without a source: ordered tests of its grammar, then learned word weights."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from crpsguide.check.claims.advice import advises
from crpsguide.check.claims.burdens import speaks_of_burdens
from crpsguide.check.claims.disclaimers import corrects_or_tells_law, disclaims
from crpsguide.check.claims.everyday import GETS_IT, is_everyday, is_of_other_matters
from crpsguide.check.claims.kindness import feels_with_reader
from crpsguide.check.claims.names import in_a_form, makes_items_claims, only_names, run_in_label
from crpsguide.check.claims.navigation import is_navigation
from crpsguide.check.claims.normalise import normalised
from crpsguide.check.claims.openings import without_opening
from crpsguide.check.claims.outcomes import compares_outcomes
from crpsguide.check.claims.own_work import describes_own_work
from crpsguide.check.claims.presuppositions import presupposes_fact
from crpsguide.check.claims.questions import answers_of_health, asks, permits
from crpsguide.check.claims.search import tells_of_own_search
from crpsguide.check.claims.stories import is_a_testimonial
from crpsguide.check.claims.talk import chance_of_claim
from crpsguide.check.claims.transitions import is_transition
from crpsguide.check.claims.verdicts import Reason, Setting, Verdict
from crpsguide.check.claims.wording import explains_a_word
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.promises import KINDS, SUPERIORITY, answered, promises_in
from crpsguide.language.sentences import sentence_spans
from crpsguide.language.statements.clauses import has_finite_verb
from crpsguide.language.statements.matter import AMOUNT, COMPARISON
from crpsguide.language.statements.mood import Mood, mood
from crpsguide.model import PassageKind

Test = Callable[[str, Setting], Verdict]

TESTS: tuple[Test, ...] = (
    presupposes_fact,
    asks,
    corrects_or_tells_law,
    disclaims,
    explains_a_word,
    compares_outcomes,
    is_everyday,
    is_a_testimonial,
    tells_of_own_search,
    is_navigation,
    only_names,
    advises,
    feels_with_reader,
    describes_own_work,
    is_transition,
)
PROMISES = (KINDS, SUPERIORITY)  # a promise is never mere advice, or talk of a house
_BULLET = Pattern(r"^[\s(\[*•–—-]+", AS_TYPED)
_LABEL = Pattern(
    r"^(?:tip|note|important|remember|example|for example|reminder|please note|in other words|in short|put simply"
    r"|step \d+)\s*:\s+"
)

# “The study was too small to be sure.”
_OF_CARE_OR_STUDIES = Pattern(
    r"^(?:(?:the|this|that|these|those|such|most|many|some|all|an?|one|both)\s)?(?:[\w-]+\s)?(?:tablets?|medicines?|drugs?|pills?|capsules?|injections?"
    r"|doses?|creams?|patches|stud(?:y|ies)|trials?|reviews?|evidence|research|symptoms?|relapses?|flares?|flare-ups?)\s(?:of\s(?:\w+\s){1,3}?)?"
    r"(?:is|are|was|were|can|cannot|may|might|will|do|does|did|has|have|had)\b"
    r"|\b(?:hard|easy|difficult)\sto\s(?:treat|diagnose|recogni[sz]e|cure)\b"
    r"|^(?:the\s)?(?:wires|electrodes|implants?|stimulators?|pumps?|catheters?)\s[a-z]"
)
# Of these “many” and “most” are no count: “Many people feel lost at first.”
_PEOPLE_AT_LARGE = Pattern(
    r"^(?:many|most|some|several|half)\s(?:of\s)?(?:(?:the|our|these)\s)?"
    r"(?:us|people|readers|members|visitors|parents|families|carers|friends|partners)\b(?!\s+with\b)"
)
# Questions, advice and ways through are known by their form; in what is kind or of the house, a fact can hide.
# Above this chance that its words are those of a claim, shape is not believed: least where no word was of health.
_DOUBTED: Mapping[Verdict, float] = {
    Reason.OTHER_MATTER: 0.5,
    Reason.EMPATHY: 0.6,
    Reason.OWN_WORK: 0.8,
}
# Below this chance a sentence of which no test knows anything is talk; it is far out, for a missed claim is worse. A
# claim embedded in talk of oneself, of a text or in a story is often none, unlike one in advice or a question.
_TALK = 0.3
_TALK_BEHIND_A_CLAIM: Mapping[Test | None, float] = dict.fromkeys(
    (is_a_testimonial, is_navigation, only_names, feels_with_reader, describes_own_work, is_transition), 0.1
)
_WE_DO = Pattern(
    r"(?:(?:during|after|before|at|on|in|with)\s[^,;:]{2,40}?,?\s)?we\s(?:watch|check|measure|monitor|note|record|ask|explain|show|give|teach|keep)\b"
)
_ENDS = (".", "!", "?", "”", '"')

# A label names what these are about; with a mere name behind it, as “Side effects: a rash”, it says more.
_SAID_BEHIND_A_LABEL = frozenset({Reason.ADVICE, Reason.NAVIGATION, Reason.QUESTION, Reason.OWN_WORK, Reason.EMPATHY})


def why_no_source(text: str, setting: Setting | None = None) -> Reason | None:
    """Why a sentence may stand without a source; None when it needs one.

    The first test that has a word to say decides. A sentence of which none knows anything is a claim.

    >>> why_no_source("Ask your nurse.").words
    'it gives advice or an instruction and states no fact'
    >>> why_no_source("Do not stop at once, because it can cause fits.") is None
    True
    """
    setting = setting or Setting()
    general = setting.own_words.in_general_words
    around = replace(setting, heading=general(setting.heading), judge=why_no_source)
    text = normalised(text)
    body = general(without_opening(_LABEL.sub("", _BULLET.sub("", text)).strip()) or text.strip())
    if not any(one.isalnum() for one in body):
        return Reason.NAME
    if around.block == "ask":
        return Reason.QUESTION if mood(body) is not Mood.LOADED_QUESTION else None
    if (given := in_a_form(body, around)) is not None:
        return given
    parts = [text[start:end] for start, end in sentence_spans(text)] if "? " in text else [text]  # “Proven? We check.”
    if any(promises_in(one, kinds, setting.own_words.promised) for one in parts for kinds in PROMISES):
        return None
    behind = _behind_labels(body)
    if behind != body and (said := why_no_source(behind, around)) in _SAID_BEHIND_A_LABEL:
        return said
    if _is_complete_below_claim_heading(body, around):
        around = replace(around, heading="", kind=PassageKind.PARAGRAPH)
        body = body if body.endswith(_ENDS) else f"{body}."
    asked, *answers = [body[start:end] for start, end in sentence_spans(body)]
    if answers and any(answered(asked, answers[0], setting.own_words.promised)):
        return None
    if answers and asked.endswith("?"):  # “Did they promise a cure? Ask to see the figures.”
        judged = [_verdict(one, around) for one in (asked, *answers)]
        if answers_of_health(asked, answers[0], around):
            return None
        if permits(asked, answers[0], around):
            return Reason.ADVICE
        return judged[-1] if all(judged) else None
    return _verdict(body, around)


def _is_complete_below_claim_heading(text: str, setting: Setting) -> bool:
    """Whether an item or a cell is a sentence that its heading adds nothing to: “A nurse puts a tube into a vein”."""
    return (
        setting.kind in (PassageKind.ITEM, PassageKind.CELL)
        and not (setting.lead_in or setting.block)
        and makes_items_claims(setting.heading)
        and has_finite_verb(text)
        and mood(text) is Mood.STATEMENT
    )


def _behind_labels(text: str) -> str:
    """What is said behind the labels that open a sentence or an item: “Bladder: at night: ask your team”."""
    label, rest = run_in_label(text)
    while label:
        text = rest
        label, rest = run_in_label(text)
    return text


def _verdict(body: str, around: Setting) -> Reason | None:
    """The verdict of the first test that gives one; where none does, or it is doubtful, that of the learned words."""
    test, by_shape = _by_shape(body, around)
    reason = by_shape if isinstance(by_shape, Reason) else None
    if not _is_whole(body, around):
        return reason
    if reason:
        is_doubtful = reason in _DOUBTED and not _WE_DO.match(body)
        return None if is_doubtful and chance_of_claim(body, around.own_words) > _DOUBTED[reason] else reason
    limit = _TALK if by_shape is None else _TALK_BEHIND_A_CLAIM.get(test, 0)
    if around.is_clause:
        limit *= 2 / 3
    if not limit or _weighs(body, around):
        return None
    return Reason.TALK if chance_of_claim(body, around.own_words) < limit else None


def _by_shape(body: str, around: Setting) -> tuple[Test | None, Verdict]:
    """The first test that has a word to say, and its word."""
    for test in TESTS:
        if (verdict := test(body, around)) is not None:
            return test, verdict
    if is_of_other_matters(body, around):
        return None, Reason.OTHER_MATTER
    return None, Reason.EMPATHY if speaks_of_burdens(body, around) else None


def _weighs(body: str, around: Setting) -> bool:
    """Whether a sentence names a medicine, a study, an amount or a comparison: no other words talk these away."""
    counted = _PEOPLE_AT_LARGE.sub("", body)
    return around.own_words.names_a_medicine(body) or any(
        one.search(counted) for one in (AMOUNT, COMPARISON, GETS_IT, _OF_CARE_OR_STUDIES)
    )


def _is_whole(body: str, around: Setting) -> bool:
    """Whether a sentence says all that it means."""
    return around.in_running_text and (around.is_clause or body.endswith(_ENDS))
