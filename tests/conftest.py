"""Settings of the whole test run."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# The same examples in every run and on every machine, without deadlines that a busy machine would miss.
settings.register_profile("law", derandomize=True, deadline=None, database=None)
settings.load_profile("law")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="overwrite the golden files with the current output")


@pytest.fixture(scope="session", autouse=True)
def _default_interrupt_handler() -> Iterator[None]:
    """Restore SIGINT, which shells ignore in background jobs, for the programs that tests start and interrupt."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
