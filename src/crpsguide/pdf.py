"""Converts HTML documents to PDF, in parallel and with a cache."""

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

CONFORMS_TO = "pdf/ua-1"  # ISO 14289-1: accessible to screen readers
MAX_PROCESSES = 4  # each needs about 300 MB
MAX_SEQUENTIAL = 6  # documents; for fewer, starting worker processes takes longer than printing
END_ANCHOR = "end"  # HTML id at the end of a document's text
TIME_LIMIT = 600  # seconds of CPU time; the longest pack of a real guide takes a fiftieth of it
NEARLY_EMPTY = 0.25  # of the height of a page, margin included
DIGEST = hashlib.sha256
INSTALL = "python -m pip install 'crpsguide[handouts]'"
INSTALL_PANGO = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

Pictures = Mapping[str, bytes]
OnMade = Callable[[int, int], None]


@frozen
class Pdfs:
    """The PDFs by address; `printed` is the number of cache misses."""

    files: Mapping[PurePosixPath, bytes]
    printed: int


def require_pdf_library() -> None:
    """Check before a long build that the libraries for PDFs are installed.

    Raises:
        GuideError: WeasyPrint, segno, or the system library Pango is missing.
    """
    try:
        import segno  # noqa: F401 # for QR codes
        import weasyprint  # noqa: F401 # fails without Pango
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
    """Return the PDF of each document, from the cache or newly printed.

    `pictures` are image files by the URLs that the documents use. `cache` is a folder, from which all other files are
    deleted; None for no cache. `jobs` is the maximum number of processes. `on_made(done, total)` is called after each
    printed document.

    Raises:
        GuideError: a library is missing, a document takes too long, or the cache cannot be written.
    """
    require_pdf_library()
    pdf_cache = _PdfCache(cache)
    keys = {document.address: _key(document, pictures) for document in documents}
    files = {address: pdf for address, key in keys.items() if (pdf := pdf_cache.get(key)) is not None}
    missing = [document for document in documents if document.address not in files]
    for done, (document, pdf) in enumerate(zip(missing, _print_all(missing, pictures, jobs), strict=True), start=1):
        pdf_cache.put(keys[document.address], pdf)
        files[document.address] = pdf
        on_made(done, len(missing))
    pdf_cache.prune(keys.values())
    return Pdfs({document.address: files[document.address] for document in documents}, len(missing))


class _PdfCache:
    """PDFs on disk, one file for each key: the SHA-256 digest of the PDF, then the PDF."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The PDF with a key; None if it is missing or damaged."""
        if self.folder is None:
            return None
        try:
            content = (self.folder / key).read_bytes()
        except OSError:
            return None
        size = DIGEST().digest_size
        return content[size:] if DIGEST(content[size:]).digest() == content[:size] else None

    def put(self, key: str, pdf: bytes) -> None:
        """Write a PDF, atomically."""
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
        """Delete all files but those with these keys, including temporary files of interrupted builds."""
        if self.folder is None:
            return
        current = set(keys)
        for file in self.folder.glob("*"):
            if file.name not in current and file.is_file():
                file.unlink(missing_ok=True)


def _key(document: PrintDocument, pictures: Pictures) -> str:
    """A digest of everything that the PDF depends on: the document, its pictures, and the library versions."""
    from weasyprint import VERSION
    from weasyprint.text.ffi import pango

    styles = (*document.styles, document.compact_style)
    texts = [CONFORMS_TO, VERSION, str(pango.pango_version()), document.html, *styles, *document.pictures]
    parts = [text.encode() for text in texts] + [pictures.get(name, b"") for name in document.pictures]
    digest = DIGEST()
    for part in parts:
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


def _print_all(documents: Sequence[PrintDocument], pictures: Pictures, jobs: int) -> Iterator[bytes]:
    """The PDFs of the documents, in their order."""
    if jobs == 1 or len(documents) <= MAX_SEQUENTIAL:
        yield from (_print(document, pictures) for document in documents)
        return
    from concurrent.futures import ProcessPoolExecutor  # slow to import, and only needed for many documents
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(min(jobs, MAX_PROCESSES), get_context("spawn"), _set_up_process, (pictures,))
    try:
        yield from pool.map(_print_in_process, documents)
    finally:
        pool.shutdown(cancel_futures=True)


_pictures: Pictures = {}  # in a worker process: sent once, not with each document


def _set_up_process(pictures: Pictures) -> None:
    import weasyprint  # noqa: F401 # so that `gc.freeze` covers it

    global _pictures
    _pictures = pictures
    gc.freeze()  # without this, the garbage collector spent a quarter of the time on the imported modules
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Ctrl-C the parent process stops the workers


def _print_in_process(document: PrintDocument) -> bytes:
    return _print(document, _pictures)


def _print(document: PrintDocument, pictures: Pictures) -> bytes:
    try:
        with at_most(TIME_LIMIT):
            return _pdf(document, pictures)
    except TimeoutError:
        raise GuideError(
            f"The handout of {document.about} takes longer than {TIME_LIMIT // 60} minutes to print.",
            "Make two pages or packs of it, or build without “--handouts”.",
        ) from None


def _pdf(document: PrintDocument, pictures: Pictures) -> bytes:
    from weasyprint import HTML

    page = HTML(string=document.html, url_fetcher=_fetcher(pictures))

    def layout(*texts: str) -> Any:
        styles, fonts = _styles(texts)
        return page.render(stylesheets=styles, font_config=fonts, pdf_variant=CONFORMS_TO)

    result = layout(*document.styles)
    if document.compact_style and _last_page_is_nearly_empty(result):
        compact = layout(*document.styles, document.compact_style)
        if len(compact.pages) < len(result.pages):
            result = compact
    pdf: bytes = result.write_pdf(pdf_variant=CONFORMS_TO)
    return pdf


def _last_page_is_nearly_empty(layout: Any) -> bool:
    last = layout.pages[-1]
    _, end, *_ = last.anchors.get(END_ANCHOR, (0, last.height))  # x and y from the top left corner of the page
    return len(layout.pages) > 1 and bool(end < NEARLY_EMPTY * last.height)


@functools.lru_cache(maxsize=8)  # two for each format; parsing styles takes as long as printing a page
def _styles(texts: tuple[str, ...]) -> tuple[list[Any], Any]:
    """The parsed style sheets, and the font configuration for them."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return [CSS(string=text, font_config=fonts, url_fetcher=_fetcher({})) for text in texts], fonts


def _fetcher(pictures: Pictures) -> Any:
    """A URL fetcher that serves only `pictures` and data URLs; nothing is read from disk or network."""
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
