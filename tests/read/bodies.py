"""Helpers for tests of `read`: expected places marked by brackets in a text, and rich text as HTML."""

import html
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from crpsguide.model import Href, Html, Mark, Page, Place, Prose, RichText, Site, Sources, TermUse
from crpsguide.read.body import Body

PATH = PurePosixPath("content/pages/living/page.md")
NAME = PurePosixPath("living/page.md")
OPEN, CLOSE = "⟦", "⟧"

ParseBody = Callable[..., Body]
ParsePage = Callable[[str], Page]
ReadFiles = Callable[[Mapping[str, str | bytes]], Site]


def without_brackets(text: str) -> tuple[str, Place]:
    """The text without ⟦ and ⟧, and the place of the text between them; without ⟧, the place has no end."""
    start = text.index(OPEN)
    end = text.find(CLOSE) - 1
    clean = text.replace(OPEN, "").replace(CLOSE, "")
    line, column = _position(clean, start)
    return clean, Place(PATH, line, column, *(_position(clean, end) if end >= 0 else (0, 0)))


def _position(text: str, offset: int) -> tuple[int, int]:
    lines = text[:offset].split("\n")
    return len(lines), len(lines[-1]) + 1


def as_html(text: RichText) -> str:
    """Rich text as HTML, with elements such as `<mark>` for pieces other than HTML."""
    return "".join(map(_piece, text))


def _piece(piece: object) -> str:
    match piece:
        case Html(markup):
            return markup
        case Href(link):
            return link.written
        case Mark(number):
            return f"<mark>{number}</mark>"
        case Sources(citations):
            return f"<sources>{' '.join(one.id for one in citations)}</sources>"
        case TermUse(term, words):
            return f'<dfn title="{term}">{words}</dfn>'
    raise AssertionError(piece)


def prose(body: Body) -> str:
    """All `Prose` of a body, as HTML."""
    return "".join(
        as_html(block.text) for section in body.sections for block in section.blocks if isinstance(block, Prose)
    ).strip()


def sentences(body: Body) -> list[str]:
    """The text of all sentences of a body."""
    return [one.text for passage in body.passages for one in passage.sentences]


def messages(troubles: Iterable[object]) -> str:
    """Troubles as text, for failure messages."""
    return "\n".join(map(str, troubles))


def shown(page: Page) -> str:
    """The title, headings and prose of a page, as HTML."""
    parts = [f"<title>{html.escape(page.title)}</title>"]
    for section in page.sections:
        if section.heading:
            level = section.heading.level
            parts.append(f"<h{level}>{as_html(section.heading.text)}</h{level}>")
        parts.extend(as_html(block.text) for block in section.blocks if isinstance(block, Prose))
    return "\n".join(parts)
