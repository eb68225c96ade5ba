"""Frozen dataclasses with slots whose classes are created in a third of the usual time.

The standard library generates and compiles six methods for each frozen class at import: for some two hundred classes a
quarter of the start-up time of a command. Here only `__init__` is generated, at the first instantiation, and runs in
two thirds of the time; the other methods are shared by all classes.
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

    With `eq=False`, instances are compared by identity, unless the class defines `__eq__`.
    """
    return _as_frozen(cls, kw_only, eq) if cls else lambda cls: _as_frozen(cls, kw_only, eq)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[Class]) -> type[Class]:
    """Class decorator for values parsed from YAML: keyword-only fields, and pydantic refuses unknown keys."""
    any_class: Any = cls
    any_class.__pydantic_config__ = {"extra": "forbid"}
    return frozen(kw_only=True)(cls)


def _as_frozen(cls: Any, kw_only: bool, eq: bool) -> Any:
    new_class: Any = dataclass(init=False, eq=False, repr=False, slots=True, kw_only=kw_only)(cls)
    names = [field.name for field in fields(new_class)]
    values = attrgetter(*names) if names else lambda self: ()

    def equal(self: Any, other: Any) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    new_class.__init__ = _lazy_init(new_class)
    new_class.__repr__ = _repr
    new_class.__setattr__ = new_class.__delattr__ = _refuse_change
    new_class.__setstate__ = _set_state
    if eq:
        new_class.__eq__ = equal
    if eq and "__hash__" not in vars(cls):
        new_class.__hash__ = lambda self: hash(values(self))
    return new_class


def _lazy_init(cls: Any) -> Any:
    """An `__init__` that replaces itself on its first call: most runs use only half of the classes."""

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
        namespace[f"set_{name}"] = getattr(cls, name).__set__  # that of the slot, since `__setattr__` raises
        if one.default_factory is not MISSING:
            namespace[f"make_{name}"] = one.default_factory
            value = f"make_{name}() if {name} is MISSING else {name}"
        elif one.default is not MISSING:
            namespace[f"default_{name}"] = one.default
        lines.append(f" set_{name}(self, {value})")
    positional = [_parameter(field) for field in fields(cls) if not field.kw_only]
    keyword_only = [_parameter(field) for field in fields(cls) if field.kw_only]
    parameters = ", ".join(["self", *positional, *(["*", *keyword_only] if keyword_only else [])])
    exec("\n".join([f"def __init__({parameters}):", *(lines or [" pass"])]), namespace)
    return namespace["__init__"]


def _parameter(field: Field[Any]) -> str:
    if field.default_factory is not MISSING:
        return f"{field.name}=MISSING"
    return field.name if field.default is MISSING else f"{field.name}=default_{field.name}"


def _repr(self: Any) -> str:
    values = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{type(self).__qualname__}({values})"


def _refuse_change(self: Any, name: str, *value: object) -> None:
    raise FrozenInstanceError(f"cannot change “{name}” of a {type(self).__name__}")


def _set_state(self: Any, state: tuple[None, dict[str, Any]]) -> None:
    """Restore a copied or unpickled instance; the default would call `__setattr__`, which raises."""
    for name, value in state[1].items():
        object.__setattr__(self, name, value)
