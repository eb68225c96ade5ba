"""Numbers in English sentences: finding them, what they measure, and whether one supports another."""

from crpsguide.language.numbers.amounts import Amount as Amount
from crpsguide.language.numbers.amounts import Kind as Kind
from crpsguide.language.numbers.amounts import Measure as Measure
from crpsguide.language.numbers.amounts import Qualifier as Qualifier
from crpsguide.language.numbers.binding import Bound as Bound
from crpsguide.language.numbers.binding import Label as Label
from crpsguide.language.numbers.binding import bind as bind
from crpsguide.language.numbers.comparison import Known as Known
from crpsguide.language.numbers.comparison import could_speak_of as could_speak_of
from crpsguide.language.numbers.comparison import supports as supports
from crpsguide.language.numbers.known_units import UNIT_NAMES as UNIT_NAMES
from crpsguide.language.numbers.known_units import is_known_unit as is_known_unit
from crpsguide.language.numbers.prices import currency as currency
from crpsguide.language.numbers.prices import read_prices as read_prices
from crpsguide.language.numbers.reading import read_amounts as read_amounts
from crpsguide.language.numbers.units import PEOPLE as PEOPLE
from crpsguide.language.numbers.units import noun_class as noun_class
from crpsguide.language.numbers.units import read_unit as read_unit
