"""Facts in a reader's words: days, numbers, how sure a finding is and who says so."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from crpsguide.frozen import frozen
from crpsguide.model import Appraisal, Certainty, Finding, Read, Site, Value

# A locale would change them with the machine.
MONTHS = "January February March April May June July August September October November December".split()

READ = {
    Read.FULL_TEXT: "We read the full text.",
    Read.ABSTRACT: "We read the abstract (its short summary) only.",
    Read.SECONDARY: "We did not read it ourselves. We read what another text says about it.",
}

# Country codes of two digits (ITU-T E.164), as ranges; 1 and 7 have one digit, all others three.
TWO_DIGIT_CODES = "20 27 30-34 36 39 40-41 43-49 51-58 60-66 81-82 84 86 90-95 98".split()

US = "us"  # who rated where no source did


@frozen
class Rating:
    """How sure a finding is, in words, and who said so: `us`, or the short name of a source."""

    certainty: Certainty
    words: str
    rated_by: str

    @property
    def rank(self) -> int:
        """4 for high down to 1 for very low: the filled squares of the badge."""
        return self.certainty.rank


def rating(site: Site, finding: Finding) -> Rating | None:
    """The rating of a finding, or None when nobody rated it."""
    if not finding.certainty.rank:
        return None
    rater = site.sources.get(finding.rated_by)
    rated_by = rater.source.short_name if rater else US
    return Rating(finding.certainty, certainty_words(site, finding.certainty), rated_by)


def certainty_words(site: Site, certainty: Certainty) -> str:
    """What the guide calls a certainty, else our own words: `Low certainty`."""
    phrase = site.phrases("certainty").get(certainty.value)
    own = key_words(certainty.value) + (" certainty" if certainty.rank else "")
    return phrase.say if phrase and phrase.say else own


def lowest_rating(site: Site, findings: Iterable[Finding]) -> Rating | None:
    """The least sure of the ratings: a sentence is no surer than its weakest support."""
    ratings = [one for finding in findings if (one := rating(site, finding))]
    return min(ratings, key=lambda one: one.rank, default=None)


def day_words(day: date) -> str:
    """A day as readers write it.

    >>> day_words(date(2026, 8, 6))
    '6 August 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def people_words(appraisal: Appraisal) -> str:
    """How many took part: the editor's words where there are some, else the count; empty when not known."""
    if appraisal.size:
        return appraisal.size
    if appraisal.people is None:
        return ""
    return "1 person" if appraisal.people == 1 else f"{appraisal.people:,} people"


def value_words(value: Value) -> str:
    """A number with its unit, without the unit where what it counts already says it.

    >>> value_words(Value(value="2.68", unit="points of 10", of="pain with ketamine"))
    '2.68 points of 10'
    >>> value_words(Value(value="60", unit="people", of="people randomised"))
    '60'
    """
    number, unit = value.written, value.unit.strip()
    if unit.lower() in value.of.lower():
        return number
    if unit in ("%", "°C"):
        return f"{number}{unit}"
    return f"{number} {unit}".strip()


def short_number(number: Decimal) -> str:
    """A number of points as short as the label of a picture: whole from 1 on, in tenths below it.

    Half a point must not be drawn as a whole one.

    >>> short_number(Decimal("2.68")), short_number(Decimal("0.51")), short_number(Decimal("0.04"))
    ('3', '0.5', '0')
    """
    tenths = number.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if 0 < abs(tenths) < 1:
        return str(tenths)
    return str(number.quantize(Decimal(1), ROUND_HALF_UP))


def values_by_name(finding: Finding) -> dict[str, list[str]]:
    """The numbers of a finding in words, under what they count, in the order of the file."""
    named: dict[str, list[str]] = {}
    for value in finding.values:
        named.setdefault(sentence_start(value.of), []).append(value_words(value))
    return named


def key_words(key: str) -> str:
    """A key as words, for want of a better text.

    >>> key_words("crisis-line")
    'Crisis line'
    """
    return sentence_start(key.replace("-", " ").replace("_", " ").strip())


def sentence_start(words: str) -> str:
    """Words as the start of a sentence or an entry, without a full stop: templates write that.

    >>> sentence_start("a trial with a dummy treatment.")
    'A trial with a dummy treatment'
    """
    return words[:1].upper() + words[1:].removesuffix(".")


def told_apart(names: Mapping[str, str], longer: Mapping[str, str]) -> Mapping[str, str]:
    """Names by id, the longer ones where others have the same name.

    >>> told_apart({"a": "NHS", "b": "NHS", "c": "WHO"}, {"a": "NHS: pain", "b": "NHS: casts", "c": "WHO: all"})
    {'a': 'NHS: pain', 'b': 'NHS: casts', 'c': 'WHO'}
    """
    shared = Counter(names.values())
    return {id: longer[id] if shared[name] > 1 else name for id, name in names.items()}


def listed_words(site: Site, wording: str, key: str) -> str:
    """What the wording list says for a key, else the key as words."""
    phrase = site.phrases(wording).get(key)
    return phrase.say if phrase and phrase.say else key_words(key)


def explained_words(site: Site, wording: str, key: str) -> str:
    """What the wording list explains of a key, empty when it does not."""
    phrase = site.phrases(wording).get(key)
    return phrase.explain if phrase else ""


def size_words(size: int) -> str:
    """The size of a file, given in bytes.

    >>> size_words(61_440), size_words(1_249_000), size_words(12)
    ('61 kB', '1.2 MB', '1 kB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 999_500 else f"{max(1, round(size / 1e3))} kB"


def phone_words(phone: str) -> str:
    """A telephone number in groups that can be read aloud; digits are never changed.

    >>> phone_words("116123"), phone_words("+448088088000"), phone_words("+35318001119")
    ('116 123', '+44 808 808 8000', '+353 180 011 19')
    """
    if not re.fullmatch(r"\+?\d{6,15}", phone):
        return phone
    if not phone.startswith("+"):
        return " ".join(_groups(phone))
    digits = phone[1:]
    has_two = any(code[:2] <= digits[:2] <= code[-2:] for code in TWO_DIGIT_CODES)
    length = 1 if digits[0] in "17" else 2 if has_two else 3
    return " ".join((f"+{digits[:length]}", *_groups(digits[length:])))


def dialled(phone: str) -> str:
    """What a telephone dials, empty when the text is not one number.

    >>> dialled("+44 (808) 808-8000"), dialled("988, then press 1")
    ('+448088088000', '')
    """
    return re.sub(r"[^\d+]", "", phone) if re.fullmatch(r"\+?[\d\s().-]+", phone.strip()) else ""


def web_address(text: str) -> str:
    """The text if it is an address of the web, else empty: nothing else becomes a link."""
    return text if re.match(r"https?://[^\s/]+", text) else ""


def host_words(address: str) -> str:
    """The name of a web site, to say where a link leads.

    >>> host_words("https://www.example.org/a/b")
    'example.org'
    """
    return re.sub(r"^https?://(www\.)?", "", address).split("/")[0]


def _groups(digits: str) -> list[str]:
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups
