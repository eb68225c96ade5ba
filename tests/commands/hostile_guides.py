"""Writes guides with faults and attacks from YAML cases, and compares how a build answers with what is expected."""

import html
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser
from tests.guides import read_files
from tests.output_safety import unsafe_content

TESTS = Path(__file__).parents[1]
Case = Mapping[str, Any]
CASES: Sequence[Case] = [
    case
    for file in ("read/cases/hostile.yaml", "commands/cases/hostile.yaml", "commands/cases/more_hostile.yaml")
    for case in yaml.safe_load((TESTS / file).read_text(encoding="utf-8"))["cases"]
]
EVAL_GLOBALS = {"__builtins__": {"bytes": bytes, "range": range}}  # all that the expressions under `gen` may call
SETTINGS = "name: A small guide\nrules: {select: [L, P, X, T5]}\n"
WELCOME = "---\ntitle: Welcome\n---\n\nWords.\n"
TEXT_SUFFIXES = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"})
ALLOWED_STATUSES = {"refuse": (1, 2), "build": (0,), "refuse-or-build": (0, 1, 2)}
OWN_FAILURE = re.compile(r"Traceback|made a mistake|Exception|Error:")
TERMINAL_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ERROR_MESSAGE = re.compile(r"^\S.*?:\d+:\d+: error|^error: ", re.MULTILINE)
TAG_OR_SCRIPT = re.compile(r"<script.*?</script>|<[^>]*>", re.DOTALL)
Files = Mapping[PurePosixPath, bytes]


def write_valid_guide(guide: Path) -> None:
    """Write the guide to which a case is added."""
    (guide / "content").mkdir(parents=True)
    (guide / "content/site.yaml").write_text(SETTINGS, encoding="utf-8")
    (guide / "content/index.md").write_text(WELCOME, encoding="utf-8")


def write_case(case: Case, guide: Path) -> None:
    """Add the files, symbolic links and named pipes of a case to a guide."""
    content = guide / "content"
    files = {name: text.encode("utf-8", "surrogatepass") for name, text in case.get("files", {}).items()}
    files |= {name: eval(expression, EVAL_GLOBALS) for name, expression in case.get("gen", {}).items()}
    symlinks, fifos = case.get("symlinks", {}), case.get("fifos", ())
    for name in (*files, *symlinks, *fifos):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (content / name).write_bytes(data)
    for name, target in symlinks.items():
        (content / name).symlink_to(target)
    for name in fifos:
        os.mkfifo(content / name)


def site_files(guide: Path) -> Files:
    """The published site of a guide; empty when there is none."""
    return {PurePosixPath(path): content for path, content in read_files(guide / "build/site").items()}


def violations(case: Case, guide: Path, status: int, output: str, site_before: Files) -> list[str]:
    """How the answer of a build differs from what its case expects; empty when it does not.

    `output` is all that the build printed, `site_before` the site that was published before it.
    """
    expected, site = case["expect"], site_files(guide)
    return [
        *_output_violations(expected, status, output),
        *(
            _site_violations(expected, site, guide)
            if status == 0
            else _refusal_violations(expected, output, site, site_before)
        ),
    ]


def _output_violations(expected: Mapping[str, Any], status: int, output: str) -> Iterator[str]:
    if status not in ALLOWED_STATUSES[expected["outcome"]]:
        yield f"exits with status {status}"
    if OWN_FAILURE.search(output):
        yield "prints an exception of its own"
    if TERMINAL_CONTROL.search(output):
        yield "prints control characters"
    if "line" in expected and not _reports_line(expected, output):
        yield f"reports {expected.get('file', 'no file')} at no line of {expected['line']}"


def _reports_line(expected: Mapping[str, Any], output: str) -> bool:
    lines = expected["line"] if isinstance(expected["line"], list) else [expected["line"]]
    any_line = "|".join(map(str, lines))
    return bool(re.search(rf"^\S*{re.escape(expected.get('file', ''))}:(?:{any_line}):", output, re.MULTILINE))


def _refusal_violations(expected: Mapping[str, Any], output: str, site: Files, site_before: Files) -> Iterator[str]:
    if site != site_before:
        yield "changes the published site"
    if not ERROR_MESSAGE.search(output):
        yield "prints no error message"
    if "file" in expected and expected["file"] not in output:
        yield f"does not name {expected['file']}"
    for text in expected.get("says", ()):
        if text.casefold() not in output.casefold():
            yield f"does not print “{text}”"


def _site_violations(expected: Mapping[str, Any], site: Files, guide: Path) -> Iterator[str]:
    yield from unsafe_content(site)
    texts = {name: data.decode("utf-8", "replace") for name, data in site.items() if name.suffix in TEXT_SUFFIXES}
    documents = "\n".join(text for name, text in texts.items() if name.suffix in (".html", ".svg"))
    yield from _forbidden_text(expected.get("never_in_output", ()), texts.values(), documents)
    visible = "\n".join(_visible_text(text) for name, text in texts.items() if name.suffix == ".html")
    for text in (*expected.get("in_output", ()), *expected.get("in_output_if_built", ())):
        if text not in (documents if text[0] in "<&" else visible):
            yield f"does not show “{text}”"
    if any(str(guide) in text for text in texts.values()):
        yield "publishes the path of the guide"


def _forbidden_text(forbidden: Iterable[str], texts: Collection[str], documents: str) -> Iterator[str]:
    everything = "\n".join(texts)
    tags = "\n".join(tag for text in texts for tag in TAG_OR_SCRIPT.findall(text))
    for text in forbidden:
        searched = documents if text.startswith("<") else everything if "." in text else tags
        if text in searched and not re.fullmatch(r"<script>|<style", text):  # those of ours are identified by hash
            yield f"publishes “{text}”"


def _visible_text(page: str) -> str:
    body = LexborHTMLParser(page).body
    return " ".join(html.unescape(body.text(separator=" ") if body else "").split())
