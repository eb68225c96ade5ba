from datetime import date, timedelta
from pathlib import PurePosixPath

import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check import judge_site, trust
from crpsguide.check.rule import Rule
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


def test_a_page_is_not_checked_on_a_day_to_come(make_site: MakeSite) -> None:
    site = make_site(feet=PAGE.format(day=TODAY))

    [fault] = overdue_page.check(site, today=date(2025, 12, 31))
    assert (fault.place.line, "a day to come" in fault.message) == (7, True)
    assert overdue_page.check(site, today=date(2026, 1, 1)) == []


def test_what_stands_in_for_a_missing_day_is_no_last_check(make_site: MakeSite) -> None:
    site = make_site(feet=PAGE.format(day=TODAY).replace("checked: 2026-01-02", "checked: 2026-01-32"))

    assert overdue_page.check(site, today=TODAY) == []


def test_a_plain_page_is_never_overdue(make_site: MakeSite) -> None:
    site = make_site(feet="---\ntitle: Cold feet\nreviewed: 2001-01-01\n---\n")

    assert overdue_page.check(site, today=TODAY) == []


@pytest.mark.parametrize(
    ("days", "found"),
    [
        pytest.param(0, [], id="today"),
        pytest.param(90, [], id="90 days ago"),
        pytest.param(91, [1], id="91 days ago"),
        pytest.param(-1, [], id="where it is tomorrow already"),
        pytest.param(-2, [1], id="on a day to come"),
    ],
)
def test_overdue_contact(days: int, found: list[int], make_site: MakeSite) -> None:
    site = make_site({"contacts/lines.yaml": CONTACT.format(day=TODAY - timedelta(days))})

    assert [one.place.line for one in overdue_contact.check(site, today=TODAY)] == found


REVIEW = "{name: A Lee, role: nurse, register_number: '1', date: 2026-01-01, scope: all}"


@pytest.mark.parametrize(
    ("rule", "body", "places"),
    [
        pytest.param(trust.review_claimed, "This is medically reviewed.", ["12:1"], id="T2 medically reviewed"),
        pytest.param(trust.review_claimed, "It was checked by our experts.", ["12:1"], id="T2 by experts"),
        pytest.param(trust.review_claimed, "Doctor-approved and kind.", ["12:1"], id="T2 doctor-approved"),
        pytest.param(trust.review_claimed, "It was not reviewed by a doctor.", [], id="T2 not reviewed"),
        pytest.param(trust.review_claimed, "No clinician has reviewed it.", [], id="T2 nobody"),
        pytest.param(trust.review_claimed, "Have it checked by hand.", [], id="T2 other senses"),
        pytest.param(trust.seal_not_held, "![HONcode](hon.svg)", ["12:1"], id="T6 a seal"),
        pytest.param(trust.seal_not_held, "![A hand](hand.svg)", [], id="T6 a picture"),
        pytest.param(trust.seal_not_held, "We meet the HONcode rules.", [], id="T6 words"),
    ],
)
def test_trust(rule: Rule, body: str, places: list[str], make_site: MakeSite) -> None:
    site = make_site(a=guide_page(body))

    assert [f"{one.place.line}:{one.place.column}" for one in rule.check(site)] == places


def test_a_plain_page_claims_no_review_either(make_site: MakeSite) -> None:
    site = make_site(a="This is medically reviewed.")

    assert [f"{one.place.line}:{one.place.column}" for one in trust.review_claimed.check(site)] == ["5:1"]


def test_a_named_review_may_be_spoken_of(make_site: MakeSite) -> None:
    site = make_site(a=guide_page("This is medically reviewed.", clinical_review=REVIEW))

    assert trust.review_claimed.check(site) == []


@pytest.mark.parametrize(
    ("review", "count"),
    [
        pytest.param(REVIEW, 0, id="all parts"),
        pytest.param(REVIEW.replace("'1'", "''"), 1, id="no register number"),
        pytest.param(REVIEW.replace("'1'", "' '"), 1, id="blank register number"),
    ],
)
def test_a_review_has_all_its_parts(review: str, count: int, make_site: MakeSite) -> None:
    site = make_site(a=guide_page("Text.", clinical_review=review))

    assert len(trust.review_incomplete.check(site)) == count


@pytest.mark.parametrize(
    ("rule", "setting"),
    [
        pytest.param(trust.makers_unsaid, "written_by: Us", id="T3"),
        pytest.param(trust.funding_unsaid, "funding: Nobody pays.", id="T4"),
        pytest.param(trust.contact_missing, "contact: a@example.org", id="T7"),
    ],
)
def test_the_settings_say_who_stands_behind_the_guide(rule: Rule, setting: str, make_site: MakeSite) -> None:
    silent = make_site({"site.yaml": "name: A guide\n"}, a=guide_page("Text."))
    open_ = make_site({"site.yaml": f"{setting}\n"}, a=guide_page("Text."))

    assert [len(rule.check(site)) for site in (silent, open_)] == [1, 0]


@pytest.mark.parametrize("rule", [trust.makers_unsaid, trust.funding_unsaid, trust.contact_missing])
def test_a_folder_of_plain_pages_owes_nobody_a_word(rule: Rule, make_site: MakeSite) -> None:
    assert rule.check(make_site(a="Text.")) == []


