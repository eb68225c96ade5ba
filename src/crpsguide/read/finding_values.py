"""The values of findings: normalises alternative keys, and finds impossible numbers."""

import ast
import dataclasses
import operator
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Trouble
from crpsguide.read.yaml_tree import Document, Path, Tree

Fault = tuple[str, str, str]  # the key at fault, the message, and the help
NUMBERS = ("value", "low", "high", "events")
_PEOPLE = LazyPattern(r"\b(?:people|patients|participants|persons|adults|children|women|men)\b", re.IGNORECASE)
_CHANGE = LazyPattern(r"\b(?:change|difference|fewer|less|fall|drop|gap|reduction)\b", re.IGNORECASE)
_CALCULATION = LazyPattern(r"[\d\s.+*/()-]{1,100}")
_LIKE_CALCULATION = LazyPattern(r"\d[\d\s.]*[+*/−-][\d\s.+*/()−-]*")
# “twelve”, “~38”, “3 8”, “1.2.3”; but “45 to 100”, “116 123” and “CYP3A4”
_NOT_A_NUMBER = LazyPattern(r"(?=.*[a-z])\D+|[~≈?<>=≤≥±]+\s*[\d.,]+|\d \d{1,2}|[\d.]+\.\d*\.[\d.]*", re.DOTALL)
# A number with its unit, or with a decimal comma.
_MALFORMED = LazyPattern(r"(?P<number>[-−]?\d[\d.,]*)\s*(?P<unit>%|per ?cent)|[-−]?\d+,(?!\d{3}$)\d+")
ROUNDING = 1  # percentage points between a percentage and that of its counts
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def with_named_parts(document: Document) -> Document:
    """An evidence file with the standard keys of values: `of` for what is counted, `out_of` for the total.

    Editors may write `what` for `of`, and then `of` for the total: `{events: 38, of: 50, what: improved}`.
    """
    return dataclasses.replace(document, data={key: _normalized(one) for key, one in document.data.items()})


def impossible_values(document: Document) -> Iterator[Trouble]:
    """Values without a number, and numbers that are impossible or contradict each other."""
    appraisal = document.data.get("appraisal")
    people = _number(appraisal.get("people")) if isinstance(appraisal, dict) else None
    if people == 0:
        help = "Write how many took part, or remove the line if nobody was studied."
        yield Trouble("record", document.place(("appraisal", "people")), "A study of 0 people is none.", help)
    for path, value in _values(document):
        for key, message, help in _faults(value, people) if isinstance(value, dict) else ():
            yield Trouble("record", document.place((*path, key)), message, help)


def _faults(value: dict[str, Tree], people: Decimal | None) -> Iterator[Fault]:
    """The faults of a value; `people` is the size of the study."""
    number, low, high = (_number(value.get(name)) for name in ("value", "low", "high"))
    yield from _malformed_numbers(value)
    yield from _false_counts(value, number, people)
    if low is not None and high is not None and low > high:
        yield "low", f"The range from {low} to {high} is upside down.", "Write its lower end as “low”."
    if number is not None and _is_percentage_of_people(value):
        if number > 100:
            yield "value", f"{number}% of people cannot be: all of them are 100%.", "Correct the value or its unit."
        elif number < 0 and not _CHANGE.search(str(value.get("of"))):
            yield "value", f"{number}% of people cannot be: none of them are 0%.", "Correct the value or its unit."
    yield from _false_calculation(value, number)
    yield from _false_interval(value, number)


def _malformed_numbers(value: dict[str, Tree]) -> Iterator[Fault]:
    """A missing number, text in its place, or a number with its unit or with a decimal comma."""
    if not any(value.get(name) for name in NUMBERS):
        help = "Write “value: 12”, or “low” and “high” for a range, or “events” and “out_of” for a count."
        yield "", "This value has no number.", help
    if isinstance(text := value.get("value"), str) and _NOT_A_NUMBER.fullmatch(text):
        yield "value", f"“{text}” is no number.", "Write it in digits, such as “value: 12”."
    for name in (*NUMBERS, "out_of"):
        if isinstance(text := value.get(name), str) and (match := _MALFORMED.fullmatch(text.strip())):
            if match["unit"]:
                yield name, f"“{text}” is a number and its unit.", f"Write “{match['number']}”, and “unit: '%'”."
            else:
                help = f"Write a point, as in “{text.replace(',', '.')}”; a comma stands before three digits each."
                yield name, f"The comma in “{text}” parts no thousands.", help


