"""Parses bibliographic records of other programs: Zotero's CSL-JSON, BibTeX, RIS, and PubMed's NBIB.

They are converted to the CSL variables (https://docs.citationstyles.org/en/stable/specification.html) that an evidence
file has under `source`. Other fields, such as abstracts and local files, are dropped.
"""

import html
import json
import logging
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crpsguide.errors import GuideError
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern

Csl = dict[str, Any]
_MARKUP = LazyPattern(r"</?(?:i|b|em|strong|sub|sup|scp|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
Tags = Mapping[str, Sequence[str]]

TEXTS = (
    "title",
    "container-title",
    "volume",
    "issue",
    "page",
    "number",
    "publisher",
    "language",
    "PMID",
    "PMCID",
    "URL",
)
BIBTEX_TYPES = {
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "online": "webpage",
    "misc": "webpage",
}
BIBTEX_FIELDS = {
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "number": "issue",
    "pages": "page",
    "institution": "publisher",
    "school": "publisher",
    "url": "URL",
    "doi": "DOI",
    "pmid": "PMID",
}
RIS_TYPES = {
    "BOOK": "book",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "ELEC": "webpage",
    "LEGAL": "legislation",
    "RPRT": "report",
    "STAT": "legislation",
    "THES": "thesis",
    "WEB": "webpage",
}
RIS_FIELDS = {
    "title": ("TI", "T1"),
    "container-title": ("JO", "JF", "T2", "JA"),
    "volume": ("VL",),
    "issue": ("IS",),
    "publisher": ("PB",),
    "language": ("LA",),
    "DOI": ("DO",),
    "URL": ("UR",),
}
NBIB_FIELDS = {
    "title": ("TI",),
    "container-title": ("JT", "TA"),
    "volume": ("VI",),
    "issue": ("IP",),
    "page": ("PG",),
    "language": ("LA",),
    "PMID": ("PMID",),
    "PMCID": ("PMC",),
}
MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}

# A tag takes four columns in both formats; “RNA- …” in an abstract is not a tag.
_TAGGED_LINE = LazyPattern(r"(?=.{4}-(?: |$))(?P<tag>[A-Z][A-Z0-9]{1,3}) *-(?P<value>.*)")
_DOI = LazyPattern(r"10\.\d{4,9}/\S+")


@frozen
class Record:
    """One source. `line` is its first line in the file, 0 for JSON."""

    csl: Csl
    line: int = 0


def read_bibliography(path: Path) -> tuple[Record, ...]:
    """Read the records of a file, in order; the suffix determines the format.

    Raises:
        GuideError: the file cannot be read, or is not of that format.
    """
    parsers = {".json": _csl_json, ".bib": _bibtex, ".ris": _ris, ".nbib": _nbib}
    parse = parsers.get(path.suffix.casefold())
    if parse is None:
        raise GuideError(
            f"“{path}” is of a kind that cannot be imported.",
            "Export CSL-JSON (.json), BibTeX (.bib) or RIS (.ris) from your program, or .nbib from PubMed.",
        )
    if path.exists() and not path.is_file():  # a device or pipe may be endless
        raise GuideError(f"“{path}” is no file.", "Name the file that your program exported.")
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise GuideError(f"“{path}” is not UTF-8 text.", "Choose UTF-8 when you export it.") from None
    except OSError as error:
        message = f"“{path}” cannot be read: {(error.strerror or str(error)).lower()}."
        raise GuideError(message, "Check its name, and the folder that it is in.") from error
    records = tuple(Record(_normalized(one.csl), one.line) for one in parse(text, path))
    if not records:
        raise GuideError(f"“{path}” holds no source.", "Export it again, with at least one source chosen.")
    for one in records:
        if not one.csl.get("title"):
            where = f":{one.line}" if one.line else ""
            raise GuideError(f"{path}{where}: a source has no title.", "Give it one in your program, and export again.")
    return records


def _csl_json(text: str, path: Path) -> Iterator[Record]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f":{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise GuideError(f"{path}{line}: this is not JSON.", "Export it again as CSL JSON.") from None
    items = items if isinstance(items, list) else [items]
    if not all(isinstance(one, dict) for one in items):
        raise GuideError(f"“{path}” is not CSL JSON.", "Export it again as CSL JSON: a list of records.")
    for one in items:
        csl: Csl = {key: str(one[key]) for key in TEXTS if isinstance(one.get(key), str | int)}
        csl["type"] = str(one.get("type") or "webpage")
        csl["DOI"] = str(one.get("DOI") or "")
        csl["author"] = [
            {part: str(author[part]) for part in ("family", "given", "literal") if author.get(part)}
            for author in one.get("author") or ()
            if isinstance(author, dict)
        ]
        csl["issued"] = _csl_date(one.get("issued"))
        yield Record(csl)


def _csl_date(issued: Any) -> str:
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    if parts and isinstance(parts[0], list):
        return _date(*[*map(str, parts[0]), ""][:3])
    raw = issued.get("raw") or issued.get("literal") if isinstance(issued, dict) else issued
    return _free_date(str(raw or ""))


