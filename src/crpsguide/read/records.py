"""Makes typed values of YAML trees, and explains all validation errors in an editor's words."""

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

FROM_CSL = {"container-title": "container_title"}  # names of fields by CSL variable
# Fields that are set by the caller of `parse_record`, and must not be in a file.
INJECTED = frozenset({"id", "place", "places", "link_place", "newer_place", "finding_places"})

QUOTES = {"“": "”", "„": "“”", "«": "»"}  # closing quotation marks by opening ones


def parse_record(
    shape: type[Shape],
    document: Document,
    *,
    at: YamlPath = (),
    known: Mapping[str, Any] = MappingProxyType({}),
    what: str,
    kind: str,
) -> tuple[Shape | None, tuple[Trouble, ...]]:
    """Make a value of type `shape` from the mapping at a path of the document.

    `known` are values of fields that are not in the file (id, place, records made before). `what` names the record in
    messages (“This page”), `kind` the rule that reports the troubles. Without a value there is at least one trouble.
    """
    assert hasattr(shape, "__pydantic_config__")  # it is decorated with `record`, which forbids unknown keys
    data = _subtree(document.data, at)
    faults = _Faults(document, at, shape, what, kind)
    if not isinstance(data, dict):
        return None, (
            faults.trouble(
                (), f"{what} should be a group of lines such as “name: …”.", "Indent its lines below a name of its own."
            ),
        )
    injected = {field.name for field in dataclasses.fields(cast(Any, shape))} & INJECTED
    wrong_keys = tuple(faults.unknown_key((key,)) for key in data if key in injected)
    if kind == "record":  # for pages, rules have better messages
        required = (key for key in _required_texts(cast(Hashable, shape)) if key not in injected)
        wrong_keys += tuple(faults.empty((key,)) for key in required if not str(data.get(key, "there")).strip())
    texts = [*_texts({key: one for key, one in data.items() if key not in known})]
    minor_faults = tuple(faults.duplicate(path) for path in _duplicates(texts)) if kind == "record" else ()
    minor_faults += tuple(faults.half_quoted(path, text[0]) for path, text in texts if _is_half_quoted(text))
    if wrong_keys:
        return None, wrong_keys + minor_faults
    values = _with_python_names(data) | dict(known)
    with suppress(UnusualError):
        return plain_value(shape, values), minor_faults
    from pydantic import ValidationError  # slow to import, and rarely needed

    try:
        return _adapter(cast(Hashable, shape)).validate_python(values), minor_faults
    except ValidationError as error:
        if not document.data and kind == "record":
            return None, (faults.trouble((), f"{what} is empty.", "Write it, or remove the file."),)
        errors = _without_misspelt_keys(error.errors(include_url=False))
        return None, minor_faults + tuple(map(faults.explain, errors))


def _without_misspelt_keys(errors: Sequence[Any]) -> Iterator[Any]:
    """The errors without those about missing keys that are there, but misspelt, for which there is another error."""
    missing: dict[YamlPath, list[str]] = {}  # keys by path of their mapping
    for error in errors:
        if error["type"] == "missing":
            missing.setdefault(tuple(error["loc"][:-1]), []).append(str(error["loc"][-1]))
    misspelt: set[tuple[YamlPath, str]] = set()
    for error in errors:
        if error["type"] == "unexpected_keyword_argument":
            path = tuple(error["loc"][:-1])
            misspelt |= {(path, key) for key in near_misses(str(error["loc"][-1]), missing.get(path, ()))}
    for error in errors:
        if error["type"] != "missing" or (tuple(error["loc"][:-1]), str(error["loc"][-1])) not in misspelt:
            yield error


