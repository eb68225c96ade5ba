"""U9: orders to stop or change a medicine."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from crpsguide.check.rule import Fault, sentence_rule
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.check.texts import sentences_with
from crpsguide.check.vocabulary import LIST, MEDICINES
from crpsguide.language.patterns import Pattern, needs_of
from crpsguide.language.phrases import either, listed, one_of
from crpsguide.model import Sentence, Site

# An order stands at the start of a sentence or clause, or after “you should”: “do not stop”, “before you stop” and
# “some people stop” are none.
_POLITE = r"(?:please|by all means|always|first|just|now|then|also|\w+ly)"
_MAY = r"(?:should|must|need to|have to|can|could|may|might|ought to|are advised to|are free to|will be able to)"
_FINE = r"(?:try|best|better|time|fine|safe|ok|okay|important|advised?|good)"
_ORDER = either(
    rf"^[“\"']?(?:{_POLITE},?\s+)?",
    rf"[.;:,–]\s+(?:(?:and|so|{_POLITE})\s+)?",
    r"\b(?:and|then)\s+",
    rf"\byou {_MAY}\s+(?:{_POLITE} )?",
    rf"\b{_FINE} to\s+",
)
# Verbs for stopping a medicine.
_STOP = listed(
    """stop stop_taking stop_using stop_having quit quit_taking quit_using quit_having come_off discontinue give_up
    go_without do_without get_rid_of forget forget_about put_aside put_away throw_away throw_out bin flush leave_out
    leave_off omit skip drop miss interrupt pause hold_back hold_off hold_off_on lay_off lay_off_on stay_off stay_off_on
    keep_off keep_off_on wean_off wean_yourself_off taper taper_off
    ditch dump scrap bin_off lose abandon cease run_down leave_behind"""
)
# Predicates of a medicine that is not needed: “is no longer necessary”, “can go in the bin”
_UNNEEDED = either(
    r"(?:is|are|becomes?|will be|can be|may be|turns? out) (?:\w+ly )?(?:no longer|not|n['’]t) (?:\w+ly )?"
    r"(?:necessary|needed|required|worth (?:it|taking)|any use)",
    r"(?:is|are|becomes?|will be) (?:now |then |soon |\w+ly )?(?:unnecessary|superfluous|surplus|pointless|history"
    r"|a thing of the past|optional|useless now|for the bin)",
    r"(?:can|may|should|must|could|will|has to|have to|needs? to) (?:now |then |soon |safely |\w+ly )?"
    r"(?:go (?:in the bin|first|next|straight|now|too)|go(?=\W*$)|be (?:the )?first (?:thing )?to go|be (?:stopped"
    r"|dropped|skipped|halved|cut|reduced"
    r"|lowered|raised|doubled|left (?:out|off|behind|at home)|put (?:away|aside)|thrown (?:away|out)|binned"
    r"|discontinued"
    r"|gathering dust|replaced|missed|swapped|forgotten|given up|lapse|run out|stay in the (?:box|drawer|cupboard)))"
    r"(?! (?:with|by|only|slowly|gradually|step|if|when|under|up|down|through|into|on|together|off the)\b)",
)
_UNNEEDED_WORDS = listed(
    """is are becomes will can may should must could turns feel free welcome dare it harm wrong against danger problem
    afraid nothing nobody matter"""
)
# Permissions: “feel free to”, “it does no harm to”, “there is nothing wrong with”
_ALLOWED = either(
    r"(?:feel free|you are (?:free|welcome)|dare|it is (?:fine|safe|ok|okay|alright|all right|easy|enough|time"
    r"|high time)) to",
    r"(?:it )?(?:does|will do|would do) (?:you )?no harm (?:at all )?(?:to|if you)",
    r"(?:no harm in|nothing wrong with|nothing against|no danger in|no problem with|do not be afraid of|why not try)",
    r"(?:nothing (?:bad )?(?:happens|will happen)|nobody (?:minds|will mind)|no harm (?:is )?done"
    r"|it does not matter) if you",
)
_ALTER = listed(
    """cut cut_down cut_back cut_out cut_down_on cut_back_on cut_out_on reduce lower halve increase raise double triple
    switch swap exchange substitute"""
)
_CHANGE = either(
    one_of(_STOP),
    one_of(_ALTER),
    # “replace your tablets with herbs”
    r"replace(?=[^.;:?!]*\b(?:with|by)\b)",
    # “do not take any of your tablets”, “avoid using your patches”
    r"(?:do not|don['’]t) (?:take|use|have)(?= (?:any of )?your\b)",
    r"avoid(?: (?:taking|using))?(?= (?:all )?your\b)",
    # “take an extra dose”; but “stand up and take more …”
    r"(?<!and )(?<!then )take (?:fewer|less|more|half|an? (?:extra|additional)|another)(?: of)?",
    # “get off the tablets”, “give your body a rest from them”, “leave gaps between your tablets”
    r"(?:get|break free|free yourself|rid yourself|live|manage|cope|get by|go|try (?:life|living)) (?:right |clean "
    r"|straight )?"
    r"(?:off|from|without|of)(?= (?:all |any )?(?:of )?(?:your|the|these|those)\b)",
    r"(?:give|take|have|allow|grant) (?:(?:your|the) (?:body|liver|stomach|mind|kidneys|system) |yourself )?(?:an? "
    r"|some )?(?:\w+ )?"
    r"(?:rest|break|holiday|pause|gap|time out|day off|week off)s? (?:from|off|between|without)",
    r"(?:leave|make|keep) (?:\w+ )?gaps (?:between|in)",
    # “have a few days off your tablets”
    r"(?:try|take|have) (?:a|an|some|two|three) (?:\w+ )?"
    r"(?:days?|weeks?|months?|break|holiday|rest|while|time) (?:off|from|without)",
)
_CHANGE_ING = either(
    _CHANGE,
    r"(?:stopping|quitting|dropping|skipping|missing|leaving (?:out|off)|cutting(?: down(?: on)?)?|halving|doubling"
    r"|raising|lowering|reducing|coming off|giving up|throwing away|not taking|swapping|replacing|pausing)",
)
# The same as statements: “you will soon no longer need your tablets”, “no need to take your tablets”.
_NEEDLESS = either(
    r"\byou (?:(?:will|can|may|then|soon|also) )*(?:no longer (?:need|require|have to take)|won['’]t need)",
    r"\byou (?:will|['’]ll|won['’]t) (?:not |never )?(?:miss|regret stopping|need to take)",
    r"\b(?:you|they) (?:will |do )not need(?= (?:your|(?:the|these|those|this)\b[^.?!]*\bany ?(?:longer|more))\b)",
    r"\b(?:people|patients|everyone|many) no longer needs?(?=[^.?!]*\bso\b)",
    r"\bno need to (?:carry on with|go on with|keep (?:taking|using|on with)|continue(?: with)?|take)",
)
# Rhetorical questions: “Why keep taking pregabalin?”
_WHY = (
    r"\b(?:why|what is the point of|what good is) (?:(?:still|bother|even|go on|carry on|keep(?: on)?"
    r"|continue) )*(?:to )?tak(?:e|ing)"
)
# “There is no need to tell your doctor when you stop your tablets.”
_ASKED = one_of(listed("prescriber doctor nurse pharmacist team GP specialist"))
_UNTOLD = (
    r"\b(?:not|n['’]t|no) (?:(?:have|need) to|need to) (?:tell|ask|see|consult|talk (?:to|with)|check with)\b"
    rf"[^.?!]*\b{_ASKED}s?\b"
    rf"[^.?!]*\b(?:{one_of((*_STOP, *_ALTER))}|change|take|start)(?:\w*)"
)
_TOLD_TO_STOP = listed(
    """get break free rid live manage cope go allow grant make keep miss regret do don avoid take replace try have
    longer won need throw toss chuck put leave lay give send push leaving throwing putting tossing let"""
)  # verbs of the other patterns, besides `_STOP` and `_ALTER`

_WHICH = one_of(
    listed(
        """all any your their the those these of other a an some next evening morning morning's morning’s tonight's
        tonight’s
        day's day’s doctor's doctor’s old prescribed usual own current daily strong pain nerve blood pressure heart
        sleeping thyroid water dose doses tablet tablets pill pills"""
    )
)
# “Throw your tablets away”, “put them aside”: the verb stands on both sides of the medicine.
_APART = r"(?:throw|toss|chuck|put|leave|lay|give|flush|cut|cross|push|send)"
_APART_ING = r"(?:throw|toss|chuck|putt|leav|lay|giv|flush|cutt|cross|push|send)ing"
_AWAY = r"(?:away|out|aside|off|up|down the (?:toilet|sink|drain)|in the bin|behind|back)"
_MEDICINES = listed(
    """medicine medicines medication medications tablet tablets pill pills painkiller painkillers drug drugs dose doses
    capsule capsules lozenge lozenges
    prescription prescriptions blood_thinner blood_thinners antidepressant antidepressants insulin beta-blocker
    beta-blockers beta_blocker beta_blockers inhaler inhalers patch patches injection injections"""
)
# Nouns that make a compound of a medicine (“bin the tablet boxes”).
_COMPOUNDS = listed(
    "box packet pack bottle list leaflet diary diaries chart wrapper label name bag off cost bill"  # and “labels”
)
_NOT_ITSELF = rf"(?![ -](?:{one_of(_COMPOUNDS)}|up\b)|(?<=ets|let|lls|ill) in (?:two|half|halves)\b)"
# Words that make such an order harmless.
_HARMLESS = Pattern(
    # It is denied (“never to stop”), or asked.
    r"\b(?:not|never|without|rather than)\b[^.?!]*\bto (?:stop|cut|reduce|skip|come)\b|\?\W*$"
    # It sends the reader to someone first: “talk with your nurse”, “if your doctor agrees”.
    rf"|\b(?:talk|speak|ask|check|tell|agree|discuss|plan|decide)\b[^.?!]*\b(?:{_ASKED}|clinic|them|first)\b"
    rf"|\b{_ASKED}s?\b[^.?!]*\b(?:says?|agrees?|advises?)\b"
)


@sentence_rule("U9")
def told_to_stop_medicine(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A page tells the reader to stop, cut or change a prescribed medicine.

    Why it matters: stopping some medicines at once is dangerous.

    Wrong: “Stop your painkillers before you begin.”
    Right: “Talk with your prescriber before you stop a medicine.”
    """
    stop = _stop_pattern(_medicines(site))
    for _, _, sentence in sentences_with(site, stop):
        yield from cache.search(sentence.text, ("U9",), partial(_orders, sentence, stop))


