"""What the rules say of a guide, of its finished files, and of what the web answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from crpsguide.check import claims, lost, pages, sources, waivers
from crpsguide.check.balance import treatment_parts as treatment_parts
from crpsguide.check.catalogue import APART, APART_IN_FILES, BESIDE, LOOKS, OF_STYLES, REMARKS, rule_words
from crpsguide.check.catalogue import RULES as RULES
from crpsguide.check.catalogue import TIME_LIMIT_RULES as TIME_LIMIT_RULES
from crpsguide.check.catalogue import UnknownRule as UnknownRule
from crpsguide.check.catalogue import choose_rules as choose_rules
from crpsguide.check.catalogue import explain as explain
from crpsguide.check.catalogue import refuse_unknown as refuse_unknown
from crpsguide.check.copied import marks_of as marks_of
from crpsguide.check.html import Files, Finished
from crpsguide.check.incremental import found_apart_in_files, found_in_styles, found_in_texts
from crpsguide.check.online import outside_addresses as outside_addresses
from crpsguide.check.online import outside_of as outside_of
from crpsguide.check.rule import Answers, Ground, Results, Stage
from crpsguide.check.unending import found_over_all
from crpsguide.frozen import frozen
from crpsguide.model import NO_CACHE, Cache, Diagnostic, Packed, Place, ReadingGrade, Sentence, Severity, Site


@frozen
class Judged:
    """What there is to say of a guide: diagnostics, sorted by place, and what was seen in each page beside faults.

    `remarks` hold the page's grade, if it has one, and each sentence let pass without a source, behind the reason.
    """

    diagnostics: tuple[Diagnostic, ...]
    remarks: Mapping[PurePosixPath, tuple[Packed[Any], ...]] = field(repr=False)

    @property
    def grades(self) -> Mapping[PurePosixPath, ReadingGrade]:
        """How hard each page is to read, by its name; a page without running text has no grade."""
        return {name: grade for name, one in self.remarks.items() if (grade := one[0].value)}

    @property
    def let_pass(self) -> Mapping[str, Sequence[Sentence]]:
        """The sentences that need no source, by the reason in words."""
        let_pass: dict[str, list[Sentence]] = {reason.words: [] for reason in claims.Reason}
        for one in self.remarks.values():
            for reason, sentence in one[1].value or ():
                let_pass[reason].append(sentence)
        return {reason: sentences for reason, sentences in let_pass.items() if sentences}


def judge_site(
    site: Site,
    *,
    today: date,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    cache: Cache = NO_CACHE,
    jobs: int = 1,
) -> Judged:
    """What the rules say of a guide, and what is seen in its pages on the way.

    `select` and `ignore` hold letters (`L`), codes (`L102`) or names (`missing-anchor`); they
    go before what the guide's own settings choose. `cache` holds what was found in texts before; `jobs`
    processes look at the others.

    Raises:
        UnknownRule: one of them means no rule.
    """
    site = _with_those_aside(site)
    chosen = choose_rules(site, select, ignore)
    of_site = [one for one in chosen if one.stage is Stage.SITE]
    apart, beside = ([one for one in of_site if one in some] for some in (APART, BESIDE))
    found, remarks = found_in_texts(site, apart, beside, REMARKS, cache, jobs)
    across = [one for one in of_site if one not in APART | BESIDE]
    found += [one for rule in across for one in found_over_all(rule, Ground(site, today))]
    results = Results(found, chosen, rule_words())
    at_last = Ground(site, results=results)
    about = [one for rule in chosen if rule.stage is Stage.RESULTS for one in found_over_all(rule, at_last)]
    return Judged(_sorted(waivers.without_waived(site, _told_once([*found, *about]))), remarks)


def _told_once(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Without what else is said of a wrong address: the tag taken out, a copy behind it, letters lost of it."""
    wrong: dict[tuple[PurePosixPath, int], list[Place]] = {}
    for one in found:
        if one.code.startswith("L") and one.severity is Severity.ERROR:
            wrong.setdefault((one.place.path, one.place.line), []).append(one.place)
    of_tags = (lost.removed_element.name, lost.removed_attribute.name, sources.mirror_address.name)

    def is_told(one: Diagnostic) -> bool:
        here = wrong.get((one.place.path, one.place.line), ())
        if one.name == lost.lost_text.name:
            return any(at.column < one.place.column < at.end_column for at in here)
        return one.name in of_tags and any(at.column == one.place.column for at in here)

    return [one for one in found if not is_told(one)]


def _with_those_aside(site: Site) -> Site:
    """The guide with the pages that lack something, so that an editor hears of all their faults at once."""
    if not site.incomplete_pages:
        return site
    lacking = (pages.front_matter.code, pages.front_matter.name)  # what no page can be without, nobody can allow
    aside = {
        name: replace(page, waivers=tuple(one for one in page.waivers if one.rule not in lacking))
        for name, page in site.incomplete_pages.items()
    }
    return replace(site, pages={**site.pages, **aside})


def check_files(
    site: Site,
    files: Files,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    cache: Cache = NO_CACHE,
    jobs: int = 1,
) -> tuple[Diagnostic, ...]:
    """What the rules about finished pages say, sorted by place. See `judge_site` for the arguments."""
    chosen = choose_rules(site, select, ignore)
    ground = Ground(site, finished=Finished(files, cache))
    of_files = [one for one in chosen if one.stage is Stage.FILES]
    apart = [one for one in of_files if one in APART_IN_FILES]
    looks = tuple(dict.fromkeys(look for rule in of_files if rule in LOOKS for look in LOOKS[rule](ground)))
    found = found_apart_in_files(ground, apart, looks, cache, jobs)
    found += found_in_styles(ground, [one for one in of_files if one in OF_STYLES], cache)
    across = [one for one in of_files if one not in APART_IN_FILES | OF_STYLES]
    found += [one for rule in across for one in found_over_all(rule, ground)]
    if waivers.unused_waiver in chosen:
        found += waivers.unused_waiver.check(site, results=Results(found, chosen, stage=Stage.FILES))
    return _sorted(waivers.without_waived(site, found))


def check_web(
    site: Site, answers: Answers, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Diagnostic, ...]:
    """What the rules about the web say, sorted by place. See `judge_site` for the choice of rules."""
    chosen = choose_rules(site, select, ignore)
    found = [one for rule in chosen if rule.stage is Stage.WEB for one in rule.check(site, answers=answers)]
    return _sorted(waivers.without_waived(site, found))


def _sorted(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    def place(one: Diagnostic) -> tuple[str, int, int, str, str, str]:
        return str(one.place.path), one.place.line, one.place.column, one.code, one.name, one.message

    return tuple(sorted(dict.fromkeys(found), key=place))
