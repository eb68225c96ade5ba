"""Small real guides for the tests, written to the disk."""

from pathlib import Path

INDEX = """\
---
title: Welcome
---

Read about [pacing](living/pacing.md).
"""
PACING = """\
---
title: Pacing
---

## Rest

Back to the [start](../index.md).
"""
DEAD_LINK = "Read about [pacing](living/gone.md).\n"
SETTINGS = "name: A small guide\nrules: {select: [L, P]}\n"


def write_guide(root: Path, **pages: str) -> Path:
    """A guide with the pages `index` and `living/pacing`; more or other ones by name, `__` for a slash."""
    texts = {"index": INDEX, "living__pacing": PACING} | pages
    for name, text in texts.items():
        write(root / "content/pages" / f"{name.replace('__', '/')}.md", text)
    write(root / "content/site.yaml", SETTINGS)
    return root


def page(body: str, title: str = "Page") -> str:
    """A plain page of these words."""
    return f"---\ntitle: {title}\n---\n\n{body}"


def write(path: Path, text: str) -> None:
    """Write a file, and its folders if they are missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
