from datetime import date, timedelta

import pytest
from tests.check.guides import MakeSite

from crpsguide.check.trust import overdue_contact, overdue_page

TODAY = date(2026, 6, 30)
PAGE = """\
---
type: symptom
title: Cold feet
summary: About cold feet.
purpose: To tell about cold feet.
audience: All.
checked: 2026-01-02
next_check: {day}
changed: First version.
---
"""
CONTACT = """\
line:
  kind: crisis
  name: A line
  country: UK
  about: Someone to talk to.
  checked_on: {day}
  status: seen
"""


@pytest.mark.parametrize(
    ("days", "found"),
    [
        pytest.param(1, [], id="tomorrow"),
        pytest.param(0, [], id="today"),
        pytest.param(-1, [(8, 13)], id="yesterday"),
    ],
)
def test_overdue_page(days: int, found: list[tuple[int, int]], make_site: MakeSite) -> None:
    site = make_site(feet=PAGE.format(day=TODAY + timedelta(days)))

    assert [(one.place.line, one.place.column) for one in overdue_page.check(site, today=TODAY)] == found


def test_a_plain_page_is_never_overdue(make_site: MakeSite) -> None:
    site = make_site(feet="---\ntitle: Cold feet\nreviewed: 2001-01-01\n---\n")

    assert overdue_page.check(site, today=TODAY) == []


@pytest.mark.parametrize(
    ("days", "found"),
    [
        pytest.param(0, [], id="today"),
        pytest.param(90, [], id="90 days ago"),
        pytest.param(91, [1], id="91 days ago"),
    ],
)
def test_overdue_contact(days: int, found: list[int], make_site: MakeSite) -> None:
    site = make_site({"contacts/lines.yaml": CONTACT.format(day=TODAY - timedelta(days))})

    assert [one.place.line for one in overdue_contact.check(site, today=TODAY)] == found
