import pytest

SOURCE_DATE_EPOCH = "1795000000"  # 18 November 2026


@pytest.fixture
def fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds are of one day, so that their files can be compared."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH)
