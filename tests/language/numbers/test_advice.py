import pytest

from crpsguide.language.numbers.advice import seldom_finds


@pytest.mark.parametrize(
    "text",
    [
        "Mind effects: 76 in 100 had them.",
        "Mind effects: of every 100 people, 76 had them.",
        "Rest breaks: pain fell by 20%.",
        "Sleep: 3 in 10 slept better.",
        "Exercise: pain fell 2 points.",
        "Change in pain: 12 points lower at 4 weeks.",
        "Burn units: 40% had it.",
        "Report of 2019: 5 people got worse.",
        "Use of opioids: 30% fewer.",
        "Help at work: 6 in 10 went back.",
        "Pain relief: 38 of 60 people.",
        "Return to work: 60% went back within a year.",
        "Follow-up: 12 weeks later, pain was 2 points lower.",
        "Drop-outs: 12 of 60.",
        "Drop out rates: 4 in 100 left.",
        "Stop rates: 12% in one year.",
        "Test results: 9 in 10 were right.",
        "Heat: pain was 1 point lower.",
        "Heat: 8 in 10 felt less stiff.",
        "Walk distance: 40 metres more.",
        "Touch practice: pain fell by half in 30 days.",
        "Mirror work: 30% less pain after 6 weeks.",
        "Place of the pain: 60% had it in the hand.",
        "Start of CRPS: most had it within 4 weeks.",
        "Work: 1 in 3 had left it.",
        "Rest: 20% less pain.",
        "Spread to the other limb: 7 in 100.",
        "Plan: 5 of 8 kept to it.",
    ],
)
def test_a_label_that_begins_like_an_order_leaves_a_finding_a_finding(text: str) -> None:
    assert not seldom_finds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rest: lie down for 10 minutes.",
        "Remember: take 2 tablets a day.",
        "Sleep: go to bed by 10 hours before work.",
        "Walk: start with 5 minutes a day.",
        "Try this: breathe in for 4 seconds.",
        "Do this: hold for 10 seconds, 3 times a day.",
        "Bring: 2 letters from your doctor.",
        "Bring: 2 letters.",
        "Pack: 3 days of medicine.",
        "Write down: 3 goals.",
        "Note: our talks last an hour.",
        "Stretch: 5 times, 3 times a day.",
        "Breathe: 4 seconds in, 6 seconds out.",
        "Rest: 5 minutes after each task.",
        "Ask: did 8 in 10 get better?",
        "Mirror work: start with 10 minutes a day.",
        "Pain diary: write in it for 2 weeks.",
        "Rest for 10 minutes: then start again.",
        "Set a timer: 20 minutes is enough.",
        "Take a break: 5 minutes in each hour.",
        "Ice: do not use it for 20 minutes.",
        "Stretch: 5 times in 10 minutes.",
        "First: call 999.",
    ],
)
def test_an_order_stays_one_behind_a_label_and_as_one(text: str) -> None:
    assert seldom_finds(text)
