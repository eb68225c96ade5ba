"""The words that tell how sure a clause sounds, in the notation of `phrases`.

No illness, no medicine and no profession is named here; a guide adds its own words in `content/wording/certainty.yaml`.
"""

from collections.abc import Mapping

from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.phrases import Phrases, pattern_of

_WORDS: Mapping[str, str] = {
    "NOT": "not isn't aren't wasn't weren't hasn't haven't don't doesn't didn't",
    "CANNOT": "cannot can_not can't could_not couldn't unable_to",
    "BE": "is are was were been be",
    "VERY": "very highly quite really",
    "YET": "yet fully really at_all well quite",
    "STUDIES": "study studies trial trials research",
    "FEW": "some limited weak early tentative modest preliminary thin low-certainty",
    "SIGNS": "evidence signs data hint hints results",
    "TESTED": "studied tested shown proven established looked_at measured demonstrated confirmed",
    "COMPARED": "better worse higher lower larger smaller greater more less shorter longer",
    "KNOWN": "known clear certain sure understood settled established",
    "NOBODY": "nobody no_one no-one none_of_us",
}


def _pattern(phrases: str) -> Pattern:
    return pattern_of(phrases, _WORDS)


# Words that look like those below and are something else: a month, a comparison, “can not”.
OTHER_SENSE = _pattern(
    """in/by/since/until/from/during/last/of/early/late may
       may NUMBER
       more/less/as/how/equally/times/so/too likely
       likely than
       could not be
       can not
       unclear risk~
       your/his/her/their/our/my/own/free/good/the will"""
)

# The month, which has a capital in the midst of a sentence: “10 may improve” tells of ten people.
MONTH = Pattern(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|[Ee]arly|[Mm]id|[Ll]ate|[Nn]ext|[Ll]ast|[Tt]his|[Ee]ach|[Ee]very|[Uu]ntil|[Tt]ill|to|of|and|or|before|after)"
    r"(?:\s+|-)May\b|\bMay(?=[’']s\b|[\s-]+(?:\d|(?:and|or|to|until)\s+[A-Z]|[Bb]ank\b|[Hh]oliday|Day\b|is\b|was\b))",
    AS_TYPED,
)

# The four steps of the scale, from the bottom.

UNKNOWN = Phrases(
    """(VERY) uncertain/unclear/unknown/unsure
       doubtful/unproven/untested/unstudied/open_question/may_or_may_not/might_or_might_not
       NOT (YET) KNOWN
       do/does/did not (yet/really) know
       don't/doesn't/didn't (yet/really) know
       CANNOT (yet) tell/say/be_sure/know/be_certain/show/judge/answer
       NOBODY (yet) knows/can_say/can_tell/can_yet_say/can_yet_tell/is_sure
       jury is (still) out
       mystery/puzzle
       anyone's/anybody's/everyone's guess
       remains/remain/is/still (an) open/unanswered/in_doubt/unsettled/unresolved (question)
       remain~ to_be_seen/to_be_shown
       NOT/never/yet_to (yet) (been/be) TESTED
       hard/hardly (to) say/tell/know
       CANNOT settle/prove
       know/knows (very) little/nothing
       too weak/few/small/little/early/uncertain/limited/poor/thin/unsure/soon
       too * to say/tell/know/judge
       little/not_much/not_enough is known
       not_enough/insufficient evidence/STUDIES
       we/they/it/authors/researchers/review found/saw/has/have no (*) STUDIES
       no (*) STUDIES (*) has/have/of/on/that/looked/tested/show/shows
       there are/is/was/were no (*) STUDIES/data
       big/real/much/serious/great doubt""",
    _WORDS,
)
MAY = _pattern(
    """may/might/could
       possible/possibly/perhaps/maybe/potential/potentially/conceivably/arguably
       seem~
       look/looks/looked as_if/as_though/like/set_to
       appear/appears/appeared to/that
       appear/appears safe/effective/helpful/useful/harmful/promising/COMPARED
       suggest~
       hint/hints/hinted
       point/points to/towards
       indicate~
       BE (*) thought/believed/suspected/said/reported/assumed/considered/supposed to/that
       think/believe/suspect/assume/suppose
       thinks/believes/suspects/assumes/supposes
       FEW (*) SIGNS
       a/some/faint (*) sign/hint/indication (*) that
       there_are/first/early signs
       low certainty
       one_idea/in_theory/theory/theoretically/promising/a_chance
       cannot/can't be ruled out
       some studies/trials"""
)
CAN = _pattern("can")
PROBABLY = _pattern(
    """probable/probably/presumably/in_all_likelihood
       (most/very/quite/highly) likely
       unlikely
       is/are expected to
       moderate/fairly/reasonably/good certainty
       fairly sure
       a good chance"""
)
# What moves a clause one step up, and what leaves no doubt.
RAISED = _pattern(
    """clearly/certainly/definitely/undoubtedly/without_doubt/no_doubt/surely/obviously/always/strongly
       in_fact/indeed/firmly/convincingly
       count_on/rely_on/bank_on/depend_on/look_forward_to"""
)
NO_DOUBT = _pattern(
    """almost certain/certainly
       must/will/prove/proves/proved/proven/always/clearly/certainly/definitely/undoubtedly/obviously/certain
       sure/bound to"""
)
SHOWN = _pattern(
    """found/shows/showed/shown/show/saw/reported/concluded/say/says/said/tell/tells/told/find/finds/know (us) that
       demonstrate~/confirm~/prove~/proven/establish~ (us) that
       shown/proven/found/known/demonstrated/confirmed/seen to"""
)

