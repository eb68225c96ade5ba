from pathlib import PurePosixPath

import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check.running_text import running_sentences, without_names

SETTINGS = "name: A guide\nsubject: Complex regional pain syndrome\nsubject_names: [CRPS]\n"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        pytest.param("You have complex regional pain syndrome.", ["You have it."], id="the subject"),
        pytest.param("Complex regional pain syndrome (CRPS) hurts.", ["it hurts."], id="with its short name"),
        pytest.param("You met Ann Lee of the Pain Trust.", ["You met it."], id="a name in a sentence"),
        pytest.param("You met Ann. Ann rests.", ["You met it.", "it rests."], id="the same at its start"),
        pytest.param("Ann rests.", ["Ann rests."], id="a first word alone is no name"),
        pytest.param(
            "Take Rest days. Rest helps, so rest.",
            ["Take Rest days.", "Rest helps, so rest."],
            id="a word that the page has in lower case",
        ),
        pytest.param("You and I rest.", ["You and I rest."], id="I"),
        pytest.param("## Ann\n\nYou rest.", ["You rest."], id="headings are no running text"),
    ],
)
def test_without_names(body: str, texts: list[str], make_site: MakeSite) -> None:
    site = make_site({"site.yaml": SETTINGS}, a=guide_page(body))
    page = site.pages[PurePosixPath("a.md")]

    assert without_names(site, page, running_sentences(page)) == texts
