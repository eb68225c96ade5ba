"""Values folded small (pickled and compressed), so that thousands of pages fit into memory; each unfolds at work."""

import io
import pickle
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from operator import attrgetter
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from crpsguide.frozen import frozen

Folded = TypeVar("Folded")

MODEL = "crpsguide.model."
# What values of the model are made of, by where this Python keeps it: 3.13 has paths in “pathlib._local”.
PLAIN = frozenset((kind.__module__, kind.__qualname__) for kind in (PurePosixPath, date, frozenset, set))
OPEN = 128  # values that stay unfolded; rules go over some pages again and again, and then to others
FASTEST = 1  # of zlib's levels: a quarter of the room, for a tenth of the time that unfolding takes


@frozen(eq=False)
class Packed(Generic[Folded]):
    """A value of the model as bytes."""

    data: bytes

    @property
    def value(self) -> Folded:
        """The value, unfolded."""
        value: Folded = _opened(self.data)
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Packed) and (self.data == other.data or self.value == other.value)

    __hash__ = None  # type: ignore[assignment] # equal values may be of other bytes


def pack(value: Folded) -> Packed[Folded]:
    """Fold a value of the model."""
    return Packed(zlib.compress(dumped(value), FASTEST))


def dumped(value: object) -> bytes:
    """A value of the model, or plain data, as bytes."""
    buffer = io.BytesIO()
    _Writer(buffer, pickle.HIGHEST_PROTOCOL).dump(value)
    return buffer.getvalue()


def loaded(data: bytes | memoryview) -> Any:
    """What `dumped` made bytes of. Nothing in the bytes is ever run: only values of the model are made of them.

    Raises:
        Exception: the bytes are damaged, or ask for something else.
    """
    return _Reader(io.BytesIO(data)).load()


@lru_cache(maxsize=OPEN)
def _opened(data: bytes) -> Any:
    return loaded(zlib.decompress(data))


class _WaysToWrite(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """What makes a value again, by its class; left to the library where it is no dataclass."""

    def __missing__(self, kind: Any) -> Callable[[Any], tuple[Any, ...]]:
        """The way for a class that was not written before."""
        made_with = _made_with(kind)
        if made_with is None:
            raise KeyError(kind)
        self[kind] = way = lambda value: (kind, made_with(value))
        return way


class _Writer(pickle.Pickler):
    """Writes a value of the model as its class and what it is made with, which is read in a third of the time."""

    dispatch_table = _WaysToWrite()


def _made_with(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What takes a value of a class apart into what the class makes it of; None where it is no dataclass."""
    if issubclass(kind, Enum):
        return lambda value: (value.value,)  # Python 3.11 to 3.11.3 would ask for it by name, with `getattr`
    names = _given(kind)
    get = attrgetter(*names) if names else None
    return get if len(names) != 1 else lambda value: (getattr(value, names[0]),)


@cache
def _given(kind: Any) -> tuple[str, ...]:
    """The fields that a dataclass is made with, all of them or none."""
    found = fields(kind) if is_dataclass(kind) else ()
    return tuple(one.name for one in found) if all(one.init for one in found) else ()


def _maker(kind: Any) -> Any:
    """What makes a value of a class of its fields in order: the class, unless it takes some by their names alone.

    Of the same parts a path is made once.
    """
    if kind is PurePosixPath:
        return _path
    names = _given(kind)
    if not names or not any(one.kw_only for one in fields(kind)):
        return kind
    setters = [getattr(kind, name).__set__ for name in names]  # of its slots

    def made(*values: object) -> Any:
        value = object.__new__(kind)
        for set_, given in zip(setters, values, strict=True):
            set_(value, given)
        return value

    return made


@lru_cache(maxsize=65536)  # the pages of a guide link to each other; one path knows how it is written, and its hash
def _path(*parts: str) -> PurePosixPath:
    return PurePosixPath(*parts)


_MAKERS: dict[tuple[str, str], Any] = {}  # of the classes found before, for a guide holds thousands of values


class _Reader(pickle.Unpickler):
    """Makes values of the model and nothing else, whatever the bytes ask for.

    Source: https://docs.python.org/3/library/pickle.html#restricting-globals
    """

    def find_class(self, module: str, name: str) -> Any:
        """A class of the model, or one of the plain ones that its values are made of."""
        try:
            return _MAKERS[module, name]
        except KeyError:
            return _MAKERS.setdefault((module, name), self._maker_of(module, name))

    def _maker_of(self, module: str, name: str) -> Any:
        if (module, name) in PLAIN or module.startswith(MODEL):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return _maker(found)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a guide")
