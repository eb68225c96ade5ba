"""Which words of a sentence are denied, asked, quoted, reported or part of a name.

A word counts within its clause, not within its line: in “not only safe but proven” nothing is denied.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crpsguide.language.patterns import AS_TYPED, Pattern

Span = tuple[int, int]

_FINITE = (
    r"(?:is|are|was|were|has|have|had|will|can|cannot|could|may|might|does|do|did|must|would|should|won't|can't"
    r"|isn't|doesn't|offers?|gives?|works?|helps?|cures?|heals?|ends|stops|brings|makes|takes|lowers|reduces|eases"
    r"|relieves|improves|removes|changes|fixes|mends|clears|solves|guarantees?|promises?|needs?|lasts?)"
)
_PRONOUN = r"(?:it|this|that|these|they|we|you|he|she|there|i)"
_ARTICLE = r"(?:the|our|your|a|an|its|their|my|most|some|many)"
# Where one clause ends and the next begins. “That” does not end one: it carries on what was said.
_BOUNDARY = Pattern(
    rf"""
      [;:]\s+ | \s+[—–-]+\s+ | [—–] | [()…] | \.{{3}}
    | ,\s+(?=(?:yet|just|merely|simply)\b)
    | ,?\s+(?=(?:but|although|though|whereas|while|because|since|unless|until|however)\b)
    | ,?\s+(?=so\s+(?:why|what|it|this|that|there|they|we|you|its|our|your|the)\b)
    | ,\s+(?=(?:and\s+|or\s+|so\s+|then\s+)?{_PRONOUN}\b)
    | ,\s+(?=(?:and\s+|or\s+|so\s+|then\s+)?{_ARTICLE}\s+(?:[\w'’-]+\s+){{1,4}}{_FINITE}\b)
    | ,\s+(?=(?:and\s+|then\s+){_FINITE}\b)
    | \s+(?=and\s+(?:\w+ly\s+|also\s+|still\s+)?(?:{_PRONOUN}\s+)?{_FINITE}\b)
    | \s+(?=and\s+{_ARTICLE}\s+(?:[\w'’-]+\s+){{1,3}}{_FINITE}\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMMA = Pattern(r",\s+", AS_TYPED)
_OPENING = Pattern(
    r"(?:and\s+|but\s+|so\s+)?(?:even\s+)?(?:if|when|whenever|once|without|with no|unlike|because|although|since"
    r"|after|before|unless|instead of|rather than|not an?|no|at last|in one)\b"
)
# “No drip, diet or device cures it”: one denial of all, not words that lead up to the main clause.
_NONE_OF_THESE = Pattern(
    rf"(?:(?:and|but|so)\s+)?(?:not an?|no)(?:\s+(?!{_FINITE}\b)[\w'’-]+){{1,2}},"
    rf"\s+(?:(?!{_FINITE}\b|no\b|just\b|only\b)[\w'’-]+\s*,?\s+){{1,5}}?or\s"
)
_NEGATOR = Pattern(
    r"\b(?:not|no|never|neither|nor|none|nobody|no-one|nothing|nowhere|cannot|without|hardly|rarely|seldom|scarcely"
    r"|barely|far from|fail(?:s|ed)? to|unable to|lacks?|lacking|lack of|unlikely|too (?:early|soon) to|yet to"
    r"|anything but|short of|instead of|rather than|(?<!the )few|unclear|unknown|uncertain|incapable|impossible)\b"
    r"|n[’']t\b"
)
# Words that look like a denial and deny nothing that follows.
_NO_NEGATOR = Pattern(
    r"\b(?:not|n[’']t)\s+(?:only|just|merely|simply|solely)\b|\bno\s+(?:doubt|wonder|matter|need|longer|fewer|less)\b"
    r"|\bnot\s+to\s+(?:mention|be\s+missed)\b|\bnothing\s+(?:less|short|but|other)\b|\bno\s+(?:one|body)\s+(?:can\s+)?"
    r"(?:deny|denies|doubts?|disputes?)\b|\bnobody\s+(?:can\s+)?(?:deny|denies|doubts?|disputes?)\b"
    r"|\bwithout\s+(?:a\s+|any\s+)?(?:doubt|question|fail|hesitation)\b|\b(?:not|n[’']t)\s+(?:miss|wait|hesitate|delay"
    r"|settle|give\s+up|suffer)\b|\bnever\s+(?:give\s+up|before|again|mind)\b|\bno\s+other\s+(?:clinic|centre|team)\b"
    r"|\bnot\s+(?:far|long)\s+from\b|\bno\s+exaggeration\b|\ba\s+few\b|\bnot\s+(?:another|any\s+other)\b"
    r"|\bnothing\s+else\b"
    r"|\b(?:is|are)n[’']t\s+(?:it|that|this)\b|\bcan(?:not|[’']t)\s+(?:be\s+denied|deny|go\s+wrong)\b|\bno,"
)
# Questions that take what they ask for granted, or sell it.
_LOADED = Pattern(
    r"(?:(?:so|and|then|but)\s+)?(?:(?:did|do)(?:n[’']t)?\s+you\s+know\b|have(?:n[’']t)?\s+you\s+heard\b|why\b"
    r"|how\s+come\b"
    r"|how\s+(?:does|do|did|can|could)\s+(?:this|our|the|such)\b|what\s+makes\b|(?:is|are|was)n[’']t\b|what\s+if\b"
    r"|who\s+cares\b|who\s+would(?:n[’\']t|\s+not)\b|what\s+would\s+you\s+give\b|(?:tired|weary|sick)\s+of\b"
    r"|fed\s+up\s+with\b)"
)
_INDIRECT = Pattern(
    r"\b(?:whether|if)\b|^\W*(?:and |or |but )?(?:which|what|how|who)\b|\b(?:ask|asks|asked|know|knows|known"
    r"|tell|tells|told|say|says|find out|see|learn|check|decide|choose|wonder|unclear|explains?|describes?"
    r"|understand|idea|matters?|depends? on|study|test|tests|compare)\b(?:\W+\w+){0,3}?\W+(?:which|what|how"
    r"|who)\b"
)
_QUOTE = Pattern("[“\"«‘']", AS_TYPED)
_QUOTES = Pattern(
    r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|‘[^‘]*?’(?!\w)|(?<!\w)'(?=\S)[^']*?(?:\w'\w[^']*?)*(?<=\S)'(?!\w)", AS_TYPED
)


@lru_cache(maxsize=512)  # asked about each word of a sentence that may be denied, one after the other
def clause_spans(sentence: str) -> tuple[Span, ...]:
    """The clauses of a sentence, in order and without gaps.

    >>> text = "It is not a drug, it is a cure, but nobody knows."
    >>> [text[start:end] for start, end in clause_spans(text)]
    ['It is not a drug,', 'it is a cure,', 'but nobody knows.']
    """
    boundaries = [found.end() for found in _BOUNDARY.finditer(sentence)]
    starts = [0, *sorted({*boundaries, *_after_openings(sentence, boundaries)})]
    ends = [*starts[1:], len(sentence)]
    return tuple(
        (start, end - (len(sentence[start:end]) - len(sentence[start:end].rstrip())))
        for start, end in zip(starts, ends, strict=True)
        if sentence[start:end].strip()
    )


def clause_of(sentence: str, at: int) -> Span:
    """The clause in which a character stands."""
    return next((one for one in reversed(clause_spans(sentence)) if one[0] <= at), (0, len(sentence)))


@lru_cache(maxsize=512)
def quoted_spans(sentence: str) -> tuple[Span, ...]:
    """What stands between quotation marks, marks included; an apostrophe is none."""
    return tuple(found.span() for found in _QUOTES.finditer(sentence)) if _QUOTE.search(sentence) else ()


def is_quoted(sentence: str, at: int) -> bool:
    """Whether a character stands between quotation marks."""
    return any(start <= at < end for start, end in quoted_spans(sentence))


def is_denied(sentence: str, at: int) -> bool:
    """Whether the clause denies, before it comes to a word, what the word says.

    >>> is_denied("It is not a cure.", 12), is_denied("It is not only safe but proven.", 24)
    (True, False)
    """
    start, _ = clause_of(sentence, at)
    return bool(negators(sentence[start:at]))


def negators(text: str) -> tuple[Span, ...]:
    """The words of a text that deny what follows them."""
    harmless = [match.span() for match in _NO_NEGATOR.finditer(text)]
    return tuple(
        match.span()
        for match in _NEGATOR.finditer(text)
        if not any(start <= match.start() < end for start, end in harmless)
    )


def is_question(sentence: str) -> bool:
    """Whether a sentence ends as a question does."""
    return sentence.rstrip("\"'”’) ").endswith("?")


def is_open_question(sentence: str) -> bool:
    """Whether a sentence asks without taking the answer for granted.

    >>> [is_open_question(one) for one in ("Is it a cure?", "Did you know that it is a cure?")]
    [True, False]
    """
    if not is_question(sentence):
        return False
    clauses = clause_spans(sentence)
    asked = (sentence, sentence[clauses[-1][0] :] if clauses else sentence)
    return not any(_LOADED.match(one.lstrip("\"'“‘(")) for one in asked)


def is_asked_indirectly(sentence: str, at: int) -> bool:
    """Whether a word stands behind “whether”, “which” and the like in its clause, or in an “if” clause."""
    start, _ = clause_of(sentence, at)
    before = sentence[start:at]
    return bool(_INDIRECT.search(before))


def is_name(sentence: str, start: int, end: int) -> bool:
    """Whether a word is written as a name: with a capital where none is due, in text that is no title."""
    word = sentence[start:end].split()[0]
    if not word[:1].isupper() or word.isupper():  # an abbreviation is written so anywhere
        return False
    words = [one for one in re.findall(r"[A-Za-z][\w'’-]+", sentence) if len(one) > 3]
    if len(words) > 2 and sum(one[0].isupper() for one in words) > len(words) * 0.7:
        return False
    if re.search(r"[\w,’'][”\"’]?\s+[“\"‘]?$", sentence[:start]):
        return True
    # “Prices go up on Monday” begins in a capital, and the words before the name have none.
    return sentence[start:end].split()[-1][:1].isupper() and bool(re.match(r"\s+(?:[A-Z][a-z]+)\b", sentence[end:]))


def is_order(sentence: str) -> bool:
    """Whether a sentence tells the reader to do something.

    >>> is_order("Always wash your hands."), is_order("Washing helps.")
    (True, False)
    """
    return bool(_ORDER.match(sentence))


_ORDER = Pattern(
    r"(?:(?:so|and|but),?\s+)?(?:please\s+|always\s+|never\s+|then\s+|also\s+|first,?\s+|do\s+not\s+|don[’']t\s+"
    r"|try\s+to\s+|now\s+)*"
    r"(?:(?:rest|sleep|touch|walk|move|drink|start|visit|plan|stop|call|practise)(?!\s+(?:[a-z]+ly\s+)?[a-z]+s\b)"
    r"|ask|tell|talk|speak|see|go|keep|write|take|try|use|make|choose|check|read|look|find|bring|wash|begin|stay"
    r"|avoid|watch|set|let|give|get|put|hold|press|note|count|remember|consider|think|learn"
    r"|say|show|sit|stand|wear|eat|breathe|repeat|pack|arrive|wait|do|be|have|follow|agree|share|print"
    r"|tick|fill|contact|ring|phone|seek|turn|open|rub|lift|allow|expect|discuss|decide|beware|compare)\b"
    r"(?!\s+(?:is|are|was|were|has|may|might|could|can|will|helps?|eases?|probably|possibly|often|usually|clearly"
    r"|seems?|does)\b)"
)


def _after_openings(sentence: str, boundaries: Sequence[int]) -> Iterator[int]:
    """Behind the comma that ends what leads up to the main clause: “Without surgery, …”."""
    for start in (0, *boundaries) if "," in sentence else ():
        if _OPENING.match(sentence, start) and not _NONE_OF_THESE.match(sentence, start):
            comma = _COMMA.search(sentence, start)
            if comma:
                yield comma.end()
