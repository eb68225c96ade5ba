"""Words without a verb: names and labels, or whole claims below their heading."""

import re
from functools import lru_cache

from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.clauses import fronted, has_finite_verb, tokens
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, PRAISED
from crpsguide.language.statements.mood import Mood, is_order, mood
from crpsguide.model import PassageKind


def only_names(text: str, setting: Setting) -> Verdict:
    """Words without a verb: a name, a thing to bring. Below “Side effects” they are a whole claim."""
    if setting.block == "care-card" and setting.kind is PassageKind.ITEM:
        _, _, meaning = text.partition(": ")
        return CLAIM if _MAY_MEAN.match(meaning) and setting.touches_health(text) else Reason.ADVICE
    if setting.lead_in and (said := _led_in_to(text, setting)):
        return said
    is_caption = setting.block == "figure" or (
        setting.in_running_text and text[-1:].isalnum() and not _BACK.search(text)
    )
    if is_caption and _SHOWN.match(text) and not any(one.search(text) for one in (EFFECT, COMPARISON)):
        return Reason.NAME
    if _COUNTED_OUT.match(text):
        return Reason.ADVICE
    if (
        _SOMETHING_THAT.match(text)
        and setting.kind is not PassageKind.PARAGRAPH
        and not _is_told_by_its_heading(text, setting)
    ):
        return Reason.NAME if not (setting.names_health(text) or EFFECT.search(text)) else None
    text = _YOU_TAKE.sub("", text)
    if not _is_no_sentence(text, setting):
        return None
    length = len(tokens(text))
    if setting.opens and (length <= 5 or (length <= LONGEST_LABEL and _only_a_label(text, setting))):
        return Reason.NAME
    if _IF_YOU_WANT.match(text) or (_BY_STEPS.match(text) and not setting.names_health(text)):
        return Reason.ADVICE
    if _is_told_by_its_heading(text, setting) or PRAISED.search(text) or AMOUNT.search(text):
        return CLAIM
    acts = EFFECT.search(text) or COMPARISON.search(text)
    closed = text.rstrip("”\"')").endswith((".", "!"))
    if setting.kind in (PassageKind.PARAGRAPH, PassageKind.CAPTION) and closed:
        if acts:
            return CLAIM
        return Reason.NAME if length <= 4 or (_ONE_OF.match(text) and not setting.touches_health(text)) else None
    if acts and length > 6 and setting.names_health(text):
        return CLAIM
    if _GAINED_WITHIN.match(text):
        return CLAIM
    if _GAIN.match(text) and (setting.names_health(text) or _GAINED.search(text)):
        return CLAIM
    return Reason.NAME


_ONE_OF = Pattern(
    r"(?:one|two|three|some|part|half) of (?:the|our|these|those) (?:[\w-]+ ){1,4}?[\w-]+\W*$"
)  # “One of the forty cards.”
# What a picture shows: “A nurse fits a splint on a left hand”
_SHOWN = Pattern(
    r"(?:an?|two|three|some)\s(?:[\w-]+\s){0,2}?(?:person|people|(?:wo)?m[ae]n|child(?:ren)?|girls?|boys?|nurses?|doctors?"
    r"|therapists?|hands?|arms?|f[eo]+t|legs?)\s(?!(?:is|are|has|have|can|may|will|do|does|with)\b)[a-z]+\s"
)
_BACK = Pattern(r"\b(?:again|back|without|free|no longer|now|later|after|before)\b")  # what became of somebody
# “one thing that went well”
_SOMETHING_THAT = Pattern(
    r"(?:(?:one|two|three|an?|the|any|some)\s+)?(?:\w+\s+)?(?:things?|words?|persons?|people|places?|questions?|moments?|points?|jobs?|names?|numbers?|days?)"
    r"\s+(?:that|who|which|where|when|you|your|they)\b[^.;:!?]*$"
)


# What an item of a card says of the signs that it names: “…: it can be a clot”
_MAY_MEAN = Pattern(r"(?:it|this|that|these|they)\s(?:can|may|could|might|is|are|will|means?)\b")


def _led_in_to(text: str, setting: Setting) -> Verdict:
    """What the sentence that leads in to a list makes of an item: “You may notice:”, “Bring these with you:”."""
    if _lists_facts(setting.lead_in):
        return CLAIM
    if setting.kind is not PassageKind.ITEM or (has_finite_verb(text) and not text[:1].islower()):
        return None
    lead = setting.judge(f"{setting.lead_in.rstrip(': ')}.", Setting(setting.heading)) if setting.judge else None
    return Reason.NAME if lead is Reason.TRANSITION else lead


