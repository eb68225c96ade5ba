"""The only module that reads the clock, so that the same input gives the same site."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

from crpsguide.errors import GuideError


def source_timestamp(environment: Mapping[str, str] = os.environ) -> int | None:
    """SOURCE_DATE_EPOCH in seconds since 1970, or None when it is not set.

    Raises:
        GuideError: it is set, but not to a number of seconds.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    text = environment.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    try:
        datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise GuideError(
            f"SOURCE_DATE_EPOCH is “{text}”, which is no number of seconds since 1970.",
            "Take it out of the environment, or write digits only.",
        ) from None
    return int(text)


def build_day() -> date:
    """The date of the build: that of SOURCE_DATE_EPOCH in UTC, else today's."""
    timestamp = source_timestamp()
    return date.today() if timestamp is None else datetime.fromtimestamp(timestamp, UTC).date()


def real_day() -> date:
    """Today's date even if SOURCE_DATE_EPOCH is set, for the age of cached answers of the web."""
    return date.today()
