"""Claims heard elsewhere, and our verdict on each."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import Enum
from pathlib import PurePosixPath

from crpsguide.frozen import frozen, record
from crpsguide.model.blocks import MainMessage, Section
from crpsguide.model.diagnostics import Waiver
from crpsguide.model.evidence import Value
from crpsguide.model.misread import Misread
from crpsguide.model.place import Place
from crpsguide.model.text import Citation, Link, Mark, Passage, first_marks


class Verdict(Enum):
    """How a claim stands against the evidence, the truest first; an opinion cannot be held against any."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly-supported"
    OVERSTATED = "overstated"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    OPINION = "opinion"


@record
class ClaimRecord:
    """A claim and the verdict as an editor writes them. `speaker` is the sort of site that says so.

    `claim` is told in our own words. `safer_wording` is the sentence that the evidence allows and
    `why` the reasons, both in Markdown that may cite. `findings` (`source#key`) are what the verdict
    was weighed against. `topic` is a key of the wording list `claim-topics`, `published` the day on
    which readers first got the verdict. `keywords` are words with which others say the same, or the opposite: the
    claim checker finds the claim by them, and nobody is shown them. `heard_in` and `note` are for editors only.
    `finding_places` are where each of `findings` stands.
    """

    id: str
    place: Place
    claim: str
    verdict: Verdict
    safer_wording: str
    why: str
    speaker: str
    heard_in: str
    topic: str = ""
    keywords: str = ""
    published: date | None = None
    draft: bool = False
    findings: tuple[str, ...] = ()
    finding_places: tuple[Place, ...] = ()
    values: tuple[Value, ...] = ()
    note: str = ""


@frozen(kw_only=True)
class HeardClaim(ClaimRecord):
    """A claim with the text that readers get: `truth` is the safer wording, `sections` tell why.

    `passages`, `links`, `anchors` and `marks` are those of both, as on a page. Where an editor cites nothing,
    each of the two rests on all the findings that readers may be shown.
    """

    truth: MainMessage | None
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: Mapping[str, Place] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    misread: tuple[Misread, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    source_lines: tuple[str, ...] = field(repr=False, default=())

    @property
    def path(self) -> PurePosixPath:
        """Its file in the guide's folder."""
        return self.place.path

    @property
    def name(self) -> PurePosixPath:
        """What its links go from: claims stand in a folder beside those of the pages."""
        return PurePosixPath("claims") / self.place.path.name

    @property
    def is_published(self) -> bool:
        """Whether readers get a page about it: an opinion can be neither right nor wrong."""
        return self.verdict is not Verdict.OPINION

    @property
    def truth_words(self) -> str:
        """The safer wording as plain text."""
        return self.passages[0].text if self.passages else self.safer_wording

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation in its text, in order."""
        return tuple(one for mark in self.marks for one in mark.citations)

    @property
    def cited_sources(self) -> tuple[str, ...]:
        """The ids of the sources cited, in the order of their first mark: reference 1, 2, 3."""
        return tuple(self.first_marks)

    @property
    def first_marks(self) -> Mapping[str, int]:
        """The number of the first mark that cites a source, by the source's id."""
        return first_marks(self.marks)
