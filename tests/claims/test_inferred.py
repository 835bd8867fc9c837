"""What is inferred, against the words that it is inferred from: days, ages, bounds, quotations over paragraphs."""

import datetime
import re

import pytest

from conftest import ROOT, edit
from minerals import tables
from minerals.claims import inferred, vague
from minerals.coding.rows import Span
from minerals.errors import Problem
from minerals.finders import edtf
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


@pytest.mark.parametrize("name", ["events", "countries", "initiatives"])
def test_an_age_in_units_is_no_finer_than_its_unit(name):
    """ "8 weeks ago" is not the Monday to Sunday eight weeks before: half a unit less and up to one more are allowed."""
    table = tables.load(name)
    days = tables.load("documents").set_index("document")["published"].map(datetime.date.fromisoformat)
    words = table["date_words"] if "date_words" in table else table["quote"].where(table["date"] != "", "")
    aged = table[words.str.contains(r" ago\Z" if "date_words" in table else "weeks ago")]
    assert len(aged)
    for row in aged.itertuples():
        first, last = edtf.bounds(row.date)
        unit = {"weeks": 7, "year": 365}[re.search("weeks|year", row.quote)[0]]
        age = 8 if unit == 7 else 1
        told = days[row.document] - datetime.timedelta(age * unit)
        assert first <= told - datetime.timedelta(unit / 2) and last >= told + datetime.timedelta(
            unit / 2 - 1
        )
        assert row.date == inferred.rounded(row.date, "no age", days[row.document])


@pytest.mark.parametrize(("found", "words", "allowed"), [
    ("2026-02-02", "two days ago", "2026-02-02"),  # a day is counted as one
    ("2025-12-08/2025-12-14", "in the second week of December", "2025-12-08/2025-12-14"),
    ("2025-11", "three months ago", "2025-10/2025-11"),
    ("2025", "last year", "2025"),
    ("", "long ago", ""),
])  # fmt: skip
def test_only_an_age_in_weeks_months_or_years_is_rounded(found, words, allowed):
    assert inferred.rounded(found, words, datetime.date(2026, 2, 4)) == allowed


def test_within_gives_a_latest_day_only():
    targets = tables.load("targets")
    within = targets["due_words"].str.startswith("within")
    assert within.any() and (targets["due"].str.startswith("../") == within).all()
    events = tables.load("events")
    for row in targets[targets["base_event"] != ""].itertuples():
        own = events[(events["event"] == row.base_event) & (events["precision"] == "day")]
        assert set(own["date"]) == {row.due_from} and row.document not in set(own["document"])


def test_what_has_no_upper_bound_has_none_in_the_table():
    figures = tables.load("figures")
    open_ = figures[figures["high"].isna()]
    said = open_["modifier"].isin(["include"]) | open_["words"].isin(vague.LEAST)
    assert len(open_) == 3 and said.all()
    assert open_.loc[open_["words"].isin(vague.LEAST), "value"].isna().all()


@pytest.mark.parametrize(("words", "least", "noun"), [
    ("dozens of countries", 24, "countries"), ("Hundreds of firms", 200, "firms"), ("a dozen countries", None, ""),
    ("dozens of countries and scores of firms", None, ""),
])  # fmt: skip
def test_a_vague_count_is_a_bound(words, least, noun):
    found = vague.count(Span(10, 10 + len(words), words))
    assert (found and (found.low, found.value, found.high, found.unit)) == (
        least and (least, None, None, noun)
    )


def test_no_state_or_person_acts_that_the_sentence_does_not_name():
    """A country among the actors of an event is found in its quote, or the people who act there are its officials."""
    events = tables.load("events")
    actors = events.set_index("event")["actors"]
    assert "CHN" not in ";".join(actors["trade-bloc-proposal"])
    for event in (
        "kelsey-article",
        "tribunal-memorandum",
        "us-drc-legal-challenge",
        "framework-stories",
        "front-page",
    ):
        assert not re.search(r"(?:^|;)[A-Z]{3}(?:;|$)", actors[event]), event
    assert "NZL" not in actors["chinese-embassy-response"]


def test_a_status_is_in_the_words_of_its_sentence():
    """What has been launched or developed is called so by the source."""
    initiatives = tables.load("initiatives")
    for status, stem in (
        ("launched", "launch"),
        ("developed", "develop"),
        ("signed", "sign|These frameworks"),
    ):
        rows = initiatives[initiatives["status"] == status]
        assert len(rows) and rows["quote"].str.contains(stem).all(), rows.loc[
            ~rows["quote"].str.contains(stem), "quote"
        ]


def test_a_partnership_that_was_succeeded_is_said_to_be():
    """The notebook on countries says which, and that New Zealand had just joined it."""
    initiatives = tables.load("initiatives")
    (gone,) = initiatives[initiatives["status"] == "succeeded"].itertuples()
    assert (gone.initiative, gone.successor) == ("minerals-security-partnership", "forge")
    prose = (ROOT / "notebooks" / "03_countries.ipynb").read_text("utf-8")
    assert (
        "FORGE succeeds the Minerals Security Partnership, which New Zealand had joined in November" in prose
    )


def test_what_was_missing_is_coded():
    provisions, events = tables.load("provisions"), tables.load("events")
    assert {"g7-roadmap-release"} <= set(events["event"])
    own = provisions.groupby("initiative")["provision"].agg(set)
    assert {
        "adjustable-tariffs",
        "access-in-an-emergency",
        "support-of-countries",
        "who-bears-the-cost",
    } <= own["critical-minerals-trade-bloc"]
    assert {"research-and-innovation", "stockpiling-information"} <= own["us-eu-mou"]
    assert {"energy", "emerging-technologies", "digital-economy"} <= own["strategic-dialogue"]
    assert own["us-drc-partnership"] == {"sovereignty-over-resources", "approval-by-parliament"}
    for row in provisions.itertuples():
        assert row.words in row.quote
