"""From one Markdown file to a Page."""

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
BELOW = LazyPattern(r"^---[ \t]*\n(?:[a-z_]+:.*\n(?:[ -].*\n)*)+---[ \t]*$", re.MULTILINE)  # text or a note
OTHER_FENCE = LazyPattern(
    r"(?P<fence>-{2}|-{4,}|[–—]+-?|={3,}|\+{3,}|`{3})(?:ya?ml)?[ \t]*\n(?:[a-z_]+:.*\n(?:[ -].*\n)*)+(?P=fence)[ \t]*$",
    re.MULTILINE,
)
NEEDED = LazyPattern(r"^(?:allow|draft)\b", re.MULTILINE)  # without what these say, faults would be told that are none
LONGEST_STEM = 200  # bytes; leaves room for endings
SLUG = LazyPattern(r"[\w-]+(?:\.[\w-]+)*")
LANGUAGE = LazyPattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")  # RFC 5646; no longer word is registered
EMPTY_HELP = {
    "title": "Write the title of the page.",
    "summary": "Say in a sentence what readers find on the page; searches and links show it.",
}
LANGUAGE_HELP = "Write it as in “en-GB” or “de”."
STANDS_IN: Mapping[Any, str] = {str: "…", date: "9999-12-31"}  # for what is missing: no rule finds a fault in it
OLD_ADDRESS = LazyPattern(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[\w][\w./-]*")


@frozen
class Front:
    """A file cut in two: the front matter with its places, and the body with the line it begins on."""

    document: Document | None
    body: str
    first_line: int


def split_front_matter(text: str, path: PurePosixPath) -> Front:
    """Cut the front matter off.

    Raises:
        PageError: it is opened and never closed, or cannot be read.
    """
    if not re.match(r"---[ \t]*(\n|$)", text):
        return Front(None, text, 1)
    fence = FENCE.match(text)
    if fence is None:
        raise PageError(
            "The front matter is opened with “---” and never closed.",
            "Put a line with “---” after its last key.",
            line=1,
        )
    document = parse_yaml(fence["yaml"], path, first_line=2, what="The front matter")
    return Front(document, text[fence.end() :], text[: fence.end()].count("\n") + 1)


def parse_page(
    text: str, *, path: PurePosixPath, name: PurePosixPath, parser: BodyParser
) -> tuple[Page, tuple[Trouble, ...]]:
    """Make a page of a file's text; with one that lacks something, there is at least one trouble.

    Raises:
        PageError: the file cannot be understood at all.
    """
    front, troubles = _front_of_page(text, path)
    document = front.document or Document({}, {(): Place(path)}, {})
    plain, hidden = without_hidden_references(front.body, front.first_line)
    body = parser.parse(plain, path=path, name=name, first_line=front.first_line)
    front_matter, missing_keys, told = parse_front_matter(document)
    troubles += (
        *(told if front.document else ()),
        *(Trouble("unreadable", Place(path, one.line, one.column), str(one), one.help) for one in hidden),
        *body.troubles,
    )
    places = document.dotted_places
    source_lines = tuple(f"{text[: len(text) - len(front.body)]}{plain}".split("\n"))
    of_page = tuple(
        Waiver(rule, reason.strip(), places.get(f"allow.{rule}", Place(path)), 1, len(source_lines))
        for rule, reason in front_matter.allow.items()
    )
    typed = Body(
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
        waivers=(*of_page, *body.waivers),
        gist=gist_of(body.sections, typed, front_matter, parser.terms.counted(one.text for one in typed.passages)),
        layout=pack(body.sections),
        body=pack(typed),
        missing_keys=missing_keys,
    )
    return page, troubles


def _front_of_page(text: str, path: PurePosixPath) -> tuple[Front, tuple[Trouble, ...]]:
    """A page cut in two, without a document where none can be read: its body can be judged all the same.

    Raises:
        PageError: nobody can tell where the body begins, or what its editor allows in it.
    """
    try:
        front = split_front_matter(text, path)
    except PageError as error:
        fence = FENCE.match(text)
        if fence is None or NEEDED.search(fence["yaml"]):
            raise
        trouble = Trouble("unreadable", Place(path, error.line, error.column), str(error), error.help)
        return Front(None, text[fence.end() :], text[: fence.end()].count("\n") + 1), (trouble,)
    if front.document is not None:
        return front, ()
    if found := OTHER_FENCE.match(text) or BELOW.search(text):
        place = Place(path, text[: found.start()].count("\n") + 1)
        body = f"{text[: found.start()]}{re.sub('.', ' ', found[0])}{text[found.end() :]}"
        if marks := found.groupdict().get("fence"):
            message = f"Front matter stands between lines of three hyphens, and these are “{marks}”."
            help = "Write “---” above it and below it."
        else:
            message = "This front matter stands below other words, and would be shown as text."
            help = "Move the lines from “---” to “---” to the top of the file."
        return replace(front, body=body), (Trouble("front-matter", place, message, help),)
    help = "Begin the file with a line “---”, a line “title: …”, and another “---”."
    return front, (Trouble("front-matter", Place(path), "This page has no front matter.", help),)


def parse_front_matter(document: Document) -> tuple[FrontMatter, frozenset[str], tuple[Trouble, ...]]:
    """The typed front matter of a page; a page that names no type is a plain one.

    Something stands in for keys that are missing or wrong, which are named, so that all else can be judged. Of a type
    that is not known, the one is taken that must be meant; where there is none, a plain page has the fewest faults.
    """
    shape, typed, wrong_type = _shape_of(document)

    def parsed(data: dict[str, Tree]) -> tuple[FrontMatter | None, tuple[Trouble, ...]]:
        of_these = Document(data, document.values, document.keys)
        return parse_record(shape, of_these, what="This page", kind="front-matter")

    instead = {"type": typed["type"]} | _stand_ins(shape, document)
    lacks = {"type"} if wrong_type else set[str]()
    front_matter, troubles = parsed(typed)
    if front_matter is None:
        names = {one.name for one in fields(shape)}
        well = {key: one for key, one in typed.items() if key in names and parsed(instead | {key: one})[0]}
        lacks |= (instead.keys() | typed.keys() & names) - well.keys()
        front_matter, _ = parsed(instead | well)
    assert front_matter is not None  # each of its values was taken, or stands in
    refused = tuple(one for one in _refused_values(front_matter, document.values) if one[0] not in lacks)
    keys = {key for key, _ in refused}
    usual: dict[str, Any] = {one.name: instead.get(one.name, one.default) for one in fields(shape) if one.name in keys}
    return (
        replace(front_matter, **usual),
        frozenset(lacks | keys),
        (*wrong_type, *troubles, *(one for _, one in refused)),
    )


def _shape_of(document: Document) -> tuple[type[FrontMatter], dict[str, Tree], tuple[Trouble, ...]]:
    """What the front matter should hold, by the type of the page; its keys; and a trouble with a wrong type.

    Of the keys of a page whose type nobody can guess, those stay that a plain page has.
    """
    typed = {"type": PageType.PLAIN.value} | document.data
    written = typed["type"]
    known = [one.value for one in PageType]
    if written in known:
        return FRONT_MATTER[PageType(written)], typed, ()
    trouble = Trouble(
        "front-matter",
        document.place(("type",)),
        f"“{written}” is not a type of page." if isinstance(written, str) else "“type” should be one word.",
        did_you_mean(str(written), known, f"Use one of: {', '.join(known)}."),
    )
    meant = near_misses(written, known) if isinstance(written, str) else []
    if len(meant) == 1:
        return FRONT_MATTER[PageType(meant[0])], typed | {"type": meant[0]}, (trouble,)
    plain = {one.name for one in fields(PlainFrontMatter)}
    typed["type"] = PageType.PLAIN.value
    return PlainFrontMatter, {key: value for key, value in typed.items() if key in plain}, (trouble,)


def _stand_ins(shape: type[FrontMatter], document: Document) -> dict[str, Tree]:
    """What stands in for the keys that a page needs: nothing of which a rule would tell."""
    title = document.place(()).path.as_posix()  # no other page has the same
    return {
        one.name: title if one.name == "title" else STANDS_IN[one.type]
        for one in fields(shape)
        if one.default is MISSING and one.default_factory is MISSING
    }


def _refused_values(
    front_matter: FrontMatter, places: Mapping[tuple[str | int, ...], Place]
) -> Iterator[tuple[str, Trouble]]:
    """What the types alone cannot tell, by key: empty texts, addresses that leave the site."""
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
    """Where the page is published: `a/b.md` as `a/b.html`.

    A file system takes names of up to 255 bytes: a longer one is cut, and told apart by its hash.
    """
    stem = slug or name.stem
    if len(stem.encode()) > LONGEST_STEM:
        digest = hashlib.blake2b(stem.encode(), digest_size=4).hexdigest()
        stem = stem.encode()[: LONGEST_STEM - 9].decode(errors="ignore") + f"-{digest}"
    return name.with_name(f"{stem}.html")
