import struct
from pathlib import PurePosixPath

import pytest
from tests.render.sites import condition, page, published_at, rendered, site

from crpsguide.installed import builtin_templates
from crpsguide.model import Site
from crpsguide.render.social import has_picture, social_pictures
from crpsguide.render.templates import Templates

URL = "https://example.org/guide"


class Counted:
    """A cache that tells how often it was given something new."""

    def __init__(self) -> None:
        self.kept: dict[str, object] = {}
        self.given = 0

    def get(self, key: str) -> object:
        return self.kept.get(key)

    def put(self, key: str, value: object) -> None:
        self.given += 1
        self.kept[key] = value


def titled(title: str) -> Site:
    return site(page(front_matter=condition(title=title)))


def pictures(guide: Site, cache: Counted | None = None, base_url: str = URL) -> dict[PurePosixPath, bytes]:
    return dict(social_pictures(published_at(guide, base_url), Templates([builtin_templates()]), cache or Counted()))


def test_every_page_has_a_picture_of_the_size_that_networks_show_whole() -> None:
    made = pictures(titled("What it is"))

    assert sorted(map(str, made)) == ["social/about/page.png", "social/index.png"]
    sizes = {struct.unpack(">II", png[16:24]) for png in made.values() if png.startswith(b"\x89PNG\r\n\x1a\n")}
    assert sizes == {(1200, 630)}


def test_the_same_words_make_the_same_picture_and_other_words_another() -> None:
    first, again, other = (pictures(titled(words))[PurePosixPath("social/about/page.png")] for words in "aab")

    assert first == again
    assert first != other


def test_only_pictures_whose_words_changed_are_drawn_anew() -> None:
    cache = Counted()

    pictures(titled("What it is"), cache)
    assert cache.given == 2
    pictures(titled("What it is"), cache)
    assert cache.given == 2
    pictures(titled("What it was"), cache)
    assert cache.given == 3


def test_without_a_published_address_there_are_no_pictures() -> None:
    assert pictures(titled("What it is"), base_url="") == {}


@pytest.mark.parametrize(
    ("title", "has_own"),
    [
        pytest.param("What it is", True, id="plain"),
        pytest.param("“Été” – für Łódź’s 20 €", True, id="accents and points"),
        pytest.param("Что это", False, id="letters that the fonts lack"),
        pytest.param("word " * 30, False, id="too long"),
    ],
)
def test_a_title_that_cannot_be_drawn_shares_the_picture_of_the_guide(title: str, has_own: bool) -> None:
    guide = titled(title)
    own = f"{URL}/social/about/page.png"

    html = rendered_page(guide)

    assert has_picture(title) == has_own
    assert (own in html) == has_own
    assert (f"{URL}/social/index.png" in html) != has_own


def rendered_page(guide: Site) -> str:
    return rendered(guide, URL)["about/page.html"]
