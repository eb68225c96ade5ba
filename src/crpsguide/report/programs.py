"""Diagnostics for programs: JSON of our own, SARIF for code hosts and editors, commands for GitHub's runners."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from crpsguide.model import Diagnostic, RuleHelp, Severity
from crpsguide.report.text import Lines, counted, counts, no_lines, shown

JSON_VERSION = 1  # rises when a key changes its meaning or goes away
SARIF_VERSION = "2.1.0"  # https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
GITHUB_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
FINGERPRINT = "crpsguideFault/v1"

HERE = PurePosixPath()


def json_report(diagnostics: Sequence[Diagnostic]) -> str:
    """The diagnostics as one JSON object: `version`, `summary` with the counts, `diagnostics`."""
    report = {"version": JSON_VERSION, "summary": counts(diagnostics), "diagnostics": [*map(_as_json, diagnostics)]}
    return json.dumps(report, indent=2) + "\n"


def sarif_report(
    diagnostics: Sequence[Diagnostic],
    rules: Sequence[RuleHelp],
    lines: Lines = no_lines,
    *,
    version: str,
    below: PurePosixPath = HERE,
) -> str:
    """The diagnostics as a SARIF log with one run. `version` is ours, `below` the folder of the guide, from here.

    A fingerprint is made of the rule, the file and the text, so that a code host knows a fault again
    when it has moved to another line.
    """
    index = {_sarif_id(one.code, one.name): number for number, one in enumerate(rules)}
    seen: Counter[str] = Counter()
    log = {
        "$schema": SARIF_SCHEMA,
        "version": SARIF_VERSION,
        "runs": [
            {
                "tool": {"driver": {"name": "crpsguide", "version": version, "rules": [*map(_sarif_rule, rules)]}},
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(one, index, lines, below, seen) for one in diagnostics],
            }
        ],
    }
    return json.dumps(log, indent=2) + "\n"


def github_report(diagnostics: Sequence[Diagnostic], *, below: PurePosixPath = HERE) -> str:
    """The diagnostics as commands that a GitHub runner makes notes of, which it shows beside the lines.

    GitHub shows about ten notes of each kind for a step, so the first one tells how many there are.
    """
    if not diagnostics:
        return ""
    found = counts(diagnostics)
    told = f"{counted(found['errors'], 'error')}, {counted(found['warnings'], 'warning')}"
    return "".join([f"::notice title=crpsguide::{told}\n", *(_github_command(one, below) for one in diagnostics)])


def _as_json(one: Diagnostic) -> Mapping[str, Any]:
    return {
        "path": str(one.place.path),
        "line": one.place.line,
        "column": one.place.column,
        "end_line": one.place.end_line or one.place.line,
        "end_column": one.place.end_column or one.place.column,
        "code": one.code,
        "name": one.name,
        "severity": one.severity.value,
        "message": shown(one.message),
        "help": shown(one.help),
    }


def _sarif_id(code: str, name: str) -> str:
    """Several rules may share a code, so the name belongs to it; SARIF calls such an id hierarchical."""
    return f"{code}/{name}"


def _sarif_rule(one: RuleHelp) -> Mapping[str, Any]:
    what, _, rest = one.page.partition("\n\n")
    return {
        "id": _sarif_id(one.code, one.name),
        "name": one.name,
        "shortDescription": {"text": " ".join(what.split())},
        "fullDescription": {"text": " ".join(one.page.split("Wrong:")[0].split())},
        "help": {"text": one.page, "markdown": f"{what}\n\n{rest}".replace("\nRight:", "  \nRight:")},
        "defaultConfiguration": {"level": SARIF_LEVELS[one.severity]},
    }


def _sarif_result(
    one: Diagnostic, index: Mapping[str, int], lines: Lines, below: PurePosixPath, seen: Counter[str]
) -> Mapping[str, Any]:
    rule = _sarif_id(one.code, one.name)
    place = one.place
    region = {"startLine": place.line, "startColumn": place.column}
    if (place.end_line, place.end_column) > (place.line, place.column):
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    text = lines(place.path)[place.line - 1 : max(place.end_line, place.line)]
    fingerprint = _fingerprint(rule, str(place.path), " ".join(" ".join(text).split()))
    seen[fingerprint] += 1
    result = {
        "ruleId": rule,
        "level": SARIF_LEVELS[one.severity],
        "message": {"text": shown(f"{one.message} {one.help}".strip())},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(str(below / place.path))}, "region": region}}
        ],
        "partialFingerprints": {FINGERPRINT: f"{fingerprint}:{seen[fingerprint]}"},
    }
    return result | ({"ruleIndex": index[rule]} if rule in index else {})


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _github_command(one: Diagnostic, below: PurePosixPath) -> str:
    place = one.place
    properties = {"file": str(below / place.path), "line": str(place.line), "col": str(place.column)}
    if place.end_line:
        properties["endLine"] = str(place.end_line)
    if place.end_line == place.line:
        properties["endColumn"] = str(place.end_column)
    properties["title"] = f"{one.code} {one.name}"
    written = ",".join(f"{name}={_github_property(value)}" for name, value in properties.items())
    told = "\n".join(shown(" ".join(text.split())) for text in (one.message, one.help) if text)
    return f"::{GITHUB_COMMANDS[one.severity]} {written}::{_github_data(told)}\n"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")
