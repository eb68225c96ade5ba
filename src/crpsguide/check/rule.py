"""What a rule is: a code, a name, how much it weighs, and one function that yields faults."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import Enum

from crpsguide.check.html import Files as Files
from crpsguide.check.html import Finished
from crpsguide.check.judgements import NOT_KEPT, Judgements
from crpsguide.frozen import frozen
from crpsguide.model import Answer, Diagnostic, Place, Severity, Site

Answers = Mapping[str, Answer]  # by the address asked for


@frozen
class Fault:
    """One thing that is wrong at one place: what, in a sentence, and the next step."""

    place: Place
    message: str
    help: str


class Stage(Enum):
    """What a rule looks at: the Site, its finished files, what the other rules found, or what the web answered."""

    SITE = "site"
    FILES = "files"
    RESULTS = "results"
    WEB = "web"


@frozen
class Results:
    """What a check came to: what was found, by which rules, and every word that names some rule.

    `ran` are all rules that were chosen; those of `stage` have had their say.
    """

    found: Sequence[Diagnostic] = ()
    ran: Sequence["Rule"] = ()
    known: Sequence[str] = ()
    stage: Stage = Stage.SITE


@frozen
class Ground:
    """All that a rule may look at, and what is known of the sentences in it."""

    site: Site
    today: date = date.min
    finished: Finished = field(default_factory=lambda: Finished({}))
    results: Results = field(default_factory=Results)
    answers: Answers = field(default_factory=dict)
    judgements: Judgements = NOT_KEPT


@frozen
class Rule:
    """A rule about the guide.

    `name` is made of the function's name: `missing_page` is `missing-page`. `page` is the
    function's docstring: what, why it matters, wrong, right.
    """

    code: str
    name: str
    severity: Severity
    stage: Stage
    page: str
    faults: Callable[[Ground], Iterator[Fault]]

    def check(
        self,
        site: Site,
        *,
        today: date = date.min,
        files: Files | None = None,
        results: Results | None = None,
        answers: Answers | None = None,
    ) -> list[Diagnostic]:
        """What the rule finds, when it runs alone."""
        return self.over(Ground(site, today, Finished(files or {}), results or Results(), answers or {}))

    def over(self, ground: Ground) -> list[Diagnostic]:
        """What the rule finds on ground that it shares with others."""
        return [
            Diagnostic(fault.place, self.code, self.name, self.severity, fault.message, fault.help)
            for fault in self.faults(ground)
        ]

    def is_named(self, text: str) -> bool:
        """Whether a letter (`L`), a code (`L102`) or a name (`missing-anchor`) means this rule."""
        wanted = text.strip().casefold()
        return wanted in (self.code[:1].casefold(), self.code.casefold(), self.name)


def rule(code: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[[Site], Iterator[Fault]]], Rule]:
    """Make a rule of a function over the Site."""
    return lambda function: _rule(code, severity, Stage.SITE, function, lambda on: function(on.site))


def sentence_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, Judgements], Iterator[Fault]]], Rule]:
    """Make a rule of a function over the Site and what is known of its sentences."""
    return lambda function: _rule(code, severity, Stage.SITE, function, lambda on: function(on.site, on.judgements))


def dated_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, date], Iterator[Fault]]], Rule]:
    """Make a rule of a function over the Site and today's date."""
    return lambda function: _rule(code, severity, Stage.SITE, function, lambda on: function(on.site, on.today))


def trouble_rule(code: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[[], None]], Rule]:
    """Make a rule that passes on what could not be read; the function's name is that of the kind of trouble."""

    def make(page: Callable[[], None]) -> Rule:
        kind = page.__name__.replace("_", "-")

        def faults(on: Ground) -> Iterator[Fault]:
            return (Fault(one.place, one.message, one.help) for one in on.site.troubles if one.kind == kind)

        return _rule(code, severity, Stage.SITE, page, faults)

    return make


def files_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, Finished], Iterator[Fault]]], Rule]:
    """Make a rule of a function over the Site and its finished files."""
    return lambda function: _rule(code, severity, Stage.FILES, function, lambda on: function(on.site, on.finished))


def results_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, Results], Iterator[Fault]]], Rule]:
    """Make a rule of a function over the Site and what the other rules came to."""
    return lambda function: _rule(code, severity, Stage.RESULTS, function, lambda on: function(on.site, on.results))


def web_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, Answers], Iterator[Fault]]], Rule]:
    """Make a rule of a function over the Site and what the web answered."""
    return lambda function: _rule(code, severity, Stage.WEB, function, lambda on: function(on.site, on.answers))


def _rule(
    code: str,
    severity: Severity,
    stage: Stage,
    function: Callable[..., Iterator[Fault] | None],
    faults: Callable[[Ground], Iterator[Fault]],
) -> Rule:
    name = function.__name__.replace("_", "-")
    return Rule(code, name, severity, stage, inspect.getdoc(function) or "", faults)
