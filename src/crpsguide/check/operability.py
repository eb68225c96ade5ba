"""A3 and A4: target sizes, keyboard focus, dragging, time limits, and names for voice control."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from crpsguide.check.access import fault_on, shown_pages
from crpsguide.check.html import Element, PageQuery, RenderedFiles, RenderedPage
from crpsguide.check.rule import Fault, files_rule
from crpsguide.check.styles import pixels, place_of, resolved, style_rules, tokens, without_states
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.readability import words_of
from crpsguide.model import Prose, Severity, Site

LEAST_TARGET = 44  # CSS pixels; WCAG 2.2, 2.5.5; checklist item A3
HEIGHTS = ("min-block-size", "min-height", "block-size", "height")
NAMED_BY_TEXT = frozenset({"a", "button", "summary"})  # fields show what is typed or chosen
TARGETS = frozenset({"a", "button", "summary", "input", "select", "textarea"})
VISIBILITY_PROPERTIES = frozenset(
    {"display", "visibility", "opacity", "clip-path", "content-visibility", "max-height", "max-block-size", "transform"}
)
_FOCUS = LazyPattern(r":focus(?:-visible|-within)?\b")
_TRANSIENT_STATE = LazyPattern(r":(?:hover|focus|active)")
_HOVER = LazyPattern(r":hover\b")
_BLOCKS = "body p li td th dd dt div section header footer nav main figcaption caption aside blockquote".split()
_NONE = LazyPattern(r"(?:0(?:px)?|none|transparent)(?:\s.*)?")


@files_rule("A3", Severity.WARNING)
def target_too_small(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A button, a field or a link that stands alone is not made at least 44 pixels high.

    Why it matters: hands that shake, swell or hurt miss small targets, and hit the one beside.

    What stands within a sentence, or in the text that editors type, is as high as its lines and is
    left out; so is a field within a label that is high enough.

    Wrong: a list of links without a style of their own
    Right: `min-block-size: var(--tap)` on each, with `--tap: 2.75rem`
    """
    found: dict[str, list[tuple[PurePosixPath, str, str]]] = defaultdict(list)
    for path, targets in rendered.query(small_targets(rendered)).items():
        for description, words, id in targets:
            found[description].append((path, words, id))
    for description, uses in found.items():
        path, words, id = uses[0]
        pages = len({page for page, _, _ in uses})
        what = f"has a target that no style makes {LEAST_TARGET} pixels high: “{words}”, {description}"
        what += f", as on {pages - 1} other pages" if pages > 1 else ""
        help = "Give it “min-block-size: var(--tap)”, with “display: inline-flex” for a link."
        yield fault_on(site, path, what, help, id=id)