def _medicines(site: Site) -> tuple[str, ...]:
    """The guide's words for medicines: of its list, and those that its glossary explains as a medicine or drug."""
    medicine = re.compile(r"\b(?:medicines?|painkillers?|drugs?)\b", re.IGNORECASE)
    listed = site.phrases(LIST).get(MEDICINES)
    explained = (
        form for term in site.glossary.values() if medicine.search(term.plain) for form in (term.term, *term.forms)
    )
    return (*(listed.words if listed else ()), *explained)


def _orders(sentence: Sentence, stop: Pattern) -> Iterator[Fault]:
    match = stop.search(sentence.text)
    if match and (match["untold"] or not _HARMLESS.search(sentence.text)):
        message = f"“{match[match.lastgroup or 0]}” can be taken as an order to change a medicine."
        yield Fault(sentence.place, message, "Say “talk with your prescriber first”.")


@lru_cache(maxsize=8)
def _stop_pattern(medicines: tuple[str, ...]) -> Pattern:
    taken = rf"\s+(?:{_WHICH}\s+){{0,4}}{one_of((*_MEDICINES, *medicines))}\b"
    their = r"(?:them|it)\b"
    which, apart = f"{taken}{_NOT_ITSELF}", rf"{taken}\s+(?!up\b){_AWAY}"
    return Pattern(
        rf"(?:\b{_ALLOWED} (?:\w+ly )?(?P<allowed>{_CHANGE_ING}(?: (?:a few|some|a couple of|a day of"
        rf"|the odd)(?: doses?)?(?: of)?)?{which}|{_APART_ING}{apart})"
        rf"|(?:^|[,;:] |\b(?:and|so|then|that|because) )(?P<unneeded>(?:{_WHICH}\s+){{0,4}}"
        rf"{one_of((*_MEDICINES, *medicines))} {_UNNEEDED})"
        rf"|{_ORDER}(?P<order>{_CHANGE}{which}|{_APART}{apart}|let{taken}\s+(?:lapse|run out|expire))"
        rf"|(?P<needless>{_NEEDLESS}{which})"
        # “If your tablets make you sick, stop them.”
        rf"|(?:^|\b)(?:if|when|once|should)\b[^.?!,]*{taken}[^.?!,]*, (?:{_POLITE} |you {_MAY} )*"
        rf"(?P<again>(?:stop(?: taking| using)?|quit|drop|skip|bin|halve|double|ditch|cut down on|come off"
        rf"|do without) {their}"
        rf"|(?:take|leave|throw|put|cut) {their} {_AWAY}|take (?:fewer|less|more|half|twice as many) of {their})"
        rf"|(?P<untold>(?:{_UNTOLD}|{_WHY}){which}))",
        needs=needs_of((*_STOP, *_ALTER, *_TOLD_TO_STOP, *_UNNEEDED_WORDS)),
    )
