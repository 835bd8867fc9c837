"""Bounds and precision of EDTF strings, held against the `edtf` package."""

from datetime import date

import pytest
from edtf import parse_edtf

from minerals.finders.edtf import bounds, precision

# EDTF, first day, last day, precision
VALUES = [
    ("2026-02-04", "2026-02-04", "2026-02-04", "day"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2026", "2026-01-01", "2026-12-31", "year"),
    ("199X", "1990-01-01", "1999-12-31", "decade"),
    ("20XX", "2000-01-01", "2099-12-31", "century"),
    ("2025-33", "2025-01-01", "2025-03-31", "quarter"),
    ("2025-36", "2025-10-01", "2025-12-31", "quarter"),
    ("2025-39", "2025-09-01", "2025-12-31", "third"),
    ("2025-40", "2025-01-01", "2025-06-30", "half"),
    ("2025-41", "2025-07-01", "2025-12-31", "half"),
    ("2025-21", "2025-03-01", "2025-05-31", "season"),
    ("2025-22", "2025-06-01", "2025-08-31", "season"),
    ("2026-02-02/2026-02-08", "2026-02-02", "2026-02-08", "interval"),
    ("2020/2025", "2020-01-01", "2025-12-31", "interval"),
    ("2025-01/2025-09", "2025-01-01", "2025-09-30", "interval"),
]


@pytest.mark.parametrize(("edtf", "first", "last", "fine"), VALUES)
def test_bounds_and_precision(edtf, first, last, fine):
    assert bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))
    assert precision(edtf) == fine


@pytest.mark.parametrize("edtf", [edtf for edtf, *_ in VALUES])
def test_the_edtf_package_says_the_same(edtf):
    there = parse_edtf(edtf)
    assert bounds(edtf) == (date(*there.lower_strict()[:3]), date(*there.upper_strict()[:3]))


def test_a_winter_ends_in_the_next_year():
    """The package ends it in December of its own year; the season runs from December to February."""
    assert bounds("2025-24") == (date(2025, 12, 1), date(2026, 2, 28))


# What is open has no bounds; its precision is that of its words
OPEN = [
    ("", (None, None), ""),
    ("XXXX-05", (None, None), "month"),
    ("XXXX-02-04", (None, None), "day"),
    ("XXXX-02-04/XXXX-02-05", (None, None), "interval"),
    ("2019/..", (date(2019, 1, 1), None), "interval"),
    ("../2019", (None, date(2019, 12, 31)), "interval"),
    ("2026-XX-XX", (date(2026, 1, 1), date(2026, 12, 31)), "year"),
    ("2026-02-XX", (date(2026, 2, 1), date(2026, 2, 28)), "month"),
]


@pytest.mark.parametrize(("edtf", "days", "fine"), OPEN)
def test_what_is_open(edtf, days, fine):
    assert (bounds(edtf), precision(edtf)) == (days, fine)


@pytest.mark.parametrize(
    "wrong", ["2026-2-4", "next week", "26", "2026-13", "2026-02-30", "2026-50", "2026/2027/2028"]
)
def test_what_is_no_edtf(wrong):
    with pytest.raises(ValueError):
        bounds(wrong)
