"""The templates: where they are found, what they can call, and what is said when one is wrong."""

import base64
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import jinja2
import rjsmin
from markupsafe import Markup

from crpsguide.errors import TemplateError
from crpsguide.installed import builtin_templates
from crpsguide.model import Block, RichText, bare_style, key_of
from crpsguide.render.addresses import ALL_STYLES, CHARTS_STYLES, LISTS_STYLES, PICTURES_STYLES, STYLES, TOOLS_STYLES
from crpsguide.render.arrays import dot_arrays
from crpsguide.render.claims import topics
from crpsguide.render.compiled import CompiledTemplates
from crpsguide.render.contacts import (
    checked_alike,
    countries,
    emergency_numbers,
    listed_organisations,
    not_stated,
    unconfirmed,
    urgent,
    where,
    who_stated,
)
from crpsguide.render.glossary import letter_pages, terms_by_letter
from crpsguide.render.overviews import study_rows
from crpsguide.render.rich_text import without_colon
from crpsguide.render.template_faults import PATIENCE, explained, fault, place_of_template, refuse_useless
from crpsguide.render.timelines import time_picture
from crpsguide.render.words import (
    READ,
    day_words,
    dialled,
    host_words,
    people_words,
    phone_words,
    sentence_start,
    size_words,
    values_by_name,
    web_address,
)
from crpsguide.time_limit import at_most
from crpsguide.urls import drawing_address

STYLES_BEFORE = ("styles/tokens.css", "styles/base.css", "styles/layout.css")
STYLES_AFTER = ("styles/print.css",)
# The components that few pages show. Each style sheet leaves out fewer of them, and a page asks for the first that
# has all that it shows: one file, and no more than it needs.
PICTURES = frozenset({"icon-array", "numbers-from"})
CHARTS = frozenset({"study-overview", "time-line"})
LISTS = frozenset({"claim-checker", "contacts", "glossary", "organisations", "search"})
TOOLS = frozenset({"checklist", "diary", "fields"})
TYPED = frozenset({"answer"})  # what is looked for is typed in, as are answers
WITHOUT = {
    STYLES: PICTURES | CHARTS | LISTS | TOOLS | TYPED,
    PICTURES_STYLES: CHARTS | LISTS | TOOLS | TYPED,
    CHARTS_STYLES: LISTS | TOOLS | TYPED,
    TOOLS_STYLES: PICTURES | CHARTS | LISTS,
    LISTS_STYLES: PICTURES | CHARTS | TOOLS,
    ALL_STYLES: frozenset[str](),
}
MOST_DRAWN = 16 * 2**20  # characters; a hundred times the longest page of a real guide
HEAD_SCRIPT = "scripts/head.js"  # one line that every page carries itself, so that no wrong colours flash up
LOST_SCRIPT = "scripts/lost.js"


