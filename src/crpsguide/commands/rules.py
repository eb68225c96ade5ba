"""Rules by the words that people type: to explain one, and to notice a mistyped one."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from crpsguide.check import RULES, UnknownRule, explain, refuse_unknown
from crpsguide.errors import GuideError
from crpsguide.model import RuleHelp


def rule_helps() -> Sequence[RuleHelp]:
    """All rules in words."""
    return tuple(RuleHelp(one.code, one.name, one.severity, one.page) for one in RULES)


def list_rules() -> str:
    """All rules, one line each, by letter and code."""
    in_order = sorted(RULES, key=lambda one: (one.code[0], int(one.code[1:]), one.name))
    width = max(len(one.name) for one in in_order)
    return "".join(
        f"{one.code:<5} {one.name:<{width}} {one.severity.value:<8} {_first_sentence(one.page)}\n" for one in in_order
    )


def explain_rule(word: str) -> str:
    """What a rule wants, why, and examples. `word` is its code or name; without one, the list of all rules.

    Raises:
        GuideError: there is no such rule.
    """
    if not word.strip():
        return list_rules()
    with _told_to_people():
        return explain(word).rstrip() + "\n"


def refuse_unknown_rules(words: Iterable[str]) -> None:
    """Notice a mistyped code or name; a single letter stands for all rules that begin with it.

    Raises:
        GuideError: there is no such rule.
    """
    with _told_to_people():
        refuse_unknown(words)


@contextmanager
def _told_to_people() -> Iterator[None]:
    try:
        yield
    except UnknownRule as unknown:
        raise GuideError(str(unknown), unknown.help) from None


def _first_sentence(page: str) -> str:
    return " ".join(page.partition("\n\n")[0].split())
