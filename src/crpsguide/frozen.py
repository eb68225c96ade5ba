"""Values: frozen dataclasses with slots, which are made in a third of the usual time.

The standard library writes six functions for a frozen class and has each compiled anew whenever a process starts: with
some two hundred classes that was a quarter of the time in which a command starts. Only `__init__` differs from class to
class. It is written here, once, and sets what it is given in two thirds of the time; all else is the same for every
class.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

Kind = TypeVar("Kind")


@overload
def frozen(kind: type[Kind], /) -> type[Kind]: ...
@overload
def frozen(*, kw_only: bool = False, eq: bool = True) -> Callable[[type[Kind]], type[Kind]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: Any = None, /, *, kw_only: bool = False, eq: bool = True) -> Any:
    """Make a class what `@dataclass(frozen=True, slots=True)` makes of it; `fields` and `replace` take it for such.

    With `eq` unset each value stands for itself, or the class says when two are equal.
    """
    return _made(kind, kw_only, eq) if kind else lambda kind: _made(kind, kw_only, eq)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(kind: type[Kind]) -> type[Kind]:
    """Make a value of what an editor writes: each part stands by its name, and one that it does not have is refused."""
    settings: Any = kind
    settings.__pydantic_config__ = {"extra": "forbid"}
    return frozen(kw_only=True)(kind)


def _made(kind: Any, kw_only: bool, eq: bool) -> Any:
    made: Any = dataclass(init=False, eq=False, repr=False, slots=True, kw_only=kw_only)(kind)
    names = [one.name for one in fields(made)]
    values = attrgetter(*names) if names else lambda self: ()

    def equal(self: Any, other: Any) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    made.__init__ = _at_first(made)
    made.__repr__ = _repr
    made.__setattr__ = made.__delattr__ = _refuse
    made.__setstate__ = _set_state
    if eq:
        made.__eq__ = equal
    if eq and "__hash__" not in vars(kind):
        made.__hash__ = lambda self: hash(values(self))
    return made


def _at_first(kind: Any) -> Any:
    """What writes `__init__` when the first value is made: in most runs the values of half of the classes are."""

    def init(self: Any, *given: object, **named: object) -> None:
        kind.__init__ = _init(kind)
        kind.__init__(self, *given, **named)

    return init


def _init(kind: Any) -> Any:
    """What a value is made by: `def __init__(self, a, b=default_b): set_a(self, a); set_b(self, b)`."""
    known: dict[str, Any] = {"MISSING": MISSING}
    lines = []
    for one in fields(kind):
        name, given = one.name, one.name
        known[f"set_{name}"] = getattr(kind, name).__set__  # of its slot, where nobody refuses
        if one.default_factory is not MISSING:
            known[f"make_{name}"] = one.default_factory
            given = f"make_{name}() if {name} is MISSING else {name}"
        elif one.default is not MISSING:
            known[f"default_{name}"] = one.default
        lines.append(f" set_{name}(self, {given})")
    in_order = [_parameter(one) for one in fields(kind) if not one.kw_only]
    by_name = [_parameter(one) for one in fields(kind) if one.kw_only]
    parameters = ", ".join(["self", *in_order, *(["*", *by_name] if by_name else [])])
    exec("\n".join([f"def __init__({parameters}):", *(lines or [" pass"])]), known)
    return known["__init__"]


def _parameter(one: Field[Any]) -> str:
    if one.default_factory is not MISSING:
        return f"{one.name}=MISSING"
    return one.name if one.default is MISSING else f"{one.name}=default_{one.name}"


def _repr(self: Any) -> str:
    told = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({told})"


def _refuse(self: Any, name: str, *value: object) -> None:
    raise FrozenInstanceError(f"cannot change “{name}” of a {type(self).__name__}")


def _set_state(self: Any, state: tuple[None, dict[str, Any]]) -> None:
    """Take up what a copy was given or another process sent."""
    for name, given in state[1].items():
        object.__setattr__(self, name, given)
