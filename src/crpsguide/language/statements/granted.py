"""What a question takes for granted: a fact that could be checked, told while it asks."""

from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, HEALTH, NEAR_HEALTH


def takes_for_granted(question: str) -> bool:
    """Whether a question carries a fact that could be checked.

    >>> takes_for_granted("Why do so many people feel better after one visit?")
    True
    >>> takes_for_granted("Why does it hurt so much?")
    False
    """
    if _SAID_ALOUD.search(question):
        return True
    if (seen := _SEEN_HOW.match(question)) and any(
        one.search(_IT_WORKS.sub("", seen["said"])) for one in (HEALTH, EFFECT, COMPARISON, AMOUNT, _GROUP, _GAVE_BACK)
    ):
        return True
    if (added := _AS_OTHERS.search(question)) and any(
        one.search(added["said"]) for one in (HEALTH, EFFECT, COMPARISON, AMOUNT, NEAR_HEALTH, _GROUP, _OTHERS)
    ):
        return True
    if _HOW_MANY.search(question) and not _DEGREE.search(question):
        return bool(_RELATIVE_FACT.search(question))
    return _tells_while_it_asks(question) or _asks_for_the_cause_of_a_fact(question)


_DOES_WHAT_OTHERS_COULD_NOT = Pattern(
    r"\b(?:how|why)\s+(?:can|could|does|do|did)\s+(?!(?:i|we|you)\b).*\b(?:what|where|when)\s[^?]*\b(?:cannot|can't|(?:could|can|did|do|does)\s+not|couldn't|didn't|fail(?:s|ed)?)\b"
)
_SAID_ALOUD = Pattern(
    r"\b(?:did you know(?! about\b| of\b)|have you heard that"
    r"|(?:surely|no doubt|of course),? you (?:\w+ ){0,2}?(?:heard|know|knew|read|noticed|seen?)"
    r"|who would (?:have )?(?:guess(?:ed)?|think|thought|believed?)"
    r"|is it any wonder|no wonder|(?:isn't"
    r"|aren't|doesn't|don't|wasn't|can't|won't|hasn't) (?:it|they|that|this|there|we|you)\s*\?|"
    r"^(?:isn't|aren't|doesn't|don't|wasn't|can't|won't|hasn't|haven't|didn't)\s+(?!you\b|i\b|we\b))"
)
# “Haven't you seen how children bounce back?”
_SEEN_HOW = Pattern(
    r"(?:(?:and|but|so)\s+)?(?:have|did|do|can|could)(?:n?['’]t)?\s+you\s+(?:not\s+|ever\s+|also\s+)*(?:(?:noticed?|seen?|watch(?:ed)?|felt)\s(?:that|how)|hear(?:d)?\show)\s"
    r"(?!.*\b(?:you|your|yourself)\b)(?P<said>.+)"
)
_IT_WORKS = Pattern(r"\bworks\W*$")  # “how the map works”
_GAVE_BACK = Pattern(r"\b(?:gave|got|brought|get|gets|give|gives)\b.*\b(?:back|again|over\s+it)\b")
# “Will I still have it, like so many others?”, “Can I stop, even though that brings on fits?”
_AS_OTHERS = Pattern(
    r",\s+(?P<said>(?:like\s+(?:so\s+)?(?:most|many|all|half)(?=\W*$|\s+(?:of\s+)?(?:people|patients|others|sufferers|children|women|men|adults|them|those|who|with|before)\b)|(?:just\s+)?as\s+(?:it\s+)?(?:happens|happened|does|did|do|is|was|are|were|can|most|many|so)\b(?!\s+(?:i|we|you|my|usual)\b)"
    r"|as\s+so\s+(?:many|often)|even\s+though|although|though)\b[^?]*)"
)
_OTHERS = Pattern(r"\b(?:others|people|most|many|so\s+often)\b")
_CAUSAL = Pattern(
    r"\b(?:why|how come|how is it (?:possible )?that|what (?:makes|made|explains|turns|turned)|how (?:do|does|did|can"
    r"|could)|since when|what if .+ could)\b"
)
_MINE = Pattern(r"\b(?:i|my|me|mine|it|we|you|your|they|nobody|no one)\b")
_DEGREE = Pattern(
    r"\bsuch (?:an? )?(?:strong|powerful|safe|good|effective|dangerous|quick|lasting)\b|"
    r"\bso (?:many|few|often|much (?:better|worse|safer|more)|effective|safe|dangerous|common|rare|well"
    r"|quickly|fast|good|powerful|helpful|successful|popular|likely|soon|long-lasting|toxic|addictive"
    r"|harmful)\b"
)
# “the skin so thin”, “so kind to swollen feet”
_SO_WITH_IT = Pattern(r"\bso (?!many|much|few|often)\w+(?:\W*$| (?:to|for|on|at|in|against|with) )")
_GROUP = Pattern(
    r"\b(?:people|patients|women|men|girls|boys|children|adults|teenagers|smokers|doctors|sufferers"
    r"|thousands|experts|insurers|studies|trials)\b"
)


