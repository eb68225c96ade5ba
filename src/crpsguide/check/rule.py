"""The type of a rule: a code, a name, a severity, and one function that yields faults."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import Enum

from crpsguide.check.html import Files as Files
from crpsguide.check.html import RenderedFiles
from crpsguide.check.sentence_cache import NO_SENTENCE_CACHE, SentenceCache
from crpsguide.frozen import frozen
from crpsguide.model import Answer, Diagnostic, Place, Severity, Site

Answers = Mapping[str, Answer]  # by the requested address


@frozen
class Fault:
    """One thing that is wrong at one place: what, in a sentence, and the next step."""

    place: Place
    message: str
    help: str


class Stage(Enum):
    """What a rule examines: the Site, its rendered files, the results of other rules, or the web's answers."""

    SITE = "site"
    FILES = "files"
    RESULTS = "results"
    WEB = "web"


@frozen
class Results:
    """The results of other rules, for rules about them.

    `found` are the diagnostics so far. `ran` are all chosen rules; those of `stage` have run. `known` is every word
    that selects a rule.
    """

    found: Sequence[Diagnostic] = ()
    ran: Sequence["Rule"] = ()
    known: Sequence[str] = ()
    stage: Stage = Stage.SITE


@frozen
class RuleInputs:
    """All that a rule may examine; `sentence_cache` holds results for its sentences."""

    site: Site
    today: date = date.min
    rendered: RenderedFiles = field(default_factory=lambda: RenderedFiles({}))
    results: Results = field(default_factory=Results)
    answers: Answers = field(default_factory=dict)
    sentence_cache: SentenceCache = NO_SENTENCE_CACHE


@frozen
class Rule:
    """A rule about the guide.

    `name` comes from the function's name: `missing_page` is `missing-page`. `page` is its documentation, the
    function's docstring: what, why it matters, wrong, right.
    """

    code: str
    name: str
    severity: Severity
    stage: Stage
    page: str
    faults: Callable[[RuleInputs], Iterator[Fault]]

    def check(
        self,
        site: Site,
        *,
        today: date = date.min,
        files: Files | None = None,
        results: Results | None = None,
        answers: Answers | None = None,
    ) -> list[Diagnostic]:
        """Run the rule by itself; returns its diagnostics."""
        return self.run(RuleInputs(site, today, RenderedFiles(files or {}), results or Results(), answers or {}))

    def run(self, inputs: RuleInputs) -> list[Diagnostic]:
        """Run the rule on inputs that it shares with other rules; returns its diagnostics."""
        return [
            Diagnostic(fault.place, self.code, self.name, self.severity, fault.message, fault.help)
            for fault in self.faults(inputs)
        ]

    def is_named(self, text: str) -> bool:
        """Whether a letter (`L`), a code (`L102`) or a name (`missing-anchor`) selects this rule."""
        wanted = text.strip().casefold()
        return wanted in (self.code[:1].casefold(), self.code.casefold(), self.name)


def rule(code: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[[Site], Iterator[Fault]]], Rule]:
    """Decorator: a rule from a function of the Site."""
    return lambda function: _rule(code, severity, Stage.SITE, function, lambda inputs: function(inputs.site))


def sentence_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, SentenceCache], Iterator[Fault]]], Rule]:
    """Decorator: a rule from a function of the Site and the cache of results for its sentences."""
    return lambda function: _rule(
        code, severity, Stage.SITE, function, lambda inputs: function(inputs.site, inputs.sentence_cache)
    )


def dated_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, date], Iterator[Fault]]], Rule]:
    """Decorator: a rule from a function of the Site and today's date."""
    return lambda function: _rule(
        code, severity, Stage.SITE, function, lambda inputs: function(inputs.site, inputs.today)
    )


def trouble_rule(code: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[[], None]], Rule]:
    """Decorator: a rule that reports troubles of one kind, which `read` has noted.

    The decorated function's name is the kind of trouble, and its docstring the rule's documentation; it is not called.
    """

    def make(documented: Callable[[], None]) -> Rule:
        kind = documented.__name__.replace("_", "-")

        def faults(inputs: RuleInputs) -> Iterator[Fault]:
            return (
                Fault(trouble.place, trouble.message, trouble.help)
                for trouble in inputs.site.troubles
                if trouble.kind == kind
            )

        return _rule(code, severity, Stage.SITE, documented, faults)

    return make


def files_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, RenderedFiles], Iterator[Fault]]], Rule]:
    """Decorator: a rule from a function of the Site and its rendered files."""
    return lambda function: _rule(
        code, severity, Stage.FILES, function, lambda inputs: function(inputs.site, inputs.rendered)
    )


def results_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, Results], Iterator[Fault]]], Rule]:
    """Decorator: a rule from a function of the Site and the results of other rules."""
    return lambda function: _rule(
        code, severity, Stage.RESULTS, function, lambda inputs: function(inputs.site, inputs.results)
    )


def web_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Site, Answers], Iterator[Fault]]], Rule]:
    """Decorator: a rule from a function of the Site and the web's answers."""
    return lambda function: _rule(
        code, severity, Stage.WEB, function, lambda inputs: function(inputs.site, inputs.answers)
    )


def _rule(
    code: str,
    severity: Severity,
    stage: Stage,
    function: Callable[..., Iterator[Fault] | None],
    faults: Callable[[RuleInputs], Iterator[Fault]],
) -> Rule:
    name = function.__name__.replace("_", "-")
    return Rule(code, name, severity, stage, inspect.getdoc(function) or "", faults)
