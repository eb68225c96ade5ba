"""Rules by the words that people type: to explain one, and to notice a mistyped one."""

import difflib
from collections.abc import Iterable

from crpsguide.check import RULES, explain
from crpsguide.errors import GuideError


def explain_rule(word: str) -> str:
    """What a rule wants, why, and examples. `word` is its code or name.

    Raises:
        GuideError: there is no such rule.
    """
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


def _unknown(word: str) -> GuideError:
    known = {known.casefold(): known for one in RULES for known in (one.name, one.code)}
    near = difflib.get_close_matches(word.casefold(), known, n=1)
    help = f"Did you mean “{known[near[0]]}”?" if near else "Each message names its rule: “error E1 unknown-citation”."
    return GuideError(f"There is no rule “{word}”.", help)
