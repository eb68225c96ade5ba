"""PDFs: print documents become PDFs. What was made before is kept, and made again only when it changes."""

import functools
import gc
import hashlib
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from crpsguide.errors import GuideError
from crpsguide.frozen import frozen
from crpsguide.model import PrintDocument
from crpsguide.time_limit import at_most

CONFORMS_TO = "pdf/ua-1"  # ISO 14289-1: readable by those who listen to it
MOST_PROCESSES = 4  # each takes some 300 MB
ALONE = 6  # documents that are printed sooner than other processes have started
END = "end"  # the anchor that a document has at its last words
PATIENCE = 600  # seconds of the processor; the longest pack of a real guide takes a fiftieth of it
NEARLY_EMPTY = 0.25  # of a sheet: how far down the last words stand at most, the margin with them
DIGEST = hashlib.sha256
INSTALL = "python -m pip install 'crpsguide[handouts]'"
INSTALL_PANGO = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

Pictures = Mapping[str, bytes]
OnMade = Callable[[int, int], None]


@frozen
class Pdfs:
    """The PDFs by their addresses, and how many of them had to be made."""

    files: Mapping[PurePosixPath, bytes]
    anew: int


def require_pdf_library() -> None:
    """Notice in good time that nothing can be printed here.

    Raises:
        GuideError: WeasyPrint, or a library of the system that it draws letters with, is missing.
    """
    try:
        import segno  # noqa: F401 # codes for phones
        import weasyprint  # noqa: F401 # tried, not used
    except ImportError as error:
        raise GuideError(
            f"Handouts are printed with WeasyPrint and segno, and “{error.name}” is not installed.",
            f"Install both: {INSTALL}. Or build without “--handouts”.",
        ) from error
    except OSError as error:
        raise GuideError(
            "Handouts are printed with WeasyPrint, which does not find the library Pango on this computer.",
            f"Install it, on Debian or Ubuntu: {INSTALL_PANGO}; on a Mac: brew install pango. "
            "Or build without “--handouts”.",
        ) from error


def make_pdfs(
    documents: Sequence[PrintDocument],
    pictures: Pictures,
    *,
    cache: Path | None,
    jobs: int = 1,
    on_made: OnMade = lambda done, of: None,
) -> Pdfs:
    """Print the documents, the changed ones alone. `pictures` are the files that they show, as they write them.

    `cache` is a folder of ours: what is not of these documents is taken away from it; without one nothing is
    kept. `jobs` is how many processes may work at once; `on_made` hears how many documents are done, and
    of how many.

    Raises:
        GuideError: nothing can be printed here, a document takes too long, or the disk refuses.
    """
    require_pdf_library()
    kept = _PdfCache(cache)
    keys = {document.address: _key(document, pictures) for document in documents}
    files = {address: pdf for address, key in keys.items() if (pdf := kept.get(key)) is not None}
    missing = [document for document in documents if document.address not in files]
    for done, (document, pdf) in enumerate(zip(missing, _printed(missing, pictures, jobs), strict=True), start=1):
        kept.put(keys[document.address], pdf)
        files[document.address] = pdf
        on_made(done, len(missing))
    kept.prune(keys.values())
    return Pdfs({document.address: files[document.address] for document in documents}, len(missing))


class _PdfCache:
    """Printed documents on the disk, each in a file that begins with the digest of the rest."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The PDF, None when there is none or when it was damaged."""
        if self.folder is None:
            return None
        try:
            held = (self.folder / key).read_bytes()
        except OSError:
            return None
        size = DIGEST().digest_size
        return held[size:] if DIGEST(held[size:]).digest() == held[:size] else None

    def put(self, key: str, pdf: bytes) -> None:
        """Keep a PDF, whole or not at all."""
        if self.folder is None:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = self.folder / f"{key}.{os.getpid()}"
            unfinished.write_bytes(DIGEST(pdf).digest() + pdf)
            unfinished.replace(self.folder / key)
        except OSError as error:
            raise GuideError(
                f"The handouts cannot be kept in {self.folder}: {(error.strerror or str(error)).lower()}.",
                "Make room or give yourself the right to write there; what was published before is untouched.",
            ) from error

    def prune(self, keys: Iterable[str]) -> None:
        """Take away what is of no document any more, and what a build left that was ended."""
        wanted = set(keys)
        for one in self.folder.glob("*") if self.folder else ():
            if one.name not in wanted and one.is_file():
                one.unlink(missing_ok=True)


