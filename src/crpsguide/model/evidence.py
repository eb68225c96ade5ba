"""Sources, what was found in them, and how sure that is."""

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum

from crpsguide.frozen import frozen, record
from crpsguide.model.place import Place

# The address that each variable of a record stands for; readers get the first one written.
ADDRESSES: Mapping[str, str] = {
    "DOI": "https://doi.org/{}",
    "PMID": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "PMCID": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "URL": "{}",
}

START = "start"  # when a study begins, as a value's time
DAYS: Mapping[str, Decimal] = {
    "minute": Decimal(1) / 1440,
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.437"),
    "year": Decimal("365.25"),
}
MOST_DIGITS = 15  # of a number, before its point or behind it; sums with such numbers stay exact
_WEB = re.compile(r"https?://", re.IGNORECASE)  # a page that reads “javascript:” is a program
_TIME = re.compile(rf"(?P<number>\d{{1,6}}(?:\.\d{{1,6}})?) (?P<unit>{'|'.join(DAYS)})s?")
_SCALE = re.compile(r"\((\d{1,4})-(\d{1,4})\)")
_OUT_OF_100 = re.compile(r"%|per ?cent\b|\b(?:per|in|of) (?:every )?100\b(?!,?\d)")  # units that count people


class Certainty(Enum):
    """How sure a finding is, from the surest down (the four grades of GRADE).

    `NOT_RATED` stands for definitions, rules, advice and services, and for findings that
    nobody graded.
    """

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    NOT_RATED = "not-rated"

    @property
    def rank(self) -> int:
        """4 for high down to 1 for very low; 0 for not rated."""
        return {"high": 4, "moderate": 3, "low": 2, "very-low": 1}.get(self.value, 0)


class FindingKind(Enum):
    """What sort of statement a finding makes."""

    DEFINITION = "definition"
    PREVALENCE = "prevalence"
    EFFECT = "effect"
    HARM = "harm"
    RECOMMENDATION = "recommendation"
    DIAGNOSTIC_ACCURACY = "diagnostic-accuracy"
    MECHANISM = "mechanism"
    PROGNOSIS = "prognosis"
    REGULATORY = "regulatory"
    SERVICE = "service"


class Use(Enum):
    """Whether readers may be shown a source, or whether it only points editors somewhere."""

    CITE = "cite"
    LEAD = "lead"


class Read(Enum):
    """How much of a source was read."""

    FULL_TEXT = "full-text"
    ABSTRACT = "abstract"
    SECONDARY = "secondary"


@record
class Author:
    """A person (`family`, `given`) or a body (`literal`), as CSL writes them."""

    family: str = ""
    given: str = ""
    literal: str = ""

    @property
    def name(self) -> str:
        """The name as a reference list prints it: `Sigtermans MJ`, or the body's name."""
        if self.literal:
            return self.literal
        initials = "".join(part[0] for part in re.split(r"[\s.-]+", self.given) if part)
        return f"{self.family} {initials}".strip()


@record
class Work:
    """The bibliographic record: CSL variables, dates written `2009-10-05`, `2009-10` or `2009`."""

    type: str
    title: str
    author: tuple[Author, ...] = ()
    issued: str = ""
    container_title: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    publisher: str = ""
    language: str = ""
    DOI: str = ""
    PMID: str = ""
    PMCID: str = ""
    URL: str = ""

    @property
    def year(self) -> str:
        """Four digits, or empty when the source shows no date."""
        return self.issued[:4]

    @property
    def link(self) -> str:
        """The address that readers get; empty when there is none."""
        written = ((form, getattr(self, name)) for name, form in ADDRESSES.items())
        link = next((form.format(value) for form, value in written if value), "")
        return link if _WEB.match(link) else ""

    @property
    def short_name(self) -> str:
        """First author and year, for tables: `Sigtermans and others, 2009`."""
        names = [one.literal or one.family for one in self.author]
        if not names:
            who = self.publisher or self.container_title or self.title
        elif len(names) == 1:
            who = names[0]
        elif len(names) == 2:
            who = " and ".join(names)
        else:
            who = f"{names[0]} and others"
        return f"{who}, {self.year}" if self.year else f"{who}, no date shown"


@record
class Appraisal:
    """What we know of a source's making and of our own reading of it.

    `design` is a key of the wording list `designs`. `people` counts the people taken in;
    `size` says it in words when the number alone would mislead ("33 trials", "60 planned").
    `seen` lists the pages really read, and `same_as` names of the same work in other collections, for
    editors only: some pages are mirrors, and those names need not be here.
    """

    design: str
    use: Use
    why_use: str
    people: int | None = None
    size: str = ""
    funding: str = ""
    conflicts: str = ""
    retracted: bool = False
    retraction_check: str = ""
    superseded_by: str = ""
    read: Read
    checked: date
    unverified: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    note: str = ""