def _bibtex(text: str, path: Path) -> Iterator[Record]:
    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # failures are reported below
    library = parse_string(
        text,
        append_middleware=[
            middlewares.MonthIntMiddleware(),
            middlewares.LatexDecodingMiddleware(keep_braced_groups=True),  # braces mark the name of an organisation
            middlewares.SeparateCoAuthors(),
            middlewares.SplitNameParts(),
        ],
    )
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, DuplicateBlockKeyBlock):
            raise GuideError(f"{path}:{line}: two entries have the key “{block.key}”.", "Give one of them another key.")
        raise GuideError(f"{path}:{line}: this entry cannot be read.", "Look for a brace, quote or comma too few.")
    for entry in library.entries:
        fields = {one.key.casefold(): one.value for one in entry.fields}
        named = {BIBTEX_FIELDS.get(key, key): value for key, value in fields.items() if isinstance(value, str)}
        csl: Csl = {key: re.sub("[{}]", "", value) for key, value in named.items() if key in (*TEXTS, "DOI")}
        csl["type"] = BIBTEX_TYPES.get(entry.entry_type.casefold(), "article-journal")
        csl["author"] = [_bibtex_author(one) for one in fields.get("author") or ()]
        if "date" in fields:
            csl["issued"] = _free_date(str(fields["date"]))
        else:
            csl["issued"] = _date(str(fields.get("year", "")), str(fields.get("month", "")))
        if "page" in csl:
            csl["page"] = re.sub(r"\s*(?:--+|–)\s*", "-", csl["page"])
        yield Record(csl, (entry.start_line or 0) + 1)


def _bibtex_author(name: Any) -> dict[str, str]:
    family, given = (
        re.sub("[{}]", "", " ".join(parts)) for parts in ([*name.von, *name.last], [*name.first, *name.jr])
    )
    return {"family": family, "given": given} if given else {"literal": family}


def _ris(text: str, path: Path) -> Iterator[Record]:
    for line, tags in _tagged(text, path, first="TY"):
        csl = _fields(tags, RIS_FIELDS)
        csl["type"] = RIS_TYPES.get(_first(tags, "TY"), "article-journal")
        csl["author"] = [_comma_author(one) for tag in ("AU", "A1") for one in tags.get(tag, ())]
        csl["issued"] = _free_date(_first(tags, "DA", "PY", "Y1"))
        csl["page"] = "-".join(filter(None, (_first(tags, "SP"), _first(tags, "EP"))))
        yield Record(csl, line)


def _nbib(text: str, path: Path) -> Iterator[Record]:
    for line, tags in _tagged(text, path, first="PMID"):
        csl = _fields(tags, NBIB_FIELDS)
        csl["type"] = "article-journal"
        people = tags.get("FAU") or tags.get("AU", ())
        csl["author"] = [*(_comma_author(one) for one in people), *({"literal": one} for one in tags.get("CN", ()))]
        csl["issued"] = _free_date(_first(tags, "DP"))
        csl["DOI"] = next((one for one in (*tags.get("LID", ()), *tags.get("AID", ())) if one.endswith("[doi]")), "")
        csl["title"] = csl.get("title", "").removesuffix(".")
        yield Record(csl, line)


def _tagged(text: str, path: Path, *, first: str) -> Iterator[tuple[int, Tags]]:
    """Parse records with lines such as `AU  - Name`: the number of the first line, and the values of each tag.

    Lines without a tag continue the value above. Each record begins with the tag `first`.

    Raises:
        GuideError: the file does not begin with that tag.
    """
    tags: dict[str, list[str]] = {}
    start = 0
    last_tag = ""
    for number, line in enumerate(text.splitlines(), 1):
        match = _TAGGED_LINE.match(line)
        tag = match["tag"] if match else ""
        if tag == first:
            if start:
                yield start, tags
            tags, start = defaultdict(list), number
        elif line.strip() and not start:
            raise GuideError(
                f"{path}:{number}: this is not where a record begins.", f"A record begins with “{first}  - ”."
            )
        if match and start:
            tags[tag].append(match["value"].strip())
            last_tag = tag
        elif line.strip() and last_tag:
            tags[last_tag][-1] = f"{tags[last_tag][-1]} {line.strip()}"
    if start:
        yield start, tags


def _fields(tags: Tags, tag_names: Mapping[str, tuple[str, ...]]) -> Csl:
    return {variable: _first(tags, *names) for variable, names in tag_names.items()}


def _first(tags: Tags, *names: str) -> str:
    """The first value of the first of these tags that has one; empty if none has."""
    return next((tags[name][0] for name in names if tags.get(name) and tags[name][0]), "")


def _comma_author(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": name.strip()}


def _free_date(text: str) -> str:
    """Parse a date such as `2009/10/05/`, `2009 Oct 5`, `2009-10` or `2009`; empty if there is no year."""
    year, month, day, *_ = [*re.split(r"[\s/.-]+", text.strip().casefold()), "", "", ""]
    return _date(year, str(MONTHS.get(month[:3], month)), day)


def _date(year: str, month: str = "", day: str = "") -> str:
    """A date as precise as known: `2009-10-05`, `2009-10`, `2009` or empty."""
    if not re.fullmatch(r"\d{4}", year):
        return ""
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return year
    if not (day.isdecimal() and 1 <= int(day) <= 31):
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"


def _normalized(csl: Csl) -> Csl:
    """The non-empty variables in the order of an evidence file: single spaces, DOI without URL, titles without markup.

    CSL allows HTML in titles, such as `<i>in vitro</i>` and `&amp;`.
    """
    doi = _DOI.search(csl.get("DOI", ""))
    order = ("type", "title", "author", "issued", *TEXTS[1:8], "DOI", *TEXTS[8:])
    titles = {key: html.unescape(_MARKUP.sub("", csl.get(key, ""))) for key in ("title", "container-title")}
    known = csl | titles | {"DOI": doi[0].removesuffix("[doi]") if doi else ""}
    texts = {key: " ".join(value.split()) if isinstance(value, str) else value for key, value in known.items()}
    return {key: texts[key] for key in order if texts.get(key)}
