"""Values: classes of named fields that stay as they were made, and are equal where their fields are.

To all who ask, such a class is a dataclass. But `dataclass` writes and compiles six methods for each class while it is
imported, and for two hundred classes that took a quarter of the start of a build. Here the classes share some methods,
and each of the others is written when a class first needs it.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform, overload

Kind = TypeVar("Kind", bound=type)
Method = Callable[..., Any]


@overload
def frozen(kind: Kind, /) -> Kind: ...


@overload
def frozen(*, kw_only: bool = False, eq: bool = True) -> Callable[[Kind], Kind]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: Any = None, /, *, kw_only: bool = False, eq: bool = True) -> Any:
    """Make a class with annotated fields one of values, as `dataclass(frozen=True, slots=True)` would.

    With `kw_only`, fields are given by their names alone. Without `eq`, a value is equal to nothing but itself.
    """
    return _frozen(kind, kw_only, eq) if kind else lambda kind: _frozen(kind, kw_only, eq)


def _frozen(kind: Any, kw_only: bool, eq: bool) -> Any:
    own = set(vars(kind))
    kind.__doc__ = kind.__doc__ or kind.__name__  # or `dataclass` spends as much on how the class is called
    made = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
    first = {name: _written_at_first(made, name) for name in ("__init__", *(("__eq__", "__hash__") if eq else ()))}
    for name, method in {**_SHARED, **first}.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _written_at_first(kind: Any, name: str) -> Method:
    """A method that writes the one that it stands for, and leaves its place to it."""

    def method(self: Any, /, *given: Any, **named: Any) -> Any:
        setattr(kind, name, _WRITERS[name](kind))
        return getattr(kind, name)(self, *given, **named)

    return method


def _init(kind: Any) -> Method:
    known: dict[str, Any] = {"_set": object.__setattr__, "_ANEW": object()}
    given, named, lines = ["self"], ["*"], []
    for one in fields(kind):
        name = taken = parameter = one.name
        if one.default is not MISSING:
            known[f"_{name}"], parameter = one.default, f"{name}=_{name}"
        elif one.default_factory is not MISSING:
            known[f"_{name}"], parameter = one.default_factory, f"{name}=_ANEW"
            taken = f"_{name}() if {name} is _ANEW else {name}"
        (named if one.kw_only else given).append(parameter)
        lines.append(f"_set(self, {name!r}, {taken})")
    return _compiled(kind, "__init__", given + (named if len(named) > 1 else []), "; ".join(lines) or "pass", known)


def _eq(kind: Any) -> Method:
    is_equal = f"{_compared(kind, 'self')} == {_compared(kind, 'other')}"
    body = f"return {is_equal} if other.__class__ is self.__class__ else NotImplemented"
    return _compiled(kind, "__eq__", ["self", "other"], body, {})


def _hash(kind: Any) -> Method:
    return _compiled(kind, "__hash__", ["self"], f"return hash({_compared(kind, 'self')})", {})


_WRITERS: Mapping[str, Callable[[Any], Method]] = {"__init__": _init, "__eq__": _eq, "__hash__": _hash}


def _compared(kind: Any, name: str) -> str:
    return f"({''.join(f'{name}.{one.name}, ' for one in fields(kind) if one.compare)})"


def _compiled(kind: Any, name: str, parameters: list[str], body: str, known: dict[str, Any]) -> Method:
    exec(f"def {name}({', '.join(parameters)}): {body}", known)
    method: Method = known[name]
    method.__qualname__ = f"{kind.__qualname__}.{name}"
    return method


def _refuse_to_set(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for one, kept in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, kept)


_SHARED: Mapping[str, Method] = {
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__repr__": _repr,
    "__getstate__": _state,
    "__setstate__": _restore,
}
