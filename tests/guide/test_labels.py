"""The words in drawings can be read on a phone, and their lines on paper."""

import re

import pytest
from tests.real_guide import real_edition

WIDTH = 358  # pixels that a drawing gets on a phone of 390
SMALLEST = 16  # pixels
SIZE = re.compile(r'font-size(?:="|:\s*)([\d.]+)')
PATTERNED = re.compile(r'stroke(?:="|:\s*)url')
BOX = re.compile(r'viewBox="0 0 ([\d.]+) ')
DRAWINGS = {
    one.address.name: one.file.read_text("utf-8")
    for one in real_edition().site.assets.values()
    if one.address.suffix == ".svg"
}


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_the_labels_of_a_drawing_are_large_enough(name: str) -> None:
    (box,) = BOX.findall(DRAWINGS[name])
    sizes = [float(size) * WIDTH / float(box) for size in SIZE.findall(DRAWINGS[name])]

    assert min(sizes, default=SMALLEST) >= SMALLEST


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_lines_have_one_colour_for_the_press_draws_others_as_thin_as_hairs(name: str) -> None:
    assert not PATTERNED.search(DRAWINGS[name])
