"""The terms of the guide as readers look for them."""

from itertools import groupby

from crpsguide.model import Finding, Site, Term


def terms_by_letter(site: Site) -> dict[str, tuple[Term, ...]]:
    """Every term, A to Z, under the capital that it begins with."""
    ordered = sorted(site.glossary.values(), key=lambda term: (term.term.casefold(), term.id))
    return {letter: tuple(terms) for letter, terms in groupby(ordered, lambda term: term.term[:1].upper())}


def term_findings(site: Site, term: Term) -> tuple[Finding, ...]:
    """The findings that a meaning rests on."""
    return tuple(finding for id in term.cite if (finding := site.finding(id)))
