"""Organisations and lines of help, each with who stated it and when it was last seen."""

from datetime import date

from crpsguide.frozen import record
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
