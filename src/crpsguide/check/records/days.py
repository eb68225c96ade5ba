"""T9: days that records name, held against the calendar."""

from collections.abc import Iterator
from datetime import date, timedelta

from crpsguide.check.places import place_of_value
from crpsguide.check.rule import Fault, dated_rule
from crpsguide.language.expressions import late
from crpsguide.model import Severity, Site

ONE_DAY = timedelta(days=1)  # in the far east it is tomorrow already
_DAY = late(r"\d{4}-\d{2}-\d{2}")


@dated_rule("T9", Severity.WARNING)
def source_of_a_day_to_come(site: Site, today: date) -> Iterator[Fault]:
    """A source is said to be read, or published, on a day that has not come yet, or to be read before it appeared.

    Why it matters: readers go by these days to see how new the evidence is.

    Wrong: `checked: 2062-11-20`
    Right: `checked: 2026-11-20`
    """
    for source in site.sources.values():
        checked, issued = source.appraisal.checked, source.source.issued
        if today + ONE_DAY < checked < date.max:
            place = place_of_value(site, source.place, "checked", checked.isoformat())
            yield Fault(
                place,
                f"“{source.id}” is said to be read on a day to come, {checked}.",
                "Write the day on which you read it.",
            )
        elif issued[:4].isdigit() and checked.year + 1 < int(issued[:4]) <= today.year + 1:
            place = place_of_value(site, source.place, "checked", checked.isoformat())
            message = f"“{source.id}” is said to be read on {checked}, before it appeared ({issued})."
            yield Fault(place, message, "Write the day on which you read it, or correct the year.")
        # Journals print the day of an issue a few months ahead.
        if issued[:4].isdigit() and int(issued[:4]) > today.year + 1:
            place = place_of_value(site, source.place, "issued", issued)
            yield Fault(place, f"“{source.id}” is said to be of {issued}, which is to come.", "Mend the year.")


@dated_rule("T9", Severity.WARNING)
def record_of_a_day_to_come(site: Site, today: date) -> Iterator[Fault]:
    """An organisation or contact was seen, or a verdict published, on a day that has not come yet.

    Why it matters: readers go by these days to see if a number or an address may still be right.

    Wrong: `last_seen: 2062-11-20`
    Right: `last_seen: 2026-11-20`
    """
    said = [("last_seen", one.last_seen, one.place) for one in site.organisations.values()]
    said += [("page_date", one.page_date, one.place) for one in site.contacts.values()]
    said += [("published", str(one.published or ""), one.place) for one in site.claims.values()]
    for key, day, record in said:
        if today + ONE_DAY < (_day(day) or today) < date.max:
            place = place_of_value(site, record, key, day)
            yield Fault(place, f"“{key}” names a day to come, {day}.", "Write the day on which it was.")


def _day(written: str) -> date | None:
    """The day that a text is; None for other words, and for a day that no calendar has."""
    try:
        return date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        return None
