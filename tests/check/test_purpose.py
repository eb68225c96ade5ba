import pytest
from tests.check.guides import MakeSite
from tests.check.rendered_guides import finished, found
from tests.check.written import guide_page

from crpsguide.check import purpose

LIST = {"wording/link-hosts.yaml": "shop: {words: [listed.example], why: It is known.}\n"}
CLINIC = {
    "clinics/a.yaml": "name: A\nkind: clinic\ncountry: UK\nwebsite: https://www.clinic.example/a\n"
    "stated_by: [a]\nlast_seen: a\n"
}


@pytest.mark.parametrize(
    ("body", "places"),
    [
        pytest.param("[a](https://other.example/)", ["12:1"], id="not listed"),
        pytest.param("[a](https://listed.example/page)", [], id="listed"),
        pytest.param("[a](https://www.listed.example/)", [], id="below one that is listed"),
        pytest.param("[a](https://notlisted.example/)", ["12:1"], id="ends alike"),
        pytest.param("[a](https://clinic.example/b)", [], id="an organisation of the guide"),
        pytest.param("[a](mailto:a@other.example) [b](b.md)", [], id="no website"),
    ],
)
def test_link_not_on_list(body: str, places: list[str], make_site: MakeSite) -> None:
    site = make_site({**LIST, **CLINIC}, a=guide_page(body))

    assert [f"{one.place.line}:{one.place.column}" for one in purpose.link_not_on_list.check(site)] == places


def test_a_guide_without_a_list_may_link_anywhere(make_site: MakeSite) -> None:
    assert purpose.link_not_on_list.check(make_site(a=guide_page("[a](https://other.example/)"))) == []


def test_a_near_miss_is_offered(make_site: MakeSite) -> None:
    [fault] = purpose.link_not_on_list.check(make_site(LIST, a=guide_page("[a](https://listd.example/)")))

    assert fault.help.startswith("Did you mean “listed.example”")


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param('<a rel="sponsored" href="b.html">B</a>', 1, id="paid link"),
        pytest.param('<a rel="noopener" href="b.html">B</a>', 0, id="link"),
        pytest.param('<a ping="https://t.example/" href="b.html">B</a>', 1, id="tells of the click"),
        pytest.param('<div class="box advert">B</div>', 1, id="advert"),
        pytest.param('<ins class="adsbygoogle"></ins>', 1, id="place for an advert"),
        pytest.param('<p class="head-to-toe shadow">B</p>', 0, id="letters within words"),
        pytest.param('<h2 id="ads-and-claims">B</h2>', 0, id="a heading about adverts"),
        pytest.param('<img width="1" height="1" alt="" src="a.png">', 1, id="one pixel"),
        pytest.param('<p data-ad-slot="1">B</p>', 1, id="data of an advert"),
    ],
)
def test_advert_in_finished_page(body: str, count: int, make_site: MakeSite) -> None:
    assert found(purpose.advert_in_finished_page, make_site, finished(index=body)) == ["index.md:1:1"] * count
