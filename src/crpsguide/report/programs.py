"""Formats diagnostics for programs: our own JSON, SARIF for code hosts and editors, GitHub workflow commands."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from crpsguide.model import Diagnostic, RuleHelp, Severity
from crpsguide.report.text import Lines, counted, counts, no_lines, shown

JSON_VERSION = 1  # raised when a key changes its meaning or is removed
SARIF_VERSION = "2.1.0"  # https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
GITHUB_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
FINGERPRINT_NAME = "crpsguideFault/v1"

CURRENT_FOLDER = PurePosixPath()


def json_report(diagnostics: Sequence[Diagnostic]) -> str:
    """The diagnostics as a JSON object with the keys `version`, `summary` (the counts) and `diagnostics`."""
    report = {"version": JSON_VERSION, "summary": counts(diagnostics), "diagnostics": [*map(_as_json, diagnostics)]}
    return json.dumps(report, indent=2) + "\n"


def sarif_report(
    diagnostics: Sequence[Diagnostic],
    rules: Sequence[RuleHelp],
    lines: Lines = no_lines,
    *,
    version: str,
    below: PurePosixPath = CURRENT_FOLDER,
) -> str:
    """The diagnostics as a SARIF log with one run.

    `version` is that of crpsguide; `below` is the guide's folder, relative to the current folder. Fingerprints are made
    of rule, file and text, so that code hosts recognise a fault that has moved to another line.
    """
    index = {_sarif_id(rule.code, rule.name): number for number, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    log = {
        "$schema": SARIF_SCHEMA,
        "version": SARIF_VERSION,
        "runs": [
            {
                "tool": {"driver": {"name": "crpsguide", "version": version, "rules": [*map(_sarif_rule, rules)]}},
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(diagnostic, index, lines, below, seen) for diagnostic in diagnostics],
            }
        ],
    }
    return json.dumps(log, indent=2) + "\n"


def github_report(diagnostics: Sequence[Diagnostic], *, below: PurePosixPath = CURRENT_FOLDER) -> str:
    """The diagnostics as GitHub workflow commands, which become annotations of the source lines.

    GitHub shows about ten annotations of each level for a step, so the first one states the totals.
    """
    if not diagnostics:
        return ""
    found = counts(diagnostics)
    totals = f"{counted(found['errors'], 'error')}, {counted(found['warnings'], 'warning')}"
    commands = [_github_command(diagnostic, below) for diagnostic in diagnostics]
    return "".join([f"::notice title=crpsguide::{totals}\n", *commands])


def _as_json(diagnostic: Diagnostic) -> Mapping[str, Any]:
    place = diagnostic.place
    return {
        "path": str(place.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line or place.line,
        "end_column": place.end_column or place.column,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": shown(diagnostic.message),
        "help": shown(diagnostic.help),
    }


def _sarif_id(code: str, name: str) -> str:
    """A SARIF id (a “hierarchical string”) for a rule; it has the name too, because rules may share a code."""
    return f"{code}/{name}"


def _sarif_rule(rule: RuleHelp) -> Mapping[str, Any]:
    summary, _, rest = rule.page.partition("\n\n")
    return {
        "id": _sarif_id(rule.code, rule.name),
        "name": rule.name,
        "shortDescription": {"text": " ".join(summary.split())},
        "fullDescription": {"text": " ".join(rule.page.split("Wrong:")[0].split())},
        "help": {"text": rule.page, "markdown": f"{summary}\n\n{rest}".replace("\nRight:", "  \nRight:")},
        "defaultConfiguration": {"level": SARIF_LEVELS[rule.severity]},
    }


def _sarif_result(
    diagnostic: Diagnostic, index: Mapping[str, int], lines: Lines, below: PurePosixPath, seen: Counter[str]
) -> Mapping[str, Any]:
    """A SARIF result. `index`: the index of each rule by id. `seen` counts equal fingerprints and is updated."""
    rule = _sarif_id(diagnostic.code, diagnostic.name)
    place = diagnostic.place
    region = {"startLine": place.line, "startColumn": place.column}
    if (place.end_line, place.end_column) > (place.line, place.column):
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    text = lines(place.path)[place.line - 1 : max(place.end_line, place.line)]
    fingerprint = _fingerprint(rule, str(place.path), " ".join(" ".join(text).split()))
    seen[fingerprint] += 1
    result = {
        "ruleId": rule,
        "level": SARIF_LEVELS[diagnostic.severity],
        "message": {"text": shown(f"{diagnostic.message} {diagnostic.help}".strip())},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(str(below / place.path))}, "region": region}}
        ],
        "partialFingerprints": {FINGERPRINT_NAME: f"{fingerprint}:{seen[fingerprint]}"},
    }
    return result | ({"ruleIndex": index[rule]} if rule in index else {})


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _github_command(diagnostic: Diagnostic, below: PurePosixPath) -> str:
    place = diagnostic.place
    properties = {"file": str(below / place.path), "line": str(place.line), "col": str(place.column)}
    if place.end_line:
        properties["endLine"] = str(place.end_line)
    if place.end_line == place.line:
        properties["endColumn"] = str(place.end_column)
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    parameters = ",".join(f"{name}={_github_property(value)}" for name, value in properties.items())
    text = "\n".join(shown(" ".join(part.split())) for part in (diagnostic.message, diagnostic.help) if part)
    return f"::{GITHUB_COMMANDS[diagnostic.severity]} {parameters}::{_github_data(text)}\n"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")
