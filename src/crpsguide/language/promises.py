"""Words of advertising that promise more than any study can hold, and where such words mean something else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crpsguide.language.clauses import (
    clause_of,
    is_asked_indirectly,
    is_name,
    is_open_question,
    is_question,
    is_quoted,
    negators,
)

_CARE = (
    r"(?:treatments?|therap(?:y|ies)|medicines?|medications?|drugs?|infusions?|drips?|methods?|procedures?|programmes?"
    r"|programs?|devices?|approach(?:es)?|options?|solutions?|remed(?:y|ies)|tablets?|pills?|injections?|techniques?"
    r"|formulas?|products?|courses?|supplements?|cures?|answers?|painkillers?|creams?|sprays?|protocols?|systems?"
    r"|technolog(?:y|ies)|implants?|stimulators?|exercises?|blends?|combinations?|operations?|blocks?|alternatives?)"
)
_ILLNESS = (
    r"(?:illness|diseases?|condition|damage|pain|syndrome|CRPS|symptoms?|suffering|burning|swelling"
    r"|flare-?ups?|disorder"
    r"|nerve damage|inflammation|process|changes)"
)
_RESULT = (
    r"(?:results?|relief|effects?|improvements?|recover(?:y|ies)|outcomes?|success(?:es)?|benefits?|changes?|cures?"
    r"|differences?|powers?|healing|progress|reduction|drops?|falls?|decrease|turnaround|response|safety|gains?"
    rf"|{_CARE})"
)
_WHOLLY = (
    r"(?:perfectly|completely|totally|entirely|absolutely|fully|wholly|utterly|always|100 ?%|extremely|very"
    r"|proven|quite"
    r"|really|truly|both|so|so very|remarkably)"
)
_ALL_PEOPLE = (
    r"(?:every (?:type|form|kind|stage|case)|all (?:types|forms|kinds|stages|cases|patients|ages)|everyone"
    r"|everybody|anyone|anybody|every(?: single)? (?:patient|person|case|one|sufferer|adult|child|limb)"
    r"|all (?:of )?(?:our |the |those )?(?:patients|people|cases|users|sufferers|who|ages))"
)
_BETTER = (
    r"(?:improves?|improved|recovers?|recovered|gets? better|got better|feels? better|felt better|responds?|responded"
    r"|benefits?|benefited|gets? well|is helped|are helped|leaves? (?:without|free|happy)|becomes? pain-free|heals?"
    r"|is cured|are cured|gets? (?:relief|results))"
)
_WORKS = (
    r"(?:works?|helps?|succeeds?|is effective|are effective|relieves?|improves?|lowers?|reduces?|brings? relief|ends?"
    r"|heals?|cures?|gives? relief|stops?|eases?|does the trick|delivers?|gets? results)"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A kind of promise: the words that make it, and the words around them that give another sense.

    `unless` is looked for in the sentence with the found words cut down to a `#`. `denies` is set
    where the words hold a denial of their own (“no side effects”).
    """

    key: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None
    say: str
    why: str
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise that a sentence makes, and the words that make it."""

    promise: Promise
    start: int
    end: int


def _promise(key: str, words: str, unless: str = "", *, say: str, why: str, denies: bool = False) -> Promise:
    return Promise(key, _compile(words), re.compile(unless, re.IGNORECASE) if unless else None, say, why, denies)


def _compile(words: str) -> re.Pattern[str]:
    """A pattern of alternatives, one a line; a line that begins with `~` goes on with the one above."""
    joined = re.sub(r"\n\s*~", "", words.strip())
    lines = [line.strip() for line in joined.splitlines() if line.strip()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE)


_NUMBERS = "what was found, in how many people, and how sure that is"
_NO_ONE = "Nobody can promise how one person will do."
_ADVERT = "These are words of advertising. They say nothing that a reader could check."

PROMISES: tuple[Promise, ...] = (
    _promise(
        "proven",
        r"""
        (?:(?:clinically|scientifically|medically|fully|well|time)[- ])?proven
        (?:studies|trials?|research|results|tests|experts|scientists|science|doctors|figures|patients|we
            ~|our \w+|this|it|that)(?: have| has)?(?: also| clearly| now| finally)? prove[sdn]?(?= (?:that|it|its
            ~|the|this|to be (?:safe|effective)|how|what|our))
        prove[sd] (?:that|beyond|itself|effective|safe|successful|its (?:worth|effect)|to (?:be (?:safe
            ~|effective|successful|better)|work|help|cure|stop|reduce|relieve|ease))
        (?:clinical|scientific|living|hard|solid|clear|conclusive|definite|medical|full|absolute) (?:proof
            ~|evidence that proves)
        (?:there is|we have|here is|this is) (?:(?!little|no|scant|hardly)\w+ )?proof(?! of (?:address|identity
            ~|id|income|age|purchase|payment|insurance))
        """,
        r"# (?:wrong|false|guilty|difficult|hard|tricky|unable|ineffective|useless|harmful|worse|popular|hopeless)\b"
        r"|# (?:not|no (?:better|more|benefit|effect|help)|in no)\b|# to (?:be )?(?:no|not|in?effective|useless|harm\w*"
        r"|worse|danger\w*|fail|cause|difficult|hard)\b|yet to be #|(?:to be|being|be) # (?:by|before|first)\b",
        say="in a trial of so many people, …",
        why="A study makes something more or less likely. Give its size, its numbers and how sure they are.",
    ),
    _promise(
        "cure",
        r"cur(?:e|es|ed|ing|able|ative)",
        r"\b(?:plaster|cast|glue|paint|resin|cement|concrete|ham|bacon|meat|fish|varnish|leather|silicone|adhesive|gel"
        r" (?:coat|nails)|rubber|foam|lacquer|splint|mould|wax)\b[^.;]*#|#[^.;]*\b(?:plaster|glue|paint|resin|cement"
        r"|concrete|ham|bacon|varnish|leather|silicone|salt|smoke)\b|# (?:a |an |the |your "
        r"|my )?(?:\w+ )?(?:habit|boredom|hiccups|loneliness|hangover)|\b(?:until|when|once|before) an? # (?:is"
        r"|comes|has)"
        r"|\b(?:one|some) ?day\b[^.;]*#",
        say="may ease",
        why="Hope that does not come true hurts twice. Say what was found, and how sure that is.",
    ),
    _promise(
        "miracle",
        r"""
        miracles?|miraculous(?:ly)?
        break-?throughs?
        game[- ]chang(?:er|ers|ing)
        life[- ]chang(?:ing|er)|life[- ]transforming|transformative|life[- ]altering
        revolutionary|revolutioni[sz](?:es|ed|e|ing)|revolution in
        (?:the )?secret (?:that|of|to|doctors|they|remedy|formula|cure)|(?:doctors|experts
            ~|scientists) are (?:amazed|stunned|astonished|baffled)
        (?:doctors|clinics|they) (?:do not|don[’']t|won[’']t|will not) want you to know
        finally,? (?:a|an|the|real|lasting|true|there is a) (?:\w+ )?(?:treatment|relief|cure|answer|solution
            ~|drug|therapy)
        at last,? (?:a|the|real|lasting|true|there is) (?:\w+ )?(?:treatment|relief|cure|answer|solution
            ~|help that works|hope)
        ground-?breaking|ground[- ]breaking|trail-?blazing|cutting[- ]edge|state[- ]of[- ]the[- ]art
        (?:wonder|magic|magical|super|dream|miracle)[- ]?(?:drugs?|cures?|pills?|bullets?|treatments?
            ~|medicines?|therap(?:y|ies)|remed(?:y|ies)|infusions?|formulas?|drips?|tablets?)
        magical(?:ly)?
        works? (?:like magic|like a charm|wonders|miracles|magic)
        (?:does|do|done) wonders
        holy grail|silver bullet|panacea|cure-all|elixir
        """,
        r"# (?:pain|cancer|bleeding|seizures?|dose|medicines?|infections?|fever|flare)\b(?! relief)"
        r"|# (?:injur|accident|event|diagnos|illness|decision|news|condition|disab)\w*"
        r"|\b(?:injury|illness|accident|diagnosis|pain|CRPS|condition) (?:is|was|can be|may be|are) (?:\w+ )?#",
        say=_NUMBERS,
        why=_ADVERT,
    ),
    _promise(
        "new-life",
        r"""
        (?:chang(?:es|ed|e|ing)|transform(?:s|ed|ing)?|sav(?:es|ed)|turn(?:s|ed) around|rebuil(?:ds
            ~|t)) (?:so many |many |the |your |hundreds of |thousands of |countless |our patients['’] |people['’]s
            ~ |my |their )*(?:lives|life)
        (?:gives?|gave|gets?|got|have|has|get|giving|getting) (?:you |people |patients |them |me |hundreds
            ~ |thousands )?(?:your|their|my) (?:old )?li(?:fe|ves) back
        new lease of life
        (?:lasting|total|complete|permanent|real|true|full) freedom from (?:pain|CRPS)
        (?:live|life|living|future|lives) (?:without|free (?:of|from)) (?:any )?(?:pain|CRPS)(?! (?:relief
            ~|killers?|medicines?))
        pain[- ]free (?:life|lives|future|living|again|in|within|from|after|guaranteed|for good|forever|by|once)
        (?:is|are|be|become|becomes|became|feel|live|go|leave|leaves|wake up|completely|totally|stay|remain
            ~|being) (?:completely |totally |entirely |almost |finally |truly )?(?:pain[- ]free|free (?:of
            ~|from) pain)
        (?:say|said|wave|bid) (?:goodbye|farewell) to (?:all |your |the |my )*(?:\w+ )?(?:pain|CRPS|suffering
            ~|burning|tablets|illness)
        no more (?:flare-?ups?|attacks|symptoms|tablets|sleepless nights)
        never (?:hurts?|suffers?|be in pain|have pain|feel (?:it|the burning)) again
        (?:frees?|freed|liberates?|delivers?|releases?) (?:you|people|patients|them|sufferers|everyone) (?:from
            ~|of) (?:\w+ )?(?:pain|CRPS|suffering|burning)
        chang(?:es|ed) everything
        (?:thousands|hundreds|millions|countless \w+) (?:of \w+ )?(?:have|has) (?:already |now
            ~ |since )?(?:been (?:helped|freed|saved|healed)|got |regained|returned to|beaten|overcome|found relief
            ~|recovered)
        (?:no more|never feel|never have|never again feel|an? end to|the end of|free yourself from|freedom from
            ~|be rid of|rid of|gets? rid of) (?:all |any |your |the |nerve |chronic |CRPS )*(?:pain|suffering|CRPS
            ~|burning)(?! (?:relief|killers?|clinic|scale|score))
        (?:pain|CRPS|suffering|burning) (?:\w+ )?a thing of the past
        (?:walks?|leaves?|moves?|sleeps?|wakes? up|works?|runs?
            ~|goes? home)(?: \w+)? without (?:any )?pain(?! (?:relief|killers?|medicines?))
        feel like (?:new|a new person|yourself again)|(?:as )?good as new
        """,
        r"\b(?:pain|illness|injury|accident|diagnosis|CRPS|condition|disease|attack)\b (?:has |have |had |can "
        r"|may |will "
        r"|often )?#|\b(?:some|a few|few|many|half|most|fewer) (?:of |people|patients|children|adults|who)[^.;]*#"
        r"|\b(?:learn|learning|how|goal|aim|try|want|wish)\b[^.;]*#|\b(?:side|limb|arm|hand|leg|foot) (?:is|are|be) #"
        r"|\b\d+ (?:of|in|out of|people|patients)\b[^.;]*#|\b(?:count|note|write down|mark|record)\b[^.;]*#",
        say=_NUMBERS,
        why=_NO_ONE,
    ),
    _promise(
        "guaranteed",
        r"""
        guarantee[sd]?|guaranteeing
        money[- ]back|your money back|or we refund
        (?:we|our \w+|I) promises? (?:you )?(?:that|a|an|real|fast|full|lasting|complete|quick|better|relief
            ~|results|to (?:end|stop|cure|take|make|relieve|fix|heal|free|ease))
        (?:definitely|undoubtedly|certainly|unquestionably|surely|absolutely) (?:works?|helps?|cures?|safe
            ~|effective|stops?|lowers?|reduces?|relieves?|improves?|works|heals?|ends?)
        will (?:definitely|certainly|surely|undoubtedly|always|without doubt) (?:work|help|cure|stop|ease
            ~|relieve|improve|lower|reduce|end|heal|recover|get better|feel better|respond|bring|succeed)
        (?:without (?:a |any )?doubt|beyond (?:any |all |a )?doubt|there is no doubt|no doubt that)
        sure-?fire|surefire|foolproof|fail-?safe|infallible|unfailing
        you will (?:soon |quickly |finally |certainly |definitely )?(?:be|feel|become|get
            ~|wake up) (?:\w+ )?(?:pain-free|free (?:of|from) pain|well again|cured|healthy|better|well|like new
            ~|yourself again)
        will (?:\w+ly |soon |finally )?(?:cure|heal|end|erase|banish|eliminate|eradicate|fix|take away
            ~|switch off|remove|stop) (?:all |the |your |this |any |every )*(?:\w+ )?(?:pain|suffering|CRPS|symptoms
            ~|illness|condition|disease|nerves|burning|flare-ups?)
        will (?:work|help) (?:for )?(?:you|everyone|anyone)
        will change your life
        """,
        r"# (?:a |you a |your |the )?(?:\w+ )?(?:place|appointment|seat|bed|privacy|refund|visit"
        r"|confidential\w*|income|slot|reply|answer"
        r"|opening|right|pay|parking|callback|call)\b|\b(?:year|years|month|months|lifetime|maker['’]s|under|warranty"
        r"|device['’]s)[- ]*#|# (?:for|of|lasts|covers|runs out|card) (?:\w+ )?(?:two|three|five|ten|\d+|the device|the"
        r" battery|parts|years?)|\b(?:place|appointment|refund|visit|seat|bed|slot|privacy|reply"
        r"|confidentiality|income|pension) (?:is|are"
        r"|will be) #|\bif the (?:pain|swelling)\b[^,]*#",
        say="may, or we do not know",
        why=_NO_ONE,
    ),
    _promise(
        "certain",
        r"""
        (?:is|are|becomes?|relief|success|recovery) (?:almost |absolutely |now )?(?:certain|assured)(?! (?:that
            ~|about|of|to ask|amount|foods?|people|things))
        (?:certain|sure|bound) to (?:help|work|improve|relieve|succeed|recover|get better|feel better|ease
            ~|lower|reduce|stop|bring|heal|cure|benefit)
        certain (?:relief|success|cure|recovery)
        """,
        r"\b(?:you|we|I|they|doctors?|nobody|team|he|she) (?:\w+ )?#|\b(?:if|when|once|until|make|be) (?:you "
        r"|we )?(?:are |is )?#",
        say="may, or we do not know",
        why=_NO_ONE,
    ),
    _promise(
        "always-works",
        rf"""
        always {_WORKS}
        always (?:\w+ )?(?:effective|safe|successful|works|a success)
        {_WORKS} (?:\w+ )?(?:\w+ )?(?:every(?: single)? time|for {_ALL_PEOPLE}|without fail|in (?:every|all
            ~|each) (?:single )?cases?|{_ALL_PEOPLE})
        (?:is|are) (?:right|suitable|good|perfect|ideal|effective|safe|helpful) for {_ALL_PEOPLE}
        (?:has |have )?(?:helped|cured|worked|healed|freed|saved) (?:for )?{_ALL_PEOPLE}
        never (?:fails?|failed|disappoints?|lets? (?:you|people|patients|anyone) down)
        (?:cannot|can[’']t) (?:fail|go wrong)
        (?:{_CARE}|relief|answer|help) for everyone (?:with|who)
        {_ALL_PEOPLE} (?:who \w+ (?:\w+ )?(?:\w+ )?(?:\w+ )?)?(?:will |can |has |have |with \w+ )?(?:soon
            ~ |always |quickly |finally |really )?{_BETTER}
        100 ?%(?: success\w*| effective| safe| cures?| natural| guaranteed| pain-free| relief| reliable
            ~| of (?:our |the )?(?:patients|people|users|cases))
        (?:100 per ?cent|one hundred per ?cent|a hundred per ?cent) (?:success\w*|effective|safe|guaranteed
            ~|natural|of (?:our |the )?(?:patients|people))
        works for most(?: people)?
        """,
        r"# (?:differently|in (?:a|its) (?:different|own) way)|\b(?:nurses?|team|staff|doctors?|friends|lift"
        r"|phone|we) #"
        r"|# (?:if|when) you (?:are|feel) (?:lost|stuck)|\b(?:rest|sleep|listening|a friend|talking|it"
        r"|support) # to (?:talk|ask"
        r"|know|write|have|bring|plan|say)",
        say="what share it helped, out of how many, and how sure that is",
        why=_NO_ONE,
    ),
    _promise(
        "reverses",
        rf"""
        (?:reverse[sd]?|reversing) (?:\w+ )?(?:\w+ )?{_ILLNESS}
        (?:treats?|targets?|tackles?|attacks?|fix(?:es)?|removes?|heals?|reaches|gets? (?:to|at)|works? (?:at
            ~|on)) (?:\w+ )?(?:the |your )?(?:root|real|true|underlying|very)(?: cause| source| problem| root)s?
        at (?:its|the|their) (?:very )?roots?
        (?:totally|completely|fully|entirely|100 ?%) (?:prevents?|protects?|stops?|removes?|ends?|relieves?
            ~|reverses?|eliminates?|repairs?)
        (?:heals?|healed|healing|repairs?|repaired|regenerates?|regenerated|regenerating|regrows?|regrown
            ~|rebuilds?|renews?|restores?|grows) (?:\w+ )?(?:\w+ )?(?:nerves?|nerve (?:cells|fibres|endings)
            ~|nervous system|spinal cord)(?! (?:block|root))
        regenerates?|regenerating|regenerative
        (?:resets?|resetting|reboots?|rebooting|rewires?|rewired|rewiring|unlocks?|unlocking|reprogramm?(?:es|s
            ~|ed|ing)?) (?:\w+ )?(?:\w+ )?(?:pain|nerves?|nervous|brain|systems?|pathways?|body|immune|signals?
            ~|potential|healing|relief|life|limb|mind|pain pathways|strength)
        switch(?:es|ed)? (?:off )?(?:the |your )?(?:\w+ )?(?:pain(?: off)?|pain signals?(?: off)?)(?= off
            ~|[.,;!]|$| at| for| in| within)
        turns? (?:off )?(?:the |your )?pain(?: off)?(?= off|[.,;!]|$| at| for)
        (?:eliminates?|eradicates?|banish(?:es)?|erases?|obliterates?|wipes? out|vanquish(?:es)?|abolish(?:es)?
            ~|dissolves?|conquers?|defeats?|beats?|destroys?|kills?|annihilates?|makes? short work of) (?:all |the
            ~ |your |this |any |every |chronic |nerve |even |burning )*(?:\w+ )?(?:pain|CRPS|illness|disease
            ~|condition|suffering|symptoms?|burning)
        (?:removes?|ends?|ended|stops?|stopped) (?:all |your |all your |every |all the |any )(?:\w+ )?(?:pain
            ~|CRPS|suffering|symptoms?|burning)
        (?:pain|CRPS|burning|symptoms?|suffering)\b(?:(?!\b(?:not|never|no|lasts?|n[’']t
            ~|stay)\b)[^.;,]){{0,40}} (?:forever|for good|once and for all|for ever)
        (?:fix|fixes|fixed|fixing|heals?|repairs?) (?:the |your )(?:\w+ )?(?:brain|nerves?|nervous system|pain
            ~|CRPS|limb|body)(?= |[.,;!]|$)
        (?:fully|completely|totally|entirely) (?:cured|healed|recovered|pain-free|restored|gone|reversed
            ~|effective|reliable|painless|risk-free)
        (?:improvement|relief|success|recovery|results?|benefits?|better|works?|worked|helps?|helped
            ~|effective) (?:in|on|with|for|against) (?:every|all|each)(?: single)? (?:\w+ )?(?:patients?|person
            ~|people|cases?|child|children|types?|forms?|limbs?|pain)
        (?:all|every|any) (?:\w+ )?(?:pain|burning|symptoms?|swelling) (?:\w+ )?(?:disappears?|vanish(?:es)?
            ~|goes|ends|stops|is gone|melts|is removed|lifts)
        (?:pain|CRPS|burning|illness|disease|symptoms?|nerve damage|damage) (?:is|are|was|were|will be
            ~|can be) (?:\w+ly )?(?:eliminated|eradicated|banished|erased|abolished|wiped out|switched off
            ~|turned off|ended|reversed|healed|beaten|defeated|conquered|overcome|gone after|gone in|history)
        (?:takes?|took|taking) (?:all |your |the |my |every )*(?:\w+ )?(?:pain|burning|suffering|CRPS
            ~|illness) away|takes? away (?:all |your |the )*(?:\w+ )?(?:pain|burning|suffering|CRPS)
        (?:stops?|stopped|halts?|halted|ends?|beats?|defeats?|conquers?|overcomes?|fixes|fix|solves?) (?:CRPS
            ~|the illness|the disease|the condition|your pain)(?: (?:for good|in its tracks|once|forever
            ~|at))?(?=[ .,;!]|$)
        (?:instantly|permanently|completely|totally|fully|entirely) (?:relieves?|removes?|ends?|stops?
            ~|restores?|heals?|cures?|eases?|frees?|eliminates?|blocks?|takes?|switches|lifts?|solves?|fixes
            ~|repairs?|recovers?|normali[sz]es)
        restores? (?:full|complete|total|normal|perfect) \w+
        (?:returns?|brings?|gets?|back) (?:\w+ )?(?:\w+ )?(?:completely |fully |back )to normal(?= (?:within|in
            ~|after|for)|[.!])
        works (?:immediately|instantly|at once|within (?:minutes|seconds|hours|an hour)|where (?:all
            ~ |every)?\w+ (?:\w+ )?fail\w*|when (?:all|every|nothing)\w* (?:else )?\w+)
        never (?:comes? back|returns?)(?=[.,;!]|$)
        melts? (?:the |your )?(?:pain )?away|melt(?:s|ed|ing)? (?:the |your |all )?(?:pain)
        (?:pain|CRPS|burning|illness|disease|symptoms?|suffering) (?:simply |just |will |then
            ~ |soon )*(?:vanish(?:es)?|melts? away|evaporates?|disappears?(?: (?:for good|forever|completely
            ~|overnight|within|in|after|like|at once|immediately))|never (?:comes?|returns?)(?: back)?
            ~|is gone (?:for good|forever|in|within)|goes away (?:for good|forever|within|overnight)
            ~|will never (?:come|return)|is history)
        (?:stop|end|remove|relieve|ease|fix|heal|beat|gone|stops|ends|removes|relieves|eases|fixes|rid|goes
            ~|leaves|lifts|vanishes|away|free)(?: of)?(?: (?:the|your|all|my|their|its|you|pain|burning|CRPS|nerve
            ~|suffering|symptoms|it|that|this|of|away)){{0,5}} (?:instantly|permanently|forever|for good
            ~|once and for all|for ever|overnight|at a stroke|within (?:minutes|seconds))
        """,
        r"# (?:order|side|page|charge|direction)|\b(?:some|a few|few|half|many) (?:of |people|patients|children)[^.;]*#"
        r"|\bcan(?:not)? be #|\b(?:stop|stopped|stops|end) (?:the|all) (?:infusion|drip|exercise)[^.;]*#"
        r"|\bin \w+ (?:of \d+ )?"
        r"people\b[^.;]*#|\b(?:if|when|until|before|once) (?:the |your )?#|\b(?:aim|goal|try|trying|want"
        r"|wish)\w*\b[^.;]*#",
        say="one idea is that …, and what was seen in people",
        why="A picture is not a finding. Say what was seen, in how many people, and for how long.",
    ),
    _promise(
        "safe",
        rf"""
        (?:perfectly|completely|totally|entirely|absolutely|fully|wholly|utterly|100 ?%|proven|extremely
            ~|remarkably|inherently|naturally|always) safe(?:ty)?
        safe,? (?:and|yet|but) (?:\w+ )?(?:effective|painless|gentle|natural|proven|reliable|fast|easy|simple)
        (?:effective|painless|gentle|natural|proven|reliable|fast|easy|simple|quick),? (?:and|yet) (?:\w+ )?safe
        (?:well[- ]established|excellent|perfect|proven|unblemished|superb|flawless|outstanding|impeccable
            ~|exceptional|unmatched|ideal|spotless) safety(?: profile| record)?
        ^safe (?:for (?:all|every\w*|any\w*|children|the whole|your)|and \w+)
        safe(?:st)?(?:, (?:\w+ )?\w+,?(?: and)?)? (?:\w+ )?{_CARE}
        (?:is|are|be|was|were|remains?|as|considered|it[’']s|they[’']re) (?:{_WHOLLY} |now
            ~ |also )*safe(?: (?:to (?:use|take|have|give|combine|inject|repeat)|for (?:everyone|everybody|all|anyone
            ~|children|adults|you|any\w*|pregnan\w+|use|long\w*|home\w*)|in (?:pregnancy|children|any\w*
            ~|every\w*)))?(?! (?:and sound|to|for|in|if|when|as long|with|at|from|here|only|enough|place|space
            ~|distance|home|hands|room|way|dose|limit|range|side|amount|speed|when|where|water|driving|area|website
            ~|link|height|temperature|while|provided|after))
        (?:is|are|be|it[’']s|they[’']re) (?:{_WHOLLY} |now |also )*safe (?:even |also |both )?(?:to (?:use|take
            ~|have|give|combine|inject|repeat)|for (?:everyone|everybody|all|anyone|children|adults|you|any\w*
            ~|pregnan\w+|use|long\w*|home\w*)|in (?:pregnancy|children|every\w*|any\w*|the long)|at (?:any|every|all
            ~|home)|with (?:any|every|all)|and)
        """,
        # People, places and things that are safe; safety that is limited, guessed at or compared.
        r"\beven #|\b(?:you|we|I|he|she|they|child|children|baby|people|data|information|details?|records?|home|house"
        r"|room|floor|bath"
        r"|kitchen|place|area|stairs?|path|road|site|website|payments?|chair|car|journey|family|everyone|feel"
        r"|feeling|keep"
        r"|keeps|stay|make|money|password|secret|pets?|workplace|equipment|ward|hands|steps?|walking aids?"
        r"|space) (?:\w+ly )?#"
        r"|\b(?:must|need to|needs to|has to|have to) #|\b(?:you|we|children|people|patients) (?:will |must "
        r"|should |can |may )?#|\b(?:generally|relatively|fairly|mostly|usually|probably|likely|reasonably|may"
        r"|might|could|seems?"
        r"|appears?|appeared|seemed|thought|believed|largely|should|would|looks?|how|often) (?:to )?(?:be )?#"
        r"|\b(?:how|as) safe"
        r"|# (?:for|in) (?:most|many|some|short|small|the trial|trials|studies|one|a (?:study|trial))"
        r"|#[^.;]*\b(?:if|when|as long"
        r" as|provided|only|unless|under (?:close )?supervision|except)\b|\b(?:if|when|until|unless|once"
        r"|whether|where)\b[^,;]*#"
        r"|\b(?:make|making|made|sure)\b[^.;]*#|# than\b|\b(?:trial|study|studies|review)s?\b[^.;]*\b(?:was|were) #",
        say="the harms seen, with their numbers, and what is not known",
        why="Every treatment can harm, and small studies miss harms.",
    ),
    _promise(
        "no-harm",
        rf"""
        (?:no|zero|without(?: any)?|free (?:of|from)(?: any| all)?|absolutely no) (?:known |unwanted |harmful
            ~ |lasting |negative |nasty |adverse |real |bad |long-term |serious |dangerous |unpleasant |health
            ~ |other |significant )*(?:side[- ]effects?|adverse (?:effects?|events?|reactions?)|risks?|dangers?
            ~|harms?|complications?|downsides?|drawbacks?|ill effects?)(?! (?:numbers?|figures?|data|number))
        side[- ]effects?[- ]free|risk[- ]free|harm[- ]free|worry[- ]free
        (?:(?<=is )|(?<=are )|(?<=’s )|(?<='s )|(?<=ly )|(?<=and )|(?<=as )|(?<=therefore ))harmless
        harmless {_CARE}
        (?:non-?toxic|non-?addictive|not addictive|non-habit-forming|not habit-forming)
        (?:is|are) (?:painless|gentle and \w+)
        (?:cannot|can[’']t|can not|can never|could never|will not|won[’']t|will never|does not|doesn[’']t
            ~|do not|never) (?:do (?:you |any |the body )?)?(?:any )?(?:harms?|cause (?:any )?(?:harm|damage
            ~|side effects)|(?:damages?|hurts?) (?:you|anyone|the body|your body|your health|people
            ~|patients))(?: (?:you|anyone|the body|your body|your health|people|patients))?
        (?:does|do|will|can) (?:you )?(?:absolutely )?no harm
        (?:no|never any) (?:need|reason) to (?:worry|fear|be (?:afraid|worried|concerned))
            ~|nothing to (?:worry about|fear|lose|be afraid of)
        no (?:patient|one|person|child) (?:has |have )?(?:ever )?(?:had|been|suffered|come to) (?:a
            ~ |any )?(?:side effects?|harmed|hurt|harm|complications?)
        (?:nobody|no one|no-one) (?:needs? to|has to|need) (?:fear|worry|be afraid)
        (?:cannot|can[’']t|can never|does not|doesn[’']t|do not|never|will not|will never
            ~|won[’']t) (?:ever )?(?:cause|lead to|make (?:you|people|anyone)) (?:any )?(?:addict\w*|dependen\w*
            ~|hooked)
        nothing can go wrong|(?:can|will) only (?:help|get better|do (?:you )?good|benefit)
        (?:does|do|will|can|did)(?: not|n[’']t) (?:cause|have|bring|carry|pose) (?:any
            ~ |a single )?(?:side effects?|harm|risks?|danger|complications?)
        (?:devoid|void) of (?:all |any )?(?:risk|danger|side effects)
        without (?:a single|one single|one|any) (?:failure|complication|side effect|problem)
        (?:has|have|with) no (?:downsides?|dark side|catch)
        (?:need|do)(?:n[’']t| not) (?:need to )?worry about (?:side effects|risks?|harms?|safety
            ~|the (?:side effects|risks?|dose))
        (?:because|since|as) (?:it is|it[’']s|they are|this is) (?:\w+ )?natural
        (?:all|completely|totally|purely|entirely)[- ]natural
        natural,? (?:and|so|therefore) (?:\w+ )?(?:\w+ )?(?:safe|harmless|gentle)
        """,
        r"# (?:at all )?(?:was|were|occurred|appeared|happened|have been|has been|had been|seen|reported"
        r"|recorded|in (?:asking|trying"
        r"|waiting|saying))|\b(?:trial|study|studies|review|researchers|authors|participants"
        r"|group)\w*\b[^.;]*#|\b(?:some|many|most"
        r"|a few|few|half|\d+|several) (?:of )?(?:the )?(?:people|patients|them|children"
        r"|adults)?\b[^.;]*\b(?:have|had|has|got|get|live)"
        r"\b[^.;]*#|\b(?:if|when|once|unless|until|whether|where)\b[^;]*#|\b(?:take|taking|run|running) #"
        r"|\b(?:pain|hurt|hurting|it)"
        r" (?:always )?(?:means?|mean) #|# (?:if|when|unless|while|(?:you )?to (?:ask|try|wait|bring|say"
        r"|talk))\b|\bnothing is #"
        r"|\b(?:late|early|form|paper|notes|dress|parking|bring|forget|forgot|lift|book|wear|tidy|shy)\w*\b[^.;]*#"
        r"|\b(?:help|made sure|sure|so)[^.;]*\b(?:it|you|they|touch|move|movement)? #(?= (?:your skin|the skin"
        r"|to move|when))",
        say="the harms seen, with their numbers, and what is not known",
        why="Every treatment can harm, and small studies miss harms.",
        denies=True,
    ),
    _promise(
        "best",
        rf"""
        gold[- ]standard|treatment of choice
        (?:the|our|your|today[’']s|by far the) (?:single |very |world[’']s )?most (?:\w+ and )?(?:effective
            ~|powerful|successful|potent|advanced|reliable|innovative|modern|efficient|promising)(?: {_CARE})?
        (?:world[’']s|country[’']s|nation[’']s|Europe[’']s|Britain[’']s|America[’']s) (?:\w+ )?(?:first|best
            ~|leading|finest|top|most \w+|foremost|premier)
        (?:the|our|your|by far the|simply the|today[’']s) (?:very |single |absolute )?best (?:possible
            ~ |available |known |and only |and safest |medical |pain )*(?:{_CARE}|results?|relief|outcomes?|clinics?
            ~|centres?|doctors?|specialists?|teams?|surgeons?|experts?|nurses?|therapists?|hospitals?|in (?:the|our
            ~|this|town|Europe|Britain|their|its)|there is|on the market|money can buy|for (?:CRPS|pain|nerve
            ~|chronic|your|complex))
        (?:is|are|simply|remains?|still) (?:\w+ )?the (?:very )?best(?=[.!,;]|$)
        better than (?:any(?:thing)?(?: else| other)?|all other|every other)
        nothing else (?:works|helps|compares|comes close|is (?:as|so) \w+)
        nothing (?:works|helps|is|comes|compares|beats|eases|relieves) (?:\w+ )?(?:better|as (?:well|good|fast
            ~|effective|quickly)|so (?:well|fast)|close|more|it)(?= |[.,;!]|$)
        no other (?:{_CARE}|clinic|centre|team) (?:works|is|comes|helps|can|offers|has|gives|matches|compares|does)
        no (?:safer|faster|surer|stronger|more effective|greater) (?:\w+ )?{_CARE}(?! than)
        (?:there is )?no better (?:{_CARE}|place|clinic|way to (?:treat|beat|stop|ease
            ~|relieve))(?! than (?:a )?(?:dummy|placebo|salt|waiting|usual|no ))
        unbeatable|unbeaten|unrivall?ed|unparalleled|unmatched|unsurpassed|unequalled|second to none
            ~|like no other|matchless|peerless
        (?:the|our) (?:number one|no\.? ?1|ultimate|perfect|ideal|definitive|final) (?:\w+ )?(?:{_CARE}|choice)
        (?:number one|no\.? ?1|ultimate) (?:\w+ )?{_CARE}
        (?:perfect|flawless) (?:{_CARE}|results?|outcomes?)
        the (?:answer|solution|key|secret) to (?:your |all |chronic |nerve |beating |ending
            ~ |curing )+(?:\w+ )?(?:pain|CRPS|suffering|problems?)
        (?:outperforms?|beats|surpasses|outclasses) (?:all|any|every|everything)
        (?:the |a )?(?:first|one) (?:and only|treatment that|therapy that|drug that|method that
            ~|device that) (?:really |truly |actually )?(?:works?|treatment|therapy|cure|heals?|cures?|stops?|helps?
            ~|reaches|ends?)?
        (?:has|have|with|is|are) (?:no|without) (?:equal|rival)
        like nothing else|best of its kind|best-in-class|the very best(?=[.!,]| (?:care|treatment|medicine|there))
        (?:fastest|surest|quickest|easiest|best|safest|single best|one sure|sure|certain|sure-fire) way (?:to
            ~|of) (?:stop|end|beat|treat|cure|reliev|eas|get rid|getting rid|heal|fight|overcom|defeat|tackl)\w*
        results (?:that )?you can (?:trust|count on|rely on)
        (?:the|a) (?:real|true|final) (?:answer|solution|fix) (?:to|for)
        (?:the|a) (?:complete|total|lasting|permanent|perfect|definitive|certain
            ~|sure) (?:answer|solution|fix)
        superior (?:results?|relief|outcomes?)|unlike any(?:thing)?(?: else| other)?
        (?:the|our) (?:highest|best) success rate
        superior to (?:any|all|every|other|everything)
        (?:our|a|this|truly|its|the) (?:truly |completely |totally )?unique (?:\w+ )?(?:{_CARE})
        """,
        r"\b(?:way|time|place|person|number) to (?:reach|call|ask|write)|# (?:depends|varies"
        r"|for you (?:depends|is the one)|differs)"
        r"|\b(?:which|what|whether|deciding|choose|choosing|find|finding|agree|disagree|argue|unsure|debate)\b[^.;]*#|\b(?:randomi[sz]ed"
        r"|trials?|studies|"
        r"evidence|research)\b[^.;]*\b(?:is|are) (?:\w+ )*(?:the |a )?#(?= (?:of|for|in) (?:evidence|research"
        r"|testing|medical"
        r" research|knowing|studies))|# (?:of|for|in) (?:evidence|research|testing|trials)|\bpossible #"
        r"|# (?:test|trial|scan|design|would|for (?:diagnos|testing|research))"
        r"|\b(?:make|making|get|getting) the best\b|\b(?:the|our) best (?:guess|we can)",
        say="the treatment that this guideline names first (with its year and country)",
        why="It hides who says so, when, and on what evidence.",
        denies=True,
    ),
    _promise(
        "most-effective",
        r"^(?:our |the )?most (?:effective|powerful|advanced|successful|potent|trusted) (?:treatment|therapy"
        r"|medicine|drug|infusion|method|remedy|approach|programme|device|option|solution|painkiller|cream)",
        say="the treatment that this guideline names first (with its year and country)",
        why="It hides who says so, when, and on what evidence.",
    ),
    _promise(
        "only",
        rf"""
        only (?:\w+ )?(?:\w+ )?(?:{_CARE}|thing|way|place|clinic|centre|doctors?|team) (?:that |which |to |who
            ~ |proven |available )(?:\w+ )?(?:\w+ )?(?:{_WORKS}|work|help|cure|effective|stop|end|heal|treat|beat|fix
            ~|CRPS|recover|get better|be free)
        only (?:real |true |remaining |lasting )?(?:hope|chance|answer|solution|cure|option)(?= (?:for|left|to
            ~|is|that|you)|[.,;!]|$)
        only (?:effective|real|true|proven|lasting|genuine|safe|successful) {_CARE}
        last (?:hope|chance|resort)|final hope
        """,
        r"\b(?:used|tried|kept|offered|seen|given|recommended|considered) (?:only )?as (?:a |the )?#|\bonly #"
        r"|# (?:in|by) (?:this|that)"
        r" (?:trial|study)|\b(?:guideline|review|body|group)\w*\b[^.;]*\b(?:as|calls?|says?|names?|advises?"
        r"|sees?)\b[^.;]*#",
        say="one of several choices, and waiting is one too",
        why="It presses a tired reader to say yes.",
    ),
    _promise(
        "big-words",
        rf"""
        (?:dramatic|drastic)(?:ally)?
        (?:amazing|incredible|unbelievable|extraordinary|stunning|remarkable|astounding|astonishing|fantastic
            ~|spectacular|sensational|phenomenal|outstanding|superb|excellent|impressive|exceptional|brilliant
            ~|tremendous|wonderful|marvellous|staggering|mind-blowing|breathtaking)(?: \w+)?(?: and \w+)? {_RESULT}
        (?:amazingly|incredibly|unbelievably|extraordinarily|remarkably|astoundingly|astonishingly|phenomenally
            ~|sensationally|spectacularly|outstandingly|exceptionally|hugely|massively|supremely
            ~|highly and \w+) (?:effective|well|good|successful|fast|quickly|powerful|better|safe|potent|strong)
        (?:results?|relief|effects?|improvements?|recovery|outcomes?|difference|change|success) (?:is|are|was
            ~|were|has been|have been|can be|will be) (?:(?!rarely|hardly|scarcely|barely|unlikely|likely)\w+ly
            ~ |nothing short of |quite |just )?(?:amazing|incredible|unbelievable|extraordinary|stunning|remarkable
            ~|astounding|astonishing|fantastic|spectacular|sensational|phenomenal|outstanding|superb|excellent
            ~|instant|immediate|permanent|dramatic|life-changing|perfect|complete|lifelong|wonderful|marvellous
            ~|impressive)
        significant (?:pain )?relief|significantly better
        (?:instant|immediate|permanent|lifelong|complete|total|everlasting|never-ending|full and lasting|100 ?%
            ~|effortless) (?:pain |and lasting |and complete )?(?:relief|cure|freedom|healing|results?|success
            ~|end (?:to|of))
        (?:complete|total) (?:and \w+ )?recovery
        permanent(?:ly)?(?= (?:ends?|stops?|removes?|cures?|heals?|gone|relie\w+|pain relief|solutions?|cures?
            ~|freed?))
        (?:relief|effects?|results?|benefits?|improvement) (?:is|are|lasts?|will last|stays?) (?:permanent
            ~|forever|for life|for ever|for good|a lifetime)
        emerging therap(?:y|ies)
        (?:doctors|experts|specialists|scientists|all doctors|every doctor|most doctors) (?:all
            ~ |now )?agrees?(?! (?:on|with you|to|about|how))
        trusted by (?:\w+ of |\w+ )*(?:thousands|hundreds|millions|doctors|experts|patients|people|specialists
            ~|clinicians|families)
        (?:thousands|hundreds|millions) of (?:happy|satisfied|grateful|healed|cured|delighted) \w+
        """,
        r"# (?:weather|film|art|event|story|scene|weight|music|society|teacher)|\b(?:sleep|weight|mood|skin"
        r"|colour|blood|worse|worsen"
        r"\w*|harm|rise|raised?|spread|swelling)\b[^.;]*#(?= (?:worse|higher|raised|drop in (?:blood|mood"
        r"|oxygen|weight)))|\b(?:"
        r"trial|study|studies|participants|people) (?:\w+ )?(?:had|reported|found|saw"
        r"|with) (?:a )?(?:statistically )?#(?= (?:in"
        r" one|than))|\bsome (?:people|patients|children)\b[^.;]*#|\bgroups?\b[^.;]*\bwere (?:not )?#"
        r"|\bstatistically #",
        say="about 3 points out of 10 less pain, compared with …",
        why="Give the size, the comparison and the time.",
    ),
)


# Whoever is meant here says so, but the text does not.
_OTHERS = (
    r"(?:clinics?|websites?|(?:web ?)?sites?|adverts?|advertisements?|ads?|advertisers?|advertising|sellers?"
    r"|salespeople"
    r"|compan(?:y|ies)|makers?|manufacturers?|someone|somebody|anyone|anybody|others|newspapers?|headlines?"
    r"|media|posts?"
    r"|leaflets?|brochures?|videos?|blogs?|bloggers?|forums?|stor(?:y|ies)|they|friends?|relatives"
    r"|influencers?|marketing"
    r"|promoters?|providers?|pages?|some (?:people|doctors|patients|experts|centres)|(?:a few|other) (?:people"
    r"|doctors|patients)"
    r"|people (?:online|once|may|might|sometimes)|you (?:may|might|will|can) (?:read|hear|see|find|come across"
    r"|meet)|internet"
    r"|social media|strangers?|celebrit(?:y|ies)|critics|articles?|practitioners?|healers?|whoever|those who"
    r"|no (?:clinic|doctor|honest \w+))"
)
_SAYING = (
    r"(?:say|says|said|claim(?:s|ed|ing)?|promis(?:e|es|ed|ing)|call(?:s|ed|ing)?|advertis(?:e|es|ed|ing)"
    r"|market(?:s|ed|ing)?"
    r"|sell(?:s|ing)?|sold|describ(?:e|es|ed|ing)|boast(?:s|ed|ing)?|speaks? of|spoke of|talks? (?:of|about)"
    r"|tells? you|told you"
    r"|suggest(?:s|ed)?|write|writes|wrote|believe[sd]?|think|thinks|thought|uses? (?:the )?words?|insists?"
    r"|present(?:s|ed)?"
    r"|offer(?:s|ed|ing)?|label(?:s|led)?|read(?:s)?|hear|see|guarantee[sd]?|find|come across|meet|proclaims?"
    r"|announce[sd]?)"
)
_REPORTED = re.compile(
    rf"(?<!our )(?<!my )\b{_OTHERS}\b(?!['’]s? choice)[^.;:]*?\b{_SAYING}\b"
    r"|\byou (?:may|might|will|can|could) (?:also )?(?:read|hear|see|find|come across|meet|be told)\b"
    r"|\bso-called\b|\bsuppos(?:ed|edly)\b|\balleged(?:ly)?\b|\bpurported(?:ly)?\b|\bself-styled\b"
    r"|(?<!we )(?<!our )\bclaims? (?:to|that|of|about|such|like)\b|(?<!we )\bclaim(?:ed|ing)\b"
    r"|\b(?:marketed|advertised|sold|promoted|billed|touted|presented|praised|peddled|hyped) (?:\w+ )*?(?:as|with|to)\b"
    r"|(?<!we )(?<!our )(?<!I )\bpromis(?:e|es|ed|ing) (?:of\b|you\b|to\b|that\b|an?\b|\w+)"
    r"|\b(?:rumours?|myths?|slogans?|legend|hype)\b|\b(?:the |such )?(?:words?|terms?|phrases?|labels?|talk"
    r"|sayings?|expressions?)"
    r" (?:such as|like|of|as|about|‘|“)?",
    re.IGNORECASE,
)
_WARNED = re.compile(
    r"\b(?:beware|(?:be|is|are|stay) (?:\w+ )?(?:wary|careful|suspicious|sceptical|skeptical|cautious"
    r"|critical)|watch out|wary of|avoid"
    r"|(?:wrong|untrue|mistaken|incorrect|dishonest|unfair|a mistake|a lie|not right|unwise) (?:to|that)"
    r"|steer clear|keep away|walk away|distrust|mistrust|(?:not|n[’']t|never) (?:trust|believe|fall for"
    r"|be fooled|expect|rely|use|say"
    r"|write|call|promise)|ignore|question (?:any|every|all|the)|question|reject|false|misleading|unfounded"
    r"|red flags?|warning signs?"
    r"|anyone who|any (?:clinic|doctor|site|page|advert|product|person|website|seller|provider"
    r"|treatment) (?:that|who|which)|sounds? like"
    r"|ask (?:why|how|what|whether|for|anyone|them|the clinic))\b",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:(?<!new )hop(?:e|es|ed|ing) (?:for|of|that|to|it)|hopeful|search(?:es|ed|ing)? for|look(?:s|ed"
    r"|ing)? for|(?:the|a) search for|seek(?:s|ing)?"
    r"|sought|dream(?:s|t|ed|ing)? (?:of|about)|wish(?:es|ed|ing)?(?: for| that)?|wait(?:s|ed|ing)? for"
    r"|long(?:s|ed|ing)? for"
    r"|(?:work(?:s|ing)? )?towards|research (?:into|for|on)|the road to|would|as (?:if|though)|in the hope"
    r"|pray(?:s|ed|ing)? for"
    r"|expect(?:s|ed|ing)? (?:a|an|the|to)|in search of|chas(?:e|ed|ing)|pressure to|aims? (?:at|to|for)"
    r"|rais(?:e|es|ing) money|fund(?:s|ing)?|one day"
    r"|want(?:s|ed)? (?:a|an|the|to find))\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:used to|once|formerly|in the past|at one time|at first|for (?:many |some )?(?:years|decades"
    r"|centuries)|long|was|were|had been|previously"
    r"|earlier)\b[^.;]*?\b(?:believ\w+|think|thought|call|called|seen|see|hop\w+|said|say|hailed|sold"
    r"|described|considered|regarded|held|praised"
    r"|assumed|claimed|expected|promised|given as)\b",
    re.IGNORECASE,
)
_WORD_CHOICE = re.compile(
    r"\bonly (?:ever )?(?:describe|call|label|use|say|speak|write)\b|\b(?:how|when) (?:we|this guide) (?:use"
    r"|uses|say|says)\b|\bwe (?:use|avoid)"
    r" (?:the )?(?:words?|terms?)\b|\b(?:means?|mean) that\b(?=[^.;]*$)",
    re.IGNORECASE,
)
_ATTRIBUTED_SOFTLY = re.compile(
    r"\b(?:called|described|known|hailed|seen|said|thought|believed|named|praised|considered|regarded|say"
    r"|think|believe|call|read|heard|hear)\b",
    re.IGNORECASE,
)
_REJECTED_LATER = re.compile(
    r"\b(?:but|yet|although|though|however|;|–|—)\W+(?:\w+\W+){0,3}?(?:it|this|that|they|there|none|no|nobody"
    r"|nothing|neither|the (?:evidence|studies"
    r"|trials|research|facts?|truth)|trials?|studies|evidence)\b[^.]*?(?:\bnot\b|n[’']t\b|\bno\b|\bnever\b"
    r"|\bnone\b|\bnobody\b|\bnothing\b"
    r"|\bwrong\b|\bfalse\b|\buntrue\b|\bmyth\b|\bunproven\b|\bmisleading\b)|\bbut none\b|\bnone (?:has|have|is|was)\b",
    re.IGNORECASE,
)
# What is said of the promise itself, behind it: “a cure is not known”, “… is a myth”.
_UNDONE = re.compile(
    r"^[”\"’']?(?: (?!(?:and|or|but|so|what|that|which|who|other|others|where|when|if|than|everyone|you|we"
    r"|people)\b)[\w’'-]+){0,4}?[”\"’']? (?:(?:has|have|is|are|was|were|does|do|did|can|could|will|would|may"
    r"|sounds?|seems?|remains?)"
    r" (?:(?:still|yet|so far|often|simply|usually|quite|only|just|almost|therefore|always)\W+)*(?:not|never"
    r"|no(?! (?:longer|doubt))|nowhere|an? (?:\w+ )?(?:myth|lie"
    r"|exaggeration|red flag|warning sign|dream|word (?:to|that|we)|promise|sign|claim|hope|long way)|myths?"
    r"|lies|false|untrue|wrong|misleading|nonsense"
    r"|too good to be true|red flags?|warning signs?|suspicious|unrealistic|unfounded|impossible|unlikely"
    r"|unknown|unproven|unclear|uncertain|out of"
    r" reach|far (?:off|away)|a long way|yet to|rare|elusive|hype|(?:only |long |once |always )?(?:hoped|sought"
    r"|promised|wished|expected|claimed|advertised|imagined))|cannot|can[’']t|isn[’']t|aren[’']t"
    r"|doesn[’']t|don[’']t|hasn[’']t|haven[’']t"
    r"|won[’']t|wasn[’']t|remains? (?:unknown|unproven|a dream|a hope|out|far|unclear|uncertain|to be)"
    r"|should make you|deserves? (?:caution|doubt)"
    r"|(?:is|are) (?:among )?(?:the )?words?)\b|^,? (?:they|he|she|the (?:advert|site|clinic|website|page"
    r"|seller)s?) (?:say|claim|promise)s?",
    re.IGNORECASE,
)
_IMAGINED = re.compile(r"\b(?:if only|there (?:were|was once)|were there)\b", re.IGNORECASE)
_OWNED = re.compile(
    r"\b(?:our|my)(?: (?:new|own|unique|amazing|natural|special|safe|gentle|latest|famous|simple|fast|great"
    r"|very))*\s+$|\b(?:this|these)"
    r"(?: (?:new|amazing|unique|natural|special|great|simple))+\s+$",
    re.IGNORECASE,
)
# What a pattern needs in front of the words that decide.
_LEAD = re.compile(
    r"(?:(?:is|are|was|were|be|been|has|have|will|it[’']s|they[’']re|there|we|our|the|your|an?|remains?|now|also)\s+)+",
    re.IGNORECASE,
)
_OWN_DENIAL = re.compile(
    r"\b(?:not|no|never|nothing|nobody|none|no-one|neither|few|hardly|rarely|cannot|far from|unlikely)\b|n[’']t\b",
    re.IGNORECASE,
)


def promises_in(sentence: str, promises: tuple[Promise, ...] = PROMISES) -> Iterator[Promised]:
    """What a sentence promises in the words of advertising, the same stretch of words once.

    >>> [(one.promise.key, one.start) for one in promises_in("It is not only cheap but proven, and no cure.")]
    [('proven', 25)]
    """
    taken: list[tuple[int, int]] = []
    for promise in promises:
        for match in promise.words.finditer(sentence):
            start, end = match.span()
            if any(begin < end and start < stop for begin, stop in taken):
                continue
            if _means_it(sentence, promise, start, end):
                taken.append((start, end))
                lead = _LEAD.match(sentence, start)
                yield Promised(promise, lead.end() if lead and lead.end() < end else start, end)


def is_taken_back(sentence: str, start: int, end: int, *, denies: bool = False) -> bool:
    """Whether a promise at these words is denied, asked, quoted, reported or hoped for, and not made.

    `denies` is set for words that hold a denial of their own.
    """
    if is_name(sentence, start, end) or re.match(r"(?:what is )?(?:not|un)[ ]?known\b", sentence, re.IGNORECASE):
        return True
    first, last = clause_of(sentence, start)
    before, whole_before, after = sentence[first:start], sentence[:start], sentence[end:]
    if _OWNED.search(before):
        return is_quoted(sentence, start) and not is_question(sentence)
    if is_quoted(sentence, start) or is_open_question(sentence):
        return True
    denial = bool(_OWN_DENIAL.search(before)) if denies else bool(negators(before))
    return (
        denial
        or is_asked_indirectly(sentence, start)
        or bool(_UNDONE.search(sentence[end : max(last, end)]))
        or any(one.search(whole_before) for one in (_REPORTED, _WARNED, _ONCE, _WORD_CHOICE, _IMAGINED))
        or bool(_SOUGHT.search(before))
        or (bool(_ATTRIBUTED_SOFTLY.search(whole_before)) and bool(_REJECTED_LATER.search(after)))
        or bool(
            re.search(r"\b(?:is|are|was|were) (?:a )?(?:false|wrong|not true|untrue|an? myths?|misleading)\b", after)
        )
    )


def _means_it(sentence: str, promise: Promise, start: int, end: int) -> bool:
    cut = f"{sentence[:start]}#{sentence[end:]}"
    if promise.unless and promise.unless.search(cut):
        return False
    return not is_taken_back(sentence, start, end, denies=promise.denies)


SUPERIORITY: tuple[Promise, ...] = (
    _promise(
        "superiority",
        r"""
        (?:leading|world-leading|market-leading|foremost|top|premier|finest|number one|no\.? ?1|world-class
            ~|world-famous|world-renowned|renowned|award-winning|top-rated|best-rated|best|first-class|pioneering
            ~|unrivall?ed|most \w+(?:ed|ful|ern|ive|ing)) (?:\w+ )?(?:\w+ )?(?:clinics?|centres?|centers?|hospitals?
            ~|teams?|doctors?|specialists?|surgeons?|experts?|nurses?|therapists?|providers?|practices?|units?
            ~|authority|institutes?|programmes?)
        (?<=is )(?:the )?(?:number one|no\.? ?1|leading|top|finest|best)(?= (?:for|in|at|of|clinic|centre)|[.!,])
        (?:lead|leads|leading) the (?:field|world|way|country|market)
        (?:is|are) (?:the|our|among the) (?:most|best|safest|finest|leading|top|largest and
            ~|first and) ?(?:experienced|skilled|qualified|trusted|modern|advanced|successful|trained|respected
            ~|caring|known)?(?= (?:in|of|doctors?|nurses?|clinic|team|centre|for|there)|[.!,])
        (?:most|best) (?:experienced|skilled|qualified|trusted|respected|trained|loved) (?:\w+ )?(?:in|of)
        (?:the|our) safest(?: (?:and \w+ )?\w+)?
        (?:better|more (?:skilled|experienced|successful|effective)|safer) than (?:any other|other|all other
            ~|every other|our rivals|elsewhere)(?: \w+)?
        (?:unique in|only (?:clinic|centre|hospital|team|doctors?|place|unit) (?:\w+ )?(?:that|in|to|who|which
            ~|with|where))
        (?:nobody|no one|no-one|no other (?:clinic|centre|team|doctor)) (?:else )?(?:treats|has treated|knows
            ~|understands|offers|gives|can match|has|does)(?: \w+)? (?:better|more|as|this|so)
        """,
        r"\b(?:find|ask|choose|which|whether|seek|there is)\b[^.;]*#|# (?:is not|does not)|\bleading (?:cause"
        r"|to|question)|\bat best\b"
        r"|\btheir #|\b(?:time|way|place) to\b|\b(?:seek|see|ask) (?:a|an|one)\b[^.;]*#",
        say="what you do, for whom, and since when",
        why="Nobody can check it, and it tells the reader nothing about the care.",
        denies=True,
    ),
)
