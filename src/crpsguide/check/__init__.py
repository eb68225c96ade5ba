"""The rules that a guide keeps, and the diagnostics when it does not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from crpsguide.check import (
    access,
    action,
    asking,
    balance,
    claims,
    claims_heard,
    contrast,
    copied,
    decision,
    easy,
    evidence,
    explained,
    finished,
    hands,
    links,
    lost,
    medicines,
    numbers,
    online,
    pages,
    purpose,
    reading,
    records,
    safety,
    screens,
    sources,
    structure,
    trust,
    waivers,
    wording,
)
from crpsguide.check.balance import treatment_parts as treatment_parts
from crpsguide.check.copied import marks_of as marks_of
from crpsguide.check.grades import reading_grades
from crpsguide.check.html import Files, Finished, Look
from crpsguide.check.incremental import Remark, found_apart_in_files, found_in_styles, found_in_texts
from crpsguide.check.online import outside_addresses as outside_addresses
from crpsguide.check.online import outside_of as outside_of
from crpsguide.check.rule import Answers, Ground, Results, Rule, Stage
from crpsguide.check.unending import found_over_all
from crpsguide.frozen import frozen
from crpsguide.model import FORGETFUL, Diagnostic, Packed, Place, ReadingGrade, Sentence, Severity, Shelf, Site
from crpsguide.spelling import did_you_mean

RULES: tuple[Rule, ...] = (
    pages.front_matter,
    pages.unreadable,
    pages.page_without_end,
    pages.rule_without_end,
    pages.file,
    pages.unsafe_drawing,
    pages.unknown_file,
    pages.copied_file,
    pages.false_file,
    pages.duplicate_address,
    pages.unknown_block,
    pages.unclosed_block,
    pages.block_content,
    pages.block_options,
    pages.record,
    pages.no_pages,
    *links.RULES,
    *lost.RULES,
    *online.RULES,
    finished.dead_link_in_finished_page,
    finished.address_taken,
    finished.orphan_page,
    finished.page_far_from_home,
    finished.duplicate_id_in_finished_page,
    finished.third_party_resource_in_finished_page,
    evidence.citation_form,
    evidence.unknown_citation,
    evidence.lead_cited,
    evidence.retracted_source,
    evidence.picture_without_number,
    evidence.time_not_understood,
    claims.claim_without_source,
    *sources.RULES,
    *records.RULES,
    claims_heard.verdict_without_finding,
    claims_heard.weighed_but_not_named,
    claims_heard.claim_that_names_somebody,
    claims_heard.verdict_that_repeats_the_claim,
    *copied.RULES,
    *trust.RULES,
    *reading.RULES,
    *explained.RULES,
    *easy.RULES,
    *structure.RULES,
    *purpose.RULES,
    *action.RULES,
    *balance.RULES,
    *safety.RULES,
    *medicines.RULES,
    *access.RULES,
    *contrast.RULES,
    *screens.RULES,
    *hands.RULES,
    *asking.RULES,
    *wording.RULES,
    *numbers.RULES,
    *decision.RULES,
    waivers.unused_waiver,
    waivers.unknown_waiver,
    waivers.waiver_form,
    waivers.waiver_without_reason,
)


# Rules that judge each text by itself, against what all texts share: what one text says changes no other's verdict.
APART: frozenset[Rule] = frozenset(
    {
        *links.OF_ONE_PAGE,
        *lost.RULES,
        evidence.picture_without_number,
        claims.claim_without_source,
        sources.weak_source,
        sources.contested_one_sided,
        *copied.RULES,
        asking.login_in_words,
        records.markup_in_record,
        trust.review_claimed,
        trust.seal_not_held,
        *reading.RULES,
        *explained.RULES,
        *easy.RULES,
        *(one for one in structure.RULES if one is not structure.title_not_unique),
        *(one for one in action.RULES if one is not action.tool_missing),
        *balance.RULES,
        *(one for one in safety.RULES if one not in safety.BESIDE),
        *medicines.RULES,
        *wording.RULES,
        *numbers.RULES,
        *(one for one in decision.RULES if one not in decision.OF_ALL_STEPS),
    }
)
# Rules that judge each page by itself and the pages that it names.
BESIDE: frozenset[Rule] = frozenset({*links.BESIDE, *safety.BESIDE})
# The like for finished files: what one file holds changes no other's verdict.
APART_IN_FILES: frozenset[Rule] = frozenset(
    {
        finished.duplicate_id_in_finished_page,
        finished.third_party_resource_in_finished_page,
        *(one for one in access.RULES if one.stage is Stage.FILES),
        trust.tracker_in_finished_file,
        trust.disclaimer_missing_or_long,
        asking.login_asked,
        asking.asked_twice,
        screens.zoom_forbidden,
        purpose.advert_in_finished_page,
        hands.dragging_asked,
        hands.time_limited,
        hands.name_other_than_words,
    }
)
# What rules about all finished pages want to know of each: it is gathered while the page is parsed for the others.
LOOKS: Mapping[Rule, Callable[[Ground], Iterable[Look]]] = {
    finished.dead_link_in_finished_page: lambda on: [finished.WAYS],
    finished.orphan_page: lambda on: [finished.STEPS],
    finished.page_far_from_home: lambda on: [finished.STEPS],
    asking.help_moves: lambda on: [asking.order_of_help(on.site)],
    hands.target_too_small: lambda on: [hands.small_targets(on.finished)],
    screens.text_kept_on_one_line: lambda on: screens.long_runs(on.finished),
}
# What the editor's dashboard shows of each page: judged with it, for rules have asked the same.
REMARKS: tuple[Remark, Remark] = (reading_grades, claims.sentences_let_pass)
# What may be otherwise on a calmer machine, and is never remembered.
PASSING: frozenset[str] = frozenset({pages.page_without_end.name, pages.rule_without_end.name})
# Rules that look at style sheets alone.
OF_STYLES: frozenset[Rule] = frozenset(
    {*contrast.RULES, screens.width_fixed, hands.only_by_pointing, hands.focus_hidden}
)


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
    shelf: Shelf = FORGETFUL,
    jobs: int = 1,
) -> Judged:
    """What the rules say of a guide, and what is seen in its pages on the way.

    `select` and `ignore` hold letters (`L`), codes (`L102`) or names (`missing-anchor`); they
    go before what the guide's own settings choose. `shelf` holds what was found in texts before; `jobs`
    processes look at the others.

    Raises:
        UnknownRule: one of them means no rule.
    """
    site = _with_those_aside(site)
    chosen = choose_rules(site, select, ignore)
    of_site = [one for one in chosen if one.stage is Stage.SITE]
    apart, beside = ([one for one in of_site if one in some] for some in (APART, BESIDE))
    found, remarks = found_in_texts(site, apart, beside, REMARKS, shelf, jobs)
    across = [one for one in of_site if one not in APART | BESIDE]
    found += [one for rule in across for one in found_over_all(rule, Ground(site, today))]
    results = Results(found, chosen, _words())
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
    if not site.aside:
        return site
    lacking = (pages.front_matter.code, pages.front_matter.name)  # what no page can be without, nobody can allow
    aside = {
        name: replace(page, waivers=tuple(one for one in page.waivers if one.rule not in lacking))
        for name, page in site.aside.items()
    }
    return replace(site, pages={**site.pages, **aside})


def check_files(
    site: Site,
    files: Files,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    shelf: Shelf = FORGETFUL,
    jobs: int = 1,
) -> tuple[Diagnostic, ...]:
    """What the rules about finished pages say, sorted by place. See `judge_site` for the arguments."""
    chosen = choose_rules(site, select, ignore)
    ground = Ground(site, finished=Finished(files, shelf))
    of_files = [one for one in chosen if one.stage is Stage.FILES]
    apart = [one for one in of_files if one in APART_IN_FILES]
    looks = tuple(dict.fromkeys(look for rule in of_files if rule in LOOKS for look in LOOKS[rule](ground)))
    found = found_apart_in_files(ground, apart, looks, shelf, jobs)
    found += found_in_styles(ground, [one for one in of_files if one in OF_STYLES], shelf)
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


def choose_rules(site: Site, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules that hold for a guide.

    Rules about pages and files (P) hold whatever is selected, for a page that cannot be read is
    not checked by any other; they can be ignored. What the guide's settings name in vain is a
    fault of the guide, which a rule reports.

    Raises:
        UnknownRule: a word of `select` or `ignore` means no rule; a letter may stand for rules to come.
    """
    refuse_unknown((*select, *ignore))
    selected = [*select] or [*site.settings.rules.select]
    ignored = [*ignore, *site.settings.rules.ignore]
    return tuple(
        one
        for one in RULES
        if (not selected or one.code.startswith("P") or any(one.is_named(name) for name in selected))
        and not any(one.is_named(name) for name in ignored)
    )


