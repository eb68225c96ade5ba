"""From a YAML tree to a typed value: every fault at once, each with its place and the next step."""

import dataclasses
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from crpsguide.frozen import frozen
from crpsguide.model import Trouble
from crpsguide.read.shapes import UnusualError, plain_value
from crpsguide.read.yaml_tree import Document, Tree
from crpsguide.read.yaml_tree import Path as YamlPath
from crpsguide.spelling import did_you_mean, near_misses

Shape = TypeVar("Shape")

FROM_CSL = {"container-title": "container_title"}  # CSL's own spelling of a variable
# Set by the reader, never typed by an editor.
INJECTED = frozenset({"id", "place", "places", "link_place", "newer_place", "finding_places"})

QUOTES = {"“": "”", "„": "“”", "«": "»"}  # what opens a quotation, and what may close it


def parse_record(
    shape: type[Shape],
    document: Document,
    *,
    at: YamlPath = (),
    known: Mapping[str, Any] = MappingProxyType({}),
    what: str,
    kind: str,
) -> tuple[Shape | None, tuple[Trouble, ...]]:
    """Make a value of `shape` from the mapping at a path of the document.

    `known` holds values that the reader adds (an id, a place, records made before). `what`
    names the thing for messages (“This page”), `kind` the rule that reports the troubles.
    Returns the value, or None with the troubles.
    """
    assert hasattr(shape, "__pydantic_config__")  # a `record`, which refuses keys that it does not have
    data = _at(document.data, at)
    faults = _Faults(document, at, shape, what, kind)
    if not isinstance(data, dict):
        return None, (
            faults.trouble(
                (), f"{what} should be a group of lines such as “name: …”.", "Indent its lines below a name of its own."
            ),
        )
    own = {one.name for one in dataclasses.fields(cast(Any, shape))} & INJECTED
    typed = tuple(faults.unknown_key((key,)) for key in data if key in own)
    texts = [*_texts({key: one for key, one in data.items() if key not in known})]
    told = tuple(faults.twice(path) for path in _twice(texts)) if kind == "record" else ()
    told += tuple(faults.half_quoted(path, text[0]) for path, text in texts if _is_half_quoted(text))
    whole = _prepared(data) | dict(known)
    if kind == "record":  # what a page's empty texts lack, its rules say better
        needed = (key for key in _required_texts(cast(Hashable, shape)) if key not in own)
        typed += tuple(faults.empty((key,)) for key in needed if not str(data.get(key, "there")).strip())
    with suppress(UnusualError):
        return (None if typed else plain_value(shape, whole)), typed + told
    from pydantic import ValidationError  # slow to import, and only needed where something is unusual

    try:
        value = _adapter(cast(Hashable, shape)).validate_python(whole)
    except ValidationError as error:
        if not document.data and kind == "record":
            return None, (faults.trouble((), f"{what} is empty.", "Write it, or remove the file."),)
        explained = tuple(map(faults.explain, _without_misspelt(error.errors(include_url=False))))
        return None, typed + told + explained
    return (None if typed else value), typed + told


def _without_misspelt(errors: Sequence[Any]) -> Iterator[Any]:
    """The errors, but for keys that are missing only because they stand there misspelt, which is told."""
    misspelt = {
        (tuple(one["loc"][:-1]), meant)
        for one in errors
        if one["type"] == "unexpected_keyword_argument"
        for meant in near_misses(
            str(one["loc"][-1]),
            [
                str(lack["loc"][-1])
                for lack in errors
                if lack["type"] == "missing" and lack["loc"][:-1] == one["loc"][:-1]
            ],
        )
    }
    for one in errors:
        if one["type"] != "missing" or (tuple(one["loc"][:-1]), str(one["loc"][-1])) not in misspelt:
            yield one


