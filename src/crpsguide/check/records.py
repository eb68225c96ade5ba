"""P, T9 and L106: what records name, say and date, held against the guide's other files and the calendar."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date, timedelta

from crpsguide.check.links.forms import SHORTEST_NUMBER, is_local_host, is_one_number, web_host
from crpsguide.check.places import place_of_value
from crpsguide.check.rule import Fault, dated_rule, rule
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Block, Contacts, Organisations, Place, Severity, Site
from crpsguide.spelling import did_you_mean, near_misses, shortened_list

_MARKUP = LazyPattern(
    r"!?\[[^\[\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]|: ?\S+)|\[@[^\[\]]*\]|\*\*[^\s*][^*]*\*\*|`[^`]+`"
    r"|[^\W\d_]+- (?!(?:and|or|to|und|et)\b)[^\W\d_]+"  # a word that the end of a line tears in two
    r"|</?(?:a|b|br|div|em|i|img|p|small|span|strong|sub|sup|u)\b[^<>]*>|&(?:#\w+|[A-Za-z]\w+);"
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ONE_DAY = timedelta(days=1)  # in the far east it is tomorrow already
_DAY = LazyPattern(r"\d{4}-\d{2}-\d{2}")
_WRITTEN_DAY = LazyPattern(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b.*")
EMERGENCY, CRISIS_LINE = "emergency", "crisis-line"  # kinds of contacts
FOLDERS = {Contacts.kind: "contacts", Organisations.kind: "clinics"}
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
        names = site.phrases(list_name)
        if written and written not in names and (near := near_misses(written, names)):
            message = f"“{key}” cannot be “{written}”, which is not in content/wording/{list_name}.yaml."
            help = f"Did you mean {' or '.join(f'“{one}”' for one in near)}? If not, add “{written}” to the list."
            yield Fault(place_of_value(site, place, key, written), message, help)


@rule("P7")
def nothing_of_that_kind(site: Site) -> Iterator[Fault]:
    """A block of a page asks for contacts or organisations of a kind or a country of which there is none.

    Why it matters: readers who look for help would find an empty place.

    Wrong: `kinds: [emergancy]` below `/// contacts`
    Right: `kinds: [emergency]`
    """
    unread = {one.place.path.parent.name for one in site.troubles}  # what cannot be read, another rule tells
    choosing = {kind for kind, folder in FOLDERS.items() if folder not in unread}
    for page in site.pages.values():
        for block in page.blocks if choosing & page.gist.block_kinds else ():
            if block.kind not in choosing:
                continue
            for key, asked, known in _asked_by(block, site):
                for one in sorted(set(asked) - known):
                    there = shortened_list(sorted(known)) or "none yet; add one"
                    message = f"“{key}” names “{one}”, for which the block “{block.kind}” has nothing to show."
                    yield Fault(block.place, message, did_you_mean(one, known, f"There are: {there}."))


@rule("P7")
def numbers_differ(site: Site) -> Iterator[Fault]:
    """A contact's number as people of the country write it is another than the one that is dialled.

    Why it matters: readers see the one and call the other. Someone who calls in need must reach help.

    Wrong: `phone: '+441234567890'` and `local: 01234 567891`
    Right: the same number in both
    """
    for one in site.contacts.values():
        if one.phone and one.local and not is_one_number(one.local, one.phone):
            place = place_of_value(site, one.place, "local", one.local)
            message = f"“local” says {one.local}, and “phone” dials {one.phone}."
            yield Fault(place, message, "Look the number up on the service's own page, and write it in both.")


@rule("U4")
def contact_without_number(site: Site) -> Iterator[Fault]:
    """An emergency number has no number to call or text, or a crisis line no way to reach it.

    Why it matters: someone who needs help now would find a name, and no help.

    Wrong: `kind: emergency`, without `phone` and `text`
    Right: `phone: 112`
    """
    for contact in site.contacts.values():
        reached_by = {EMERGENCY: "phone text", CRISIS_LINE: "phone text url"}.get(contact.kind, "").split()
        reached = [getattr(contact, key).strip() for key in reached_by]
        if reached_by and not any(len(one) >= SHORTEST_NUMBER for one in reached):
            message = f"“{contact.name}” ({contact.country}) has no number that readers could call."
            help = "Look the number up on the service's own page, and add it as “phone”; or remove the entry."
            yield Fault(place_of_value(site, contact.place, "phone", ""), message, help)


@rule("T9")
def record_without_name(site: Site) -> Iterator[Fault]:
    """A source has no title, one of its authors has no name, or no page is named that speaks of an organisation.

    Why it matters: readers could not tell what they are sent to, nor who says so.

    Wrong: `author: [{given: Amy}]`, `title: ""`, `stated_by: []`
    Right: `author: [{family: Ng, given: Amy}]`, or `{literal: The Mirror Group}` for a body
    """
    for source in site.sources.values():
        if not source.source.title.strip():
            help = "Write the title as the work shows it."
            yield Fault(
                place_of_value(site, source.place, "title", ""), f"The source “{source.id}” has no title.", help
            )
        for author in source.source.author:
            if not any(map(str.isalpha, author.family + author.literal)):
                message = (
                    f"An author of “{source.id}” has no family name{f' ({author.given})' if author.given else ''}."
                )
                help = "Add “family”, write a body as “literal”, or remove the author."
                yield Fault(place_of_value(site, source.place, "given", author.given), message, help)
    for one in site.organisations.values():
        if not any(page.strip() for page in one.stated_by):
            help = "Add the page on which you read of it to “stated_by”, or remove the file."
            yield Fault(
                place_of_value(site, one.place, "stated_by", ""), f"No page is named that speaks of “{one.name}”.", help
            )


@rule("T9", Severity.ADVICE)
def study_without_author(site: Site) -> Iterator[Fault]:
    """An article names no author, nor says that none was found.

    Why it matters: readers cannot see who did the study, and editors may take two files for two studies.

    Wrong: `type: article-journal` with `author: []`
    Right: `author: [{family: Ng, given: Amy}]`, or `unverified: [author]`
    """
    for source in site.sources.values():
        is_admitted = any("author" in one.casefold() for one in source.appraisal.unverified)
        if source.source.type.startswith("article") and not source.source.author and not is_admitted:
            help = "Look them up, and add “author”; if no page shows any, add “author” to “unverified”."
            place = place_of_value(site, source.place, "author", "")
            yield Fault(place, f"The article “{source.id}” names no author.", help)


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
        if (host := web_host(address)) and is_local_host(host):
            message = f"This address works on your own computer or network only ({address})."
            help = "Write the address of the page on the web."
            yield Fault(place_of_value(site, place, r"(?:URL|url|website)", address), message, help)


@rule("P7")
def markup_in_record(site: Site) -> Iterator[Fault]:
    """A text that is shown as it stands holds signs of Markdown or HTML, or a citation.

    Why it matters: readers get the brackets and stars, and a link that cannot be pressed.

    Titles, summaries, findings, changes and the texts of records are plain words. Programs that hold sources put
    signs of HTML into titles.

    Wrong: `says: It helped **a little**.`, `meaning: See [touch](touch.md).`
    Right: `says: It helped a little.`
    """
    works = {one.place.path: one.source for one in site.sources.values()}
    for text in site.record_texts:
        for passage in text.passages:
            yield from _marked_up(passage.text, passage.place, text.source_lines)
        if work := works.get(text.path):
            for words in (work.title, work.container_title):
                yield from _marked_up(words, Place(text.path, 1, 1), text.source_lines)
    for page in site.pages.values():
        for passage in page.facts:
            yield from _marked_up(passage.text, passage.place, page.source_lines)


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
            help = "Write the day on which you read it."
            yield Fault(place, f"“{source.id}” is said to be read on a day to come, {checked}.", help)
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

    Wrong: `last_seen: 20 November 2062`
    Right: `last_seen: 20 November 2026`
    """
    said = [("last_seen", one.last_seen, one.place) for one in site.organisations.values()]
    said += [("page_date", one.page_date, one.place) for one in site.contacts.values()]
    said += [("published", str(one.published or ""), one.place) for one in site.claims.values()]
    for key, day, record in said:
        if today + ONE_DAY < (_day(day) or today) < date.max:
            place = place_of_value(site, record, key, day)
            yield Fault(place, f"“{key}” names a day to come, {day}.", "Write the day on which it was.")


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
                message = f"“{known}” has the {key} {number} too, so both are one work."
                help = f"Put the findings into one of the two files and cite that one, or correct the {key}."
                yield Fault(place_of_value(site, source.place, key, number), message, help)
                break


RULES = (
    unlisted_name,
    nothing_of_that_kind,
    numbers_differ,
    contact_without_number,
    record_without_name,
    study_without_author,
    markup_in_record,
    source_of_a_day_to_come,
    record_of_a_day_to_come,
    source_twice,
    organisation_twice,
    local_record,
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


def _marked_up(words: str, place: Place, lines: Sequence[str]) -> Iterator[Fault]:
    for match in _MARKUP.finditer(words):
        word = match[0].split()[0]
        found = next((number for number in range(place.line, len(lines) + 1) if word in lines[number - 1]), 0)
        at = Place(place.path, found, lines[found - 1].find(word) + 1) if found else place
        message = f"Readers see “{match[0]}” just as it is typed."
        help = (
            "Links do not work here: write in words what is meant, such as “the page on flares”."
            if "](" in match[0]
            else "This text is shown in plain words: leave the signs out."
        )
        yield Fault(at, message, help)


def _day(written: str) -> date | None:
    """The day that a text is, `2026-11-20` or `20 November 2026`; None for other words, and for one of no calendar."""
    try:
        if match := _WRITTEN_DAY.fullmatch(written):
            return date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]))
        return date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        return None
