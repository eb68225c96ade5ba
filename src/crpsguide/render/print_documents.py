"""Print documents: finished pages, and packs of pages, as HTML for paper, from which `pdf` makes the handouts."""

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
from crpsguide.render.templates import EXCLUDED_COMPONENTS, Templates, templates_in
from crpsguide.urls import absolute_url

Files = Mapping[PurePosixPath, bytes]

DOCUMENT = "handouts/document.html"
STYLE = "handouts/handout.css"
COMPACT_STYLE, ONE_SHEET_COMPACT_STYLE = "handouts/compact.css", "handouts/one-sheet-compact.css"
# Navigation, scripts, and notes that open on click.
NOT_ON_PAPER = "nav, script, .note"
SHORT_VERSION = "h1, .page-head > p:first-child, .main-message, .short-version, .key-points, .care-card, .ask"
HAS_SHORT_VERSION = ".key-points"  # only pages with this have a short version
UNWRAPPED = "dl > div, .contacts__routes > li, .contacts__routes"  # groups and inline lists: not in tagged PDF
LINKED_IMAGES = 'img[src]:not([src^="data:"])'  # data URLs are part of the HTML already
TERM_NOTE = '.note[id^="_term-"]'
SOURCE_IN_NOTE = '.note[id^="_note-"] > ul > li'
FULL_FORMATS = tuple(format for format in PaperFormat if format is not PaperFormat.ONE_SHEET)
DRAWING_PROPERTY = re.compile(r"[{;]\s*(?:fill|stroke)\b")
CUSTOM_PROPERTY = re.compile(r"var\((?P<name>--[\w-]+)\)")
COLOURS = {"--bg": "#ffffff", "--surface": "#ffffff", "--raised": "#ffffff", "--hair": "#999999"}  # by custom property
BLACK = "#000000"
ROOT = "https://site.invalid/"  # base URL of the site while a document is built; reserved, so no real host (RFC 2606)


