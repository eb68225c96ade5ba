"""Parts of a page that Markdown renders differently from what the editor meant."""

from enum import Enum

from crpsguide.frozen import frozen
from crpsguide.model.place import Place

COMMENT = "!--"  # in place of an element's name, for a comment that is never closed


class Misreading(Enum):
    """How a part of a page is lost, or rendered as something else."""

    LOST = "lost"
    LOST_ATTRIBUTE = "lost-attribute"
    UNSEEN_ATTRIBUTE = "unseen-attribute"
    LOST_DEFINITION = "lost-definition"
    SURPLUS_CELL = "surplus-cell"
    MISSING_CELL = "missing-cell"
    TAG_LIKE = "tag-like"
    UNCLOSED_ELEMENT = "unclosed-element"
    REMOVED_ELEMENT = "removed-element"
    REMOVED_ATTRIBUTE = "removed-attribute"
    MARKDOWN_IN_HTML = "markdown-in-html"
    CHANGED_NUMBER = "changed-number"
    CHANGED_BULLET = "changed-bullet"
    FLAT_LIST = "flat-list"
    LIST_AS_TEXT = "list-as-text"
    TABLE_AS_TEXT = "table-as-text"
    HEADING_AS_TEXT = "heading-as-text"
    HASH = "hash"
    EMPTY_HEADING = "empty-heading"
    QUOTATION = "quotation"
    ASTERISKS = "asterisks"
    BRACES = "braces"
    ABBREVIATION = "abbreviation"
    FENCE = "fence"
    CODE = "code"
    UNDERLINE = "underline"
    MARKUP = "markup"


@frozen
class Misread:
    """A part of a page that is not rendered as typed: `words` in the source, `shown` in its place or empty."""

    how: Misreading
    words: str
    place: Place
    shown: str = ""