def _is_no_sentence(text: str, setting: Setting) -> bool:
    """Whether words name something; below “Side effects”, “Rest less deep” is no order."""
    form = mood(fronted(text)[1])
    if form is not Mood.ORDER or setting.kind is not PassageKind.ITEM or not makes_items_claims(setting.heading):
        return form is Mood.FRAGMENT
    return bool(_NOUN_FIRST.match(text)) or not (has_finite_verb(text) or _OBJECT.match(text))


def _is_told_by_its_heading(text: str, setting: Setting) -> bool:
    """Whether a heading makes a statement of the name below it: “What you may notice”, “After the operation”."""
    if makes_items_claims(setting.heading) and not _is_label_only(text):
        return True
    if _NEUTRAL_HEADING.search(setting.heading) or is_order(setting.heading):
        return False
    if _AFTER_CARE.match(setting.heading) and (_SUFFERED.search(text) or _ODD_LOOK.search(text)):
        return True
    whom = _FOR_WHOM.match(text) and (setting.names_health(text) or _SET_APART.search(text))
    return bool(whom or _LOOKS_LIKE_THIS.match(text))


def in_a_form(text: str, setting: Setting) -> Reason | None:
    """Why words in a form to fill in, a checklist or a choice of ways claim nothing: labels, things to bring, links."""
    if setting.block in {"fields", "diary"}:
        return Reason.NAME
    if setting.kind is not PassageKind.ITEM or setting.block not in {"checklist", "paths"}:
        return None
    named = _ASKED_WITHIN.sub("", text)
    if AMOUNT.search(text) or any(one.search(named) for one in (EFFECT, COMPARISON, PRAISED)):
        return None
    if setting.block == "paths":
        return None if has_finite_verb(named) else Reason.NAVIGATION
    return Reason.NAME if mood(named) is Mood.FRAGMENT and not has_finite_verb(named) else None


# “a letter that says what helps”, “Ketamine: what it may do”
_ASKED_WITHIN = Pattern(r"\b(?:that|which|who|what|how|where|when|why|whether|if)\b.*$")


def run_in_label(text: str) -> tuple[str, str]:
    """The label that opens a sentence or an item, and what is said behind it: “Bladder: ask your team”.

    The first is empty where no label stands.
    """
    found = _RUN_IN.match(text)
    if not found or len(tokens(found["label"])) > LONGEST_LABEL or not _only_a_label(found["label"], Setting()):
        return "", text
    return found["label"], found["rest"]


def _only_a_label(text: str, setting: Setting) -> bool:
    """Whether words name a matter and say nothing of it, below a heading that makes nothing of names."""
    return not (
        mood(text) is Mood.STATEMENT
        or makes_items_claims(setting.heading)
        or any(one.search(text) for one in (COMPARISON, AMOUNT, PRAISED))
        or (EFFECT.search(text) and not _PLACE.match(text))  # “at work”
    )