@frozen
class Time:
    """A time since the start of a study: as it was written, and in days."""

    words: str
    days: Decimal


def parse_time(words: str) -> Time | None:
    """The time that words such as `1 week`, `5 hours` or `start` name, or None when they name none."""
    if words == START:
        return Time(words, Decimal(0))
    found = _TIME.fullmatch(words)
    return Time(words, Decimal(found["number"]) * DAYS[found["unit"]]) if found else None


@record
class Value:
    """One number of a finding: `2.68`, `points of 10`, of `pain with ketamine, week 1`.

    `value` stays as it was typed, so that `1.10` keeps its digits. A range has `low` and `high`
    in its place, a count `events` and `out_of`. `ci` are the two ends of an interval around the
    value, `n` the people it was counted among. `derived` is the sum behind a number that the
    source does not print itself (`100 - 76`). `kind` may say what a range is. `at` is when the
    value was measured, counted from the start of a study: `1 week`, or `start`.
    """

    value: str = ""
    unit: str = ""
    of: str = ""
    low: str = ""
    high: str = ""
    ci: tuple[str, ...] = ()
    events: str = ""
    out_of: str = ""
    n: str = ""
    kind: str = ""
    derived: str = ""
    at: str = ""

    def __hash__(self) -> int:
        """Of some of its words: rules look up what they know of a value for each sentence that tells it."""
        return hash((self.value, self.low, self.events, self.of))

    @property
    def number(self) -> Decimal | None:
        """The value as a number, or None when it is words (`45 to 100`)."""
        return _number(self.value)

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """The lower and the upper end of the interval around the value, or None when there is none."""
        ends = sorted(one for one in map(_number, self.ci) if one is not None)
        return (ends[0], ends[1]) if len(self.ci) == len(ends) == 2 else None

    @property
    def scale(self) -> tuple[int, int] | None:
        """The ends of the scale that the unit names, `points (0-10)`, or None when it names none."""
        found = _SCALE.search(self.unit)
        return (int(found[1]), int(found[2])) if found and int(found[1]) < int(found[2]) else None

    @property
    def is_out_of_100(self) -> bool:
        """Whether it counts people out of 100, and not out of however many there were."""
        return self.number is not None and 0 <= self.number <= 100 and bool(_OUT_OF_100.search(self.unit))

    @property
    def time(self) -> Time | None:
        """When the value was measured; for a value that is a time itself (`12`, `weeks`) that time."""
        return parse_time(self.at or f"{self.value} {self.unit}")

    @property
    def written(self) -> str:
        """The number without its unit: `2.68`, `65 to 80`, `38 of 50`."""
        if self.value:
            return self.value
        if self.low or self.high:
            return " to ".join(one for one in (self.low, self.high) if one)
        return f"{self.events} of {self.out_of}" if self.out_of else self.events


@record
class Finding:
    """One thing that a source found or says, in one plain sentence.

    `id` is `source#key`. `rated_by` names who judged the certainty: `editor`, or the id of
    the source that did.
    """

    id: str
    place: Place
    says: str
    kind: FindingKind
    topic: str = ""
    values: tuple[Value, ...] = ()
    population: str = ""
    comparison: str = ""
    period: str = ""
    certainty: Certainty
    rated_by: str
    locator: str = ""
    seen: str = ""
    note: str = ""

    def __hash__(self) -> int:
        """Of what tells it from others: rules look up what they know of a finding for each sentence that cites it."""
        return hash((self.id, self.says))

    @property
    def source(self) -> str:
        """The id of the source that holds this finding."""
        return self.id.partition("#")[0]

    @property
    def key(self) -> str:
        """The name of the finding within its source, also its anchor on the source's page."""
        return self.id.partition("#")[2]


@record
class Source:
    """One evidence file: the record, our appraisal, a plain summary and the findings by key.

    `link_place` is where the address that readers get was typed, `newer_place` where the source that replaces this one
    was named; None when there is none.
    """

    id: str
    place: Place
    link_place: Place | None = None
    newer_place: Place | None = None
    source: Work
    appraisal: Appraisal
    summary: str = ""
    findings: Mapping[str, Finding] = field(default_factory=dict)

    @property
    def is_shown(self) -> bool:
        """Whether readers are shown this source."""
        return self.appraisal.use is Use.CITE

    @property
    def may_be_cited(self) -> bool:
        """Whether a published claim may rest on this source."""
        return self.is_shown and not self.appraisal.retracted


def _number(text: str) -> Decimal | None:
    """The number that a text is; None for words, and for what no study counts (`NaN`, `1e999`)."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= MOST_DIGITS else None