@files_rule("A3")
def only_by_pointing(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A style shows something while a mouse points at it, and never for a keyboard or a finger.

    Why it matters: many readers cannot point and hold; on a phone nobody can.

    Wrong: `.note { display: none; } .term:hover .note { display: block; }`
    Right: the same for `.term:focus-within .note` as well, or a button
    """
    rules = [rule for rule in style_rules(rendered) if rule.is_on_screen]
    on_focus = {_FOCUS.sub(":*", selector) for rule in rules for selector in rule.selectors if _FOCUS.search(selector)}
    for rule in rules:
        shown = next((one for one in rule.declarations if one.name in VISIBILITY_PROPERTIES), None)
        for selector in rule.selectors:
            if shown and _HOVER.search(selector) and _HOVER.sub(":*", selector) not in on_focus:
                yield Fault(
                    place_of(site, rule.sheet, shown.line, shown.column),
                    f"“{selector}” changes what is shown ({shown.name}), and no such style holds for the keyboard.",
                    "Write the same for “:focus-within”, or show it always.",
                )


@files_rule("A3")
def dragging_asked(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """Something on a finished page is to be dragged.

    Why it matters: to press, hold and move at once hurts, and some hands cannot do it.

    Wrong: `<li draggable="true">`
    Right: buttons “up” and “down”
    """
    for path, page in shown_pages(rendered):
        handlers = {name for name in page.by_attribute if name.startswith("ondrag")}
        for one in page.find(having=["draggable", *handlers]):
            drags = one.attributes.get("draggable", "").casefold() == "true"
            if drags or not handlers.isdisjoint(one.attributes):
                yield fault_on(site, path, f"has a <{one.name}> to drag", "Offer buttons that do the same.", one)


@files_rule("A3")
def time_limited(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page changes or leaves by itself after some time.

    Why it matters: who reads slowly, or has to rest, would lose the page in the middle of a line.

    An old address may send its readers on at once.

    Wrong: `<meta http-equiv="refresh" content="30">`
    Right: no such line
    """
    for path, page in rendered.pages.items():
        for one in page.find(having=["http-equiv"]):
            if one.attributes.get("http-equiv", "").casefold() != "refresh":
                continue
            after = one.attributes.get("content", "").partition(";")[0].strip()
            if after not in ("0", "0.0"):
                yield fault_on(site, path, f"leaves by itself after {after} seconds", "Take the line away.", one)


@files_rule("A4")
def focus_hidden(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A style takes away the ring around what the keyboard has reached, or no style draws one.

    Why it matters: without it, who uses a keyboard does not know where they are.

    Wrong: `a:focus { outline: none; }`
    Right: `:focus-visible { outline: 3px solid var(--focus); }`
    """
    rules = [rule for rule in style_rules(rendered) if rule.is_on_screen]
    focused = [rule for rule in rules if any(_FOCUS.search(selector) for selector in rule.selectors)]
    values = [value for rule in focused if (value := rule.value("outline", "outline-color", "box-shadow"))]
    rings = [value for value in values if not _NONE.fullmatch(value)]
    for rule in rules:
        outline = rule.last("outline", "outline-style", "outline-width", "outline-color")
        hides = outline and _NONE.fullmatch(outline.value) and not rule.last("box-shadow")
        if outline and hides and any(_may_have_focus(selector) for selector in rule.selectors):
            message = f"“{rule.selectors[0]}” has no ring when the keyboard reaches it."
            yield Fault(place_of(site, rule.sheet, outline.line, outline.column), message, "Remove this line.")
    if rules and not rings:
        help = "Add “:focus-visible { outline: 3px solid var(--focus); }” to the styles."
        yield Fault(site.settings.place, "No style draws a ring around what the keyboard has reached.", help)


@files_rule("A4")
def name_other_than_words(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A link or button is called something else to a screen reader than it says on the screen.

    Why it matters: who speaks to the machine says what they see, and nothing happens.

    Wrong: `<a href="…" aria-label="Read on">More about pain</a>`
    Right: `<a href="…" aria-label="More about pain, for carers">More about pain</a>`
    """
    for path, page in shown_pages(rendered):
        for one in page.find(having=["aria-label"]):
            name = one.attributes["aria-label"].strip()
            if name and one.name in NAMED_BY_TEXT and not _contains_words(name, one.text):
                what = f"has a <{one.name}> that says “{one.text}” and is called “{name}”"
                yield fault_on(site, path, what, "Begin the name with the words that are seen.", one)


RULES = (target_too_small, only_by_pointing, dragging_asked, time_limited, focus_hidden, name_other_than_words)


def _selectors_of_high(rendered: RenderedFiles) -> tuple[str, ...]:
    """The selectors of all styles that make an element high enough, each once."""
    rules = [*style_rules(rendered)]
    known = tokens(rules)
    found = []
    for rule in rules:
        heights = [pixels(resolved(one.value, known)) for one in rule.declarations if one.name in HEIGHTS]
        if rule.is_on_screen and any(one is not None and one >= LEAST_TARGET for one in heights):
            found += [without_states(one) for one in rule.selectors if not _TRANSIENT_STATE.search(one)]
    return tuple(dict.fromkeys(found))


def small_targets(rendered: RenderedFiles) -> PageQuery:
    """A query for the targets on a page that no style makes high enough."""
    return PageQuery(_small_targets, rendered.from_style_sheets(_selectors_of_high))


def _small_targets(path: PurePosixPath, page: RenderedPage, *high: str) -> tuple[tuple[str, str, str], ...]:
    """The targets that none of the selectors `high` matches: description, first words and id of each."""
    if page.is_redirect:
        return ()
    root = page.root.node
    high_ids = {node.mem_id for node in root.css(", ".join(high))} if high else set()
    exempt_ids = high_ids | {node.mem_id for node in root.css(f".{Prose.kind} a")}  # links that an editor typed
    small = []
    for one in page.find(*TARGETS):
        if one.node.mem_id not in exempt_ids and _is_target(one):
            label = one.ancestor("label")
            if not (label and label.mem_id in high_ids) and not _is_in_sentence(one):
                small.append((_description(one), one.text[:40], one.attributes.get("id", "")))
    return tuple(small)


def _is_target(one: Element) -> bool:
    if one.name == "a":
        return "href" in one.attributes and one.has_text
    return one.attributes.get("type", "") != "hidden"


def _is_in_sentence(one: Element) -> bool:
    """Whether its paragraph has other words too."""
    block = one.ancestor(*_BLOCKS)
    if one.name not in ("a", "button") or block is None:
        return False
    return words_of(block.text()) != words_of(one.text)


def _description(one: Element) -> str:
    """An element as messages name it: with its first class, or else the name of its parent."""
    classes = one.attributes.get("class", "").split()
    parent = one.node.parent or one.node
    return f'<{one.name} class="{classes[0]}">' if classes else f"<{one.name}> in <{parent.tag}>"


def _contains_words(text: str, phrase: str) -> bool:
    """Whether a text contains the words of a phrase, in a row and in any case."""
    words, wanted = ([word.casefold() for word in words_of(one)] for one in (text, phrase))
    return any(words[start : start + len(wanted)] == wanted for start in range(len(words) - len(wanted) + 1))


def _may_have_focus(selector: str) -> bool:
    """Whether the selector can match an element that the keyboard has focused."""
    return ":target" not in selector and ":not(:focus-visible)" not in selector
