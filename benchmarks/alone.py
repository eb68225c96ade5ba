"""The least that a generator in Python does: Python-Markdown, a Jinja template, parsed pages kept by their bytes.

    python alone.py

makes `site/` from `pages/` of the folder it is started in, in two processes. It checks nothing, and knows no links
between pages: what the libraries alone take, beside which the work of a generator can be seen.
"""

import pickle
from concurrent.futures import ProcessPoolExecutor
from hashlib import blake2b
from pathlib import Path

PAGES, SITE, KEPT = Path("pages"), Path("site"), Path(".cache/pages.pickle")
PROCESSES = 2
TEMPLATE = "<!doctype html><title>{{ title }}</title><main>{{ text }}</main>"


def main() -> None:
    """Parse what is new, draw what was parsed, and keep it."""
    sources = {path: path.read_bytes() for path in PAGES.rglob("*.md")}
    kept = pickle.loads(KEPT.read_bytes()) if KEPT.exists() else {}
    keys = {path: blake2b(text).digest() for path, text in sources.items()}
    new = {path: sources[path].decode() for path, key in keys.items() if key not in kept}
    for path, page in zip(new, _drawn(list(new.values())), strict=True):
        kept[keys[path]] = page
        file = SITE / path.relative_to(PAGES).with_suffix(".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    if new:
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_bytes(pickle.dumps({key: kept[key] for key in keys.values()}))


def _drawn(texts: list[str]) -> list[str]:
    if len(texts) < 2 * PROCESSES:
        return _draw(texts)
    with ProcessPoolExecutor(PROCESSES) as workers:
        parts = [texts[at::PROCESSES] for at in range(PROCESSES)]
        drawn = list(workers.map(_draw, parts))
    return [drawn[at % PROCESSES][at // PROCESSES] for at in range(len(texts))]


def _draw(texts: list[str]) -> list[str]:
    # Nothing of this is needed where no page is new.
    import jinja2
    import markdown
    from markupsafe import Markup

    template = jinja2.Environment(autoescape=True).from_string(TEMPLATE)
    parser = markdown.Markdown(extensions=["meta", "tables", "toc"], output_format="html")
    pages = []
    for text in texts:
        made = parser.reset().convert(text)
        title = parser.Meta.get("title", [""])[0]  # type: ignore[attr-defined]
        pages.append(template.render(title=title, text=Markup(made)))
    return pages


if __name__ == "__main__":
    main()
