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


def test_parts_are_given_in_order_or_by_name() -> None:
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
def test_what_is_not_a_part_is_refused(make: Any) -> None:
    with pytest.raises(TypeError):
        make()


def test_each_value_has_a_list_of_its_own() -> None:
    assert Longer(1, needed=True).more is not Longer(1, needed=True).more


@pytest.mark.parametrize("name", ["first", "another"])
def test_nothing_is_changed_or_taken_away(name: str) -> None:
    pair = Pair(1)

    with pytest.raises(FrozenInstanceError):
        setattr(pair, name, 2)
    with pytest.raises(FrozenInstanceError):
        delattr(pair, name)
    assert not hasattr(pair, "__dict__")


def test_values_are_equal_by_class_and_parts() -> None:
    assert Pair(1) == Pair(1, "b")
    assert Pair(1) != Pair(2)
    assert Pair(1) != Longer(1, needed=True)
    assert Nothing() == Nothing()
    assert {Pair(1), Pair(1), Nothing(), Nothing()} == {Pair(1), Nothing()}


def test_a_value_may_stand_for_itself_or_have_its_own_hash() -> None:
    one = Alone(1)

    assert one == one  # and to no other
    assert one != Alone(1)
    assert hash(Own([1, 2])) == 2


@pytest.mark.parametrize("value", [Pair(1), Longer(1, more=[2], needed=False), Box(Pair(1)), Nothing(), Own([1])])
def test_a_copy_and_what_another_process_sends_is_equal(value: object) -> None:
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


def test_the_library_takes_it_for_its_own() -> None:
    assert replace(Pair(1), first=2) == Pair(2)
    assert [one.name for one in fields(Longer)] == ["first", "second", "more", "needed"]
    assert Pair.__match_args__ == OfTheLibrary.__match_args__
    assert is_dataclass(Pair(1))
    assert repr(Pair(1)) == repr(OfTheLibrary(1)).replace("OfTheLibrary", "Pair")
