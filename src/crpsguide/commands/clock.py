"""The only look at the clock, so that the same input gives the same site."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

from crpsguide.errors import GuideError


def source_timestamp(environment: Mapping[str, str] = os.environ) -> int | None:
    """SOURCE_DATE_EPOCH in seconds since 1970, or None when it is not set.

    Raises:
        GuideError: it is set to something else than a number of seconds.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    written = environment.get("SOURCE_DATE_EPOCH", "")
    if not written:
        return None
    try:
        datetime.fromtimestamp(int(written), UTC)
    except (ValueError, OverflowError, OSError):
        raise GuideError(
            f"SOURCE_DATE_EPOCH is “{written}”, which is no number of seconds since 1970.",
            "Take it out of the environment, or write digits only.",
        ) from None
    return int(written)


def build_day() -> date:
    """The day for which the guide is made: that of SOURCE_DATE_EPOCH, else today."""
    timestamp = source_timestamp()
    return date.today() if timestamp is None else datetime.fromtimestamp(timestamp, UTC).date()


def real_day() -> date:
    """Today, for what is not built: an answer of the web is as old as it is."""
    return date.today()
