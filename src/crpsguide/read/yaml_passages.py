"""Splits YAML values into passages of sentences with places."""

import re
from collections.abc import Iterator, Mapping, Sequence

from crpsguide.language.sentences import sentence_spans
from crpsguide.language.unseen import as_seen
from crpsguide.model import Citation, Passage, PassageKind, Place, Sentence
from crpsguide.read.yaml_tree import Document, Path, Tree

ANY = "*"  # in a path: all keys of a mapping, or all items of a list
MAX_GAP = 400  # characters between two words of a value: line ends, empty lines, indents

Kinds = Mapping[tuple[str, ...], PassageKind]


def typed_passages(
    document: Document, kinds: Kinds, citations: Mapping[Path, Sequence[Citation]] | None = None
) -> Iterator[Passage]:
    """The values at some paths as passages, in the order of the file. `citations` are those of a value, by its path."""
    found = [(path, text, kind) for pattern, kind in kinds.items() for path, text in at_path(document.data, pattern)]
    for path, text, kind in sorted(found, key=lambda one: document.values[one[0]]):
        yield typed_passage(
            text,
            document.lines,
            document.values[path],
            kind,
            first_line=document.first_line,
            heading=".".join(map(str, path)),
            citations=tuple((citations or {}).get(path, ())),
        )


def typed_passage(
    text: str,
    lines: Sequence[str],
    start: Place,
    kind: PassageKind,
    *,
    first_line: int = 1,
    heading: str = "",
    citations: tuple[Citation, ...] = (),
) -> Passage:
    """A value as a passage. `start` is its place; `lines` are those of the file from `first_line`."""
    text = " ".join(text.split())
    words = [*_word_places(text, lines, start, first_line)]
    sentences = tuple(
        Sentence(as_seen(text[first:last]), _span(words, first, last, start), citations)
        for first, last in sentence_spans(text)
    )
    return Passage(kind, "", heading, sentences, sentences[0].place if sentences else start)


def at_path(tree: Tree, pattern: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The non-empty strings at a path with wildcards (`ANY`), each with its own path."""
    if not pattern:
        if isinstance(tree, str) and tree.strip():
            yield path, tree
        return
    step, rest = pattern[0], pattern[1:]
    if isinstance(tree, dict):
        for key in tree if step == ANY else tree.keys() & {step}:
            yield from at_path(tree[key], rest, (*path, key))
    elif isinstance(tree, list) and step == ANY:
        for number, item in enumerate(tree):
            yield from at_path(item, rest, (*path, number))


def _word_places(text: str, lines: Sequence[str], start: Place, first_line: int) -> Iterator[tuple[int, int, int, int]]:
    """For each word, its offset in the text, its line in the file, and its first and end column.

    A word that is escaped in the file (`''` for `'`) has the end of the word before it as an empty range.
    """
    number, column = start.line - first_line, start.column - 1
    for word in re.finditer(r"\S+", text):
        line, found, remaining = number, -1, MAX_GAP
        while line < len(lines) and found < 0 and remaining > 0:
            search_start = column if line == number else 0
            found = lines[line].find(word[0], search_start)
            remaining -= len(lines[line]) - search_start + 1
            if found < 0:
                line += 1
        if found >= 0:
            number, column = line, found + len(word[0])
            yield word.start(), number + first_line, found + 1, column + 1
        else:
            yield word.start(), number + first_line, column + 1, column + 1


def _span(words: Sequence[tuple[int, int, int, int]], first: int, last: int, start: Place) -> Place:
    """The place from the first to the last word of a range of the text."""
    within = [word for word in words if first <= word[0] < last]
    if not within:
        return start
    (_, line, column, _), (_, end_line, _, end_column) = within[0], within[-1]
    return Place(start.path, line, column, end_line, end_column)
