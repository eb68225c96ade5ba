"""Parses the rendered style sheets, and maps places in them back to the guide's own style sheets."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from crpsguide.check.html import RenderedFiles
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Place, Site, css_without_whitespace, source_position

ROOTS = frozenset({":root", "html"})
# CSS pixels for each unit, at a font size of 16 pixels.
PIXELS = {"px": 1.0, "rem": 16.0, "em": 16.0, "ch": 9.0, "pt": 4 / 3, "cm": 37.8, "mm": 3.78, "in": 96.0}
_NOT_ON_SCREEN = LazyPattern(r"\bprint\b|\bforced-colors\b", re.IGNORECASE)
_WIDE = LazyPattern(r"min-(?:width|inline-size)|(?:width|inline-size)\s*>", re.IGNORECASE)
_LENGTH = LazyPattern(rf"(?P<number>\d*\.?\d+)(?P<unit>{'|'.join(PIXELS)})")
_VARIABLE = LazyPattern(r"var\(\s*(?P<name>--[\w-]+)\s*(?:,(?P<fallback>[^()]*))?\)")
# Pseudo-elements, and pseudo-classes for states: a static page has neither.
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
    """A rule of a style sheet. `conditions` are the at-rules around it, such as `@media print`."""

    sheet: str
    selectors: tuple[str, ...]
    conditions: tuple[str, ...]
    declarations: tuple[Declaration, ...]

    @property
    def is_on_screen(self) -> bool:
        """Whether it applies on a screen, with the guide's own colours."""
        return not any(_NOT_ON_SCREEN.search(one) for one in self.conditions)

    @property
    def has_min_width(self) -> bool:
        """Whether it applies from some width of the screen on only."""
        return any(_WIDE.search(one) for one in self.conditions)

    def last(self, *names: str) -> Declaration | None:
        """The last declaration of one of these properties, which overrides the others."""
        return next((one for one in reversed(self.declarations) if one.name in names), None)

    def value(self, *names: str) -> str:
        """The value of that declaration; empty when there is none."""
        last = self.last(*names)
        return last.value if last else ""


def style_rules(rendered: RenderedFiles) -> Iterator[StyleRule]:
    """All rules of the rendered style sheets, in order."""
    for sheet in rendered.style_sheets:
        yield from parse_styles(sheet)


@lru_cache(maxsize=16)  # several rules need the same sheet
def parse_styles(sheet: str) -> tuple[StyleRule, ...]:
    """The rules of a style sheet; those that browsers ignore are left out."""
    from tinycss2 import parse_stylesheet  # imported late: most builds use cached results

    return tuple(_rules(parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), sheet, ()))


def tokens(rules: Sequence[StyleRule], *preferences: str) -> dict[str, Declaration]:
    """The custom properties of the root element for these preferences, such as `prefers-contrast: more`."""
    return {
        declaration.name: declaration
        for rule in rules
        if ROOTS & {*rule.selectors}
        and all(any(preference in condition for preference in preferences) for condition in rule.conditions)
        for declaration in rule.declarations
        if declaration.name.startswith("--")
    }


def resolved(value: str, known: dict[str, Declaration]) -> str:
    """A value with its variables replaced, as far as they are known."""
    for _ in range(8):  # a limit for variables that refer to themselves
        match = _VARIABLE.search(value)
        if match is None:
            break
        token = known.get(match["name"])
        value = value.replace(match[0], token.value if token else (match["fallback"] or "").strip())
    return value


def variables(value: str) -> list[str]:
    """The names of the custom properties in a value."""
    return [match["name"] for match in _VARIABLE.finditer(value)]


def pixels(value: str) -> float | None:
    """A single length in CSS pixels, at the default font size; None for anything else."""
    match = _LENGTH.fullmatch(value.strip())
    return float(match["number"]) * PIXELS[match["unit"]] if match else None


def without_states(selector: str) -> str:
    """A selector without pseudo-elements and states, for elements of a static page."""
    return _STATE.sub("", selector).strip() or "*"


def place_of(site: Site, sheet: str, line: int, column: int) -> Place:
    """The place in the guide's own style sheets of a position in a rendered one.

    The place of the settings when the position comes from none of the guide's own style sheets.
    """
    position = len(css_without_whitespace(sheet[: offset(sheet, line, column)]))
    rendered = css_without_whitespace(sheet)
    for path, text in site.styles.items():
        own = css_without_whitespace(text)
        start = rendered.find(own) if own else -1
        if start >= 0 and start <= position < start + len(own):
            return Place(path, *source_position(text, position - start))
    return site.settings.place


def offset(sheet: str, line: int, column: int) -> int:
    """The offset of a position in a style sheet, given by line and column from 1."""
    return sum(len(one) + 1 for one in sheet.split("\n")[: line - 1]) + column - 1


def _rules(nodes: Sequence[Any], sheet: str, conditions: tuple[str, ...]) -> Iterator[StyleRule]:
    from tinycss2 import parse_blocks_contents, serialize

    for node in nodes:
        if node.type == "qualified-rule":
            selectors = tuple(" ".join(one.split()) for one in _selectors(serialize(node.prelude)))
            content = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield StyleRule(sheet, selectors, conditions, tuple(_declarations(content)))
            yield from _rules([one for one in content if one.type == "at-rule"], sheet, conditions)
        elif node.type == "at-rule" and node.content is not None:
            condition = f"@{node.at_keyword} {serialize(node.prelude).strip()}"
            content = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(content, sheet, (*conditions, condition))


def _declarations(nodes: Sequence[Any]) -> Iterator[Declaration]:
    from tinycss2 import serialize

    for node in nodes:
        if node.type == "declaration":
            value = serialize(node.value).strip()
            yield Declaration(node.name, value, node.source_line, node.source_column)


def _selectors(prelude: str) -> list[str]:
    """The selectors of a selector list; a comma within brackets does not separate two."""
    return [one for one in re.split(r",(?![^()]*\))", prelude) if one.strip()]
