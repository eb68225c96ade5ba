"""The values of records that are published text of the guide; names and addresses of others are not part of it."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from crpsguide.model import Citation, PassageKind, RecordText, TextKind
from crpsguide.read.yaml_passages import ANY, Kinds, typed_passages
from crpsguide.read.yaml_tree import Document, Path

SHOWN: Mapping[TextKind, Kinds] = {
    TextKind.PAGE: {
        ("title",): PassageKind.HEADING,
        ("summary",): PassageKind.HEADING,
        ("purpose",): PassageKind.PARAGRAPH,
        ("audience",): PassageKind.PARAGRAPH,
        ("changed",): PassageKind.CELL,
        ("approval", ANY, "status"): PassageKind.CELL,
    },
    TextKind.SETTINGS: {
        ("name",): PassageKind.HEADING,
        ("summary",): PassageKind.PARAGRAPH,
        ("funding",): PassageKind.PARAGRAPH,
        ("written_by",): PassageKind.CELL,
        ("sections", ANY, "title"): PassageKind.HEADING,
        ("sections", ANY, "summary"): PassageKind.PARAGRAPH,
        ("packs", ANY, "title"): PassageKind.HEADING,
        ("packs", ANY, "summary"): PassageKind.PARAGRAPH,
    },
    TextKind.SOURCE: {
        ("summary",): PassageKind.PARAGRAPH,
        ("appraisal", "size"): PassageKind.CELL,
        ("appraisal", "funding"): PassageKind.CELL,
        ("appraisal", "conflicts"): PassageKind.CELL,
        ("appraisal", "retraction_check"): PassageKind.CELL,
        ("appraisal", "unverified", ANY): PassageKind.ITEM,
        ("findings", ANY, "says"): PassageKind.PARAGRAPH,
        ("findings", ANY, "population"): PassageKind.CELL,
        ("findings", ANY, "comparison"): PassageKind.CELL,
        ("findings", ANY, "period"): PassageKind.CELL,
    },
    TextKind.ORGANISATION: {("last_seen",): PassageKind.CELL},
    TextKind.CONTACT: {(ANY, "about"): PassageKind.PARAGRAPH, (ANY, "hours"): PassageKind.CELL},
    TextKind.TERM: {(ANY, "plain"): PassageKind.CELL, (ANY, "meaning"): PassageKind.PARAGRAPH},
    TextKind.CHANGE: {("title",): PassageKind.HEADING},
    TextKind.WORDING: {(ANY, "explain"): PassageKind.PARAGRAPH},
}

# The wording lists whose explanations are published; those of the others are for editors.
PUBLISHED_LISTS = frozenset({"certainty", "designs", "verdicts"})


def shown_text(kind: TextKind, document: Document, path: PurePosixPath) -> RecordText:
    """The published text of a file of records."""
    is_for_editors = kind is TextKind.WORDING and path.stem not in PUBLISHED_LISTS
    kinds = {} if is_for_editors else SHOWN[kind]
    passages = tuple(typed_passages(document, kinds, _citations(kind, document, path)))
    return RecordText(kind=kind, path=path, passages=passages, source_lines=tuple(document.lines))


def _citations(kind: TextKind, document: Document, path: PurePosixPath) -> Mapping[Path, Sequence[Citation]]:
    """By path, the citations of a value: a finding's sentence cites the finding, a summary its source."""
    found: dict[Path, Sequence[Citation]] = {}
    if kind is TextKind.SOURCE:
        found["summary",] = (Citation(path.stem, "", document.place(("summary",))),)
        for key_path, place in document.keys.items():
            if len(key_path) == 2 and key_path[0] == "findings":
                found[(*key_path, "says")] = (Citation(path.stem, str(key_path[1]), place),)
    if kind is TextKind.TERM:
        for key, term in document.data.items():
            cited = term.get("cite") if isinstance(term, dict) else None
            found[key, "meaning"] = [
                Citation.of(one, document.place((key, "cite", number)))
                for number, one in enumerate(cited if isinstance(cited, list) else ())
                if isinstance(one, str)
            ]
    return found
