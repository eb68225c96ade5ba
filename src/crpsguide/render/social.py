"""Preview pictures for links to the guide in messages and social networks: a title, the guide's name, a logo."""

import textwrap
from collections.abc import Iterator
from pathlib import PurePosixPath

from crpsguide.model import Cache, Site, key_of
from crpsguide.render.addresses import HOME, social_address
from crpsguide.render.templates import Templates
from crpsguide.render.words import host_words

WIDTH = 1200  # pixels; networks show 1200 x 630 without cropping
FONTS = tuple(f"social/atkinson-hyperlegible-next-bold-{part}.ttf" for part in ("latin", "latin-ext"))
LINE_LENGTH = 27  # characters
MAX_LINES = 3
LAST_LATIN = "\u024f"  # the fonts have all characters up to this one
OTHER_CHARACTERS = frozenset("–—‘’“”…•€")  # beyond `LAST_LATIN` that the fonts have too


def social_pictures(site: Site, templates: Templates, cache: Cache) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The address and PNG of the picture for each page in the content folder, and for the home page.

    All other files use the picture of the home page. Without a base URL there are none, for social networks need full
    URLs. A picture in `cache` is not rendered again. The fonts come with the templates, so that all machines render the
    same bytes.

    Raises:
        TemplateError: the template or a font is missing.
    """
    base_url = site.settings.base_url
    if not base_url:
        return
    titles = {HOME: site.settings.name} | {page.address: page.title for page in site.pages.values()}
    fonts = [templates.path(name) for name in FONTS]
    fonts_key = key_of(*(font.read_bytes().hex() for font in fonts))
    for address, title in titles.items():
        if not has_picture(title):
            continue
        values = {"lines": title_lines(title), "settings": site.settings, "host": host_words(base_url)}
        svg = templates.render("social.svg", values, output=str(social_address(address)))
        key = key_of(svg, fonts_key)
        picture = cache.get(key)
        if picture is None:
            picture = _png(svg, [str(font) for font in fonts])
            cache.put(key, picture)
        yield social_address(address), picture


def has_picture(title: str) -> bool:
    """Whether a title fits and the fonts have all its characters."""
    has_glyphs = all(character <= LAST_LATIN or character in OTHER_CHARACTERS for character in title)
    return has_glyphs and len(title_lines(title)) <= MAX_LINES


def title_lines(title: str) -> list[str]:
    """A title wrapped into lines that fit the width of the picture.

    >>> title_lines("Every ketamine study, in pictures and numbers")
    ['Every ketamine study, in', 'pictures and numbers']
    """
    return textwrap.wrap(title, LINE_LENGTH)


def _png(svg: str, fonts: list[str]) -> bytes:
    import resvg_py  # needed only for a guide with a base URL

    return resvg_py.svg_to_bytes(svg_string=svg, width=WIDTH, skip_system_fonts=True, font_files=fonts)
