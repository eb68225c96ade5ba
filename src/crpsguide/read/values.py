"""The numbers of findings: other names that editors give to their parts, and numbers that are missing."""

import dataclasses
from collections.abc import Iterator

from crpsguide.model import Trouble
from crpsguide.read.yaml_tree import Document, Tree

NUMBERS = ("value", "low", "high", "events")


def with_named_parts(document: Document) -> Document:
    """An evidence file in which every value says `of` what it counts, and counts say `out_of` how many.

    Editors may write `what` for `of`, and then `of` for the whole: `{events: 38, of: 50, what: improved}`.
    """
    return dataclasses.replace(document, data={key: _named(one) for key, one in document.data.items()})


def values_without_number(document: Document) -> Iterator[Trouble]:
    """Values that hold a unit and what it counts, but no number."""
    for path, value in _values(document):
        if isinstance(value, dict) and not any(value.get(name) for name in NUMBERS):
            yield Trouble(
                "record",
                document.place(path),
                "This value has no number.",
                "Write “value: 12”, or “low” and “high” for a range, or “events” and “out_of” for a count.",
            )


def _values(document: Document) -> Iterator[tuple[tuple[str | int, ...], Tree]]:
    findings = document.data.get("findings")
    for key, finding in findings.items() if isinstance(findings, dict) else ():
        values = finding.get("values") if isinstance(finding, dict) else None
        for place, value in enumerate(values if isinstance(values, list) else ()):
            yield ("findings", key, "values", place), value


def _named(tree: Tree, inside: str = "") -> Tree:
    if isinstance(tree, list):
        return [_with_parts(one) if inside == "values" and isinstance(one, dict) else _named(one) for one in tree]
    if isinstance(tree, dict):
        return {key: _named(one, key) for key, one in tree.items()}
    return tree


def _with_parts(value: dict[str, Tree]) -> Tree:
    if "what" not in value and "events" not in value:
        return value
    renamed: dict[str, Tree] = {}
    for key, one in value.items():
        is_whole = key == "of" and isinstance(one, str) and one.replace(",", "").isdigit()
        renamed["out_of" if is_whole else "of" if key == "what" else key] = one
    return renamed
