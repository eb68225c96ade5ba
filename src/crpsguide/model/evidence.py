"""Sources, their findings, and the certainty of the findings."""

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum

from crpsguide.frozen import frozen, record
from crpsguide.model.place import Place

ADDRESSES: Mapping[str, str] = {  # URL templates by CSL variable; references link to the first one that is set
    "DOI": "https://doi.org/{}",
    "PMID": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "PMCID": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "URL": "{}",
}

START = "start"  # `Value.at` for the beginning of a study
DAYS: Mapping[str, Decimal] = {
    "minute": Decimal(1) / 1440,
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.437"),
    "year": Decimal("365.25"),
}
MAX_DIGITS = 15  # before or after the decimal point; sums of such numbers are exact
_WEB = re.compile(r"https?://", re.IGNORECASE)  # no other schemes in links, such as “javascript:”
_TIME = re.compile(rf"(?P<number>\d{{1,6}}(?:\.\d{{1,6}})?) (?P<unit>{'|'.join(DAYS)})s?")
_SCALE = re.compile(r"\((\d{1,4})-(\d{1,4})\)")
_OUT_OF_100 = re.compile(r"%|per ?cent\b|\b(?:per|in|of) (?:every )?100\b(?!,?\d)")


class Certainty(Enum):
    """The certainty of a finding, best first (the four levels of GRADE).

    `NOT_RATED` is for definitions, rules, advice and services, and for findings without a rating.
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
    """The kind of statement that a finding makes."""

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
    """Whether a source is published, or only a lead for editors."""

    CITE = "cite"
    LEAD = "lead"


class Read(Enum):
    """How much of a source the editor read."""

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
        """The name as in a reference list: `Sigtermans MJ`, or the body's name."""
        if self.literal:
            return self.literal
        initials = "".join(part[0] for part in re.split(r"[\s.-]+", self.given) if part)
        return f"{self.family} {initials}".strip()


@record
class Work:
    """The bibliographic record in CSL variables, with dates as `2009-10-05`, `2009-10` or `2009`."""

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
        """Four digits, or empty if the date is unknown."""
        return self.issued[:4]

    @property
    def link(self) -> str:
        """The URL for references; empty if there is none."""
        for name, template in ADDRESSES.items():
            if value := getattr(self, name):
                link = template.format(value)
                return link if _WEB.match(link) else ""
        return ""

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
    """An assessment of a source, and a record of how the editor read it.

    `design` is a key of the wording list `designs`. `people` is the number of participants; `size` describes it if the
    number alone would mislead ("33 trials", "60 planned"). For editors only: `seen` lists the web pages that were
    read, which may be mirrors, and `same_as` ids of the same work in other collections.
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
    """A time since the start of a study: as written, and in days."""

    words: str
    days: Decimal


def parse_time(words: str) -> Time | None:
    """Parse a time such as `1 week`, `5 hours` or `start`; None for anything else."""
    if words == START:
        return Time(words, Decimal(0))
    match = _TIME.fullmatch(words)
    return Time(words, Decimal(match["number"]) * DAYS[match["unit"]]) if match else None


@record
class Value:
    """One number of a finding: `2.68`, `points of 10`, of `pain with ketamine, week 1`.

    Numbers are kept as typed, so that `1.10` keeps its digits. A range has `low` and `high` in place of `value`, a
    count `events` and `out_of`. `ci` are the two ends of a confidence interval, `n` the size of the group. `derived`
    is the calculation of a number that the source does not state itself (`100 - 76`). `kind` may name the kind of
    range. `at` is the time of measurement since the start of the study: `1 week`, or `start`.
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
        """A hash of few fields, which is faster: rules look up values for each sentence."""
        return hash((self.value, self.low, self.events, self.of))

    @property
    def number(self) -> Decimal | None:
        """The value as a number, or None if it is text (`45 to 100`)."""
        return _number(self.value)

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """The lower and upper end of the confidence interval, or None if there is none."""
        ends = sorted(one for one in map(_number, self.ci) if one is not None)
        return (ends[0], ends[1]) if len(self.ci) == len(ends) == 2 else None

    @property
    def scale(self) -> tuple[int, int] | None:
        """The ends of the scale in the unit, as in `points (0-10)`, or None if there is none."""
        match = _SCALE.search(self.unit)
        return (int(match[1]), int(match[2])) if match and int(match[1]) < int(match[2]) else None

    @property
    def is_out_of_100(self) -> bool:
        """Whether it is a percentage or a number out of 100."""
        return self.number is not None and 0 <= self.number <= 100 and bool(_OUT_OF_100.search(self.unit))

    @property
    def time(self) -> Time | None:
        """The time of measurement; of a value that is a time itself (`12`, `weeks`), that time."""
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
    """One result or statement of a source, in one plain sentence.

    `id` is `source#key`. `rated_by` says who rated the certainty: `editor`, or the id of a source.
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
        """A hash of few fields, which is faster: rules look up findings for each sentence that cites them."""
        return hash((self.id, self.says))

    @property
    def source(self) -> str:
        """The id of its source."""
        return self.id.partition("#")[0]

    @property
    def key(self) -> str:
        """The name of the finding within its source, also its anchor on the page of the source."""
        return self.id.partition("#")[2]


@record
class Source:
    """One evidence file: the bibliographic record, the appraisal, a plain summary and the findings by key.

    `link_place` is the place of the value behind `source.link`, `newer_place` that of `appraisal.superseded_by`; None
    if it is missing.
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
        """Whether the source is published."""
        return self.appraisal.use is Use.CITE

    @property
    def may_be_cited(self) -> bool:
        """Whether published statements may cite the source."""
        return self.is_shown and not self.appraisal.retracted


def _number(text: str) -> Decimal | None:
    """Parse a number; None for text, and for numbers out of range (`NaN`, `1e999`)."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= MAX_DIGITS else None
