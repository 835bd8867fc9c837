"""One pass finds where numbers, dates and minerals may start: none of their words may be missing from it."""

import pytest

from minerals.mentions.dates_forms import LOWER, UPPER
from minerals.mentions.mineral_names import MATERIALS
from minerals.mentions.numbers import FIRST_WORDS
from minerals.mentions.starts import starts


@pytest.mark.parametrize(
    "words", [LOWER, UPPER, FIRST_WORDS, MATERIALS], ids=["lower", "upper", "number", "mineral"]
)
def test_every_word_of_the_lists_is_a_start(words):
    assert [word for word in words if 5 not in starts(f"They {word}, so").both] == []


@pytest.mark.parametrize(
    ("text", "small", "large"),
    [
        ("in 1,200 or 3½ of Q3", [], [3, 5, 12, 18, 19]),
        ("½ of it", [0], []),
        ("rare earths", [0], []),
        ("the twenty-third one", [4, 11, 17], []),
        ("alone, twofold, 2one", [], [16]),
        ("ReutersMay 5", [], [7, 11]),
        ("the mayor of Q", [], []),
    ],
)
def test_starts(text, small, large):
    found = starts(text)
    assert (found.small, found.large) == (small, large)
    assert found.both == sorted(small + large)
