"""Written numbers and what they are worth."""

import re

import pytest

from minerals.finders.lexicons import either
from minerals.finders.numbers import NUMBER, parse

WORTH = {
    "zero": 0,
    "seven": 7,
    "Twenty-five": 25,
    "forty four": 44,
    "a dozen": 12,
    "two dozen": 24,
    "half a dozen": 6,
    "hundred": 100,
    "a hundred and ten": 110,
    "fifteen hundred": 1500,
    "two-hundred-and-fifty": 250,
    "one thousand two hundred": 1200,
    "nine hundred and ninety-nine thousand nine hundred and ninety-nine": 999_999,
    "half a million": 500_000,
    "two and a half million": 2_500_000,
    "three-quarters of a million": 750_000,
    "quarter of a billion": 250_000_000,
    "five lakh crore": 5_000_000_000_000,
    "one million two hundred thousand": 1_200_000,
    "thousand million": 1_000_000_000,
    "1,250": 1250,
    "12,34,567": 1_234_567,
    "12 000": 12_000,
    "12\u202f000": 12_000,
    "1,5 billion": 1_500_000_000,
    "8.2 million": 8_200_000,
    "4.35bn": 4_350_000_000,
    "5k": 5000,
    "0.5": 0.5,
    "2½": 2.5,
    "two-thirds": 2 / 3,
    "one-fifth": 0.2,
    "three quarters": 0.75,
    # no single number
    "two three": None,
    "5 6": None,
    "": None,
    "a": None,
    "and": None,
    "many": None,
    "twenty thirty": None,
    "1" * 30: None,
    "hundred " * 50: None,
}


@pytest.mark.parametrize(("words", "worth"), WORTH.items())
def test_what_a_number_is_worth(words, worth):
    found = parse(words)
    assert found == worth and type(found) is type(worth)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two hundred and ten of 1,250 sites", ["Two hundred and ten", "1,250"]),
        ("twenty-five now, five and six later", ["twenty-five", "five", "six"]),
        ("two three-year terms", ["two", "three"]),
        ("half a million or two-thirds", ["half a million", "two-thirds"]),
        ("Phone 439 8000 or 1.2.3", ["439", "8000", "1.2", "3"]),
        ("tension, often, someone", []),
        ("between 10 000 and 12 000 t", ["10 000", "12 000"]),
    ],
)
def test_numbers_in_a_text(text, found):
    assert re.findall(rf"(?<!\w)(?:{NUMBER})", text) == found


def test_either_finds_the_longest_of_its_words_whatever_their_order():
    words = ["ton", "tonnes", "tonne", "US$", "new york"]
    for word in words:
        assert re.fullmatch(either(reversed(words)), word)
    assert re.findall(either(words), "tonnes ton new\nyork") == ["tonnes", "ton", "new\nyork"]
    assert re.match(either(["ton"], capitals=True), "Ton")
