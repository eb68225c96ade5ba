"""P and T9: what records name and date, held against the guide's other files and the calendar."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import PurePosixPath

from crpsguide.check.links.forms import is_local_host
from crpsguide.check.rule import Fault, dated_rule, rule
from crpsguide.model import Place, Severity, Site
from crpsguide.spelling import near_misses

ONE_DAY = timedelta(days=1)  # the sun rises earlier elsewhere
NUMBERS = ("DOI", "PMID", "PMCID")  # each names one work


@rule("P7")
def unlisted_name(site: Site) -> Iterator[Fault]:
    """A record's kind, design or topic is spelt nearly as one in the guide's own list of them, which does not hold it.

    Why it matters: readers would get the bare key in place of its words, or the record stands under no heading.

    The lists are files in `content/wording`; a name that is like none of theirs will do.

    Wrong: `design: randomized-trial` while `designs.yaml` has `randomised-trial`
    Right: `design: randomised-trial`
    """
    for key, written, list_name, place in _listed(site):
        names = site.wording[list_name].phrases if list_name in site.wording else {}
        if written and written not in names and (near := near_misses(written, names)):
            yield Fault(
                place_of_value(site, place, key, written),
                f"“{key}” cannot be “{written}”, which is not in content/wording/{list_name}.yaml.",
                f"Did you mean {' or '.join(f'“{one}”' for one in near)}? If not, add “{written}” to the list.",
            )


@dated_rule("T9", Severity.WARNING)
def source_of_a_day_to_come(site: Site, today: date) -> Iterator[Fault]:
    """A source is said to be read, or published, on a day that has not come yet.

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
        # Journals print the day of an issue a few months ahead.
        if issued[:4].isdigit() and int(issued[:4]) > today.year + 1:
            place = place_of_value(site, source.place, "issued", issued)
            yield Fault(place, f"“{source.id}” is said to be of {issued}, which is to come.", "Mend the year.")


@rule("T9", Severity.WARNING)
def source_twice(site: Site) -> Iterator[Fault]:
    """Two evidence files have one DOI or one number of PubMed, so they tell of one work.

    Why it matters: what is mended in one stays wrong in the other, and readers count two studies for one.

    Wrong: `smith2020.yaml` and `smith2020a.yaml`, both with `DOI: 10.1016/j.pain.2009.06.023`
    Right: one of the two, with the findings of both
    """
    first: dict[tuple[str, str], str] = {}
    for source in site.sources.values():
        for key in NUMBERS:
            number = getattr(source.source, key)
            if number and (known := first.setdefault((key, number.casefold()), source.id)) != source.id:
                yield Fault(
                    place_of_value(site, source.place, key, number),
                    f"“{known}” has the {key} {number} too, so both are one work.",
                    f"Put the findings into one of the two files and cite that one, or correct the {key}.",
                )
                break


@rule("L106")
def local_record(site: Site) -> Iterator[Fault]:
    """A source, an organisation or a contact has an address on your own computer or network.

    Why it matters: it works for nobody but you.

    Wrong: `URL: http://localhost:8000/study`
    Right: the address of the page on the web
    """
    written = [(one.place, one.website) for one in site.organisations.values()]
    written += [(one.place, one.url) for one in site.contacts.values()]
    written += [(one.place, one.source.URL) for one in site.sources.values()]
    for place, address in written:
        host = re.match(r"https?://([^/:?#]+)", address)
        if host and is_local_host(host[1]):
            yield Fault(
                place_of_value(site, place, r"(?:URL|url|website)", address),
                f"This address works on your own computer or network only ({address}).",
                "Write the address of the page on the web.",
            )


def _listed(site: Site) -> Iterator[tuple[str, str, str, Place]]:
    """The values of records that are names in a list: the key, the value, the list, and the record's place."""
    for source in site.sources.values():
        yield "design", source.appraisal.design, "designs", source.place
    for organisation in site.organisations.values():
        yield "kind", organisation.kind, "organisation-kinds", organisation.place
    for contact in site.contacts.values():
        yield "kind", contact.kind, "contact-kinds", contact.place
        yield "status", contact.status, "contact-status", contact.place
    for claim in site.claims.values():
        yield "topic", claim.topic, "claim-topics", claim.place
        yield "speaker", claim.speaker, "speakers", claim.place


def place_of_value(site: Site, record: Place, key: str, value: str) -> Place:
    """Where a value stands that a record has under a key, from the record's own place on; that place when unknown."""
    wanted = re.compile(rf"(?<![\w-]){key}\s*:.*?(?P<value>{re.escape(value)})(?![\w-])")
    for number, line in enumerate(_lines(site).get(record.path, ()), start=1):
        if number >= record.line and (found := wanted.search(line)):
            return Place(record.path, number, found.start("value") + 1, number, found.end("value") + 1)
    return record


def _lines(site: Site) -> Mapping[PurePosixPath, tuple[str, ...]]:
    lines = {text.path: text.source_lines for text in site.record_texts}
    return lines | {claim.place.path: claim.source_lines for claim in site.claims.values()}


RULES = (unlisted_name, source_of_a_day_to_come, source_twice, local_record)
