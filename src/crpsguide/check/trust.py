"""T and U: dates that run out."""

from collections.abc import Iterator
from datetime import date, timedelta

from crpsguide.check.rule import Fault, dated_rule
from crpsguide.model import GuideFrontMatter, Severity, Site

OLDEST_CONTACT = timedelta(days=90)  # checklist items C7 and U4


@dated_rule("T1", Severity.WARNING)
def overdue_page(site: Site, today: date) -> Iterator[Fault]:
    """The day on which a page's evidence was to be checked again has passed.

    Why it matters: evidence changes, and a page that looks fresh may be out of date.

    Wrong: `next_check: 2024-01-31`, long ago
    Right: the evidence read again, and a day to come
    """
    for page in site.pages.values():
        if isinstance(page.front_matter, GuideFrontMatter) and page.front_matter.next_check < today:
            yield Fault(
                page.front_matter_place("next_check"),
                f"The evidence of this page was to be checked by {page.front_matter.next_check}.",
                "Check it, then set “checked” and “next_check”. Until then the page shows a banner.",
            )


@dated_rule("U4")
def overdue_contact(site: Site, today: date) -> Iterator[Fault]:
    """A crisis line, emergency number or support group was last checked more than 90 days ago.

    Why it matters: someone who calls in need must not reach a dead number.

    Wrong: `checked_on: 2024-01-31`, long ago
    Right: the number looked up again, and the day on which you did
    """
    for contact in site.contacts.values():
        age = today - contact.checked_on
        if age > OLDEST_CONTACT:
            yield Fault(
                contact.place,
                f"“{contact.name}” was last checked {age.days} days ago, on {contact.checked_on}.",
                "Look the number up on the service's own page, then set “checked_on”.",
            )
