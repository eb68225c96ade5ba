"""Running third-party programs: complete output, exit statuses, missing programs and time limits."""

import sys

import pytest
from tests.audit.programs import NotInstalledError, ProgramError, run

LONG_OUTPUT = 1_000_000  # characters; far more than the buffer of a pipe


def test_long_output_is_returned_completely() -> None:
    output = run([sys.executable, "-c", f"import os; os.write(1, b'a' * {LONG_OUTPUT}); os._exit(0)"])

    assert len(output) == LONG_OUTPUT


def test_a_failure_is_reported_with_the_output_of_the_program() -> None:
    with pytest.raises(ProgramError, match="no such page"):
        run([sys.executable, "-c", "import sys; sys.exit('no such page')"])


def test_an_allowed_exit_status_is_no_failure() -> None:
    output = run([sys.executable, "-c", "print('2 findings'); raise SystemExit(1)"], statuses=(0, 1))

    assert output == "2 findings\n"


def test_a_missing_program_is_named() -> None:
    with pytest.raises(NotInstalledError, match="no-such-program"):
        run(["no-such-program"])


def test_a_program_is_killed_after_the_time_limit() -> None:
    with pytest.raises(ProgramError, match="still running after 0 seconds"):
        run([sys.executable, "-c", "import itertools; all(True for _ in itertools.count())"], timeout=0.1)
