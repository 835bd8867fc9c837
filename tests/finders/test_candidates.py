"""One pass finds where numbers, dates and minerals may start: none of their words may be missing from it."""

import pytest

from minerals.finders.candidates import candidates
from minerals.finders.dates.forms import LOWER, UPPER
from minerals.finders.minerals.lexicon import MATERIALS
from minerals.finders.numbers import FIRST_WORDS


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["dates_small"], LOWER),
        (["dates_large", "dates_small"], UPPER),
        (["numbers"], FIRST_WORDS),
        (["minerals"], MATERIALS),
    ],
    ids=["lower", "upper", "number", "mineral"],
)
def test_every_word_of_the_lists_is_a_start(kinds, words):
    def found(word):
        places = candidates(f"They {word}, so")
        return any(5 in getattr(places, kind) for kind in kinds)

    assert [word for word in words if not found(word)] == []


@pytest.mark.parametrize(
    ("text", "numbers", "dates"),
    [
        ("in 1,200 or 3½ of Q3", [3, 5, 12, 19], [3, 5, 12, 18, 19]),
        ("½ of it", [0], []),
        ("the twenty-third one", [4, 11, 17], []),
        ("alone, twofold, 2one", [16], [16]),
        ("ReutersMay 5", [11], [7, 11]),
        ("the mayor of Q", [], []),
    ],
)
def test_starts(text, numbers, dates):
    found = candidates(text)
    assert set(found.numbers) >= set(numbers)  # of a code, as Q3, both figure and letter
    assert found.dates_large == dates
