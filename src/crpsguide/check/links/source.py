"""What an editor typed at a link's place: the source beside the model, for what only the source can tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from crpsguide.model import Link, Page, Place

# What is no running text. The front matter comes first, for it may hold anything.
_NOT_TEXT = (
    re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE),
    re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??(?P=fence)[ ]*$", re.DOTALL | re.MULTILINE),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL),
)
_RAW = re.compile(r"<(?!https?:|mailto:)[A-Za-z][A-Za-z0-9]*[\s/>]")
_ATTRIBUTE_LIST = re.compile(r"\s?\{:?(?P<list>[^{}\n]*)\}")


@dataclass(frozen=True, slots=True)
class RawTag:
    """A tag of raw HTML: its name in lower case, and its attributes."""

    name: str
    attributes: Mapping[str, str]


def running_text(page: Page) -> str:
    """The file of a page, with a blank for each character of front matter, code and comments."""
    text = "\n".join(page.source_lines)
    for pattern in _NOT_TEXT:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text


def place_of(page: Page, text: str, start: int, end: int) -> Place:
    """The place of a stretch of a page's file, given by offsets."""
    line, column = _position(text, start)
    end_line, end_column = _position(text, end)
    return Place(page.path, line, column, end_line, end_column)


def raw_tag(page: Page, link: Link) -> RawTag | None:
    """The tag that carries a link, when it was typed as HTML."""
    stretch = _stretch(page, link.place)
    if not _RAW.match(stretch):
        return None
    reader = _TagReader()
    reader.feed(stretch)
    return reader.tag


def words_in_raw_link(page: Page, link: Link) -> str:
    """What stands between `<a …>` and `</a>`, the words of pictures included."""
    inner, _, _ = re.split(r"</a\s*>", _after(page, link.place), maxsplit=1, flags=re.IGNORECASE)[0].partition("\n\n")
    reader = _TagReader()
    reader.feed(re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", inner))
    reader.close()
    return "".join(reader.words)


def attribute_list(page: Page, link: Link) -> str | None:
    """What stands in the braces right behind a link or picture; None when there are none."""
    match = _ATTRIBUTE_LIST.match(_after(page, link.place).partition("\n")[0])
    return match["list"] if match else None


class _TagReader(HTMLParser):
    """Reads a piece of HTML: its first tag, and the words in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tag: RawTag | None = None
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tag = self.tag or RawTag(tag, attributes)
        self.words += [attributes.get("alt", ""), attributes.get("aria-label", "")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _stretch(page: Page, place: Place) -> str:
    lines = page.source_lines[place.line - 1 : max(place.end_line, place.line)]
    if not lines:
        return ""
    before_last = sum(len(one) + 1 for one in lines[:-1])
    end = before_last + place.end_column - 1 if place.end_line else None
    return "\n".join(lines)[place.column - 1 : end]


def _after(page: Page, place: Place) -> str:
    if not place.end_line:
        return ""
    return "\n".join(page.source_lines[place.end_line - 1 :])[place.end_column - 1 :]


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
