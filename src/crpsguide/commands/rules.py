"""Rules by the words that people type: to explain one, and to notice a mistyped one."""

import difflib
from collections.abc import Iterable, Sequence

from crpsguide.check import RULES, explain
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
    told = explain(word)
    if told is None:
        raise _unknown(word)
    return told.rstrip() + "\n"


def refuse_unknown_rules(words: Iterable[str]) -> None:
    """Notice a mistyped code or name; a single letter stands for all rules that begin with it.

    Raises:
        GuideError: there is no such rule.
    """
    for word in words:
        if not (len(word) == 1 and word.isalpha()) and not any(one.is_named(word) for one in RULES):
            raise _unknown(word)


def _first_sentence(page: str) -> str:
    return " ".join(page.partition("\n\n")[0].split())


def _unknown(word: str) -> GuideError:
    known = {known.casefold(): known for one in RULES for known in (one.name, one.code)}
    near = difflib.get_close_matches(word.casefold(), known, n=1)
    help = f"Did you mean “{known[near[0]]}”?" if near else "Each message names its rule: “error E1 unknown-citation”."
    return GuideError(f"There is no rule “{word}”.", help)
