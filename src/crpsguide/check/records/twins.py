"""T9: two records of one thing."""

import re
from collections.abc import Iterator

from crpsguide.check.places import place_of_value
from crpsguide.check.rule import Fault, rule
from crpsguide.model import Severity, Site

NUMBERS = ("DOI", "PMID", "PMCID")  # each names one work


@rule("T9", Severity.WARNING)
def organisation_twice(site: Site) -> Iterator[Fault]:
    """Two organisations have one name, or one website.

    Why it matters: readers take them for two, and what is mended in one stays wrong in the other.

    Wrong: `clinics/hill.yaml` and `clinics/hill-clinic.yaml`, both with `website: https://hill.example/`
    Right: one of the two
    """
    first: dict[tuple[str, str], str] = {}
    for one in site.organisations.values():
        website = re.sub(r"^https?://(?:www\.)?|/$", "", one.website.casefold())
        for key, written, said in (("name", one.name, one.name.casefold()), ("website", one.website, website)):
            if said and (known := first.setdefault((key, said), one.id)) != one.id:
                place = place_of_value(site, one.place, key, written)
                help = "Keep one of the two files, or correct what they have in common."
                yield Fault(place, f"“{known}” has the same {key}.", help)
                break


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