# Clauses that make no claim of their own.

NO_EVIDENCE = _pattern(
    """no ** evidence
       NOT (yet) find/found/see/saw (*) evidence
       did not find
       lack/absence of (*) evidence
       little/not_enough/scant (*) evidence"""
)
HEARSAY = Pattern(
    r", (?:says? [A-Z\w]|(?:[\w’'-]+ ){1,5}(?:says?|said|writes?|wrote|holds?)[.”\"]*$)"
    r"|\bsome say\b|^[Ss]ome (?:people|patients|users|readers|doctors) (?:say|think|feel|believe|find) that\b",
    AS_TYPED,
)
SEEN = Pattern(
    r"\b(?:has|have|had|was|were) (?:also |often |sometimes |rarely )?(?:been )?(?:also )?"
    r"(?:seen|reported|noted|recorded|observed|described)\b(?! to\b)"
)
ADVICE = _pattern(
    """recommend/recommends/recommended/recommendation/recommendations
       advise~/advisable/advice/guideline~/guidance/should/ought
       approve~/license~/licence~/illegal/legal/consensus/warn~
       is/are called
       is another/the/an/a word/name/term
       stands_for/is_short_for/defined_as"""
)
# When something begins, how long it takes, what it costs: a plan, and no outcome.
AGENDA = Pattern(
    r"^(?:(?:and|but|so) )?(?:the|your|our|this|a|an|each|every|their) (?:[\w-]+ ){0,2}?"
    r"(?:talks?|visits?|appointments?|meetings?|calls?|interviews?|letters?|forms?|repl(?:y|ies)|queue|wait|journey|train"
    r"|bus|lift|clinic|office|shop|house|results?|post|parcel|answers?|lessons?|class|classes|workshops?|film|questionnaires?|consultations?)"
    r" (?:(?:is|are) (?:un)?likely to|will|may|might|can|could|should|probably) (?:\w+ly |also )?"
    r"(?:takes?|lasts?|starts?|begins?|ends?|costs?|arrives?|comes?|opens?|closes?|moves?"
    r"|be (?:held|short|long|by|on|at|in|open|closed|shut|full))\b"
    # “You will get a letter”, “We will call you”
    r"|^(?:(?:and|but|so|then|afterwards) )?(?:"
    r"you will (?:\w+ly |also |then )?(?:get|receive|find|meet|see|be (?:sent|given|handed))"
    r" (?:an?|our|your|the|two|another) (?:[\w-]+ ){0,2}?"
    r"(?:letters?|calls?|cop(?:y|ies)|forms?|nurses?|doctors?|therapists?|appointments?|reply|rooms?|beds?|bills?|lists?"
    r"|sheets?|leaflets?|texts?|e-?mails?)"
    r"|we (?:will|may|might|can) (?:\w+ly |also |then )?"
    r"(?:call|ring|phone|write|send|ask|meet|show|tell|answer|see|let|talk|discuss|check|weigh|measure|explain|book)"
    r")\b"
)
DUTY = Pattern(r"\bmust(?! be\b)")
ABOUT_EVIDENCE = Phrases(
    """rated/rating_of/is_graded/was_graded/were_graded/grades_the
       no known *
       no/any proof
       rate/rates what
       evidence/certainty/data/research/study/studies/trial/trials ** is/are/was/were/come/comes/differ/differs
       evidence/certainty/data/research/study/studies/trial/trials ** agree/agrees/disagree/disagrees/conflict/conflicts
       count/counts/number/numbers/figures/estimates/rates ** vary/varies/differ/differs
       count/counts/number/numbers/figures/estimates/rates run/runs/range/ranges from
       study/studies/model/models/animals (*) copy/copies/mimic/mimics
       reports/results/findings/answers ... vary/differ
       study/studies/trial/trials/data/experts (do/does/did) not agree
       each/every/the row/column/line/bar/dot is/shows
       this/that/is_an idea/thought |
       we mean
       ^ more about/on
       NOT (a) known/said/stated/named/counted/reported/show/name/say/tell/prove/mean
       rule_out/numbers_known/comparison_group/no_one_was_counted/one_reason/according_to
       we found/read/hold/have/rate
       what_we_read/are_from/is_from/in_the_review
       disagree/looked_at/compared/measured/studied/tested/included/followed/took_part""",
    _WORDS,
)
# What sources do with what they hold; whether it holds is another matter.
TELLING = pattern_of(
    """hold~ that
       say~/tell~/list~/describe~/name~/estimate~/conclude~/propose~/explain~/ask~/cover~/count~/state~/write~/stress~
       speak~/look_for/call~/put~/use~/report~"""
)
