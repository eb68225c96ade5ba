"""Values of records that have one form, such as addresses, numbers to dial and dates, and those that have not."""

from collections.abc import Iterator, Mapping

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Trouble
from crpsguide.read.yaml_passages import ANY, at_path
from crpsguide.read.yaml_tree import Document


@frozen
class Form:
    """How a value is written: `what` it should be, and an example of it.

    `is_told_apart` when what is meant can be found among other words, such as in an address that holds it.
    """

    pattern: LazyPattern
    what: str
    example: str
    is_told_apart: bool = False


Forms = Mapping[tuple[str, ...], Form]

_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_PAGE = rf"https?://{_LABEL}(?:\.{_LABEL})*\.?(?::[0-9]{{1,5}})?(?:[/?#][^\s\\\"<>…]*)?"
WEB = Form(LazyPattern(_PAGE), "the address of a page of the web", "https://example.org/page")
# Where something was read: mostly a page of the web, but a name or words will do.
READ_AT = Form(LazyPattern(rf"(?!\w+:/|www\.)(?s:.*)|{_PAGE}"), WEB.what, WEB.example)
# Words may follow (“988, then press 1”), but no sign of a code that sets up a telephone. With the number of its
# country, a number has seven digits or more, and none has more than 15 (ITU-T E.164).
DIALLED = Form(
    LazyPattern(r"(?!(?:[^0-9]*[0-9]){16})(?:\+[0-9](?:[\s().-]*[0-9]){6}|\(?[0-9])[^*#;]*"),
    "a number to dial",
    "+441234567890",
)
SOURCE_FORMS: Forms = {
    ("source", "URL"): WEB,
    ("source", "DOI"): Form(
        LazyPattern(r"10\.[0-9.]{4,}/\S*[^\s.,;]"), "a DOI", "10.1016/j.pain.2009.06.023", is_told_apart=True
    ),
    ("source", "PMID"): Form(LazyPattern(r"[1-9][0-9]{0,8}"), "a number of PubMed", "19604642"),
    ("source", "PMCID"): Form(LazyPattern(r"PMC[1-9][0-9]{0,8}"), "a number of PubMed Central", "PMC2768101"),
    ("source", "issued"): Form(
        LazyPattern(r"(?:1[5-9]|2[0-9])[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"),
        "a year, a month or a day",
        "2009”, “2009-10” or “2009-10-05",
    ),
    ("findings", ANY, "seen"): WEB,
    ("appraisal", "seen", ANY): READ_AT,
    ("appraisal", "people"): Form(LazyPattern(r"[0-9]{1,9}"), "how many people took part", "60", is_told_apart=True),
}
CONTACT_FORMS: Forms = {(ANY, "url"): WEB, (ANY, "phone"): DIALLED, (ANY, "seen", ANY): WEB}
ORGANISATION_FORMS: Forms = {("website",): WEB, ("phone", ANY): DIALLED, ("stated_by", ANY): READ_AT}
SETTINGS_FORMS: Forms = {
    ("licence_url",): WEB,
    ("contact",): Form(LazyPattern(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"), "an e-mail address", "team@example.org"),
}


def values_without_form(document: Document, forms: Forms) -> Iterator[Trouble]:
    """Values that are written in no form that anything can be done with."""
    for pattern, form in forms.items():
        for path, value in at_path(document.data, pattern):
            if not form.pattern.fullmatch(value):
                message = f"“{value}” is not {form.what}."
                within = form.pattern.findall(value) if form.is_told_apart else []
                help = f"Write it as “{within[0]}”." if len(within) == 1 else f"Write it as in “{form.example}”."
                yield Trouble("record", document.place(path), message, help)
