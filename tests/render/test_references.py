from tests.render.sites import source

from crpsguide.render.references import by_design


def test_sources_of_one_kind_are_in_the_order_of_their_names() -> None:
    [kind] = by_design([source("c"), source("a"), source("b")]).values()

    assert [one.id for one in kind] == ["a", "b", "c"]
