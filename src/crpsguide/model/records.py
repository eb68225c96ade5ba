"""Records other than pages and evidence: organisations, contacts, glossary terms, wording lists, fingerprints."""

from collections.abc import Mapping
from datetime import date

from crpsguide.frozen import frozen, record
from crpsguide.model.place import Place


@record
class Organisation:
    """A clinic, charity or public body. An empty field means that none of the pages in `stated_by` says.

    `link_place` is the place of its website; None if it has none. `last_seen` is when those pages were read.
    """

    id: str
    place: Place
    link_place: Place | None = None
    name: str
    kind: str
    country: str
    region: str = ""
    city: str = ""
    address: str = ""
    phone: tuple[str, ...] = ()
    website: str = ""
    people: tuple[str, ...] = ()
    stated_by: tuple[str, ...]
    last_seen: str
    listed: bool = True
    note: str = ""


@record
class Contact:
    """An emergency number, crisis line, support group or advice service.

    `status` is a key of the wording list `contact-status`. `seen` are the pages that the editor read, `page_date` is
    the date that such a page gives for itself, as written there. `url_seen` is false if none of them shows `url`;
    the site then says so. `link_place` is the place of `url`. `phone` can be dialled from anywhere, `local` is how it
    is written within the country.
    """

    id: str
    place: Place
    link_place: Place | None = None
    kind: str
    name: str
    country: str
    about: str
    phone: str = ""
    local: str = ""
    text: str = ""
    url: str = ""
    url_seen: bool = True
    hours: str = ""
    checked_on: date
    status: str
    page_date: str = ""
    seen: tuple[str, ...] = ()
    note: str = ""


@record
class Term:
    """A glossary term: `plain` words, then the medical `term`; `forms` are the words explained at their first use."""

    id: str
    place: Place
    term: str
    plain: str
    meaning: str
    say: str = ""
    forms: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()


@record
class Phrase:
    """One entry of a wording list.

    `say` is the wording to use, `instead_of` the wordings to replace. If a page contains one of `words`, it must also
    contain one of `beside`; `*` matches any words.
    """

    id: str
    place: Place
    say: str = ""
    instead_of: tuple[str, ...] = ()
    explain: str = ""
    why: str = ""
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@frozen(kw_only=True)
class WordingList:
    """A file of `content/wording`: its phrases by key."""

    name: str
    place: Place
    phrases: Mapping[str, Phrase]


@record
class Fingerprint:
    """Hashes of a text by others (`marks`, separated by spaces), to find copies of its wording in the guide.

    `name` says for editors which text it is, `made` when it was read.
    """

    id: str
    place: Place
    name: str
    made: date
    marks: str
