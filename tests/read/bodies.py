"""What the tests of reading share: bodies with the expected stretch in brackets, and their pieces as HTML."""

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
    """The text without ⟦ and ⟧, and the place of what stood between them. Without ⟧ only the start is told."""
    start = text.index(OPEN)
    end = text.find(CLOSE) - 1
    clean = text.replace(OPEN, "").replace(CLOSE, "")
    line, column = _position(clean, start)
    return clean, Place(PATH, line, column, *(_position(clean, end) if end >= 0 else (0, 0)))


def _position(text: str, offset: int) -> tuple[int, int]:
    lines = text[:offset].split("\n")
    return len(lines), len(lines[-1]) + 1


def as_html(text: RichText) -> str:
    """Pieces put together, each of ours as an element of its own."""
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
    """All native Markdown of a body, as HTML."""
    return "".join(
        as_html(block.text) for section in body.sections for block in section.blocks if isinstance(block, Prose)
    ).strip()


def sentences(body: Body) -> list[str]:
    """The sentences of a body, as readers see them."""
    return [one.text for passage in body.passages for one in passage.sentences]


def messages(troubles: Iterable[object]) -> str:
    """What troubles say, one a line, for a look at what went wrong."""
    return "\n".join(map(str, troubles))


def shown(page: Page) -> str:
    """What a page shows, as HTML."""
    parts = [f"<title>{html.escape(page.title)}</title>"]
    for section in page.sections:
        if section.heading:
            level = section.heading.level
            parts.append(f"<h{level}>{as_html(section.heading.text)}</h{level}>")
        parts.extend(as_html(block.text) for block in section.blocks if isinstance(block, Prose))
    return "\n".join(parts)
