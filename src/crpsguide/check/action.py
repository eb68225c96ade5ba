"""C: steps that a reader can take, tools, questions for the care team, and the choice of no treatment."""

from collections.abc import Iterator

from crpsguide.check.parts import (
    TELLING,
    TREATMENTS,
    guide_pages,
    lists_in,
    named_parts,
    related_to,
    section_name,
    speaks_of,
    steps_from,
    text_of,
)
from crpsguide.check.rule import Fault, rule
from crpsguide.language.grammar import begins_with_action
from crpsguide.language.phrases import listed
from crpsguide.model import PageType, PassageKind, Severity, Site

FEWEST_STEPS, MOST_STEPS = 3, 7  # checklist item C1
FEWEST_QUESTIONS = 3  # checklist item C5
TOOL_BLOCKS = frozenset({"checklist", "fields", "diary", "care-card"})  # checklist item C3
WITH_STEPS = TELLING | {PageType.TOOL}
# Phrases for the choice of no treatment, or none for now; `content/wording/choices.yaml` adds to them.
NOT_NOW = listed(
    """do_nothing doing_nothing nothing_new nothing_for_now say_no not_now no_treatment no_therapy to_wait or_wait
    waiting_* choose_not_to real_choice"""
)


@rule("C1", Severity.WARNING)
def steps_missing(site: Site) -> Iterator[Fault]:
    """A page has no numbered list of 3 to 7 steps that the reader can take.

    Why it matters: who leaves a page with something to do feels less helpless.

    Wrong: a page that only explains
    Right: `## What you can do`, and below it `1. Write down when it hurts.` and two more
    """
    for page, _ in guide_pages(site, WITH_STEPS):
        parts = named_parts(site, page, "what-you-can-do")
        lists = [one for part in parts for one in lists_in(page, part.passages) if one.ordered]
        name = section_name(site, "what-you-can-do")
        if not parts:
            yield Fault(page.place, f"This page has no part “{name}”.", f"Add it, with {FEWEST_STEPS} or more steps.")
        elif not lists:
            place = parts[0].heading.place if parts[0].heading else page.place
            yield Fault(place, f"“{name}” has no numbered list.", "Number the steps: “1. Write …”.")
        elif not any(FEWEST_STEPS <= len(one.items) <= MOST_STEPS for one in lists):
            message = f"There are {len(lists[0].items)} steps; there should be {FEWEST_STEPS} to {MOST_STEPS}."
            few = len(lists[0].items) < FEWEST_STEPS
            help = "Add what a reader can do next." if few else "One action in each step; leave out what can wait."
            yield Fault(lists[0].place, message, help)


@rule("C1", Severity.WARNING)
def step_without_action(site: Site) -> Iterator[Fault]:
    """A step does not begin with what to do.

    Why it matters: a step that begins with its reasons is not seen as something to do.

    Wrong: `1. Your diary can help.`
    Right: `1. Write a diary for a week.`
    """
    for page, _ in guide_pages(site, WITH_STEPS):
        for part in named_parts(site, page, "what-you-can-do"):
            for steps in lists_in(page, part.passages):
                for step in steps.items if steps.ordered else ():
                    if not begins_with_action(step.text):
                        message = f"This step does not begin with what to do: “{step.text[:40]}”."
                        yield Fault(step.place, message, "Begin with a verb: ask, write, take.")


@rule("C3", Severity.WARNING)
def tool_missing(site: Site) -> Iterator[Fault]:
    """A page leads to no tool to tick, fill in or show: no checklist, plan, diary or card.

    Why it matters: a tool turns reading into doing, and can be taken to a visit.

    Wrong: a page that leads to a word list only
    Right: `Take [the visit planner](../tools/visit-planner.md) with you.`
    """
    pages = [page for page, _ in guide_pages(site, {PageType.TOOL})]
    own = {page.name for page in pages if any(one.block in TOOL_BLOCKS for one in page.passages)}
    tools = {str(page.name) for page in pages if any(step.name in own for step in steps_from(site, page))}
    if not pages:
        return
    for page, _ in guide_pages(site, TELLING):
        if tools.isdisjoint((*page.gist.linked_pages, *map(str, related_to(page)))):
            help = "Link to a page of type “tool” with a checklist, a form, a diary or a card, or name it in “related”."
            yield Fault(page.place, "This page leads to no tool to tick, fill in or show.", help)


@rule("C5", Severity.WARNING)
def questions_missing(site: Site) -> Iterator[Fault]:
    """A page does not offer 3 questions for the care team.

    Why it matters: in a short visit, people forget what they came to ask.

    Wrong: `/// ask | Ask your care team` with one question
    Right: three questions, each with a question mark
    """
    for page, _ in guide_pages(site, TELLING):
        asked = [one for one in page.passages if one.block == "ask" and one.kind is PassageKind.ITEM]
        questions = [one for one in asked if one.text.rstrip("”\"’' ").endswith("?")]
        if len(questions) < FEWEST_QUESTIONS:
            yield Fault(
                asked[0].place if asked else page.place,
                f"This page offers {len(questions)} questions for the care team; there should be {FEWEST_QUESTIONS}.",
                "Write them in a block “/// ask | Ask your care team”.",
            )


@rule("C6", Severity.WARNING)
def no_treatment_not_named(site: Site) -> Iterator[Fault]:
    """A treatment page does not say that no treatment, or none for now, is a choice too.

    Why it matters: who sees only ways to say yes has not been given a choice.

    Wrong: a page with other treatments as the only other choices
    Right: “Waiting, or no therapy for now, is a real choice.”
    """
    words = (*NOT_NOW, *(word for phrase in site.phrases("choices").values() for word in phrase.words))
    for page, _ in guide_pages(site, TREATMENTS):
        if not speaks_of(words, text_of(page)):
            help = f"Add it below “{section_name(site, 'other-choices')}”: “You can say no, or wait.”"
            yield Fault(page.place, "This page does not say that no treatment is a choice too.", help)


RULES = (
    steps_missing,
    step_without_action,
    tool_missing,
    questions_missing,
    no_treatment_not_named,
)