def policy_hash(code: str) -> str:
    """How a Content-Security-Policy names a script or a style that stands in a page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"


class _Loader(jinja2.FileSystemLoader):
    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise jinja2.TemplateSyntaxError("it is not UTF-8 text", line, template) from error


class _Environment(jinja2.Environment):
    """Hands its globals to templates as one dictionary: a page looks through them for each template that it imports."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """See `jinja2.Environment.make_globals`. They are all set before the first template is asked for."""
        return {**self.globals, **(d or {})}


class Templates:
    """The templates of some folders, earlier folders first; a guide may override single files.

    They are as they stood when they were first asked for; `templates_in` tells when that is no longer so.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        refuse_useless(self.folders)
        self.environment = _Environment(
            loader=_Loader([str(folder) for folder in folders]),
            auto_reload=False,
            bytecode_cache=CompiledTemplates(builtin_templates()),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        self.environment.filters |= {
            "component": _component,
            "day": day_words,
            "dialled": dialled,
            "host": host_words,
            "people": people_words,
            "phone": phone_words,
            "sentence": sentence_start,
            "size": size_words,
            "text": _text,
            "way": _way,
            "web": web_address,
        }
        self.environment.globals |= {
            "checked_alike": checked_alike,
            "claim_topics": topics,
            "countries": countries,
            "dot_arrays": dot_arrays,
            "emergency_numbers": emergency_numbers,
            "letter_pages": letter_pages,
            "listed_organisations": listed_organisations,
            "not_stated": not_stated,
            "read_words": READ,
            "study_rows": study_rows,
            "terms_by_letter": terms_by_letter,
            "time_picture": time_picture,
            "unconfirmed": unconfirmed,
            "urgent": urgent,
            "values_by_name": values_by_name,
            "where": where,
            "who_stated": who_stated,
        }

    def render(self, name: str, values: Mapping[str, Any], *, drawn: str) -> str:
        """The template's text. `drawn` names the file that is being drawn, for messages."""
        with explained(drawn), at_most(PATIENCE):
            text = self.environment.get_template(name).render(values)
        if len(text) > MOST_DRAWN:
            raise fault(name, 1, drawn, f"it draws {len(text)} characters; at most {MOST_DRAWN} can be a file")
        if name.endswith(".html") and not text.strip():
            raise fault(name, 1, drawn, "it draws nothing; it may be cut off")
        return text

    @property
    def has_own(self) -> bool:
        """Whether a guide's own templates stand in the place of built-in ones."""
        return len(self.folders) > 1

    def macros(self, name: str, values: Mapping[str, Any]) -> Any:
        """The macros of a template, which see `values` beside their arguments."""
        return self.environment.get_template(name).make_module(dict(values))

    @cached_property
    def icon(self) -> Markup:
        """The address of the icon, which holds all of it: each page would else ask for one more file."""
        return Markup(drawing_address(self.text("icons/icon.svg").strip()))

    @cached_property
    def head_script(self) -> Markup:
        """The script that stands in every page: a file of the templates, never words of an editor."""
        return Markup(self.script(HEAD_SCRIPT).strip())

    @cached_property
    def lost_script(self) -> Markup:
        """The script of the page for lost visitors, where nobody said at which address the guide will stand."""
        return Markup(self.script(LOST_SCRIPT).strip())

    @cached_property
    def carried_style(self) -> Markup:
        """The style that the page for lost visitors carries itself: nobody knows from where it could ask for a file."""
        return Markup(self.styles[STYLES].replace("</", r"<\/"))  # so that no string in it ends the element

    @cached_property
    def digest(self) -> str:
        """What tells these templates from others: all that they may draw with."""
        found = ((folder, file) for folder in self.folders for file in sorted(folder.rglob("*")) if file.is_file())
        return key_of(
            *(f"{file.relative_to(folder)} {hashlib.blake2b(file.read_bytes()).hexdigest()}" for folder, file in found)
        )

    @cached_property
    def styles(self) -> Mapping[PurePosixPath, str]:
        """The style sheets, from the one of most pages to the one that has all.

        In each: tokens, base, layout, the components by name, print.
        """
        known = self.environment.list_templates(extensions=["css"])
        components = {PurePosixPath(name).stem: name for name in sorted(known) if name.startswith("components/")}
        bare = {name: bare_style(self.text(name)) for name in (*STYLES_BEFORE, *components.values(), *STYLES_AFTER)}
        sheets = {
            file: (*STYLES_BEFORE, *(path for name, path in components.items() if name not in left_out), *STYLES_AFTER)
            for file, left_out in WITHOUT.items()
        }
        return {file: "".join(bare[name] for name in names) for file, names in sheets.items()}

    def script(self, *names: str) -> str:
        """Scripts of the templates one after the other, without the comments and blanks that only their writers need.

        A template string within another may hold no `//`: that would be taken for a comment.
        """
        return "\n".join(rjsmin.jsmin(self.text(name)) for name in names) + "\n"

    def file(self, name: str) -> bytes:
        """A file of the templates as it is.

        Raises:
            TemplateError: no folder holds it.
        """
        return self.path(name).read_bytes()

    def text(self, name: str) -> str:
        """The text of a file of the templates.

        Raises:
            TemplateError: no folder holds it, or it is no text.
        """
        data = self.file(name)
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            help = "Choose the encoding UTF-8 in your editor, and save it again."
            raise TemplateError(
                "This file is not UTF-8 text.", help, name, line, place_of_template(name, line)
            ) from error

    def path(self, name: str) -> Path:
        """Where a file of the templates lies, in the first folder that holds it.

        Raises:
            TemplateError: no folder holds it.
        """
        path = next((path for folder in self.folders if (path := folder / name).is_file()), None)
        if path is None:
            raise TemplateError(
                f"There is no file “{name}” in the templates.",
                f"Put it into one of: {', '.join(str(folder) for folder in self.folders)}.",
                template=name,
            )
        return path


def templates_in(folders: Sequence[Path]) -> Templates:
    """The templates of some folders as they stand now; those of before, while nothing in the folders has changed."""
    return _templates(tuple(folders), tuple(fact for folder in folders for fact in _facts(folder)))


@lru_cache(maxsize=1)  # a build draws a site, what servers need and a dashboard; a preview draws again and again
def _templates(folders: Sequence[Path], facts: tuple[object, ...]) -> Templates:
    return Templates(folders)


def _facts(folder: Path | str) -> Iterator[tuple[object, ...]]:
    """What tells the files in a folder from those of another time, without reading them."""
    with suppress(OSError), os.scandir(folder) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                yield from _facts(one.path)
                continue
            with suppress(OSError):  # taken away meanwhile
                told = one.stat()
                yield one.path, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns


@jinja2.pass_context
def _text(context: jinja2.runtime.Context, pieces: RichText) -> Markup:
    drawn: Markup = context["draw"].text(pieces)
    return drawn


@jinja2.pass_context
def _way(context: jinja2.runtime.Context, pieces: RichText) -> Markup:
    drawn: Markup = context["draw"].text(without_colon(pieces))
    return drawn


@jinja2.pass_context
def _component(context: jinja2.runtime.Context, block: Block, level: int = 2) -> Markup:
    drawn: Markup = context["draw"].component(block, level)
    return drawn
