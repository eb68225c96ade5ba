"""Fuzzes a whole build, from the bytes of a page or an image to the files of the site, guided by code coverage.

    python -m tests.endurance.fuzz [SECONDS]

An input that raises an exception, takes too long or makes unsafe output is kept as `build/fuzz/found-*`, one for each
kind of fault. The corpus is kept in `build/fuzz` too, for the next run. Needs atheris (`make endure`).
"""

import hashlib
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml
from tests.read.any_page import CORNER_PARTS

FOLDER = Path("build/fuzz")
MEMORY_DISK = Path("/dev/shm")
MAX_INPUT = 3000  # bytes
MAX_SECONDS = 20  # for one input
DICTIONARY = (
    *CORNER_PARTS,
    *("<script>", "</script>", "<style>", "<svg ", "<math>", "<img src=", " onerror=", "<!--", "-->", "<![CDATA["),
    *("javascript:", "&colon;", "&#x3a;", "{{", "}}", "{%", "{: onclick=", "[^1]", "*[A]: ", "~~~", "\\", "!["),
    *("title: ", "checked: ", "allow: {", "redirect_from: [", "&a ", "*a", "!!python/object"),
    *("\u202e", "\u2066", "\u2069", "\u200d", "\ufeff", "\u0301", "\U0010fffd"),
)


def seeds() -> list[bytes]:
    """The inputs to begin with: the dictionary as page bodies, and the pages of all hostile cases."""
    cases = Path(__file__).parents[1] / "read/cases/hostile.yaml"
    pages = [
        b"p" + text.encode()
        for case in yaml.safe_load(cases.read_text(encoding="utf-8"))["cases"]
        for text in case.get("files", {}).values()
    ]
    bodies = [b"b" + part.encode() for part in DICTIONARY]
    return [one for one in (*bodies, *pages) if len(one) <= MAX_INPUT]


def fuzz(seconds: int) -> None:
    """Fuzz in this process, which exits at the end. Each new kind of fault is printed, and its input kept."""
    import atheris

    with atheris.instrument_imports(include=["crpsguide", "markdown", "pymdownx"]):
        from tests.pipeline import Pipeline

    pipeline = Pipeline(Path(tempfile.mkdtemp(prefix="fuzz-", dir=MEMORY_DISK if MEMORY_DISK.is_dir() else None)))
    # The first byte of an input says what the others are: a page with its front matter, an image, else a page body.
    runs = {b"p": pipeline.run_with_page, b"s": pipeline.run_with_svg}

    def test_one_input(data: bytes) -> None:
        run = runs.get(data[:1], pipeline.run_with_body)
        for fault in _faults(run, data[1:]):
            _keep(fault, data)

    atheris.Setup([sys.argv[0], *_libfuzzer_options(seconds)], test_one_input)
    atheris.Fuzz()


def _faults(run: Callable[[bytes], Sequence[str]], data: bytes) -> Sequence[str]:
    try:
        return run(data)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return [f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}: {error}"]


def _keep(fault: str, data: bytes) -> None:
    kind = hashlib.sha256(fault.split(":")[0].encode()).hexdigest()[:12]
    kept = FOLDER / f"found-{kind}"
    if not kept.exists():
        kept.write_bytes(data)
        print(f"FOUND {kept.name}: {fault}", flush=True)


def _libfuzzer_options(seconds: int) -> Sequence[str]:
    """Write the corpus and the dictionary, and return libFuzzer's command-line options."""
    corpus, dictionary = FOLDER / "corpus", FOLDER / "words.txt"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    dictionary.write_text("".join(f'"{_hex_escaped(word)}"\n' for word in DICTIONARY))
    return [
        f"-max_total_time={seconds}",
        f"-timeout={MAX_SECONDS}",
        "-rss_limit_mb=2048",
        f"-max_len={MAX_INPUT}",
        "-len_control=20",  # let inputs grow soon
        f"-dict={dictionary}",
        f"-artifact_prefix={FOLDER}/found-",
        str(corpus),
    ]


def _hex_escaped(word: str) -> str:
    return "".join(rf"\x{byte:02x}" for byte in word.encode())


def main() -> int:
    """Fuzz in a child process for the given seconds; 1 when it found a fault or did not finish."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    begin = time.monotonic()
    program = f"from tests.endurance.fuzz import fuzz; fuzz({seconds})"
    run = subprocess.run([sys.executable, "-c", program], stderr=subprocess.PIPE, text=True, check=False)
    done = re.findall(r"^Done (\d+) runs", run.stderr, re.MULTILINE)
    if not done:
        print(run.stderr[-3000:])
    found = sorted(FOLDER.glob("found-*"))
    minutes = (time.monotonic() - begin) / 60
    print(f"fuzz: {done[0] if done else 'unknown'} inputs in {minutes:.1f} minutes, {len(found)} kinds of faults found")
    return 0 if done and not found else 1


if __name__ == "__main__":
    sys.exit(main())
