"""Why a promise may stand in a sentence that does not make it: denied, asked, quoted, reported, hoped for."""

from crpsguide.language.clauses import (
    clause_of,
    is_asked_indirectly,
    is_name,
    is_open_question,
    is_question,
    is_quoted,
    negators,
    quoted_spans,
)
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.phrases import Phrases, expression_of

_WORDS = {
    # Whoever is meant here says so, but the text does not.
    "OTHERS": """clinic~ website~ web_site~ site~ advert~ advertisement~ ad~ advertiser~ advertising seller~ salespeople
        company~ maker~ manufacturer~ someone somebody anyone anybody others newspaper~ headline~ media post~ leaflet~
        brochure~ video~ blog~ blogger~ forum~ story~ they friend~ relatives influencer~ marketing promoter~ provider~
        page~ some_people some_doctors some_patients some_experts some_centres a_few_people other_people a_few_doctors
        people_online people_once people_may people_might people_sometimes internet social_media stranger~ celebrity~
        critics article~ practitioner~ healer~ whoever those_who no_clinic no_doctor inventor~ founder~ flyer~ poster~
        magazine~ press testimonial~ review_site~ comment~ email~ podcast~ book~ author_of salesman firm~ guru~
        neighbour~""",
    # What one of them saw is told of it alone; “studies find” is told of the treatment.
    "ONE_STUDY": "study trial review report paper article authors reviewers case meta-analysis survey guideline",
    "FORMERLY": "used_to once formerly in_the_past at_one_time at_first long was were had_been previously earlier",
    "BELIEVED": """believe~ think~ call~ see~ hope~ say~ hail~ sell~ describe~ consider~ regard~ held praise~ assume~
        claim~ expect~ promise~ boast~ given_as""",
    "IS": """has have is are was were does do did can could will would may sound~ seem~ remain~ prove~ turn~_out
        turn~_out_to_be""",
    "FEW_PEOPLE": """minority handful few_people few_patients few_of_them few_cases few_adults few_women few_men
        few_children few_trials""",
    "STILL": "still yet so_far often simply usually quite only just almost therefore always out to_be also once long",
    "UNTRUE": """myth~ lies false untrue wrong misleading nonsense too_good red_flag~ warning_sign~ unfounded premature
        exaggerated overblown disputed mistaken empty hype""",
    "UNSURE": """banned forbidden illegal outlawed prohibited suspicious
        unrealistic impossible unlikely unknown unproven unclear uncertain out_of_reach far_off
        far_away a_long_way yet_to the_exception rare elusive doubtful a_dream""",
    "WISHED": "hoped sought promised wished expected claimed advertised imagined",
    "SAY": """say~ claim~ promise~ call~ advertise~ market~ sell~ describe~ boast~ speak~_of talk~_of talk~_about
        tell~_you suggest~ write~ believe~ think~ use~_words use~_the_words insist~ present~ offer~ label~ read~ hear~
        see~ guarantee~ find~ come~_across meet~ proclaim~ announce~ rave~ hype~ tout~ swear~""",
}


def _find(phrases: str) -> Phrases:
    return Phrases(phrases, _WORDS)


