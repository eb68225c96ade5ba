"""Import: sources that another program holds become evidence files, one each, to be read and filled in."""

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
WIDTH = 110
LONGEST_NAME = 40  # characters; a system takes some 200


@frozen
class Imported:
    """What became of one record: a new file, or the source that the guide has already."""

    path: Path
    is_new: bool


def import_sources(guide: Path, files: Sequence[Path]) -> tuple[Imported, ...]:
    """Write an evidence file for each source in files of other programs that the guide does not have yet.

    A source is the same when its DOI or its number at PubMed is. All files are read before the
    first is written; nothing that exists is touched.

    Raises:
        GuideError: a file cannot be read, is of another format, or the disk refuses.
    """
    records = list(chain.from_iterable(map(read_bibliography, files)))
    known = read_site(guide, drafts=True).sources
    held = {number: id for id, one in known.items() for number in _numbers_of(one)}
    folder = guide / EVIDENCE
    taken = {one.stem for one in folder.glob("*.yaml")} | set(known) | RESERVED | {"index"}
    planned: list[tuple[Path, Record | None]] = []
    for record in records:
        numbers = _numbers(record.csl)
        id = next((held[one] for one in numbers if one in held), None)
        if id is not None:
            planned.append((folder / f"{id}.yaml", None))
            continue
        id = _free_name(record.csl, taken)
        taken.add(id)
        held |= dict.fromkeys(numbers, id)
        planned.append((folder / f"{id}.yaml", record))
    for path, new in planned:
        if new is not None:
            write_new(path, evidence_file(new.csl))
    return tuple(Imported(path, new is not None) for path, new in planned)


def evidence_file(csl: Mapping[str, Any]) -> str:
    """The text of an evidence file that nobody has read yet: the record, and an appraisal that says so."""
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
    text: str = yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=WIDTH)
    return text


def _numbers_of(known: Source) -> tuple[str, ...]:
    return _numbers({"DOI": known.source.DOI, "PMID": known.source.PMID})


def _numbers(csl: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(f"{key} {csl[key].casefold()}" for key in ("DOI", "PMID") if csl.get(key))


def _free_name(csl: Mapping[str, Any], taken: Collection[str]) -> str:
    """`sigtermans2009`; `sigtermans2009-2` when another source has that name."""
    author: Mapping[str, str] = next(iter(csl.get("author", ())), {})
    person = author.get("family") or author.get("literal") or csl["title"]
    word = slugify(person).strip("-_").replace("_", "-")
    name = "-".join(word.split("-")[:3])[:LONGEST_NAME] + csl.get("issued", "")[:4] or "source"
    return next(one for one in chain([name], (f"{name}-{number}" for number in count(2))) if one not in taken)
