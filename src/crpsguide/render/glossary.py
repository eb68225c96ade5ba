"""The terms of the guide as readers look for them."""

from crpsguide.model import Finding, Site, Term


def glossary_terms(site: Site) -> tuple[Term, ...]:
    """Every term, A to Z."""
    return tuple(sorted(site.glossary.values(), key=lambda term: (term.term.casefold(), term.id)))


def term_findings(site: Site, term: Term) -> tuple[Finding, ...]:
    """The findings that a meaning rests on."""
    return tuple(finding for id in term.cite if (finding := site.finding(id)))
