"""How sure a sentence sounds: plain, probably, may, or not known; and sentences that say nothing about that."""

from crpsguide.language.certainty.scale import Strength as Strength
from crpsguide.language.certainty.scale import Told as Told
from crpsguide.language.certainty.sentences import told_strengths as told_strengths
