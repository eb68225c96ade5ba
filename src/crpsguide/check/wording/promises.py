"""W4: promises, praise of oneself, stories as proof, and medicines on offer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from crpsguide.check.rule import Fault, rule, sentence_rule
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.check.vocabulary import own_words
from crpsguide.check.wording.spoken import Spoken, spoken_in, spoken_with
from crpsguide.language.clauses import is_denied, is_open_question, is_quoted, quoted_spans
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.patterns import AS_TYPED, Pattern, PatternsByWord, needs_of
from crpsguide.language.promises import (
    SUPERIORITY,
    OwnWords,
    Promised,
    answered,
    is_taken_back,
    may_promise,
    named_kinds,
    phrases_of,
    promises_in,
)
from crpsguide.language.sentences import sentence_spans
from crpsguide.model import PassageKind, Phrase, Severity, Site

FEW = 300  # sentences, as after an edit: to ask each takes less than to go over the words of all phrases
_OUTCOME = (
    r"(?:pain|burning|swelling|relief|better|cured|healed|walk\w*|sleep|slept|work\w*|gone|went|well|treatment|"
    r"life|miracle|normal|"
    r"recovered|recovery|tennis|dance|dancing|run|ran|running|free|changed|symptoms?|CRPS|"
    r"crutch(?:es)?|sticks?|wheelchair|splint|sling|no longer|any ?more|finally|back)"
)
_PRAISE = (
    r"\b(?:best|ever|recommend|worth|love[ds]?|amazing|wonderful|thank\w*|grateful|wish|happy|happier|believe|saved)\b"
)
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
# How stories are told that stand as evidence, each way behind words of which it needs one.
_STORIES = {
    "patient patients client clients guest guests visitor visitors customer customers member members": (
        r"\bone of our (?:\w+ )?(?:patients|clients|guests|visitors|customers|members)\b"
        r"|\bour (?:\w+ )?(?:patients|clients|customers) (?:\w+ )?(?:say|tell|told|report|feel|love|rave|swear|agree"
        r"|are (?:happy|delighted|pain-free|thrilled|back)|have (?:got|gone|been|returned)|leave|felt|get|improve"
        r"|improved|recover\w*|walk\w*)\b"
        r"|\bour (?:patient|client|customer|guest|visitor|member) (?-i:[A-Z])\w+ (?:says|swears|walks|was|can|has|had"
        r"|felt|feels|got|went|plays|runs|tells|told|writes|wrote)\b"
    ),
    "rate rates": r"\bour (?:own |\w+ )?success rates?\b|\bsuccess rate (?:of|is) (?:\w+ )?\d",
    "patients clients": (
        r"\b(?:of|in) our (?:own )?(?:patients|clients)\b"
        r"|\b\d+ ?(?:%|per ?cent|(?:out )?of (?:every )?\d+) (?:of )?(?:our )(?:\w+ )?(?:patients|clients)\b"
    ),
    "patient client woman man mother father visitor": (
        r"\b(?:a|one|another|former) (?:happy |grateful |young |former )?(?:patient|client|woman|man|mother|father"
        r"|visitor)(?: of ours| from \w+| aged \d+|, \d+,)?(?: \w+)? (?:says|writes|wrote|tells us|told us|reports"
        r"|swears)\b"
    ),
    "i my": (
        r"^(?:I (?:was|have been|had|felt|could|got|never|finally) |My (?:pain|life|hand|foot|arm|leg|daughter"
        rf"|son) (?:is|was|has|had|went) )(?=.*\b{_OUTCOME}\b)"
    ),
    "since": rf"^(?:ever )?since (?:my|the|that|I|our)\b.*\b(?:I|my)\b(?=.*\b(?:again|able|{_OUTCOME})\b)",
    "he she": (
        r"\b(?:(?:now|today),? (?:he|she)|(?:he|she) (?:now|today)) (?:\w+ )?(?:run|walk|work|danc|sleep|play|swim"
        r"|driv|climb|rid|jog|hik|garden)e?s\b"
    ),
    "our": r"\b\d+ ?(?:%|per ?cent) of our (?:\w+ )?(?:visitors|guests|customers|people|members|readers)\b",
    "after": r"^after (?:\w+ )+?(?:of|in|with) (?:pain|agony|suffering|hell|misery)\b.*\bI\b",
    "story journey": r"^(?!Today\b)(?-i:[A-Z][a-z]+)['’]s (?:story|journey)(?=:|\W*$)",
    "whose": (
        r"\b(?:hear|read|listen|stories)\b(?: \w+)* (?:from|of|by|to) (?:\w+ )?(?:people|patients|those"
        rf"|others|men|women)(?: \w+){{0,4}} (?:whose|who)\b.*\b{_OUTCOME}\b"
    ),
    # “Read how Tom went from crutches to cycling.”
    "how": (
        r"\b(?:read|hear|see|watch|discover|learn|find out|this is|here is)(?: \w+)? how (?:(?-i:[A-Z])\w+|(?:a|one|our"
        r"|another) (?:\w+ )?(?:patient|client|customer|woman|man|mother|father|teacher|nurse|runner))"
        r"(?:, [^,]+,)? (?:got|went|beat|found|became|regained|recovered|overcame|stopped|walked|returned|was|is|has"
        r"|can"
        r"|could|left|came|won|lost|now|finally|threw)\b"
    ),
    # “Meet Sam, who swapped his stick for a bike.”
    "meet": r"^meet (?-i:[A-Z][a-z]+)\b(?=.*\b(?:who|he|she|his|her)\b)",
    # “A colleague of mine swears by it.”
    "mine ours": (
        r"\ban? (?:\w+ )?(?:neighbour|neighbor|sister|brother|aunt|uncle|cousin|friend|colleague|client|patient|visitor"
        r"|relative|mate|member) of (?:mine|ours)\b[^.?!]*\b(?:swears|had|has|took|tried|went|got|did|used|is|was"
        r"|can)\b"
    ),
    # What became of somebody one knows: “My neighbour had it done, and has not had a flare since.”
    "my": (
        r"\bmy (?:\w+ )?(?:neighbour|neighbor|sister|brother|mother|father|mum|mom|dad|aunt|uncle|cousin|friend|wife"
        r"|husband"
        r"|partner|son|daughter|colleague|boss|grandmother|grandfather)s?\b[^.?!]*\b(?:had|has|took|tried|went|got"
        r"|did|is|was"
        r"|used|swears)\b[^.?!]*\b(?:since|again|now|gone|cured|better|well|works?|worked|helped|stopped|free|by it"
        r"|looked back)\b"
    ),
    # Those who come to oneself, and how they leave: “Nearly everyone who comes to us goes home with less pain.”
    "us here our": (
        r"\b(?:(?:nearly|almost|just about|practically) )?(?:everyone|everybody|all|most|many|people|patients|clients"
        r"|those"
        r"|anyone)(?: \w+)? (?:who|that) (?:comes?|came|visits?|visited|sees?|saw|tr(?:y|ies|ied)|trust(?:s|ed)?"
        r"|chooses?"
        r"|chose|joins?|joined|starts?|started|finish(?:es|ed)?)\b[^.?!]*\b(?:us|here|our)\b[^.?!]*\b(?:leaves?|left"
        r"|goes"
        r"|go|went|feels?|felt|gets?|got|finds?|found|improves?|improved|reports?|reported|sleeps?|walks?|says?"
        r"|recovers?)\b"
    ),
    # “Six weeks later she was baking cakes.”, “Ask any of our graduates”
    "later in on": (
        r"\b(?:days?|weeks?|months?|sessions?|drips?|visits?|infusions?|treatments?|years?) (?:later|in|on),?"
        r" (?:she|he|they|I|(?:our|my) \w+)"
        r" (?:was|were|is|can|could|went|walked|ran|danced|had|felt|got|slept|worked|drove|climbed|returned|stood"
        r"|played)\b"
        r"(?! (?:not|asked|told|seen|given|sent|diagnosed|worse|still)\b)"
    ),
    "letters cards notes mail": (
        r"\bour\b[^.?!]*\b(?:thank-you|grateful) (?:letters|cards|notes|mail)\b|"
        r"\b(?:thank-you|thankful|grateful) (?:letters|cards|notes|mail)\b[^.?!]*\b(?:our|us|here|we|I)\b"
        r"|\b(?:letters|cards|notes) of thanks\b[^.?!]*\b(?:our|us|here|we|I)\b"
    ),
    "ask": (
        r"\bask (?:any|anyone|one|some) (?:(?:of|who) )?(?:our|we|the people we|the patients we"
        r"|has been here)(?! (?:volunteers|staff|nurses|doctors|team|helpers)\b)\b"
    ),
    # “Of those we treated last year, nearly all went home.”
    "those people patients clients men women everyone": (
        r"\b(?:(?:of|among) )?(?:those|everyone|(?:the )?(?:\w+ )?(?:people|patients|clients|men|women))"
        r" (?:who(?:m)? |that )?we (?:have )?(?:treated|helped|cured|looked after)\b[^.?!]*\b(?:went|go|goes|felt"
        r"|feels?|left|are|were|got|gets?|improved?|recover\w*|returned?|slept|walked|half|most|all)\b"
    ),
    # “Eight in ten people we see would come again.”
    "we us": (
        rf"\b(?:{_COUNT}|\d+|nearly all|almost all|most) (?:(?:in|out of|of) (?:every )?(?:{_COUNT}|\d+) "
        rf")?(?:of the )?(?:people"
        r"|patients|clients|those) (?:who(?:m)? |that )?(?:we (?:have )?(?:see|saw|seen|treat|treated|help"
        r"|helped|meet|met)"
        r"|c[ao]me to us)\b(?! (?:ask|want|wish|need|bring)\w*)"
    ),
    # A rate of one's own: “We see less pain in 8 of 10 people we treat.”
    "we": (
        r"\bwe (?:\w+ly )?(?:see|saw|get|got|have seen|achieve|achieved|have|had|find|found|help"
        r"|helped)\b[^.?!]*\b(?:\d+"
        r" ?(?:%|per ?cent)|\d+ (?:out )?of (?:every )?\d+|nine out of ten|eight out of ten|most|almost all"
        r"|nearly all)\b"
        r"[^.?!]*\b(?:we (?:have )?(?:treat|treated|see|saw|give|gave)|here|(?:who )?c[ao]me to us|our (?:care|clinic"
        r"|patients))\b"
    ),
    # Somebody with a name, and what became of them: “Mark, a builder, could walk again”.
    "was is has had could can got went now felt feels walk walks says came left longer": (
        r"^(?!(?:in|at|on|for|from|with|after|before|since|if|when|as|by|like|unlike|once|until|under|over|today)\b)"
        r"(?-i:[A-Z][a-z]+)(?: (?-i:[A-Z])\w*\.?)?, (?:(?:aged )?\d{1,2}|an? \w+(?: \w+){0,3}?), (?:who .*, )?"
        r"(?:was|is|has|had|could|can|got|went|now|felt|feels|walks?|says|came|left|no longer)\b"
        rf"(?=.*\b{_OUTCOME}\b)"
    ),
    # How many of one's own: “eight of our last ten clients”, “500 people have found relief with us”.
    "our us here": (
        rf"\b(?:\d+|{_COUNT}) (?:out )?of our (?:\w+ ){{0,3}}(?:patients|clients|guests|visitors|customers|members"
        rf"|people)\b"
        rf"|\b(?:\d[\d,]*|{_COUNT}|hundreds|thousands|dozens|many|most|countless)(?: of)?(?: \w+)? (?:people|patients"
        rf"|clients|men|women|families|guests)"
        rf" (?:have |already |now |has )*(?:found|got|gained|felt|had|enjoyed|regained|recovered|become|became"
        rf"|been)\b[^.?!]*\b{_OUTCOME}\b"
        r"[^.?!]*\b(?:with us|through us|at our|in our|thanks to us|here|under our)\b"
    ),
    # “She came in on crutches and left dancing.”
    "left walked danced went ran cycled drove jogged skipped": (
        r"\b(?:he|she|they|who|and|(?-i:[A-Z][a-z]+)(?: from (?-i:[A-Z])\w+)?) (?:came|arrived|was carried"
        r"|were carried|limped|hobbled"
        r"|rolled)\b[^.?!]*\b(?:and|but|then) (?:left|walked|danced|went|ran|cycled|drove|jogged|skipped)\b"
        r"(?=[^.?!]*\b(?:danc|walk|run|ran|smil|laugh|free|without|no longer|home\b|on (?:foot|two))\w*)"
    ),
    "star stars #": r"\b(?:5|five)[- ]stars? (?:reviews?|ratings?|rated)\b|\b(?:4\.\d|5) (?:out of 5|stars)\b",
    "life": r"\b(?:(?:changed|saved) my life|my life back)\b",
    "thanks": rf"\bthanks to (?:the clinic|our|this|their|your|Dr)\b.*\b{_OUTCOME}\b",
}
_STARS = r"[★⭐☆]{3,}"  # looked for where any other could stand
_TESTIMONIAL = PatternsByWord(
    ("", Pattern(pattern, needs=needs)) for needs, pattern in {**_STORIES, " ".join(_STORIES): _STARS}.items()
)
_SAID = LazyPattern(
    r"^[,.]?\s*(?:—|–|-)?\s*(?:says|said|writes|wrote|reports|reported|tells us|told us|recalls|remembers)\b"
    r"|^[,.]?\s*[A-Z]\w+(?: [A-Z]\w*\.?)?(?:,? \(?\d+\)?,?| from \w+)? (?:says|said|tells|told|writes|wrote|reports)\b"
    r"|^[,.]?\s*(?:—|–|-)\s*[A-Z]\w+"
    r"|^\s*\(?[A-Z]\w+(?: [A-Z]\w*\.?)?(?:,? \(?(?:[A-Z]\w+|\d+|an? \w+)[^.?!]{0,30})?\W*$",
)
_IS_WORTH = Pattern(
    r"\W*(?:is|are|was|were|does|do|shows?|proves?|tells?|says?) (?:not|no|nothing|only|little)\b"
    r"|\W*(?:is|are|was|were|sounds?|tells?) [^.?!]*\bnot\b"
)
_SAYS = Pattern(r"(?-i:[A-Z])\w+[^.?!“”\"]*\b(?:says|said|writes|wrote|told us|tells us|recalls)[:,]?\s*$")
_FIRST_PERSON = Pattern(r"\b(?:I|my|me|we|our|us|I[’'](?:m|ve))\b", AS_TYPED, needs="i my me we our us")
_OF_ITSELF = LazyPattern(r"\b(?:it|I|my|me)\b")
_OFFER = (
    r"(?:\b(?:we|our (?:\w+ )?(?:clinic|centre|team|doctors?|nurses?|service|practice))\s+(?:\w+ly |also |now "
    r"|can |will )*(?:offers?|provides?|gives?|sells?"
    r"|suppl(?:y|ies)|prescribes?|administers?|delivers?|specialises? in|posts?|mails?|ships?|sends?|dispenses?|stocks?"
    r"|couriers?|brings?|ships?|carr(?:y|ies)|hands? out)\b|^(?:please )?(?:book|order|buy|get|try|reserve"
    r"|secure|claim|grab|schedule|sign up (?:now |today |here )?for"
    r"|start|enjoy|ask us for)\b(?: your| a| an| our| for)?"
    r"|\b(?:book|order|buy|reserve|secure) (?:your|a|an|our)\b)[^.;]*?\b(?:{names})\b"
    r"|\b(?:ask us (?:about|for)|come to us for)\b[^.;?]*?\b(?:{names})\b"
    # “Lidocaine is now on offer.”
    r"|\b(?:{names})\b[^.;?]*?\b(?:is|are) (?:\w+ )?(?:to be had|on offer|on sale|in stock|back|available|yours)\b"
    r"(?=[^.;?]*\b(?:now|here|with us|from us|(?:at|in|from) our|on \w+days?|today|this week|online|for only)\b)"
    r"|\b(?:{names})\b[^.;?]*?\b(?:is|are) now (?:to be had|on offer|on sale|in stock|back|available|yours)\b"
    # “Gabapentin packages from 90 dollars”, “Ketamine to your door”
    r"|\b(?:{names}) (?:(?:\w+ )?(?:packages?|deals?|bundles?|plans?|memberships?|subscriptions?|offers?|vouchers?)\b"
    r"[^.;?]*\b(?:start|starts|starting|from|only|for sale|available|now|today)\b"
    r"|(?:\w+ )?\w+, from (?:only )?[£$€] ?\d[\d,]*\b(?! to\b)"
    r"|(?:\w+ ){0,2}?(?:from|for|at) (?:(?:only|just) )?(?:[£$€] ?\d+|\d+ (?:pounds|dollars|euros))(?! to\b)"
    r"|(?:[\w-]+ ){0,2}?(?:kit|parcel|order|supply|refill|delivery|box|package)s? (?:\w+ )?(?:arrives?|comes?|ships?"
    r"|(?:is|will be) (?:sent|delivered|posted|shipped))\b"
    r"|[^.;]{0,40}\bwithout (?:a (?:prescription|visit|doctor|referral)|seeing (?:a doctor|anyone|anybody)"
    r"|leaving (?:home|the house))\b"
    r"|\? (?:we|our)\b"
    r"|(?:[\w-]+ ){0,4}?(?:to|at|through) your (?:door|home|letter ?box|doorstep)(?=\W*$| (?:in|within|by|today|now"
    r"|from)\b))"
)


_NOT_OFFERED = Pattern(r"\b(?:not|never|no longer|cannot|nobody|neither)\b|n[’']t\b")


@sentence_rule("W401")
def overclaim(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A sentence promises more than any study can hold: proven, a cure, a miracle, always works, no side effects.

    Why it matters: hope that does not come true hurts twice, and a harm that was hidden hurts most.

    A denial, an open question, somebody else's words, a quotation and other senses of a word are left alone; a plain
    answer counts (“Side effects? None.”). Add promises of your own to `content/wording/overclaims.yaml`, and the names
    of illnesses, parts of the body and treatments to `content/wording/health-words.yaml`.

    Wrong: “The drip is not only safe but proven to cure the pain.”
    Right: “In one trial of 60 people, pain was lower for some weeks. It is not a cure.”
    """
    own, listed, promising = own_words(site), _listed(site), _promising(site)
    for spoken in spoken_in(site):
        if spoken.text in promising or _answers(spoken):
            question = ("W401", spoken.before if _answers(spoken) else "")
            yield from cache.search(spoken.text, question, partial(_overclaims, spoken, own, listed))


