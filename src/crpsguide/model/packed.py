"""Values kept pickled and compressed until they are used, so that thousands of pages fit into memory."""

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

Value = TypeVar("Value")

MODEL = "crpsguide.model."
# Other classes that may be unpickled, by the module that this Python reports: 3.13 has paths in “pathlib._local”.
OTHER_CLASSES = frozenset((cls.__module__, cls.__qualname__) for cls in (PurePosixPath, date, frozenset, set))
MAX_UNPACKED = 128  # values kept unpacked; all rules go over one group of pages before the next
COMPRESSION_LEVEL = 1  # of zlib, the fastest: a quarter of the size, for a tenth of the time that unpickling takes


@frozen(eq=False)
class Packed(Generic[Value]):
    """A value of the model, pickled and compressed."""

    data: bytes

    @property
    def value(self) -> Value:
        """The value, unpacked."""
        value: Value = _unpacked(self.data)
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Packed) and (self.data == other.data or self.value == other.value)

    __hash__ = None  # type: ignore[assignment] # equal values may have been pickled to different bytes


def pack(value: Value) -> Packed[Value]:
    """Pickle and compress a value of the model."""
    return Packed(zlib.compress(dumped(value), COMPRESSION_LEVEL))


def dumped(value: object) -> bytes:
    """A value of the model, or plain data, pickled."""
    buffer = io.BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(value)
    return buffer.getvalue()


def loaded(data: bytes | memoryview) -> Any:
    """The value that `dumped` pickled. Safe for untrusted bytes: they can only become values of the model.

    Raises:
        Exception: the bytes are damaged, or name any other class or function.
    """
    return _Unpickler(io.BytesIO(data)).load()


@lru_cache(maxsize=MAX_UNPACKED)
def _unpacked(data: bytes) -> Any:
    return loaded(zlib.decompress(data))


class _Reducers(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """By class, a function that reduces an instance to the class and its arguments; see `pickle`'s `dispatch_table`.

    A class without an entry is pickled as usual.
    """

    def __missing__(self, cls: Any) -> Callable[[Any], tuple[Any, ...]]:
        """Add the function for a class."""
        arguments = _arguments_getter(cls)
        if arguments is None:
            raise KeyError(cls)
        self[cls] = reducer = lambda value: (cls, arguments(value))
        return reducer


class _Pickler(pickle.Pickler):
    """Pickles instances as a call of their class, which unpickles in a third of the time that setting state takes."""

    dispatch_table = _Reducers()


def _arguments_getter(cls: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """A function from an instance to its constructor's arguments; None if the class is no dataclass or enum."""
    if issubclass(cls, Enum):
        return lambda value: (value.value,)  # Python 3.11.0 to 3.11.3 would pickle a call of `getattr`
    names = _init_fields(cls)
    get = attrgetter(*names) if names else None
    return get if len(names) != 1 else lambda value: (getattr(value, names[0]),)


@cache
def _init_fields(cls: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields; none if it is no dataclass, or a field is not an argument of `__init__`."""
    found = fields(cls) if is_dataclass(cls) else ()
    return tuple(field.name for field in found) if all(field.init for field in found) else ()


def _constructor(cls: Any) -> Any:
    """A function that makes an instance from the values of its fields in order.

    It is the class itself, unless this has keyword-only fields; equal paths are one object.
    """
    if cls is PurePosixPath:
        return _path
    names = _init_fields(cls)
    if not names or not any(field.kw_only for field in fields(cls)):
        return cls
    setters = [getattr(cls, name).__set__ for name in names]  # of the slots, since instances are frozen

    def construct(*values: object) -> Any:
        instance = object.__new__(cls)
        for set_, value in zip(setters, values, strict=True):
            set_(instance, value)
        return instance

    return construct


@lru_cache(maxsize=65536)  # pages link to each other; a path caches its text and its hash
def _path(*parts: str) -> PurePosixPath:
    return PurePosixPath(*parts)


_CONSTRUCTORS: dict[tuple[str, str], Any] = {}  # by module and name; a guide holds thousands of values of each class


class _Unpickler(pickle.Unpickler):
    """Makes values of the model and nothing else, whatever the bytes name.

    Source: https://docs.python.org/3/library/pickle.html#restricting-globals
    """

    def find_class(self, module: str, name: str) -> Any:
        """The constructor for a class of the model, or one of `OTHER_CLASSES`."""
        try:
            return _CONSTRUCTORS[module, name]
        except KeyError:
            return _CONSTRUCTORS.setdefault((module, name), self._allowed_constructor(module, name))

    def _allowed_constructor(self, module: str, name: str) -> Any:
        if (module, name) in OTHER_CLASSES or module.startswith(MODEL):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return _constructor(found)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a guide")
