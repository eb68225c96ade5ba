"""Classes with `@frozen` behave like frozen dataclasses with slots of the standard library."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar

import pytest

from crpsguide.frozen import frozen

Value = TypeVar("Value")


@frozen
class Pair:
    """Two fields, one of them not in the representation."""

    first: int
    second: str = field(default="b", repr=False)


@frozen(kw_only=True)
class Longer(Pair):
    """A subclass with keyword-only fields."""

    more: list[int] = field(default_factory=list)
    needed: bool


@frozen
class Box(Generic[Value]):
    """A generic class."""

    held: Value


@frozen
class Nothing:
    """A class without fields."""


@frozen(eq=False)
class Alone:
    """A class that is compared by identity."""

    number: int


@frozen
class Own:
    """A class with its own hash."""

    numbers: list[int]

    def __hash__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class OfTheLibrary:
    """`Pair` as a dataclass of the standard library."""

    first: int
    second: str = field(default="b", repr=False)


def test_fields_are_given_by_position_or_keyword() -> None:
    whole = Longer(1, needed=True)

    assert (Pair(1), Pair(1, "c"), Pair(first=2)) == (Pair(1, "b"), Pair(second="c", first=1), Pair(2, "b"))
    assert (whole.first, whole.second, whole.more, whole.needed) == (1, "b", [], True)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Pair(), id="one is missing"),  # type: ignore[call-arg]
        pytest.param(lambda: Pair(1, "b", 3), id="too many"),  # type: ignore[call-arg]
        pytest.param(lambda: Pair(third=1), id="unknown name"),  # type: ignore[call-arg]
        pytest.param(lambda: Longer(1, "b", [], True), id="by name only"),  # type: ignore[call-arg]
    ],
)
def test_wrong_arguments_are_rejected(make: Any) -> None:
    with pytest.raises(TypeError):
        make()


def test_default_factories_run_for_each_instance() -> None:
    assert Longer(1, needed=True).more is not Longer(1, needed=True).more


@pytest.mark.parametrize("name", ["first", "another"])
def test_fields_cannot_be_set_or_deleted(name: str) -> None:
    pair = Pair(1)

    with pytest.raises(FrozenInstanceError):
        setattr(pair, name, 2)
    with pytest.raises(FrozenInstanceError):
        delattr(pair, name)
    assert not hasattr(pair, "__dict__")


def test_instances_are_equal_by_class_and_fields() -> None:
    assert Pair(1) == Pair(1, "b")
    assert Pair(1) != Pair(2)
    assert Pair(1) != Longer(1, needed=True)
    assert Nothing() == Nothing()
    assert {Pair(1), Pair(1), Nothing(), Nothing()} == {Pair(1), Nothing()}


def test_a_class_may_define_identity_or_its_own_hash() -> None:
    one = Alone(1)

    assert one == one  # and to no other
    assert one != Alone(1)
    assert hash(Own([1, 2])) == 2


@pytest.mark.parametrize("value", [Pair(1), Longer(1, more=[2], needed=False), Box(Pair(1)), Nothing(), Own([1])])
def test_a_copied_or_pickled_instance_is_equal(value: object) -> None:
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


def test_the_dataclasses_module_accepts_it() -> None:
    assert replace(Pair(1), first=2) == Pair(2)
    assert [one.name for one in fields(Longer)] == ["first", "second", "more", "needed"]
    assert Pair.__match_args__ == OfTheLibrary.__match_args__
    assert is_dataclass(Pair(1))
    assert repr(Pair(1)) == repr(OfTheLibrary(1)).replace("OfTheLibrary", "Pair")
