"""The numbers of findings: other names that editors give to their parts, and numbers that cannot be."""

import ast
import dataclasses
import operator
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Trouble
from crpsguide.read.yaml_tree import Document, Tree

NUMBERS = ("value", "low", "high", "events")
_PEOPLE = LazyPattern(r"\b(?:people|patients|participants|persons|adults|children|women|men)\b", re.IGNORECASE)
_SUM = LazyPattern(r"[\d\s.+*/()-]{1,100}")
_SIGNS = LazyPattern(r"\d[\d\s.]*[+*/−-][\d\s.+*/()−-]*")
_NO_NUMBER = LazyPattern(r"(?=.*[a-z])\D+|[\d.]+\.\d*\.[\d.]*", re.DOTALL)
_SLIP = LazyPattern(r"(?P<number>[-−]?\d[\d.,]*)\s*(?P<sign>%|per ?cent)|[-−]?\d+,(?!\d{3}$)\d+")
LEAST_APART = 1  # percentage points between a share and its counts that are no rounding
_WORKED_OUT = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def with_named_parts(document: Document) -> Document:
    """An evidence file in which every value says `of` what it counts, and counts say `out_of` how many.

    Editors may write `what` for `of`, and then `of` for the whole: `{events: 38, of: 50, what: improved}`.
    """
    return dataclasses.replace(document, data={key: _named(one) for key, one in document.data.items()})


def impossible_values(document: Document) -> Iterator[Trouble]:
    """Values that hold no number, or numbers that do not go together."""
    appraisal = document.data.get("appraisal")
    people = _number(appraisal.get("people")) if isinstance(appraisal, dict) else None
    if people == 0:
        help = "Write how many took part, or remove the line if nobody was studied."
        yield Trouble("record", document.place(("appraisal", "people")), "A study of 0 people is none.", help)
    for path, value in _values(document):
        for key, message, help in _faults(value, people) if isinstance(value, dict) else ():
            yield Trouble("record", document.place((*path, key)), message, help)


