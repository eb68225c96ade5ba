"""Parses citations such as `[@source#finding]`, finds misspelt ones, and assigns citations to sentences."""

import re
from collections.abc import Iterator, Sequence

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Citation, Trouble
from crpsguide.read.markers import Lines

# A citation that is not closed in its paragraph. In this and other patterns, a lookbehind for what must not precede a
# bracket comes after the bracket: a search for a pattern that begins with a literal is many times faster.
OPEN_CITATION = LazyPattern(r"\[@(?<!\\\[@)[A-Za-z0-9][\w.#-]*+(?!(?:[^\[\]\n]++|\n(?!\s*\n))*+\])")
# With a year or a finding, so that it is not the name of an account.
_SOURCE = r"(?:[A-Za-z][A-Za-z-]*(?:19|20)\d\d[a-z]*|[A-Za-z0-9][\w.-]*#[A-Za-z0-9](?:[\w.-]*\w)?)(?![\w#])"
ROUND_CITATION = LazyPattern(rf"\((?<!\\\()(?P<meant>@{_SOURCE})\)")
UNSIGNED_CITATION = LazyPattern(rf"\[(?<![\\\]]\[)(?P<meant>{_SOURCE})\](?![(\[:])")
UNBRACKETED_CITATION = LazyPattern(rf"@(?<![\w\[;/.(@-]@)(?<![;\[][ ]@)(?P<meant>{_SOURCE})")
BLANK_CITATION = LazyPattern(r"\[(?<!\\\[)\s+(?P<meant>@[A-Za-z0-9][^\[\]\n]*)\](?!\()")
ESCAPED_CITATION = LazyPattern(r"\\(?P<meant>\[@[A-Za-z0-9][\w.-]*#[A-Za-z0-9][\w.-]*\])")
LINKED_CITATION = LazyPattern(r"(?P<meant>\[@(?<!\\\[@)[A-Za-z0-9][^\[\]\n]*\])\([^()\s]+\)")
CITED_WORDS = LazyPattern(
    r"\[(?<![\\\]]\[)(?P<words>[^@^\[\]\n][^\[\]\n]*)\](?P<meant>\[@[A-Za-z0-9][^\[\]\n]*\])(?!\()"
)
CITATION_OF_PICTURE = LazyPattern(r"!\[(?<!\\!\[)[^\[\]\n]*(?P<meant>\[@[A-Za-z0-9][^\[\]\n]*\])[^\[\]\n]*\]\(")
FAULTS = (  # pattern, message and help
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
CITABLE = LazyPattern(r"[A-Za-z0-9][\w.-]*")  # the name of a source or finding
_DASHES = LazyPattern(r"[\u2010-\u2015\u2212]")
ONE_CITATION = LazyPattern(rf"\s*@(?P<source>{CITABLE.pattern})(?:#(?P<key>{CITABLE.pattern}))?\s*$")


def parse_citations(content: str, start: int, lines: Lines) -> tuple[list[Citation], list[Trouble]]:
    """Parse the text between `[@` and `]`. `start` is the offset of the bracket."""
    citations: list[Citation] = []
    troubles: list[Trouble] = []
    offset = start + 1
    for part in f"@{content}".split(";"):
        text = part.strip()
        text_start = offset + len(part) - len(part.lstrip())
        place = lines.place(text_start, text_start + len(text))
        match = ONE_CITATION.match(part)
        if match is None:
            with_hyphens = _DASHES.sub("-", text)
            help = "Write [@source#finding], and a semicolon between two: [@a#x; @b#y]."
            if ONE_CITATION.match(with_hyphens):
                help = f"Write “{with_hyphens}”, with a hyphen in place of the dash."
            troubles.append(Trouble("citation-form", place, f"“{text or ';'}” is not a citation.", help))
        elif any(one.source == match["source"] and one.key == (match["key"] or "") for one in citations):
            message = f"“{text}” stands here twice."
            troubles.append(Trouble("citation-form", place, message, "Remove one, or name another."))
        else:
            citations.append(Citation(match["source"], match["key"] or "", place))
        offset += len(part) + 1
    return citations, troubles


def malformed_citations(text: str, lines: Lines) -> Iterator[Trouble]:
    """Text that was probably meant as a citation. In `text`, code and comments are replaced by spaces."""
    for pattern, fault, help in FAULTS:
        for match in pattern.finditer(text):
            if not _is_exempt(match, text):
                values = {"typed": match[0].rstrip("."), **match.groupdict()}
                message = f"“{match[0]}” {fault}"
                yield Trouble("citation-form", lines.place(*match.span()), message, help.format_map(values))


def _is_exempt(match: re.Match[str], text: str) -> bool:
    """Whether the match is a reference link, or within brackets that are reported as a whole."""
    start = match.start()
    if "words" in match.re.groupindex:
        return f"[{match['words'].casefold()}]:" in text.casefold()
    return match[0][0] == "@" and text.rfind("[@", 0, start) > text.rfind("]", 0, start)


def sentence_citations(
    words: str, spans: Sequence[tuple[int, int]], groups: Sequence[tuple[int, tuple[Citation, ...]]]
) -> list[tuple[Citation, ...]]:
    """The citations that cover each sentence of a passage.

    A citation inside a sentence covers that sentence. After the last full stop of the passage, it covers all sentences
    since the previous citation; after another full stop, the sentence before it. Before the first sentence, it covers
    that one. `spans` are the sentences in `words`, `groups` the citations with their offset in `words`.
    """
    if not groups or not spans:
        return [()] * len(spans)
    covered: list[list[Citation]] = [[] for _ in spans]
    first_uncovered = 0
    for offset, citations in groups:
        inside = next((number for number, (start, end) in enumerate(spans) if start < offset < end), None)
        if inside is not None:
            first, last = inside, inside
        else:
            last = max((number for number, (_, end) in enumerate(spans) if end <= offset), default=0)
            is_at_end = last == len(spans) - 1 and words[spans[last][1] - 1] in ".!?…:”\"')"
            first = min(first_uncovered, last) if is_at_end else last
        for number in range(first, last + 1):
            covered[number].extend(citations)
        first_uncovered = max(first_uncovered, last + 1)
    return [tuple(dict.fromkeys(one)) for one in covered]
