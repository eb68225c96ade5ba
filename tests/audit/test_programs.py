"""What a program of others says is heard to its end, and what keeps it from its work is told."""

import sys

import pytest
from tests.audit.programs import Broken, NotHere, run

LONG = 1_000_000  # letters; far more than a pipe holds


def test_all_that_a_program_says_is_heard() -> None:
    assert len(run([sys.executable, "-c", f"import os; os.write(1, b'a' * {LONG}); os._exit(0)"])) == LONG


def test_a_program_that_fails_is_told_with_what_it_said() -> None:
    with pytest.raises(Broken, match="no such page"):
        run([sys.executable, "-c", "import sys; sys.exit('no such page')"])


def test_a_status_that_tells_of_findings_is_no_failure() -> None:
    assert run([sys.executable, "-c", "print('2 findings'); raise SystemExit(1)"], statuses=(0, 1)) == "2 findings\n"


def test_a_program_that_is_not_here_is_named() -> None:
    with pytest.raises(NotHere, match="no-such-program"):
        run(["no-such-program"])


def test_a_program_without_an_end_is_ended() -> None:
    with pytest.raises(Broken, match="still busy after 0 seconds"):
        run([sys.executable, "-c", "import itertools; all(True for _ in itertools.count())"], patience=0.1)