_REPORTED = _find(
    """
    OTHERS ... SAY
    ONE_STUDY ... report~/state~/note~/describe~/call~/observe~/record~/find~/see~/rate~/write~/say~
    a/an/one/another (*) centre/team/group/clinic/series/doctor report~/describe~/note~/see~/find~/state~
    it call~/describe~/rate~/say~/write~/state~
    some/others/a_few/several (people/patients/of_them) call~/say~/think~/believe~/write~
    you may/might/will/can/could (also) read/hear/find/come_across/meet/be_told
    you may/might/will/could (also) see
    headline~/story~/rumour~/talk/news/claim~/advert~/report~ of/about
    idea/notion/thought/prospect of/that
    enthusiasm/excitement/hopes/belief/faith ... as/in/that/of
    make~ any/every/each/anything/everything ** look~/seem~/appear~
    any/every/anything/everything ** look~/seem~/appear~/looks_like/seems_like
    remain~/yet/still to_be
    pass~/mistaken/taken for
    pass~/taken as a/an/the/proof/sign~
    so-called
    supposed/supposedly/alleged/allegedly/purported/purportedly/self-styled
    claim~ to/that/of/about/such/like
    claimed/claiming
    marketed/advertised/sold/promoted/billed/touted/presented/praised/peddled/hyped (*) (*) as/with/to
    billing/reputation/image/label as
    promise~ *
    rumour~/myth~/slogan~/legend/hype
    my/his/her/their * believe~/swear~ (in/by)
    word~/term~/phrase~/label~/talk/saying~/expression~ (such_as/like/of/as/about)
    """
)
_OUR_OWN_WORD = Pattern(r"\b(?:we|our|my|I)\s+(?:\w+\s+)?$")
_WARNED = _find(
    """
    beware/watch_out/wary_of/avoid/steer_clear/keep_away/walk_away/distrust/mistrust
    be/is/are/stay (*) wary/careful/suspicious/sceptical/skeptical/cautious/critical
    wrong/untrue/mistaken/incorrect/dishonest/unfair/a_mistake/a_lie/not_right/unwise to/that
    not/don't/n't/never/do_not trust/believe/fall_for/be_fooled/expect/rely/use/say/write/call/promise/be_misled
    ignore/question/reject/false/misleading/unfounded
    red_flag~/warning_sign~
    anyone who
    any clinic/doctor/site/page/advert/product/person/website/seller/provider/treatment that/who/which
    sounds/sound like
    ask why/how/what/whether/for/anyone/them/the_clinic
    too good to_be_true
    live~/lived up to
    """
)
_BUT = Pattern(r",\s+(?:but|yet)\b")  # “It sounds too good to be true, but …”
_SOUGHT = _find(
    """
    hope~/hoping for/of/that/to/it
    hopeful
    search~/look~/wait~/long~/pray~ for
    (the/a) search for
    seek~/sought
    dream~/dreamt (of/about)
    wish~ (for/that)
    towards
    research into/for/on
    the road to
    would
    as if/though
    in the hope
    in search of
    expect~ a/an/the/to
    chase~
    pressure to
    aim~ at/to/for
    raise~ money
    give~/gave/given up (*) for/on/hoping/looking/searching/believing/waiting/chasing
    stop~/no_longer believe~/hope~/look~/wait~/chase~/trust~/search~
    fund~
    one day
    want~ a/an/the/to_find
    if only
    """
)
_ONCE = _find("FORMERLY ... BELIEVED\nfor (many/some) years/decades/centuries ... BELIEVED")
_WORD_CHOICE = _find(
    """
    only (ever) describe~/call~/label~/use~/say~/speak~/write~
    how/when we/this_guide use~/say~
    we use/avoid (the) word~/term~
    """
)
_IMAGINED = _find("there were\nthere was_once\nwere there")
_SEEMED = _find("looked/seemed/appeared (*) $\nthan (the/any/what) $\nbest/most/least/all/thing that (the/these) $")
# What is said of the promise itself, behind it: “a cure is not known”, “… is a myth”.
_UNDONE = Pattern(
    lambda: (
        r"^[”\"’']?(?: (?:that|which) (?:was|were|is|are|has been|had been)(?: (?!(?:and|or|but)\b)[\w’'-]+){1,6}?)?"
        r"(?: (?!(?:and|or|but|so|what|that|which|who|other|others|where|when|if|than|everyone|you|we"
        r"|your|our|my|people)\b)[\w’'-]+){0,4}?[”\"’']? "
        + expression_of(
            """
        IS (seen/found/reported/reached/had/felt/noted/achieved) (in/by/for/among) (only/just/very/a)* FEW_PEOPLE
        happen~/occur~/come~ in/to/for (only/just/very/a)* FEW_PEOPLE
        IS hardly/rarely/seldom/scarcely (ever) seen/found/reported/reached/had/felt/noted/achieved/complete/possible
        IS (very/quite/rather)* uncommon/unusual/infrequent
        IS (STILL)* not/never/nowhere/UNTRUE/UNSURE/WISHED
        IS a/an (*) pitch/trick/slogan/fairy_tale/fantasy/illusion/fiction
        IS a/an (*) myth/lie/exaggeration/red_flag/warning_sign/dream/word_to/word_that/word_we/promise/sign/claim
        IS a/an (*) hope/long_way
        IS no myth/*
        does/do not exist
        IS (to_be) UNTRUE/UNSURE
        cannot/can't/isn't/aren't/doesn't/don't/hasn't/haven't/won't/wasn't
        would be/mean/make/have
    IS what everyone/everybody/people/many/we/patients/they hope~/want~/wish~/dream~
    should make_you/worry/alarm/warn/put_you_off
        deserve~ caution/doubt
        is/are (among) (the) word~
        """,
            _WORDS,
        )
        + r"|^ (?:that|which) (?:sounds?|seems?|looks?|is) too good\b"
        + r"|^ (?:that|of|to) [^,;:]{2,60}? (?:does not|do not|doesn[’']t|don[’']t) exist\b"
        r"|^,? (?:they|he|she|the (?:advert|site|clinic|website|page|seller)s?) (?:say|claim|promise)s?"
    )
)
_NOT_UNDONE = _find("^ ** no longer/doubt")
_REJECTED_LATER = Pattern(
    r"\b(?:but|yet|although|though|however|;|–|—)\W+(?:\w+\W+){0,3}?(?:it|this|that|they|there|none|no|nobody"
    r"|nothing|neither|the (?:evidence|studies|trials|research|facts?|truth)|trials?|studies|evidence)\b[^.]*?"
    r"(?:\b(?:not|no|never|none|nobody|nothing|wrong|false|untrue|myth|unproven|misleading)\b|n[’']t\b)"
    r"|[;:,—–]\W+(?:[\w’']+\W+){0,6}?(?:is not known|was not known|found otherwise|showed otherwise"
    r"|proved (?:wrong|false)|turned out|came back|returned|did not (?:hold|last)|failed to"
    r"|could not be repeated|was never repeated)\b"
    r"|\bbut none\b"
    r"|\bbut (?:nobody|no one|no stud(?:y|ies)|no trials?|no doctors?) (?:has|have|had|could|can)\b"
    r"|\bnone (?:has|have|is|was)\b"
)
_ATTRIBUTED_SOFTLY = _find(
    "says/claims/writes/swears/insists"
    "/called/described/known/hailed/seen/said/thought/believed/named/praised/considered/regarded/say/think/believe"
    "/call/read/heard/hear/wrote/felt/boasted/claimed/reported/promised/hoped"
)
_CALLED_FALSE = _find(
    """
    is/are/was/were (a/an) false/wrong/not_true/untrue/myth~/misleading
    say~/tell~/prove~/show~/mean~ (you/us)* nothing/little
    but later/newer/larger/bigger/better trials/studies/work/ones
    """
)
# “Cure, relief: what these words mean”
_WORD_EXPLAINED = Pattern(
    r"[^.;:]{0,60}: what (?:these|this|the|those|such) (?:words?|terms?|names?) (?:really )?means?\b"
)
_SAID_BEHIND = _find(
    ", (one/a/the/this/that/another) (*) (*) ONE_STUDY/OTHERS say~/find~/claim~/write~/advise~\n"
    ", he/she/one (*) say~/tell~/write~/recall~\n"
    ", my/his/her/their/an_old/as_the * (*) (used_to/once/always) say~/goes/has_it/put_it"
)
# Here the text joins those who say so.
_ENDORSED = _find(
    "rightly_so/deservedly/for_good_reason/with_good_reason/and_they_are_right/and_it_is_true\n"
    "whatever/no_matter_what (*) (*) OTHERS SAY"
)
_LED_TO = _find(
    "find_out/see/discover/learn/read/this_is/here_is why (*) (*) (*) call~/choose~/trust~/say~/love~/turn~"
)
_TOO_LITTLE = _find("too small/short/few/weak/early/soon/poor/brief (*) (*) to/for")
# A count of few, as studies tell it: “less than a quarter of the group was free of pain”.
_FEW = _find(
    "less_than/fewer_than/only/just/barely/under/no_more_than/not_even (about)* a/an/one/half/NUMBER (*) (*)"
    " of/in/out_of"
)
# One study in the past tense may tell what it found.
_IN_A_STUDY = Pattern(
    r"(?:in|at\s+the\s+end\s+of)\s+(?:an?|one|two|three|this|that|the|another|both|\d+)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:trials?|stud(?:y|ies)|reviews?|surveys?|reports?|series)\b[^,;:]*,\s[^.;]*\b(?:was|were|had|did|felt|fell"
    r"|reported)\b"
)
# Whose praise is printed to be believed, with nothing said against it.
_CUSTOMER = Pattern(
    r"[,.]?\s*(?:(?:says?|said|writes?|wrote|reports?|reported|tells\s+us|told\s+us)\s+"
    r"(?:(?:one|some|many|another)\s+of\s+our\s+|our\s+|a\s+(?:\w+\s+)?(?:patient|client|customer|mother|father"
    r"|user)\b|[A-Z])"
    r"|[–—-]\s*[A-Z]|\([A-Z])(?!.*\b(?:but|yet|although|though|however|not|no|never)\b)",
    AS_TYPED,
)
# “If you are ready to be rid of it for good, call us.”
_OFFERED = Pattern(
    r"\W*(?:if|when)\s+you(?:[’']re|\s+are)?\s+(?:ready|tired|serious|looking|want|wish|would\s+like"
    r"|long)\b[^.;?!]*,\s+(?:then\s+)?"
    r"(?:(?:call|ring|phone|contact|visit|join|come\s+to|talk\s+to|write\s+to)\s+(?:us|our)\b|(?:book|try|order"
    r"|choose|sign\s+up)\b"
    r"|we\s+(?:can|will)\s+(?!not)|this\s+is\b|you\s+have\s+come\b)"
)
# “Find out how thousands have been cured”: that they were is taken for granted.
_HOW_OTHERS = Pattern(
    r"\bhow (?:thousands|hundreds|millions|countless|others|other (?:people|patients)|our (?:patients|clients)"
    r"|people like you)\b"
)
# “Read about the breakthrough that ends years of pain”
_READ_ABOUT = Pattern(
    r"\b(?:you (?:can|may|will) (?:also )?)?(?:read|hear|learn|find out)(?: more)? "
    r"(?:about|of) (?:the|our|this)\b"
)
_TOLD_OF_IT = Pattern(r"(?: \w+)? (?:that|which|who) (?!you|we|they|some|many|people)\w+s\b")
_WHO_WOULD_NOT = Pattern(r"\bwho (?:would|could|does)(?: not|n[’']t) \w+")
_UNKNOWN = _find("^ (what_is) not_known/unknown")
_OWNED = _find(
    "our/my (new/own/unique/amazing/natural/special/safe/gentle/latest/famous/simple/fast/great/very)* $\n"
    "this/these new/amazing/unique/natural/special/great/simple (new/amazing/unique/natural/special/great/simple)* $"
)
# “It is not safe just because it is natural.”
_MERELY = Pattern(r"\b(?:just|merely|simply|only|solely|purely)\s+$")
_ASIDE = Pattern(r"\s*\([^()]*\)\s*$", AS_TYPED)
# “No injection, however well it is given, can …”: the verb comes back to the subject before the commas.
_ASIDE_IN_COMMAS = Pattern(
    r"(?:(?:however|whatever|whoever|as|which|who)\b[^,;:()]{2,70}|(?:(?!\b(?:is|are|was|were|can|will|has|have|does"
    r"|do)\b)[^,;:()]){2,70})"
    r",\s+(?=(?:can|could|will|would|may|might|is|are|was|were|has|have|had|does|do|did|guarantees?|cures?|heals?"
    r"|works?"
    r"|promises?|ends?|stops?|helps?)\b)"
)
_GOES_ON = Pattern(r"\W*(?:,|and\b|but\b|or\b)")
# “No needles, no drugs, no side effects”: the first denies nothing of the last.
_LIKE_DENIALS = Pattern(
    r"\b(?:no|zero|without|nothing to|never) (?:[\w-]+ )?[\w-]+(?:,| and| or) (?:and |or )?(?=$|(?:no|zero)\b)"
)
_OWN_DENIAL = Pattern(
    r"\b(?:not|no|never|nothing|nobody|none|no-one|neither|(?<!the )few|hardly|rarely|cannot|far from|unlikely)\b"
    r"|n[’']t\b"
)


