"""E6 to E14: balance of benefits and harms, what is not known, parts of treatment pages, and approval."""

from collections.abc import Iterator

from crpsguide.check.parts import TREATMENTS, guide_pages, is_contested, named_parts, section_name, speaks_of, text_of
from crpsguide.check.rule import Fault, rule
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Page, PageType, PassageKind, Severity, Site, TreatmentFrontMatter
from crpsguide.spelling import did_you_mean

FEWEST_UNKNOWNS = 2  # checklist item E6
LEAST_RATIO, GREATEST_RATIO = 0.7, 1.5  # words on benefits for each word on harms; checklist item E8
# Parts of a treatment page; checklist item E9, DISCERN questions 9 to 14.
TREATMENT_PARTS = ("how-it-works", "benefits", "harms", "without", "daily-life", "other-choices")
WITH_UNKNOWNS = frozenset({PageType.CONDITION, PageType.SYMPTOM, PageType.TOPIC}) | TREATMENTS

_PERSONAL = LazyPattern(r"(?<![“\"‘'\w])(?:I|[Mm]y|me)\b(?![”\"])")


@rule("E6", Severity.WARNING)
def unknowns_missing(site: Site) -> Iterator[Fault]:
    """A page does not list at least 2 things that are not known.

    Why it matters: a page without open questions sounds surer than anyone is.

    Wrong: a page that ends with what is known
    Right: `## What we do not know`, and below it two points or more
    """
    for page, _ in guide_pages(site, WITH_UNKNOWNS):
        parts = named_parts(site, page, "unknown")
        items = [one for part in parts for one in part.passages if one.kind is PassageKind.ITEM]
        name = section_name(site, "unknown")
        if not parts:
            yield Fault(page.place, f"This page has no part “{name}”.", "Add it, with two points or more.")
        elif len(items) < FEWEST_UNKNOWNS:
            place = parts[0].heading.place if parts[0].heading else page.place
            yield Fault(place, f"“{name}” has fewer than {FEWEST_UNKNOWNS} points.", "Make a list of what is open.")


@rule("E8", Severity.WARNING)
def benefits_and_harms_unequal(site: Site) -> Iterator[Fault]:
    """Benefits get much more room than harms, or much less: under 0.7 or over 1.5 words for each.

    Why it matters: what gets more room looks more important, before a word is read.

    Wrong: 600 words on “Does it help?”, and 100 on “What are the harms?”
    Right: about the same for both
    """
    for page, _ in guide_pages(site, TREATMENTS):
        benefits = named_parts(site, page, "benefits")
        harms = named_parts(site, page, "harms")
        words = sum(one.words for one in benefits), sum(one.words for one in harms)
        if not all(words) or benefits == harms or not benefits[0].heading:
            continue  # the next rule asks for what is missing
        ratio = round(words[0] / words[1], 1)
        if not LEAST_RATIO <= ratio <= GREATEST_RATIO:
            yield Fault(
                benefits[0].heading.place,
                f"Benefits have {words[0]} words and harms {words[1]}: {ratio:.1f} for each;"
                f" it should be {LEAST_RATIO} to {GREATEST_RATIO}.",
                "Shorten the one, or say more in the other.",
            )


@rule("E9")
def treatment_part_missing(site: Site) -> Iterator[Fault]:
    """A treatment page lacks a part, or has an empty one.

    Why it matters: nobody can choose without knowing what a treatment does, what it may harm, and
    what else there is.

    Wrong: a page without a word on harms
    Right: how it may work, does it help, harms, if you do not have it, daily life, other choices
    """
    for page, _ in guide_pages(site, TREATMENTS):
        for key in TREATMENT_PARTS:
            parts = named_parts(site, page, key)
            name = section_name(site, key)
            if not parts:
                yield Fault(page.place, f"This page has no part “{name}”.", f"Add a heading “## {name}” with its text.")
            elif not any(one.words or one.blocks for one in parts) and parts[0].heading:
                yield Fault(
                    parts[0].heading.place, "This part is empty.", "Write it; “We found nothing on this” will do."
                )


