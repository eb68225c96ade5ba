"""Rules that are stopped at a time limit, far beyond what any guide needs, and what they were busy with."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from crpsguide.check.html import Finished
from crpsguide.check.pages import rule_without_end
from crpsguide.check.rule import Ground, Rule, Stage
from crpsguide.model import Diagnostic, Place
from crpsguide.time_limit import at_most

PATIENCE = 2.0  # seconds; a rule needs some hundredths for the longest page of a real guide
FOR_ALL_RULES = 5  # times as long for all rules over some texts; they need a second for 16 of the longest pages
FOR_A_PIECE = 0.02  # seconds more for each page, source and file, of a rule over all; the busiest needs 0.003


def found_in_time(rule: Rule, ground: Ground, place: Place, file: str = "this file") -> list[Diagnostic]:
    """What a rule finds in one file; that it has no end, when the file keeps it busy."""
    try:
        with at_most(PATIENCE):
            return rule.over(ground)
    except TimeoutError:
        help = "Look for sentences of hundreds of words, and for the same words over and over; or split the file."
        return [_told(rule, place, PATIENCE, file, help)]


def found_over_all(rule: Rule, ground: Ground) -> list[Diagnostic]:
    """What a rule finds that looks at all of a guide; of one without an end, what keeps it busy also by itself."""
    site = ground.site
    seconds = PATIENCE + FOR_A_PIECE * (len(site.pages) + len(site.sources) + len(ground.finished.files))
    try:
        with at_most(seconds):
            return rule.over(ground)
    except TimeoutError:
        for place, file, alone in _pieces(rule, ground):
            told = found_in_time(rule, alone, place, file)
            if was_stopped(told):
                return told
        help = f"Leave the rule out for now (“--ignore {rule.name}”), and tell those who make crpsguide of it."
        return [_told(rule, site.settings.place, seconds, "the whole guide", help)]


def was_stopped(told: Iterable[Diagnostic]) -> bool:
    """Whether a rule was stopped before its end, so that more might have been told."""
    return any(one.name == rule_without_end.name for one in told)


def _pieces(rule: Rule, ground: Ground) -> Iterator[tuple[Place, str, Ground]]:
    """What a rule looks at, piece by piece: where it stands, what it is called, and the ground with nothing else."""
    site, files = ground.site, ground.finished.files
    places = {page.address: page.place for page in site.pages.values()}
    if rule.stage is not Stage.FILES:
        for page in site.pages.values():
            yield page.place, "this file", replace(ground, site=replace(site, pages={page.name: page}))
        return
    for path, data in files.items():
        pages = {name: page for name, page in site.pages.items() if page.address == path}
        alone = Ground(replace(site, pages=pages), ground.today, Finished({path: data}))
        yield places.get(path, site.settings.place), f"the finished file {path}", alone


def _told(rule: Rule, place: Place, seconds: float, file: str, help: str) -> Diagnostic:
    as_ = rule_without_end
    message = f"The rule “{rule.code} {rule.name}” takes longer than {seconds:.0f} seconds over {file}."
    return Diagnostic(place, as_.code, as_.name, as_.severity, message, help)
