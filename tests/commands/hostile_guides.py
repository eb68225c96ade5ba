"""The cases of hostile content as guides on the disk, and what is wrong with the way that a build answers one.

python -m tests.commands.hostile_guides [ID…]    build each in a process of its own; tell time and memory
"""

import html
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser
from tests.harm import harms

TESTS = Path(__file__).parents[1]
Case = Mapping[str, Any]
CASES: Sequence[Case] = [
    case
    for file in ("read/cases/hostile.yaml", "commands/cases/hostile.yaml", "commands/cases/more_hostile.yaml")
    for case in yaml.safe_load((TESTS / file).read_text(encoding="utf-8"))["cases"]
]
GIVES_BYTES = {"__builtins__": {"bytes": bytes, "range": range}}  # all that the expressions of the cases may call
SETTINGS = "name: A small guide\nrules: {select: [L, P, X, T5]}\n"
WELCOME = "---\ntitle: Welcome\n---\n\nWords.\n"
PLAIN_TEXT = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"})


def write_good_guide(guide: Path) -> None:
    """The guide that stands before a case comes."""
    (guide / "content").mkdir(parents=True)
    (guide / "content/site.yaml").write_text(SETTINGS, encoding="utf-8")
    (guide / "content/index.md").write_text(WELCOME, encoding="utf-8")


def write_case(case: Case, guide: Path) -> None:
    """Add what a case is made of."""
    content = guide / "content"
    files = {name: text.encode("utf-8", "surrogatepass") for name, text in case.get("files", {}).items()}
    files |= {name: eval(expression, GIVES_BYTES) for name, expression in case.get("gen", {}).items()}
    for name, data in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(data)
    for name, target in case.get("symlinks", {}).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).symlink_to(target)
    for name in case.get("fifos", ()):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(content / name)


def wrong_answers(case: Case, guide: Path, status: int, said: str, before: Mapping[PurePosixPath, bytes]) -> list[str]:
    """What a build did otherwise than the case expects; `before` is the site that stood there when it began."""
    expected, site = case["expect"], published(guide)
    return [
        *_wrong_words(expected, status, said),
        *(_wrong_site(expected, site, guide) if status == 0 else _wrong_refusal(expected, said, site, before)),
    ]


def _wrong_words(expected: Mapping[str, Any], status: int, said: str) -> Iterator[str]:
    allowed = {"refuse": (1, 2), "build": (0,), "refuse-or-build": (0, 1, 2)}[expected["outcome"]]
    if status not in allowed:
        yield f"ended with {status}"
    if re.search(r"Traceback|made a mistake|Exception|Error:", said):
        yield "tells of its own troubles"
    if re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said):
        yield "sends controls to the terminal"
    if "line" in expected and not _places(expected, said):
        yield f"names {expected.get('file', 'no file')} at no line of {expected['line']}"


def _places(expected: Mapping[str, Any], said: str) -> list[str]:
    lines = expected["line"] if isinstance(expected["line"], list) else [expected["line"]]
    wanted = "|".join(map(str, lines))
    return re.findall(rf"^\S*{re.escape(expected.get('file', ''))}:(?:{wanted}):", said, re.MULTILINE)


def _wrong_refusal(
    expected: Mapping[str, Any],
    said: str,
    site: Mapping[PurePosixPath, bytes],
    before: Mapping[PurePosixPath, bytes],
) -> Iterator[str]:
    if site != before:
        yield "changes what was published before"
    if not re.search(r"^\S.*?:\d+:\d+: error|^error: ", said, re.MULTILINE):
        yield "says nothing of an error"
    if "file" in expected and expected["file"] not in said:
        yield f"does not name {expected['file']}"
    yield from (f"does not say “{one}”" for one in expected.get("says", ()) if one.casefold() not in said.casefold())


def _wrong_site(expected: Mapping[str, Any], site: Mapping[PurePosixPath, bytes], guide: Path) -> Iterator[str]:
    yield from harms(site)
    texts = {name: data.decode("utf-8", "replace") for name, data in site.items() if name.suffix in PLAIN_TEXT}
    everything = "\n".join(texts.values())
    pages = "\n".join(text for name, text in texts.items() if name.suffix in (".html", ".svg"))
    tags = "\n".join(tag for text in texts.values() for tag in re.findall(r"<[^>]*>|<script.*?</script>", text, re.S))
    for never in expected.get("never_in_output", ()):
        where = pages if never.startswith("<") else everything if "." in never else tags
        if never in where and not re.fullmatch(r"<script>|<style", never):  # the one of ours is known by its hash
            yield f"publishes “{never}”"
    seen = "\n".join(_seen(text) for name, text in texts.items() if name.suffix == ".html")
    for wanted in (*expected.get("in_output", ()), *expected.get("in_output_if_built", ())):
        if wanted not in (pages if wanted[0] in "<&" else seen):
            yield f"does not show “{wanted}”"
    if any(str(guide) in text for text in texts.values()):
        yield "publishes where it stood on the disk"


def _seen(page: str) -> str:
    body = LexborHTMLParser(page).body
    return " ".join(html.unescape(body.text(separator=" ") if body else "").split())


def published(guide: Path) -> Mapping[PurePosixPath, bytes]:
    """The site that stands there now."""
    site = guide / "build/site"
    return {PurePosixPath(one.relative_to(site)): one.read_bytes() for one in site.rglob("*") if one.is_file()}