@frozen
class PrintedPage:
    """The parts of a page in a document, for the template.

    `sheets` are the sheets to fill in, `text` the rest of the main text, `facts` the page facts, and `words` the
    explanations of terms. `sources` are the names of cited sources, in a short version only. `styles` are the
    addresses of the page's style sheets.
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
    """The documents of all pages in the content folder and all packs, in every paper format.

    Raises:
        TemplateError: a template or style sheet is missing or has a syntax error.
    """
    builder = _DocumentBuilder(site, files, templates_in(templates))
    pages = (document for page in site.pages.values() for document in builder.page_documents(page))
    packs = (document for pack in site.settings.packs for document in builder.pack_documents(pack))
    return (*pages, *packs)


def picture_name(address: PurePosixPath) -> str:
    """The URL by which print documents refer to a published picture."""
    return f"{ROOT}{address}"


def drawing_rules(stylesheet: str) -> str:
    """The CSS rules with `fill` or `stroke`, their custom properties replaced by colours for paper.

    >>> drawing_rules(".a { color: red } .b { fill: var(--ink); stroke: var(--hair) }")
    '.b { fill: #000000; stroke: #999999 }'
    """
    import tinycss2  # needed for handouts only

    nodes = tinycss2.parse_stylesheet(stylesheet, skip_comments=True)
    texts = [
        f"{tinycss2.serialize(node.prelude).strip()} {{{tinycss2.serialize(node.content)}}}"
        for node in nodes
        if node.type == "qualified-rule"
    ]
    drawing = "\n".join(text for text in texts if DRAWING_PROPERTY.search(text))
    return CUSTOM_PROPERTY.sub(lambda match: COLOURS.get(match["name"], BLACK), drawing)


class _DocumentBuilder:
    """Builds the print documents of one site."""

    def __init__(self, site: Site, files: Files, templates: Templates) -> None:
        self.site = site
        self.files = files
        self.templates = templates
        self.base_url = site.settings.base_url
        self.drawing_rules: dict[PurePosixPath, str] = {}  # by style sheet
        self.source_links = {source_address(source.id): source.source.link for source in site.sources.values()}

    def page_documents(self, page: Page) -> Iterable[PrintDocument]:
        whole = self.documents(page.address, page.title, [page], None)
        if LexborHTMLParser(self.files[page.address].decode()).css_first(HAS_SHORT_VERSION) is None:
            return whole
        return (*self.documents(page.address, page.title, [page], None, in_short=True), *whole)

    def pack_documents(self, pack: Pack) -> Iterable[PrintDocument]:
        named = [self.site.pages.get(PurePosixPath(name)) for name in pack.pages]
        pages = [page for page in named if page]  # a rule reports missing pages
        return self.documents(pack_address(pack), pack.title, pages, pack) if pages else ()

    def documents(
        self, about: PurePosixPath, title: str, pages: Sequence[Page], pack: Pack | None, *, in_short: bool = False
    ) -> Iterable[PrintDocument]:
        ids = {page.address: f"p{number}" for number, page in enumerate(pages, start=1)}
        printed = [self.page_parts(page, ids, in_short=in_short, with_facts=not (pack or in_short)) for page in pages]
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
                "words": dict.fromkeys(note for page in printed for note in page.words),
                "urgent": urgent,
                "urgent_id": ids.get(urgent.address, "") if urgent else "",
                "url": url,
                "urgent_url": absolute_url(self.base_url, urgent.address) if urgent and self.base_url else "",
                "qr_code": _qr_code(url) if url else "",
            },
            output=f"the handout of {about}",
        )
        used = {style for page in printed for style in page.styles}
        # The first style sheet that excludes no component of these pages.
        stylesheet = next(
            style
            for style, excluded in EXCLUDED_COMPONENTS.items()
            if all(excluded <= EXCLUDED_COMPONENTS[other] for other in used)
        )
        common = (self.files[stylesheet].decode(), self.templates.text(STYLE))
        pictures = tuple(sorted({str(image.attributes["src"]) for image in LexborHTMLParser(html).css(LINKED_IMAGES)}))
        for format in [PaperFormat.ONE_SHEET] if in_short else FULL_FORMATS:
            yield PrintDocument(
                about=about,
                address=handout_address(about, format),
                format=format,
                html=html,
                styles=(*common, self.templates.text(f"handouts/{format.value}.css")),
                compact_style=self.templates.text(ONE_SHEET_COMPACT_STYLE if in_short else COMPACT_STYLE),
                pictures=pictures,
            )

    def drawing_style(self, styles: Iterable[PurePosixPath]) -> str:
        """The CSS rules for SVG drawings: WeasyPrint reads them only from a `<style>` within each drawing."""
        for style in styles:
            if style not in self.drawing_rules:
                self.drawing_rules[style] = drawing_rules(self.files[style].decode())
        return "\n".join(self.drawing_rules[style] for style in styles)

    def page_parts(
        self, page: Page, ids: Mapping[PurePosixPath, str], *, in_short: bool, with_facts: bool
    ) -> PrintedPage:
        """The parts of a finished page or of its short version, adapted for paper. `ids`: the anchors of all pages."""
        tree = LexborHTMLParser(self.files[page.address].decode())
        main, facts = tree.css_first("main"), tree.css_first(".page-facts")
        assert main, "every page has its text in a <main>"
        if in_short:
            main = _short_version(main)
        if facts and not with_facts:
            for link in main.css(f'a[href="#{facts.attributes["aria-labelledby"]}"]'):
                link.unwrap()
            facts = None
        self.insert_glossary(main)
        self.insert_source_links(main, page.address)
        words = tuple(_note(note) for note in main.css(TERM_NOTE))
        sources = _source_names(main) if in_short else ()
        styles = tuple(_file(page.address, link, "href") for link in tree.css('link[rel="stylesheet"]'))
        for part in filter(None, (main, facts)):
            for node in part.css(NOT_ON_PAPER):
                node.decompose()
            for node in part.css(UNWRAPPED):
                node.unwrap()
            self.rewrite_links(part, page.address, ids)
            for drawing in part.css("svg"):
                drawing.insert_child(_element("style", self.drawing_style(styles)))
        return PrintedPage(
            id=ids[page.address],
            page=page,
            title=_extracted(main.css_first("h1")),
            sheets=_extracted(main.css_first(".sheets")),
            text=Markup(main.inner_html or ""),
            facts=Markup((facts.html or "") if facts else ""),
            words=words,
            sources=sources,
            styles=styles,
        )

    def insert_glossary(self, main: LexborNode) -> None:
        """Replace the list of links to the pages of each letter by the terms on those pages."""
        links, terms_html = main.css_first(".glossary"), ""
        for address in letter_pages(self.site).values() if links else ():
            terms = LexborHTMLParser(self.files[address].decode()).css_first(".glossary")
            assert terms, "every page of a letter has its terms"
            for link in terms.css("a[href]"):
                link.attrs["href"] = urljoin(f"{ROOT}{address}", link.attributes["href"] or "")
            terms_html += terms.html or ""
        if links and terms_html:
            links.replace_with(_element("div", terms_html))

    def insert_source_links(self, main: LexborNode, address: PurePosixPath) -> None:
        """Add the web address of each source to references that only link to the guide's page about it."""
        for item in main.css(".references__list > li"):
            source, links = item.css_first("a[href]"), item.css_first(".references__ways")
            url = self.source_links.get(_file(address, source, "href"), "") if source else ""
            if url and links and not item.css_first(".references__out"):
                link = _element("a", "")
                link.attrs["class"], link.attrs["href"] = "references__out", url
                links.insert_child(link)

    def rewrite_links(self, part: LexborNode, address: PurePosixPath, ids: Mapping[PurePosixPath, str]) -> None:
        """Point links to places in the document, otherwise to the published site; without a base URL unwrap them.

        Ids get the id of the page as a prefix, and images their full URL.
        """
        page_id = ids[address]
        for node in part.css("[id]"):
            node.attrs["id"] = f"{page_id}-{node.id}"
        for label in part.css("[for]"):
            label.attrs["for"] = f"{page_id}-{label.attributes['for']}"
        for image in part.css(LINKED_IMAGES):
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


