"""Makes dataclasses of plain, correct YAML data without pydantic.

Importing pydantic takes a tenth of an incremental build; it is needed only for data that is wrong or written in an
unusual way.
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
_BOOLEANS = {"true": True, "false": False}


class UnusualError(ValueError):
    """The data is wrong, or needs pydantic to convert it."""


def plain_value(shape: Any, data: Any) -> Any:
    """The value of type `shape` that pydantic would make of a tree of strings, lists and mappings.

    Raises:
        UnusualError: the data is wrong, or needs pydantic.
    """
    return _maker(shape)(data)


@cache
def _maker(hint: Any) -> Make:
    origin, inside = get_origin(hint), get_args(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _choice({one.value: one for one in hint})
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _record_maker(hint)
    if origin is tuple and inside[1:] == (...,):
        return _tuple_maker(_maker(inside[0]))
    if origin is Mapping and inside[0] is str:
        return _mapping_maker(_maker(inside[1]))
    if origin in (Union, UnionType) and len(inside) == 2 and inside[1] is type(None):
        return _optional_maker(_maker(inside[0]))
    return _unsupported


def _string(typed: Any) -> str:
    if type(typed) is not str:
        raise UnusualError
    return typed


def _integer(typed: Any) -> int:
    if not _NUMBER.fullmatch(_string(typed)):
        raise UnusualError
    return int(typed)


def _date(typed: Any) -> date:
    if not _DAY.fullmatch(_string(typed)):
        raise UnusualError
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise UnusualError from None


def _unsupported(typed: Any) -> Any:
    raise UnusualError


def _choice(values: Mapping[str, Any]) -> Make:
    def make(typed: Any) -> Any:
        if _string(typed) not in values:
            raise UnusualError
        return values[typed]

    return make


_SCALARS: Mapping[Any, Make] = {str: _string, int: _integer, date: _date, bool: _choice(_BOOLEANS)}


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
        return {_string(key): one(value) for key, value in typed.items()}

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
            return typed  # made by the caller
        if type(typed) is not dict or not needed <= typed.keys() <= makers.keys():
            raise UnusualError
        return shape(**{name: makers[name](value) for name, value in typed.items()})

    return make
