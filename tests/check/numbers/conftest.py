"""A guide with one source, whose findings a test may write."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
import yaml

from crpsguide.model import Site

Values = Sequence[dict[str, Any]]
MakeSite = Callable[..., Site]
MakeGuide = Callable[..., Site]


@pytest.fixture
def with_values(make_site: MakeSite) -> MakeGuide:
    """A guide of one page, whose text may cite `[@trial#found]`, a finding with these values."""

    def make(text: str, values: Values, files: Mapping[str, str] | None = None, **words: str) -> Site:
        finding = {
            "says": "It was measured.",
            "kind": "effect",
            "certainty": "low",
            "rated_by": "editor",
            "values": [{key: _typed(one) for key, one in value.items()} for value in values],
            **words,
        }
        source = {
            "source": {"type": "article-journal", "title": "A trial", "issued": "2020"},
            "appraisal": {
                "design": "rct",
                "use": "cite",
                "why_use": "a trial",
                "read": "abstract",
                "checked": "2026-01-02",
            },
            "findings": {"found": finding},
        }
        dumped = yaml.safe_dump(source, allow_unicode=True, sort_keys=False)
        return make_site({"evidence/trial.yaml": dumped, **(files or {})}, index=text)

    return make


def _typed(value: Any) -> Any:
    return [_typed(one) for one in value] if isinstance(value, list) else str(value)
