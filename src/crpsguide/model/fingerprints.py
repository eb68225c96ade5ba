"""Fingerprints of texts by others, with which our words are compared."""

from datetime import date

from crpsguide.frozen import record
from crpsguide.model.place import Place


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
