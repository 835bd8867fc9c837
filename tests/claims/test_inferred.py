"""What is inferred, against the words that it is inferred from: days of statements, quotations over paragraphs."""

import re

import pytest

from conftest import edit
from minerals import tables
from minerals.errors import Problem
from minerals.tables import build

MARKS = re.compile('[“”"]')


@pytest.fixture(scope="module")
def statements():
    return tables.load("statements")


def test_a_day_from_an_event_is_the_day_that_other_documents_give_it(statements):
    events = tables.load("events")
    inferred = statements[statements["said_on_basis"] == "event"]
    assert (
        len(inferred)
        and (inferred["said_at"] != "").all()
        and (statements["said_at"] != "").sum() == len(inferred)
    )
    for row in inferred.itertuples():
        own = events[(events["event"] == row.said_at) & (events["precision"] == "day")]
        assert row.document not in set(own["document"])
        assert set(own["date"]) == {row.said_on} and set(own["calendar"]) == {row.calendar}


def test_what_has_a_date_says_whose_day_it_is(statements):
    dated = statements["said_on_basis"] != "document"
    assert (statements["calendar"] != "").equals(dated)
    events = tables.load("events")
    assert (events["calendar"] != "").equals(events["date"] != "")


def test_a_quotation_that_runs_over_paragraphs_is_one_row(statements, texts):
    """No row ends where its quotation is left open and another row goes on in the next paragraph."""
    for _, own in statements.sort_values("start").groupby("source_file"):
        for one, other in zip(own.itertuples(), own.iloc[1:].itertuples(), strict=False):
            between = texts[one.source_file][one.end : other.start]
            closed = len(MARKS.findall(between)) > 1
            assert closed or not re.fullmatch(r"\s*[“\"]", between), (one.quote[-60:], other.quote[:60])


def test_how_many_quotations_there_are(statements):
    luxon = statements[statements["speaker"] == "Christopher Luxon"]
    assert len(statements) == 58 and len(luxon) == 18 and (luxon["said_on"] == "2026-02-02").sum() == 6


def change(column, value, **which):
    def rows(rows):
        (row,) = [r for r in rows if all(v in r[c] for c, v in which.items())]
        row[column] = value

    return rows


def halved(rows):
    (row,) = [r for r in rows if "But how we develop it" in r["words"]]
    row["words"] = row["words"].split("\n")[0]


BAD = [
    (halved, r"is not closed, and the next paragraph goes on with it; code both as one quotation"),
    (change("calendar", "", words="fait accompli"), r"give a calendar where said_words or said_at date it, and nowhere else"),
    (change("calendar", "Pacific/Auckland", words="These frameworks lay"), r"give a calendar where .*, and nowhere else"),
    (change("said_at", "critical-minerals-ministerial", words="fait accompli"),
     r"nz-herald-2026-02-09 dates the event «critical-minerals-ministerial» itself"),
    (change("said_at", "seahawk-selection", words="Investment is nearly"), r"no other document gives the event .* a day"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "says"), BAD)
def test_a_wrong_row_stops_the_build(copy, wrong, says):
    edit(copy, "statements", wrong)
    with pytest.raises(Problem, match=says):
        build.assemble(copy)


def test_where_other_documents_differ_the_day_is_an_interval(copy):
    """Nothing is chosen: the days of all of them are allowed."""
    edit(copy, "events", lambda rows: next(
        row for row in rows if row["document"].startswith("sp-global") and row["event"] == "critical-minerals-ministerial"
    ).update(date_words="Feb. 5", date_quote="The UK also signed an MOU on Feb. 5 with the US"))  # fmt: skip
    made, _ = build.assemble(copy)
    days = {line["said_on"] for line in made["statements"] if line["said_on_basis"] == "event"}
    assert days == {"2026-02-04/2026-02-05"}
