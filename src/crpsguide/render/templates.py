"""The Jinja templates: loading, the filters and functions that they can use, and error messages."""

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
from crpsguide.model import Block, RichText, key_of, minified_css
from crpsguide.render.addresses import ALL_STYLES, CHARTS_STYLES, LISTS_STYLES, PICTURES_STYLES, STYLES, TOOLS_STYLES
from crpsguide.render.arrays import dot_arrays
from crpsguide.render.claims import topics
from crpsguide.render.compiled import CompiledTemplates
from crpsguide.render.contacts import (
    contacts_by_country,
    emergency_numbers,
    is_safety_critical,
    listed_organisations,
    location,
    not_stated,
    shared_check,
    stated_by,
    unconfirmed_contacts,
)
from crpsguide.render.glossary import letter_pages, terms_by_letter
from crpsguide.render.overviews import study_rows
from crpsguide.render.rich_text import without_link_colon
from crpsguide.render.template_faults import PATIENCE, explain_errors, fault, place_of_template, refuse_unused
from crpsguide.render.timelines import time_chart
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
from crpsguide.urls import svg_data_url

STYLES_BEFORE = ("styles/tokens.css", "styles/base.css", "styles/layout.css")
STYLES_AFTER = ("styles/print.css",)
# Components that few pages have, and which of them each style sheet excludes. A page links to the first sheet that
# excludes none of its components, so that it loads one file with few unused rules.
PICTURES = frozenset({"icon-array", "numbers-from"})
CHARTS = frozenset({"study-overview", "time-line"})
LISTS = frozenset({"claim-checker", "contacts", "glossary", "organisations", "search"})
TOOLS = frozenset({"checklist", "diary", "fields"})
TEXT_FIELDS = frozenset({"answer"})  # used by both tools and searchable lists
EXCLUDED_COMPONENTS = {
    STYLES: PICTURES | CHARTS | LISTS | TOOLS | TEXT_FIELDS,
    PICTURES_STYLES: CHARTS | LISTS | TOOLS | TEXT_FIELDS,
    CHARTS_STYLES: LISTS | TOOLS | TEXT_FIELDS,
    TOOLS_STYLES: PICTURES | CHARTS | LISTS,
    LISTS_STYLES: PICTURES | CHARTS | TOOLS,
    ALL_STYLES: frozenset[str](),
}
MAX_LENGTH = 16 * 2**20  # characters of a rendered file; a hundred times the longest page of a real guide
HEAD_SCRIPT = "scripts/head.js"  # inlined into every page, to set the colour theme before the first paint
NOT_FOUND_SCRIPT = "scripts/not-found.js"


def policy_hash(code: str) -> str:
    """The source expression of a Content-Security-Policy that allows an inline script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"


class _Loader(jinja2.FileSystemLoader):
    """A loader that reports a file that is not UTF-8 with its line."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise jinja2.TemplateSyntaxError("it is not UTF-8 text", line, template) from error