# What may be suffered, listed below “After the spinal needle”.
_AFTER_CARE = Pattern(r"(?:after|during|on|with|under)\b")
_SUFFERED = Pattern(
    r"\b(?:low\s+blood\s+pressure|headaches?|vomiting|nausea|dizziness|drowsiness|sleepiness|rash(?:es)?|bruis\w+|bleeding|infections?|numbness"
    r"|cramps?|swelling|fainting|fatigue|tiredness|dreams|hallucinations|palpitations|sweating|shaking|itching|constipation)\b"
)
_ODD_LOOK = Pattern(
    r"\b(?:hoarse\w*|droop\w*|(?:red|sore|dry|watery|itchy|swollen|puffy|blurred|heavy|weak|stiff|numb|pale|cold|hot|runny|blocked)\s+"
    r"(?:eyes?|eyelids?|mouth|throat|skin|nose|hands?|feet|foot|legs?|arms?|fingers|lips|tongue|vision|face|muscles?)|metallic\s+taste)\b"
)
_FOR_WHOM = Pattern(
    r"^(?:(?:not\s+)?(?:un)?suitable|not|safe|unsafe|only|approved|licensed)\s+(?:for|in|with|during)\b"
)
# Who must not have it, told by their illness, age or state: “Not for people with epilepsy”.
_SET_APART = Pattern(
    r"\b(?:people|persons|anyone|those|patients|adults|children|women|men)\s+(?:with|who\s+have)\s+"
    r"(?!an?\b|the\b|no\b|their\b|our\b|questions|tickets|children|prams|dogs|pets|bookings|cars|appointments|wheelchairs|luggage)"
    r"|\bpregnan\w+|\bbreast-?feeding\b|\b(?:children|people|adults|babies)\s+(?:under|over|below|above|younger|older)\b"
)
_LOOK = (
    r"(?:red|hot|warm|cold|cool|pale|blue|purple|mottled|blotchy|puffy|swollen|stiff|shiny|thin|dry|sweaty|numb|sore|tender"
    r"|weak|heavy|clumsy|shaky|itchy|burning|tingling|throbbing|stabbing|aching|hypersensitive|sensitive)"
)
# How something looks or feels, and nothing else: “Red, hot and puffy”.
_LOOKS_LIKE_THIS = Pattern(
    rf"^(?:\w+ly\s+)?{_LOOK}(?:(?:,\s*|\s+)(?:(?:and|or|then|but)\s+)?(?:\w+ly\s+)?{_LOOK})+\W*$"
)
_PLACE = Pattern(r"(?:at|in|on|with|for|before|after|during)\s")
LONGEST_LABEL = 10  # words and marks
_RUN_IN = Pattern(r"^(?P<label>[^.:?!“\"]{2,60})[.:]\s+(?P<rest>\S.*)$", re.S)
# A short answer: “Yes, if you need them.”
_IF_YOU_WANT = Pattern(
    r"^(?:yes|no|perhaps|maybe|only|but only|not)\b,?\s+(?:if|when|as|unless|until)\s+you\s+(?:really\s+|also\s+)?"
    r"(?:need|want|wish|like|prefer|can|choose|agree|say)\b(?:\s+(?:it|them|to|that|this|so|one|some|help|more))?\W*$"
)

_COUNT = r"(?:an?|one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|\d+)"
# How often to do an exercise: “Two sets of ten, twice a day”.
_COUNTED_OUT = Pattern(
    rf"^{_COUNT}\s(?:\w+\s)?(?:sets?|rounds?|repetitions?|repeats?|reps|goes|turns?|lifts|bends|breaths|stretches)\b(?:\sof\s{_COUNT})?"
    r"(?:,?\s(?:\w+\s)?(?:(?:once|twice|three\stimes|four\stimes|\d+\stimes)\s)?(?:an?|per|each|every|in\sthe|before|after|with|on)\s(?:\w+\s?){1,4})?\W*$"
)
# Whose they are, or what they are for: “the dose of every tablet you take”, “your patches, if you use them”.
_YOU_TAKE = Pattern(
    r",?\sif\s(?:you\s\w+(?:\s(?:it|them|any|one))?|needed|possible)(?=\W*$)"
    r"|(?<=\w)\s(?:(?:that|(?:and|or)\s(?:when|where|why|how|what))\s)?(?:you|your\s\w+)\s(?:have\s|now\s|also\s|already\s|really\s|are\s|were\s)*"
    r"(?:takes?|took|taken|uses?|used|has|have|had|tried|needs?|wants?|own|wear|like|know|worried|afraid|unsure)"
    r"(?:\s(?:it|them|about|of|to\s(?:ask|bring|say|discuss|know|tell)|at\shome|now|so\sfar|every\sday|today))?(?=\W*$)"
)
_BY_STEPS = Pattern(
    r"^(?:slowly|gently|carefully|step by step|little by little|bit by bit|together|at your own pace)\b"
)


_OBJECT = Pattern(
    r"^(?:\w+ly |do not |don't |please |always |never |try to )*[\w-]+ (?:\w+ )?(?:a|an|the|your|it|them"
    r"|you|up|down|out|off|to|with|at|for|about|any|all|each|every|before|after|if|when|from|on|in|into"
    r"|slowly|gently|regularly|early|daily|every)\b(?! (?:hand|hands|limb|leg|morning|night|arm|skin"
    r"|foot)\b)"
)


_NOUN_FIRST = Pattern(
    r"(?:fit|free|able|ready)\s+(?:for|of|from|to)\b|(?:return|loss|increase|rise|drop|fall|stress|change|lack|control|use|relief|damage|harm|help|rest"
    r"|sleep|hope|access|need|risk|trouble|work)\s+(?:to|of|in|with|from|for|at|on)\b"
    r"|(?:trouble|difficulty|difficulties|problems?|pain|fear)\s+(?:when\s+|while\s+)?\w+ing\b"
)


