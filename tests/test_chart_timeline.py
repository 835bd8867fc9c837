"""The timeline: its numbers are counts of its table, and every dated event is on it."""

import re

import pytest

from drawn import answers
from minerals import charts, tables


@pytest.fixture(scope="module")
def chart():
    return charts.make("02_timeline")


def test_its_numbers_are_counts_of_its_table(chart):
    table, documents = chart.table, tables.load("documents")
    last = documents["published"].max()
    weeks = table[table["date_start"].between(last[:4], last)]
    assert chart.title.startswith(f"{weeks['event'].nunique()} of {table['event'].nunique()} ")
    several = table[table["across"] > 1]["event"].nunique()
    assert [int(n) for n in re.findall(r"\d+", chart.subtitle)] == [
        table["event"].nunique(),
        len(documents),
        several,
    ]


def test_every_dated_event_is_drawn_once_for_each_date(chart):
    events = tables.load("events")
    dated = events[events["date"] != ""].drop_duplicates(["event", "date"])
    assert len(chart.table) == len(dated)
    assert len(answers(chart)) == len(dated)
    assert len(chart.drawn.marks) == (dated["precision"] == "day").sum()


def test_no_label_runs_into_another(chart):
    figure = chart.figure()
    figure.draw_without_rendering()
    boxes = [t.get_window_extent() for t in figure.axes[0].texts]
    clashes = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if a.overlaps(b)]
    assert not clashes
