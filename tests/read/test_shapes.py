from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from datetime import date
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from crpsguide.frozen import record
from crpsguide.model import FRONT_MATTER, Place, Settings, Source
from crpsguide.read.shapes import UnusualError, plain_value


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@record
class Inner:
    name: str
    on: date | None = None


@record
class Outer:
    name: str = ""
    count: int = 0
    day: date | None = None
    is_sure: bool = False
    colour: Colour = Colour.RED
    inner: Inner | None = None
    many: tuple[Inner, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    either: int | str = 0


LIBRARY = TypeAdapter(Outer)
KEYS = st.sampled_from([*(one for one in Outer.__dataclass_fields__), "on", "other"])
SCALARS = st.one_of(
    st.none(),
    st.sampled_from(
        "true True yes no 1 0 00 -0 -7 +7 1_000 ٣ 7.0 1e3 red RED green 2026-03-04 2026-02-30 20260304 2026-3-4".split()
    ),
    st.sampled_from([" 7", "7 ", "7\n", "2026-03-04\n", "2026-03-04T00:00", "٢٠٢٦-03-04", "9" * 30, ""]),
    st.text("a1 \n", max_size=3),
)
TREES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))


@given(st.dictionaries(KEYS, TREES, max_size=5))
def test_what_is_made_is_what_the_library_makes(tree: dict[str, Any]) -> None:
    with suppress(UnusualError):
        made = plain_value(Outer, tree)

        assert made == LIBRARY.validate_python(tree)


@pytest.mark.parametrize(
    ("tree", "value"),
    [
        pytest.param({}, Outer(), id="nothing"),
        pytest.param({"name": "a", "count": "-7"}, Outer(name="a", count=-7), id="text and number"),
        pytest.param({"day": "2026-03-04"}, Outer(day=date(2026, 3, 4)), id="day"),
        pytest.param({"is_sure": "true", "colour": "blue"}, Outer(is_sure=True, colour=Colour.BLUE), id="choices"),
        pytest.param({"inner": {"name": "a"}}, Outer(inner=Inner(name="a")), id="record in a record"),
        pytest.param({"many": [{"name": "a", "on": None}]}, Outer(many=(Inner(name="a"),)), id="list of records"),
        pytest.param({"many": [Inner(name="a")]}, Outer(many=(Inner(name="a"),)), id="made before"),
        pytest.param({"words": {"a": "b"}}, Outer(words={"a": "b"}), id="mapping"),
    ],
)
def test_plain_records_are_made(tree: dict[str, Any], value: Outer) -> None:
    assert plain_value(Outer, tree) == value


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param({"other": "a"}, id="unknown key"),
        pytest.param({"name": None}, id="empty"),
        pytest.param({"name": ["a"]}, id="list for a text"),
        pytest.param({"many": "a"}, id="text for a list"),
        pytest.param({"inner": {}}, id="missing"),
        pytest.param({"day": "2026-02-30"}, id="no day"),
        pytest.param({"is_sure": "yes"}, id="another word for true"),
        pytest.param({"colour": "green"}, id="no choice"),
        pytest.param({"either": "1"}, id="of two types"),
    ],
)
def test_all_else_is_left_to_the_library(tree: dict[str, Any]) -> None:
    with pytest.raises(UnusualError):
        plain_value(Outer, tree)


@pytest.mark.parametrize("shape", [*FRONT_MATTER.values(), Settings, Source, Place], ids=lambda one: one.__name__)
def test_every_shape_of_the_model_is_known(shape: type[Any]) -> None:
    with pytest.raises(UnusualError):
        plain_value(shape, {"no such key": ""})
