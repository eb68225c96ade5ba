"""All rules, what part of a guide each depends on, and which are chosen for a guide."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from crpsguide.check import (
    access,
    action,
    balance,
    claim_records,
    claims,
    contrast,
    copied,
    decision,
    easy,
    evidence,
    help_and_forms,
    links,
    medicines,
    misreadings,
    numbers,
    online,
    operability,
    pages,
    purpose,
    reading,
    records,
    reflow,
    rendered,
    safety,
    sources,
    structure,
    terms,
    trust,
    waivers,
    wording,
)
from crpsguide.check.grades import reading_grades
from crpsguide.check.html import PageQuery
from crpsguide.check.incremental import Remark
from crpsguide.check.rule import Rule, RuleInputs, Stage
from crpsguide.model import Site
from crpsguide.spelling import did_you_mean

RULES: tuple[Rule, ...] = (
    *pages.RULES,
    *links.RULES,
    *misreadings.RULES,
    *online.RULES,
    *rendered.RULES,
    *evidence.RULES,
    claims.claim_without_source,
    *sources.RULES,
    *records.RULES,
    *claim_records.RULES,
    *copied.RULES,
    *trust.RULES,
    *reading.RULES,
    *terms.RULES,
    *easy.RULES,
    *structure.RULES,
    *purpose.RULES,
    *action.RULES,
    *balance.RULES,
    *safety.RULES,
    *medicines.RULES,
    *access.RULES,
    *contrast.RULES,
    *reflow.RULES,
    *operability.RULES,
    *help_and_forms.RULES,
    *wording.RULES,
    *numbers.RULES,
    *decision.RULES,
    *waivers.RULES,
)


# Rules whose results for a text depend only on that text, the evidence that it names and the guide's records, so that
# they can be cached for each text.
RULES_OF_ONE_TEXT: frozenset[Rule] = frozenset(
    {
        *links.OF_ONE_PAGE,
        *misreadings.RULES,
        evidence.picture_without_number,
        claims.claim_without_source,
        sources.weak_source,
        sources.contested_one_sided,
        *copied.RULES,
        help_and_forms.login_in_words,
        records.markup_in_record,
        trust.review_claimed,
        trust.seal_not_held,
        *reading.RULES,
        *terms.RULES,
        *easy.RULES,
        *(rule for rule in structure.RULES if rule is not structure.title_not_unique),
        *(rule for rule in action.RULES if rule is not action.tool_missing),
        *balance.RULES,
        *(rule for rule in safety.RULES if rule not in safety.OF_LINKED_PAGES),
        *medicines.RULES,
        *wording.RULES,
        *numbers.RULES,
        *(rule for rule in decision.RULES if rule not in decision.OF_WHOLE_AIDS),
    }
)
# Rules whose results for a page depend on the pages that it names too.
RULES_OF_LINKED_PAGES: frozenset[Rule] = frozenset({*links.OF_LINKED_PAGES, *safety.OF_LINKED_PAGES})
# Rules whose results for a rendered file depend on no other file's content, so that they can be cached for each file.
RULES_OF_ONE_FILE: frozenset[Rule] = frozenset(
    {
        rendered.duplicate_id_in_finished_page,
        rendered.third_party_resource_in_finished_page,
        *(rule for rule in access.RULES if rule.stage is Stage.FILES),
        trust.tracker_in_finished_file,
        trust.disclaimer_missing_or_long,
        help_and_forms.login_asked,
        help_and_forms.asked_twice,
        reflow.zoom_forbidden,
        purpose.advert_in_finished_page,
        operability.dragging_asked,
        operability.time_limited,
        operability.name_other_than_words,
    }
)
# The queries of rules about all rendered pages: they run while a page is parsed, and their results are cached for it.
PAGE_QUERIES: Mapping[Rule, Callable[[RuleInputs], Iterable[PageQuery]]] = {
    rendered.dead_link_in_finished_page: lambda inputs: [rendered.ANCHORS_AND_TARGETS],
    rendered.orphan_page: lambda inputs: [rendered.LINKED_FILES],
    rendered.page_far_from_home: lambda inputs: [rendered.LINKED_FILES],
    help_and_forms.help_moves: lambda inputs: [help_and_forms.order_of_help(inputs.site)],
    operability.target_too_small: lambda inputs: [operability.small_targets(inputs.rendered)],
    reflow.text_kept_on_one_line: lambda inputs: reflow.unwrapped_texts(inputs.rendered),
}
# What the editor's dashboard shows of each page; computed together with the rules, to share intermediate results.
REMARKS: tuple[Remark, Remark] = (reading_grades, claims.sentences_without_source)
# The names of the rules that report what the body of a page lacks.
RULES_OF_MISSING_PARTS: frozenset[str] = frozenset(
    rule.name for rule in RULES if rule.name.endswith("-missing") and rule is not structure.purpose_missing
)
# The names of the rules that report time limits: an idle machine may not reach a limit, so they are never cached.
TIME_LIMIT_RULES: frozenset[str] = frozenset({pages.page_without_end.name, pages.rule_without_end.name})
# Rules whose results depend on style sheets only.
RULES_OF_STYLES: frozenset[Rule] = frozenset(
    {*contrast.RULES, reflow.width_fixed, operability.only_by_pointing, operability.focus_hidden}
)


def choose_rules(site: Site, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules to run for a guide, in the order of `RULES`.

    Rules about pages and files (P) run whatever is selected, because no other rule checks a page that cannot be read;
    they can be ignored. Unknown rules in the guide's settings are accepted here: a rule reports them.

    Raises:
        UnknownRule: a word of `select` or `ignore` is no rule; any single letter is accepted.
    """
    refuse_unknown((*select, *ignore))
    selected = [*select] or [*site.settings.rules.select]
    ignored = [*ignore, *site.settings.rules.ignore]
    return tuple(
        rule
        for rule in RULES
        if (not selected or rule.code.startswith("P") or any(rule.is_named(name) for name in selected))
        and not any(rule.is_named(name) for name in ignored)
    )


def refuse_unknown(names: Iterable[str]) -> None:
    """Raise an error for a mistyped code or name. Any single letter is accepted: it may be used by rules to come.

    Raises:
        UnknownRule: one of them is no rule.
    """
    for name in names:
        if not any(rule.is_named(name) for rule in RULES) and not (len(name) == 1 and name.isalpha()):
            raise UnknownRule(name)


def explain(text: str) -> str:
    """The documentation of a rule, by its code or name; of several rules when they share the code.

    Raises:
        UnknownRule: it is the code or name of no rule.
    """
    wanted = text.strip().casefold()
    found = [rule for rule in RULES if wanted in (rule.code.casefold(), rule.name)]
    if not found:
        raise UnknownRule(text)
    return "\n\n".join(f"{rule.code} {rule.name} ({rule.severity.value})\n\n{rule.page}" for rule in found)


class UnknownRule(ValueError):
    """There is no such rule; `help` suggests similar ones."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no rule “{name}”.")
        self.help = did_you_mean(name, rule_words(), "A message names its rule: “error L102 missing-anchor”.")


def rule_words() -> tuple[str, ...]:
    """Every word that selects a rule: names, codes and letters, each once."""
    return tuple(dict.fromkeys(word for rule in RULES for word in (rule.name, rule.code, rule.code[0])))
