"""Formats values as words for readers: days, numbers, ratings of certainty, telephone numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from crpsguide.frozen import frozen
from crpsguide.model import Appraisal, Certainty, Finding, Read, Site, Value

# Not from the locale, which differs between machines.
MONTHS = "January February March April May June July August September October November December".split()

READ = {
    Read.FULL_TEXT: "We read the full text.",
    Read.ABSTRACT: "We read the abstract (its short summary) only.",
    Read.SECONDARY: "We did not read it ourselves. We read what another text says about it.",
}

# Country codes with two digits (ITU-T E.164), as ranges; 1 and 7 have one digit, all others three.
TWO_DIGIT_CODES = "20 27 30-34 36 39 40-41 43-49 51-58 60-66 81-82 84 86 90-95 98".split()

US = "us"  # the rater of a finding that no source rated: the guide's editors


@frozen
class Rating:
    """The certainty of a finding, also in words, and its rater: `US`, or the short name of a source."""

    certainty: Certainty
    words: str
    rated_by: str

    @property
    def rank(self) -> int:
        """The number of filled squares on the badge, from 1 for very low to 4 for high."""
        return self.certainty.rank


def rating(site: Site, finding: Finding) -> Rating | None:
    """The rating of a finding; None if it has none."""
    if not finding.certainty.rank:
        return None
    rater = site.sources.get(finding.rated_by)
    rated_by = rater.source.short_name if rater else US
    return Rating(finding.certainty, certainty_words(site, finding.certainty), rated_by)


def certainty_words(site: Site, certainty: Certainty) -> str:
    """The guide's wording for a certainty, or a default such as `Low certainty`."""
    phrase = site.phrases("certainty").get(certainty.value)
    default = key_words(certainty.value) + (" certainty" if certainty.rank else "")
    return phrase.say if phrase and phrase.say else default


def lowest_rating(site: Site, findings: Iterable[Finding]) -> Rating | None:
    """The lowest rating, for a sentence is only as certain as its weakest finding; None if no finding is rated."""
    ratings = [found for finding in findings if (found := rating(site, finding))]
    return min(ratings, key=lambda found: found.rank, default=None)


def day_words(day: date) -> str:
    """A day in words.

    >>> day_words(date(2026, 8, 6))
    '6 August 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def people_words(appraisal: Appraisal) -> str:
    """How many people took part: the editor's words, otherwise the count; empty if not known."""
    if appraisal.size:
        return appraisal.size
    if appraisal.people is None:
        return ""
    return "1 person" if appraisal.people == 1 else f"{appraisal.people:,} people"


def value_words(value: Value) -> str:
    """A number with its unit, unless the description of what is counted (`of`) contains the unit.

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
    """A number rounded for a chart label: to tenths below 1, because half a point must not become a whole one.

    >>> short_number(Decimal("2.68")), short_number(Decimal("0.51")), short_number(Decimal("0.04"))
    ('3', '0.5', '0')
    """
    tenths = number.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if 0 < abs(tenths) < 1:
        return str(tenths)
    return str(number.quantize(Decimal(1), ROUND_HALF_UP))


def values_by_name(finding: Finding) -> dict[str, list[str]]:
    """The values of a finding in words, grouped by what they count, in the order of the file."""
    named: dict[str, list[str]] = {}
    for value in finding.values:
        named.setdefault(sentence_start(value.of), []).append(value_words(value))
    return named


def key_words(key: str) -> str:
    """A key as words, for keys without a wording.

    >>> key_words("crisis-line")
    'Crisis line'
    """
    return sentence_start(key.replace("-", " ").replace("_", " ").strip())


def sentence_start(words: str) -> str:
    """The words with a capital first letter and without a final full stop, which templates add.

    >>> sentence_start("a trial with a dummy treatment.")
    'A trial with a dummy treatment'
    """
    return words[:1].upper() + words[1:].removesuffix(".")


def disambiguated(names: Mapping[str, str], longer: Mapping[str, str]) -> Mapping[str, str]:
    """Names by id, replaced by the longer ones where several ids share a name.

    >>> disambiguated({"a": "NHS", "b": "NHS", "c": "WHO"}, {"a": "NHS: pain", "b": "NHS: casts", "c": "WHO: all"})
    {'a': 'NHS: pain', 'b': 'NHS: casts', 'c': 'WHO'}
    """
    shared = Counter(names.values())
    return {id: longer[id] if shared[name] > 1 else name for id, name in names.items()}


def listed_words(site: Site, wording: str, key: str) -> str:
    """The wording of a key in a wording list (`say`), or the key as words."""
    phrase = site.phrases(wording).get(key)
    return phrase.say if phrase and phrase.say else key_words(key)


def explained_words(site: Site, wording: str, key: str) -> str:
    """The explanation of a key in a wording list (`explain`), or empty."""
    phrase = site.phrases(wording).get(key)
    return phrase.explain if phrase else ""


def size_words(size: int) -> str:
    """The size of a file in bytes as words.

    >>> size_words(61_440), size_words(1_249_000), size_words(12)
    ('61 kB', '1.2 MB', '1 kB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 999_500 else f"{max(1, round(size / 1e3))} kB"


def phone_words(phone: str) -> str:
    """A telephone number in groups of digits that can be read aloud; the digits stay the same.

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
    """The number for a `tel:` link; empty if the text is more than one telephone number.

    >>> dialled("+44 (808) 808-8000"), dialled("988, then press 1")
    ('+448088088000', '')
    """
    return re.sub(r"[^\d+]", "", phone) if re.fullmatch(r"\+?[\d\s().-]+", phone.strip()) else ""


def web_address(text: str) -> str:
    """The text if it is an HTTP or HTTPS address, which alone may become a link; otherwise empty."""
    return text if re.match(r"https?://[^\s/]+", text) else ""


def host_words(address: str) -> str:
    """The host of a web address without `www.`, to name where a link goes.

    >>> host_words("https://www.example.org/a/b")
    'example.org'
    """
    return re.sub(r"^https?://(www\.)?", "", address).split("/")[0]


def _groups(digits: str) -> list[str]:
    """Groups of 3 digits; a single digit left over joins the last group."""
    groups = [digits[start : start + 3] for start in range(0, len(digits), 3)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups
