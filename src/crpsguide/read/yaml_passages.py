"""Values of YAML as running text: sentences, each with the place where it was typed."""

import re
from collections.abc import Iterator, Mapping, Sequence

from crpsguide.language.sentences import sentence_spans
from crpsguide.language.unseen import as_seen
from crpsguide.model import Citation, Passage, PassageKind, Place, Sentence
from crpsguide.read.yaml_tree import Document, Path, Tree

ANY = "*"  # every key of a mapping, every item of a list
FARTHEST = 400  # characters between two words of a value: the end of a line, an empty line, an indent

Kinds = Mapping[tuple[str, ...], PassageKind]


def typed_passages(
    document: Document, kinds: Kinds, citations: Mapping[Path, Sequence[Citation]] | None = None
) -> Iterator[Passage]:
    """The values at some paths, in the order of the file; `ANY` in a path stands for any key or number.

    `citations` are what a value rests on, by its path.
    """
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
    """One value as a passage. `start` is where it begins, `first_line` the file's line that `lines` begin with."""
    text = " ".join(text.split())
    words = [*_word_places(text, lines, start, first_line)]
    sentences = tuple(
        Sentence(as_seen(text[first:last]), _span(words, first, last, start), citations)
        for first, last in sentence_spans(text)
    )
    return Passage(kind, "", heading, sentences, sentences[0].place if sentences else start)


def at_path(tree: Tree, pattern: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts at a path, without empty ones."""
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
    """Each word's offset in the text, its line, and its columns: the words stand in the file in the same order.

    A word that was typed in another way (`''` for `'`) has the place behind the word before it.
    """
    number, column = start.line - first_line, start.column - 1
    for word in re.finditer(r"\S+", text):
        line, found, left = number, -1, FARTHEST
        while line < len(lines) and found < 0 and left > 0:
            begin = column if line == number else 0
            found = lines[line].find(word[0], begin)
            left -= len(lines[line]) - begin + 1
            line += found < 0
        if found >= 0:
            number, column = line, found + len(word[0])
        at = column - len(word[0]) if found >= 0 else column
        yield word.start(), number + first_line, at + 1, column + 1


def _span(words: Sequence[tuple[int, int, int, int]], first: int, last: int, start: Place) -> Place:
    """From the first word of a stretch of the text to its last one."""
    within = [word for word in words if first <= word[0] < last]
    if not within:
        return start
    (_, line, column, _), (_, end_line, _, end_column) = within[0], within[-1]
    return Place(start.path, line, column, end_line, end_column)
