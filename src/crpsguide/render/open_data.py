"""The guide as open data: every statement with the findings behind it. `evidence.schema.json` describes the file."""

import json
from collections.abc import Mapping
from typing import Any

from crpsguide.model import Certainty, Finding, Site, Source
from crpsguide.render.addresses import HOME, OPEN_DATA_SCHEMA, source_address
from crpsguide.render.usages import Statement, statements
from crpsguide.render.words import lowest_rating
from crpsguide.urls import absolute_url

VERSION = 1  # rises when a key changes its meaning or goes away

Record = Mapping[str, Any]


def open_data(site: Site) -> bytes:
    """All statements, in the order of reading, with the findings and sources that they rest on, as JSON.

    Full addresses are given only with a published address.
    """
    found = statements(site)
    ids = {id for one in found for id in one.cited}
    cited = {id.partition("#")[0] for id in ids}
    settings, base_url = site.settings, site.settings.base_url
    data = {
        "$schema": OPEN_DATA_SCHEMA.name,
        "version": VERSION,
        "guide": settings.name,
        "url": absolute_url(base_url, HOME) if base_url else "",
        "language": settings.language,
        "licence": settings.licence,
        "licence_url": settings.licence_url,
        "claims": [_claim(site, one, base_url) for one in found],
        "findings": {finding.id: _finding(finding) for id in sorted(ids) if (finding := site.finding(id))},
        "sources": {
            id: _source(source) for id, source in sorted(site.sources.items()) if id in cited and source.is_shown
        },
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _claim(site: Site, one: Statement, base_url: str) -> Record:
    findings = site.findings(one.cited)
    lowest = lowest_rating(site, findings)
    return {
        "text": one.text,
        "page": one.title,
        "heading": one.heading,
        "address": f"{one.address}#{one.anchor}",
        "url": f"{absolute_url(base_url, one.address)}#{one.anchor}" if base_url else "",
        "certainty": (lowest.certainty if lowest else Certainty.NOT_RATED).value,
        "findings": [
            {
                "id": finding.id,
                "certainty": finding.certainty.value,
                "values": [{"value": one.written, "unit": one.unit, "of": one.of} for one in finding.values],
            }
            for finding in findings
        ],
        "sources": list(dict.fromkeys(id.partition("#")[0] for id in one.cited)),
    }


def _finding(finding: Finding) -> Record:
    return {
        "source": finding.source,
        "says": finding.says,
        "kind": finding.kind.value,
        "certainty": finding.certainty.value,
        "rated_by": finding.rated_by,
        "population": finding.population,
        "comparison": finding.comparison,
        "period": finding.period,
        "address": f"{source_address(finding.source)}#{finding.key}",
    }


def _source(source: Source) -> Record:
    work, appraisal = source.source, source.appraisal
    return {
        "title": work.title,
        "authors": [author.name for author in work.author],
        "issued": work.issued,
        "container_title": work.container_title,
        "DOI": work.DOI,
        "PMID": work.PMID,
        "link": work.link,
        "address": str(source_address(source.id)),
        "design": appraisal.design,
        "people": appraisal.people,
        "size": appraisal.size,
        "funding": appraisal.funding,
        "conflicts": appraisal.conflicts,
        "read": appraisal.read.value,
        "checked": appraisal.checked.isoformat(),
        "retracted": appraisal.retracted,
        "not_verified": list(appraisal.unverified),
    }
