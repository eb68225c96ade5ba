"""Claims from other websites and clinics, and the guide's verdict on each."""

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
    """How well the evidence supports a claim, best first; an opinion cannot be compared with evidence."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly-supported"
    OVERSTATED = "overstated"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    OPINION = "opinion"


@record
class ClaimRecord:
    """The front matter and text of a claim's file.

    `claim` is a paraphrase; `speaker` is the kind of site that makes the claim. `safer_wording` is the sentence that
    the evidence allows and `why` the reasons, both in Markdown with citations. `findings` (`source#key`), in the file
    at `finding_places`, are those on which the verdict is based. `topic` is a key of the wording list `claim-topics`,
    `published` the date of the first publication. `keywords` are other wordings of the claim or of its opposite: the
    claim checker searches them, but they are not shown. `heard_in` and `note` are for editors only.
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
    """A claim with its parsed text: `main_message` is the safer wording, `sections` are the reasons.

    `passages`, `links`, `anchors` and `marks` are those of both, as on a page. A text without citations cites all
    `findings` whose source may be cited.
    """

    main_message: MainMessage | None
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
        """The path of its file in the guide's folder."""
        return self.place.path

    @property
    def name(self) -> PurePosixPath:
        """The path against which its relative links are resolved, as if `claims` were a folder of pages."""
        return PurePosixPath("claims") / self.place.path.name

    @property
    def is_published(self) -> bool:
        """Whether it has a page on the site; opinions have none."""
        return self.verdict is not Verdict.OPINION

    @property
    def main_message_text(self) -> str:
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
