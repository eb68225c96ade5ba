"""Faults and attacks, each as a small guide; see the comment in the file of cases."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from tests.read.bodies import shown

from crpsguide.model import Site, Trouble
from crpsguide.read import read_site

CASES: Sequence[Mapping[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/hostile.yaml").read_text(encoding="utf-8")
)["cases"]
PAGES = PurePosixPath("content")
GIVES_BYTES = {"__builtins__": {"range": range}}  # all that the expressions of the cases may call
# Faults of text that reads well. Reading hands it on; rules have to speak of it.
FOR_RULES: Mapping[str, str] = {
    "H060": "two pages with one address are told by the rule duplicate-address",
    "H131": "a browser hides what follows an element that is never closed",
    "H133": "Markdown in an element that is never closed is shown as it was typed",
    "H135": "a list without an empty line before it runs on as a paragraph",
    "H137": "an item that is indented by two spaces becomes one of the outer list",
}


def write_case(case: Mapping[str, Any], root: Path) -> None:
    """Write the guide of a case."""
    pages = root / PAGES
    files = {"index.md": b"---\ntitle: Welcome\n---\n\nWords.\n"}
    files |= {name: text.encode() for name, text in case.get("files", {}).items()}
    files |= {name: eval(expression, GIVES_BYTES) for name, expression in case.get("gen", {}).items()}
    for name, data in files.items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_bytes(data)
    for name, target in case.get("symlinks", {}).items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).symlink_to(target)


def matches(one: Trouble, expected: Mapping[str, Any]) -> bool:
    """Whether a trouble has the expected file, line and words."""
    words = f"{one.place.path} {one.message} {one.help}".casefold()
    file = expected.get("file", one.place.path)
    return (
        one.place.path in (PAGES / file, PurePosixPath(file))
        and one.place.line in expected.get("line", (one.place.line,))
        and all(word.casefold() in words for word in expected.get("says", ()))
    )


def of_outcome(*outcomes: str) -> list[Any]:
    return [
        pytest.param(
            one,
            id=f"{one['id']} {one['title']}",
            marks=[pytest.mark.xfail(reason=FOR_RULES[one["id"]], strict=True)] if one["id"] in FOR_RULES else [],
        )
        for one in CASES
        if one["expect"]["outcome"] in outcomes
    ]


def published(site: Site) -> str:
    """The content of all pages and assets."""
    files = [f"{asset.name} {asset.file.read_bytes()!r}" for asset in site.assets.values()]
    return "\n".join([*map(shown, site.pages.values()), *files])


@pytest.mark.parametrize("case", of_outcome("refuse"))
def test_a_fault_is_told(case: Mapping[str, Any], tmp_path: Path) -> None:
    write_case(case, tmp_path)

    site = read_site(tmp_path)

    assert [one for one in site.troubles if matches(one, case["expect"])], site.troubles


@pytest.mark.parametrize("case", of_outcome("build"))
def test_what_only_looks_hostile_is_taken(case: Mapping[str, Any], tmp_path: Path) -> None:
    write_case(case, tmp_path)

    site = read_site(tmp_path)

    assert site.troubles == ()
    assert [one for one in case["expect"].get("in_output", ()) if one not in published(site)] == []


@pytest.mark.parametrize("case", of_outcome("refuse-or-build"))
def test_nothing_is_lost_without_a_word(case: Mapping[str, Any], tmp_path: Path) -> None:
    write_case(case, tmp_path)

    site = read_site(tmp_path)

    words = case["expect"].get("in_output_if_built", ())
    assert site.troubles or [one for one in words if one not in published(site)] == []


@pytest.mark.parametrize(
    "case", [pytest.param(one, id=one["id"]) for one in CASES if "never_in_output" in one["expect"]]
)
def test_what_should_never_be_seen_is_not(case: Mapping[str, Any], tmp_path: Path) -> None:
    write_case(case, tmp_path)

    site = read_site(tmp_path)

    assert [one for one in case["expect"].get("never_in_output", ()) if one in published(site)] == []
