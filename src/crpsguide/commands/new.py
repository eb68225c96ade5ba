"""New: writes the first version of a file of the guide from a template."""

import calendar
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path, PurePosixPath
from string import Template

from crpsguide.check import marks_of, treatment_parts
from crpsguide.commands.clock import build_day
from crpsguide.commands.guide import find_guide
from crpsguide.errors import GuideError
from crpsguide.frozen import frozen
from crpsguide.model import PageType, Site
from crpsguide.read import RESERVED, read_site
from crpsguide.spelling import did_you_mean
from crpsguide.urls import slugify

FILE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MARKS_PER_LINE = 8
MAX_TEXT_SIZE = 10**6  # bytes; ten times the longest page of a clinic
CHECK_INTERVAL = 6  # months until the evidence of a new page is to be checked again
STARTERS = files("crpsguide.commands") / "starters"
NEXT_STEPS = {
    "page": "It is a draft, which nobody sees yet. Write it, look at it with “crpsguide serve --drafts”, and "
    "then take the line “draft: true” away.",
    "source": "Fill in what you have read. When readers may be shown it, change “use: lead” to “use: cite”.",
    "claim": "Write the verdict and why, and cite the findings that decide. Then take the line “draft: true” away.",
    "clinic": "Fill in what its pages state. When it is complete, take the line “listed: false” away.",
    "fingerprint": "“crpsguide check” tells from now on where eight words of the guide stand in that text too.",
    "guide": "Go there with “cd {name}”, and look at it with “crpsguide serve --open”.",
}


@frozen
class Begun:
    """The file that was written, and what its editor does next."""

    path: Path
    next_step: str


def begin_file(kind: str, name: str, *, page_type: str = "", of: Path | None = None) -> Begun:
    """Write the first version of a `page`, `source`, `claim`, `clinic`, `fingerprint` or whole `guide`.

    `name` is the file's name without extension, for a page with its folder: `treatments/pacing`.
    An empty `page_type` means the type that most pages in that folder have. `of` is the text file for a fingerprint.

    Raises:
        GuideError: the name or type cannot be used, the file exists, or the text cannot be read.
    """
    if page_type and kind != "page":
        raise GuideError(f"A {kind} has no type.", "Leave “--type” out.")
    if (of is not None) != (kind == "fingerprint"):
        raise GuideError(
            "A fingerprint is made of a text.", "Write “crpsguide new fingerprint a-name --of its-text.txt”."
        )
    if kind == "guide":
        return _begin_guide(name)
    guide = find_guide()
    folder, ending = {
        "page": ("pages" if (guide / "content/pages").is_dir() else "", ".md"),
        "source": ("evidence", ".yaml"),
        "claim": ("claims", ".md"),
        "clinic": ("clinics", ".yaml"),
        "fingerprint": ("fingerprints", ".yaml"),
    }[kind]
    relative = _checked_name(name, f"content/{folder}", ending)
    if kind != "page" and len(relative.parts) > 1:
        raise GuideError(f"The name of a {kind} has no folder in it.", f"Write “crpsguide new {kind} {relative.name}”.")
    starter, values = f"{kind}{ending}", _template_values(relative.name)
    if kind == "page":
        site = read_site(guide, drafts=True)
        type_ = _parse_page_type(page_type) if page_type else _usual_type(site, relative.parent)
        values["type"] = type_.value
        if type_ is PageType.TREATMENT:
            values["parts"] = "".join(f"\n## {heading}\n\nWrite here, and cite.\n" for heading in treatment_parts(site))
        starter = "plain.md" if type_ is PageType.PLAIN else starter
    if of is not None:
        values["marks"] = _fingerprint_marks(of)
    path = guide / "content" / folder / relative.with_name(relative.name + ending)
    write_new(path, Template((STARTERS / starter).read_text("utf-8")).substitute(values))
    return Begun(path, NEXT_STEPS[kind])


