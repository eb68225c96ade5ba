"""Checks the format of values of records, such as URLs, telephone numbers and dates."""

from collections.abc import Iterator, Mapping

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Trouble
from crpsguide.read.yaml_passages import ANY, at_path
from crpsguide.read.yaml_tree import Document


@frozen
class Format:
    """A format of a value: `what` it is in words, and an example.

    With `is_searched`, the help suggests the one part of a wrong value that has the format, such as a DOI in a URL.
    """

    pattern: LazyPattern
    what: str
    example: str
    is_searched: bool = False


Formats = Mapping[tuple[str, ...], Format]  # by path of the value

_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_PAGE = rf"https?://{_LABEL}(?:\.{_LABEL})*\.?(?::[0-9]{{1,5}})?(?:[/?#][^\s\\\"<>…]*)?"
WEB = Format(LazyPattern(_PAGE), "the address of a page of the web", "https://example.org/page")
# A URL, or text that does not look like one.
URL_OR_TEXT = Format(LazyPattern(rf"(?!\w+:/|www\.)(?s:.*)|{_PAGE}"), WEB.what, WEB.example)
# Text may follow (“988, then press 1”), but no “*” and “#”, which control telephones. A number with a country code has
# at least seven digits, and none has more than 15 (ITU-T E.164).
TELEPHONE = Format(
    LazyPattern(r"(?!(?:[^0-9]*[0-9]){16})(?:\+[0-9](?:[\s().-]*[0-9]){6}|\(?[0-9])[^*#;]*"),
    "a number to dial",
    "+441234567890",
)
SOURCE_FORMATS: Formats = {
    ("source", "URL"): WEB,
    ("source", "DOI"): Format(
        LazyPattern(r"10\.[0-9.]{4,}/\S*[^\s.,;]"), "a DOI", "10.1016/j.pain.2009.06.023", is_searched=True
    ),
    ("source", "PMID"): Format(LazyPattern(r"[1-9][0-9]{0,8}"), "a number of PubMed", "19604642"),
    ("source", "PMCID"): Format(LazyPattern(r"PMC[1-9][0-9]{0,8}"), "a number of PubMed Central", "PMC2768101"),
    ("source", "issued"): Format(
        LazyPattern(r"(?:1[5-9]|2[0-9])[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"),
        "a year, a month or a day",
        "2009”, “2009-10” or “2009-10-05",
    ),
    ("findings", ANY, "seen"): WEB,
    ("appraisal", "seen", ANY): URL_OR_TEXT,
    ("appraisal", "people"): Format(LazyPattern(r"[0-9]{1,9}"), "how many people took part", "60", is_searched=True),
}
CONTACT_FORMATS: Formats = {(ANY, "url"): WEB, (ANY, "phone"): TELEPHONE, (ANY, "seen", ANY): WEB}
ORGANISATION_FORMATS: Formats = {("website",): WEB, ("phone", ANY): TELEPHONE, ("stated_by", ANY): URL_OR_TEXT}
SETTINGS_FORMATS: Formats = {
    ("licence_url",): WEB,
    ("contact",): Format(LazyPattern(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"), "an e-mail address", "team@example.org"),
}


def malformed_values(document: Document, formats: Formats) -> Iterator[Trouble]:
    """Values that do not have the format for their path."""
    for pattern, format in formats.items():
        for path, value in at_path(document.data, pattern):
            if not format.pattern.fullmatch(value):
                message = f"“{value}” is not {format.what}."
                found = format.pattern.findall(value) if format.is_searched else []
                help = f"Write it as “{found[0]}”." if len(found) == 1 else f"Write it as in “{format.example}”."
                yield Trouble("record", document.place(path), message, help)
