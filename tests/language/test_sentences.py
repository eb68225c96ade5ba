import pytest
from hypothesis import given
from hypothesis import strategies as st
from syntok import segmenter
from syntok._segmentation_states import State

from crpsguide.language.sentences import _SHORT_FORMS, sentence_spans


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["Rest helps."], id="one"),
        pytest.param(["Rest helps.", "Heat soothes."], id="two"),
        pytest.param(["Does it help?", "Yes!", "For a while."], id="other stops"),
        pytest.param(["It took 2.5 hours, e.g. on a drip.", "Did it help?"], id="stops that end nothing"),
        pytest.param(["Dr. Smith saw 3 people.", "They felt better."], id="title"),
        pytest.param(["About 5 mg (0.5 ml) a day.", "Not more."], id="numbers in brackets"),
        pytest.param(["It was “very bad.”", "It went away."], id="quotation"),
        pytest.param(
            ["This is CRPS type I.", "Many people rest.", "Some do not."], id="a numeral that ends a sentence"
        ),
        pytest.param(["A tablet of vitamin C.", "Nothing else."], id="a letter that ends a sentence"),
        pytest.param(["It is by J. Smith and others.", "It is short."], id="the initial of a name"),
        pytest.param(["no stop at all"], id="no stop"),
        pytest.param(["See example.org for more.", "Or call."], id="address"),
        pytest.param(["This doesn't hurt.", "It can't."], id="apostrophes"),
        pytest.param(["Long-lasting pain – for years – is hard.", "So rest."], id="dashes"),
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)

    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_the_short_forms_are_those_that_the_segmenter_knows() -> None:
    # Of “no” it is not sure where a number comes next.
    known = {one for one in State.abbreviations if one.isascii() and one.islower() and len(one) > 1}

    assert known | {"no"} == _SHORT_FORMS


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9), st.sampled_from(".!?"))
def test_a_word_lowered_ends_a_sentence_as_the_segmenter_says(word: str, stop: str) -> None:
    text = f"This is about {word}{stop} It is said."

    found = [[*sentences] for sentences in segmenter.process(text)]
    assert len(sentence_spans(text)) == sum(map(len, found))


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_has_no_sentence(text: str) -> None:
    assert sentence_spans(text) == ()


@given(st.text("ab A.!?…\"'”’) \n\xa0-_@/0", max_size=60))
def test_sentences_hold_all_words_in_order(text: str) -> None:
    spans = sentence_spans(text)

    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert [*spans] == sorted(spans)


WORDS = st.sampled_from(
    """Rest CRPS I II A a approx synth long-lasting 2.5 3.5fold 2.5/abcde don't isn’t (maybe (Not (see “quoted ” e.g.
    etc. pain) painful Painful aBcdef; No no B12 12 1,000 Jan May sept words… and, that: hours – The Mrs [see] x.Then
    O'Brien ... therapy 4 IV V. 5% 2.5, univ""".split()
)
ENDS = st.sampled_from(["", "", "", ".", "!", "?", ";", ",", ")", ".”", ".)", "?!"])


@given(st.lists(st.builds(str.__add__, WORDS, ENDS), min_size=2, max_size=14).map(" ".join))
def test_what_is_parted_without_the_segmenter_is_parted_as_it_would(text: str) -> None:
    text = f"It rained. {text}"

    starts = [start for start, _ in sentence_spans(text)]

    assert starts == [sentence[0].offset for paragraph in segmenter.process(text) for sentence in paragraph]
