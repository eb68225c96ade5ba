"""What the guide tells of the claims that it weighed is what it holds of them."""

from collections import Counter
from pathlib import PurePosixPath

from tests.real_guide import real_edition

from crpsguide.model import Verdict


def test_the_page_on_clinics_counts_the_verdicts_as_they_stand() -> None:
    site = real_edition().site
    number = Counter(one.verdict for one in site.claims.values())

    page = site.pages[PurePosixPath("clinics/judge-a-clinic.md")]
    told = " ".join(sentence.text for passage in page.passages for sentence in passage.sentences)

    assert f"We set {number.total()} of their claims against the evidence." in told
    assert (
        f"We judged that {number[Verdict.SUPPORTED]} fit, {number[Verdict.PARTLY_SUPPORTED]} fit in part, "
        f"and {number[Verdict.OVERSTATED]} said too much. For {number[Verdict.UNSUPPORTED]} we found no support. "
        f"We judged that {number[Verdict.CONTRADICTED]} went against the evidence, "
        f"and counted {number[Verdict.OPINION]} as opinion."
    ) in told
