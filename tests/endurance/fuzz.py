"""Fuzz the whole way from the bytes of a page to the finished site, led by what the code does with them.

    python -m tests.endurance.fuzz [SECONDS]

A text that is answered with an exception, takes long, or becomes a page that could do harm is kept in `build/fuzz`,
one for each kind of fault. What was learnt is kept there too, for the next run. Needs atheris (`make endure`).
"""

import hashlib
import re
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

import yaml
from tests.read.any_page import CORNER_PARTS
from tests.whole_way import Way

KEPT = Path("build/fuzz")
LONGEST_TEXT = 3000  # bytes
LONGEST_WAIT = 20  # seconds for one text
WORDS = (
    *CORNER_PARTS,
    *("<script>", "</script>", "<style>", "<svg ", "<math>", "<img src=", " onerror=", "<!--", "-->", "<![CDATA["),
    *("javascript:", "&colon;", "&#x3a;", "{{", "}}", "{%", "{: onclick=", "[^1]", "*[A]: ", "~~~", "\\", "!["),
    *("title: ", "checked: ", "allow: {", "redirect_from: [", "&a ", "*a", "!!python/object"),
    *("\u202e", "\u2066", "\u2069", "\u200d", "\ufeff", "\u0301", "\U0010fffd"),
)


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
