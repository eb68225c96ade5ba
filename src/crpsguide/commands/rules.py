"""Rules by the code or name that a user types: explaining one, refusing unknown ones."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from crpsguide.check import RULES, UnknownRule, explain, refuse_unknown
from crpsguide.errors import GuideError
from crpsguide.model import RuleHelp


def rule_helps() -> Sequence[RuleHelp]:
    """The documentation of all rules, for reports."""
    return tuple(RuleHelp(rule.code, rule.name, rule.severity, rule.page) for rule in RULES)


def list_rules() -> str:
    """All rules, one line each, sorted by letter, number and name."""
    in_order = sorted(RULES, key=lambda rule: (rule.code[0], int(rule.code[1:]), rule.name))
    width = max(len(rule.name) for rule in in_order)
    return "".join(
        f"{rule.code:<5} {rule.name:<{width}} {rule.severity.value:<8} {_first_sentence(rule.page)}\n"
        for rule in in_order
    )


def explain_rule(word: str) -> str:
    """The documentation of a rule, by its code or name; the list of all rules when `word` is empty.

    Raises:
        GuideError: there is no such rule.
    """
    if not word.strip():
        return list_rules()
    with _as_guide_error():
        return explain(word).rstrip() + "\n"


def refuse_unknown_rules(words: Iterable[str]) -> None:
    """Raise an error if one of the words is no code, name or first letter of a rule.

    Raises:
        GuideError: there is no such rule.
    """
    with _as_guide_error():
        refuse_unknown(words)


@contextmanager
def _as_guide_error() -> Iterator[None]:
    try:
        yield
    except UnknownRule as unknown:
        raise GuideError(str(unknown), unknown.help) from None


def _first_sentence(page: str) -> str:
    return " ".join(page.partition("\n\n")[0].split())
