"""Fuzz the whole way from the bytes of a page to the finished site, led by what the code does with them.

    python -m tests.endurance.fuzz [SECONDS]

A text that is answered with an exception, takes long, or becomes a page that could do harm is kept in `build/fuzz`,
one for each kind of fault. What was learnt is kept there too, for the next run. Needs atheris (`make endure`).
"""

import datetime
import functools
import hashlib
import re
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from tests.harm import harms
from tests.read.any_page import CORNER_PARTS

KEPT = Path("build/fuzz")
LONGEST_TEXT = 3000  # bytes
LONGEST_WAIT = 20  # seconds for one text
TODAY = datetime.date(2026, 1, 1)
FRONT = b"---\ntitle: One\n---\n\n"
WITH_DRAWING = FRONT + b"![A drawing](a.svg)\n"
SETTINGS = "name: A small guide\nrules: {select: [L, P, X]}\n"
WORDS = (
    *CORNER_PARTS,
    *("<script>", "</script>", "<style>", "<svg ", "<math>", "<img src=", " onerror=", "<!--", "-->", "<![CDATA["),
    *("javascript:", "&colon;", "&#x3a;", "{{", "}}", "{%", "{: onclick=", "[^1]", "*[A]: ", "~~~", "\\", "!["),
    *("title: ", "checked: ", "allow: {", "redirect_from: [", "&a ", "*a", "!!python/object"),
    *("\u202e", "\u2066", "\u2069", "\u200d", "\ufeff", "\u0301", "\U0010fffd"),
)


class Way:
    """A guide with one page of any bytes, made as `build` makes it."""

    def __init__(self, root: Path) -> None:
        # Imported here: whoever fuzzes has them watched from the start.
        from crpsguide.check import check_files, check_site
        from crpsguide.installed import builtin_templates
        from crpsguide.read import read_site
        from crpsguide.render import files, render_site
        from crpsguide.render.templates import Templates

        # Templates stay as they are, and to read and compile them takes more time than all that is fuzzed.
        templates: Any = Templates((builtin_templates(),))
        for name in ("digest", "styles", "joined", "file"):
            setattr(templates, name, functools.cache(getattr(templates, name)))
        vars(files)["Templates"] = lambda folders: templates
        self._read, self._check, self._render, self._check_files = read_site, check_site, render_site, check_files
        self._folders = (builtin_templates(),)
        self._root, self._pages = root, root / "content/pages"
        self._pages.mkdir(parents=True)
        (root / "content/site.yaml").write_text(SETTINGS)
        (self._pages / "index.md").write_bytes(FRONT + b"Words.\n")

    def go(self, data: bytes) -> list[str]:
        """What is wrong with the site that these bytes become; nothing when it is not published."""
        way, text = data[:1], data[1:]
        (self._pages / "a.svg").write_bytes(text if way == b"s" else b'<svg xmlns="http://www.w3.org/2000/svg"/>')
        (self._pages / "p.md").write_bytes(WITH_DRAWING if way == b"s" else text if way == b"p" else FRONT + text)
        site = self._read(self._root)
        told = self._check(site, today=TODAY)
        if any(one.severity.value == "error" for one in told):
            return []
        made = self._render(site, templates=self._folders, today=TODAY)
        told = self._check_files(site, made)
        if any(one.severity.value == "error" for one in told):
            return []
        drawings = {one.address: one.file.read_bytes() for one in site.assets.values()}
        return harms({**made, **{PurePosixPath(f"{at}.html"): drawing for at, drawing in drawings.items()}})


def seeds() -> list[bytes]:
    """Texts to begin with: every case that was ever kept."""
    cases = Path(__file__).parents[1] / "read/cases"
    found = [b"b" + part.encode() for part in WORDS]
    for case in yaml.safe_load((cases / "hostile.yaml").read_text(encoding="utf-8"))["cases"]:
        found += [b"p" + text.encode() for text in case.get("files", {}).values()]
    return [one for one in found if len(one) <= LONGEST_TEXT]


def fuzz(seconds: int) -> None:
    """Fuzz in this process, which ends with it. Each new kind of fault is told, and its text kept."""
    import atheris

    with atheris.instrument_imports(include=["crpsguide", "markdown", "pymdownx"]):
        way = Way(Path(tempfile.mkdtemp(prefix="fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None)))
    (KEPT / "corpus").mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (KEPT / "corpus" / f"seed-{number}").write_bytes(seed)
    (KEPT / "words.txt").write_text("".join(f'"{_in_numbers(word)}"\n' for word in WORDS))

    def one(data: bytes) -> None:
        try:
            faults = way.go(data)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            faults = [f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}: {error}"]
        for fault in faults:
            kept = KEPT / f"found-{hashlib.sha256(fault.split(':')[0].encode()).hexdigest()[:12]}"
            if not kept.exists():
                kept.write_bytes(data)
                print(f"FOUND {kept.name}: {fault}", flush=True)

    options = [
        f"-max_total_time={seconds}",
        f"-timeout={LONGEST_WAIT}",
        "-rss_limit_mb=2048",
        f"-max_len={LONGEST_TEXT}",
        "-len_control=20",  # let texts grow soon
        f"-dict={KEPT}/words.txt",
        f"-artifact_prefix={KEPT}/found-",
    ]
    atheris.Setup([sys.argv[0], *options, str(KEPT / "corpus")], one)
    atheris.Fuzz()


def main() -> int:
    """Fuzz for so many seconds in a process of its own; 1 when anything was found or it did not come to its end."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    begin = time.monotonic()
    within = f"from tests.endurance.fuzz import fuzz; fuzz({seconds})"
    run = subprocess.run([sys.executable, "-c", within], stderr=subprocess.PIPE, text=True, check=False)
    done = re.findall(r"^Done (\d+) runs", run.stderr, re.MULTILINE)
    if not done:
        print(run.stderr[-3000:])
    found = sorted(KEPT.glob("found-*"))
    minutes = (time.monotonic() - begin) / 60
    print(f"fuzz: {done[0] if done else 'unknown'} texts in {minutes:.1f} minutes, {len(found)} kinds of faults found")
    return 0 if done and not found else 1


def _in_numbers(word: str) -> str:
    return "".join(rf"\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    sys.exit(main())