@pytest.mark.parametrize(
    ("rule", "html", "count"),
    [
        pytest.param(trust.tracker_in_finished_file, "<script>document.cookie = 1</script>", 1, id="T5 cookie"),
        pytest.param(trust.tracker_in_finished_file, '<a href="x?utm_source=a">', 1, id="T5 marked link"),
        pytest.param(trust.tracker_in_finished_file, "<p>We set no cookies.</p>", 0, id="T5 words"),
        pytest.param(
            trust.disclaimer_missing_or_long, "<p>This does not replace your <b>care team</b>.</p>", 0, id="T8 a line"
        ),
        pytest.param(trust.disclaimer_missing_or_long, "<p>Text</p>", 1, id="T8 none"),
        pytest.param(
            trust.disclaimer_missing_or_long, f"<p>It does not replace {'a ' * 25} team.</p>", 1, id="T8 a wall"
        ),
    ],
)
def test_a_finished_page(rule: Rule, html: str, count: int, make_site: MakeSite) -> None:
    site = make_site(a=guide_page("Text."))

    assert len(rule.check(site, files={PurePosixPath("a.html"): html.encode()})) == count


@pytest.mark.parametrize("name", ["a.html", "a.js", "a.mjs"])
@pytest.mark.parametrize(
    "sign",
    [
        *("//www.google-analytics.com/a.js", "GoogleAnalyticsObject", "//www.googletagmanager.com/gtm.js", "gtag('a')"),
        *("matomo.js", "matomo.php", "//a.matomo.cloud", "plausible.io", "hotjar.com", "cdn.segment.com", "fbq('a')"),
        *("//ad.doubleclick.net", "adsbygoogle", "document.cookie", "navigator.sendBeacon('a')", "DOCUMENT.COOKIE"),
        *(f"?{one}=a" for one in ("utm_source", "utm_medium", "utm_campaign", "fbclid", "gclid", "msclkid", "mc_eid")),
        *(f"?a=b&{one}=c" for one in ("mc_cid", "affid", "aff_id", "affiliateid", "affiliate_id", "refid", "ref_id")),
        *(f"?{one}=c" for one in ("affid", "aff_id", "affiliateid", "affiliate_id", "refid", "ref_id")),
    ],
)
def test_every_sign_of_a_tracker_is_told(sign: str, name: str, make_site: MakeSite) -> None:
    assert len(trust.tracker_in_finished_file.check(make_site(), files={PurePosixPath(name): sign.encode()})) == 1


@pytest.mark.parametrize("words", ["Staffid=1", "?preferid=2", "We count no readers: no Google, no cookies.", "gtag"])
def test_what_only_looks_like_a_tracker_is_silent(words: str, make_site: MakeSite) -> None:
    assert trust.tracker_in_finished_file.check(make_site(), files={PurePosixPath("a.html"): words.encode()}) == []


def test_a_marked_link_is_told_at_its_line(make_site: MakeSite) -> None:
    address = "https://example.org/?utm_source=a"
    site = make_site(a=guide_page(f"Text.\n\n[words]({address})"))
    line = site.pages[PurePosixPath("a.md")].links[0].place.line

    [told] = trust.tracker_in_finished_file.check(
        site, files={PurePosixPath("a.html"): f'<a href="{address}">'.encode()}
    )

    assert (told.place.line, told.place.column) == (line, 1)
    assert line > 1


def change(day: str) -> dict[str, str]:
    return {"changes/one.md": f"---\ntitle: New\ndate: {day}\n---\n\nIt is new.\n"}


@pytest.mark.parametrize(
    ("day", "places"),
    [
        pytest.param("2026-06-30", [], id="today"),
        pytest.param("2062-06-30", ["content/changes/one.md:3:7"], id="to come"),
    ],
)
def test_a_change_has_happened(day: str, places: list[str], make_site: MakeSite) -> None:
    found = trust.change_of_a_day_to_come.check(make_site(change(day)), today=date(2026, 6, 30))

    assert [str(one.place) for one in found] == places


def test_what_stands_in_for_a_missing_day_is_no_change(make_site: MakeSite) -> None:
    text = guide_page("Text.", changed="A new trial.").replace("checked: 2026-01-02\n", "", 1)

    found = judge_site(make_site(a=text), today=TODAY).diagnostics
    assert "change-untold" not in {one.name for one in found}


@pytest.mark.parametrize(
    ("changed", "day", "count"),
    [
        pytest.param("The new trial is told.", "2025-12-31", 1, id="the newest entry is older"),
        pytest.param("The new trial is told.", "2026-01-02", 0, id="an entry of that day"),
        pytest.param("First version.", "2025-12-31", 0, id="a new page"),
    ],
)
def test_a_change_of_a_page_is_told(changed: str, day: str, count: int, make_site: MakeSite) -> None:
    site = make_site(change(day), a=guide_page("Text.", changed=changed, checked="2026-01-02"))

    found = [str(one.place) for one in trust.change_untold.check(site)]
    assert found == ["content/pages/a.md:9:10"] * count
