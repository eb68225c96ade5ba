"""SVG images of the real guide: labels are legible on a phone, and lines on paper."""

import re

import pytest
from tests.real_guide import real_edition

WIDTH = 358  # pixels; of an image on a phone that is 390 wide
MIN_FONT_SIZE = 16  # pixels
FONT_SIZE = re.compile(r'font-size(?:="|:\s*)([\d.]+)')
PATTERN_STROKE = re.compile(r'stroke(?:="|:\s*)url')
VIEW_BOX_WIDTH = re.compile(r'viewBox="0 0 ([\d.]+) ')
IMAGES = {
    one.address.name: one.file.read_text("utf-8")
    for one in real_edition().site.assets.values()
    if one.address.suffix == ".svg"
}


@pytest.mark.parametrize("name", sorted(IMAGES))
def test_the_labels_of_an_image_are_legible_on_a_phone(name: str) -> None:
    (width,) = VIEW_BOX_WIDTH.findall(IMAGES[name])
    sizes = [float(size) * WIDTH / float(width) for size in FONT_SIZE.findall(IMAGES[name])]

    assert min(sizes, default=MIN_FONT_SIZE) >= MIN_FONT_SIZE


# In handouts, a stroke with a pattern or a gradient is as thin as a hair.
@pytest.mark.parametrize("name", sorted(IMAGES))
def test_lines_have_a_plain_colour(name: str) -> None:
    assert not PATTERN_STROKE.search(IMAGES[name])
