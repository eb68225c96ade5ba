"""The style sheets of the finished site as the rules see them, and where each line of them was written."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from crpsguide.check.html import RenderedFiles
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Place, Site, css_without_whitespace, source_position

ROOTS = frozenset({":root", "html"})
PIXELS = {"px": 1.0, "rem": 16.0, "em": 16.0, "ch": 9.0, "pt": 4 / 3, "cm": 37.8, "mm": 3.78, "in": 96.0}
_NOT_ON_SCREEN = LazyPattern(r"\bprint\b|\bforced-colors\b", re.IGNORECASE)
_WIDE = LazyPattern(r"min-(?:width|inline-size)|(?:width|inline-size)\s*>", re.IGNORECASE)
_LENGTH = LazyPattern(rf"(?P<number>\d*\.?\d+)(?P<unit>{'|'.join(PIXELS)})")
_VARIABLE = LazyPattern(r"var\(\s*(?P<name>--[\w-]+)\s*(?:,(?P<otherwise>[^()]*))?\)")
# What cannot be seen in a page that stands still: states, and parts that the style itself adds.
_STATE = LazyPattern(
    r"::?(?:before|after|marker|backdrop|placeholder|selection|details-content|file-selector-button)"
    r"|:(?:hover|active|visited|link|target|focus(?:-visible|-within)?|popover-open|open|checked)(?![\w-])"
)


@frozen
class Declaration:
    """`name: value`, at a line and column of its sheet, from 1."""

    name: str
    value: str
    line: int
    column: int


@frozen
class StyleRule:
    """What a sheet says of some elements. `conditions` are the at-rules around it, such as `@media print`."""

    sheet: str
    selectors: tuple[str, ...]
    conditions: tuple[str, ...]
    declarations: tuple[Declaration, ...]

    @property
    def is_on_screen(self) -> bool:
        """Whether it holds for a screen on which the guide chooses its own colours."""
        return not any(_NOT_ON_SCREEN.search(one) for one in self.conditions)

    @property
    def is_for_wide(self) -> bool:
        """Whether it holds only where there is room."""
        return any(_WIDE.search(one) for one in self.conditions)

    def last(self, *names: str) -> Declaration | None:
        """The last declaration of one of these names, which is the one that counts."""
        return next((one for one in reversed(self.declarations) if one.name in names), None)

    def value(self, *names: str) -> str:
        """What that declaration says; empty when there is none."""
        last = self.last(*names)
        return last.value if last else ""


def style_rules(rendered: RenderedFiles) -> Iterator[StyleRule]:
    """Every rule of the finished style sheets, in order."""
    for sheet in rendered.style_sheets:
        yield from parse_styles(sheet)


@lru_cache(maxsize=16)  # several rules ask for the same sheet
def parse_styles(sheet: str) -> tuple[StyleRule, ...]:
    """The rules of a sheet; one that browsers would drop is left out."""
    from tinycss2 import parse_stylesheet  # most builds remember what there is to say of their sheets

    return tuple(_rules(parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), sheet, ()))


def tokens(rules: Sequence[StyleRule], *wishes: str) -> dict[str, Declaration]:
    """The custom properties of the whole page for a reader with these wishes, such as `prefers-contrast: more`."""
    return {
        one.name: one
        for rule in rules
        if ROOTS & {*rule.selectors} and all(any(wish in one for wish in wishes) for one in rule.conditions)
        for one in rule.declarations
        if one.name.startswith("--")
    }


def resolved(value: str, known: dict[str, Declaration]) -> str:
    """A value with its variables put in, as far as they are known."""
    for _ in range(8):  # a variable may name another; one that names itself ends nowhere
        match = _VARIABLE.search(value)
        if match is None:
            break
        token = known.get(match["name"])
        value = value.replace(match[0], token.value if token else (match["otherwise"] or "").strip())
    return value


def variables(value: str) -> list[str]:
    """The custom properties that a value names."""
    return [match["name"] for match in _VARIABLE.finditer(value)]


def pixels(value: str) -> float | None:
    """A single length in CSS pixels, at the usual size of text; None for anything else."""
    match = _LENGTH.fullmatch(value.strip())
    return float(match["number"]) * PIXELS[match["unit"]] if match else None


def without_states(selector: str) -> str:
    """A selector of the elements themselves, whatever their state, as a parser of HTML understands it."""
    return _STATE.sub("", selector).strip() or "*"


def place_of(site: Site, sheet: str, line: int, column: int = 1) -> Place:
    """Where a place of a finished sheet stands in the guide's own files; the settings when it is in none of them."""
    at, whole = len(css_without_whitespace(sheet[: offset(sheet, line, column)])), css_without_whitespace(sheet)
    for path, text in site.styles.items():
        own = css_without_whitespace(text)
        first = whole.find(own) if own else -1
        if first >= 0 and first <= at < first + len(own):
            return Place(path, *source_position(text, at - first))
    return site.settings.place


def offset(sheet: str, line: int, column: int) -> int:
    """How many signs of a sheet stand before a place in it, whose line and column count from 1."""
    return sum(len(one) + 1 for one in sheet.split("\n")[: line - 1]) + column - 1


def _rules(nodes: Sequence[Any], sheet: str, conditions: tuple[str, ...]) -> Iterator[StyleRule]:
    from tinycss2 import parse_blocks_contents, serialize

    for node in nodes:
        if node.type == "qualified-rule":
            selectors = tuple(" ".join(one.split()) for one in _split(serialize(node.prelude)))
            inside = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield StyleRule(sheet, selectors, conditions, tuple(_declarations(inside)))
            yield from _rules([one for one in inside if one.type == "at-rule"], sheet, conditions)
        elif node.type == "at-rule" and node.content is not None:
            condition = f"@{node.at_keyword} {serialize(node.prelude).strip()}"
            inside = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inside, sheet, (*conditions, condition))


def _declarations(nodes: Sequence[Any]) -> Iterator[Declaration]:
    from tinycss2 import serialize

    for node in nodes:
        if node.type == "declaration":
            value = serialize(node.value).strip()
            yield Declaration(node.name, value, node.source_line, node.source_column)


def _split(prelude: str) -> list[str]:
    """The selectors of a list; commas within brackets part none."""
    return [one for one in re.split(r",(?![^()]*\))", prelude) if one.strip()]
