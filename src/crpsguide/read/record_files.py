"""Parses files of records: settings, glossary, contacts, wording, sources, organisations, fingerprints, changes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar, cast

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import (
    ADDRESSES,
    Change,
    Contact,
    Finding,
    Fingerprint,
    Organisation,
    PassageKind,
    Phrase,
    Place,
    RecordText,
    Settings,
    Source,
    Term,
    TextKind,
    Trouble,
    WordingList,
)
from crpsguide.read.citations import CITABLE
from crpsguide.read.finding_values import impossible_values, with_named_parts
from crpsguide.read.pages import LANGUAGE, LANGUAGE_HELP, MAX_STEM, SLUG, SplitFile, split_front_matter
from crpsguide.read.record_texts import shown_text
from crpsguide.read.records import parse_record
from crpsguide.read.value_formats import (
    CONTACT_FORMATS,
    ORGANISATION_FORMATS,
    SETTINGS_FORMATS,
    SOURCE_FORMATS,
    Formats,
    malformed_values,
)
from crpsguide.read.yaml_passages import ANY, at_path, typed_passage
from crpsguide.read.yaml_tree import Document, parse_yaml
from crpsguide.read.yaml_tree import Path as YamlPath
from crpsguide.spelling import did_you_mean, near_misses
from crpsguide.urls import is_site_address, slugify

_PAGE_RANGE = LazyPattern(r"(\d{1,9})\s*[-–]\s*(\d{1,9})")
_DATE = LazyPattern(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
# https://docs.citationstyles.org/en/stable/specification.html, appendix III
CSL_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset"
    " document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
    " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
    " treaty webpage".split()
)
MIN_COMMON_PREFIX = 3  # letters of words with the same stem
Shape = TypeVar("Shape")
Troubles = tuple[Trouble, ...]
Parsed = tuple[tuple[Shape | None, RecordText | None], Troubles]  # the record or records, and the published text


def parse_settings(text: str, path: PurePosixPath) -> Parsed[Settings]:
    """Parse `site.yaml`.

    Raises:
        PageError: the file is not YAML; the other functions of this module raise it too.
    """
    document = parse_yaml(text, path)
    shown = shown_text(TextKind.SETTINGS, document, path)
    base_url = document.data.get("base_url")
    if isinstance(base_url, str) and base_url and not is_site_address(base_url):
        message = f"“{base_url}” is not the address of a website."
        help = "Write all of it, such as “https://example.org”."
        return (None, shown), (Trouble("record", document.place(("base_url",)), message, help),)
    known = {"place": Place(path), "places": document.dotted_places}
    settings, troubles = _record(Settings, document, "The guide", known)
    refused = [*_setting_faults(settings, document)] if settings else []
    all_troubles = (*troubles, *refused, *malformed_values(document, SETTINGS_FORMATS))
    return (None if refused else settings, shown), all_troubles


def _setting_faults(settings: Settings, document: Document) -> Iterator[Trouble]:
    """Wrong language tags, duplicate sections, and packs without pages or with wrong or duplicate names."""
    if not LANGUAGE.fullmatch(settings.language):
        message = f"“{settings.language}” is not the tag of a language."
        yield Trouble("record", document.place(("language",)), message, LANGUAGE_HELP)
    folders = [one.folder for one in settings.sections]
    for number, folder in enumerate(folders):
        if folder in folders[:number]:
            message = f"Another section has the folder “{folder}” too, so its pages would be listed twice."
            place = document.place(("sections", number, "folder"))
            yield Trouble("record", place, message, "Give this one another folder, or remove it.")
    names: set[str] = set()
    for number, pack in enumerate(settings.packs):
        named, pages = (document.place(("packs", number, key)) for key in ("name", "pages"))
        if not SLUG.fullmatch(pack.name) or len(pack.name.encode()) > MAX_STEM:
            message = f"“{pack.name}” cannot be the name of a pack, which stands in an address."
            yield Trouble("record", named, message, "Use letters, digits and hyphens, such as “in-a-flare”.")
        elif pack.name.casefold() in names:
            message = f"Another pack is called “{pack.name}” too, so readers would get one of the two."
            yield Trouble("record", named, message, "Give one of them another name.")
        if not pack.pages:
            yield Trouble("record", pages, f"The pack “{pack.title}” has no pages.", "Name them, or remove the pack.")
        names.add(pack.name.casefold())


def parse_terms(text: str, path: PurePosixPath) -> Parsed[dict[str, Term]]:
    """Parse `glossary.yaml`: terms by id."""
    document = parse_yaml(text, path)
    parsed, troubles = _records_by_key(Term, "This term", TextKind.TERM, document, path)
    return parsed, (*troubles, *_shared_forms(document), *_mismatched_keys(document))


def _mismatched_keys(document: Document) -> Iterator[Trouble]:
    """Duplicate terms, and keys that are unlike their term, as in a copied entry that was changed only in part."""
    first: dict[str, str] = {}
    for (key, *_), term in at_path(document.data, (ANY, "term")):
        id, name = slugify(str(key)), slugify(term)
        if (known := first.setdefault(name, str(key))) != key:
            message = f"“{known}” explains “{term}” already."
            yield Trouble("record", document.keys[(key,)], message, "Keep one of the two entries.")
            continue
        own, its = (words.split("-") for words in (id, name))
        is_like = any(one.startswith(other[:MIN_COMMON_PREFIX]) for one in own for other in its) or near_misses(
            id, [name]
        )
        if name and not is_like and not id.startswith("".join(one[:1] for one in its)):
            message = f"The entry “{key}” explains “{term}”."
            yield Trouble("record", document.keys[(key,)], message, f"Call it “{name}”, or correct its term.")


def _shared_forms(document: Document) -> Iterator[Trouble]:
    """Forms that belong to two different terms."""
    terms = {key: slugify(term) for (key, *_), term in at_path(document.data, (ANY, "term"))}
    first: dict[str, str] = {}
    for (key, *path), form in at_path(document.data, (ANY, "forms", ANY)):
        known = first.setdefault(form.casefold(), str(key))
        if known != key and terms.get(known) != terms.get(key):
            message = f"“{form}” is a form of “{known}” already, and a page explains a word once."
            yield Trouble("record", document.place((key, *path)), message, "Leave it with one of the two terms.")


def parse_contacts(text: str, path: PurePosixPath) -> Parsed[dict[str, Contact]]:
    """Parse a file of contacts: contacts by id."""
    return _records_by_key(Contact, "This contact", TextKind.CONTACT, parse_yaml(text, path), path, CONTACT_FORMATS)


def parse_wording(text: str, path: PurePosixPath) -> Parsed[WordingList]:
    """Parse a wording list."""
    (phrases, shown), troubles = _records_by_key(Phrase, "This entry", TextKind.WORDING, parse_yaml(text, path), path)
    return (WordingList(name=path.stem, place=Place(path), phrases=phrases or {}), shown), troubles


def parse_source(text: str, path: PurePosixPath) -> Parsed[Source]:
    """Parse a source with its findings; without a source there is no published text."""
    document = with_named_parts(parse_yaml(text, path))
    troubles = [
        *_uncitable_names(document, path),
        *impossible_values(document),
        *malformed_values(document, SOURCE_FORMATS),
    ]
    troubles += [
        *_unknown_type(document),
        *_impossible_dates(document, ("source", "issued")),
        *_reversed_pages(document),
    ]
    findings: dict[str, Finding] = {}
    data = document.data.get("findings")
    if data is not None and not isinstance(data, dict):
        help = "Give each finding a name of its own, such as “pain-at-6-weeks:”, and indent its lines below."
        troubles.append(Trouble("record", document.place(("findings",)), "“findings” holds no names.", help))
    for key in data if isinstance(data, dict) else ():
        known = {"id": f"{path.stem}#{key}", "place": document.keys[("findings", key)]}
        finding, finding_troubles = _record(Finding, document, f"The finding “{key}”", known, ("findings", key))
        troubles += finding_troubles
        if finding is not None:
            findings[key] = finding
    known = {"id": path.stem, "place": Place(path), "findings": findings}
    known |= {"newer_place": document.values.get(("appraisal", "superseded_by"))}
    known |= _link_place(document, *(("source", name) for name in ADDRESSES))
    source, source_troubles = _record(Source, document, "This source", known)
    shown = shown_text(TextKind.SOURCE, document, path) if source else None
    places = {one.place for one in troubles}
    troubles += [one for one in source_troubles if one.place not in places]  # one for each value
    return (source, shown), tuple(troubles)


def _unknown_type(document: Document) -> Iterator[Trouble]:
    """Types of work that are not defined by CSL."""
    for path, type in at_path(document.data, ("source", "type")):
        if type not in CSL_TYPES:
            default = "Use a type of CSL, such as “article-journal”, “webpage” or “report”."
            help = did_you_mean(type, CSL_TYPES, default)
            yield Trouble("record", document.place(path), f"“{type}” is no type of work.", help)


def _reversed_pages(document: Document) -> Iterator[Trouble]:
    """Page ranges that end before they begin; an abbreviated last page (`123-9`) is correct."""
    for path, text in at_path(document.data, ("source", "page")):
        pages = _PAGE_RANGE.fullmatch(text)
        if pages and len(pages[1]) == len(pages[2]) and int(pages[1]) > int(pages[2]):
            help = f"Did you mean “{pages[2]}-{pages[1]}”?"
            yield Trouble("record", document.place(path), f"Pages {text} end before they begin.", help)


def _impossible_dates(document: Document, *patterns: tuple[str, ...]) -> Iterator[Trouble]:
    """Impossible dates in values that may contain other text too."""
    for path, text in (found for pattern in patterns for found in at_path(document.data, pattern)):
        for day in _DATE.findall(text):
            try:
                date.fromisoformat(day)
            except ValueError:
                help = "Write days as 2026-03-04: year, month, day."
                yield Trouble("record", document.place(path), f"“{day}” is not a day in the calendar.", help)


def _uncitable_names(document: Document, path: PurePosixPath) -> Iterator[Trouble]:
    """Names of the source and its findings that a citation cannot contain."""
    findings = {at[1]: place for at, place in document.keys.items() if len(at) == 2 and at[0] == "findings"}
    for name, place in {path.stem: Place(path), **findings}.items():
        if not CITABLE.fullmatch(str(name)):
            help = f"Use letters, digits and hyphens, such as “{slugify(str(name))}”."
            yield Trouble("record", place, f"A source or finding called “{name}” cannot be cited.", help)


def parse_organisation(text: str, path: PurePosixPath) -> Parsed[Organisation]:
    """Parse an organisation."""
    document = parse_yaml(text, path)
    known = {"id": path.stem, "place": Place(path)} | _link_place(document, ("website",))
    organisation, troubles = _record(Organisation, document, "This organisation", known)
    days = _impossible_dates(document, ("last_seen",))
    all_troubles = (*troubles, *malformed_values(document, ORGANISATION_FORMATS), *days)
    return (organisation, shown_text(TextKind.ORGANISATION, document, path)), all_troubles


def parse_fingerprint(text: str, path: PurePosixPath) -> Parsed[Fingerprint]:
    """Parse a fingerprint, which has no published text."""
    known = {"id": path.stem, "place": Place(path)}
    fingerprint, troubles = _record(Fingerprint, parse_yaml(text, path), "This fingerprint", known)
    return (fingerprint, None), troubles


def parse_change(text: str, path: PurePosixPath) -> Parsed[Change]:
    """Parse a change: front matter, and paragraphs."""
    front = split_front_matter(text, path)
    if front.document is None:
        return (None, None), (Trouble("record", Place(path), "This change has no front matter.", "Begin with “---”."),)
    paragraphs = tuple(" ".join(one.split()) for one in re.split(r"\n\s*\n", front.body) if one.strip())
    known = {"id": path.stem, "place": Place(path), "text": paragraphs}
    change, troubles = _record(Change, front.document, "This change", known)
    if not paragraphs:
        troubles += (Trouble("record", Place(path), "This change has no text.", "Tell below its title what is new."),)
    return (change, _change_text(path, text, front, front.document)), troubles


def _record(
    shape: type[Shape], document: Document, what: str, known: Mapping[str, Any], at: tuple[str, ...] = ()
) -> tuple[Shape | None, Troubles]:
    return parse_record(shape, document, at=at, known=known, what=what, kind="record")


def _records_by_key(
    shape: type[Shape],
    what: str,
    kind: TextKind,
    document: Document,
    path: PurePosixPath,
    formats: Formats = MappingProxyType({}),
) -> Parsed[dict[str, Shape]]:
    """Parse the records of a file with many, each under its id."""
    records: dict[str, Shape] = {}
    values = document.data.values()
    has_names = not document.data or any(isinstance(one, dict) for one in values)
    if not has_names and document.data.keys() <= {one.name for one in fields(cast(Any, shape))}:
        help = "Write the name of each above its lines, and indent these by two blanks."
        message = f"{what} stands here without a name of its own."
        return ({}, None), (Trouble("record", document.keys[(next(iter(document.data)),)], message, help),)
    troubles = [*malformed_values(document, formats)]
    for key in document.data:
        known = {"id": key, "place": document.keys[(key,)]} | _link_place(document, (key, "url"))
        record, record_troubles = _record(shape, document, what, known, (key,))
        empty = [*_items_without_letters(document, key)]
        troubles += (*record_troubles, *empty)
        if record is not None and not empty:
            records[key] = record
    return (records, shown_text(kind, document, path)), tuple(troubles)


def _items_without_letters(document: Document, key: str) -> Iterator[Trouble]:
    """Items of a record's lists without a letter or digit, such as `""`, which would match any text."""
    record = document.data[key]
    for name, items in record.items() if isinstance(record, dict) else ():
        for number, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, str) and not any(map(str.isalnum, item)):
                place = document.place((key, name, number))
                yield Trouble("record", place, f"An item of “{name}” has no letters.", "Write the words, or remove it.")


def _link_place(document: Document, *paths: YamlPath) -> dict[str, Place]:
    """The field `link_place` of a record: the place of the first of these paths that exists; empty if none does."""
    found = next((path for path in paths if path in document.values), None)
    return {"link_place": document.values[found]} if found else {}


def _change_text(path: PurePosixPath, text: str, front: SplitFile, document: Document) -> RecordText:
    """The published text of a change: its title and its paragraphs."""
    lines = text.split("\n")
    paragraphs = []
    for match in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", front.body):
        line = front.first_line + front.body.count("\n", 0, match.start())
        paragraphs.append(typed_passage(match[0], lines, Place(path, line), PassageKind.PARAGRAPH))
    title = shown_text(TextKind.CHANGE, document, path)
    return replace(title, passages=(*title.passages, *paragraphs), source_lines=tuple(lines))
