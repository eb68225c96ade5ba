"""Small guides whose files hold a fault, or only look so: what has to be told of each, where, and nothing else.

The cases stand in `cases/files-unseen.yaml`: the files of a guide below `content`, and what is told of them.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from crpsguide.commands.edition import Choices, make_edition

CASES: Sequence[Mapping[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/files-unseen.yaml").read_text(encoding="utf-8")
)
FIRST_PAGE = "---\ntitle: Home\n---\n\nHello.\n"
SETTINGS = "name: A guide\nbase_url: https://guide.example/\n"
# Of links, files and lost text, and of what evidence is and where it lies; other rules are about what pages say.
RULES = ("L", "P", "X", "E1", "T9", "T10")
OF_WHOLE_GUIDES = ("orphan-page", "page-far-from-home", "claim-without-source")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['title']}")
def test_an_editor_hears_of_each_fault_at_its_place(case: Mapping[str, Any], tmp_path: Path) -> None:
    settings = SETTINGS + case.get("settings", "")
    for name, text in {"site.yaml": settings, "pages/index.md": FIRST_PAGE, **case["files"]}.items():
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    edition = make_edition(tmp_path, Choices(select=RULES, ignore=OF_WHOLE_GUIDES))

    told = [
        {
            "file": str(one.place.path).removeprefix("content/"),
            "line": one.place.line,
            "column": one.place.column,
            "rule": one.name,
        }
        for one in edition.diagnostics
    ]
    assert told == case["told"]
    assert all(one.help for one in edition.diagnostics)