def _fingerprint_marks(text: Path) -> str:
    """The marks of a text file, as lines of YAML."""
    try:
        with text.open("rb") as file:
            data = file.read(MAX_TEXT_SIZE + 1)  # a device may have no end
        marks = marks_of(data.decode("utf-8")) if len(data) <= MAX_TEXT_SIZE else []
    except UnicodeDecodeError:
        raise GuideError(f"{text} is not UTF-8 text.", "Save it as plain text in UTF-8.") from None
    except OSError as error:
        raise GuideError(f"{text} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    if len(data) > MAX_TEXT_SIZE:
        raise GuideError(f"{text} is too long for a fingerprint.", "Name a text of at most 1 MB, or parts of it.")
    if not marks:
        raise GuideError(f"{text} is too short for a fingerprint.", "Name a text of more than eight words.")
    starts = range(0, len(marks), MARKS_PER_LINE)
    return "\n".join("  " + " ".join(marks[start : start + MARKS_PER_LINE]) for start in starts)


def _begin_guide(name: str) -> Begun:
    folder = Path(name)
    title = folder.resolve().name
    for file in ("content/site.yaml", "content/pages/index.md"):
        text = Template((STARTERS / "guide" / file).read_text("utf-8")).substitute(_template_values(title))
        write_new(folder / file, text)
    return Begun(folder, NEXT_STEPS["guide"].format(name=f'"{name}"' if " " in str(name) else name))


def write_new(path: Path, text: str) -> None:
    """Write a new file, creating its folders.

    Raises:
        GuideError: it exists already, or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise GuideError(f"{path} exists already; it was not touched.", "Choose another name.") from None
    except OSError as error:
        raise GuideError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from error


def _checked_name(written: str, folder: str, ending: str) -> PurePosixPath:
    """The path below `folder` without extension, once it is known to be usable in addresses."""
    if written.endswith("/"):
        raise GuideError(
            f"“{written}” is the name of a folder.", f"Name the file in it too, such as “{written}a-name”."
        )
    name = written.removesuffix(ending)
    for start in (f"{folder}/", folder.removeprefix("content/") + "/"):
        name = name.removeprefix(start)
    parts = PurePosixPath(name).parts
    if not parts or not all(FILE_NAME.fullmatch(part) for part in parts):
        plain = (_without_accents(part) for part in parts if part not in ("/", "..", "."))
        better = "/".join(filter(None, (slugify(part).strip("-_") for part in plain)))
        example = f", such as “{better}”" if FILE_NAME.fullmatch(better.replace("/", "-")) else ""
        raise GuideError(
            f"“{written}” cannot be the name of a file here.", f"Use small letters, digits and hyphens{example}."
        )
    if parts[-1] in RESERVED:
        raise GuideError(f"Windows reserves the name “{parts[-1]}” for itself.", "Choose another name.")
    return PurePosixPath(*parts)


def _without_accents(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


def _template_values(name: str) -> dict[str, str]:
    """What the templates of new files may substitute."""
    today, words = build_day(), name.replace("-", " ")
    return {
        "name": name,
        "title": json.dumps(words[:1].upper() + words[1:], ensure_ascii=False),  # a quoted YAML scalar
        "today": today.isoformat(),
        "today_words": f"{today.day} {today:%B %Y}",
        "parts": "",
        "next_check": _months_later(today, CHECK_INTERVAL).isoformat(),
    }


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _parse_page_type(word: str) -> PageType:
    known = [type_.value for type_ in PageType]
    if word not in known:
        help = did_you_mean(word, known, f"Use one of: {', '.join(known)}.")
        raise GuideError(f"“{word}” is not a type of page.", help)
    return PageType(word)


def _usual_type(site: Site, folder: PurePosixPath) -> PageType:
    """The type that most pages of a folder have, not counting the home page; plain when it has none yet."""
    types: Mapping[PageType, int] = Counter(
        page.type for page in site.pages.values() if page.name.parent == folder and page.type is not PageType.HOME
    )
    return max(types, key=lambda type_: types[type_], default=PageType.PLAIN)