@cache
def _adapter(shape: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(shape)


@cache
def _required_texts(shape: Any) -> tuple[str, ...]:
    """The keys of the required string fields of a shape."""
    hints = get_type_hints(shape)
    missing = dataclasses.MISSING
    required = (one for one in dataclasses.fields(shape) if one.default is missing is one.default_factory)
    return tuple(_yaml_key(one.name) for one in required if hints[one.name] is str)


def _subtree(data: Tree, path: YamlPath) -> Tree:
    for step in path:
        data = data[step]  # type: ignore[index] # the caller names a path that exists
    return data


def _texts(tree: Tree, path: YamlPath = ()) -> Iterator[tuple[YamlPath, str]]:
    """All strings in a tree, with their paths."""
    if isinstance(tree, str):
        yield path, tree
    elif tree:
        for step, one in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _texts(one, (*path, step))


def _duplicates(texts: Iterable[tuple[YamlPath, str]]) -> Iterator[YamlPath]:
    """The paths of repeated items in lists of strings; numbers may repeat, as in an interval."""
    seen = set[tuple[YamlPath, str]]()
    for path, text in texts:
        if isinstance(path[-1], int) and any(map(str.isalpha, text)):
            if (path[:-1], text) in seen:
                yield path
            seen.add((path[:-1], text))


def _is_half_quoted(text: str) -> bool:
    """Whether a text begins with a typographic quotation mark that is never closed."""
    ends = QUOTES.get(text[:1], "")
    return bool(ends) and not any(end in text[1:] for end in ends)


def _with_python_names(data: dict[str, Tree]) -> dict[str, Any]:
    """The mapping with CSL variables renamed to fields, at every level."""

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
    """Makes troubles of validation errors; `at` is the path of the record in the document."""

    document: Document
    at: YamlPath
    shape: Any
    what: str
    kind: str

    def explain(self, error: Any) -> Trouble:
        """The trouble for a validation error of pydantic."""
        path, value, error_type = tuple(error["loc"]), error["input"], error["type"]
        if error_type == "missing":
            return self.missing(path)
        if error_type == "unexpected_keyword_argument":
            return self.unknown_key(path)
        if value is None:
            return self.empty(path)
        subject = self._subject(path)
        kind = "a list" if isinstance(value, list) else "a group of lines"
        quoted = f"“{value}”" if isinstance(value, str) else kind
        if error_type == "enum":
            choices = [str(one.value) for one in self._field_type(path)] if self._is_enum(path) else []
            text = value if isinstance(value, str) else kind
            help = did_you_mean(text, choices, f"Use one of: {', '.join(choices)}.")
            return self.trouble(path, f"{subject} cannot be {quoted}.", help)
        if error_type.startswith("date"):
            message, help = f"{quoted} is not a day in the calendar.", "Write days as 2026-03-04: year, month, day."
            return self.trouble(path, f"{subject}: {message}", help)
        if error_type in ("int_parsing", "int_type", "int_from_float"):
            return self.trouble(path, f"{subject}: {quoted} is not a whole number.", "Write digits only, such as 60.")
        if error_type.startswith("bool"):
            return self.trouble(path, f"{subject} is either true or false, not {quoted}.", "Write true or false.")
        if error_type == "string_type":
            message = f"{subject} should be one text, but it is {value if isinstance(value, str) else kind}."
            return self.trouble(path, message, "Write the text, in quotes if it begins with [ or {.")
        if error_type == "tuple_type":
            return self._not_a_list(path, value)
        if error_type in ("mapping_type", "dict_type", "dataclass_type"):
            return self._not_a_mapping(path, value)
        return self.trouble(path, f"{subject}: {error['msg']}.", "Change the value.")

    def _not_a_list(self, path: YamlPath, value: Any) -> Trouble:
        items = re.sub(r"\s+(?:to|and)\s+|\s*[–—;]\s*", ", ", value) if isinstance(value, str) else ""
        help = f"Write it as [{items}]." if items else "Begin each item with “- ”."
        if dataclasses.is_dataclass(item := self._shape_at((*path, 0))):
            help = f"Write it as [{{{dataclasses.fields(item)[0].name}: …}}], with all that each item has."
        return self.trouble(path, f"{self._subject(path)} should be a list.", help)

    def _not_a_mapping(self, path: YamlPath, value: Any) -> Trouble:
        key = value[0] if isinstance(value, list) and value else value
        example = f"such as “{key}: …”, " if isinstance(key, str) and re.fullmatch(r"[\w-]+", key) else ""
        message = f"{self._subject(path)} should be a group of lines, each with a key and a value."
        return self.trouble(path, message, f"Write them below it, {example}each indented by two blanks.")

    def half_quoted(self, path: YamlPath, sign: str) -> Trouble:
        message = f"The quotation mark with which {self._subject(path)} begins ({sign}) is never closed."
        return self.trouble(path, message, "Remove it, for a text needs none around it; or close the quotation.")

    def empty(self, path: YamlPath) -> Trouble:
        help = "Write a value behind the colon, or remove the line."
        return self.trouble(path, f"{self._subject(path)} is empty.", help)

    def duplicate(self, path: YamlPath) -> Trouble:
        key = next(step for step in reversed(path) if isinstance(step, str))
        item = _subtree(self.document.data, (*self.at, *path))
        return self.trouble(path, f"“{key}” names “{item}” twice.", "Leave it there once.")

    def missing(self, path: YamlPath) -> Trouble:
        name = _yaml_key(str(path[-1]))
        around = [_yaml_key(step) for step in path[:-1] if isinstance(step, str)]
        where = f" in “{around[-1]}”" if around else ""
        return self.trouble(
            path[:-1], f"{self.what} needs “{name}”{where}.", f"Add a line such as “{name}: {self._example(path)}”."
        )

    def _subject(self, path: YamlPath) -> str:
        """The subject of a message about a path: a key, an item of a list, or the record."""
        keys = [_yaml_key(step) for step in path if isinstance(step, str)]
        if not keys:
            return self.what
        return f"“{keys[-1]}”" if isinstance(path[-1], str) else f"An item of “{keys[-1]}”"

    def unknown_key(self, path: YamlPath) -> Trouble:
        key = _yaml_key(str(path[-1]))
        names = self._keys(path[:-1])
        message = f"“{key}” is not a key that is known here."
        help = did_you_mean(key, names, f"Known keys: {', '.join(names)}.")
        if key.isdecimal():  # “{value: 2,5}” in YAML is a value of 2, and a key 5
            message = f"The number is cut in two: “{key}” stands behind a comma."
            help = "Write it with a point, as in “2.5”, and without a comma between thousands."
        place = self.document.keys.get((*self.at, *path[:-1], key), self.document.place((*self.at, *path)))
        return Trouble(self.kind, place, message, help)

    def trouble(self, path: YamlPath, message: str, help: str) -> Trouble:
        """A trouble at a path of field names and indices, relative to the record."""
        yaml_path = tuple(_yaml_key(step) if isinstance(step, str) else step for step in path)
        return Trouble(self.kind, self.document.place((*self.at, *yaml_path)), message, help)

    def _keys(self, path: YamlPath) -> list[str]:
        shape = self._shape_at(path)
        if not dataclasses.is_dataclass(shape):
            return []
        return [_yaml_key(one.name) for one in dataclasses.fields(shape) if one.name not in INJECTED]

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


def _yaml_key(name: str) -> str:
    """The key in a file for the name of a field."""
    return next((csl for csl, python in FROM_CSL.items() if python == name), name)
