import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crpsguide.values import frozen


@frozen
class Point:
    across: int
    up: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    across: int
    up: int = 0


@frozen(kw_only=True)
class Named:
    """A thing with a name; `seen` tells nothing of what it is."""

    name: str
    notes: Mapping[str, str] = field(default_factory=dict)
    seen: int = field(default=0, compare=False, repr=False)


@frozen(kw_only=True)
class Place(Named):
    point: Point = Point(1)


@frozen
class Nothing:
    pass


@frozen(eq=False)
class Alone:
    word: str


@frozen
class Folded:
    word: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Folded) and self.word.lower() == other.word.lower()

    def __hash__(self) -> int:
        return hash(self.word.lower())


VALUES = [Point(1, 2), Named(name="a"), Place(name="a", notes={"b": "c"}), Nothing()]


@given(st.tuples(st.integers(0, 2), st.integers(0, 2)), st.tuples(st.integers(0, 2), st.integers(0, 2)))
def test_values_are_equal_and_hashed_as_a_dataclass_would(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert (Point(*one) == Point(*other)) == (Measure(*one) == Measure(*other))
    assert (Point(*one) != Point(*other)) == (Measure(*one) != Measure(*other))
    assert hash(Point(*one)) == hash(Measure(*one))


def test_values_of_two_classes_differ() -> None:
    others: list[Any] = [Measure(1), Named(name="a"), Place(name="a"), Nothing(), (1, 0)]

    assert Point(1) not in others
    assert [others.index(one) for one in others] == [0, 1, 2, 3, 4]


def test_a_field_may_be_left_out_of_what_is_compared_and_told() -> None:
    assert Named(name="a", seen=1) == Named(name="a", seen=2)
    assert repr(Named(name="a", seen=1)) == "Named(name='a', notes={})"


def test_what_a_class_says_of_itself_wins() -> None:
    assert len({Folded("a"), Folded("A"), Folded("b")}) == 2


def test_without_equality_each_stands_for_itself() -> None:
    one = Alone("a")

    assert one != Alone("a")
    assert len({one, one, Alone("a")}) == 2


@pytest.mark.parametrize(
    ("given", "named"),
    [
        pytest.param((), {}, id="one is missing"),
        pytest.param((1, 2, 3), {}, id="one too many"),
        pytest.param((1,), {"down": 2}, id="not a field"),
        pytest.param((1,), {"across": 2}, id="given twice"),
    ],
)
def test_a_value_is_made_of_its_fields_alone(given: tuple[int, ...], named: dict[str, int]) -> None:
    make: Any = Point

    with pytest.raises(TypeError, match=r"Point\.__init__\(\)"):
        make(*given, **named)


def test_fields_may_have_to_be_named() -> None:
    make: Any = Place

    assert make(name="a", point=Point(2)).point == Point(2)
    with pytest.raises(TypeError):
        make("a")


def test_each_value_gets_a_default_of_its_own() -> None:
    assert Named(name="a").notes is not Named(name="b").notes


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_nothing_in_a_value_changes(value: Any) -> None:
    name = "across" if isinstance(value, Point) else "name"

    with pytest.raises(FrozenInstanceError):
        setattr(value, name, 3)
    with pytest.raises(FrozenInstanceError):
        delattr(value, name)
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_is_the_same_after_a_way_through_bytes(value: Any) -> None:
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == copy.copy(value) == value


def test_it_is_a_dataclass_to_all_who_ask() -> None:
    place = Place(name="a")

    assert [one.name for one in fields(Place)] == ["name", "notes", "seen", "point"]
    assert replace(place, name="b") == Place(name="b")
    match Point(1, 2):
        case Point(across, up):
            assert (across, up) == (1, 2)
