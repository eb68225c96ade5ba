"""From one file to a claim heard elsewhere: the record, and the text that readers get."""

import dataclasses
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from crpsguide.errors import PageError
from crpsguide.model import ClaimRecord, HeardClaim, MainMessage, Place, Trouble
from crpsguide.read.body import BodyParser
from crpsguide.read.pages import SplitFile, split_front_matter
from crpsguide.read.records import parse_record

TRUTH = "safer_wording"
FENCE = "///"
CITES = "[@"


def parse_claim(
    text: str, *, path: PurePosixPath, citable: Collection[str], parser: BodyParser
) -> tuple[HeardClaim | None, tuple[Trouble, ...]]:
    """Make a claim of a file's text; without a claim there is at least one trouble.

    `citable` are the sources that readers may be shown.

    Raises:
        PageError: the file cannot be understood at all.
    """
    front = split_front_matter(text, path)
    if front.document is None:
        raise PageError("This claim has no front matter.", "Begin with “---”.")
    places = tuple(place for at, place in front.document.values.items() if at[:1] == ("findings",) and len(at) == 2)
    known = {"id": path.stem, "place": Place(path), "why": front.body.strip(), "finding_places": places}
    record, troubles = parse_record(ClaimRecord, front.document, known=known, what="This claim", kind="record")
    if record is None:
        return None, troubles
    lines, cut = _lines_for_readers(text.split("\n"), front, record, citable)
    body = parser.parse("\n".join(lines), path=path, name=PurePosixPath("claims") / path.name, first_line=1, cut=cut)
    blocks = [block for section in body.sections for block in section.blocks]
    main_message = blocks[0] if blocks and isinstance(blocks[0], MainMessage) else None
    first = dataclasses.replace(body.sections[0], blocks=body.sections[0].blocks[1:]) if main_message else None
    claim = HeardClaim(
        **{field.name: getattr(record, field.name) for field in dataclasses.fields(ClaimRecord)},
        main_message=main_message,
        sections=(first, *body.sections[1:]) if first else body.sections,
        passages=body.passages,
        links=body.links,
        anchors=body.anchors,
        marks=body.marks,
        misread=body.misread,
        waivers=body.waivers,
        source_lines=tuple(text.split("\n")),
    )
    return claim, troubles + body.troubles


def _lines_for_readers(
    lines: Sequence[str], front: SplitFile, record: ClaimRecord, citable: Collection[str]
) -> tuple[list[str], dict[int, int]]:
    """The file as a body of Markdown, and what was cut off its lines, by number.

    The safer wording stands in a block of its own, and everything that is not for readers is
    blank: so one parse numbers all marks, and every place is true.
    """
    assert front.document is not None
    body = [""] * (front.first_line - 1) + [*lines[front.first_line - 1 :]]
    key, value = front.document.keys[(TRUTH,)], front.document.values[(TRUTH,)]
    first, texts, cut = _truth_lines(lines, key.line, value, record.safer_wording)
    sources = _rest(record, citable)
    if texts and CITES not in record.safer_wording:
        texts[-1] += sources
    body[first - 2] = f"{FENCE} {MainMessage.kind}"
    body[first - 1 : first - 1 + len(texts)] = texts
    body[first - 1 + len(texts)] = FENCE
    if CITES not in record.why and record.why:
        body = "\n".join(body).rstrip().split("\n")
        body[-1] += sources
    return body, cut


def _truth_lines(lines: Sequence[str], key_line: int, value: Place, text: str) -> tuple[int, list[str], dict[int, int]]:
    """The first line of the safer wording in the file, its lines, and what was cut off them."""
    if lines[value.line - 1][value.column - 1 : value.column] not in (">", "|"):
        quoted = int(lines[value.line - 1][value.column - 1 : value.column] in ("'", '"'))
        return value.line, [" ".join(text.split())], {value.line: value.column - 1 + quoted}
    found: list[str] = []
    for line in lines[key_line:]:
        if line.strip() and not line.startswith(" "):
            break
        found.append(line)
    while found and not found[-1].strip():
        found.pop()
    indents = [len(line) - len(line.lstrip()) for line in found]
    cut = {key_line + number: indent for number, indent in enumerate(indents, start=1)}
    return key_line + 1, [line.strip() for line in found], cut


def _rest(record: ClaimRecord, citable: Collection[str]) -> str:
    """A citation of everything that readers may be shown of what the verdict rests on."""
    shown = [one for one in record.findings if one.partition("#")[0] in citable]
    return f" [{'; '.join(f'@{one}' for one in shown)}]" if shown else ""
