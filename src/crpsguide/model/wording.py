"""Lists of words that editors keep."""

from collections.abc import Mapping

from crpsguide.frozen import frozen, record
from crpsguide.model.place import Place


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