def is_taken_back(sentence: str, start: int, end: int, *, denies: bool = False) -> bool:
    """Whether a promise at these words is denied, asked, quoted, reported or hoped for, and not made.

    `denies` is set for words that hold a denial of their own.
    """
    if is_name(sentence, start, end) or _UNKNOWN.search(sentence):
        return True
    if _is_owned(sentence, start):
        return is_quoted(sentence, start) and not is_question(sentence)
    return (
        (is_quoted(sentence, start) and not _is_told_as_praise(sentence, start))
        or is_open_question(sentence)
        or _is_denied(sentence, start, denies=denies)
        or (
            is_asked_indirectly(sentence, start)
            and not (_OFFERED.match(sentence) or _WHO_WOULD_NOT.match(sentence) or _HOW_OTHERS.search(sentence[:start]))
        )
        or _is_undone(sentence, start, end)
        or _is_reported(sentence, start, end)
        or _is_warned_of(sentence, start)
        or (_is_hoped_for(sentence, start) and not _WHO_WOULD_NOT.match(sentence))
        or _is_rejected_later(sentence, start, end)
        or bool(_FEW.search(_before(sentence, start)) or _IN_A_STUDY.match(sentence))
    )


def _is_told_as_praise(sentence: str, start: int) -> bool:
    """Whether a customer says it, from the first word on, and nobody takes it back: “It cured me,” writes Ann."""
    opened = next((one for one in quoted_spans(sentence) if one[0] <= start < one[1]), (1, 1))
    return not sentence[: opened[0]].strip() and bool(_CUSTOMER.match(sentence, opened[1]))