def _faults(value: dict[str, Tree], people: Decimal | None) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a value: the key where that stands, the message, and the next step."""
    number, low, high = (_number(value.get(name)) for name in ("value", "low", "high"))
    yield from _no_numbers(value)
    yield from _false_counts(value, number, people)
    if low is not None and high is not None and low > high:
        yield "low", f"The range from {low} to {high} is upside down.", "Write its lower end as “low”."
    if number is not None and number > 100 and value.get("unit") == "%" and _PEOPLE.search(str(value.get("of"))):
        yield "value", f"{number}% of people cannot be: all of them are 100%.", "Correct the value or its unit."
    yield from _false_sums(value, number)
    yield from _false_interval(value, number)


def _no_numbers(value: dict[str, Tree]) -> Iterator[tuple[str, str, str]]:
    """Words in the place of a number, and numbers written as no number is here."""
    if not any(value.get(name) for name in NUMBERS):
        help = "Write “value: 12”, or “low” and “high” for a range, or “events” and “out_of” for a count."
        yield "", "This value has no number.", help
    if isinstance(words := value.get("value"), str) and _NO_NUMBER.fullmatch(words):
        yield "value", f"“{words}” is no number.", "Write it in digits, such as “value: 12”."
    for name in (*NUMBERS, "out_of"):
        if isinstance(words := value.get(name), str) and (slip := _SLIP.fullmatch(words.strip())):
            if slip["sign"]:
                yield name, f"“{words}” is a number and its unit.", f"Write “{slip['number']}”, and “unit: '%'”."
            else:
                help = f"Write a point, as in “{words.replace(',', '.')}”; a comma stands before three digits each."
                yield name, f"The comma in “{words}” parts no thousands.", help


def _false_counts(
    value: dict[str, Tree], number: Decimal | None, people: Decimal | None
) -> Iterator[tuple[str, str, str]]:
    """A part larger than its whole, a whole larger than the study, and a share that its own count does not come to."""
    events, whole = _number(value.get("events")), _number(value.get("out_of"))
    if whole is None:
        return
    if people is not None and whole > people:
        help = "Correct the one or the other, or write another count as “value: 90, unit: people”."
        yield "out_of", f"{whole} people cannot be: by “people” above, {people} took part.", help
    if events is None:
        return
    if events > whole:
        help = "Correct them. What one person can have several times is “value: 60, unit: events”."
        yield "events", f"{events} of {whole} cannot be: the part is larger than the whole.", help
    share = 100 * Fraction(events) / Fraction(whole) if whole and value.get("unit") == "%" else None
    if share is not None and number is not None and abs(share - Fraction(number)) > LEAST_APART:
        help = "Work it out again, and correct the share or the counts."
        yield "value", f"{events} of {whole} come to {float(share):.4g}%, not to {number}%.", help


def _false_interval(value: dict[str, Tree], number: Decimal | None) -> Iterator[tuple[str, str, str]]:
    """An interval that has not two ends, is upside down, or does not hold its value."""
    if not isinstance(written := value.get("ci"), list):
        return
    ends = [_number(one) for one in written]
    first, last = ends if len(ends) == 2 else (None, None)
    if first is None or last is None:
        yield "ci", "An interval has two ends, each a number.", "Write it as “ci: [1, 3]”."
    elif first > last and first > 0:  # a fall is told with either end in front
        yield "ci", f"The interval from {first} to {last} is upside down.", f"Write it as “ci: [{last}, {first}]”."
    elif number is not None and not min(first, last) <= number <= max(first, last):
        yield "ci", f"{number} does not lie between {first} and {last}.", "Correct the value or its interval."


def _false_sums(value: dict[str, Tree], number: Decimal | None) -> Iterator[tuple[str, str, str]]:
    """A sum (`100 - 76 = 24`, or without its end) that does not come to the number that it is said to explain."""
    sum_, _, end = str(value.get("derived") or "").partition("=")
    if (come_to := _come_to(sum_)) is None:
        if _SIGNS.fullmatch(sum_.strip()):
            yield "derived", f"“{sum_.strip()}” cannot be worked out.", "Write a sum such as “100 - 76”, or words."
        return
    for said in (_number(end.strip()), number):
        if said is not None and abs(come_to - Fraction(said)) > Fraction(1, 2 * 10 ** max(-int(said.as_tuple()[2]), 0)):
            message = f"“{sum_.strip()}” comes to {float(come_to):.4g}, not to {said}."
            yield "derived", message, "Work it out again, and correct the sum or the value."
            return


def _come_to(sum_: str) -> Fraction | None:
    """What a sum comes to; None for words, and for what cannot be worked out."""

    def worked_out(node: ast.expr) -> Fraction:
        match node:
            case ast.Constant(value=int() | float() as number):
                return Fraction(str(number))
            case ast.BinOp(left, operation, right) if type(operation) in _WORKED_OUT:
                return Fraction(_WORKED_OUT[type(operation)](worked_out(left), worked_out(right)))
        raise ValueError

    sum_ = sum_.replace("\u2212", "-").replace("×", "*").strip()
    try:
        return worked_out(ast.parse(sum_, mode="eval").body) if _SUM.fullmatch(sum_) else None
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None


def _number(written: Tree) -> Decimal | None:
    """The number that a value is; None for words, and for what cannot be compared (`NaN`)."""
    if not isinstance(written, str):
        return None
    try:
        number = Decimal(written.replace(",", "").replace("\u2212", "-"))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _values(document: Document) -> Iterator[tuple[tuple[str | int, ...], Tree]]:
    findings = document.data.get("findings")
    for key, finding in findings.items() if isinstance(findings, dict) else ():
        values = finding.get("values") if isinstance(finding, dict) else None
        for place, value in enumerate(values if isinstance(values, list) else ()):
            yield ("findings", key, "values", place), value


def _named(tree: Tree, inside: str = "") -> Tree:
    if isinstance(tree, list):
        return [_with_parts(one) if inside == "values" and isinstance(one, dict) else _named(one) for one in tree]
    if isinstance(tree, dict):
        return {key: _named(one, key) for key, one in tree.items()}
    return tree


def _with_parts(value: dict[str, Tree]) -> Tree:
    if "what" not in value and "events" not in value:
        return value
    renamed: dict[str, Tree] = {}
    for key, one in value.items():
        is_whole = key == "of" and isinstance(one, str) and one.replace(",", "").isdigit()
        renamed["out_of" if is_whole else "of" if key == "what" else key] = one
    return renamed
