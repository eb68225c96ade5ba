"""Generates guides of any size for the benchmarks: pages of random prose, the same in every run."""

import random
from pathlib import Path, PurePosixPath

WORDS_PER_PAGE = 900
LINKS_PER_PAGE = 18
FOLDERS = 20
SOURCES = 50
MAX_LISTED = 100  # pages of each folder on the first page, which would otherwise grow with the guide
SETTINGS = """\
name: Measured
summary: Pages to measure with.
rules: {ignore: {W401: the words are random}}
"""

WORDS = """after again along answer around autumn basket before begin below between bicycle bread bridge
    bring brown carry children city clear close cloud corner country cover cross dinner door early east evening
    every family farm father field finger fire first fish floor follow forest friend front garden glass green ground
    group happy harbour head hill horse house island kitchen land large later leave letter light listen little long
    market meadow middle minute month morning mother mountain music near night north number open orange
    other paper people picture place plant point quiet rain reach river road room round sand school second shadow
    share shore short silver simple small snow song south spring stone story street summer table together town train
    tree under until upper valley village visit walk wall water week west white wind window winter wood work yellow
    young""".split()


def write_guide(folder: Path, pages: int) -> None:
    """Write a guide with so many pages: headings, tables, lists, links to each other and citations."""
    names = [_name(number) for number in range(pages)]
    for number, name in enumerate(names):
        _write(folder / "content/pages" / f"{name}.md", _page(number, names, citing=True))
    _write(folder / "content/pages/index.md", _index(names))
    _write(folder / "content/site.yaml", SETTINGS)
    for number in range(SOURCES):
        _write(folder / f"content/evidence/{_source(number)}.yaml", _evidence(number))


def write_pages(folder: Path, pages: int) -> None:
    """Write the same pages without citations, for other generators."""
    names = [_name(number) for number in range(pages)]
    for number, name in enumerate(names):
        _write(folder / f"{name}.md", _page(number, names, citing=False))
    _write(folder / "index.md", _index(names))


def _name(number: int) -> PurePosixPath:
    return PurePosixPath(f"part-{number % FOLDERS:02}", f"page-{number:05}")


def _source(number: int) -> str:
    return f"study{2000 + number % 25}{'ab'[number // 25 % 2]}"


def _page(number: int, names: list[PurePosixPath], *, citing: bool) -> str:
    rng = random.Random(number)
    lines = ["---", f"title: Page {number} about the {rng.choice(WORDS)}", "---", ""]
    sections = rng.randint(6, 8)
    links = [_link(names[number], target, rng) for target in rng.choices(names, k=LINKS_PER_PAGE)]
    for section in range(sections):
        lines += [f"## {_words(rng, 3).capitalize()} {section + 1}", ""]
        for _ in range(3):
            paragraph_links = [links.pop()] if links else []
            lines += [_paragraph(rng, WORDS_PER_PAGE // sections // 4, paragraph_links), ""]
        lines += [f"- {_words(rng, 6).capitalize()}." for _ in range(3)] + [""]
    lines += ["| Place | Season | Number |", "| --- | --- | --- |"]
    lines += [f"| {_words(rng, 2)} | {rng.choice(WORDS)} | {rng.randint(1, 99)} |" for _ in range(5)] + [""]
    citations = [f" [@{_source(rng.randrange(SOURCES))}]" if citing else "" for _ in range(2)]
    lines += [f"{_sentence(rng, 12)}{citation}" for citation in citations] + [""]
    return "\n".join(lines)


def _link(origin: PurePosixPath, target: PurePosixPath, rng: random.Random) -> str:
    href = f"{target.name}.md" if target.parent == origin.parent else f"../{target}.md"
    return f"[{_words(rng, 2)}]({href})"


def _index(names: list[PurePosixPath]) -> str:
    lines = ["---", "title: All pages", "---", ""]
    for folder in sorted({name.parent for name in names}):
        lines += [f"## {folder.name}", ""]
        links = [f"[{name.name}]({name}.md)" for name in names if name.parent == folder][:MAX_LISTED]
        lines += [f"- {link}" + ("\n" if number % 20 == 19 else "") for number, link in enumerate(links)] + [""]
    return "\n".join(lines)


def _paragraph(rng: random.Random, words: int, links: list[str]) -> str:
    sentences = [_sentence(rng, 12) for _ in range(max(1, words // 12))]
    sentences += [f"It is near the {link}." for link in links]
    return "\n".join(sentences)


def _sentence(rng: random.Random, words: int) -> str:
    return f"{_words(rng, words).capitalize()}."


def _words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choices(WORDS, k=count))


def _evidence(number: int) -> str:
    return f"""source:
  type: article-journal
  title: A study of the {WORDS[number]}
  author: [{{family: {WORDS[number].capitalize()}, given: A}}]
  issued: {2000 + number % 25}
  DOI: 10.1000/{number}
appraisal:
  design: cohort
  people: {100 + number}
  read: abstract
  checked: 2026-01-01
  use: cite
  why_use: made up, to measure with
  retraction_check: there is nothing to look up
summary: It looked at the {WORDS[number]} in {100 + number} places.
findings:
  found:
    says: The {WORDS[number]} stood in most places.
    kind: service
    certainty: not-rated
    rated_by: editor
"""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
