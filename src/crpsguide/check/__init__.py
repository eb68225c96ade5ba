"""Runs the rules on a guide, on its rendered files, and on the web's answers for its external links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from crpsguide.check import claims, misreadings, pages, sources, waivers
from crpsguide.check.balance import treatment_parts as treatment_parts
from crpsguide.check.catalogue import (
    PAGE_QUERIES,
    REMARKS,
    RULES_OF_LINKED_PAGES,
    RULES_OF_MISSING_PARTS,
    RULES_OF_ONE_FILE,
    RULES_OF_ONE_TEXT,
    RULES_OF_STYLES,
    rule_words,
)
from crpsguide.check.catalogue import RULES as RULES
from crpsguide.check.catalogue import TIME_LIMIT_RULES as TIME_LIMIT_RULES
from crpsguide.check.catalogue import UnknownRule as UnknownRule
from crpsguide.check.catalogue import choose_rules as choose_rules
from crpsguide.check.catalogue import explain as explain
from crpsguide.check.catalogue import refuse_unknown as refuse_unknown
from crpsguide.check.copied import marks_of as marks_of
from crpsguide.check.html import Files, RenderedFiles
from crpsguide.check.incremental import found_in_files, found_in_styles, found_in_texts
from crpsguide.check.limits import run_on_site
from crpsguide.check.online import outside_addresses as outside_addresses
from crpsguide.check.online import outside_of as outside_of
from crpsguide.check.rule import Answers, Results, RuleInputs, Stage
from crpsguide.frozen import frozen
from crpsguide.model import NO_CACHE, Cache, Diagnostic, Packed, Place, ReadingGrade, Sentence, Severity, Site


@frozen
class Judged:
    """The results for a guide: diagnostics, sorted by place, and remarks on each page, by its name.

    The remarks on a page are its reading grade or None, and pairs of a reason and a sentence that needs no source.
    """

    diagnostics: tuple[Diagnostic, ...]
    remarks: Mapping[PurePosixPath, tuple[Packed[Any], ...]] = field(repr=False)

    @property
    def grades(self) -> Mapping[PurePosixPath, ReadingGrade]:
        """The reading grade of each page, by its name; a page without running text has none."""
        return {name: grade for name, one in self.remarks.items() if (grade := one[0].value)}

    @property
    def accepted_without_source(self) -> Mapping[str, Sequence[Sentence]]:
        """The sentences that were accepted without a source, by the reason in words."""
        accepted_without_source: dict[str, list[Sentence]] = {reason.words: [] for reason in claims.Reason}
        for one in self.remarks.values():
            for reason, sentence in one[1].value or ():
                accepted_without_source[reason].append(sentence)
        return {reason: sentences for reason, sentences in accepted_without_source.items() if sentences}


def judge_site(
    site: Site,
    *,
    today: date,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    cache: Cache = NO_CACHE,
    jobs: int = 1,
) -> Judged:
    """Run the rules about content on a guide; see `Judged`.

    `select` and `ignore` hold letters (`L`), codes (`L102`) or names (`missing-anchor`); `select` replaces the guide's
    own choice, `ignore` adds to it. `cache` holds the results for texts from earlier runs; `jobs` processes check the
    other texts.

    Raises:
        UnknownRule: one of them is no rule.
    """
    site = _with_incomplete_pages(site)
    chosen = choose_rules(site, select, ignore)
    site_rules = [rule for rule in chosen if rule.stage is Stage.SITE]
    text_rules = [rule for rule in site_rules if rule in RULES_OF_ONE_TEXT]
    linked_rules = [rule for rule in site_rules if rule in RULES_OF_LINKED_PAGES]
    found, remarks = found_in_texts(site, text_rules, linked_rules, REMARKS, cache, jobs)
    other_rules = [rule for rule in site_rules if rule not in RULES_OF_ONE_TEXT | RULES_OF_LINKED_PAGES]
    found += [one for rule in other_rules for one in run_on_site(rule, RuleInputs(site, today))]
    with_results = RuleInputs(site, results=Results(found, chosen, rule_words()))
    on_results = [one for rule in chosen if rule.stage is Stage.RESULTS for one in run_on_site(rule, with_results)]
    causes = _without_consequences(_without_hidden_parts([*found, *on_results]))
    return Judged(_sorted(waivers.without_waived(site, causes)), remarks)


def _without_hidden_parts(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Drop diagnostics about missing parts of pages with an unclosed block, which hides the rest of the page."""
    cut_off = {diagnostic.place.path for diagnostic in found if diagnostic.name == pages.unclosed_block.name}
    return [
        diagnostic
        for diagnostic in found
        if diagnostic.place.path not in cut_off or diagnostic.name not in RULES_OF_MISSING_PARTS
    ]