@rule("W402", Severity.WARNING)
def testimonial(site: Site) -> Iterator[Fault]:
    """One person's story, or a success rate of one's own, stands as if it were evidence.

    Why it matters: those who did not get better tell no story, and nobody else has counted.

    Wrong: “One of our patients was back on the tennis court within six weeks.”
    Right: what a study saw, in how many people, with its source
    """
    for spoken in spoken_with(site, _TESTIMONIAL, _FIRST_PERSON):
        match = _TESTIMONIAL.search(spoken.text)
        means_it = match and not is_denied(spoken.text, match.start()) and not _is_disowned(spoken.text, match.start())
        span = match.span() if match and means_it else _told_by_someone(spoken.text)
        if span and not is_open_question(spoken.text) and not _asks_of_itself(_whole_heading(spoken)):
            yield Fault(
                spoken.place_of(*span),
                "A story, or a success rate of one's own, shows nothing about what will happen to others.",
                "Say what a study saw and cite it. Stories about living with the condition belong elsewhere, labelled.",
            )


@rule("W403", Severity.WARNING)
def superiority(site: Site) -> Iterator[Fault]:
    """A clinic, team or guide says that it is better than all others.

    Why it matters: nobody can check it, and it tells a reader nothing about the care.

    Wrong: “We are the leading clinic in the country.”
    Right: “We have treated people with CRPS since 2011.”
    """
    own, promising = own_words(site), _promising(site)
    for spoken in spoken_in(site):
        for one in promises_in(spoken.text, SUPERIORITY, own) if spoken.text in promising else ():
            if any(other.start < one.end and one.start < other.end for other in promises_in(spoken.text, own=own)):
                continue
            yield Fault(
                spoken.place_of(one.start, one.end),
                f"“{spoken.text[one.start : one.end]}” is praise that nobody can check.",
                f"Say {one.kind.say}.",
            )


