"""P7: signs of Markdown or HTML in what is shown as plain words."""

from collections.abc import Iterator, Sequence

from crpsguide.check.rule import Fault, rule
from crpsguide.language.expressions import late
from crpsguide.model import Passage, Place, Site

_MARKUP = late(
    r"!?\[[^\[\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]|: ?\S+)|\[@[^\[\]]*\]|\*\*[^\s*][^*]*\*\*|`[^`]+`"
    r"|[^\W\d_]+- (?!(?:and|or|to|und|et)\b)[^\W\d_]+"  # a word that the end of a line tears in two
    r"|</?(?:a|b|br|div|em|i|img|p|small|span|strong|sub|sup|u)\b[^<>]*>|&(?:#\w+|[A-Za-z]\w+);"
)


@rule("P7")
def markup_in_record(site: Site) -> Iterator[Fault]:
    """A text that is shown as it stands holds signs of Markdown or HTML, or a citation.

    Why it matters: readers get the brackets and stars, and a link that cannot be pressed.

    Titles, summaries, findings, changes and the texts of records are plain words.

    Wrong: `says: It helped **a little**.`, `meaning: See [touch](touch.md).`
    Right: `says: It helped a little.`
    """
    for text in site.record_texts:
        for passage in text.passages:
            yield from _marked_up(passage, text.source_lines)
    for page in site.pages.values():
        for passage in page.facts:
            yield from _marked_up(passage, page.source_lines)


def _marked_up(passage: Passage, lines: Sequence[str]) -> Iterator[Fault]:
    for match in _MARKUP.finditer(passage.text):
        word, at = match[0].split()[0], passage.place.line
        found = next((number for number in range(at, len(lines) + 1) if word in lines[number - 1]), 0)
        place = Place(passage.place.path, found, lines[found - 1].find(word) + 1) if found else passage.place
        message = f"Readers see “{match[0]}” just as it is typed."
        help = (
            "Links do not work here: write in words what is meant, such as “the page on flares”."
            if "](" in match[0]
            else "This text is shown in plain words: leave the signs out."
        )
        yield Fault(place, message, help)
