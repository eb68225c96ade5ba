"""How suicide is spoken of: words that blame or alarm, and ways to do it, which are never told."""

from collections.abc import Mapping

from crpsguide.language.patterns import Pattern
from crpsguide.language.phrases import either, listed, one_of

# What to say, and the words that blame or alarm.
SUICIDE: Mapping[str, tuple[str, ...]] = {
    "died by suicide": listed(
        """killed_themselves killed_himself killed_herself
        committed_suicide commit_suicide commits_suicide committing_suicide completed_suicide successful_suicide
        successfully_killed"""
    ),
    "tried to end their life": listed(
        """failed_suicide_attempt unsuccessful_suicide failed_suicide failed_attempt_at_suicide
        unsuccessful_in_killing failed_to_kill suicide_bid suicide_bids"""
    ),
    "the name of the condition": listed("suicide_disease suicide_condition suicide_illness"),
    "spoke of suicide": listed(
        """threaten_suicide threatens_suicide threatened_suicide suicide_threat suicide_threats suicidal_gesture
        suicidal_gestures suicide-prone"""
    ),
    "more people died by suicide": listed(
        """suicide_epidemic epidemic_of_suicide epidemic_of_suicides wave_of_suicides spate_of_suicides
        string_of_suicides flood_of_suicides rash_of_suicides"""
    ),
}

_ONESELF = r"(?:yourself|themsel\w+|himself|herself)"
_KILL = listed("kill~")

# A way out, an act or a failing: said of suicide, each of these judges those who think of it.
_ENDED = (
    rf"(?:suicid\w*|{one_of(_KILL)} {_ONESELF}|(?:end(?:s|ed|ing)?|tak(?:e|es|ing)|took) (?:their|his|her"
    rf"|your)(?: own)?"
    r" li(?:fe|ves))"
)
_JUDGED = either(
    r"(?:(?:easy|only|best|quick|cowardly|simple) (?:way out|answer|escape|solution)|a way out"
    r"|selfish|coward(?:ly|ice|['’]s (?:way|choice))?|weak(?:ness)?|sinful|a sin|a crime"
    r"|to get attention|attention[- ]seeking|cry for attention|did not succeed|without success)",
    r"(?:failed|unsuccessful|botched|successful|half-hearted|feeble)(?: \w+){0,3} (?:attempts?|bids?|tries)",
    r"(?:choose|choosing|chose|opt|turn|resort)\w*(?: for| to)?(?= suicide)",
    r"threaten\w*",
)
JUDGED_SUICIDE = Pattern(
    rf"\b{_ENDED}\b[^.?!]*?\b{_JUDGED}\b|\b{_JUDGED}\b[^.?!]*?\b{_ENDED}\b",
    needs="suicide suicides suicidal kill kills killed killing life lives",
)

# Words about ending one's own life, and ways to do so, which are never told beside them.
ENDING_LIFE = Pattern(
    r"\bsuicid\w*"
    # “They took their own lives.”
    r"|\b(?:end(?:s|ed|ing)?|tak(?:e|es|ing)|took) (?:your|their|his|her|my|one['’]s)(?: own)? li(?:fe|ves)\b"
    rf"|\b{one_of(_KILL)} (?:{_ONESELF}|myself|oneself)\b"
    # “Some wish they were dead”, or “want to die”
    r"|\b(?:wish(?:es|ed)?|want(?:s|ed)?) (?:that )?(?:you|they|he|she|I) (?:were|was) dead\b"
    r"|\b(?:want(?:s|ed)?|wish(?:es|ed)?) to (?:die|be dead)\b"
    r"|\bbetter off dead\b"
    # “She no longer wanted to live like this.”
    r"|\b(?:not|n['’]t|no longer) want(?:s|ed)? to (?:live|go on living)(?=\W*$| any ?more| like this| with)"
    r"|\bnot worth living\b",
    needs="worth dead die want wants wanted suicid* life lives kill kills killed killing",
)
_MEDICINE = one_of(listed("pills tablets painkillers medicine medicines"))
_TOO_MANY = r"(?:all|too many|a lot of|dozens of|a handful of|a (?:whole )?(?:box|bottle|pack) of)"
METHODS = Pattern(
    r"\b(?:overdos(?:e|es|ed|ing)"
    # “hanged himself”, but no telephone and no “hang on”
    r"|hang(?:s|ed|ing)?\b(?! (?:up|on|in))|hung (?:themsel\w+|himself|herself)"
    r"|jump(?:s|ed|ing)? (?:from|off|in front)|drown(?:s|ed|ing)?"
    r"|shot (?:themsel\w+|himself|herself)|guns?|firearms?"
    # “swallowed a handful of tablets”
    rf"|(?:swallow|tak|took)\w* {_TOO_MANY}\b[^.;:]*\b(?:{_MEDICINE}|capsules)"
    # “ended her life with insulin”
    rf"|(?:kill|end|took|tak)\w*[^.;:]*\b(?:with|by|on) (?:\w+ )?(?:{_MEDICINE}|insulin|bleach|injections?|gas"
    r"|a (?:\w+ )?(?:injection|razor|belt)|a (?:knife|rope|blade|gun))"
    r"|poison(?:s|ed|ing)?|asphyxia\w*|suffocat\w*|cut(?:s|ting)? (?:your|their|his|her) wrists?)\b"
)