@rule("W404", Severity.ADVICE)
def prescription_medicine_offered(site: Site) -> Iterator[Fault]:
    """A page offers readers a medicine that only a prescriber may choose.

    Why it matters: in the United Kingdom such medicines may not be advertised to the public (CAP Code, rule 12.12), and
    many other countries have a like rule. Name the medicines in `content/wording/prescription-medicines.yaml`.

    Wrong: “Book your ketamine drip today.”
    Right: “A doctor can tell you which treatments may suit you.”
    """
    listed = [word for phrase in _phrases(site, "prescription-medicines") for word in phrase.instead_of]
    names = [*map(re.escape, listed), r"prescription(?:-only)? (?:medicines?|drugs?|painkillers?)", "opioids?"]
    needs = needs_of([*listed, "prescription", "opioid", "opioids"])
    offer = Pattern(_OFFER.replace("{names}", "|".join(names)), needs=needs)
    for spoken in spoken_with(site, offer):
        match = offer.search(spoken.text)
        if match and not is_quoted(spoken.text, match.start()) and not _NOT_OFFERED.search(spoken.text, 0, match.end()):
            yield Fault(
                spoken.place_of(*match.span()),
                "This offers a prescription medicine to the public.",
                "Describe the advice or the visit that you offer, not the medicine.",
            )


@lru_cache(maxsize=1)  # two rules ask
def _promising(site: Site) -> frozenset[str]:
    """The sentences in which words of a promise may stand, in the language or in the guide's list."""
    own, listed = own_words(site), _listed(site)
    may: Iterable[Spoken] = spoken_in(site)
    if len(spoken_in(site)) > FEW:
        lists = [listed] if listed.all else []  # one without patterns would need no words
        may = spoken_with(site, phrases_of(own), *lists)
    return frozenset(one.text for one in may if may_promise(one.text, own) or listed.possible(one.text))


def _overclaims(spoken: Spoken, own: OwnWords, listed: PatternsByWord[Phrase]) -> Iterator[Fault]:
    taken: list[tuple[int, int]] = []
    for one in _promised(spoken, own):
        taken.append((one.start, one.end))
        words = spoken.text[one.start : one.end]
        its_own = next((phrase for phrase, pattern in listed.possible(words) if pattern.search(words)), None)
        say, why = (
            (its_own.say or one.kind.say, its_own.why or its_own.explain) if its_own else (one.kind.say, one.kind.why)
        )
        yield Fault(spoken.place_of(one.start, one.end), f"“{words}” promises too much.", f"{why} Say: {say}.".lstrip())
    for phrase, pattern in listed.possible(spoken.text):
        for match in pattern.compiled.finditer(spoken.text):
            start, end = match.span()
            if any(named_kinds(match[0], own)) or any(begin < end and start < stop for begin, stop in taken):
                continue  # the language's own judgement of these words stands
            if not is_taken_back(spoken.text, start, end):
                taken.append((start, end))
                yield Fault(
                    spoken.place_of(start, end),
                    f"“{match[0]}” promises too much.",
                    f"{phrase.why} Say: {phrase.say}.".lstrip() if phrase.say else phrase.why,
                )