def _false_counts(value: dict[str, Tree], number: Decimal | None, people: Decimal | None) -> Iterator[Fault]:
    """A part larger than its total, a total larger than the study, or a percentage that contradicts its counts."""
    events, total, counted = (_number(value.get(name)) for name in ("events", "out_of", "n"))
    if counted is not None and (counted <= 0 or (people is not None and counted > people)):
        help = "Write how many people the value was counted among, or leave “n” out."
        of_all = f" of {people}" if people is not None and counted > 0 else ""
        yield "n", f"A value counted among {counted}{of_all} people cannot be.", help
    if events is not None and events < 0:
        yield "events", f"{events} people cannot be.", "Write how many had it, 0 or more."
    if total is None:
        return
    if people is not None and total > people:
        help = "Correct the one or the other, or write another count as “value: 90, unit: people”."
        yield "out_of", f"{total} people cannot be: by “people” above, {people} took part.", help
    if events is None:
        return
    if events > total:
        help = "Correct them. What one person can have several times is “value: 60, unit: events”."
        yield "events", f"{events} of {total} cannot be: the part is larger than the whole.", help
    if not total or number is None or value.get("unit") != "%":
        return
    percentage = 100 * Fraction(events) / Fraction(total)
    if abs(percentage - Fraction(number)) > ROUNDING:
        help = "Work it out again, and correct the share or the counts."
        yield "value", f"{events} of {total} come to {float(percentage):.4g}%, not to {number}%.", help


def _is_percentage_of_people(value: dict[str, Tree]) -> bool:
    return value.get("unit") == "%" and bool(_PEOPLE.search(str(value.get("of"))))


def _false_interval(value: dict[str, Tree], number: Decimal | None) -> Iterator[Fault]:
    """An interval without two ends, with its ends swapped, or that does not contain its value."""
    if not isinstance(interval := value.get("ci"), list):
        return
    ends = [_number(end) for end in interval]
    first, last = ends if len(ends) == 2 else (None, None)
    if first is None or last is None:
        yield "ci", "An interval has two ends, each a number.", "Write it as “ci: [1, 3]”."
    elif first > last and first > 0:  # of a decrease, either end may come first
        yield "ci", f"The interval from {first} to {last} is upside down.", f"Write it as “ci: [{last}, {first}]”."
    elif max(first, last) > 100 and _is_percentage_of_people(value):
        yield "ci", f"{max(first, last)}% of people cannot be: all of them are 100%.", "Correct the interval."
    elif number is not None and not min(first, last) <= number <= max(first, last):
        yield "ci", f"{number} does not lie between {first} and {last}.", "Correct the value or its interval."


def _false_calculation(value: dict[str, Tree], number: Decimal | None) -> Iterator[Fault]:
    """A calculation (`100 - 76 = 24`, or without its result) that does not give its result or the value."""
    calculation, _, result = str(value.get("derived") or "").partition("=")
    calculation = calculation.strip()
    calculated = _calculated(calculation)
    if calculated is None:
        if _LIKE_CALCULATION.fullmatch(calculation):
            yield "derived", f"“{calculation}” cannot be worked out.", "Write a sum such as “100 - 76”, or words."
        return
    for stated in (_number(result.strip()), number):
        if stated is not None and abs(calculated - Fraction(stated)) > _half_unit(stated):
            message = f"“{calculation}” comes to {float(calculated):.4g}, not to {stated}."
            yield "derived", message, "Work it out again, and correct the sum or the value."
            return


def _half_unit(number: Decimal) -> Fraction:
    """Half a unit in the last decimal place of a number: the maximum error of rounding."""
    decimals = max(-int(number.as_tuple()[2]), 0)
    return Fraction(1, 2 * 10**decimals)


def _calculated(calculation: str) -> Fraction | None:
    """The result of a calculation; None for text, and for a division by zero."""

    def evaluated(node: ast.expr) -> Fraction:
        match node:
            case ast.Constant(value=int() | float() as number):
                return Fraction(str(number))
            case ast.BinOp(left, operation, right) if type(operation) in _OPERATORS:
                return Fraction(_OPERATORS[type(operation)](evaluated(left), evaluated(right)))
        raise ValueError

    expression = calculation.replace("\u2212", "-").replace("×", "*")
    try:
        return evaluated(ast.parse(expression, mode="eval").body) if _CALCULATION.fullmatch(expression) else None
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None


def _number(tree: Tree) -> Decimal | None:
    """Parse a number; None for anything else, and for what cannot be compared (`NaN`)."""
    if not isinstance(tree, str):
        return None
    try:
        number = Decimal(tree.replace(",", "").replace("\u2212", "-"))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _values(document: Document) -> Iterator[tuple[Path, Tree]]:
    """The values of all findings, with their paths."""
    findings = document.data.get("findings")
    for key, finding in findings.items() if isinstance(findings, dict) else ():
        values = finding.get("values") if isinstance(finding, dict) else None
        for number, value in enumerate(values if isinstance(values, list) else ()):
            yield ("findings", key, "values", number), value


def _normalized(tree: Tree, parent_key: str = "") -> Tree:
    if isinstance(tree, list):
        is_values = parent_key == "values"
        return [_with_standard_keys(one) if is_values and isinstance(one, dict) else _normalized(one) for one in tree]
    if isinstance(tree, dict):
        return {key: _normalized(one, key) for key, one in tree.items()}
    return tree


def _with_standard_keys(value: dict[str, Tree]) -> Tree:
    if "what" not in value and "events" not in value:
        return value
    renamed: dict[str, Tree] = {}
    for key, part in value.items():
        if key == "of" and isinstance(part, str) and part.replace(",", "").isdigit():
            renamed["out_of"] = part
        else:
            renamed["of" if key == "what" else key] = part
    return renamed
