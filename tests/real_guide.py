"""The guide of this repository, made once for all tests of a process."""

from functools import cache
from pathlib import Path

from crpsguide.commands.edition import Choices, Edition, make_edition

ROOT = Path(__file__).parent.parent


@cache
def real_edition() -> Edition:
    """The guide as it would be published today."""
    return make_edition(ROOT, Choices())
