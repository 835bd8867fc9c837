"""The chart of coverage: its bars add up to the audit's finds, and what is open would stand out."""

import re

import pytest

from conftest import ROOT
from drawn import answers, plain, words
from minerals import charts, tables
from minerals.charts import coverage
from minerals.charts.chart import ORANGE
from minerals.review import coverage as audit


@pytest.fixture(scope="module")
def chart():
    return charts.make("09_coverage")


def test_it_counts_what_the_audit_finds(chart):
    for kind, *numbers in audit.counts(audit.finds(ROOT)):
        rows = chart.table[chart.table["kind"] == kind]
        assert [rows.loc[rows["state"] == state, "finds"].sum() for state in audit.STATES] == numbers


def test_its_finds_are_the_mentions_and_the_quotation_marks(chart):
    """Why this chart has more finds than the chart of the corpus has mentions."""
    numbers = [int(n) for n in re.findall(r"\d+", chart.subtitle.split("Filled")[0])]
    marks = chart.table.loc[chart.table["kind"] == "quotation mark", "finds"].sum()
    assert numbers == [len(tables.load("mentions")), marks]
    assert sum(numbers) == chart.table["finds"].sum()
    assert "quotation marks" in charts.make("01_corpus").subtitle


def test_what_is_dismissed_says_why(chart):
    assert ((chart.table["reasons"] != "") == (chart.table["state"] == "dismissed")).all()


def test_each_part_of_a_bar_answers(chart):
    assert len(answers(chart)) == len(chart.table)


def test_what_is_open_is_in_the_title_and_in_orange(monkeypatch):
    finds = audit.finds(ROOT)
    left = [f._replace(state="open", reason="") if n < 3 else f for n, f in enumerate(finds)]
    monkeypatch.setattr(audit, "finds", lambda root: left)
    chart = coverage.chart(tables.load("documents"))
    assert chart.title.startswith("3 of the ")
    assert ORANGE in {fill.face for _, fill, _ in chart.drawn.shapes}


def test_what_its_numbers_mean_is_said_by_one_that_is_drawn(chart):
    parts = re.search(r"(\d+) \+ (\d+): (\d+) coded, (\d+) dismissed", chart.subtitle)
    assert parts[1] == parts[3] and parts[2] == parts[4]
    assert f"{parts[1]} + {parts[2]}" in words(chart)
    assert "orange" not in chart.subtitle


def test_a_part_says_its_first_words_and_a_quotation_mark_says_none(chart):
    said = [plain(a) for a in answers(chart)]
    assert not [a for a in said if "quotation mark" in a and "first:" in a]
    assert [a for a in said if ", date: " in a and " coded; first: " in a]
