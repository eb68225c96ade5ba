"""A pytest plugin: `pytest --crpsguide FOLDER` checks a guide, with one test for each page and letter of rules.

pytest loads it in every run where crpsguide is installed, so everything else is imported only when needed.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

OPTION = "crpsguide"
ELSEWHERE = "elsewhere"  # name of the test for diagnostics that belong to none of the guide's parts


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("crpsguide", "health guides").addoption(
        "--crpsguide",
        metavar="FOLDER",
        dest=OPTION,
        help="look this guide over: one test for each page and family of rules; errors fail",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Find the guide and add its content to the paths to test; without path arguments test only the guide."""
    named = config.getoption(OPTION)
    if not named:
        return
    guide = _find_guide_folder(config.invocation_params.dir / named)
    config.stash[GUIDE] = _Guide(guide)
    content = guide / "content"
    if config.args_source is not pytest.Config.ArgsSource.ARGS:
        config.args = [str(content)]
    elif not any(_path_of(config, argument).is_relative_to(content) for argument in config.args):
        config.args.append(str(content))


@pytest.hookimpl(tryfirst=True)
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect tests from the guide's content folder."""
    guide = parent.config.stash.get(GUIDE, None)
    if guide is None or path != guide.root / "content":
        return None
    folder: GuideFolder = GuideFolder.from_parent(parent, path=path)
    return folder


class GuideFault(Exception):
    """A failed test; its text is the report of `crpsguide check`."""


class _Guide:
    """The guide under test; it is checked once, for the first test."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def edition(self) -> Any:
        from crpsguide.commands.edition import Choices, make_edition

        return make_edition(self.root, Choices())


GUIDE = pytest.StashKey[_Guide]()


class GuideFolder(pytest.Directory):
    """The content folder, or a folder of pages within it."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """The pages and folders in it; for `content` also the other parts of the guide, and the test `elsewhere`."""
        from crpsguide.commands.parts import guide_pages, guide_parts

        guide = self.config.stash[GUIDE].root
        pages = [guide / page for page in guide_pages(guide)]
        parts = [guide / part for part in guide_parts(guide)]
        for path in sorted(self.path.iterdir()):
            if path in pages or path in parts:
                yield GuidePart.from_parent(self, path=path)
            elif any(page.is_relative_to(path) for page in pages):
                yield GuideFolder.from_parent(self, path=path)
        if self.path == guide / "content":
            yield RulesItem.from_parent(self, name=ELSEWHERE)


class GuidePart(pytest.File):
    """A page, or another part of the guide."""

    def collect(self) -> Iterator[pytest.Item]:
        """One test for each letter of rules."""
        from crpsguide.commands.parts import rule_letters

        for letter in rule_letters():
            yield RulesItem.from_parent(self, name=letter)


class RulesItem(pytest.Item):
    """A test of one part with the rules of one letter, or of everything that belongs to no part with all rules."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The messages without a traceback, which would not help an editor."""
        return str(excinfo.value) if isinstance(excinfo.value, GuideFault) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The path of the page, and the name of the test with the letter of the rules."""
        return self.path, None, self.nodeid

    def runtest(self) -> None:
        """Fail if there is an error.

        Raises:
            GuideFault: there is an error, or the guide cannot be checked.
        """
        from crpsguide.commands.parts import diagnostics_about_no_part, diagnostics_about_part
        from crpsguide.errors import GuideError

        guide = self.config.stash[GUIDE]
        try:
            edition = guide.edition
        except GuideError as error:
            raise GuideFault(f"error: {error}\n    help: {error.help}") from None
        part = PurePosixPath(self.path.relative_to(guide.root))
        found = edition.diagnostics
        is_elsewhere = self.name == ELSEWHERE
        refuse_errors(
            diagnostics_about_no_part(found, guide.root)
            if is_elsewhere
            else diagnostics_about_part(found, part, self.name),
            edition,
        )


def refuse_errors(found: Iterable[Any], edition: Any) -> None:
    """Fail if a diagnostic is an error; warnings, such as a page whose check falls due, do not fail.

    Raises:
        GuideFault: there is an error, with the report of all errors.
    """
    from crpsguide.model import Severity
    from crpsguide.report import text_report

    if errors := [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]:
        raise GuideFault(text_report(errors, edition.lines).rstrip())


def _find_guide_folder(named: Path) -> Path:
    """The folder of the guide at a path, which may also be its `content` folder.

    Raises:
        UsageError: there is no guide.
    """
    from crpsguide.commands.guide import find_guide
    from crpsguide.errors import GuideError

    try:
        return find_guide(named.parent if named.name == "content" and not (named / "content").exists() else named)
    except GuideError as error:
        raise pytest.UsageError(f"--crpsguide: {error} {error.help}") from None


def _path_of(config: pytest.Config, argument: str) -> Path:
    return (config.invocation_params.dir / argument.partition("::")[0]).resolve()