@cache
def _adapter(shape: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(shape)


@cache
def _required_texts(shape: Any) -> tuple[str, ...]:
    """The keys of a shape that hold a text, and cannot be left out."""
    hints = get_type_hints(shape)
    no_default = dataclasses.MISSING
    needed = (one for one in dataclasses.fields(shape) if one.default is no_default is one.default_factory)
    return tuple(_written(one.name) for one in needed if hints[one.name] is str)


def _at(data: Tree, path: YamlPath) -> Tree:
    for step in path:
        data = data[step]  # type: ignore[index] # the caller names a path that exists
    return data


def _texts(tree: Tree, path: YamlPath = ()) -> Iterator[tuple[YamlPath, str]]:
    """Every text of a tree, with its path."""
    if isinstance(tree, str):
        yield path, tree
    elif tree:
        for step, one in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _texts(one, (*path, step))


def _twice(texts: Iterable[tuple[YamlPath, str]]) -> Iterator[YamlPath]:
    """Where a list of words holds something a second time. Numbers may repeat, and so may the ends of a range."""
    seen = set[tuple[YamlPath, str]]()
    for path, text in texts:
        if isinstance(path[-1], int) and any(map(str.isalpha, text)):
            if (path[:-1], text) in seen:
                yield path
            seen.add((path[:-1], text))


def _is_half_quoted(text: str) -> bool:
    """Whether a text begins with a curly quotation mark that nothing closes."""
    ends = QUOTES.get(text[:1], "")
    return bool(ends) and not any(end in text[1:] for end in ends)


def _prepared(data: dict[str, Tree]) -> dict[str, Any]:
    """The mapping with CSL's names in Python's spelling, at every level."""

    def renamed(tree: Tree) -> Any:
        if isinstance(tree, dict):
            return {FROM_CSL.get(key, key): renamed(value) for key, value in tree.items()}
        if isinstance(tree, list):
            return [renamed(one) for one in tree]
        return tree

    prepared = renamed(data)
    assert isinstance(prepared, dict)
    return prepared


@frozen
class _Faults:
    """Puts what the validation library says into an editor's words, at the right place."""

    document: Document
    at: YamlPath
    shape: Any
    what: str
    kind: str

    def explain(self, error: Any) -> Trouble:
        path, found, sort = tuple(error["loc"]), error["input"], error["type"]
        key = self._named(path)
        text = found if isinstance(found, str) else "a list" if isinstance(found, list) else "a group of lines"
        quoted = f"“{found}”" if isinstance(found, str) else text
        if sort == "missing":
            return self.missing(path)
        if sort == "unexpected_keyword_argument":
            return self.unknown_key(path)
        if found is None:
            return self.empty(path)
        if sort == "enum":
            choices = [str(one.value) for one in self._field_type(path)] if self._is_enum(path) else []
            return self.trouble(
                path, f"{key} cannot be {quoted}.", did_you_mean(text, choices, f"Use one of: {', '.join(choices)}.")
            )
        if sort.startswith("date"):
            return self.trouble(
                path, f"{key}: {quoted} is not a day in the calendar.", "Write days as 2026-03-04: year, month, day."
            )
        if sort in ("int_parsing", "int_type", "int_from_float"):
            return self.trouble(path, f"{key}: {quoted} is not a whole number.", "Write digits only, such as 60.")
        if sort.startswith("bool"):
            return self.trouble(path, f"{key} is either true or false, not {quoted}.", "Write true or false.")
        if sort == "string_type":
            return self.trouble(
                path,
                f"{key} should be one text, but it is {text}.",
                "Write the text, in quotes if it begins with [ or {.",
            )
        if sort == "tuple_type":
            apart = re.sub(r"\s+(?:to|and)\s+|\s*[–—;]\s*", ", ", found) if isinstance(found, str) else ""
            help = f"Write it as [{apart}]." if apart else "Begin each item with “- ”."
            if dataclasses.is_dataclass(item := self._shape_at((*path, 0))):
                help = f"Write it as [{{{dataclasses.fields(item)[0].name}: …}}], with all that each item has."
            return self.trouble(path, f"{key} should be a list.", help)
        if sort in ("mapping_type", "dict_type", "dataclass_type"):
            first = found[0] if isinstance(found, list) and found else found
            example = f"such as “{first}: …”, " if isinstance(first, str) and re.fullmatch(r"[\w-]+", first) else ""
            return self.trouble(
                path,
                f"{key} should be a group of lines, each with a key and a value.",
                f"Write them below it, {example}each indented by two blanks.",
            )
        return self.trouble(path, f"{key}: {error['msg']}.", "Change the value.")

    def half_quoted(self, path: YamlPath, sign: str) -> Trouble:
        message = f"The quotation mark with which {self._named(path)} begins ({sign}) is never closed."
        return self.trouble(path, message, "Remove it, for a text needs none around it; or close the quotation.")

    def empty(self, path: YamlPath) -> Trouble:
        help = "Write a value behind the colon, or remove the line."
        return self.trouble(path, f"{self._named(path)} is empty.", help)

    def twice(self, path: YamlPath) -> Trouble:
        key = next(step for step in reversed(path) if isinstance(step, str))
        written = _at(self.document.data, (*self.at, *path))
        return self.trouble(path, f"“{key}” names “{written}” twice.", "Leave it there once.")

    def missing(self, path: YamlPath) -> Trouble:
        name = _written(str(path[-1]))
        around = [_written(step) for step in path[:-1] if isinstance(step, str)]
        where = f" in “{around[-1]}”" if around else ""
        return self.trouble(
            path[:-1], f"{self.what} needs “{name}”{where}.", f"Add a line such as “{name}: {self._example(path)}”."
        )

    def _named(self, path: YamlPath) -> str:
        """What a path leads to: a key, an item of a list, or the thing as a whole."""
        keys = [_written(step) for step in path if isinstance(step, str)]
        if not keys:
            return self.what
        return f"“{keys[-1]}”" if isinstance(path[-1], str) else f"An item of “{keys[-1]}”"

    def unknown_key(self, path: YamlPath) -> Trouble:
        written = _written(str(path[-1]))
        names = self._keys(path[:-1])
        message = f"“{written}” is not a key that is known here."
        help = did_you_mean(written, names, f"Known keys: {', '.join(names)}.")
        if written.isdecimal():
            message = f"The number is cut in two: “{written}” stands behind a comma."
            help = "Write it with a point, as in “2.5”, and without a comma between thousands."
        return Trouble(
            self.kind,
            self.document.keys.get((*self.at, *path[:-1], written), self.document.place((*self.at, *path))),
            message,
            help,
        )

    def trouble(self, path: YamlPath, message: str, help: str) -> Trouble:
        written = tuple(_written(one) if isinstance(one, str) else one for one in path)
        return Trouble(self.kind, self.document.place((*self.at, *written)), message, help)

    def _keys(self, path: YamlPath) -> list[str]:
        shape = self._shape_at(path)
        if not dataclasses.is_dataclass(shape):
            return []
        return [_written(one.name) for one in dataclasses.fields(shape) if one.name not in INJECTED]

    def _example(self, path: YamlPath) -> str:
        hint = self._field_type(path)
        if hint is date:
            return "2026-03-04"
        if hint is int:
            return "60"
        if self._is_enum(path):
            return str(next(iter(hint)).value)
        return "…"

    def _is_enum(self, path: YamlPath) -> bool:
        hint = self._field_type(path)
        return isinstance(hint, type) and issubclass(hint, Enum)

    def _field_type(self, path: YamlPath) -> Any:
        shape = self._shape_at(path[:-1])
        if not dataclasses.is_dataclass(shape):
            return None
        hint = get_type_hints(shape).get(str(path[-1]))
        options = [one for one in get_args(hint) if one is not type(None)]
        return options[0] if options and get_origin(hint) is not tuple else hint

    def _shape_at(self, path: YamlPath) -> Any:
        shape: Any = self.shape
        for step in path:
            if dataclasses.is_dataclass(shape):
                shape = get_type_hints(shape).get(str(step))
            elif get_args(shape):
                shape = get_args(shape)[1] if issubclass(get_origin(shape), Mapping) else get_args(shape)[0]
            origin = get_origin(shape)
            if not (isinstance(origin, type) and issubclass(origin, (tuple, Mapping))):  # one of several, or none
                shape = next(filter(dataclasses.is_dataclass, get_args(shape)), shape)
        return shape


def _written(name: str) -> str:
    """A field's name as an editor writes it."""
    return next((csl for csl, python in FROM_CSL.items() if python == name), name)
