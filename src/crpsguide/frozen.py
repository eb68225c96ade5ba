"""Frozen dataclasses with slots whose classes are created in a third of the usual time.

The standard library generates and compiles six methods for each frozen class whenever a process starts: for some two
hundred classes a quarter of the time in which a command starts. Here `__init__` alone is generated, when the first
instance is made, and runs in two thirds of the time; the other methods are shared by all classes.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

Class = TypeVar("Class")


@overload
def frozen(cls: type[Class], /) -> type[Class]: ...
@overload
def frozen(*, kw_only: bool = False, eq: bool = True) -> Callable[[type[Class]], type[Class]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Any = None, /, *, kw_only: bool = False, eq: bool = True) -> Any:
    """Class decorator like `@dataclass(frozen=True, slots=True)`; `dataclasses.fields` and `replace` work on it.

    With `eq` unset an instance equals only itself, unless the class defines `__eq__`.
    """
    return _as_frozen(cls, kw_only, eq) if cls else lambda cls: _as_frozen(cls, kw_only, eq)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[Class]) -> type[Class]:
    """Class decorator for what editors write as YAML: fields are given by keyword, and unknown keys are refused."""
    settings: Any = cls
    settings.__pydantic_config__ = {"extra": "forbid"}
    return frozen(kw_only=True)(cls)


def _as_frozen(cls: Any, kw_only: bool, eq: bool) -> Any:
    made: Any = dataclass(init=False, eq=False, repr=False, slots=True, kw_only=kw_only)(cls)
    names = [one.name for one in fields(made)]
    values = attrgetter(*names) if names else lambda self: ()

    def equal(self: Any, other: Any) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    made.__init__ = _lazy_init(made)
    made.__repr__ = _repr
    made.__setattr__ = made.__delattr__ = _refuse_change
    made.__setstate__ = _set_state
    if eq:
        made.__eq__ = equal
    if eq and "__hash__" not in vars(cls):
        made.__hash__ = lambda self: hash(values(self))
    return made


def _lazy_init(cls: Any) -> Any:
    """An `__init__` that replaces itself on its first call: most runs make instances of half of the classes."""

    def init(self: Any, *args: object, **kwargs: object) -> None:
        cls.__init__ = _compiled_init(cls)
        cls.__init__(self, *args, **kwargs)

    return init


def _compiled_init(cls: Any) -> Any:
    """Compile `def __init__(self, a, b=default_b): set_a(self, a); set_b(self, b)` for the fields of a class."""
    namespace: dict[str, Any] = {"MISSING": MISSING}
    lines = []
    for one in fields(cls):
        name, value = one.name, one.name
        namespace[f"set_{name}"] = getattr(cls, name).__set__  # the slot's own setter: `__setattr__` refuses
        if one.default_factory is not MISSING:
            namespace[f"make_{name}"] = one.default_factory
            value = f"make_{name}() if {name} is MISSING else {name}"
        elif one.default is not MISSING:
            namespace[f"default_{name}"] = one.default
        lines.append(f" set_{name}(self, {value})")
    positional = [_parameter(one) for one in fields(cls) if not one.kw_only]
    keyword_only = [_parameter(one) for one in fields(cls) if one.kw_only]
    parameters = ", ".join(["self", *positional, *(["*", *keyword_only] if keyword_only else [])])
    exec("\n".join([f"def __init__({parameters}):", *(lines or [" pass"])]), namespace)
    return namespace["__init__"]


def _parameter(one: Field[Any]) -> str:
    if one.default_factory is not MISSING:
        return f"{one.name}=MISSING"
    return one.name if one.default is MISSING else f"{one.name}=default_{one.name}"


def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _refuse_change(self: Any, name: str, *value: object) -> None:
    raise FrozenInstanceError(f"cannot change “{name}” of a {type(self).__name__}")


def _set_state(self: Any, state: tuple[None, dict[str, Any]]) -> None:
    """Restore a copied or unpickled instance from its slots; the standard library's own would be refused."""
    for name, value in state[1].items():
        object.__setattr__(self, name, value)
