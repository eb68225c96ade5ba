"""Parses a Markdown file into a Page."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from crpsguide.errors import PageError
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.unseen import is_seen
from crpsguide.model import (
    FRONT_MATTER,
    Body,
    FrontMatter,
    Page,
    PageType,
    Place,
    PlainFrontMatter,
    TextKind,
    Trouble,
    Waiver,
    gist_of,
    pack,
)
from crpsguide.read.body import BodyParser
from crpsguide.read.record_texts import SHOWN
from crpsguide.read.records import parse_record
from crpsguide.read.text import without_hidden_references
from crpsguide.read.yaml_passages import typed_passages
from crpsguide.read.yaml_tree import Document, Tree, parse_yaml
from crpsguide.spelling import did_you_mean, near_misses
from crpsguide.urls import slugify

FENCE = LazyPattern(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
FENCE_BELOW = LazyPattern(
    r"^---[ \t]*\n(?:[a-z_]+:.*\n(?:[ -].*\n)*)+---[ \t]*$", re.MULTILINE
)  # not at the file's top
OTHER_FENCE = LazyPattern(
    r"(?P<fence>-{2}|-{4,}|[–—]+-?|={3,}|\+{3,}|`{3})(?:ya?ml)?[ \t]*\n(?:[a-z_]+:.*\n(?:[ -].*\n)*)+(?P=fence)[ \t]*$",
    re.MULTILINE,
)
# Without these keys, faults would be reported that are waived, or that are in a draft.
NEEDED_KEYS = LazyPattern(r"^(?:allow|draft)\b", re.MULTILINE)
MAX_STEM = 200  # bytes; leaves room for the extension
SLUG = LazyPattern(r"[\w-]+(?:\.[\w-]+)*")
LANGUAGE = LazyPattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")  # RFC 5646; no longer word is registered
EMPTY_HELP = {
    "title": "Write the title of the page.",
    "summary": "Say in a sentence what readers find on the page; searches and links show it.",
}
LANGUAGE_HELP = "Write it as in “en-GB” or “de”."
PLACEHOLDERS: Mapping[Any, str] = {str: "…", date: "9999-12-31"}  # by type; values that no rule finds a fault in
OLD_ADDRESS = LazyPattern(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[\w][\w./-]*")


@frozen
class SplitFile:
    """The front matter of a file, if it can be parsed, and its body with the number of its first line."""

    document: Document | None
    body: str
    first_line: int


def split_front_matter(text: str, path: PurePosixPath) -> SplitFile:
    """Split a file into front matter and body.

    Raises:
        PageError: the front matter is never closed, or is not YAML.
    """
    if not re.match(r"---[ \t]*(\n|$)", text):
        return SplitFile(None, text, 1)
    fence = FENCE.match(text)
    if fence is None:
        raise PageError(
            "The front matter is opened with “---” and never closed.",
            "Put a line with “---” after its last key.",
            line=1,
        )
    document = parse_yaml(fence["yaml"], path, first_line=2, what="The front matter")
    return SplitFile(document, text[fence.end() :], text[: fence.end()].count("\n") + 1)


def parse_page(
    text: str, *, path: PurePosixPath, name: PurePosixPath, parser: BodyParser
) -> tuple[Page, tuple[Trouble, ...]]:
    """Parse the text of a file into a page, and report what is wrong with it.

    Raises:
        PageError: the file cannot be parsed at all.
    """
    split, troubles = _split_page(text, path)
    document = split.document or Document({}, {(): Place(path)}, {})
    visible_body, hidden = without_hidden_references(split.body, split.first_line)
    body = parser.parse(visible_body, path=path, name=name, first_line=split.first_line)
    front_matter, missing_keys, front_matter_troubles = parse_front_matter(document)
    troubles += (
        *(front_matter_troubles if split.document else ()),
        *(Trouble("unreadable", Place(path, error.line, error.column), str(error), error.help) for error in hidden),
        *body.troubles,
    )
    places = document.dotted_places
    source_lines = tuple(f"{text[: len(text) - len(split.body)]}{visible_body}".split("\n"))
    page_waivers = tuple(
        Waiver(rule, reason.strip(), places.get(f"allow.{rule}", Place(path)), 1, len(source_lines))
        for rule, reason in front_matter.allow.items()
    )
    page_body = Body(
        passages=body.passages,
        pictures=body.pictures,
        links=body.links,
        marks=body.marks,
        anchors=body.anchors,
        facts=tuple(typed_passages(document, SHOWN[TextKind.PAGE])),
        misread=body.misread,
        front_matter_places=places,
        source_lines=source_lines,
    )
    page = Page(
        path=path,
        name=name,
        address=_address(name, front_matter.slug),
        front_matter=front_matter,
        waivers=(*page_waivers, *body.waivers),
        gist=gist_of(
            body.sections,
            page_body,
            front_matter,
            parser.terms.counted(passage.text for passage in page_body.passages),
        ),
        layout=pack(body.sections),
        body=pack(page_body),
        missing_keys=missing_keys,
    )
    return page, troubles


def _split_page(text: str, path: PurePosixPath) -> tuple[SplitFile, tuple[Trouble, ...]]:
    """Split a page; without a document if its front matter is not YAML, since its body can be checked all the same.

    Raises:
        PageError: it is unclear where the body begins, or what the front matter waives.
    """
    try:
        split = split_front_matter(text, path)
    except PageError as error:
        fence = FENCE.match(text)
        if fence is None or NEEDED_KEYS.search(fence["yaml"]):
            raise
        trouble = Trouble("unreadable", Place(path, error.line, error.column), str(error), error.help)
        return SplitFile(None, text[fence.end() :], text[: fence.end()].count("\n") + 1), (trouble,)
    if split.document is not None:
        return split, ()
    if found := OTHER_FENCE.match(text) or FENCE_BELOW.search(text):
        place = Place(path, text[: found.start()].count("\n") + 1)
        body = f"{text[: found.start()]}{re.sub('.', ' ', found[0])}{text[found.end() :]}"
        if marks := found.groupdict().get("fence"):
            message = f"Front matter stands between lines of three hyphens, and these are “{marks}”."
            help = "Write “---” above it and below it."
        else:
            message = "This front matter stands below other words, and would be shown as text."
            help = "Move the lines from “---” to “---” to the top of the file."
        return replace(split, body=body), (Trouble("front-matter", place, message, help),)
    help = "Begin the file with a line “---”, a line “title: …”, and another “---”."
    return split, (Trouble("front-matter", Place(path), "This page has no front matter.", help),)


def parse_front_matter(document: Document) -> tuple[FrontMatter, frozenset[str], tuple[Trouble, ...]]:
    """The typed front matter of a page, the keys that have placeholders as values, and what is wrong.

    A page without a type is a plain one. Keys that are missing or wrong get a placeholder, so that the page can be
    checked. For an unknown type the near miss is taken, or else the plain type, which requires the fewest keys.
    """
    shape, typed, wrong_type = _front_matter_class(document)

    def parsed(data: dict[str, Tree]) -> tuple[FrontMatter | None, tuple[Trouble, ...]]:
        return parse_record(
            shape, Document(data, document.values, document.keys), what="This page", kind="front-matter"
        )

    placeholders = {"type": typed["type"]} | _placeholders(shape, document)
    missing = {"type"} if wrong_type else set[str]()
    front_matter, troubles = parsed(typed)
    if front_matter is None:
        names = {field.name for field in fields(shape)}
        valid = {key: value for key, value in typed.items() if key in names and parsed(placeholders | {key: value})[0]}
        missing |= (placeholders.keys() | typed.keys() & names) - valid.keys()
        front_matter, _ = parsed(placeholders | valid)
    assert front_matter is not None  # each of its values is valid or a placeholder
    rejected = [item for item in _rejected_values(front_matter, document.values) if item[0] not in missing]
    keys = {key for key, _ in rejected}
    replaced: dict[str, Any] = {
        field.name: placeholders.get(field.name, field.default) for field in fields(shape) if field.name in keys
    }
    return (
        replace(front_matter, **replaced),
        frozenset(missing | keys),
        (*wrong_type, *troubles, *(trouble for _, trouble in rejected)),
    )


def _front_matter_class(document: Document) -> tuple[type[FrontMatter], dict[str, Tree], tuple[Trouble, ...]]:
    """The class for the page's type, the typed keys, and a trouble if the type is unknown.

    For a type without a near miss, only the keys of a plain page are kept.
    """
    typed = {"type": PageType.PLAIN.value} | document.data
    written = typed["type"]
    known = [page_type.value for page_type in PageType]
    if written in known:
        return FRONT_MATTER[PageType(written)], typed, ()
    trouble = Trouble(
        "front-matter",
        document.place(("type",)),
        f"“{written}” is not a type of page." if isinstance(written, str) else "“type” should be one word.",
        did_you_mean(str(written), known, f"Use one of: {', '.join(known)}."),
    )
    near = near_misses(written, known) if isinstance(written, str) else []
    if len(near) == 1:
        return FRONT_MATTER[PageType(near[0])], typed | {"type": near[0]}, (trouble,)
    plain_keys = {field.name for field in fields(PlainFrontMatter)}
    typed["type"] = PageType.PLAIN.value
    return PlainFrontMatter, {key: value for key, value in typed.items() if key in plain_keys}, (trouble,)


def _placeholders(shape: type[FrontMatter], document: Document) -> dict[str, Tree]:
    """A value for each required key in which no rule finds a fault."""
    title = document.place(()).path.as_posix()  # unique, as titles should be
    return {
        field.name: title if field.name == "title" else PLACEHOLDERS[field.type]
        for field in fields(shape)
        if field.default is MISSING and field.default_factory is MISSING
    }


def _rejected_values(
    front_matter: FrontMatter, places: Mapping[tuple[str | int, ...], Place]
) -> Iterator[tuple[str, Trouble]]:
    """Values that have the right type and are wrong all the same, by key: empty texts, malformed addresses."""
    for key, help in EMPTY_HELP.items():
        if (place := places.get((key,))) and not is_seen(getattr(front_matter, key)):
            yield key, Trouble("front-matter", place, f"“{key}” is empty.", help)
    if front_matter.slug and not SLUG.fullmatch(front_matter.slug):
        message = f"“{front_matter.slug}” cannot be the last part of an address."
        help = f"Use letters, digits and hyphens, such as “{slugify(front_matter.title) or 'pacing'}”."
        yield "slug", Trouble("front-matter", places[("slug",)], message, help)
    if front_matter.lang and not LANGUAGE.fullmatch(front_matter.lang):
        message = f"“{front_matter.lang}” is not the tag of a language."
        yield "lang", Trouble("front-matter", places[("lang",)], message, LANGUAGE_HELP)
    for number, old in enumerate(front_matter.redirect_from):
        if not OLD_ADDRESS.fullmatch(old) or old in ("index.html", "index"):
            yield (
                "redirect_from",
                Trouble(
                    "front-matter",
                    places[("redirect_from", number)],
                    f"“{old}” cannot be an old address of this page.",
                    "Write the address below the site, such as “treatments/old-name.html”.",
                ),
            )


def _address(name: PurePosixPath, slug: str) -> PurePosixPath:
    """The address of a page: `a/b.html` for `a/b.md`.

    Most file systems allow 255 bytes in a name: a longer one is cut, and gets a hash.
    """
    stem = slug or name.stem
    if len(stem.encode()) > MAX_STEM:
        digest = hashlib.blake2b(stem.encode(), digest_size=4).hexdigest()
        stem = stem.encode()[: MAX_STEM - 9].decode(errors="ignore") + f"-{digest}"
    return name.with_name(f"{stem}.html")
