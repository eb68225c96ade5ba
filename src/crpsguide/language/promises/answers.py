"""Promises made by a plain answer, such as “Side effects? None.”."""

from collections.abc import Iterator

from crpsguide.language.phrases import pattern_of
from crpsguide.language.promises.finding import GENERAL, Promised, named_kinds
from crpsguide.language.promises.kinds.certainty import ALWAYS_WORKS
from crpsguide.language.promises.kinds.harmlessness import NO_HARM, SAFE
from crpsguide.language.promises.words import WORDS, OwnWords

_NONE = pattern_of(
    "^ (there) (are/is) (absolutely) none/no/zero/never/nothing/not_one/not_any/not_at_all (at_all/whatsoever/ever) |"
)
_YES = pattern_of(
    "^ yes/absolutely/definitely/certainly/of_course/always/indeed/completely/every_time , (it_does/it_is/it_can) |"
)
_BUT = pattern_of("but/if/may/might/most/some/unless/not/in/depends")
_HARMS = pattern_of("HARM/catch\nhurt~/painful/dangerous/addictive/harmful", WORDS)
_LASTS = pattern_of(
    "does/do/will/can (it/this/the/our/CARE)* (it/CARE/relief/effect)* (really/always)* last/work/help/hold |", WORDS
)
_ALWAYS = pattern_of("^ (yes) , always/absolutely/definitely/every_time/for_ever/forever/for_good/for_life |")
_SAFE = pattern_of("is/are ** safe |", WORDS)


def answered(question: str, answer: str, own: OwnWords = GENERAL) -> Iterator[Promised]:
    """What a short answer promises, by the question that it follows.

    >>> [one.kind.key for one in answered("Side effects?", "There are none.")]
    ['no-harm']
    """
    if not question.rstrip().endswith("?"):
        return
    none, yes = _NONE.search(answer), _YES.search(answer)
    if none and _HARMS.search(question):
        yield Promised(NO_HARM, *_trimmed(answer, *none.span()))
    elif _ALWAYS.search(answer) and _LASTS.search(question):
        yield Promised(ALWAYS_WORKS, *_trimmed(answer, 0, len(answer.rstrip(".! "))))
    elif yes and not _BUT.search(answer):
        asked = next(named_kinds(question, own), SAFE if _SAFE.search(question) else None)
        if asked:
            yield Promised(asked, *_trimmed(answer, *yes.span()))


def _trimmed(answer: str, start: int, end: int) -> tuple[int, int]:
    return start + len(answer[start:end]) - len(answer[start:end].lstrip("\"“‘' ")), end
