"""`evidence.json` says what its schema promises. The schema uses few words of JSON Schema: those are checked here."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.real_guide import real_edition
from tests.render.test_golden import rendered_guide

from crpsguide.installed import builtin_templates
from crpsguide.render.open_data import open_data

SCHEMA = json.loads((builtin_templates() / "evidence.schema.json").read_text("utf-8"))
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
UNDERSTOOD = {
    *("$schema", "$defs", "$ref", "title", "description", "type", "required", "additionalProperties"),
    *("properties", "items", "enum", "const", "pattern", "minLength", "minItems"),
}


def faults(value: Any, schema: dict[str, Any], at: str = "$") -> Iterator[str]:
    """What of a value the schema does not allow."""
    assert schema.keys() <= UNDERSTOOD, f"this test does not understand all of {sorted(schema)}"
    if "$ref" in schema:
        yield from faults(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], at)
        return
    types = schema.get("type", [])
    wanted = tuple(TYPES[one] for one in ([types] if isinstance(types, str) else types))
    if wanted and (not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted)):
        yield f"{at}: {value!r} is no {types}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not one of {schema['enum']}"
    if isinstance(value, str):
        if len(value) < schema.get("minLength", 0) or not re.search(schema.get("pattern", ""), value):
            yield f"{at}: {value!r} has not the form"
    elif isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{at}: too few"
        for number, one in enumerate(value):
            yield from faults(one, schema.get("items", {}), f"{at}[{number}]")
    elif isinstance(value, dict):
        known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
        yield from (f"{at}: needs {key}" for key in schema.get("required", ()) if key not in value)
        for key, one in value.items():
            if key not in known and others is False:
                yield f"{at}: does not know {key}"
            else:
                yield from faults(one, known.get(key, others), f"{at}.{key}")


@pytest.fixture(scope="module")
def data() -> Any:
    return json.loads(rendered_guide()["evidence.json"])


@pytest.fixture(scope="module")
def real() -> Any:
    return json.loads(open_data(real_edition().site))


def test_the_small_guide_keeps_to_the_schema(data: Any) -> None:
    assert list(faults(data, SCHEMA)) == []


def test_the_real_guide_keeps_to_the_schema(real: Any) -> None:
    assert list(faults(real, SCHEMA)) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"version": 2}, "$.version: 2 is not 1", id="another version"),
        pytest.param({"more": ""}, "$: does not know more", id="an unknown key"),
        pytest.param({"claims": {}}, "$.claims: {} is no array", id="another type"),
    ],
)
def test_what_the_schema_forbids_is_found(change: dict[str, Any], expected: str, data: Any) -> None:
    assert list(faults(data | change, SCHEMA)) == [expected]


def test_what_is_not_rated_makes_a_claim_no_less_sure(data: Any) -> None:
    both = next(one for one in data["claims"] if {"walk2020#falls", "review2021#not-known"} <= _ids(one))

    assert both["certainty"] == "moderate"


def test_every_finding_and_source_of_a_claim_is_in_the_file(real: Any) -> None:
    findings = {id for one in real["claims"] for id in _ids(one)}
    sources = {id for one in real["claims"] for id in one["sources"]}

    assert findings - real["findings"].keys() == set()
    assert sources - real["sources"].keys() == set()


def test_a_claim_stands_at_its_address(data: Any) -> None:
    files = rendered_guide()
    missing = []
    for one in data["claims"]:
        address, anchor = one["address"].split("#")
        if address in files and not address.startswith("examples/") and f'id="{anchor}"' not in files[address]:
            missing.append(one["address"])

    assert missing == []


def test_the_licence_is_told(real: Any) -> None:
    assert (real["licence"], real["licence_url"]) == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")


def _ids(claim: Any) -> set[str]:
    return {one["id"] for one in claim["findings"]}
