import time
from collections.abc import Iterator
from datetime import date

import pytest

from crpsguide.commands.clock import build_day, source_timestamp
from crpsguide.errors import GuideError


@pytest.fixture(autouse=True)
def _restore_time_zone() -> Iterator[None]:
    yield
    time.tzset()


@pytest.mark.parametrize(
    ("seconds", "zone", "day"),
    [
        pytest.param("86399", "Pacific/Kiritimati", date(1970, 1, 1), id="time zone that is a day ahead"),
        pytest.param("86400", "America/Adak", date(1970, 1, 2), id="time zone that is a day behind"),
        pytest.param("", "UTC", date.today(), id="not set"),
    ],
)
def test_the_build_date_is_that_of_source_date_epoch_in_utc(
    seconds: str, zone: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", seconds)
        patch.setenv("TZ", zone)
        time.tzset()

        assert build_day() == day


@pytest.mark.parametrize(("written", "seconds"), [("", None), ("0", 0), ("1795000000", 1_795_000_000)])
def test_source_date_epoch_is_parsed(written: str, seconds: int | None) -> None:
    assert source_timestamp({"SOURCE_DATE_EPOCH": written}) == seconds


@pytest.mark.parametrize("written", ["yesterday", "2026-11-23", "1.5", "9" * 30, "-" + "9" * 18])
def test_a_source_date_epoch_that_is_no_timestamp_is_rejected(written: str) -> None:
    with pytest.raises(GuideError, match="SOURCE_DATE_EPOCH"):
        source_timestamp({"SOURCE_DATE_EPOCH": written})
