"""The small guide of the tests: tests/render/guide, and a page for each component with its examples."""

import shutil
from pathlib import Path

import yaml

from crpsguide.render import builtin_templates

GUIDE = Path(__file__).parent / "render/guide"
EXAMPLES = sorted(builtin_templates().glob("components/*/examples.yaml"))


def write_small_guide(root: Path) -> Path:
    """Write it below `root`."""
    shutil.copytree(GUIDE, root, dirs_exist_ok=True)
    for path in EXAMPLES:
        page = root / "content/pages/examples" / f"{path.parent.name}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(_examples_page(path), encoding="utf-8")
    return root


def _examples_page(path: Path) -> str:
    examples = yaml.safe_load(path.read_text(encoding="utf-8"))
    body = "\n\n".join(f"## {name}\n\n{markdown}" for name, markdown in examples.items())
    return f"---\ntitle: {path.parent.name}\n---\n\n{body}\n"
