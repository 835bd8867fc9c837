"""Blanks that print and markup leave change no find: values stay, and spans lead back to the text as it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minerals.finders import find
from minerals.finders.whitespace import squeeze

SENTENCES = [
    "The US paid nearly $5 million for 12 new mines in New Zealand on 3 February 2026.",
    "Sri Lanka sold 40 per cent of its rare earth elements, or two thirds of the zinc.",
    "Exports rose from A$1.2 billion to A$1.5 billion in the first quarter of 2025.",
]


def values(text):
    return [m._replace(start=0, end=0, text=re.sub(r"\s+", " ", m.text)) for m in find(text)]


@pytest.mark.parametrize("blank", ["  ", " \n", "\r\n", " \r\n  ", "\t ", "\u00a0 ", "     "])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_wide_blanks_and_line_ends_change_no_find(sentence, blank):
    wide = sentence.replace(" ", blank)
    plain = sentence.replace(" ", "\n") if "\n" in blank else sentence
    assert values(wide) == values(plain) != []
    assert all(wide[m.start : m.end] == m.text for m in find(wide))


def test_columns_of_figures_stay_apart():
    columns = "12  345 mines \n67  890 mines"
    assert squeeze(columns).text == "12  345 mines\n67  890 mines"
    assert not {12345, 67890} & {m.value for m in find(columns)}


@given(st.lists(st.sampled_from(["a", "1", " ", "\n", "\r", "\t", "\u00a0", "é"]), max_size=40).map("".join))
def test_every_character_leads_back_to_itself(text):
    squeezed = squeeze(text)
    if squeezed is None:
        return
    for at, character in enumerate(squeezed.text):
        original = text[squeezed.back(at)]
        assert original == character or (original.isspace() and character.isspace())
    letters = [c for c in text if not c.isspace()]
    assert [c for c in squeezed.text if not c.isspace()] == letters
