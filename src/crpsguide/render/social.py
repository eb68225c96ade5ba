"""The pictures that go with links to the guide in messages and social networks: a title, the guide's name, a mark."""

import textwrap
from collections.abc import Iterator
from pathlib import PurePosixPath

from crpsguide.model import Cache, Site, key_of
from crpsguide.render.addresses import HOME, social_address
from crpsguide.render.templates import Templates
from crpsguide.render.words import host_words

WIDTH = 1200  # pixels; 1200 x 630 is what networks show whole
FONTS = tuple(f"social/atkinson-hyperlegible-next-bold-{part}.ttf" for part in ("latin", "latin-ext"))
LINE = 27  # characters of a sentence that fit beside each other
MOST_LINES = 3
LAST_LATIN = "\u024f"
POINTS = frozenset("–—‘’“”…•€")  # of the characters beyond, those that the fonts hold too


def social_pictures(site: Site, templates: Templates, cache: Cache) -> Iterator[tuple[PurePosixPath, bytes]]:
    """A PNG for each page of an editor's and one for the first page, which stands for everything else.

    Without a published address there are none: what shows them wants full addresses. A picture in `cache` is not
    drawn again. The fonts come with the templates, so that every machine draws the same.

    Raises:
        TemplateError: the template or a font is missing.
    """
    base_url = site.settings.base_url
    if not base_url:
        return
    titles = {HOME: site.settings.name} | {page.address: page.title for page in site.pages.values()}
    fonts = [templates.path(name) for name in FONTS]
    made_with = key_of(*(font.read_bytes().hex() for font in fonts))
    for address, title in titles.items():
        if not has_picture(title):
            continue
        values = {"lines": title_lines(title), "settings": site.settings, "host": host_words(base_url)}
        drawn = templates.render("social.svg", values, drawn=str(social_address(address)))
        key = key_of(drawn, made_with)
        picture = cache.get(key)
        if picture is None:
            picture = _png(drawn, [str(font) for font in fonts])
            cache.put(key, picture)
        yield social_address(address), picture


def has_picture(title: str) -> bool:
    """Whether a title can be drawn: it fits, and the fonts hold all its letters."""
    return len(title_lines(title)) <= MOST_LINES and all(one <= LAST_LATIN or one in POINTS for one in title)


def title_lines(title: str) -> list[str]:
    """A title in lines that fit into the picture.

    >>> title_lines("Every ketamine study, in pictures and numbers")
    ['Every ketamine study, in', 'pictures and numbers']
    """
    return textwrap.wrap(title, LINE)


def _png(drawn: str, fonts: list[str]) -> bytes:
    import resvg_py  # only needed for a guide that is published at an address

    return resvg_py.svg_to_bytes(svg_string=drawn, width=WIDTH, skip_system_fonts=True, font_files=fonts)
