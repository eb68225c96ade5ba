"""The numbers of claims that pages state in words equal those of the claim files."""

from collections import Counter
from pathlib import PurePosixPath

from tests.real_guide import real_edition

from crpsguide.model import Verdict


def test_the_page_on_clinics_states_the_number_of_claims_of_each_verdict() -> None:
    site = real_edition().site
    claims = Counter(one.verdict for one in site.claims.values())

    page = site.pages[PurePosixPath("clinics/judge-a-clinic.md")]
    text = " ".join(sentence.text for passage in page.passages for sentence in passage.sentences)

    assert f"We set {claims.total()} of their claims against the evidence." in text
    assert (
        f"We judged that {claims[Verdict.SUPPORTED]} fit, {claims[Verdict.PARTLY_SUPPORTED]} fit in part, "
        f"and {claims[Verdict.OVERSTATED]} said too much. For {claims[Verdict.UNSUPPORTED]} we found no support. "
        f"We judged that {claims[Verdict.CONTRADICTED]} went against the evidence, "
        f"and counted {claims[Verdict.OPINION]} as opinion."
    ) in text
