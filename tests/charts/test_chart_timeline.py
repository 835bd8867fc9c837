"""The timeline: every dated event in its lane, named by how many report it, its title borne out by its table."""

import pandas as pd
import pytest

import measures
from minerals import charts, tables
from minerals.charts import timeline, timeline_live, timeline_panels


@pytest.fixture(scope="module")
def chart():
    return charts.make("02_timeline")


def with_event(**cells):
    """The chart with one more event."""
    events = tables.load("events")
    row = events[events["precision"] == "day"].iloc[[0]]
    row = row.assign(claim="later-1", event="later", name="Later", **cells)
    return charts.make("02_timeline", events=pd.concat([events, row], ignore_index=True))


def test_every_report_of_a_dated_event_is_a_row(chart):
    events = tables.load("events")
    dated = events[events["date"] != ""]
    assert sorted(chart.data["claim"]) == sorted(dated["claim"])
    assert chart.data["mark"].nunique() == len(dated.drop_duplicates(["event", "date"]))
    assert (chart.data.groupby("mark")["from"].nunique() == 1).all(), (
        "going on since the first that reports it"
    )


def test_the_title_is_borne_out_by_the_table(chart):
    """Most events lie in the weeks that it names, and talks with New Zealand are under way at the end of them."""
    first, end = timeline.window(chart.data)
    events = chart.data.drop_duplicates("event")
    starts = pd.to_datetime(events["from"])
    assert ((starts >= first) & (starts < end)).sum() > len(events) / 2
    assert chart.title.startswith("Most of the story happens in four weeks, ")
    assert round((end - first).days / 7) == 4
    assert "; New Zealand ends it still in talks" in chart.title
    talks = chart.data[(chart.data["category"] == "talks") & chart.data["ongoing"]]
    assert len(talks)
    agreed = chart.data[(chart.data["lane"] == timeline.BOTH) & (chart.data["category"] == "agreement")]
    assert agreed.empty, "the title would not hold"


def test_without_talks_and_without_the_weeks_the_title_says_other_things(chart):
    events = tables.load("events")
    calm = charts.make("02_timeline", events=events[events["status"] != "ongoing"])
    assert "talks" not in calm.title
    early = charts.make("02_timeline", events=events[events["date_start"] < "2026"])
    assert early.title.startswith("The story runs from ")


def test_the_note_counts_the_events_of_one_source(chart):
    sources = chart.data.groupby("event")["document"].nunique()
    assert f"{(sources == 1).sum()} of {len(sources)} events have one source." in chart.words.note


def test_events_that_most_documents_report_are_named(chart):
    """The first of each lane, then by how many documents report them."""
    ranks = chart.data[chart.data["rank"] > 0].drop_duplicates("event").sort_values("rank")
    assert ranks["rank"].tolist() == list(range(1, chart.data["event"].nunique() + 1))
    lanes = ranks["lane"].nunique()
    assert ranks["lane"].head(lanes).is_unique
    assert ranks["documents"].iloc[lanes:].is_monotonic_decreasing
    said = " ".join(text.get_text() for text, _ in measures.words(chart.static("page")))
    assert all(word in said for name in ranks["name"].head(8) for word in name.split())


def test_a_day_is_a_dot_at_its_day_and_what_is_vaguer_a_bar_as_long(chart):
    """Read back from the artists, in the units of the date axes."""
    spans = chart.data.drop_duplicates("mark").set_index("claim")
    figure = chart.static("page")
    for axes in figure.axes:
        for line in axes.lines:
            if str(line.get_gid()).startswith("mark "):
                row = spans.loc[line.get_gid().removeprefix("mark ").split(";")[0]]
                assert row["precision"] == "day"
                at = pd.Timestamp("1970-01-01") + pd.Timedelta(
                    days=float(axes.convert_xunits(line.get_xdata()[0]))
                )
                off = abs(at - pd.Timestamp(row["from"]) - pd.Timedelta(hours=12))
                assert off < pd.Timedelta(days=1 if axes.get_label() == "weeks" else 40), row["mark"]


@pytest.mark.parametrize("document", [None, 0, 2])
def test_the_live_marks_lie_at_their_dates(document):
    documents = tables.load("documents")
    mine = tables.load("events")
    if document is not None:
        mine = mine[mine["document"] == documents["document"].iloc[document]]
    chart = charts.make("02_timeline", events=mine)
    spans = chart.data.drop_duplicates("mark").set_index("claim")
    for trace in chart.interactive().data:
        for n, claims in enumerate(trace.customdata if trace.customdata is not None else ()):
            row = spans.loc[claims.split(";")[0]]
            assert (trace.x if trace.type == "scatter" else trace.base)[n] == row["from"]
            if trace.type == "bar":
                days = (pd.Timestamp(row["to"]) - pd.Timestamp(row["from"])).days + 1
                assert trace.x[n] == days * 86_400_000
    assert chart.interactive().layout.xaxis.type == "date" or chart.data.empty


@pytest.mark.parametrize("day", ["2026-07-15", "2026-10-31", "2027-12-10", "2035-01-01"])
def test_what_is_far_ahead_has_room(day):
    later = with_event(date=day, date_start=day, date_end=day)
    figure = later.static("page")
    assert measures.overlaps(figure) == [] and measures.cut_off(figure) == []
    parts = timeline_panels.panels(later.data, timeline.window(later.data), 1000)
    assert [part.name for part in parts] == ["before", "weeks", "ahead"]
    assert parts[-1].right == pytest.approx(1000)


def test_an_event_in_any_calendar_has_a_lane():
    """What happened at a place whose calendar is neither's is in the lane of others."""
    chart = with_event(calendar="America/Toronto", actors="A mine")
    assert set(chart.data.loc[chart.data["event"] == "later", "lane"]) == {timeline.ABROAD}


def test_a_document_dated_to_a_year_is_drawn():
    documents = tables.load("documents")
    documents.loc[1, "published"] = "2026"
    chart = charts.make("02_timeline", documents=documents)
    assert chart.data["published"].eq("2026").any()
    assert chart.save("svg")


def test_the_live_one_opens_on_the_weeks_and_has_all_years_in_its_slider(chart):
    axis = chart.interactive().layout.xaxis
    first, end = timeline.window(chart.data)
    assert pd.Timestamp(axis.range[0]) < first and pd.Timestamp(axis.range[1]) > end
    assert axis.rangeslider.visible
    legend = [trace.name for trace in chart.interactive().data if trace.showlegend is not False]
    assert legend == list(timeline.LANES)
    assert timeline_live.DAY.days == 1
