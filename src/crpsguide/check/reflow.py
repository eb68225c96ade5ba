"""A2: zoom and reflow on small screens, as far as they can be judged without a browser."""

from collections.abc import Iterator, Set
from pathlib import PurePosixPath

from selectolax.lexbor import LexborNode

from crpsguide.check.access import fault_on, shown_pages
from crpsguide.check.html import PageQuery, RenderedFiles, RenderedPage
from crpsguide.check.rule import Fault, files_rule
from crpsguide.check.styles import StyleRule, pixels, place_of, resolved, style_rules, tokens, without_states
from crpsguide.language.patterns import Pattern
from crpsguide.model import Site

NARROWEST = 320  # CSS pixels; WCAG 2.2, 1.4.10
LONGEST_UNWRAPPED = 24  # characters that fit into NARROWEST with the spacing of WCAG 2.2, 1.4.12
LARGEST_SCALE = 5  # times; browsers go no further by themselves
WIDTHS = ("width", "inline-size", "min-width", "min-inline-size")
UNWRAPPED = frozenset({"nowrap", "pre"})
_LOCKED = Pattern(r"user-scalable\s*=\s*(?:no|0)\b")
_LARGEST = Pattern(r"maximum-scale\s*=\s*(?P<scale>[\d.]+)")


@files_rule("A2")
def zoom_forbidden(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page keeps its readers from making it larger, or is drawn for a desk and then made small.

    Why it matters: who sees poorly makes the text larger with two fingers; here nothing would happen.

    Wrong: `<meta name="viewport" content="width=device-width, user-scalable=no">`
    Right: `<meta name="viewport" content="width=device-width, initial-scale=1">`
    """
    for path, page in shown_pages(rendered):
        named = (one.attributes for one in page.find(having=["name"]))
        viewport = next((one.get("content", "") for one in named if one["name"] == "viewport"), "")
        largest = _LARGEST.search(viewport)
        if "device-width" not in viewport.replace(" ", ""):
            what, help = "is not drawn for the width of the screen", "Add “width=device-width” in the template."
        elif _LOCKED.search(viewport) or (largest and float(largest["scale"]) < LARGEST_SCALE):
            what, help = "cannot be made larger by its readers", "Leave only “width=device-width, initial-scale=1”."
        else:
            continue
        yield fault_on(site, path, what, help)


@files_rule("A2")
def width_fixed(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A style makes something wider than a small screen, whatever the screen.

    Why it matters: at 320 pixels, or at 400% zoom, its readers would have to push every line to and fro.

    Wrong: `.table { min-width: 40rem; }`
    Right: `.table { inline-size: 100%; }`, or the width within `@media (min-width: 48rem)`
    """
    rules = [*style_rules(rendered)]
    known = tokens(rules)
    for rule in rules:
        if not rule.is_on_screen or rule.has_min_width:
            continue
        for one in rule.declarations:
            width = pixels(resolved(one.value, known)) if one.name in WIDTHS else None
            if width is not None and width > NARROWEST:
                message = f"“{rule.selectors[0]}” is {width:.0f} pixels wide on every screen; some have {NARROWEST}."
                help = "Let it be at most as wide as its place: “max-inline-size”, “100%” or “min(…, 100%)”."
                yield Fault(place_of(site, rule.sheet, one.line, one.column), message, help)


@files_rule("A2")
def text_kept_on_one_line(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A style keeps text on one line that is too long for a small screen.

    Why it matters: with larger letters or wider spacing its end would be cut off, or hang over the edge.

    Wrong: `.button { white-space: nowrap; }`, on a button with ten words
    Right: no such style, or one on a few letters only
    """
    for sheet, line, column, selectors in rendered.from_style_sheets(_nowrap_styles):
        first = selectors[0].partition("\n")[0]
        for path, text in rendered.query(PageQuery(_unwrapped_text, selectors)).items():
            if text:
                message = f"“{first}” keeps “{text}” on one line (finished page {path})."
                help = "Let the text wrap, or keep together a few letters only."
                yield Fault(place_of(site, rendered.style_sheets[sheet], line, column), message, help)
                break


RULES = (zoom_forbidden, width_fixed, text_kept_on_one_line)


def _is_visually_hidden(rule: StyleRule) -> bool:
    """Whether the rule hides its elements on the screen, but not from screen readers."""
    return bool(rule.last("clip-path", "clip")) and bool(rule.last("overflow"))


def unwrapped_texts(rendered: RenderedFiles) -> Iterator[PageQuery]:
    """A query for each style that keeps text on one line: the first text on a page that is too long for that."""
    return (PageQuery(_unwrapped_text, selectors) for _, _, _, selectors in rendered.from_style_sheets(_nowrap_styles))


def _nowrap_styles(rendered: RenderedFiles) -> tuple[tuple[int, int, int, tuple[str, ...]], ...]:
    """The styles that keep text on one line: index of the style sheet, line, column, and selector lists.

    The first selector list is that of the style, the others are those of all styles that let text wrap. The selectors
    of a list are separated by line feeds.
    """
    rules = [rule for rule in style_rules(rendered) if rule.is_on_screen]
    wrapping = ["\n".join(rule.selectors) for rule in rules if rule.value("white-space") not in ("", *UNWRAPPED)]
    found = []
    for rule in rules:
        style = rule.last("white-space")
        if style and style.value in UNWRAPPED and not _is_visually_hidden(rule):
            sheet = rendered.style_sheets.index(rule.sheet)
            found.append((sheet, style.line, style.column, ("\n".join(rule.selectors), *wrapping)))
    return tuple(found)


def _unwrapped_text(path: PurePosixPath, page: RenderedPage, nowrap: str, *wrapping: str) -> str:
    """The first text that is too long for one line on which the selectors `nowrap` keep it, or empty.

    Elements inside it that a selector of `wrapping` matches do wrap.
    """
    if page.is_redirect:
        return ""
    root = page.root.node
    long = [node for node in _matching(root, nowrap) if len(node.text()) > LONGEST_UNWRAPPED]
    wrapping_ids = {node.mem_id for selectors in wrapping for node in _matching(root, selectors)} if long else set()
    return next((text for node in long for text in _too_long_texts(node, wrapping_ids)), "")


def _matching(root: LexborNode, selectors: str) -> Iterator[LexborNode]:
    for selector in selectors.split("\n"):
        yield from root.css(without_states(selector))


def _too_long_texts(element: LexborNode, wrapping_ids: Set[int]) -> Iterator[str]:
    """The texts in an element, without the inner elements that wrap, that are too long for one line."""
    text = element.text()
    for inner in element.css("*"):
        if inner.mem_id in wrapping_ids:
            text = text.replace(inner.text(), "\n", 1)
    for line in text.split("\n"):
        words = " ".join(line.split())
        if len(words) > LONGEST_UNWRAPPED:
            yield words
