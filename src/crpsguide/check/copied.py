"""E13: text copied from others, found by fingerprints of their texts."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from crpsguide.check.rule import Fault, rule
from crpsguide.check.texts import texts
from crpsguide.language.clauses import quoted_spans
from crpsguide.language.overlap import LENGTH, overlap_marks, plain_words
from crpsguide.model import Fingerprint, Sentence, Severity, Site

LONGEST_SHOWN = 16  # words of an overlap that a message repeats


@rule("E13", Severity.WARNING)
def copied_wording(site: Site) -> Iterator[Fault]:
    """Eight words in a row stand in somebody else's text too.

    Why it matters: their words are theirs, and so are their mistakes.

    Compared is with the fingerprints in `content/fingerprints`, which hold marks and no words.
    “crpsguide new fingerprint clinic-page --of saved.txt” makes one of a text that was read. A
    quotation in quotation marks may keep its words; lists are compared as one text.

    Wrong: a sentence of a clinic's page with two words changed
    Right: what the findings say, in words of your own
    """
    owners = _owners(tuple(site.fingerprints.values()))
    if not owners:
        return
    for text in texts(site):
        yield from _copied([sentence for _, sentence in text.sentences], owners)
    for claim in site.claims.values():  # `texts` leaves out the claim itself
        yield from _copied([Sentence(claim.claim, claim.place, ())], owners)


RULES = (copied_wording,)


@lru_cache(maxsize=1)  # all groups of texts have the same fingerprints
def _owners(fingerprints: tuple[Fingerprint, ...]) -> Mapping[str, str]:
    """The name of the fingerprint that has a mark, by mark."""
    return {mark: one.name for one in fingerprints for mark in one.marks.split()}


def marks_of(text: str) -> list[str]:
    """The marks of a text, each once; sorted, so that nobody can restore the text from them."""
    return sorted(set(overlap_marks([word for word, _ in plain_words(text)])))


def _copied(sentences: Sequence[Sentence], owners: Mapping[str, str]) -> Iterator[Fault]:
    words = [(word, sentence) for sentence in sentences for word in _unquoted_words(sentence.text)]
    marks = overlap_marks([word for word, _ in words])
    end = 0  # of the last overlap
    for start, mark in enumerate(marks):
        if mark not in owners or start < end:
            continue
        end = start + LENGTH
        while end < len(words) and marks[end - LENGTH + 1] in owners:
            end += 1
        yield _fault([word for word, _ in words[start:end]], words[start][1], owners[mark])


def _unquoted_words(text: str) -> Iterator[str]:
    quoted = quoted_spans(text)
    return (word for word, at in plain_words(text) if not (quoted and any(start <= at < end for start, end in quoted)))


def _fault(words: list[str], sentence: Sentence, owner: str) -> Fault:
    shown = " ".join(words[:LONGEST_SHOWN]) + (" …" if len(words) > LONGEST_SHOWN else "")
    return Fault(
        sentence.place,
        f"{len(words)} words in a row stand in “{owner}” too: “{shown}”.",
        "Say it in your own words. A quotation keeps its words within quotation marks, and names its source.",
    )
