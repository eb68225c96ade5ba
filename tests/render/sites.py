"""Small sites built by hand, for the tests of this room."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from crpsguide.installed import builtin_templates
from crpsguide.model import (
    Appraisal,
    Author,
    Block,
    Body,
    Certainty,
    Citation,
    ConditionFrontMatter,
    EasyFrontMatter,
    Finding,
    FindingKind,
    FrontMatter,
    Heading,
    Html,
    Landmarks,
    Mark,
    NavSection,
    Page,
    Passage,
    PassageKind,
    Piece,
    Place,
    Prose,
    Read,
    RichText,
    Section,
    Sentence,
    Settings,
    Site,
    Source,
    Sources,
    ToolFrontMatter,
    Use,
    Value,
    Work,
    gist_of,
    pack,
)
from crpsguide.render import render_site
from crpsguide.render.context import Context
from crpsguide.render.templates import Templates

TODAY = date(2026, 11, 21)
HERE = Place(PurePosixPath("content/pages/about/page.md"))


def with_defaults(fields: Mapping[str, Any] | None, defaults: dict[str, Any]) -> dict[str, Any]:
    return defaults | dict(fields or {})


def html(markup: str) -> RichText:
    return (Html(markup),)


def cited(*ids: str) -> tuple[Citation, ...]:
    return tuple(Citation(*id.partition("#")[::2], HERE) for id in ids)


def paragraph(words: str, *ids: str, number: int = 1) -> RichText:
    """A paragraph as read gives it: the words, a mark, the full stop, the chip."""
    return (
        Html(f"<p>{words} <span>"),
        Mark(number, cited(*ids)),
        Html("</span>."),
        Sources(cited(*ids)),
        Html("</p>"),
    )


def said(words: str, *ids: str) -> Passage:
    """A paragraph of one sentence as the rules see it, resting on these findings."""
    return Passage(PassageKind.PARAGRAPH, "", "", (Sentence(words, HERE, cited(*ids)),), HERE)


def finding(id: str, certainty: Certainty = Certainty.LOW, **fields: Any) -> Finding:
    return Finding(
        id=id,
        place=HERE,
        says="Those who had it walked further.",
        kind=FindingKind.EFFECT,
        certainty=certainty,
        **with_defaults(fields, {"rated_by": "editor"}),
    )


def source(id: str, *findings: Finding, use: Use = Use.CITE, **fields: Any) -> Source:
    return Source(
        id=id,
        place=HERE,
        source=Work(
            type="article-journal",
            title=f"The title of {id}",
            author=(Author(family="Smith", given="Ann B."), Author(family="Lee"), Author(family="Roy")),
            issued="2020-03",
            DOI="10.1000/1",
        ),
        appraisal=Appraisal(
            **with_defaults(
                fields,
                {
                    "design": "randomised-trial",
                    "use": use,
                    "why_use": "",
                    "people": 60,
                    "read": Read.ABSTRACT,
                    "checked": TODAY,
                },
            )
        ),
        findings={one.key: one for one in findings},
    )


def value(number: str, of: str, unit: str = "%") -> Value:
    return Value(value=number, unit=unit, of=of)


GIVEN: dict[str, Any] = {
    "title": "What it is",
    "summary": "What the condition is.",
    "purpose": "This page says what it is.",
    "audience": "Everyone",
    "checked": date(2026, 11, 20),
    "next_check": date(2027, 5, 20),
    "changed": "First version.",
}


def condition(**fields: Any) -> ConditionFrontMatter:
    return ConditionFrontMatter(**with_defaults(fields, GIVEN))


def easy(**fields: Any) -> EasyFrontMatter:
    return EasyFrontMatter(**with_defaults(fields, GIVEN))


def tool(**fields: Any) -> ToolFrontMatter:
    return ToolFrontMatter(**with_defaults(fields, GIVEN))


def page(
    *blocks: Block,
    name: str = "about/page.md",
    front_matter: FrontMatter | None = None,
    sections: tuple[Section, ...] = (),
    marks: tuple[Mark, ...] = (),
    terms: Mapping[str, int] | None = None,
    **fields: Any,
) -> Page:
    file = PurePosixPath(name)
    found = tuple(piece for block in blocks for piece in getattr(block, "text", ()) if isinstance(piece, Mark))
    laid_out = (Section(None, blocks), *sections)
    body = Body(
        marks=marks or found,
        **{key: fields.pop(key) for key in ("passages", "links", "anchors") if key in fields},
    )
    own = front_matter or condition()
    return Page(
        path=PurePosixPath("content/pages") / file,
        name=file,
        address=file.with_suffix(".html"),
        front_matter=own,
        gist=gist_of(laid_out, body, own, terms or {}),
        layout=pack(laid_out),
        body=pack(body),
        **fields,
    )


def heading(words: str, level: int = 2) -> Heading:
    return Heading(html(words), words, level, words.lower().replace(" ", "-"), HERE)


def prose(*pieces: Piece) -> Prose:
    return Prose(pieces, HERE)


def site(*pages: Page, settings: Mapping[str, Any] | None = None, **fields: Any) -> Site:
    return Site(
        root=Path("/nowhere"),
        settings=Settings(
            **with_defaults(
                settings,
                {
                    "place": HERE,
                    "name": "The guide",
                    "sections": (NavSection(folder="about", title="About it"),),
                    "landmarks": Landmarks(),
                },
            )
        ),
        pages={one.name: one for one in pages},
        **fields,
    )


def context(site: Site, page: Page | None = None, address: str = "about/page.html", **fields: Any) -> Context:
    return Context(
        site,
        Templates([builtin_templates()]),
        page.address if page else PurePosixPath(address),
        page=page,
        **with_defaults(fields, {"title": "A title", "today": TODAY}),
    )


def published_at(site: Site, base_url: str) -> Site:
    """The site with an address where it is published, if there is one."""
    return replace(site, settings=replace(site.settings, base_url=base_url or site.settings.base_url))


def rendered(site: Site, base_url: str = "") -> dict[str, str]:
    """The files of a site as text, by their addresses."""
    files = render_site(published_at(site, base_url), templates=[builtin_templates()], today=TODAY)
    return {str(address): file.decode() for address, file in files.items() if address.suffix != ".png"}