_GAIN = Pattern(
    r"^(?:less|fewer|more|better|brighter|lower|higher|faster|quicker|stronger|reduced|improved|increased"
    r"|restored|deeper|longer|greater|no more|freedom from|relief (?:of|from|in|within|after|for|that)|rapid|quick"
    r"|long-lasting|lasting|fast|easier|calmer|warmer|cooler|steadier|softer|looser|lighter|happier|smoother|clearer|suppler|straighter)\b"
)


# What is had so soon, or after so little: “Better within a month”, “Recovery in three visits”.
_GAINED_WITHIN = Pattern(
    r"(?:[\w-]+\s)?(?:improvements?|recovery|relief|healing|progress|better|stronger|calmer|well|cured|healed|pain-free|walking|free\sof\s\w+|back\s(?:at|to|on)\s(?:\w+\s)?\w+)"
    r"\s(?:again\s)?(?:within|in|after)\s(?:only\s|just\s|as\slittle\sas\s|about\s|less\sthan\s)?(?:an?\s(?:few\s|couple\sof\s|single\s)?|one\s|two\s|three\s|four\s|five\s|six\s"
    r"|seven\s|eight\s|nine\s|ten\s|twelve\s|\d+\s)?(?:short\s)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|fortnight|sessions?|visits?|treatments?|doses?)\b"
)


_CLAIM_HEADING = Pattern(
    r"""\b(?:benefits?|advantages?|side[ -]effects?|adverse|risks?|harms?|dangers?|complications?|complaints?
        |symptoms?|signs?|causes?|triggers?|warning\ signs|effects?|results?|outcomes?|outlook|prognosis|facts
        |evidence|
    how\ (?:people|patients|others|some|they)\ (?:\w+\ )?(?:describe|feel|put|see|experience|notice)\b|
    what\ (?:our\ )?(?:people|patients|parents|families|readers|members|users|guests|clients|others|women|men|children
        |adults|teenagers|you)\ (?:may\ |might\ |will\ |can\ |could\ |often\ |usually\ |should\ )?(?:describe|mention
        |complain\ of|suffer|struggle\ with|live\ with|put\ up\ with|regain|reach|achieve|go\ through|notice|feel|felt
        |see|saw|gain|experience|report|expect|get|say|tell\ us|find|found|lose|develop)|
    (?:how|what|why)\ (?:it|this|they|crps)\b(?!\ is\ (?:given|made|used|organised|paid)
        |\ (?:page|guide|site|list|section|group|tool)\b)|who\ (?:gets|is\ at
        |is\ affected|develops|can\ get)|why\ it|how\ it\ (?:works|helps|acts|feels|spreads)
        |how\ (?:\w+\ ){1,3}(?:works?|helps?|acts?|changes?|shows|reacts?)\b|how\ it\ shows
        |what\ (?:(?!our\b|your\b|we\b|an?\b|the\b)[\w-]+\ ){1,2}(?:looks?|feels?)\ like
        |^(?:rare|common|frequent|mild|serious|occasional|uncommon)
        (?:,?\ (?:and|but|or|yet)\ (?:rare|common|frequent|mild|serious|harmless|dangerous|annoying))?$
        |what\ (?:may|might|can|could|will)\ (?:strike|happen\ to|trouble|bother|worry)\ you|trouble\ with|
    what\ (?:our|the|this|a)\ (?:[\w-]+\ ){1,3}(?:achieves?|achieved|brings?|changes?|delivers?
        |gains?|takes?\ home|leaves?\ with)|
    what\ (?:helps|works|makes|causes|changes|eases|worsens|happens|to\ expect|can\ happen|may\ happen|can\ go
        |could\ go|goes\ wrong|may\ help|can\ help|might\ help|sets|it\ (?:does|can|may|feels|looks|helps
        |treats)|(?!we\b|you\b|i\b|to\b)[\w-]+\ (?:does|can|may|might)|the\ (?:drug|treatment|body|studies|trials
        |research)|we\ know|is\ known
        |studies|research|trials|can\ trigger|brings|may\ change|may\ ease|can\ make|to\ watch)|
    (?:where|when|how|why)\ (?:does|do|did)\ (?:it|they|the\ (?:illness|condition|disease|pain|symptoms?))
        \ (?:occur|begin|start|happen|appear|strike|spread|develop|come|end|arise|affect)
        |which\ (?:side|part|limb|age)\b|who\ (?:has|gets)\b|what\ can\ (?:i|you|we)\ expect|
    does\ (?:it|\w+)\ (?:really\ )?(?:help|work)|can\ it\ (?:help|spread|harm|come)|is\ it\ (?:safe|dangerous
        |effective)|pros\b|cons\b|drawbacks?|disadvantages?|downsides?|upsides?|problems?\ (?:that|it|with
        |people)|long[ -]term|short[ -]term|during\ (?:and\ after\ )?the\ treatment
        |after\ the\ treatment|(?:while|when|once)\ the\ treatment\ (?:\w+\ )?(?:runs?|lasts|starts|ends|running)|
    how\ (?:common|often|long|likely|many)|changes\ (?:in|to|of)|possible\ (?:causes|problems|changes
        |reactions)|reactions|improvements?|gains?|proven|success\w*|common\ (?:problems|complaints|changes)
        |early\ (?:signs|changes|phase)|late\ (?:signs|changes|phase)|phases?|stages?|types?\ of\ pain
        |diagnos\w+|findings|interactions|contraindications|(?:skin|sweat|nail|hair|bone|colour|movement|mood|body)
        (?:,?\ (?:and\ )?[\w-]+)?\ changes|changes\ (?:\w+\ ){0,3}(?:at\ a\ glance|in\ brief|in\ short)
        |who\ should\ not|not\ suitable|unsuitable
        |compar(?:ed|ison|isons)|unwanted|hazards?|features|typical|in\ numbers|statistics|at\ risk|red\ flags
        |be\ aware|look\ out\ for|watch\ out
        |makes?\ (?:it|pain|things)\ (?:worse|better))\b""",
    re.I | re.X,
)


