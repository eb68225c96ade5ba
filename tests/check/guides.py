"""What the tests of the rules share: the text of small guides, and what a rule finds in them."""

from collections.abc import Callable

from crpsguide.check.rule import Files, Rule
from crpsguide.model import Site

MakeSite = Callable[..., Site]
FIRST_LINE = 5  # of a page's own text, below “---”, its title, “---” and an empty line
TRIAL = """\
source: {type: article-journal, title: A trial, issued: "2020"}
appraisal: {design: rct, use: cite, why_use: a trial, read: abstract, checked: 2026-01-02}
findings:
  week-1:
    says: It helped a little.
    kind: effect
    values:
      - {value: "38", unit: "%", of: people who felt better}
      - {value: "100", unit: per 100 people, of: people who came}
      - {value: 45 to 100, unit: "%", of: people who stayed}
      - {value: "250", unit: "%", of: growth}
      - {value: "40", unit: minutes, of: time on the drip}
    certainty: low
    rated_by: editor
"""


def page(text: str) -> str:
    """A plain page of these words, unless they bring their own front matter."""
    return text if text.startswith("---") else f"---\ntitle: A page\n---\n\n{text}"


def lines(rule: Rule, site: Site) -> list[int]:
    """The lines on which a rule finds something, in order."""
    return [one.place.line for one in rule.check(site)]


def places(rule: Rule, site: Site, files: Files | None = None) -> list[str]:
    """Where a rule finds something, such as `index.md:5:1`."""
    found = rule.check(site, files=files)
    return [str(one.place).removeprefix("content/").removeprefix("pages/") for one in found]


def stretches(rule: Rule, site: Site) -> list[str]:
    """The words that a rule points at, from the first column to the last."""
    pages = {one.path: one for one in site.pages.values()}
    return [
        pages[one.place.path].source_lines[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1]
        for one in rule.check(site)
    ]


def told(rule: Rule, site: Site) -> str:
    """All that a rule says, for looking up words in it."""
    return "\n".join(f"{one.message} {one.help}" for one in rule.check(site))