def _tells_while_it_asks(question: str) -> bool:
    """Whether a question says what its answer leaves as it is: “Would you like a treatment that works?”."""
    if (AMOUNT.search(question) and _SHARE.search(question)) or _ADVERT.search(question) or _SINCE.search(question):
        return True
    if _HOW_CAN_SO_LITTLE.search(question) and (EFFECT.search(question) or HEALTH.search(question)):
        return True
    if _DOES_WHAT_OTHERS_COULD_NOT.search(question):
        return True
    if _WHAT_IS_IT_ABOUT.search(question) and not _YOU_OR_I.search(question):
        return True
    return bool(_RELATIVE_FACT.search(question) and not _IS_THERE.match(question))


def _asks_for_the_cause_of_a_fact(question: str) -> bool:
    """Whether a question asks why something is so that could be checked: “Why do bones weaken in a cast?”."""
    asked = _CAUSAL.search(question)
    if not asked:
        return False
    if _HOW_DOES.match(asked[0]):
        return bool(_HOW_DO_THINGS.search(question) and _EFFECT_ON.search(question))
    if _WHAT_STARTS_IT.match(question):
        return False
    return _is_a_fact(_IS_IT_THAT.sub("", question[asked.end() :]), asked[0])


def _is_a_fact(said: str, asked: str) -> bool:
    """Whether what stands behind “why” or “what makes” is told of the body or of many, not of the person who asks."""
    if (
        _HOW_IS_IT.fullmatch(asked)
        and not _MINE.match(said.strip())
        and any(one.search(said) for one in (HEALTH, EFFECT, AMOUNT, COMPARISON, _GROUP))
    ):
        return True
    if asked.lower().startswith("what ma") and _SO_WITH_IT.search(said) and not _MINE.search(said):
        return HEALTH.search(said) is not None
    if _DEGREE.search(said) and (_GROUP.search(said) or not _DO_WE.match(said)):
        return True
    subject = _SUBJECT.match(said)
    if subject and _MINE.match(subject["head"]) and not _MORE_THAN.search(said):
        return False
    return any(one.search(said) for one in (COMPARISON, _GROUP, EFFECT)) or bool(
        HEALTH.search(said) and _BECOMES_SO.search(said)
    )