def _is_owned(sentence: str, start: int) -> bool:
    """Whether the writers call it theirs: “our miracle cure” is meant, whatever stands before it."""
    return bool(_OWNED.search(_before(sentence, start)))


def _is_denied(sentence: str, start: int, *, denies: bool) -> bool:
    begin = clause_of(sentence, start)[0]
    if _MERELY.search(sentence[:begin]) and negators(sentence[:begin]):
        return True
    before = _WHO_WOULD_NOT.sub("", _LIKE_DENIALS.sub("", _before(sentence, start)))
    return bool(_OWN_DENIAL.search(before)) if denies else bool(negators(before))


def _is_undone(sentence: str, start: int, end: int) -> bool:
    """Whether the rest of the clause says that there is no such thing: “a cure is not known”."""
    rest = sentence[end : max(clause_of(sentence, start)[1], end)]
    return bool(_UNDONE.search(rest)) and not _NOT_UNDONE.search(rest)


def _is_reported(sentence: str, start: int, end: int) -> bool:
    """Whether others say it, or people once thought so, or the words themselves are the matter."""
    before = "".join(" " if is_quoted(sentence, at) else one for at, one in enumerate(sentence[:start]))
    if _TOLD_OF_IT.match(sentence[end:]):
        before = _READ_ABOUT.sub(" ", before)
    if _ENDORSED.search(sentence, end) or _LED_TO.search(before):
        return False
    told = next((one for one in _REPORTED.finditer(before) if not _OUR_OWN_WORD.search(before[: one.start()])), None)
    return bool(told or _SAID_BEHIND.search(sentence[end:])) or any(
        one.search(before) for one in (_ONCE, _WORD_CHOICE, _IMAGINED, _SEEMED, _TOO_LITTLE)
    )


