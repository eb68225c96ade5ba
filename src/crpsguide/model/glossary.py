"""The words that a page explains."""

from crpsguide.frozen import frozen
from crpsguide.model.evidence import FORBID
from crpsguide.model.place import Place


@frozen(kw_only=True)
class Term:
    """A term: plain words first, then the medical word; `forms` are the words explained at first use."""

    __pydantic_config__ = FORBID

    id: str
    place: Place
    term: str
    plain: str
    meaning: str
    say: str = ""
    forms: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()
