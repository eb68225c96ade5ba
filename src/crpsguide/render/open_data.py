"""The guide as open data in JSON: every statement with its findings. `evidence.schema.json` describes the format."""

import json
from collections.abc import Mapping
from typing import Any

from crpsguide.model import Certainty, Finding, Site, Source
from crpsguide.render.addresses import HOME, OPEN_DATA_SCHEMA, source_address
from crpsguide.render.usages import Statement, statements
from crpsguide.render.words import lowest_rating
from crpsguide.urls import absolute_url

VERSION = 1  # raised when a key changes its meaning or is removed

Record = Mapping[str, Any]


def open_data(site: Site) -> bytes:
    """All statements, sorted by page, with the findings and sources that they cite, as JSON.

    The `url` keys are empty if the guide has no base URL.
    """
    found = statements(site)
    ids = {id for statement in found for id in statement.cited}
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
        "claims": [_claim(site, statement, base_url) for statement in found],
        "findings": {finding.id: _finding(finding) for id in sorted(ids) if (finding := site.finding(id))},
        "sources": {
            id: _source(source) for id, source in sorted(site.sources.items()) if id in cited and source.is_shown
        },
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _claim(site: Site, statement: Statement, base_url: str) -> Record:
    findings = site.findings(statement.cited)
    lowest = lowest_rating(site, findings)
    return {
        "text": statement.text,
        "page": statement.title,
        "heading": statement.heading,
        "address": f"{statement.address}#{statement.anchor}",
        "url": f"{absolute_url(base_url, statement.address)}#{statement.anchor}" if base_url else "",
        "certainty": (lowest.certainty if lowest else Certainty.NOT_RATED).value,
        "findings": [
            {
                "id": finding.id,
                "certainty": finding.certainty.value,
                "values": [{"value": value.written, "unit": value.unit, "of": value.of} for value in finding.values],
            }
            for finding in findings
        ],
        "sources": list(dict.fromkeys(id.partition("#")[0] for id in statement.cited)),
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
