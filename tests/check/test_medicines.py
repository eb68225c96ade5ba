import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check import medicines
from crpsguide.check.rule import Rule


@pytest.mark.parametrize(
    ("rule", "body", "places"),
    [
        pytest.param(medicines.dose_outside_study, "Take 5 mg of it.", ["12:1"], id="U8 a dose"),
        pytest.param(medicines.dose_outside_study, "The dose is 0.5 mg/kg.", ["12:1"], id="U8 by weight"),
        pytest.param(medicines.dose_outside_study, "People had 2 to 3 g a day.", ["12:1"], id="U8 a day"),
        pytest.param(
            medicines.dose_outside_study, "/// go-deeper | More\nIn it, people had 5 mg.\n///", [], id="U8 folded"
        ),
        pytest.param(
            medicines.dose_outside_study, "Lift 500 g at first. Drink 200 ml of water.", [], id="U8 no medicine"
        ),
        pytest.param(medicines.dose_outside_study, "One tablet at night is usual.", ["12:1"], id="U8 pieces a day"),
        pytest.param(medicines.dose_outside_study, "Try 10 drops of the oil.", ["12:1"], id="U8 pieces to take"),
        pytest.param(medicines.dose_outside_study, "Try 10 drops of the oil daily.", ["12:1"], id="U8 told once"),
        pytest.param(medicines.dose_outside_study, "Nobody should try 10 drops of the oil.", [], id="U8 denied"),
        pytest.param(medicines.dose_outside_study, "Try 10 drops of the oil?", [], id="U8 asked"),
        pytest.param(medicines.dose_outside_study, "Try 10 drops of the glue.", [], id="U8 of the household"),
        pytest.param(medicines.told_to_stop_medicine, "Stop your painkillers.", ["12:1"], id="U9 stop"),
        pytest.param(medicines.told_to_stop_medicine, "You should cut your dose.", ["12:1"], id="U9 cut"),
        pytest.param(medicines.told_to_stop_medicine, "Do not stop your medicine.", [], id="U9 do not"),
        pytest.param(
            medicines.told_to_stop_medicine, "Ask your doctor before you stop a medicine.", [], id="U9 ask first"
        ),
        pytest.param(medicines.told_to_stop_medicine, "How do I stop my tablets?", [], id="U9 a question"),
    ],
)
def test_medicines(rule: Rule, body: str, places: list[str], make_site: MakeSite) -> None:
    site = make_site(a=guide_page(body))

    assert [f"{one.place.line}:{one.place.column}" for one in rule.check(site)] == places


def test_a_plain_page_tells_nobody_to_stop_either(make_site: MakeSite) -> None:
    site = make_site(a="Stop your painkillers.")

    assert [f"{one.place.line}:{one.place.column}" for one in medicines.told_to_stop_medicine.check(site)] == ["5:1"]
