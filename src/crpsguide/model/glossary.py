"""The words that a page explains."""

from crpsguide.frozen import record
from crpsguide.model.place import Place


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
