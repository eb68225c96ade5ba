"""The guide of this repository, rendered once in each test process."""

from functools import cache
from pathlib import Path

from crpsguide.commands.edition import Choices, Edition, make_edition

ROOT = Path(__file__).parent.parent


@cache
def real_edition() -> Edition:
    """The edition of the guide that a build would publish today."""
    return make_edition(ROOT, Choices())
