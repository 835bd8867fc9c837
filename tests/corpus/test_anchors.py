"""Anchors: exact, unique, and an error that shows both sides."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from minerals.corpus import anchors
from minerals.errors import Problem

WORDS = st.text(min_size=1).filter(str.strip)


@given(st.text(), WORDS, st.text())
def test_what_is_located_is_the_quote(before, quote, after):
    text = before + quote + after
    try:
        start, end = anchors.locate(text, quote)
    except Problem:
        assert text.find(quote) != text.rfind(quote)  # refused only where it stands more than once
    else:
        assert text[start:end] == quote


@given(st.text(), WORDS, st.text(), st.data())
def test_one_changed_character_is_never_overlooked(before, quote, after, data):
    at = data.draw(st.integers(0, len(quote) - 1))
    other = data.draw(st.characters().filter(lambda c: c != quote[at]))
    text = before + quote[:at] + other + quote[at + 1 :] + after
    assume(quote not in text)
    with pytest.raises(Problem, match="expected «"):
        anchors.locate(text, quote)


def test_the_error_shows_what_was_expected_and_what_stands_there():
    with pytest.raises(
        Problem, match=r"expected «worth nearly \$12 billion», and there stands «worth nearly \$10 billion»"
    ):
        anchors.locate("a stockpile worth nearly $10 billion, it said", "worth nearly $12 billion")


def test_words_that_recur_need_a_prefix():
    text = "two dozen, and a dozen"
    with pytest.raises(Problem, match="stands at 4 and at 17; quote more of the sentence"):
        anchors.locate(text, "dozen")
    assert anchors.locate(text, "dozen", prefix="and a ") == (17, 22)


def test_nothing_is_normalised():
    for source, quote in [("“no”", '"no"'), ("a\u00a0b", "a b"), ("é", "e\u0301")]:
        with pytest.raises(Problem):
            anchors.locate(source, quote)


def test_an_empty_quote_is_refused():
    with pytest.raises(Problem, match="the quote is empty"):
        anchors.locate("words", " ")


def test_hold_opens_the_address():
    anchors.hold("some words", 5, 10, "words")
    with pytest.raises(Problem, match="expected «words» at 4-9, and there stands « word»"):
        anchors.hold("some words", 4, 9, "words")
