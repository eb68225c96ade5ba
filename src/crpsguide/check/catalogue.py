"""All rules, what each of them looks at, and which of them hold for a guide."""

from collections.abc import Callable, Iterable, Mapping, Sequence

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
from crpsguide.check.grades import reading_grades
from crpsguide.check.html import Look
from crpsguide.check.incremental import Remark
from crpsguide.check.rule import Ground, Rule, Stage
from crpsguide.model import Site
from crpsguide.spelling import did_you_mean

RULES: tuple[Rule, ...] = (
    *pages.RULES,
    *links.RULES,
    *lost.RULES,
    *online.RULES,
    *finished.RULES,
    *evidence.RULES,
    claims.claim_without_source,
    *sources.RULES,
    *records.RULES,
    *claims_heard.RULES,
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
    *waivers.RULES,
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
TIME_LIMIT_RULES: frozenset[str] = frozenset({pages.page_without_end.name, pages.rule_without_end.name})
# Rules that look at style sheets alone.
OF_STYLES: frozenset[Rule] = frozenset(
    {*contrast.RULES, screens.width_fixed, hands.only_by_pointing, hands.focus_hidden}
)


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
        self.help = did_you_mean(name, rule_words(), "A message names its rule: “error L102 missing-anchor”.")


def rule_words() -> tuple[str, ...]:
    """Every word that means a rule: names, codes and letters, each once."""
    return tuple(dict.fromkeys(word for one in RULES for word in (one.name, one.code, one.code[0])))
