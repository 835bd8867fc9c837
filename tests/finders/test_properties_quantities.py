"""What holds of quantities in any text: offsets, order, no overlap, no error, no effect of what stands around."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import HOSTILE, steps
from minerals.finders.numbers import parse
from minerals.finders.quantities.finder import find

WORDS = r"""
$ US$ A$ NZ$ R Rs. € £ ¥ kr USD CFA 5 12 1,250 12,34,567 12 000 2025 1.5 0 007 ½ % per cent percent percentage
points one two five twenty-five dozen hundred million billion thousand half third quarter thirds lakh crore
k m bn b t Mt MW a an the of in out every to and or between from - – — , . : ; / ( ) ' ’ “ ” \ + ~ > # @ _
dollars yen pounds cents Canadian pesos countries people tonnes minerals' years day old -day -nation plus -plus
more nearly at least about up or more another Section Boeing Group May pm ago is are
"""
PIECES = [*WORDS.split(), "\n", "\n\n", "\u00a0"]
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)
KINDS = {"money", "percent", "share", "count", "duration"}


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_finds_are_in_order_apart_and_in_the_text(text):
    end = 0
    for mention in find(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.text == mention.text.strip()
        assert mention.kind in KINDS
        assert mention.low <= mention.high
        assert mention.value == (mention.low if mention.low == mention.high else None)
        assert not isinstance(mention.low, float) or mention.low != int(mention.low)
        end = mention.end


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES)).map(" ".join), st.sampled_from(["", "The talks went on.", "He agreed."])
)
def test_sentences_around_change_nothing(text, other):
    alone = [m._replace(start=0, end=0) for m in find(text)]
    padded = find(f"{other}\n\n{text}\n\n{other}")
    assert [m._replace(start=0, end=0) for m in padded] == alone


@given(st.integers(0, 10**15))
def test_figures_are_worth_what_they_say(number):
    assert parse(str(number)) == parse(f"{number:,}") == number
    [money] = find(f"It cost EUR {number:,} in all.")
    assert (money.text, money.value, money.currency) == (f"EUR {number:,}", number, "EUR")


@given(
    st.integers(1, 9999),
    st.sampled_from(["million", "bn", "-billion", "tn"]),
    st.sampled_from(["US$", "€", "£", "₹"]),
)
def test_scales_are_exact(tenths, scale, sign):
    worth = {"million": 10**6, "bn": 10**9, "-billion": 10**9, "tn": 10**12}[scale]
    space = " " if scale == "million" else ""
    [money] = find(f"It cost {sign}{tenths / 10}{space}{scale}.")
    assert money.value == tenths * worth // 10


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_input_takes_a_quadratic_number_of_steps(piece):
    short, long = ((piece * (n // len(piece) + 1))[:n] for n in (2_000, 16_000))
    assert steps(lambda: find(long)) < 10 * steps(lambda: find(short)) + 2_000  # quadratic is 64 times
