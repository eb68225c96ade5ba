"""Print documents: finished pages, and packs of them, as HTML for paper. “pdf” makes handouts of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from crpsguide.frozen import frozen
from crpsguide.model import GuideFrontMatter, Pack, Page, PaperFormat, PlainFrontMatter, PrintDocument, Site
from crpsguide.render.addresses import handout_address, pack_address, source_address
from crpsguide.render.glossary import letter_pages
from crpsguide.render.templates import WITHOUT, Templates, templates_in
from crpsguide.urls import absolute_url

Files = Mapping[PurePosixPath, bytes]

DOCUMENT = "handouts/document.html"
STYLE = "handouts/handout.css"
CLOSER, SHORT_CLOSER = "handouts/closer.css", "handouts/one-sheet-closer.css"
# Ways through the site, what only a finger opens, and what machines read.
NOT_ON_PAPER = "nav, script, .note"
IN_SHORT = "h1, .page-head > p:first-child, .main-message, .short-version, .key-points, .care-card, .ask"
SAID_IN_SHORT = ".key-points"  # pages without it have no short version
UNTAGGED = "dl > div, .contacts__routes > li, .contacts__routes"  # a PDF knows no groups in a list, nor lists in a line
FILES_SHOWN = 'img[src]:not([src^="data:"])'  # small drawings stand within the page
TERM_NOTE = '.note[id^="_term-"]'
SOURCE_IN_NOTE = '.note[id^="_note-"] > ul > li'
WHOLE = tuple(one for one in PaperFormat if one is not PaperFormat.ONE_SHEET)
DRAWN = re.compile(r"[{;]\s*(?:fill|stroke)\b")
TOKEN = re.compile(r"var\((?P<name>--[\w-]+)\)")
PAPER, BLACK = {"--bg": "#ffffff", "--surface": "#ffffff", "--raised": "#ffffff", "--hair": "#999999"}, "#000000"
ROOT = "https://site.invalid/"  # finished files, while a document is put together; no host has this name (RFC 2606)


@frozen
class PrintedPage:
    """What a page gives to a document: its title, the sheets to fill in, all else, its facts, and words explained.

    `sources` are the names of those that it cites, told only where it is printed in short; `styles` are the style
    sheets that it asks for.
    """

    id: str
    page: Page
    title: Markup
    sheets: Markup
    text: Markup
    facts: Markup
    words: tuple[Markup, ...]
    sources: tuple[str, ...]
    styles: tuple[PurePosixPath, ...]


def print_documents(site: Site, files: Files, *, templates: Sequence[Path]) -> tuple[PrintDocument, ...]:
    """A document for each page that an editor wrote and each pack, in every format, from their finished files.

    Raises:
        TemplateError: a template or a style is missing, or cannot be understood.
    """
    desk = _Desk(site, files, templates_in(templates))
    pages = (one for page in site.pages.values() for one in desk.of_page(page))
    packs = (one for pack in site.settings.packs for one in desk.of_pack(pack))
    return (*pages, *packs)


def picture_name(address: PurePosixPath) -> str:
    """A published picture, as documents name it."""
    return f"{ROOT}{address}"


def drawing_rules(stylesheet: str) -> str:
    """The rules of a style sheet that say how drawings are filled and stroked, in the colours of paper.

    >>> drawing_rules(".a { color: red } .b { fill: var(--ink); stroke: var(--hair) }")
    '.b { fill: #000000; stroke: #999999 }'
    """
    import tinycss2  # only paper asks for it

    rules = [one for one in tinycss2.parse_stylesheet(stylesheet, skip_comments=True) if one.type == "qualified-rule"]
    texts = [f"{tinycss2.serialize(one.prelude).strip()} {{{tinycss2.serialize(one.content)}}}" for one in rules]
    drawing = "\n".join(text for text in texts if DRAWN.search(text))
    return TOKEN.sub(lambda token: PAPER.get(token["name"], BLACK), drawing)


class _Desk:
    """Puts the documents of one site together."""

    def __init__(self, site: Site, files: Files, templates: Templates) -> None:
        self.site = site
        self.files = files
        self.templates = templates
        self.base_url = site.settings.base_url
        self.drawing_rules: dict[PurePosixPath, str] = {}  # by style sheet
        self.source_links = {source_address(one.id): one.source.link for one in site.sources.values()}

    def of_page(self, page: Page) -> Iterable[PrintDocument]:
        whole = self.documents(page.address, page.title, [page], None)
        if LexborHTMLParser(self.files[page.address].decode()).css_first(SAID_IN_SHORT) is None:
            return whole
        return (*self.documents(page.address, page.title, [page], None, in_short=True), *whole)

    def of_pack(self, pack: Pack) -> Iterable[PrintDocument]:
        named = [self.site.pages.get(PurePosixPath(name)) for name in pack.pages]
        pages = [page for page in named if page]  # a missing one is told by a rule
        return self.documents(pack_address(pack), pack.title, pages, pack) if pages else ()

    def documents(
        self, about: PurePosixPath, title: str, pages: Sequence[Page], pack: Pack | None, *, in_short: bool = False
    ) -> Iterable[PrintDocument]:
        ids = {page.address: f"p{number}" for number, page in enumerate(pages, start=1)}
        printed = [self.printed(page, ids, in_short=in_short, with_facts=not (pack or in_short)) for page in pages]
        urgent = self.site.landmark("urgent_help")
        url = absolute_url(self.base_url, about) if self.base_url and pack is None else self.base_url
        html = self.templates.render(
            DOCUMENT,
            {
                "site": self.site,
                "settings": self.site.settings,
                "title": title,
                "pack": pack,
                "in_short": in_short,
                "pages": printed,
                "edition": _edition(pages),
                "is_reviewed": any(getattr(page.front_matter, "clinical_review", None) for page in pages),
                "words": dict.fromkeys(note for one in printed for note in one.words),
                "urgent": urgent,
                "urgent_id": ids.get(urgent.address, "") if urgent else "",
                "url": url,
                "urgent_url": absolute_url(self.base_url, urgent.address) if urgent and self.base_url else "",
                "qr_code": _qr_code(url) if url else "",
            },
            drawn=f"the handout of {about}",
        )
        asked_for = {style for one in printed for style in one.styles}
        fullest = [one for one, lacks in WITHOUT.items() if all(lacks <= WITHOUT[other] for other in asked_for)][:1]
        common = (*(self.files[one].decode() for one in fullest), self.templates.text(STYLE))
        pictures = tuple(sorted({str(image.attributes["src"]) for image in LexborHTMLParser(html).css(FILES_SHOWN)}))
        for format in [PaperFormat.ONE_SHEET] if in_short else WHOLE:
            yield PrintDocument(
                about=about,
                address=handout_address(about, format),
                format=format,
                html=html,
                styles=(*common, self.templates.text(f"handouts/{format.value}.css")),
                closer=self.templates.text(SHORT_CLOSER if in_short else CLOSER),
                pictures=pictures,
            )

    def drawing_style(self, styles: Iterable[PurePosixPath]) -> str:
        """The rules for drawings, which the printer looks for within each drawing."""
        for one in styles:
            if one not in self.drawing_rules:
                self.drawing_rules[one] = drawing_rules(self.files[one].decode())
        return "\n".join(self.drawing_rules[one] for one in styles)

    def printed(self, page: Page, ids: Mapping[PurePosixPath, str], *, in_short: bool, with_facts: bool) -> PrintedPage:
        """The finished page, or what it says in short, made ready for paper.

        `ids` are the anchors of all pages of the document.
        """
        tree = LexborHTMLParser(self.files[page.address].decode())
        main, facts = tree.css_first("main"), tree.css_first(".page-facts")
        assert main, "every page has its text in a <main>"
        if in_short:
            main = _said_in_short(main)
        if facts and not with_facts:
            for way in main.css(f'a[href="#{facts.attributes["aria-labelledby"]}"]'):
                way.unwrap()
            facts = None
        self.fill_glossary(main)
        self.fill_addresses(main, page.address)
        words = tuple(_note(note) for note in main.css(TERM_NOTE))
        sources = _sources(main) if in_short else ()
        styles = tuple(_file(page.address, one, "href") for one in tree.css('link[rel="stylesheet"]'))
        for part in filter(None, (main, facts)):
            for one in part.css(NOT_ON_PAPER):
                one.decompose()
            for row in part.css(UNTAGGED):
                row.unwrap()
            self.lead(part, page.address, ids)
            for drawing in part.css("svg"):
                drawing.insert_child(_element("style", self.drawing_style(styles)))
        return PrintedPage(
            id=ids[page.address],
            page=page,
            title=_taken(main.css_first("h1")),
            sheets=_taken(main.css_first(".sheets")),
            text=Markup(main.inner_html or ""),
            facts=Markup((facts.html or "") if facts else ""),
            words=words,
            sources=sources,
            styles=styles,
        )

    def fill_glossary(self, main: LexborNode) -> None:
        """Put the terms themselves where the page leads to them by letter."""
        shown, whole = main.css_first(".glossary"), ""
        for address in letter_pages(self.site).values() if shown else ():
            terms = LexborHTMLParser(self.files[address].decode()).css_first(".glossary")
            assert terms, "every page of a letter has its terms"
            for link in terms.css("a[href]"):
                link.attrs["href"] = urljoin(f"{ROOT}{address}", link.attributes["href"] or "")
            whole += terms.html or ""
        if shown and whole:
            shown.replace_with(_element("div", whole))

    def fill_addresses(self, main: LexborNode, address: PurePosixPath) -> None:
        """Put the addresses of sources where the page leads to a page of the source for them."""
        for item in main.css(".references__list > li"):
            named, ways = item.css_first("a[href]"), item.css_first(".references__ways")
            link = self.source_links.get(_file(address, named, "href"), "") if named else ""
            if link and ways and not item.css_first(".references__out"):
                way = _element("a", "")
                way.attrs["class"], way.attrs["href"] = "references__out", link
                ways.insert_child(way)

    def lead(self, part: LexborNode, address: PurePosixPath, ids: Mapping[PurePosixPath, str]) -> None:
        """Let links lead to places in the document, else to the published site; without its address they are words."""
        own = ids[address]
        for one in part.css("[id]"):
            one.attrs["id"] = f"{own}-{one.id}"
        for label in part.css("[for]"):
            label.attrs["for"] = f"{own}-{label.attributes['for']}"
        for image in part.css(FILES_SHOWN):
            image.attrs["src"] = unquote(urljoin(f"{ROOT}{address}", image.attributes["src"] or ""))
        for link in part.css("a[href]"):
            target = urlsplit(urljoin(f"{ROOT}{address}", link.attributes["href"] or ""))
            file = PurePosixPath(unquote(target.path).lstrip("/"))
            if not urlunsplit(target).startswith(ROOT):
                continue
            if file in ids:
                link.attrs["href"] = f"#{ids[file]}" + (f"-{target.fragment}" if target.fragment else "")
            elif self.base_url:
                fragment = f"#{target.fragment}" if target.fragment else ""
                link.attrs["href"] = absolute_url(self.base_url, file) + fragment
            else:
                link.unwrap()


def _said_in_short(main: LexborNode) -> LexborNode:
    """The parts of a page that say it in short, and the notes that they open."""
    parts = main.css(IN_SHORT)
    opened = {button.attributes["popovertarget"] for part in parts for button in part.css("[popovertarget]")}
    notes = [note for note in main.css(".note") if note.id in opened]
    return _element("main", "".join(one.html or "" for one in (*parts, *notes)))


def _sources(main: LexborNode) -> tuple[str, ...]:
    """The names of the sources that the notes tell, each with its number before it, in the order of the numbers."""
    named = {}
    for source in main.css(SOURCE_IN_NOTE):
        number, _, rest = source.text().strip().partition(". ")
        named[int(number)] = f"{number}. {rest.splitlines()[0]}"
    return tuple(named[number] for number in sorted(named))


def _file(page: PurePosixPath, node: LexborNode, attribute: str) -> PurePosixPath:
    """The file of the site that an element of a page names."""
    path = urlsplit(urljoin(f"{ROOT}{page}", node.attributes[attribute] or "")).path
    return PurePosixPath(unquote(path).lstrip("/"))


def _element(tag: str, text: str) -> LexborNode:
    made = LexborHTMLParser(f"<{tag}>{text}</{tag}>").css_first(tag)
    assert made
    return made


def _taken(node: LexborNode | None) -> Markup:
    """The markup of a part, taken out of its page. It was escaped when the page was drawn."""
    if node is None:
        return Markup()
    markup = Markup(node.html or "")
    node.remove()
    return markup


def _note(note: LexborNode) -> Markup:
    """What a term's note says, without its links and buttons."""
    for way in note.css("a, button"):
        way.decompose()
    return Markup(note.inner_html or "")


def _edition(pages: Iterable[Page]) -> date | None:
    """The day on which the newest of some pages was last checked, None when none says so."""
    facts = [page.front_matter for page in pages]
    days = [one.checked for one in facts if isinstance(one, GuideFrontMatter)]
    days += [one.reviewed for one in facts if isinstance(one, PlainFrontMatter) and one.reviewed]
    return max(days, default=None)


def _qr_code(url: str) -> Markup:
    """The address as a picture that a phone can read."""
    import segno  # handouts alone need it

    drawn = segno.make_qr(url).svg_inline(omitsize=True, title=f"QR code for {url}", svgclass="handout__qr")
    return Markup(drawn)
