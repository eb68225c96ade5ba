"""Link faults as editors make them: each case is a small guide, with what must be told and nothing else.

The cases and their dialect are described at the head of `cases/links.yaml`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from crpsguide.check import RULES
from crpsguide.commands.edition import Choices, Edition, make_edition
from crpsguide.model import Diagnostic
from crpsguide.report import shown

CASES: Sequence[Mapping[str, Any]] = [
    case
    for name in ("links", "links-unseen")
    for case in yaml.safe_load((Path(__file__).parent / f"cases/{name}.yaml").read_text(encoding="utf-8"))["cases"]
]
OTHER_SLUGS = "slug-ascii"  # a case for tools that write no letters but a to z into anchors
PAGES = PurePosixPath("content/pages")
MOVED = "redirect_from:"
# What the cases call the fault that a rule tells. A rule that is not named here tells its own name.
KINDS: Mapping[str, frozenset[str]] = {
    "missing-anchor": frozenset({"missing-anchor", "anchor-case"}),
    "missing-page": frozenset({"missing-page"}),
    "unsafe-scheme": frozenset({"unsafe-scheme", "unknown-scheme"}),
    "unreadable": frozenset({"malformed-url"}),  # a hidden character in an address, found before it is a link
}
WHOLE_LINES = frozenset({"unreadable", "duplicate-id"})  # they point at a letter and at a heading's words
# Kinds that no rule tells yet, each with the reason.
NOT_YET: Mapping[str, str] = {}


def write_case(case: Mapping[str, Any], root: Path) -> Path:
    """Make the guide of a case. A page that moved says so itself, if it is there, in a line of front matter more."""
    content = root / PAGES
    state = case.get("state", {})
    files = {content / name: text for name, text in case["files"].items()}
    files |= {content / name: "something" for name in case.get("assets", ())}
    files |= {content.parent / name: text for name, text in case.get("outside", {}).items()}
    for name, old in moved_from(state.get("moved", {})).items():
        if (page := content / name) in files:
            files[page] = files[page].replace("---\n", f"---\n{MOVED} [{', '.join(old)}]\n", 1)
    files |= {root / "content/site.yaml": f"base_url: {state.get('base_url', '')!r}\n"}
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    for name, target in case.get("symlinks", {}).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).symlink_to(target)
    return root


def moved_from(moved: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """For each page the addresses that it had, also those from which it moved in several steps."""
    old: dict[str, list[str]] = {}
    for first in moved:
        now, steps = first, 0
        while now in moved and steps < len(moved):
            now, steps = moved[now], steps + 1
        old.setdefault(now, []).append(str(PurePosixPath(first).with_suffix(".html")))
    return old


def told(edition: Edition) -> Sequence[Diagnostic]:
    """What an edition says of links and pictures, and of pages whose links it could not read."""
    return [one for one in edition.diagnostics if one.code[0] in "LI" or one.name == "unreadable"]


def answers(one: Diagnostic, wanted: Mapping[str, Any], edition: Edition) -> bool:
    """Whether a diagnostic tells a fault: its file, line and kind, the target, and the hint."""
    words = f"{one.message} {one.help}"
    return (
        one.place.path == PAGES / wanted["file"]
        and one.place.line - added_lines(one.place.path, edition) in wanted["line"]
        and one.place.column == wanted.get("column", one.place.column)
        and bool(kinds_of(one).intersection(wanted["kind"]))
        and (wanted["target"] in words or wanted["target"] in stretch(one, edition))
        and wanted.get("hint", "") in shown(words)
    )


def added_lines(path: PurePosixPath, edition: Edition) -> int:
    """How many lines of a file are not the case's own."""
    return sum(line.startswith(MOVED) for line in edition.lines(path)[:2])


def kinds_of(one: Diagnostic) -> frozenset[str]:
    return KINDS.get(one.name, frozenset({one.name}))


def stretch(one: Diagnostic, edition: Edition) -> str:
    """The lines that a diagnostic points at; from its column on, when it points at a link."""
    first = 0 if one.name in WHOLE_LINES else one.place.column - 1
    last = max(one.place.line, one.place.end_line)
    return "\n".join(edition.lines(one.place.path)[one.place.line - 1 : last])[first:]


def open_cases() -> Sequence[Any]:
    return [
        pytest.param(case, id=f"{case['id']} {case['title']}")
        for case in CASES
        if OTHER_SLUGS not in case.get("requires", ())
    ]


@pytest.mark.parametrize("case", open_cases())
def test_an_editor_hears_of_each_fault_and_of_nothing_else(case: Mapping[str, Any], tmp_path: Path) -> None:
    edition = make_edition(write_case(case, tmp_path), Choices(select=("L",)))

    left = list(told(edition))
    missed = []
    for wanted in case["report"]:
        answer = next((one for one in left if answers(one, wanted, edition)), None)
        left = [one for one in left if one is not answer]
        missed += [] if answer else [wanted]
    false_alarms = [one for one in left if not kinds_of(one).intersection(case.get("allow", ()))]
    assert ([dict(one) for one in missed], false_alarms) == ([], [])


def test_every_kind_of_fault_in_the_cases_has_a_rule() -> None:
    known = {kind for rule in RULES for kind in KINDS.get(rule.name, {rule.name})}
    wanted = {fault["kind"][0] for case in CASES for fault in case["report"]}

    assert wanted - known == set(NOT_YET)