def refuse_unknown(names: Iterable[str]) -> None:
    """Notice a mistyped code or name; a letter may stand for rules to come.

    Raises:
        UnknownRule: one of them means no rule.
    """
    for name in names:
        if not any(one.is_named(name) for one in RULES) and not (len(name) == 1 and name.isalpha()):
            raise UnknownRule(name)


def explain(text: str) -> str:
    """The page of a rule, by its code or name; a code that several rules share gives all of them.

    Raises:
        UnknownRule: it is the code or name of no rule.
    """
    wanted = text.strip().casefold()
    found = [one for one in RULES if wanted in (one.code.casefold(), one.name)]
    pages_ = (f"{one.code} {one.name} ({one.severity.value})\n\n{one.page}" for one in found)
    if not found:
        raise UnknownRule(text)
    return "\n\n".join(pages_)


class UnknownRule(ValueError):
    """A word that means no rule; `help` offers the near misses."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no rule “{name}”.")
        self.help = did_you_mean(name, _words(), "A message names its rule: “error L102 missing-anchor”.")


def _words() -> tuple[str, ...]:
    """Every word that means a rule: names, codes and letters, each once."""
    return tuple(dict.fromkeys(word for one in RULES for word in (one.name, one.code, one.code[0])))


def _sorted(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    def place(one: Diagnostic) -> tuple[str, int, int, str, str, str]:
        return str(one.place.path), one.place.line, one.place.column, one.code, one.name, one.message

    return tuple(sorted(dict.fromkeys(found), key=place))