@rule("E10")
def unknown_harm(site: Site) -> Iterator[Fault]:
    """The front matter names a harm that the guide's list does not have.

    Why it matters: the page would count as telling of a harm that no one can look for.

    Wrong: `harms: [livre]`
    Right: `harms: [liver]`, a key of `content/wording/harms.yaml`
    """
    known = site.phrases("harms")
    for page, facts in _with_harms(site):
        for number, key in enumerate(facts.harms):
            if key not in known:
                help = did_you_mean(key, known, "Add it to content/wording/harms.yaml.")
                yield Fault(page.front_matter_place(f"harms.{number}"), f"There is no harm “{key}”.", help)


@rule("E10")
def harm_not_told(site: Site) -> Iterator[Fault]:
    """The front matter says that a page tells of a harm, and the text has no word of it.

    Why it matters: other pages rely on it, and send their readers here.

    Wrong: `harms: [liver]` on a page that never says “liver”
    Right: a sentence on the liver, with its source
    """
    known = site.phrases("harms")
    for page, facts in _with_harms(site):
        text = text_of(page)
        for number, key in enumerate(facts.harms):
            phrase = known.get(key)
            if phrase and phrase.words and not speaks_of(phrase.words, text):
                message = f"This page does not tell of “{phrase.say or key}”."
                help = f"Write about it, or take the key away. Words looked for: {', '.join(phrase.words)}."
                yield Fault(page.front_matter_place(f"harms.{number}"), message, help)


@rule("E12", Severity.WARNING)
def story_among_evidence(site: Site) -> Iterator[Fault]:
    """Someone's own story stands among the evidence on a treatment.

    Why it matters: one story moves more than a trial, and says less. Those whom it did not help are not heard.

    Wrong: “My pain went after two days”, below “Does it help?”
    Right: what studies found, with how many people were in them
    """
    for page, _ in guide_pages(site, TREATMENTS):
        for key in ("how-it-works", "benefits", "harms"):
            for part in named_parts(site, page, key):
                for passage in part.passages:
                    if passage.kind is PassageKind.HEADING or passage.block == "ask":
                        continue
                    for sentence in passage.sentences:
                        if not sentence.text.rstrip('”"').endswith("?") and _PERSONAL.search(sentence.text):
                            help = "Tell what studies found. Stories of what it is like belong elsewhere, with a label."
                            yield Fault(sentence.place, "This is someone's own story, among the evidence.", help)
        yield from _quotations(site, page)


@rule("E14")
def approval_missing(site: Site) -> Iterator[Fault]:
    """A page about a treatment does not say if it is approved, and where.

    Why it matters: readers take it that what is offered has been approved for them.

    Wrong: a page on a medicine without `approval`
    Right: `approval: [{country: United States, status: Not approved for CRPS., source: label2024#use}]`
    """
    for page, facts in _with_harms(site):
        is_treatment = page.type is PageType.TREATMENT
        needs = is_contested(site, page) if is_treatment else bool(facts.harms)
        has_part = any(one.words for one in named_parts(site, page, "approval"))
        if "approval" in page.missing_keys:
            continue  # it has a mistake, which another rule reports
        if not facts.approval and (needs or (is_treatment and not has_part)):
            message = "This page does not say if the treatment is approved, and in which countries."
            help = "Add “approval” to the front matter" + (", or a part on it." if not needs else ".")
            yield Fault(page.place, message, help)


RULES = (
    unknowns_missing,
    benefits_and_harms_unequal,
    treatment_part_missing,
    unknown_harm,
    harm_not_told,
    story_among_evidence,
    approval_missing,
)


def treatment_parts(site: Site) -> list[str]:
    """The names of the parts that a treatment page must have."""
    return [section_name(site, key) for key in (*TREATMENT_PARTS, "approval")]


def _with_harms(site: Site) -> Iterator[tuple[Page, TreatmentFrontMatter]]:
    return ((page, facts) for page, facts in guide_pages(site) if isinstance(facts, TreatmentFrontMatter))


def _quotations(site: Site, page: Page) -> Iterator[Fault]:
    """The first block quotation among the evidence, if there is one."""
    for part in named_parts(site, page, "benefits"):
        lines = {one.place.line for one in part.passages}
        for line in sorted(lines):
            if page.source_lines[line - 1].lstrip().startswith(">"):
                place = next(one.place for one in part.passages if one.place.line == line)
                yield Fault(place, "A quotation stands among the evidence.", "Say in your own words what was found.")
                return