def _without_consequences(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Drop diagnostics that only follow from a wrong address: a tag removed, an address copied, text lost there."""
    wrong_addresses: dict[tuple[PurePosixPath, int], list[Place]] = {}
    for diagnostic in found:
        if diagnostic.code.startswith("L") and diagnostic.severity is Severity.ERROR:
            wrong_addresses.setdefault((diagnostic.place.path, diagnostic.place.line), []).append(diagnostic.place)
    about_tags = (misreadings.removed_element.name, misreadings.removed_attribute.name, sources.mirror_address.name)

    def is_consequence(diagnostic: Diagnostic) -> bool:
        on_line = wrong_addresses.get((diagnostic.place.path, diagnostic.place.line), ())
        if diagnostic.name == misreadings.lost_text.name:
            return any(place.column < diagnostic.place.column < place.end_column for place in on_line)
        return diagnostic.name in about_tags and any(place.column == diagnostic.place.column for place in on_line)

    return [diagnostic for diagnostic in found if not is_consequence(diagnostic)]


def _with_incomplete_pages(site: Site) -> Site:
    """The guide with its incomplete pages among the others, so that an editor hears of all their faults at once."""
    if not site.incomplete_pages:
        return site
    not_waivable = (pages.front_matter.code, pages.front_matter.name)  # a page cannot be rendered without these keys
    incomplete = {
        name: replace(page, waivers=tuple(waiver for waiver in page.waivers if waiver.rule not in not_waivable))
        for name, page in site.incomplete_pages.items()
    }
    return replace(site, pages={**site.pages, **incomplete})


def check_files(
    site: Site,
    files: Files,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    cache: Cache = NO_CACHE,
    jobs: int = 1,
) -> tuple[Diagnostic, ...]:
    """Run the rules about rendered files; returns diagnostics sorted by place. See `judge_site` for the arguments."""
    chosen = choose_rules(site, select, ignore)
    inputs = RuleInputs(site, rendered=RenderedFiles(files, cache))
    files_rules = [rule for rule in chosen if rule.stage is Stage.FILES]
    file_rules = [rule for rule in files_rules if rule in RULES_OF_ONE_FILE]
    queries = tuple(
        dict.fromkeys(query for rule in files_rules if rule in PAGE_QUERIES for query in PAGE_QUERIES[rule](inputs))
    )
    found = found_in_files(inputs, file_rules, queries, cache, jobs)
    found += found_in_styles(inputs, [rule for rule in files_rules if rule in RULES_OF_STYLES], cache)
    other_rules = [rule for rule in files_rules if rule not in RULES_OF_ONE_FILE | RULES_OF_STYLES]
    found += [one for rule in other_rules for one in run_on_site(rule, inputs)]
    if waivers.unused_waiver in chosen:
        found += waivers.unused_waiver.check(site, results=Results(found, chosen, stage=Stage.FILES))
    return _sorted(waivers.without_waived(site, found))


def check_web(
    site: Site, answers: Answers, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Diagnostic, ...]:
    """Run the rules about external links; returns diagnostics sorted by place. See `judge_site` for the arguments."""
    chosen = choose_rules(site, select, ignore)
    found = [one for rule in chosen if rule.stage is Stage.WEB for one in rule.check(site, answers=answers)]
    return _sorted(waivers.without_waived(site, found))


def _sorted(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by place, each once."""

    def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str, str]:
        return (
            str(diagnostic.place.path),
            diagnostic.place.line,
            diagnostic.place.column,
            diagnostic.code,
            diagnostic.name,
            diagnostic.message,
        )

    return tuple(sorted(dict.fromkeys(found), key=sort_key))
