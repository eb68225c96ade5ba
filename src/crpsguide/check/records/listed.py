"""P7: names that a record takes from the guide's own lists."""

from collections.abc import Iterable, Iterator, Set

from crpsguide.check.places import place_of_value
from crpsguide.check.rule import Fault, rule
from crpsguide.model import Block, Contacts, Organisations, Place, Site
from crpsguide.spelling import did_you_mean, few_of, near_misses


@rule("P7")
def unlisted_name(site: Site) -> Iterator[Fault]:
    """A record's kind, design or topic is spelt nearly as one in the guide's own list of them, which does not hold it.

    Why it matters: readers would get the bare key in place of its words, or the record stands under no heading.

    The lists are files in `content/wording`; a name that is like none of theirs will do.

    Wrong: `design: randomized-trial` while `designs.yaml` has `randomised-trial`
    Right: `design: randomised-trial`
    """
    for key, written, list_name, place in _listed(site):
        names = site.phrases(list_name)
        if written and written not in names and (near := near_misses(written, names)):
            yield Fault(
                place_of_value(site, place, key, written),
                f"“{key}” cannot be “{written}”, which is not in content/wording/{list_name}.yaml.",
                f"Did you mean {' or '.join(f'“{one}”' for one in near)}? If not, add “{written}” to the list.",
            )


@rule("P7")
def nothing_of_that_kind(site: Site) -> Iterator[Fault]:
    """A block of a page asks for contacts or organisations of a kind or a country of which there is none.

    Why it matters: readers who look for help would find an empty place.

    Wrong: `kinds: [emergancy]` below `/// contacts`
    Right: `kinds: [emergency]`
    """
    choosing = {Contacts.kind, Organisations.kind}
    for page in site.pages.values():
        for block in page.blocks if choosing & page.gist.kinds else ():
            for key, asked, known in _asked_by(block, site):
                for one in sorted(set(asked) - known):
                    there = few_of(sorted(known)) or "none yet; add one"
                    yield Fault(
                        block.place,
                        f"“{key}” names “{one}”, for which the block “{block.kind}” has nothing to show.",
                        did_you_mean(one, known, f"There are: {there}."),
                    )


def _asked_by(block: Block, site: Site) -> Iterator[tuple[str, Iterable[str], Set[str]]]:
    """The names by which a block chooses records: their key, those of the block, and those of the records."""
    if isinstance(block, Contacts):
        yield "kinds", block.kinds, {one.kind for one in site.contacts.values()}
        yield "countries", block.countries, {one.country for one in site.contacts.values()}
    elif isinstance(block, Organisations):
        yield "kinds", block.kinds, {one.kind for one in site.organisations.values()}


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
