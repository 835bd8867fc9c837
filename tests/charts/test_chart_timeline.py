"""The timeline: its numbers are counts of its table, and every dated event is on it."""

import datetime
import re
from itertools import combinations, pairwise

import pandas as pd
import pytest

from drawn import answers, words
from minerals import charts, tables
from minerals.charts import stretches, timeline
from minerals.charts.chart import PAPER, SIZE, width_of
from minerals.charts.stretches import written
from minerals.finders import edtf


@pytest.fixture(scope="module")
def chart():
    return charts.make("02_timeline")


def clashes(chart):
    """The labels that run into one another."""
    figure = chart.figure()
    figure.draw_without_rendering()
    texts = [(text.get_text(), text.get_window_extent()) for text in figure.axes[0].texts]
    return [(a, b) for (a, one), (b, two) in combinations(texts, 2) if one.overlaps(two)]


def with_event(day):
    """The chart with one more event on `day`, after the last document."""
    events, documents = tables.load("events"), tables.load("documents")
    row = events[events["precision"] == "day"].iloc[[0]]
    row = row.assign(
        event="later", name="Later", date=day, date_start=pd.Timestamp(day), date_end=pd.Timestamp(day)
    )
    return timeline.chart(pd.concat([events, row], ignore_index=True), documents)


def test_its_numbers_are_counts_of_its_table(chart):
    table, documents = chart.table, tables.load("documents")
    last = datetime.date.fromisoformat(documents["published"].max())
    bounds = [(row.event, *edtf.bounds(row.date)) for row in table.itertuples()]
    within = {
        event for event, first, end in bounds
        if first and end and datetime.date(last.year, 1, 1) <= first and end <= last
    }  # fmt: skip
    assert chart.title.startswith(f"{len(within)} of {table['event'].nunique()} ")
    days = [edtf.bounds(row.date)[0] for row in table.itertuples() if row.event in within and not row.open]
    assert (
        f"between {written(str(min(d for d in days if d.year == last.year)))} and {written(str(last))}"
        in chart.title
    )
    several = table[table["across"] > 1]["event"].nunique()
    assert [int(n) for n in re.findall(r"\d+", chart.subtitle)] == [
        table["event"].nunique(),
        len(documents),
        several,
    ]


def test_what_is_only_bounded_falls_inside_nothing(chart):
    """ "Later this month" may be after the last document, and "until June" has no beginning."""
    last = datetime.date.fromisoformat(tables.load("documents")["published"].max())
    within = set(timeline.inside(chart.table, last)["event"])
    assert within and not within & {"us-pacific-investment-summit", "forge-chair"}
    open_ = chart.table[chart.table["date"].str.startswith("../")]
    assert (
        set(open_["event"]) == {"forge-chair"}
        and open_["open"].all()
        and chart.table["open"].sum() == len(open_)
    )


def test_the_alt_text_tells_who_reports_from_who_dates(chart):
    events = tables.load("events")
    by = events.groupby("event")["document"].nunique()
    dated = events[events["date"] != ""].groupby("event")["document"].nunique()
    most = by[by.index.isin(dated.index)].idxmax()
    assert f"by {by[most]}, of which {dated[most]} date it" in chart.alt and by[most] > dated[most]


def test_every_dated_event_is_drawn_once_for_each_date(chart):
    events = tables.load("events")
    dated = events[events["date"] != ""].drop_duplicates(["event", "date"])
    assert len(chart.table) == len(dated)
    assert len(answers(chart)) == len(dated)
    assert len(chart.drawn.marks) == (dated["precision"] == "day").sum()


def test_no_label_runs_into_another(chart):
    assert clashes(chart) == []


@pytest.mark.parametrize("day", ["2026-07-15", "2026-10-31", "2027-12-10", "2035-01-01"])
def test_months_without_room_have_no_label(chart, day):
    later = with_event(day)
    assert clashes(later) == []
    months = [text for text in later.drawn.texts if re.fullmatch("[A-Z][a-z]{2}", text.lines[0][0][0])]
    assert len(months) > 1
    ends = [text.at[0] + width_of(text.lines[0][0][0], SIZE["mark"]) for text in months]
    assert max(ends) <= later.drawn.width
    gaps = [b.at[0] - a.at[0] for a, b in pairwise(months)]
    assert max(gaps) < 1.2 * min(gaps), "every second, third and so on: none is missing between"


def test_where_there_is_room_every_month_has_its_label(chart):
    ends = datetime.date.fromisoformat(max(chart.table["date_end"])) + 20 * stretches.DAY
    last = stretches.latest(tables.load("documents")["published"])
    months = [line for line in words(chart) if re.fullmatch("[A-Z][a-z]{2}", line)]
    assert len(months) == ends.month - last.month


def test_an_event_in_any_calendar_has_a_lane():
    """What happened at a place whose calendar is neither's is in the lane of others."""
    events, documents = tables.load("events"), tables.load("documents")
    row = events[events["precision"] == "day"].iloc[[0]]
    row = row.assign(event="elsewhere", name="Elsewhere", calendar="America/Toronto", actors="A mine")
    later = timeline.chart(pd.concat([events, row], ignore_index=True), documents)
    assert later.table.set_index("event").loc["elsewhere", "lane"] == "United States and others"
    assert "Elsewhere" in words(later)


def test_what_is_told_as_going_on_is_no_day_that_it_began(chart):
    events = tables.load("events")
    hollow = [said for _, mark, said in chart.drawn.marks if mark.face == PAPER]
    days = events[(events["precision"] == "day") & (events["date"] != "")]
    going_on = days.groupby(["event", "date"])["status"].agg(lambda s: set(s) == {"ongoing"})
    assert len(hollow) == going_on.sum() > 0
    assert "hollow" in chart.subtitle


def test_a_document_dated_to_a_year_is_drawn():
    documents = tables.load("documents")
    documents.loc[1, "published"] = "2026"
    assert stretches.latest(documents["published"]) == stretches.latest(tables.load("documents")["published"])
    chart = timeline.chart(tables.load("events"), documents)
    assert chart.table["published"].eq("2026").any()
    assert chart.save("svg")
