"""What a test may say of a sentence, and what it may look at besides its words."""

from collections.abc import Callable
from dataclasses import field
from enum import Enum

from crpsguide.check.vocabulary import HealthWords
from crpsguide.frozen import frozen
from crpsguide.language.statements.matter import EFFECT, HEALTH
from crpsguide.model import PassageKind


class Reason(Enum):
    """Why a sentence may stand without a source, in words, with an example."""

    QUESTION = "it asks an open question", "Will it help me?"
    ADVICE = "it gives advice or an instruction and states no fact", "Ask your nurse about the dose."
    NAVIGATION = "it leads through the text", "More is on the next page."
    EMPATHY = "it speaks to the reader's feelings", "It is not your fault."
    OWN_WORK = "it tells what the writers or their house do", "We are open on Mondays."
    OWN_SEARCH = "it tells what the writers read and did not find", "We found no study of this in children."
    WORDING = "it says how a word is used here", "Here, limb is short for an arm or a leg."
    TRANSITION = "it leads over to what comes next", "That brings us to the next question."
    NAME = "it only names something", "A warm blanket"
    TALK = "its words are those of talk among people", "You will find our opening hours on the door."
    OTHER_MATTER = "it speaks of nothing that touches health, care or law", "The mayor handed over the keys."

    def __init__(self, words: str, example: str) -> None:
        self.words = words
        self.example = example


@frozen
class Setting:
    """What stands around a sentence: its heading, the sentence that leads in to a list, the block, the form.

    `opens` says that more sentences of the same passage follow it. `own_words` are the guide's
    words of illness and care, beside those of general English. `judge` is whoever asks: it
    judges a side clause as if it stood alone, and `is_clause` says that this is one.
    """

    heading: str = ""
    block: str = ""
    kind: PassageKind = PassageKind.PARAGRAPH
    lead_in: str = ""
    opens: bool = False
    own_words: HealthWords = field(default_factory=HealthWords)
    is_clause: bool = False
    judge: "Callable[[str, Setting], Reason | None] | None" = None

    @property
    def in_running_text(self) -> bool:
        """Whether the sentence stands in running text; an item of a list or a cell says too little by itself."""
        return self.kind is PassageKind.PARAGRAPH and not self.lead_in

    def names_health(self, text: str) -> bool:
        """Whether a text speaks of the body, an illness or care."""
        return bool(HEALTH.search(text)) or self.own_words.names_health(text)

    def touches_health(self, text: str) -> bool:
        """Whether a text speaks of the body, an illness or care, or of what acts on them."""
        return self.names_health(text) or bool(EFFECT.search(text))

    def lets_pass(self, text: str) -> bool:
        """Whether a clause would need no source if it stood alone."""
        alone = Setting(own_words=self.own_words, is_clause=True, judge=self.judge)
        return self.judge is not None and self.judge(text, alone) is not None


class _Claim(Enum):
    """A test's word that a sentence does need a source."""

    CLAIM = "it states a fact"


CLAIM = _Claim.CLAIM


Verdict = Reason | _Claim | None
