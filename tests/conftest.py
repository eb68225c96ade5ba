"""Options of the test run."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# The same examples in every run, so that a failure on one machine is one on all; a busy machine fails nothing.
settings.register_profile("law", derandomize=True, deadline=None, database=None)
settings.load_profile("law")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept what is drawn now as the golden files")


@pytest.fixture(scope="session", autouse=True)
def _interrupts_arrive() -> Iterator[None]:
    """What a shell starts in the background has its interrupts ignored, and so have the programs that a test starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