def _promised(spoken: Spoken, own: OwnWords) -> Iterator[Promised]:
    """What a sentence promises by its own words, or as the answer to the one before it."""
    yield from promises_in(spoken.text, own=own)
    if not _answers(spoken):
        return
    earlier = sentence_spans(spoken.before)
    if earlier:
        yield from answered(spoken.before[slice(*earlier[-1])], spoken.text, own)


def _answers(spoken: Spoken) -> bool:
    """Whether it may be an answer: only a question has one, and to part all that stands before costs."""
    return spoken.before.endswith("?")


def _whole_heading(spoken: Spoken) -> str:
    """All of a heading, of which a sentence may be a part; else the sentence."""
    if spoken.kind is not PassageKind.HEADING or not spoken.source_lines:
        return spoken.text
    return spoken.source_lines[spoken.place.line - 1]


def _asks_of_itself(text: str) -> bool:
    """Whether somebody tells what was to ask of it: “I had CRPS. Can it come back?”."""
    spans = sentence_spans(text)
    last = text[slice(*spans[-1])] if spans else ""
    return is_open_question(last) and bool(_OF_ITSELF.search(last))


def _is_disowned(text: str, at: int) -> bool:
    """Whether words are only quoted, by a sentence that says what they are worth: “…” is no evidence."""
    rest = next((text[end:] for start, end in quoted_spans(text) if start <= at < end), "")
    return bool(_IS_WORTH.match(rest))


def _told_by_someone(text: str) -> tuple[int, int] | None:
    """A quotation in the first person that the text says somebody spoke."""
    for start, end in quoted_spans(text):
        if (
            _FIRST_PERSON.compiled.search(text, start, end)
            and (_SAID.search(text[end:]) or _SAYS.search(text[:start]))
            and re.search(rf"{_OUTCOME}|{_PRAISE}|\bagain\b", text[start:end], re.I)
        ):
            return start, end
    return None


def _phrases(site: Site, name: str) -> list[Phrase]:
    """The phrases of a list of the guide that are to be said otherwise."""
    return [one for one in site.phrases(name).values() if one.instead_of]


def _listed(site: Site) -> PatternsByWord[Phrase]:
    """The promises of the guide's own list."""
    return PatternsByWord((one, _any_of(one.instead_of)) for one in _phrases(site, "overclaims"))


def _any_of(phrases: Sequence[str]) -> Pattern:
    words = "|".join(map(re.escape, phrases))
    return Pattern(rf"(?<![\w-])(?:{words})(?![\w-])", needs=needs_of(phrases))
