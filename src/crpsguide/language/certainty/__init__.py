"""How sure a sentence sounds: plain, probably, may, or not known; and sentences that say nothing about that."""

from crpsguide.language.certainty.scale import Strength, Told
from crpsguide.language.certainty.sentences import told_strengths

__all__ = ["Strength", "Told", "told_strengths"]
