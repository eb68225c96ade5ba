"""A5 and A6: links to help in one order on every page, and forms without logins or redundant fields."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from crpsguide.check.access import FIELDS, fault_on, shown_pages
from crpsguide.check.html import Element, PageQuery, RenderedFiles, RenderedPage, link_target
from crpsguide.check.links.targets import LANDMARKS
from crpsguide.check.rule import Fault, files_rule, rule
from crpsguide.language.patterns import Pattern
from crpsguide.model import PageType, Severity, Site

MAIL = "mailto:"  # stands for any link to an e-mail address
UNTYPED = frozenset({"radio", "checkbox", "submit", "button", "reset", "hidden", "image"})
_SECRET = Pattern(r"password|one-time-code|username|webauthn")
_A_SECRET = r"(?:password|pass ?code|pass ?phrase|user ?name|log-?in name|pin)\b"
_SECRET_FIELD = Pattern(rf"(?:(?:your|the|a|choose|enter|repeat|new) )*{_A_SECRET}")
_LOGIN = Pattern(
    r"(?:(?:please|first|then|now|and),? )*(?:log|sign)(?:ing)?[ -]?(?:in|on|up)\b"
    r"(?=\W*$|[.,;:!]| (?:with|to|here|first|now|again|before|for|or|and|using)\b)"
    rf"|.*\b(?:enter|type|choose|use|set|remember) (?:in )?(?:a|your|the) (?:\w+ )?{_A_SECRET}"
    r"|.*\b(?:create|make|open|set up) (?:an|your) (?:\w+ )?account\b|register (?:here|now|first|to|with|for)\b",
    needs="log* sign* pass* user* pin account register",
)


@files_rule("A5", Severity.WARNING)
def help_moves(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """The links to help stand in another order on one page than on the others.

    Why it matters: who looks for help in a hurry looks where it was the last time.

    Compared are the links around the text to urgent help, to the page about the guide, to its
    other landmarks, and to the makers.

    Wrong: a template for one type of page with urgent help at its end
    Right: all of them in `base.html`
    """
    results = rendered.query(order_of_help(site))
    orders = {path: order for path, order in results.items() if order is not None}
    if not orders:
        return
    usual = Counter(orders.values()).most_common(1)[0][0]
    for path, order in ((path, order) for path, order in orders.items() if order != usual):
        both = set(order) & set(usual)
        if [one for one in order if one in both] != [one for one in usual if one in both]:
            first = next(one for one, other in zip(order, usual, strict=False) if one != other)
            yield fault_on(site, path, f"has the links to help in another order ({first})", "Mend its template.")


@files_rule("A6")
def login_asked(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page asks for a password or a name to log in with.

    Why it matters: nobody should have to remember a password, or say who they are, to read about their illness.

    Wrong: `<input type="password">`
    Right: a tool that works for everybody, and keeps nothing
    """
    for path, page in shown_pages(rendered):
        for one in page.find(*FIELDS):
            types = (one.attributes.get("type", ""), one.attributes.get("autocomplete", ""))
            if any(_SECRET.search(value) for value in types) or _SECRET_FIELD.match(_label(one, page)):
                yield fault_on(site, path, f"has a field to log in with: <{one.name}>", "Take it away.", one)


@rule("A6", Severity.WARNING)
def login_in_words(site: Site) -> Iterator[Fault]:
    """A tool tells its readers to log in, to make an account, or to enter a password.

    Why it matters: nobody should have to remember a password, or say who they are, to plan a visit or keep a diary.

    Pages that are no tools may speak of other people's websites.

    Wrong: “Log in to see your diary.”
    Right: “Print this diary, or fill it in here. Nothing of it is kept.”
    """
    for page in site.pages.values():
        for passage in page.passages if page.type is PageType.TOOL else ():
            for sentence in passage.sentences:
                if _LOGIN.match(sentence.text):
                    help = "Say how it can be used without an account or a password, or remove this sentence."
                    yield Fault(sentence.place, "A tool must not ask its readers to log in.", help)


@files_rule("A6", Severity.WARNING)
def asked_twice(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A form asks for the same thing twice.

    Why it matters: each word typed costs strength, and the second time nobody knows what is meant.

    Wrong: two fields “Your name” in one form
    Right: one, and what was typed there is used again
    """
    for path, page in shown_pages(rendered):
        seen: set[tuple[int, str]] = set()
        for one in page.find(*FIELDS):
            if one.attributes.get("type", "") in UNTYPED or not (label := _label(one, page)):
                continue
            key = (_group(one), label.casefold())
            if key in seen:
                yield fault_on(site, path, f"asks twice for “{label}” in one form", "Ask for it once.", one)
            seen.add(key)


RULES = (help_moves, login_asked, login_in_words, asked_twice)


def order_of_help(site: Site) -> PageQuery:
    """A query for the order of the links to help on a page."""
    landmarks = {page.address for name in LANDMARKS if (page := site.landmark(name))}
    return PageQuery(_order, tuple(sorted(map(str, landmarks))))


def _order(path: PurePosixPath, page: RenderedPage, *landmarks: str) -> tuple[str, ...] | None:
    """The targets of the links to help outside `<main>`, each once, in order; None for a redirect."""
    if page.is_redirect:
        return None
    order: dict[str, None] = {}
    folder = str(path.parent)
    for one in page.find("a"):
        href = one.attributes.get("href", "")
        if href and href[0] != "#":
            target = MAIL if href.startswith(MAIL) else (link_target(folder, href) or ("", ""))[0]
            if (target in landmarks or target == MAIL) and not one.ancestor("main"):
                order.setdefault(target)
    return tuple(order)


def _label(one: Element, page: RenderedPage) -> str:
    """The label of a field, by its id, around it, or as an attribute; empty when it has none."""
    id = one.attributes.get("id", "")
    labels = (other.text for other in page.find("label") if id and other.attributes.get("for") == id)
    enclosing = one.ancestor("label")
    return next(labels, "") or (enclosing.text().strip() if enclosing else "") or one.attributes.get("aria-label", "")


def _group(one: Element) -> int:
    """The id of the node in which a field must be unique: its fieldset, form, table row or else the page."""
    node = one.ancestor("fieldset", "form", "tr", "html")
    return node.mem_id if node else 0
