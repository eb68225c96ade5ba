"""Import: writes an evidence file for each source in the export of a reference manager, to be read and filled in."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain, count
from pathlib import Path
from typing import Any

from crpsguide.commands.clock import build_day
from crpsguide.commands.new import write_new
from crpsguide.frozen import frozen
from crpsguide.model import Source
from crpsguide.read import RESERVED, Record, read_bibliography, read_site
from crpsguide.urls import slugify

EVIDENCE = "content/evidence"
UNREAD = "Not read yet."
LINE_WIDTH = 110
MAX_NAME_LENGTH = 40  # characters; a file system takes some 200


@frozen
class Imported:
    """The evidence file of one record: new, or one that the guide has already."""

    path: Path
    is_new: bool


def import_sources(guide: Path, files: Sequence[Path]) -> tuple[Imported, ...]:
    """Write an evidence file for each source in bibliography files that the guide does not have yet.

    Sources are the same when their DOI or PubMed id is. All files are read before the first is written; no existing
    file is changed.

    Raises:
        GuideError: a file cannot be read, its format is not known, or the disk refuses.
    """
    records = list(chain.from_iterable(map(read_bibliography, files)))
    known = read_site(guide, drafts=True).sources
    id_of = {identifier: id for id, source in known.items() for identifier in _source_identifiers(source)}
    folder = guide / EVIDENCE
    taken = {file.stem for file in folder.glob("*.yaml")} | set(known) | RESERVED | {"index"}
    planned: list[tuple[Path, Record | None]] = []
    for record in records:
        identifiers = _identifiers(record.csl)
        id = next((id_of[identifier] for identifier in identifiers if identifier in id_of), None)
        if id is not None:
            planned.append((folder / f"{id}.yaml", None))
            continue
        id = _free_name(record.csl, taken)
        taken.add(id)
        id_of |= dict.fromkeys(identifiers, id)
        planned.append((folder / f"{id}.yaml", record))
    for path, new in planned:
        if new is not None:
            write_new(path, evidence_file(new.csl))
    return tuple(Imported(path, new is not None) for path, new in planned)


def evidence_file(csl: Mapping[str, Any]) -> str:
    """The text of an evidence file for a CSL record, with an appraisal that says that nobody has read it yet."""
    import yaml

    facts = {
        "source": dict(csl),
        "appraisal": {
            "design": "not-stated",
            "use": "lead",
            "why_use": UNREAD,
            "read": "secondary",
            "checked": build_day(),
        },
        "summary": UNREAD,
    }
    text: str = yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=LINE_WIDTH)
    return text


def _source_identifiers(source: Source) -> tuple[str, ...]:
    return _identifiers({"DOI": source.source.DOI, "PMID": source.source.PMID})


def _identifiers(csl: Mapping[str, Any]) -> tuple[str, ...]:
    """The DOI and PubMed id of a CSL record, as far as it has them."""
    return tuple(f"{key} {csl[key].casefold()}" for key in ("DOI", "PMID") if csl.get(key))


def _free_name(csl: Mapping[str, Any], taken: Collection[str]) -> str:
    """A file name for a CSL record: `sigtermans2009`, or `sigtermans2009-2` when that is taken."""
    author: Mapping[str, str] = next(iter(csl.get("author", ())), {})
    name_or_title = author.get("family") or author.get("literal") or csl["title"]
    slug = slugify(name_or_title).strip("-_").replace("_", "-")
    name = "-".join(slug.split("-")[:3])[:MAX_NAME_LENGTH] + csl.get("issued", "")[:4] or "source"
    return next(
        candidate for candidate in chain([name], (f"{name}-{number}" for number in count(2))) if candidate not in taken
    )
