"""The palette keeps what it claims, by measures that are checked against published values."""

from itertools import combinations

import pytest

from colours import SEEN, ciede2000, contrast, distance
from minerals.charts.style import palette


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [  # pairs 1, 7, 13, 17, 25 and 31 of Sharma, Wu and Dalal's test data
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, -0.001, 2.49), (50, 0.0011, -2.49), 4.7461),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ],
)
def test_the_distance_is_the_published_one(one, other, expected):
    assert ciede2000(one, other) == pytest.approx(expected, abs=5e-5)


def test_black_on_white_is_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colour", palette.MEANING)
def test_a_mark_is_seen_on_white(colour):
    assert contrast(colour, palette.PAPER) >= 3


@pytest.mark.parametrize("colour", [palette.INK, palette.MUTED, palette.BLUE, palette.ORANGE, palette.GREEN])
def test_words_are_read_on_white(colour):
    assert contrast(colour, palette.PAPER) >= 4.5


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize(("one", "other"), [*combinations(palette.MEANING, 2)])
def test_what_means_something_else_looks_different(one, other, seen):
    assert distance(one, other, seen) >= 10