def _is_warned_of(sentence: str, start: int) -> bool:
    but = max((one.end() for one in _BUT.finditer(sentence, 0, start)), default=0)
    return bool(_WARNED.search(sentence[but:start]))


def _is_hoped_for(sentence: str, start: int) -> bool:
    return bool(_SOUGHT.search(_before(sentence, start)))


def _is_rejected_later(sentence: str, start: int, end: int) -> bool:
    before, after = sentence[:start], sentence[end:]
    softly = _ATTRIBUTED_SOFTLY.search(before) and _REJECTED_LATER.search(after)
    return bool(softly or _CALLED_FALSE.search(after) or _WORD_EXPLAINED.match(after))


def _before(sentence: str, start: int) -> str:
    """What the clause says before its promise, without an aside in brackets: “none (of 42) was free of pain”."""
    begin = clause_of(sentence, start)[0]
    within = _ASIDE_IN_COMMAS.match(sentence, begin)
    if within and within.end() <= start and sentence[:begin].rstrip().endswith(","):
        return sentence[clause_of(sentence, begin - 2)[0] : begin].rstrip(", ") + " " + sentence[within.end() : start]
    aside = _ASIDE.search(sentence[:begin])
    if not aside or _GOES_ON.match(sentence, begin):
        return sentence[begin:start]
    return sentence[clause_of(sentence, aside.start())[0] : aside.start()] + sentence[begin:start]
