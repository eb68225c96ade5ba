"""Runs rules under a time limit, far above what any real guide needs, and reports when a rule reaches it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from crpsguide.check.html import RenderedFiles
from crpsguide.check.pages import rule_without_end
from crpsguide.check.rule import Rule, RuleInputs, Stage
from crpsguide.model import Diagnostic, Place
from crpsguide.time_limit import at_most

FILE_LIMIT = 2.0  # seconds of a rule for a file; the longest page of a real guide takes some hundredths
ALL_RULES_FACTOR = 5  # times `FILE_LIMIT` for all rules and a group of texts; 16 of the longest pages take a second
PER_PART = 0.02  # seconds added for each page, source and file to the limit for a whole guide; the slowest takes 0.003


def run_on_file(rule: Rule, inputs: RuleInputs, place: Place, file: str = "this file") -> list[Diagnostic]:
    """Run a rule on inputs with a single file.

    Returns its diagnostics, or one that it took too long; `place` and `file` name the file in it.
    """
    try:
        with at_most(FILE_LIMIT):
            return rule.run(inputs)
    except TimeoutError:
        help = "Look for sentences of hundreds of words, and for the same words over and over; or split the file."
        return [_took_too_long(rule, place, FILE_LIMIT, file, help)]


def run_on_site(rule: Rule, inputs: RuleInputs) -> list[Diagnostic]:
    """Run a rule on the whole guide.

    Returns its diagnostics, or one that it took too long: over a file if the rule takes too long over that file alone,
    else over the guide.
    """
    site = inputs.site
    seconds = FILE_LIMIT + PER_PART * (len(site.pages) + len(site.sources) + len(inputs.rendered.files))
    try:
        with at_most(seconds):
            return rule.run(inputs)
    except TimeoutError:
        for place, file, single in _single_files(rule, inputs):
            diagnostics = run_on_file(rule, single, place, file)
            if reached_limit(diagnostics):
                return diagnostics
        help = f"Leave the rule out for now (“--ignore {rule.name}”), and tell those who make crpsguide of it."
        return [_took_too_long(rule, site.settings.place, seconds, "the whole guide", help)]


def reached_limit(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether a rule was stopped, so that the diagnostics may be incomplete."""
    return any(diagnostic.name == rule_without_end.name for diagnostic in diagnostics)


def _single_files(rule: Rule, inputs: RuleInputs) -> Iterator[tuple[Place, str, RuleInputs]]:
    """The place and the name of each file that a rule examines, and inputs with that file alone."""
    site, files = inputs.site, inputs.rendered.files
    places = {page.address: page.place for page in site.pages.values()}
    if rule.stage is not Stage.FILES:
        for page in site.pages.values():
            yield page.place, "this file", replace(inputs, site=replace(site, pages={page.name: page}))
        return
    for path, data in files.items():
        pages = {name: page for name, page in site.pages.items() if page.address == path}
        single = RuleInputs(replace(site, pages=pages), inputs.today, RenderedFiles({path: data}))
        yield places.get(path, site.settings.place), f"the finished file {path}", single


def _took_too_long(rule: Rule, place: Place, seconds: float, file: str, help: str) -> Diagnostic:
    as_ = rule_without_end
    message = f"The rule “{rule.code} {rule.name}” takes longer than {seconds:.0f} seconds over {file}."
    return Diagnostic(place, as_.code, as_.name, as_.severity, message, help)
