"""Citations: what stands between `[@` and `]`, and which sentences it covers."""

import re
from collections.abc import Iterator, Sequence

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Citation, Trouble
from crpsguide.read.marks import Lines

# A bracket that opens a citation and that nothing in its paragraph closes. What may not stand in front of a bracket is
# looked for behind it: a pattern that begins with a letter of its own is found many times sooner.
OPEN_CITATION = LazyPattern(r"\[@(?<!\\\[@)[A-Za-z0-9][\w.#-]*+(?!(?:[^\[\]\n]++|\n(?!\s*\n))*+\])")
# The name of an account or an address has no year and no “#” behind it.
_SURELY = r"(?:[A-Za-z][A-Za-z-]*(?:19|20)\d\d[a-z]*|[A-Za-z0-9][\w.-]*#[A-Za-z0-9](?:[\w.-]*\w)?)(?![\w#])"
ROUND_CITATION = LazyPattern(rf"\((?<!\\\()(?P<meant>@{_SURELY})\)")
UNSIGNED_CITATION = LazyPattern(rf"\[(?<![\\\]]\[)(?P<meant>{_SURELY})\](?![(\[:])")
UNBRACKETED_CITATION = LazyPattern(rf"@(?<![\w\[;/.(@-]@)(?<![;\[][ ]@)(?P<meant>{_SURELY})")
BLANK_CITATION = LazyPattern(r"\[(?<!\\\[)\s+(?P<meant>@[A-Za-z0-9][^\[\]\n]*)\](?!\()")
ESCAPED_CITATION = LazyPattern(r"\\(?P<meant>\[@[A-Za-z0-9][\w.-]*#[A-Za-z0-9][\w.-]*\])")
LINKED_CITATION = LazyPattern(r"(?P<meant>\[@(?<!\\\[@)[A-Za-z0-9][^\[\]\n]*\])\([^()\s]+\)")
CITED_WORDS = LazyPattern(
    r"\[(?<![\\\]]\[)(?P<words>[^@^\[\]\n][^\[\]\n]*)\](?P<meant>\[@[A-Za-z0-9][^\[\]\n]*\])(?!\()"
)
CITATION_OF_PICTURE = LazyPattern(r"!\[(?<!\\!\[)[^\[\]\n]*(?P<meant>\[@[A-Za-z0-9][^\[\]\n]*\])[^\[\]\n]*\]\(")
SLIPS = (  # each with what is wrong with it, and the next step
    (OPEN_CITATION, "opens a citation, and nothing closes it.", "Write “]” where it ends: {typed}]."),
    (ROUND_CITATION, "is no citation: its brackets are round.", "Write [{meant}]."),
    (UNSIGNED_CITATION, "is no citation: it lacks the sign “@”.", "Write [@{meant}]."),
    (BLANK_CITATION, "is no citation: a blank follows its first bracket.", "Write [{meant}]."),
    (ESCAPED_CITATION, "is shown as it is typed, for a backslash stands before it.", "Write {meant}."),
    (LINKED_CITATION, "is no link: readers see the address behind the source.", "Write {meant} alone."),
    (CITED_WORDS, "is no link: readers see its first brackets.", "Write {words} {meant}."),
    (CITATION_OF_PICTURE, "cites within the words of a picture, which show no sources.", "Put {meant} below it."),
    (UNBRACKETED_CITATION, "is no citation: it lacks its brackets.", "Write [@{meant}]."),
)
CITABLE = LazyPattern(r"[A-Za-z0-9][\w.-]*")  # a source, or a finding of one
_DASHES = LazyPattern(r"[\u2010-\u2015\u2212]")
ONE_CITATION = LazyPattern(rf"\s*@(?P<source>{CITABLE.pattern})(?:#(?P<key>{CITABLE.pattern}))?\s*$")


def parse_citations(content: str, start: int, lines: Lines) -> tuple[list[Citation], list[Trouble]]:
    """The citations between `[@` and `]`, and what is none. `start` is the offset of the bracket."""
    citations: list[Citation] = []
    troubles: list[Trouble] = []
    at = start + 1
    for written in f"@{content}".split(";"):
        match = ONE_CITATION.match(written)
        lead = len(written) - len(written.lstrip())
        here = lines.place(at + lead, at + lead + len(written.strip()))
        if match and any(one.source == match["source"] and one.key == (match["key"] or "") for one in citations):
            troubles.append(
                Trouble(
                    "citation-form", here, f"“{written.strip()}” stands here twice.", "Remove one, or name another."
                )
            )
        elif match:
            citations.append(Citation(match["source"], match["key"] or "", here))
        else:
            troubles.append(
                Trouble(
                    "citation-form",
                    here,
                    f"“{written.strip() or ';'}” is not a citation.",
                    f"Write “{plain.strip()}”, with a hyphen in place of the dash."
                    if ONE_CITATION.match(plain := _DASHES.sub("-", written))
                    else "Write [@source#finding], and a semicolon between two: [@a#x; @b#y].",
                )
            )
        at += len(written) + 1
    return citations, troubles


def almost_citations(text: str, lines: Lines) -> Iterator[Trouble]:
    """What was meant as a citation and is shown as text. In `text`, code and comments are blanks of the same length."""
    for pattern, fault, help in SLIPS:
        for match in pattern.finditer(text):
            if not _is_told_otherwise(match, text):
                words = {"typed": match[0].rstrip("."), **match.groupdict()}
                message = f"“{match[0]}” {fault}"
                yield Trouble("citation-form", lines.place(*match.span()), message, help.format_map(words))


def _is_told_otherwise(match: re.Match[str], text: str) -> bool:
    """Whether words are those of a link by reference, or a slip stands within a group that is told as a whole."""
    start = match.start()
    if "words" in match.re.groupindex:
        return f"[{match['words'].casefold()}]:" in text.casefold()
    return match[0][0] == "@" and text.rfind("[@", 0, start) > text.rfind("]", 0, start)


def coverage(
    words: str, spans: Sequence[tuple[int, int]], groups: Sequence[tuple[int, tuple[Citation, ...]]]
) -> list[tuple[Citation, ...]]:
    """Which citations cover which sentence of a passage.

    Inside a sentence a citation covers that sentence; after the last full stop it covers all
    since the previous citation; after another full stop, the sentence before it. In front of the
    first sentence it covers that one. `spans` are
    the sentences in `words`, `groups` the citations with the place in `words` where they stand.
    """
    if not groups:
        return [()] * len(spans)
    covered: list[list[Citation]] = [[] for _ in spans]
    first_free = 0
    for at, citations in groups:
        if not spans:
            break
        inside = next((number for number, (start, end) in enumerate(spans) if start < at < end), None)
        if inside is not None:
            numbers: Sequence[int] = (inside,)
        else:
            before = [number for number, (_, end) in enumerate(spans) if end <= at]
            last = before[-1] if before else 0
            ends_here = last == len(spans) - 1
            closed = words[spans[last][1] - 1] in ".!?…:”\"')"
            numbers = range(min(first_free, last), last + 1) if ends_here and closed else (last,)
        for number in numbers:
            covered[number].extend(citations)
        first_free = max(first_free, numbers[-1] + 1)
    return [tuple(dict.fromkeys(one)) for one in covered]