_HOW_MANY = Pattern(r"\bhow (?:many|much|often|long|soon|likely|common|sure)\b")
_SHARE = Pattern(
    r"\d+ ?%|per ?cent|\b(?:one|two|three|four|five|\d+) (?:in|out of|of) (?:every )?(?:\d+|two|three"
    r"|four|five|six|seven|eight|nine|ten)\b|\bhalf of\b|\bthousands of\b|\bso many (?:people|patients)\b"
    r"|\bmost (?:people|patients)\b"
)
# “How can a cream do so much?”, “Curious how a single drip can do it?”
_HOW_CAN_SO_LITTLE = Pattern(
    r"\bhow (?:(?:can|could) (?!(?:i|we|you|my|your|they|it|that)\b).*\b(?:such|so|as|only|mere)\b"
    r"|(?:an?|one) (?:mere |single )?\w+ can\b)"
)
_YOU_OR_I = Pattern(r"\b(?:I|me|my|you|your|we)\b", AS_TYPED)
_HOW_DOES = Pattern(r"how (?:do|does|did|can|could)")
_HOW_DO_THINGS = Pattern(
    r"\bhow (?:do|does|did) (?!(?:i|we|you|my|your|doctors?|the team|they|it|this|that|other \w+s|people)\b)"
)
_DO_WE = Pattern(r"\s*(?:do|does|did|am|are|have|must|should)\b (?:i|we|you)\b")
_SUBJECT = Pattern(
    r"\s*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|might"
    r"|may)?\b(?:n't)?\s*(?:not\s+)?(?P<head>\S+(?:\s\S+)?)",
    AS_TYPED,
)
_MORE_THAN = Pattern(r"\b(?:better|worse|safer) than\b|\bmore (?:often|likely)\b", AS_TYPED)
_BECOMES_SO = Pattern(
    r"\b(?:become|becomes|turn|turns|grow|grows|swell|sweat|work|works|help|helps|fail|fails|fade|fades|last|lasts"
    r"|spread|spreads|common|rare|dangerous|banned|illegal|legal|approved)\b",
    AS_TYPED,
)
_IS_THERE = Pattern(r"(?:and |but )?(?:is|are) there (?:any |a |an )?(?:\w+ )?\w+ that\b|(?:which|what) ")
_RELATIVE_FACT = Pattern(
    r"\b(?:treatments?|drugs?|medicines?|therap(?:y|ies)|programmes?|method|cure|pills?"
    r"|tablets?|devices?|exercises?|diets?|operations?)\s+(?:that|which)\s+(?:really |actually |already "
    r"|has |have |only |just )?"
    r"(?:makes? you|leaves? you|gives? you"
    r"|works?|worked|helps|helped|eas(?:es|ed)|reliev(?:es|ed)|reduc(?:es|ed)|cur(?:es|ed)|heal(?:s|ed)"
    r"|stop(?:s|ped)|caus(?:es|ed)|damag(?:es|ed)|harm(?:s|ed))\b|, which \w+(?!\w|\?|,? (?:and|or)\b|,)"
)
# “Ready to leave pain behind with our method?”
_ADVERT = Pattern(
    r"^(?:are you |do you )?(?:ready|want|tired|fed up|longing|dreaming|keen|looking)\b"
    r".*\b(?:with (?:our|this|the new)\b"
    r"|(?:cure|relief|remedy|treatment|method|help) that (?:lasts|works|heals|helps))"
)
# “What is it about heat that calms a foot?”
_WHAT_IS_IT_ABOUT = Pattern(
    r"\bwhat (?:is it (?:about|in)\b.*\bthat|is the secret (?:of|behind)|lies behind the \w+ of)\b"
)
# “What makes a flare come on?”
_WHAT_STARTS_IT = Pattern(
    r"what (?:makes|made|causes|sets off) (?:an? |the |it |this |my )(?:\w+ )?"
    r"(?:come on|come back|start|begin|happen|stop|go away|return)\W*$"
)
_HOW_IS_IT = Pattern(r"how come|how is it (?:possible )?that")
_IS_IT_THAT = Pattern(r"^\s*(?:is|was) it (?:possible )?that\b")
_SINCE = Pattern(r"^(?:since|given that|because|now that|although|as)\b.+,")
_EFFECT_ON = Pattern(
    r"\b(?:ease|relieve|reduce|lower|improve|increase|worsen|cause|trigger|prevent|protect|harm|damage"
    r"|heal|cure|affect|reset|restore|reverse|strengthen|weaken|calm|slow|speed up|repair|switch off"
    r"|stop|end|tame|beat|free|transform|quieten|(?:bring|give)s? (?:such |so much )?(?:relief|ease)|turn into"
    r"|manage|soften|loosen|shrink|widen|narrow|thicken|stiffen)\b\s+\w+"
)
