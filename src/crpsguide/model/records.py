"""Records that editors keep beside pages: organisations and lines of help, terms, lists of words, fingerprints."""

from collections.abc import Mapping
from datetime import date

from crpsguide.frozen import frozen, record
from crpsguide.model.place import Place


@record
class Organisation:
    """A clinic, charity or body. An empty field means: not stated by any page seen.

    `link_place` is where its website was typed; None when there is none.
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

    `status` is a key of the wording list `contact-status`. `page_date` is the date that the
    page seen gives for itself, in its own form. `url_seen` is unset for an address that no page
    seen shows, of which readers are told. `link_place` is where its address was typed.
    `phone` is what a telephone dials from anywhere, `local` how people of the country write it.
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
    """A term: plain words first, then the medical word; `forms` are the words explained at first use."""

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
    """One entry of a list: what to look up or look for, what to say instead or beside it, and why.

    `words` are those by which a text speaks of the entry, `beside` those of which one must then
    stand on the same page; `*` stands for any words between.
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
    """A file of `content/wording`, its phrases by key."""

    name: str
    place: Place
    phrases: Mapping[str, Phrase]


@record
class Fingerprint:
    """The marks of one text, with blanks between them. No word of the text can be read from it.

    `name` tells editors which text it was, `made` the day on which it was read.
    """

    id: str
    place: Place
    name: str
    made: date
    marks: str
