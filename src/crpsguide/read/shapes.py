"""Records that are typed just as their shapes ask, made without the library that tells what is wrong with others.

To load that library takes a tenth of the time that a build takes after an edit, and most records have no fault.
"""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from crpsguide.language.expressions import LazyPattern

Make = Callable[[Any], Any]

_NUMBER = LazyPattern(r"0|-?[1-9][0-9]{0,8}")
_DAY = LazyPattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUTHS = {"true": True, "false": False}


class UnusualError(ValueError):
    """Something is not typed as its type asks, or in a way that more than one type may take."""


def plain_value(shape: Any, data: Any) -> Any:
    """The value of `shape` that the library would make of a tree of texts, lists and mappings.

    Raises:
        UnusualError: the tree is not typed in the plainest way; the library tells what it means, or what is wrong.
    """
    return _maker(shape)(data)


@cache
def _maker(hint: Any) -> Make:
    origin, inside = get_origin(hint), get_args(hint)
    if hint in _OF_TEXTS:
        return _OF_TEXTS[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _one_of({one.value: one for one in hint})
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _record_maker(hint)
    if origin is tuple and inside[1:] == (...,):
        return _tuple_maker(_maker(inside[0]))
    if origin is Mapping and inside[0] is str:
        return _mapping_maker(_maker(inside[1]))
    if origin in (Union, UnionType) and len(inside) == 2 and inside[1] is type(None):
        return _optional_maker(_maker(inside[0]))
    return _refused


def _text(typed: Any) -> str:
    if type(typed) is not str:
        raise UnusualError
    return typed


def _number(typed: Any) -> int:
    if not _NUMBER.fullmatch(_text(typed)):
        raise UnusualError
    return int(typed)


def _day(typed: Any) -> date:
    if not _DAY.fullmatch(_text(typed)):
        raise UnusualError
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise UnusualError from None


def _refused(typed: Any) -> Any:
    raise UnusualError


def _one_of(values: Mapping[str, Any]) -> Make:
    def make(typed: Any) -> Any:
        if _text(typed) not in values:
            raise UnusualError
        return values[typed]

    return make


_OF_TEXTS: Mapping[Any, Make] = {str: _text, int: _number, date: _day, bool: _one_of(_TRUTHS)}


def _tuple_maker(one: Make) -> Make:
    def make(typed: Any) -> tuple[Any, ...]:
        if type(typed) not in (list, tuple):
            raise UnusualError
        return tuple(map(one, typed))

    return make


def _mapping_maker(one: Make) -> Make:
    def make(typed: Any) -> dict[str, Any]:
        if type(typed) is not dict:
            raise UnusualError
        return {_text(key): one(value) for key, value in typed.items()}

    return make


def _optional_maker(one: Make) -> Make:
    return lambda typed: None if typed is None else one(typed)


def _record_maker(shape: Any) -> Make:
    hints = get_type_hints(shape)
    makers = {one.name: _maker(hints[one.name]) for one in dataclasses.fields(shape) if one.init}
    needed = {
        one.name
        for one in dataclasses.fields(shape)
        if one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
    }

    def make(typed: Any) -> Any:
        if type(typed) is shape:
            return typed  # the reader made it
        if type(typed) is not dict or not needed <= typed.keys() <= makers.keys():
            raise UnusualError
        return shape(**{name: makers[name](value) for name, value in typed.items()})

    return make