def _key(document: PrintDocument, pictures: Pictures) -> str:
    """Changes with anything that a printed document depends on."""
    from weasyprint import VERSION
    from weasyprint.text.ffi import pango

    style = (*document.styles, document.closer)
    parts = [CONFORMS_TO, VERSION, str(pango.pango_version()), document.html, *style, *document.pictures]
    bytes = [part.encode() for part in parts] + [pictures.get(name, b"") for name in document.pictures]
    digest = DIGEST()
    for part in bytes:
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


def _printed(documents: Sequence[PrintDocument], pictures: Pictures, jobs: int) -> Iterator[bytes]:
    """The PDFs of some documents, in their order."""
    if jobs == 1 or len(documents) <= ALONE:
        yield from (_print(document, pictures) for document in documents)
        return
    from concurrent.futures import ProcessPoolExecutor  # slow to import, and only needed where much is printed
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(min(jobs, MOST_PROCESSES), get_context("spawn"), _begin, (pictures,))
    try:
        yield from pool.map(_print_here, documents)
    finally:
        pool.shutdown(cancel_futures=True)


_pictures: Pictures = {}  # of a process that prints: sent once, not with each document


def _begin(pictures: Pictures) -> None:
    import weasyprint  # noqa: F401 # before the first document asks for it

    global _pictures
    _pictures = pictures
    gc.freeze()  # what was imported stays: to look at it again and again took a quarter of the time
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked for the prints ends them


def _print_here(document: PrintDocument) -> bytes:
    return _print(document, _pictures)


def _print(document: PrintDocument, pictures: Pictures) -> bytes:
    try:
        with at_most(PATIENCE):
            return _pdf(document, pictures)
    except TimeoutError:
        raise GuideError(
            f"The handout of {document.about} takes longer than {PATIENCE // 60} minutes to print.",
            "Make two pages or packs of it, or build without “--handouts”.",
        ) from None


def _pdf(document: PrintDocument, pictures: Pictures) -> bytes:
    from weasyprint import HTML

    page = HTML(string=document.html, url_fetcher=_fetcher(pictures))

    def laid_out(*texts: str) -> Any:
        styles, fonts = _styles(texts)
        return page.render(stylesheets=styles, font_config=fonts, pdf_variant=CONFORMS_TO)

    sheets = laid_out(*document.styles)
    if document.closer and _ends_on_a_nearly_empty_sheet(sheets):
        closer = laid_out(*document.styles, document.closer)
        sheets = closer if len(closer.pages) < len(sheets.pages) else sheets
    pdf: bytes = sheets.write_pdf(pdf_variant=CONFORMS_TO)
    return pdf


def _ends_on_a_nearly_empty_sheet(sheets: Any) -> bool:
    last = sheets.pages[-1]
    _, down, *_ = last.anchors.get(END, (0, last.height))  # from the top left corner of the sheet
    return len(sheets.pages) > 1 and bool(down < NEARLY_EMPTY * last.height)


@functools.lru_cache(maxsize=8)  # two of each format; styles take as long to read as a page to print
def _styles(texts: tuple[str, ...]) -> tuple[list[Any], Any]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return [CSS(string=text, font_config=fonts, url_fetcher=_fetcher({})) for text in texts], fonts


def _fetcher(pictures: Pictures) -> Any:
    """Gives the guide's own pictures, and those that an address holds; nothing comes from the disk or the web."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc] # the library has no types
        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            if url.startswith("data:"):
                return super().fetch(url)
            name = unquote(url)
            if name not in pictures:
                raise ValueError(f"{url} is no picture of the guide")
            return URLFetcherResponse(url, pictures[name])

    return Fetcher()
