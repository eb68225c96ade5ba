"""E1: the records in `content/claims`: claims heard elsewhere, and the guide's verdicts on them."""

import re
from collections.abc import Iterator

from crpsguide.check.rule import Fault, rule
from crpsguide.model import Site, Verdict


@rule("E1")
def verdict_without_finding(site: Site) -> Iterator[Fault]:
    """A verdict on a claim rests on nothing that a reader may be shown.

    Why it matters: a verdict without a source is one more claim that nobody can check.

    Wrong: `verdict: overstated` with `findings: []`, or with findings of `use: lead` sources only
    Right: `findings: [smith2024#pain-at-6-weeks]`; or `verdict: opinion`, or `draft: true`
    """
    for claim in site.claims.values():
        sources = [site.sources.get(one.source) for one in claim.citations]
        if claim.is_published and not any(one and one.is_shown for one in sources):
            message = f"The verdict “{claim.verdict.value}” rests on no finding that readers may be shown."
            help = "Name the findings that decide under “findings”, or set “draft: true” until they are found."
            yield Fault(claim.place, message, help)


@rule("E1")
def weighed_but_not_named(site: Site) -> Iterator[Fault]:
    """The text of a verdict cites a finding that is not among those it was weighed against.

    Why it matters: `findings` is the list by which an editor sees which verdicts to look at again
    when a source changes.

    Wrong: `why` cites `[@smith2024#pain-at-6-weeks]`, and `findings` does not hold it
    Right: the finding in both
    """
    known = {f"{source.id}#{key}" for source in site.sources.values() for key in source.findings}
    for claim in site.claims.values():
        if not known.issuperset(claim.findings):
            continue  # another rule reports the unknown one, which may be the cited one with a slip
        for citation in claim.citations:
            if citation.id not in claim.findings:
                message = f"“{citation.id}” is cited here but is not among the claim's “findings”."
                yield Fault(citation.place, message, f"Add “- {citation.id}” to “findings”.")


@rule("E1")
def claim_that_names_somebody(site: Site) -> Iterator[Fault]:
    """What readers get of a claim names an organisation of the guide, or a person in it.

    Why it matters: the page is about what is said, not about who says it; a named clinic or doctor
    would be judged without having been heard.

    Wrong: `claim: The Sunny Clinic cures nine of ten people`
    Right: `claim: A clinic cures nine of ten people`
    """
    names = {name for one in site.organisations.values() for name in (one.name, *one.people) if name.strip()}
    for claim in site.claims.values():
        said = " ".join((claim.claim, claim.safer_wording, claim.why))
        folded = said.casefold()
        for name in (one for one in sorted(names) if one.casefold() in folded):
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said, re.IGNORECASE):
                help = "Say what sort of place it is: a clinic's website, a doctor who offers the treatment."
                yield Fault(claim.place, f"The text of this claim names “{name}”.", help)


@rule("E1")
def verdict_that_repeats_the_claim(site: Site) -> Iterator[Fault]:
    """The sentence put in a claim's place is the claim itself, though the verdict is not “supported”.

    Why it matters: the sentence leads the page in large type; a reader would take the claim for true.

    Wrong: `claim: It helps everyone.`, `verdict: overstated`, `safer_wording: It helps everyone.`
    Right: `safer_wording: It may help some people.`
    """
    for claim in site.claims.values():
        if claim.verdict is not Verdict.SUPPORTED and _plain(claim.claim) == _plain(claim.main_message_text):
            message = f"“safer_wording” says the same as the claim, which is {claim.verdict.value}."
            yield Fault(claim.place, message, "Write the sentence that the evidence allows.")


RULES = (
    verdict_without_finding,
    weighed_but_not_named,
    claim_that_names_somebody,
    verdict_that_repeats_the_claim,
)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
