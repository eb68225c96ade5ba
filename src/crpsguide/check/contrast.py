"""A1: colour contrast, computed from the tokens of the style sheets for each theme."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from crpsguide.check.html import RenderedFiles
from crpsguide.check.rule import Fault, files_rule
from crpsguide.check.styles import Declaration, StyleRule, offset, place_of, resolved, style_rules, tokens, variables
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Place, Severity, Site

LEAST_TEXT, AIM_TEXT, LEAST_LINES = 4.5, 7.0, 3.0  # WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11; checklist item A1
# A name for messages, the colour scheme, and the media features of the reader's preferences.
THEMES = (
    ("the light theme", "light", ()),
    ("the dark theme", "dark", ("prefers-color-scheme: dark",)),
    ("the light theme with more contrast", "light", ("prefers-contrast: more",)),
    ("the dark theme with more contrast", "dark", ("prefers-contrast: more", "prefers-color-scheme: dark")),
)
BACKGROUNDS = ("background", "background-color")
_LINES = LazyPattern(r"(?:border|outline|column-rule)(?:-.*)?|stroke|fill|text-decoration(?:-color)?|accent-color")
_NO_COLOUR = LazyPattern(r".*(?:radius|width|style|offset|collapse|spacing|image.*)")
_DECORATION = LazyPattern(r"[^;]*;\s*/\*[^*]*\bdecoration\b")


@frozen
class _TokenUses:
    """The names of the tokens that style sheets use for text, for backgrounds of text, and for lines and shapes.

    `pairs` are text and background that one rule sets together.
    """

    text: tuple[str, ...]
    backgrounds: tuple[str, ...]
    lines: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


@frozen
class _Pair:
    """A colour on a background that it may have, in one theme."""

    colour: Declaration
    background: Declaration
    ratio: float
    theme: str
    scheme: str


@files_rule("A1")
def contrast_too_low(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A colour of text is too much like what it may stand on: less than 4.5 to 1.

    Why it matters: many people see less contrast than you do, and everybody does in the sun or when tired.

    Every token that the style sheets use for text is compared with every token that they use for
    what text stands on, in the light and the dark theme, with and without more contrast.

    Wrong: `--ink-2: light-dark(#9a9a9a, #666666);`
    Right: `--ink-2: light-dark(#414a4f, #bbc0be);`
    """
    for pair in _lowest(_text_pairs(rendered)):
        if pair.ratio < LEAST_TEXT:
            yield _fault(site, rendered, pair, f"text needs {LEAST_TEXT} to 1")


