"""The small guide of the tests: the pages of tests/render/guide, and a page with the examples of each component."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import yaml

from crpsguide.installed import builtin_templates
from crpsguide.read import read_site
from crpsguide.render import render_site

GUIDE = Path(__file__).parent / "render/guide"
EXAMPLES = sorted(builtin_templates().glob("components/*/examples.yaml"))
COMPONENTS = "sections:\n  - {folder: examples, title: Components, summary: Each with its examples.}\n"


def write_small_guide(root: Path, *, as_patterns: bool = False) -> Path:
    """Write the small guide; as patterns, with the Markdown source of each example below it."""
    shutil.copytree(GUIDE, root, dirs_exist_ok=True)
    if as_patterns:
        settings = root / "content/site.yaml"
        settings.write_text(settings.read_text("utf-8").replace("sections:\n", COMPONENTS), "utf-8")
    for path in EXAMPLES:
        page = root / "content/pages/examples" / f"{path.parent.name}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(_examples_page(path, as_patterns=as_patterns), encoding="utf-8")
    return root


def render_patterns() -> Mapping[PurePosixPath, bytes]:
    """The files of the small guide as patterns, with its images."""
    with TemporaryDirectory() as folder:
        site = read_site(write_small_guide(Path(folder), as_patterns=True))
        assert site.troubles == ()
        images = {one.address: one.file.read_bytes() for one in site.assets.values()}
        return {**render_site(site, templates=[builtin_templates()], today=date(2026, 11, 21)), **images}


def _examples_page(path: Path, *, as_patterns: bool) -> str:
    examples = yaml.safe_load(path.read_text(encoding="utf-8"))
    parts = [f"---\ntitle: {path.parent.name}\n---"]
    for name, markdown in examples.items():
        parts += [f"## {name}", markdown]
        if as_patterns:
            parts += [f"### {name}: what to write", "\n".join(f"    {line}" for line in markdown.splitlines())]
    return "\n\n".join(parts) + "\n"
