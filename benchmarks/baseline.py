"""The least that a static site generator in Python does: Python-Markdown, one Jinja template, a cache of parsed pages.

    python baseline.py

renders `pages/` of the working directory into `site/`, in two processes. It checks nothing and resolves no links, so
its time is that of the libraries alone.
"""

import pickle
from concurrent.futures import ProcessPoolExecutor
from hashlib import blake2b
from pathlib import Path

PAGES, SITE, CACHE = Path("pages"), Path("site"), Path(".cache/pages.pickle")
PROCESSES = 2
TEMPLATE = "<!doctype html><title>{{ title }}</title><main>{{ text }}</main>"


def main() -> None:
    """Render the pages that are not in the cache, write them, and save the cache."""
    sources = {path: path.read_bytes() for path in PAGES.rglob("*.md")}
    cache = pickle.loads(CACHE.read_bytes()) if CACHE.exists() else {}
    keys = {path: blake2b(source).digest() for path, source in sources.items()}
    changed = {path: sources[path].decode() for path, key in keys.items() if key not in cache}
    for path, page in zip(changed, _render_in_parallel(list(changed.values())), strict=True):
        cache[keys[path]] = page
        file = SITE / path.relative_to(PAGES).with_suffix(".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    if changed:
        CACHE.parent.mkdir(exist_ok=True)
        CACHE.write_bytes(pickle.dumps({key: cache[key] for key in keys.values()}))


def _render_in_parallel(texts: list[str]) -> list[str]:
    if len(texts) < 2 * PROCESSES:
        return _render(texts)
    with ProcessPoolExecutor(PROCESSES) as workers:
        parts = [texts[number::PROCESSES] for number in range(PROCESSES)]
        pages = list(workers.map(_render, parts))
    return [pages[number % PROCESSES][number // PROCESSES] for number in range(len(texts))]


def _render(texts: list[str]) -> list[str]:
    import jinja2  # slow to import, and a run without changes does not need them
    import markdown
    from markupsafe import Markup

    template = jinja2.Environment(autoescape=True).from_string(TEMPLATE)
    parser = markdown.Markdown(extensions=["meta", "tables", "toc"], output_format="html")
    pages = []
    for text in texts:
        html = parser.reset().convert(text)
        title = parser.Meta.get("title", [""])[0]  # type: ignore[attr-defined]
        pages.append(template.render(title=title, text=Markup(html)))
    return pages


if __name__ == "__main__":
    main()
