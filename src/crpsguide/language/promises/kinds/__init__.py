"""The kinds of promises, a family to a file. Where two fit the same words, the first speaks."""

from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds.absolute import ABSOLUTE
from crpsguide.language.promises.kinds.answer import ANSWER
from crpsguide.language.promises.kinds.certainty import ALWAYS_WORKS, CERTAIN, GUARANTEED, PROVEN
from crpsguide.language.promises.kinds.change import CURE, NEW_LIFE, REVERSES
from crpsguide.language.promises.kinds.ended import ENDED
from crpsguide.language.promises.kinds.extent import EXTENT, SELLER
from crpsguide.language.promises.kinds.harmlessness import BELITTLED, NO_HARM
from crpsguide.language.promises.kinds.harmlessness import SAFE as SAFE
from crpsguide.language.promises.kinds.praise import AUTHORITY, BARGAIN, BIG_WORDS, MIRACLE, PRESSING
from crpsguide.language.promises.kinds.renewed import RENEWED
from crpsguide.language.promises.kinds.superiority import BEST, BEST_HOUSE, ONLY

KINDS: tuple[Kind, ...] = (
    PROVEN,
    CURE,
    MIRACLE,
    NEW_LIFE,
    GUARANTEED,
    CERTAIN,
    ALWAYS_WORKS,
    REVERSES,
    SAFE,
    NO_HARM,
    BEST,
    ONLY,
    ENDED,
    RENEWED,
    ANSWER,
    EXTENT,
    ABSOLUTE,
    SELLER,
    PRESSING,
    BARGAIN,
    BIG_WORDS,
    AUTHORITY,
    BELITTLED,
)
SUPERIORITY: tuple[Kind, ...] = (BEST_HOUSE,)
