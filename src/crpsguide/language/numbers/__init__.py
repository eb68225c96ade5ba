"""Numbers in English sentences: finding them, what they count, and whether one bears out another."""

from crpsguide.language.numbers.amounts import Amount, Form, Kind, Measure
from crpsguide.language.numbers.binding import Bound, Label, bind
from crpsguide.language.numbers.comparison import Known, bears_out, could_speak_of
from crpsguide.language.numbers.reading import read_amounts
from crpsguide.language.numbers.units import PEOPLE, read_unit

__all__ = [
    "PEOPLE",
    "Amount",
    "Bound",
    "Form",
    "Kind",
    "Known",
    "Label",
    "Measure",
    "bears_out",
    "bind",
    "could_speak_of",
    "read_amounts",
    "read_unit",
]
