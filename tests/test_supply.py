"""Dependencies are pinned by hash, and have a known licence."""

import re
import tomllib

import pytest
from tests.real_guide import ROOT
from tests.supply import PURPOSES, REQUIREMENTS, declared_licence, listed_licences, packages

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = sorted(REQUIREMENTS.glob("*.txt"))
# What the program itself is made of may be passed on by whoever publishes a guide.
OPEN = re.compile(r"(?:^|\W)(?:MIT|BSD|Apache|PSF|MPL|Mozilla|Python Software|HPND|ISC|CNRI|OFL)")


def _named(wanted: list[str]) -> set[str]:
    return {re.split(r"[><=!;\[ ]", one)[0].lower().replace("_", "-") for one in wanted}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda one: one.stem)
def test_every_package_has_one_version_and_its_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (REQUIREMENTS / lock).read_text("utf-8").strip())

    wrong = [one.split("\n")[0] for one in entries if not re.match(r"[a-z0-9.-]+==[\w.]+ .*\\\n", one)]
    assert wrong == []
    assert [one.split("\n")[0] for one in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", one)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda one: one.stem)
def test_no_registry_is_named(lock: str) -> None:
    assert "//" not in (REQUIREMENTS / lock).read_text("utf-8")


@pytest.mark.parametrize(
    ("purpose", "wanted"),
    [
        pytest.param("site", PROJECT["dependencies"], id="site"),
        pytest.param("handouts", PROJECT["optional-dependencies"]["handouts"], id="handouts"),
        pytest.param("test", PROJECT["optional-dependencies"]["test"], id="test"),
    ],
)
def test_all_that_is_asked_for_is_pinned(purpose: str, wanted: list[str]) -> None:
    assert _named(wanted) - packages(purpose).keys() == set()


@pytest.mark.parametrize("more", ["handouts", "test", "audit", "endure"])
def test_the_same_package_has_the_same_version_everywhere(more: str) -> None:
    site, other = packages("site"), packages(more)

    assert {name: other[name] for name in site.keys() & other.keys()} == {
        name: site[name] for name in site.keys() & other.keys()
    }


def test_make_installs_nothing_that_is_not_pinned() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    installs = re.findall(r"^.*pip install.*$|^\t.*\$\(INSTALL.*$", makefile, re.MULTILINE)

    assert [one for one in installs if not re.search(r"INSTALL :=|INSTALL_LOCKED\)|INSTALL_SELF\)", one)] == []
    assert "INSTALL_LOCKED := $(INSTALL) --require-hashes" in makefile


def test_every_licence_is_listed() -> None:
    wanted = {name for purpose in PURPOSES for name in packages(purpose)}

    assert listed_licences().keys() == wanted


def test_licences_are_listed_as_they_are_declared() -> None:
    listed = {name: licence for name, (licence, _) in listed_licences().items()}
    declared = {name: declared_licence(name) for name in listed}

    assert {name: one for name, one in declared.items() if one and one != listed[name]} == {}


def test_what_a_guide_is_made_with_may_be_passed_on() -> None:
    made_with = {name: licence for name, (licence, purpose) in listed_licences().items() if purpose != "tests"}

    assert {name: licence for name, licence in made_with.items() if not OPEN.search(licence)} == {}
