"""Guides to measure with: plain pages of ordinary prose, the same for the same number each time."""

import random
from pathlib import Path, PurePosixPath

WORDS_PER_PAGE = 900
LINKS_PER_PAGE = 18
FOLDERS = 20
SOURCES = 50
MOST_LISTED = 100  # pages of each folder on the first page: it stays a page that can be read
SETTINGS = """\
name: Measured
summary: Pages to measure with.
rules: {ignore: {W401: their words are picked by chance}}
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
    """A guide of so many pages, with headings, tables, lists, links to each other and citations."""
    names = [_name(number) for number in range(pages)]
    for number, name in enumerate(names):
        _write(folder / "content/pages" / f"{name}.md", _page(number, names, citing=True))
    _write(folder / "content/pages/index.md", _index(names))
    _write(folder / "content/site.yaml", SETTINGS)
    for number in range(SOURCES):
        _write(folder / f"content/evidence/{_source(number)}.yaml", _evidence(number))


def write_pages(folder: Path, pages: int) -> None:
    """The same pages for other generators, without citations: `index.md` and the folders beside it."""
    names = [_name(number) for number in range(pages)]
    for number, name in enumerate(names):
        _write(folder / f"{name}.md", _page(number, names, citing=False))
    _write(folder / "index.md", _index(names))


def _name(number: int) -> PurePosixPath:
    return PurePosixPath(f"part-{number % FOLDERS:02}", f"page-{number:05}")


def _source(number: int) -> str:
    return f"study{2000 + number % 25}{'ab'[number // 25 % 2]}"


def _page(number: int, names: list[PurePosixPath], *, citing: bool) -> str:
    chance = random.Random(number)
    lines = ["---", f"title: Page {number} about the {chance.choice(WORDS)}", "---", ""]
    sections = chance.randint(6, 8)
    links = [_link(names[number], target, chance) for target in chance.choices(names, k=LINKS_PER_PAGE)]
    for section in range(sections):
        lines += [f"## {_words(chance, 3).capitalize()} {section + 1}", ""]
        for _ in range(3):
            own = [links.pop()] if links else []
            lines += [_paragraph(chance, WORDS_PER_PAGE // sections // 4, own), ""]
        lines += [f"- {_words(chance, 6).capitalize()}." for _ in range(3)] + [""]
    lines += ["| Place | Season | Number |", "| --- | --- | --- |"]
    lines += [f"| {_words(chance, 2)} | {chance.choice(WORDS)} | {chance.randint(1, 99)} |" for _ in range(5)] + [""]
    cited = [f" [@{_source(chance.randrange(SOURCES))}]" if citing else "" for _ in range(2)]
    lines += [f"{_sentence(chance, 12)}{one}" for one in cited] + [""]
    return "\n".join(lines)


def _link(origin: PurePosixPath, target: PurePosixPath, chance: random.Random) -> str:
    above = f"{target.name}.md" if target.parent == origin.parent else f"../{target}.md"
    return f"[{_words(chance, 2)}]({above})"


def _index(names: list[PurePosixPath]) -> str:
    lines = ["---", "title: All pages", "---", ""]
    for folder in sorted({name.parent for name in names}):
        lines += [f"## {folder.name}", ""]
        own = [f"[{name.name}]({name}.md)" for name in names if name.parent == folder][:MOST_LISTED]
        lines += [f"- {one}" + ("\n" if at % 20 == 19 else "") for at, one in enumerate(own)] + [""]
    return "\n".join(lines)


def _paragraph(chance: random.Random, words: int, links: list[str]) -> str:
    sentences = [_sentence(chance, 12) for _ in range(max(1, words // 12))]
    sentences += [f"It is near the {link}." for link in links]
    return "\n".join(sentences)


def _sentence(chance: random.Random, words: int) -> str:
    return f"{_words(chance, words).capitalize()}."


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


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
