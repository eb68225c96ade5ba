"""Writes small guides, and reads the files of built sites."""

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
    """Write a guide with the pages `index` and `living/pacing`; `pages` adds or replaces pages, `__` means `/`."""
    texts = {"index": INDEX, "living__pacing": PACING} | pages
    for name, text in texts.items():
        write(root / "content/pages" / f"{name.replace('__', '/')}.md", text)
    write(root / "content/site.yaml", SETTINGS)
    return root


def page(body: str, title: str = "Page") -> str:
    """The text of a page with this body and title."""
    return f"---\ntitle: {title}\n---\n\n{body}"


def draft(body: str) -> str:
    """The text of an unpublished page with this body."""
    return page(body).replace("---\n", "---\ndraft: true\n", 1)


def write(path: Path, text: str) -> None:
    """Write a file, and create its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read_files(folder: Path) -> dict[str, bytes]:
    """The contents of all files below a folder, by path; empty if the folder does not exist."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