def _short_version(main: LexborNode) -> LexborNode:
    """The parts of a page that make up its short version, and the notes that they open."""
    parts = main.css(SHORT_VERSION)
    opened = {button.attributes["popovertarget"] for part in parts for button in part.css("[popovertarget]")}
    notes = [note for note in main.css(".note") if note.id in opened]
    return _element("main", "".join(node.html or "" for node in (*parts, *notes)))


def _source_names(main: LexborNode) -> tuple[str, ...]:
    """The names of the sources in the notes, each after its number (`1. Name`), in the order of the numbers."""
    names = {}
    for source in main.css(SOURCE_IN_NOTE):
        number, _, rest = source.text().strip().partition(". ")
        names[int(number)] = f"{number}. {rest.splitlines()[0]}"
    return tuple(names[number] for number in sorted(names))


def _file(page: PurePosixPath, node: LexborNode, attribute: str) -> PurePosixPath:
    """The address of the site's file to which an attribute of an element refers."""
    path = urlsplit(urljoin(f"{ROOT}{page}", node.attributes[attribute] or "")).path
    return PurePosixPath(unquote(path).lstrip("/"))


def _element(tag: str, html: str) -> LexborNode:
    element = LexborHTMLParser(f"<{tag}>{html}</{tag}>").css_first(tag)
    assert element
    return element


def _extracted(node: LexborNode | None) -> Markup:
    """Remove a node from its page and return its markup, which was escaped when the page was rendered."""
    if node is None:
        return Markup()
    markup = Markup(node.html or "")
    node.remove()
    return markup


def _note(note: LexborNode) -> Markup:
    """The content of a term's note without its links and buttons."""
    for control in note.css("a, button"):
        control.decompose()
    return Markup(note.inner_html or "")


def _edition(pages: Iterable[Page]) -> date | None:
    """The latest day on which one of the pages was checked or reviewed; None if no page has such a day."""
    facts = [page.front_matter for page in pages]
    days = [fact.checked for fact in facts if isinstance(fact, GuideFrontMatter)]
    days += [fact.reviewed for fact in facts if isinstance(fact, PlainFrontMatter) and fact.reviewed]
    return max(days, default=None)


def _qr_code(url: str) -> Markup:
    """The URL as a QR code in SVG."""
    import segno  # needed for handouts only

    svg = segno.make_qr(url).svg_inline(omitsize=True, title=f"QR code for {url}", svgclass="handout__qr")
    return Markup(svg)