_NEUTRAL_HEADING = Pattern(
    r"\b(?:what to (?:bring|ask|note|write|pack|wear|do|tell)|questions?|ask|on this page|contents"
    r"|what you can do|related|diary|opening|our (?:team|services|prices)|checklist|sources|references"
    r"|links|contact|further|when to (?:get|call|seek)|find|who we are|what we (?:offer|do not|don't|did"
    r"|could|checked|measure|record)|how we|write down|to tell|to discuss|see also|more about|not known"
    r"|do not know|glossary|about this|in this|steps|how to|preparing|before you)\b"
)


_SIGNS_HEADING = Pattern(
    r"\bhow\s+(?:to|you\s+can|can\s+you|do\s+you)\s+(?:recogni[sz]e|spot|tell\s+it)\b"
    r"|(?<!money )(?<!work )(?<!school )(?<!legal )(?<!solving )(?<!your )(?<!other )"
    r"\b[a-z]+\s+(?:problems|disturbances|disorders)$"
)


@lru_cache(maxsize=512)  # each sentence below it asks
def makes_items_claims(heading: str) -> bool:
    """Whether a heading makes each short item below it a statement: “Side effects”, “What you may notice”."""
    if _SIGNS_HEADING.search(heading):
        return True
    return bool(_CLAIM_HEADING.search(heading)) and not _NEUTRAL_HEADING.search(heading)


def _lists_facts(lead_in: str) -> bool:
    return bool(_EFFECTS_ARE.search(lead_in)) and not _TO_DO.search(lead_in)


def _is_label_only(text: str) -> bool:
    return bool(_LABEL.match(text)) or not _LETTERS.search(text)


_GAINED = Pattern(r"\b(?:sleep|mood|energy|movement|mobility|independence|quality of life|freedom|days|function)\b")
_EFFECTS_ARE = Pattern(
    r"\b(?:side effects?|symptoms?|signs|risks?|benefits?|harms?|causes?|triggers?|complications?"
    r"|effects?)\b.*\b(?:are|is|include|includes|may be|can be)\b|\b(?:may|can|might|could|will"
    r"|often) (?:\w+ )?(?:cause|lead|notice|feel|help|ease|include|have|experience|get|improve|see)\b"
    r"|\binclude\b|\bhelps?\b"
)
_TO_DO = Pattern(r"\b(?:ask|tell|call|write|note|check|look for|watch for|go to|if you|bring|help you)\b")
_LABEL = Pattern(
    r"^(?:week|month|year|day|hour|stage|phase|type|outcome|result|group|trial|study|review|source|number"
    r"|how sure|certainty|who|what|when|time|\(?\d+\)?)\b[\s\w]{0,12}$"
)
_LETTERS = Pattern(r"[A-Za-z]{3}", AS_TYPED)