@files_rule("A1")
def contrast_not_known(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """The contrast of a colour of text, or of what text stands on, cannot be worked out.

    Why it matters: what nobody can compute, nobody has checked.

    Wrong: `--ink: oklch(30% 0.02 200);`, `--bg: #ffffffcc;`
    Right: `--ink: light-dark(#1c2326, #e6e3db);`
    """
    rules = [*style_rules(rendered)]
    uses = _uses(rules)
    names = dict.fromkeys((*uses.text, *uses.backgrounds, *(name for pair in uses.pairs for name in pair)))
    known = tokens(rules)
    for name in names:
        token = known.get(name)
        if token and not all(_colour(token.value, known, scheme) for scheme in ("light", "dark")):
            message = f"Nobody can work out the contrast of “{name}”: {token.value}."
            yield Fault(_place(site, rendered, token), message, "Write it as light-dark(#rrggbb, #rrggbb).")


@files_rule("A1", Severity.ADVICE)
def contrast_below_aim(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A colour of text keeps the least contrast, but not the 7 to 1 that reaches almost everybody.

    Why it matters: between the two lie many readers who see poorly and use no program that helps.

    Wrong: `--ink-2: light-dark(#666666, #999999);`
    Right: `--ink-2: light-dark(#414a4f, #bbc0be);`
    """
    for pair in _lowest(_text_pairs(rendered)):
        if LEAST_TEXT <= pair.ratio < AIM_TEXT:
            yield _fault(site, rendered, pair, f"aim for {AIM_TEXT:.0f} to 1")


@files_rule("A1")
def line_contrast_too_low(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """The colour of a border, a focus ring or a shape is too much like what it stands on: less than 3 to 1.

    Why it matters: who cannot see the ring does not know where the keyboard is; who cannot see the edge misses
    the button.

    A line that nothing depends on may be paler: its token says so in a comment right behind it,
    `/*! decoration */`.

    Wrong: `--focus: light-dark(#dddddd, #333333);`
    Right: `--focus: light-dark(#0a4b78, #f2c878);`
    """
    for pair in _lowest(_line_pairs(rendered)):
        if pair.ratio < LEAST_LINES:
            yield _fault(site, rendered, pair, f"lines and shapes need {LEAST_LINES:.0f} to 1")


RULES = (contrast_too_low, contrast_not_known, contrast_below_aim, line_contrast_too_low)


def contrast(one: Any, other: Any) -> float:
    """The contrast ratio of two colours of tinycss2, from 1 to 21.

    Source: WCAG 2.2, “contrast ratio” and “relative luminance”.
    """
    darker, brighter = sorted((_luminance(one), _luminance(other)))
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: Any) -> float:
    red, green, blue = (_linear(float(one)) for one in colour.coordinates)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _text_pairs(rendered: RenderedFiles) -> Iterator[_Pair]:
    rules = [*style_rules(rendered)]
    uses = _uses(rules)
    return _pairs(rules, [*uses.pairs, *((one, background) for one in uses.text for background in uses.backgrounds)])


def _line_pairs(rendered: RenderedFiles) -> Iterator[_Pair]:
    rules = [*style_rules(rendered)]
    uses = _uses(rules)
    lines = [one for one in uses.lines if not _is_decoration(one, rules)]
    return _pairs(rules, [(one, background) for one in lines for background in uses.backgrounds])


def _uses(rules: Sequence[StyleRule]) -> _TokenUses:
    text: dict[str, None] = {}
    backgrounds: dict[str, None] = {}
    lines: dict[str, None] = {}
    pairs: dict[tuple[str, str], None] = {}
    for rule in rules:
        if not rule.is_on_screen:
            continue
        colours = variables(rule.value("color"))
        own_backgrounds = variables(rule.value(*BACKGROUNDS))
        if own_backgrounds:
            pairs |= dict.fromkeys((one, other) for one in colours for other in own_backgrounds)
        else:
            text |= dict.fromkeys(colours)
        if not rule.last("content"):  # generated content is a shape without text
            backgrounds |= dict.fromkeys(own_backgrounds)
        for one in rule.declarations:
            if _LINES.fullmatch(one.name) and not _NO_COLOUR.fullmatch(one.name):
                lines |= dict.fromkeys(variables(one.value))
    return _TokenUses(tuple(text), tuple(one for one in backgrounds if one not in lines), tuple(lines), tuple(pairs))


def _pairs(rules: Sequence[StyleRule], names: Sequence[tuple[str, str]]) -> Iterator[_Pair]:
    for theme, scheme, preferences in THEMES:
        known = tokens(rules, *preferences)
        for name, background_name in dict.fromkeys(names):
            if name not in known or background_name not in known:
                continue
            colour, background = (_colour(known[one].value, known, scheme) for one in (name, background_name))
            if colour and background:
                yield _Pair(known[name], known[background_name], contrast(colour, background), theme, scheme)


def _colour(value: str, known: dict[str, Declaration], scheme: str) -> Any:
    """The colour of a value in a colour scheme; None for keywords such as `inherit`, and for transparent colours."""
    return _parsed(resolved(value, known), scheme)


@lru_cache(maxsize=256)  # each colour is compared with all backgrounds
def _parsed(value: str, scheme: str) -> Any:
    from tinycss2.color4 import Color  # imported late: most builds use cached results
    from tinycss2.color5 import parse_color

    found = parse_color(value, color_schemes=(scheme,))
    if not isinstance(found, Color) or found.alpha != 1:
        return None
    try:
        return found.to("srgb")
    except NotImplementedError:  # tinycss2 parses more colour spaces than it converts
        return None


def _lowest(pairs: Iterator[_Pair]) -> list[_Pair]:
    """The pair with the lowest contrast for each colour and colour scheme."""
    lowest: dict[tuple[Declaration, str], _Pair] = {}
    for pair in pairs:
        key = pair.colour, pair.scheme
        if key not in lowest or pair.ratio < lowest[key].ratio:
            lowest[key] = pair
    return [*lowest.values()]


def _is_decoration(name: str, rules: Sequence[StyleRule]) -> bool:
    token = tokens(rules).get(name)
    sheet = next((one.sheet for one in rules if token in one.declarations), "")
    return bool(token and _DECORATION.match(sheet, offset(sheet, token.line, token.column)))


def _fault(site: Site, rendered: RenderedFiles, pair: _Pair, needs: str) -> Fault:
    ratio = int(pair.ratio * 10) / 10  # truncated, not rounded: 4.46 is not 4.5
    message = f"“{pair.colour.name}” on “{pair.background.name}” has {ratio} to 1 in {pair.theme}; {needs}."
    return Fault(_place(site, rendered, pair.colour), message, "Make one of the two darker or brighter.")


def _place(site: Site, rendered: RenderedFiles, token: Declaration) -> Place:
    sheet = next(one.sheet for one in style_rules(rendered) if token in one.declarations)
    return place_of(site, sheet, token.line, token.column)
