"""The architecture: which packages may import which, and requirements for all modules."""

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
    "spelling": set(),
    "workers": set(),
    "time_limit": set(),
    "html_parser": set(),
    "frozen": set(),
    "installed": set(),
    "language": {"frozen"},
    "model": {"urls", "frozen"},
    # Parsing splits text into sentences.
    "read": {"model", "errors", "language", "spelling", "urls", "workers", "time_limit", "frozen", "html_parser"},
    "check": {"model", "language", "spelling", "workers", "time_limit", "frozen", "html_parser"},
    # `errors`: a faulty template stops the command.
    "render": {"model", "urls", "errors", "spelling", "workers", "installed", "time_limit", "frozen"},
    "publish": {"model", "errors", "frozen"},
    "probe": {"model", "cache", "frozen"},
    "cache": {"model", "installed"},
    "pdf": {"model", "errors", "frozen", "time_limit"},
    "report": {"model"},
    "pytest_plugin": {"model", "errors", "commands", "report"},
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
VAGUE_NAMES = {"utils", "util", "common", "misc", "helpers", "base", "core"}
# Packages whose modules may be imported directly; `cli` imports a command only when it runs.
OPEN_PACKAGES = {"language", "commands"}
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
def test_other_packages_are_imported_as_a_whole(module: Path) -> None:
    room = room_of(module)
    inner = [
        one
        for one in imports_of(module)
        if one.startswith("crpsguide.") and one.count(".") > 1 and one.split(".")[1] not in {room, *OPEN_PACKAGES}
    ]

    assert inner == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    # Without `__init__.py`, which only re-exports names. Imports within functions count.
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


def test_no_module_has_a_vague_name() -> None:
    assert [one for one in MODULES if one.stem in VAGUE_NAMES or one.parent.name in VAGUE_NAMES] == []


def test_every_room_is_in_the_table() -> None:
    assert {room_of(one) for one in MODULES} == MAY_IMPORT.keys()


def test_only_the_preview_needs_a_server() -> None:
    users = {names(one) for one in MODULES if {name.split(".")[0] for name in imports_of(one)} & ONLY_THE_PREVIEW}

    assert users == {"commands/preview.py", "commands/serve.py"}


def test_only_handouts_need_the_pdf_libraries() -> None:
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
