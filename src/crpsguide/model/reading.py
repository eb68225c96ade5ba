"""How hard a text is to read."""

from crpsguide.frozen import frozen


@frozen
class ReadingGrade:
    """US school grades that a page asks of its reader (Flesch-Kincaid).

    `grade` is counted without names, `raw` with them; `words` are all words of its running text.
    """

    words: int
    grade: float
    raw: float
