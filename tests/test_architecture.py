"""The house keeps its shape: which room may import which, and what every module has."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import crpsguide

HOUSE = Path(crpsguide.__file__).parent
MODULES = sorted(HOUSE.rglob("*.py"))
MAY_IMPORT = {
    "urls": set(),
    "errors": set(),
    # What somebody who typed a wrong word may have meant.
    "spelling": set(),
    "workers": set(),
    "time_limit": set(),
    # HTML as browsers read it, for those who read it before it is drawn.
    "html_parser": set(),
    # What the classes of all rooms are made with.
    "frozen": set(),
    # Where the package lies, and which version of everything it is.
    "installed": set(),
    "language": {"frozen"},
    "model": {"urls", "frozen"},
    # Sentences and glossary terms are found while the text is at hand; anchors are slugs.
    "read": {"model", "errors", "language", "spelling", "urls", "workers", "time_limit", "frozen", "html_parser"},
    "check": {"model", "language", "spelling", "workers", "time_limit", "frozen", "html_parser"},
    # A template with a mistake in it stops the command with its name and line.
    "render": {"model", "urls", "errors", "spelling", "workers", "installed", "time_limit", "frozen"},
    # A disk that refuses stops the command, in an editor's words.
    "publish": {"model", "errors", "frozen"},
    # Its answers are kept as what stages work out is.
    "probe": {"model", "cache", "frozen"},
    # What stages are lent; it makes values of the model.
    "cache": {"model", "installed"},
    # A computer without the library for PDFs stops the command, with the next step.
    "pdf": {"model", "errors", "frozen", "time_limit"},
    "report": {"model"},
    # pytest loads it; what it runs are the commands.
    "pytest_plugin": {"model", "errors", "commands", "report"},
    # `new` proposes names that can stand in addresses.
    "commands": {
        "model",
        "errors",
        "spelling",
        "urls",
        "read",
        "check",
        "render",
        "publish",
        "probe",
        "cache",
        "installed",
        "pdf",
        "frozen",
        "workers",
    },
    "cli": {"model", "errors", "spelling", "commands", "report", "__init__"},
    "__main__": {"cli"},
    "__init__": set(),
}
DRAWERS = {"utils", "util", "common", "misc", "helpers", "base", "core"}
# Each file of language is a subject of its own, and each command is a file that cli imports late.
WITHOUT_A_DOOR = {"language", "commands"}
ONLY_THE_PREVIEW = {"starlette", "uvicorn", "watchfiles"}
ONLY_HANDOUTS = {"segno", "weasyprint"}


def room_of(module: Path) -> str:
    """The first folder below the package, or the module itself."""
    first = module.relative_to(HOUSE).parts[0]
    return first.removesuffix(".py")


def imports_of(module: Path) -> Iterator[str]:
    """Every module that it imports, by its full name."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which room is meant"
            whole = node.module or ""
            yield from (f"{whole}.{one.name}" for one in node.names) if whole == "crpsguide" else [whole]


def names(module: Path) -> str:
    return str(module.relative_to(HOUSE))


@pytest.mark.parametrize("module", MODULES, ids=names)
def test_a_room_imports_only_the_rooms_below_it(module: Path) -> None:
    room = room_of(module)
    ours = [one.split(".") for one in imports_of(module) if one.split(".")[0] == "crpsguide"]

    # “from crpsguide import __version__” asks the package itself.
    rooms = {"__init__" if parts[1:2] == ["__version__"] else parts[1] for parts in ours if len(parts) > 1}
    assert rooms - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("module", MODULES, ids=names)
def test_others_come_in_by_the_front_door(module: Path) -> None:
    room = room_of(module)
    inner = [
        one
        for one in imports_of(module)
        if one.startswith("crpsguide.") and one.count(".") > 1 and one.split(".")[1] not in {room, *WITHOUT_A_DOOR}
    ]

    assert inner == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    # A package's face is left out: it hands on what the modules behind it hold. An import within a function counts.
    known = {
        ".".join(("crpsguide", *one.relative_to(HOUSE).with_suffix("").parts)): one
        for one in MODULES
        if one.stem != "__init__"
    }
    needs = {
        name: known.keys()
        & {
            asked
            for node in ast.walk(ast.parse(module.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom)
            for asked in (node.module, *(f"{node.module}.{one.name}" for one in node.names))
        }
        for name, module in known.items()
    }

    TopologicalSorter(needs).prepare()  # its error names the circle


@pytest.mark.parametrize("module", MODULES, ids=names)
def test_every_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8")))


@pytest.mark.parametrize("module", MODULES, ids=names)
def test_no_import_is_only_for_types(module: Path) -> None:
    assert "TYPE_CHECKING" not in module.read_text("utf-8")


def test_no_room_is_a_drawer_for_odd_things() -> None:
    assert [one for one in MODULES if one.stem in DRAWERS or one.parent.name in DRAWERS] == []


def test_every_room_is_in_the_table() -> None:
    assert {room_of(one) for one in MODULES} == MAY_IMPORT.keys()


def test_only_the_preview_needs_a_server() -> None:
    users = {names(one) for one in MODULES if {name.split(".")[0] for name in imports_of(one)} & ONLY_THE_PREVIEW}

    assert users == {"commands/preview.py", "commands/serve.py"}


def test_only_handouts_need_a_press() -> None:
    users = {names(one) for one in MODULES if {name.split(".")[0] for name in imports_of(one)} & ONLY_HANDOUTS}
    first = {
        names(one)
        for one in MODULES
        for node in ast.parse(one.read_text("utf-8")).body
        if isinstance(node, ast.Import | ast.ImportFrom) and {alias.name for alias in node.names} & ONLY_HANDOUTS
    }

    assert users == {"pdf.py", "render/print_documents.py"}
    assert first == set()


def test_only_edges_open_files_or_look_at_the_clock() -> None:
    pure = {"urls", "errors", "language", "model", "check", "report"}
    world = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "today", "now", "urlopen"}
    calls = {
        f"{names(module)}: {called}"
        for module in MODULES
        if room_of(module) in pure
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
        for called in [getattr(node.func, "attr", getattr(node.func, "id", ""))]
        if called in world
    }

    assert calls == set()