class _Environment(jinja2.Environment):
    """An environment whose templates get globals as one plain dictionary, which is faster than Jinja's `ChainMap`."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """See `jinja2.Environment.make_globals`. All globals have to be set before the first template is loaded."""
        return {**self.globals, **(d or {})}


class Templates:
    """The templates in some folders; a file in an earlier folder overrides one with the same name in a later folder.

    Changes on the disk are not noticed; `templates_in` makes a new instance when there are any.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        refuse_unused(self.folders)
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
            "text_without_colon": _text_without_colon,
            "web": web_address,
        }
        self.environment.globals |= {
            "shared_check": shared_check,
            "claim_topics": topics,
            "contacts_by_country": contacts_by_country,
            "dot_arrays": dot_arrays,
            "emergency_numbers": emergency_numbers,
            "letter_pages": letter_pages,
            "listed_organisations": listed_organisations,
            "not_stated": not_stated,
            "read_words": READ,
            "study_rows": study_rows,
            "terms_by_letter": terms_by_letter,
            "time_chart": time_chart,
            "unconfirmed_contacts": unconfirmed_contacts,
            "is_safety_critical": is_safety_critical,
            "values_by_name": values_by_name,
            "location": location,
            "stated_by": stated_by,
        }

    def render(self, name: str, values: Mapping[str, Any], *, output: str) -> str:
        """Render a template. `output` names the file that is rendered, for error messages.

        Raises:
            TemplateError: the template is wrong, takes too long, or renders nothing or far too much.
        """
        with explain_errors(output), at_most(PATIENCE):
            text = self.environment.get_template(name).render(values)
        if len(text) > MAX_LENGTH:
            raise fault(name, 1, output, f"it draws {len(text)} characters; at most {MAX_LENGTH} can be a file")
        if name.endswith(".html") and not text.strip():
            raise fault(name, 1, output, "it draws nothing; it may be cut off")
        return text

    @property
    def has_own(self) -> bool:
        """Whether the guide has templates of its own, which may override built-in ones."""
        return len(self.folders) > 1

    def macros(self, name: str, values: Mapping[str, Any]) -> Any:
        """The macros of a template as attributes of a module; `values` are variables in them."""
        return self.environment.get_template(name).make_module(dict(values))

    @cached_property
    def icon(self) -> Markup:
        """The icon as a `data:` URL, which saves each page a request."""
        return Markup(svg_data_url(self.text("icons/icon.svg").strip()))

    @cached_property
    def head_script(self) -> Markup:
        """The inline script of every page. It is safe as markup, since no text of an editor is in it."""
        return Markup(self.script(HEAD_SCRIPT).strip())

    @cached_property
    def not_found_script(self) -> Markup:
        """The inline script of the 404 page of a guide without a published address."""
        return Markup(self.script(NOT_FOUND_SCRIPT).strip())

    @cached_property
    def inline_style(self) -> Markup:
        """The inline style of the 404 page, which is served at any depth, even where no style sheet can be found."""
        return Markup(self.styles[STYLES].replace("</", r"<\/"))  # so that no string in it ends the element

    @cached_property
    def digest(self) -> str:
        """A digest of the names and contents of all files in the folders."""
        files = ((folder, file) for folder in self.folders for file in sorted(folder.rglob("*")) if file.is_file())
        return key_of(
            *(f"{file.relative_to(folder)} {hashlib.blake2b(file.read_bytes()).hexdigest()}" for folder, file in files)
        )

    @cached_property
    def styles(self) -> Mapping[PurePosixPath, str]:
        """The minified style sheets by address.

        Each has tokens, base, layout, the components by name that it does not exclude, print.
        """
        names = self.environment.list_templates(extensions=["css"])
        components = {PurePosixPath(name).stem: name for name in sorted(names) if name.startswith("components/")}
        minified = {
            name: minified_css(self.text(name)) for name in (*STYLES_BEFORE, *components.values(), *STYLES_AFTER)
        }
        sheets = {
            file: (*STYLES_BEFORE, *(path for name, path in components.items() if name not in excluded), *STYLES_AFTER)
            for file, excluded in EXCLUDED_COMPONENTS.items()
        }
        return {file: "".join(minified[name] for name in names) for file, names in sheets.items()}

    def script(self, *names: str) -> str:
        """Script files one after another, minified.

        The minifier takes `//` for a comment in a template string that is nested in another, so none may be there.
        """
        return "\n".join(rjsmin.jsmin(self.text(name)) for name in names) + "\n"

    def file(self, name: str) -> bytes:
        """The bytes of a file among the templates.

        Raises:
            TemplateError: it is in no folder.
        """
        return self.path(name).read_bytes()

    def text(self, name: str) -> str:
        """The text of a file among the templates.

        Raises:
            TemplateError: it is in no folder, or not UTF-8.
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
        """The path of a file in the first folder that has it.

        Raises:
            TemplateError: it is in no folder.
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
    """The templates in some folders; the same instance as before while no file has changed."""
    return _templates(tuple(folders), tuple(status for folder in folders for status in _file_statuses(folder)))


@lru_cache(maxsize=1)  # a build needs them for the site, hosting and the dashboard, a preview for each edition
def _templates(folders: Sequence[Path], statuses: tuple[object, ...]) -> Templates:
    return Templates(folders)


def _file_statuses(folder: Path | str) -> Iterator[tuple[object, ...]]:
    """Path, inode, size and dates of each file below a folder, by which a change is noticed without reading it."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _file_statuses(entry.path)
                continue
            with suppress(OSError):  # deleted meanwhile
                status = entry.stat()
                yield entry.path, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


@jinja2.pass_context
def _text(variables: jinja2.runtime.Context, pieces: RichText) -> Markup:
    markup: Markup = variables["context"].text(pieces)
    return markup


@jinja2.pass_context
def _text_without_colon(variables: jinja2.runtime.Context, pieces: RichText) -> Markup:
    markup: Markup = variables["context"].text(without_link_colon(pieces))
    return markup


@jinja2.pass_context
def _component(variables: jinja2.runtime.Context, block: Block, level: int = 2) -> Markup:
    markup: Markup = variables["context"].component(block, level)
    return markup
