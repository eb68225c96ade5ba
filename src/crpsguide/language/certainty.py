"""How sure a sentence sounds: plain, probably, may, or not known; and sentences that say nothing about that."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from crpsguide.language.clauses import clause_spans, is_order, is_quoted
from crpsguide.language.promises import promises_in


class Strength(IntEnum):
    """How sure a claim sounds. `BEYOND` is more than any evidence can hold."""

    UNKNOWN = 1
    MAY = 2
    PROBABLY = 3
    PLAIN = 4
    BEYOND = 5


@dataclass(frozen=True, slots=True)
class Told:
    """How sure one clause sounds, and the words that decide it.

    `may_be_weaker` is set for words that fit surer evidence as well (“can”).
    """

    strength: Strength
    start: int
    end: int
    may_be_weaker: bool = False


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w-])", re.IGNORECASE)


_UNKNOWN = _words(
    r"(?:very |highly |quite )?(?:uncertain|unclear)",
    r"unknown",
    r"(?:not|n[’']t) (?:yet |fully |really |at all |well |quite )?(?:known|clear|certain|sure|understood|settled"
    r"|established)",
    r"(?:do|does|did)(?: not|n[’']t) (?:yet |really )?know",
    r"(?:can ?not|can[’']t|could not|unable to) (?:yet )?(?:tell|say|be sure|know|be certain|show|judge|answer)",
    r"(?:nobody|no one|no-one|none of us) (?:yet )?(?:knows|can say|can tell|is sure)",
    r"(?:remains?|is|still) (?:an )?(?:open|unanswered|in doubt|doubtful|unsettled|unresolved)(?: question)?",
    r"remains? (?:to be (?:seen|shown)|unproven|untested)",
    r"(?:not|never|yet to|n[’']t)(?: yet)? (?:been |be )(?:studied|tested|shown|proven|established|looked at"
    r"|measured|demonstrated|confirmed)",
    r"not (?:shown|proven|tested|studied)",
    r"hard(?:ly)? (?:to )?(?:say|tell|know)",
    r"too (?:weak|few|small|little|early|uncertain|limited|poor|thin|unsure|soon)|too \w+ to (?:say|tell|know|judge)",
    r"(?:little|not much|not enough) is known|not enough (?:evidence|studies|trials|research)|insufficient evidence",
    r"(?:we|they|it|authors|researchers|review) (?:found|saw|has|have) no (?:\w+ )?(?:studies|study|trials?|research)",
    r"no (?:\w+ )?(?:studies|study|trials?|research) (?:\w+ )?(?:has|have|of|on|that|looked|tested|show|shows)",
    r"there (?:are|is|were) no (?:\w+ )?(?:studies|study|trials?|research|data)",
    r"(?:big|real|much|serious|great) doubt|doubtful|unproven|untested|unstudied|open question|may or may not"
    r"|might or might not",
)
_NO_EVIDENCE = _words(
    r"no (?:\w+ ){0,2}evidence",
    r"(?:lack|absence) of (?:\w+ )?evidence",
    r"(?:little|not enough|scant) (?:\w+ )?evidence",
)
_MAY = _words(
    r"may(?! \d)",
    r"might",
    r"could(?! not be)",
    r"possibl[ye]|perhaps|maybe|potential(?:ly)?|conceivably|arguably",
    r"seem(?:s|ed)?",
    r"appear(?:s|ed)? (?:to|that)|appears?(?= (?:safe|effective|helpful|better|useful|harmful|lower|promising))",
    r"suggest(?:s|ed|ing)?|hint(?:s|ed)?(?: at| that)?|points? (?:to|towards)|indicat(?:e|es|ed|ing)",
    r"(?:is|are|was|were|been) (?:\w+ )?(?:thought|believed|suspected|said|reported|assumed|considered"
    r"|supposed) (?:to|that)",
    r"(?:think|believe|suspect|assume|suppose)s?(?: that)?(?= )",
    r"(?:some|limited|low[- ]certainty|weak|early|tentative|modest|preliminary|thin) (?:\w+ )?(?:evidence|signs?"
    r"|data|hints?|results)",
    r"low certainty",
    r"(?:there are|first|early) signs|one idea|in theory|theory|theoretically|promising|a chance"
    r"|cannot be ruled out|can[’']t be ruled out",
    r"(?:in )?some (?:studies|trials)",
)
_CAN = _words(r"can(?! not)")
_PROBABLY = _words(
    r"probabl[ye]|presumably|in all likelihood|most likely|very likely|quite likely|highly likely",
    r"(?<!more )(?<!less )(?<!as )(?<!how )(?<!equally )(?<!times )(?<!so )(?<!too )likely(?! than)",
    r"unlikely",
    r"(?:is|are) expected to|(?:moderate|fairly|reasonably|good)[- ]certainty|moderate certainty|fairly sure"
    r"|a good chance",
)
_RAISED = _words(
    r"clearly|certainly|definitely|undoubtedly|without doubt|no doubt|surely|obviously|always|strongly|in fact"
    r"|indeed|firmly|convincingly",
)
_STRONGER = _words(
    r"almost certain(?:ly)?|must|will|prove[sdn]?|always|clearly|certainly|definitely|undoubtedly|obviously"
    r"|certain|sure to|bound to"
)

_STUDY = re.compile(
    r"\b(?:in (?:the|this|that|another) (?:\w+ )?one|model|trials?|stud(?:y|ies)|review|survey|analys[ie]s|audit"
    r"|report|case series|series|experiment|cohort|registry|record(?:s)?"
    r"|researchers|authors|interviews?|follow-up|group of \d+|participants|volunteers)\b",
    re.IGNORECASE,
)
_ONE_STUDY = re.compile(
    r"\b(?:an?|one|the|this|that|another|each|its|their|our|only|first|largest|(?:small|large|older|newer|larger"
    r"|smaller|single|early|"
    r"Dutch|US|UK)|\d+|two|three|four|five|six|seven|eight|nine|ten|both|same)\s+(?:[\w-]+\s+){0,4}?(?:trials?"
    r"|stud(?:y|ies)|review"
    r"|survey|analys[ie]s|audit|report|series|experiment|cohort|registry)\b|\bin (?:the|this|that"
    r"|another) (?:\w+ )?one\b|\b(?:in|of|among|from) (?:about |nearly |over )?\d[\d,]*\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|fell|rose|felt|went|got|saw|found|came|lost|grew|kept|took|gave|left|made|became|began"
    r"|told|said|woke|slept"
    r"|ate|drank|met|held|led|brought|spread|thought|stood|ran|won|hurt|[a-z]{2,}(?<!ne)ed)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:found|show(?:s|ed|n)?|saw|reported|concluded|demonstrat\w+|confirm\w*|prove[sdn]?|tells?|told|says?"
    r"|said|finds?|know|establish\w*)"
    r"(?: us)?\s+that\b|\b(?:shown|proven|found|known|demonstrated|confirmed|seen) to\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|does|do|reduces?|lowers?|eases?|improves?|helps?|works?|causes?|damages?|harms?"
    r"|relieves?|makes?|cures?|prevents?"
    r"|leads?|increases?|raises?|protects?|speeds?|shortens?|affects?|brings?|gives?|slows?|stops?|gets?|remains?"
    r"|lasts?|recovers?)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:(?:does|do|did|is|are|was|were|has|have|had|will|would|can)(?: not|n[’']t)?|can ?not|won[’']t|"
    r"(?:reduc|lower|eas|improv|help|work|caus|damag|harm|reliev|mak|cur|prevent|lead|increas|rais|protect|speed"
    r"|shorten|affect|bring"
    r"|giv|slow|stop|get|remain|last|recover|lessen|lift|cut|end|heal|worsen|trigger|rais|ris|fall|drop|chang|keep"
    r"|show|shows|shown|grow|come|go|need"
    r"|spread|strengthen|weaken|sooth|calm|block|boost|tak|develop|los|feel|suffer|die|hurt|irritat|injur|disturb"
    r"|upset|return|settl"
    r"|respond|benefit|gain|stay|live|walk|sleep|move|begin|start|becom|let|allow|restor|disappear|increas|decreas"
    r"|double|halv|produc|result"
    r"|delay|hasten|delays|aggravat|exacerbat|impair|sav|treat|control|fail|occur|happen|lie|depend|vari|vary|carr"
    r"|carry|pos|predict|shrink|narrow|provok|promot|enabl|dull|numb|mask|stiffen|loosen|warm|cool|swell|outweigh"
    r"|expos|threaten|endanger|poison|age|surviv|relaps|bear|hold|mak|undermin|spar|help)(?:e|es|s|ies|y|ed|d)?)\b",
    re.IGNORECASE,
)
# A verb that is in no list: an -s before what it acts on.
_OTHER_VERB = re.compile(
    r"\b(?!(?:\w*(?:ss|us|is)|trials|reviews|benefits|harms)\b)[a-z]{3,}s\b(?=\s+(?:the|a|an|your|pain|it|in|to|for"
    r"|less|more|better|sleep|swelling|mood|\w+ly)\b)",
    re.IGNORECASE,
)
# How sure the writer says it is: “(very uncertain)”, “(low certainty)”.
_STATED = re.compile(
    r"\((?:[^()]*\b)?(?:very uncertain|(?:very low|low|moderate|high) certainty)\b[^()]*\)", re.IGNORECASE
)
_NOT_KNOWN = re.compile(r"(?:what is )?not known\b(?=:)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_SEEN = re.compile(
    r"\b(?:has|have|had|was|were) (?:also |often |sometimes |rarely )?(?:been )?(?:also )?(?:seen|reported|noted"
    r"|recorded|observed|described)\b(?! to\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:whether|if)\b|(?:not (?:\w+ )?known|unknown|uncertain|unclear)", re.IGNORECASE)
_GENERAL = re.compile(
    r"\b(?:has|have) (?:been |also |clearly )*(?:shown|proven|found|proved|demonstrated|confirmed)\b", re.IGNORECASE
)
# Verbs that read as nouns too: they decide only when nothing else does.
_NOT_A_VERB_AFTER = re.compile(
    r"\b(?:the|a|an|of|to|for|in|with|and|less|more|no|any|some|this|that|your|their|its|early|first|by)\s+$", re.I
)

_ABOUT_EVIDENCE = re.compile(
    r"\b(?:rated|rating of|(?:was|were|is) graded|grades the)\b|\b(?:evidence|certainty|data|research|stud(?:y"
    r"|ies)|trials?)\b (?:\w+ ){0,3}?(?:is|are|was|were|comes?|differs?"
    r"|(?:dis)?agrees?|conflicts?)\b(?! that)|\b(?:rule out|numbers? known|known cure|comparison group|(?:not"
    r"|n[’']t) (?:a )?(?:known|said|stated|named|counted|reported"
    r"|show|name|say|tell|prove|mean)|no one was counted|one reason|(?:counts?|numbers?|figures|estimates"
    r"|rates)\b(?: \w+){0,5} (?:var(?:y|ies)|differs?)|according to|we (?:found|read|hold|have|rate)|what we read"
    r"|are from|is from|in the review|cochrane|disagree|looked at|compared|measured|studied|tested|included"
    r"|followed|took part)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:recommend\w*|advis\w+|advice|guidelines?|guidance|should|ought|must(?! be)|approved?|licen[sc]ed?"
    r"|illegal|legal|consensus|warns?)\b"
    r"|\b(?:means?|is called|are called|is (?:another|the|an?) (?:word|name|term)|stands for|is short for"
    r"|defined as)\b",
    re.IGNORECASE,
)
_PERMITTED = re.compile(
    r"\b(?:you|(?:\w+ )?papers|texts|pages|websites|your (?:\w+ )?\w+|visitors?|friends?|family|partners?"
    r"|relatives?|carers?|(?:a|one) (?:friend|relative|visitor|nurse|doctor|parent)|parents?"
    r"|doctors?|nurses?|pharmacists?|children|staff|team|we|clinics?|surgeons?|the \w+ team|anyone)\s+(?:also\s+"
    r"|still\s+|then\s+)?(?:may|might|can|could)"
    r"(?:\s+(?:also|still|then|now|want to|wish to|like to|need to))*\s+(?:not\s+)?(?!feel|notice|have|get"
    r"|experience|find|hear|become|be\b|lose|develop|sleep"
    r"|improve|recover|see|suffer|need|gain|benefit|grow|die|harm|damage|cause|help|ease|reduce|lower|relieve|want"
    r"|wish|like|respond|react)\w+"
    r"|\b(?:may|might|can|could) be (?:given|used|repeated|taken|offered|tried|combined|added|prescribed|asked"
    r"|changed|stopped|brought|worn|made|"
    r"bought|done|read|found|booked)\b|\b(?:in|by|since|until|from|during|last|of|early|late) May\b|\bMay \d",
    re.IGNORECASE,
)
_ABOUT_YOU = re.compile(
    r"\byou(?:[’']re| are| will| may| might| can)?(?: also| probably| most)* (?:likely to|probably|likely) (?:need"
    r"|want|be asked|have to|wait|be given|be offered|get"
    r" a|have a|see|meet|find it|know)|\byou (?:will|can|could|have to|need to|are going to)\b(?! (?:be|feel|get"
    r"|have|recover|improve|lose|sleep))",
    re.IGNORECASE,
)
_NOT_MAIN = re.compile(
    r"(?:and |or |but )?(?:what|why|how|because|if|when|whenever|unless|until|since|once|so that|as long as|before"
    r"|after|which|who|where|even if|provided)\b",
    re.IGNORECASE,
)
_SHARES_SUBJECT = re.compile(
    r"(?:and|or|but|then)\s+(?:\w+ly\s+|also\s+|still\s+|does\s+not\s+|do\s+not\s+)?\w+", re.IGNORECASE
)
_OWN_SUBJECT = re.compile(
    r"(?:and|or|but|yet|so|though|although|while|whereas|however)?,?\s*(?:it|this|that|these|those|they|we|you|he"
    r"|she|there|the|our|your|a|an|its|their|most|some|many)\b",
    re.IGNORECASE,
)


def told_strengths(sentence: str, context: str = "") -> tuple[Told, ...]:
    """How sure each clause of a sentence sounds; none for questions, orders, permission and reports of one study.

    `context` is what the passage says before: a story of one study goes on in the past tense.

    >>> [one.strength.name for one in told_strengths("The drip may ease pain, but it damages the bladder.")]
    ['MAY', 'PLAIN']
    """
    if sentence.rstrip(" \"'”").endswith("?") or is_order(sentence):
        return ()
    lead = _NOT_KNOWN.match(sentence)
    if lead:
        return (Told(Strength.UNKNOWN, *lead.span(), may_be_weaker=True),)
    stated = _STATED.search(sentence)
    if stated:
        return (Told(_by_name(stated), *stated.span(), may_be_weaker=True),)
    without_asides = _ASIDE.sub(lambda aside: " " * len(aside[0]), sentence)
    return tuple(_clauses(without_asides, bool(_STUDY.search(context) or _ONE_STUDY.search(context))))


def _by_name(stated: re.Match[str]) -> Strength:
    words = stated[0].casefold()
    if "very" in words or "uncertain" in words:
        return Strength.UNKNOWN
    return Strength.MAY if "low" in words else Strength.PROBABLY if "moderate" in words else Strength.PLAIN


def _clauses(sentence: str, told_before: bool) -> Iterator[Told]:
    safe = [one for one in promises_in(sentence) if one.promise.key == "safe"]
    before: Told | None = None
    covered = False  # whether what comes before also covers a clause that shares its subject
    unknown = _UNKNOWN.search(sentence)
    whether = bool(re.search(r"\b(?:whether|if)\b", sentence, re.IGNORECASE))
    for start, end in clause_spans(sentence):
        clause = sentence[start:end]
        unsafe = next((one for one in safe if start <= one.start < end), None)
        if unsafe:
            yield Told(Strength.BEYOND, unsafe.start, unsafe.end)
            continue
        if is_quoted(sentence, start) or len(clause.split()) < 2:
            continue
        if unknown and whether and before is None and re.search(r"\bwhether\b", sentence[:end], re.IGNORECASE):
            before = Told(Strength.UNKNOWN, *unknown.span())
            yield before
            covered = True
            continue
        if _NOT_MAIN.match(clause):
            continue
        if before and covered and _SHARES_SUBJECT.match(clause) and not _OWN_SUBJECT.match(clause):
            continue
        told = _strength_of(sentence, start, end, told_before)
        covered = told is None or (
            told.strength < Strength.PLAIN
            and sentence[told.start : told.end].casefold() not in ("may", "might", "could", "can")
        )
        if told is not None:
            yield told
            before = told


def _strength_of(sentence: str, start: int, end: int, told_before: bool) -> Told | None:
    clause = sentence[start:end]

    def found(match: re.Match[str], strength: Strength, *, loose: bool = False) -> Told:
        return Told(strength, start + match.start(), start + match.end(), loose)

    if re.search(r", says? [A-Z\w]|\bsome say\b", sentence):
        return None
    if any(one.search(clause) for one in (_NO_EVIDENCE, _ABOUT_YOU, _PERMITTED, _ADVICE, _SEEN)):
        return None
    if match := _UNKNOWN.search(clause):
        return found(match, Strength.UNKNOWN, loose=not _ASKED.search(clause))
    if _is_report(sentence, clause, told_before):
        return None
    may, can, probably = _MAY.search(clause), _CAN.search(clause), _PROBABLY.search(clause)
    raised = _RAISED.search(clause)
    if may:
        if raised:
            return found(raised, Strength.PROBABLY)
        return found(may, Strength.MAY, loose=bool(re.match(r" have \w+", clause[may.end() :])))
    if probably:
        is_raised = raised and raised.start() < probably.start()
        return found(raised, Strength.PLAIN) if raised and is_raised else found(probably, Strength.PROBABLY)
    if can:
        return found(can, Strength.MAY, loose=True)
    if _ABOUT_EVIDENCE.search(clause):
        return None
    if match := _STRONGER.search(clause) or _REPORTING.search(clause):
        return found(match, Strength.PLAIN)
    verb = _verb(clause)
    return found(verb, Strength.PLAIN) if verb else None


def _is_report(sentence: str, clause: str, told_before: bool) -> bool:
    """Whether a clause reports what happened in one study, or to counted people, in the past tense."""
    past = _PAST.search(clause)
    if not past:
        return False
    reporting = _REPORTING.search(clause)
    if reporting and _PRESENT.search(clause, reporting.end()):
        return False
    if _GENERAL.search(clause):
        return False
    if (
        not reporting
        and (present := _PRESENT.search(clause))
        and present.start() < past.start()
        and not _STUDY.search(clause)
    ):
        return False
    whole = _ONE_STUDY.search(sentence) or (re.search(r"\d", sentence) and _STUDY.search(sentence))
    counted = re.search(r"\b\d[\d,.]*\b", clause)
    study = _STUDY.search(clause)
    about_itself = study and study.start() < past.start() and not reporting
    return told_before or bool(whole or counted or about_itself)


def _verb(clause: str) -> re.Match[str] | None:
    for pattern in (_VERB, _OTHER_VERB):
        for match in pattern.finditer(clause):
            if match.start() > 0 and not _NOT_A_VERB_AFTER.search(clause[: match.start()]):
                return None if re.match(r"(?:but |and |so )?your?\b", clause, re.IGNORECASE) else match
    return None
