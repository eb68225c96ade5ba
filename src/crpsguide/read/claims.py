"""Parses a file with a claim heard elsewhere: its record and its text."""

import dataclasses
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from crpsguide.errors import PageError
from crpsguide.model import ClaimRecord, HeardClaim, MainMessage, Place, Trouble
from crpsguide.read.body import BodyParser
from crpsguide.read.pages import SplitFile, split_front_matter
from crpsguide.read.records import parse_record

SAFER_WORDING = "safer_wording"
FENCE = "///"
CITATION_START = "[@"


def parse_claim(
    text: str, *, path: PurePosixPath, citable: Collection[str], parser: BodyParser
) -> tuple[HeardClaim | None, tuple[Trouble, ...]]:
    """Parse the text of a claim's file; without a claim there is at least one trouble.

    `citable` are the ids of the sources that may be cited.

    Raises:
        PageError: the file has no front matter, or cannot be parsed.
    """
    file = split_front_matter(text, path)
    if file.document is None:
        raise PageError("This claim has no front matter.", "Begin with “---”.")
    places = tuple(place for at, place in file.document.values.items() if at[:1] == ("findings",) and len(at) == 2)
    known = {"id": path.stem, "place": Place(path), "why": file.body.strip(), "finding_places": places}
    record, troubles = parse_record(ClaimRecord, file.document, known=known, what="This claim", kind="record")
    if record is None:
        return None, troubles
    lines, cut = _body_lines(text.split("\n"), file, record, citable)
    body = parser.parse("\n".join(lines), path=path, name=PurePosixPath("claims") / path.name, first_line=1, cut=cut)
    blocks = [block for section in body.sections for block in section.blocks]
    main_message = blocks[0] if blocks and isinstance(blocks[0], MainMessage) else None
    sections = body.sections
    if main_message:
        sections = (dataclasses.replace(sections[0], blocks=sections[0].blocks[1:]), *sections[1:])
    claim = HeardClaim(
        **{field.name: getattr(record, field.name) for field in dataclasses.fields(ClaimRecord)},
        main_message=main_message,
        sections=sections,
        passages=body.passages,
        links=body.links,
        anchors=body.anchors,
        marks=body.marks,
        misread=body.misread,
        waivers=body.waivers,
        source_lines=tuple(text.split("\n")),
    )
    return claim, troubles + body.troubles


def _body_lines(
    lines: Sequence[str], file: SplitFile, record: ClaimRecord, citable: Collection[str]
) -> tuple[list[str], dict[int, int]]:
    """The file as a Markdown body, and the number of characters removed from the start of its lines, by line number.

    The safer wording is in a block of its own, at its place in the front matter, and other lines of the front matter
    are empty. So citation marks are numbered in one sequence, and all places are correct.
    """
    assert file.document is not None
    body = [""] * (file.first_line - 1) + [*lines[file.first_line - 1 :]]
    key, value = file.document.keys[(SAFER_WORDING,)], file.document.values[(SAFER_WORDING,)]
    first, texts, cut = _safer_wording_lines(lines, key.line, value, record.safer_wording)
    default_citation = _default_citation(record, citable)
    if texts and CITATION_START not in record.safer_wording:
        texts[-1] += default_citation
    body[first - 2] = f"{FENCE} {MainMessage.kind}"
    body[first - 1 : first - 1 + len(texts)] = texts
    body[first - 1 + len(texts)] = FENCE
    if CITATION_START not in record.why and record.why:
        body = "\n".join(body).rstrip().split("\n")
        body[-1] += default_citation
    return body, cut


def _safer_wording_lines(
    lines: Sequence[str], key_line: int, value: Place, text: str
) -> tuple[int, list[str], dict[int, int]]:
    """The number of the first line of the safer wording in the file, its lines, and the characters cut off them."""
    first_character = lines[value.line - 1][value.column - 1 : value.column]
    if first_character not in (">", "|"):  # no block scalar of YAML
        quote_length = int(first_character in ("'", '"'))
        return value.line, [" ".join(text.split())], {value.line: value.column - 1 + quote_length}
    block: list[str] = []
    for line in lines[key_line:]:
        if line.strip() and not line.startswith(" "):
            break
        block.append(line)
    while block and not block[-1].strip():
        block.pop()
    indents = [len(line) - len(line.lstrip()) for line in block]
    cut = {key_line + number: indent for number, indent in enumerate(indents, start=1)}
    return key_line + 1, [line.strip() for line in block], cut


def _default_citation(record: ClaimRecord, citable: Collection[str]) -> str:
    """A citation of all findings behind the verdict that may be cited; empty if there are none."""
    ids = [id for id in record.findings if id.partition("#")[0] in citable]
    return f" [{'; '.join(f'@{id}' for id in ids)}]" if ids else ""
