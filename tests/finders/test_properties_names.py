"""What holds of countries and minerals in any text: spans, order, case, and independence of the sentences around."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minerals.finders.countries import finder as countries
from minerals.finders.lexicons import rows
from minerals.finders.minerals import finder as minerals

PIECES = [
    "US", "U.S.", "us", "the US", "China", "CHINA", "Beijing", "Washington", "Congo", "Georgia", "Jordan", "New ",
    "Guinea-Bissau", "Sino-", "the White House", "European Commission", "Bank of England", "in English", "lead", "Lead",
    "gold", "Gold", "lithium", "Lithium Americas", "rare earths", "zinc", "REE", "PGMs", "tin", "Ltd", " said", " and ",
    ", ", ". ", "-", "/", "$", "\\$", "'s", "’", " of ", " the ", "\n", "\u00a0", "(", ")", "](#)", "https://", "@", "İ", "ß",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
FINDERS = pytest.mark.parametrize("finder", [countries, minerals])

NEUTRAL = st.sampled_from(
    [
        "The weather was fine.",
        "Nobody answered him.",
        "He sat down at last.",
        "Prices had been low for years, they wrote.",
    ]
)
SENTENCES = st.sampled_from(
    [
        "The US and Japan signed; Beijing said it would respond.",
        "Korea Zinc and the Bank of England met the White House.",
        "They fly from London to Paris in a U.S.-made jet.",
        "Prices of lead and zinc rose, gold fell, and Lynas Rare Earths gained.",
        "He will lead Lithium Americas in its cobalt business.",
    ]
)


@FINDERS
@given(text=TEXTS)
def test_spans_are_the_text_ordered_and_apart(finder, text):
    found = finder.find(text)
    assert all(text[m.start : m.end] == m.text != "" for m in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@FINDERS
@given(text=TEXTS)
def test_values_are_known(finder, text):
    for m in finder.find(text):
        if finder is countries:
            assert m.iso3 in countries.codes()
            assert m.form in ("name", "abbreviation", "demonym", "metonym", "in_name")
        else:
            assert m.mineral in minerals.groups()
            assert m.form in ("name", "group", "in_name")


@FINDERS
@given(before=st.lists(NEUTRAL, max_size=3), sentence=SENTENCES, after=st.lists(NEUTRAL, max_size=3))
def test_sentences_around_change_nothing(finder, before, sentence, after):
    start = len(" ".join([*before, ""]))
    found = finder.find(" ".join([*before, sentence, *after]))
    assert [m._replace(start=m.start - start, end=m.end - start) for m in found] == finder.find(sentence)


@given(country=st.sampled_from(sorted(countries.codes() - {"JEY"})))
def test_small_letters_name_no_country_and_capitals_do(country):
    name = countries.name(country)
    assert countries.find(f"they saw {name.lower()} there") == []
    assert [m.iso3 for m in countries.find(f"THEY SAW {name.upper()} THERE")] == [country]


@given(
    row=st.sampled_from(
        [
            row
            for row in rows("minerals/names")
            if row["written"].islower() and row["written"] not in ("lead", "mercury")
        ]
    )
)
def test_minerals_in_small_letters_at_a_sentence_start_and_in_capitals(row):
    words = row["written"]
    for text in (
        f"they mined {words} there",
        f"{words.capitalize()} rose",
        f"THEY MINED {words.upper()} THERE",
    ):
        assert [m.mineral for m in minerals.find(text)] == [row["mineral"]]


@given(country=st.sampled_from(sorted(countries.codes() - {"JEY"})))
def test_letters_glued_to_a_name_undo_it(country):
    name = countries.name(country)
    assert name not in [m.text for m in countries.find(f"x{name}, {name}x")]


@FINDERS
@pytest.mark.parametrize(
    "piece", ["Congo ", "US", "lead and ", "Beijing and ", "$", "9", "“", "Bank of the ", "https://China-"]
)
def test_long_lines_take_time_in_proportion(finder, piece):
    finder.find(piece * (1_000_000 // len(piece)))  # a quadratic rule would not end here
