"""What the charts of targets claim: growth that leads to the target, and a calendar that leaves nothing out."""

import datetime

import matplotlib.dates as mdates
import pytest

from minerals import charts, tables
from minerals.charts import calendar as targets_calendar
from minerals.charts import cited, growth
from minerals.claims import reference
from minerals.finders import edtf


@pytest.fixture(scope="module")
def exports():
    return growth.exports(tables.load("targets"), tables.load("documents"))


@pytest.fixture(scope="module")
def calendar():
    return targets_calendar.data(tables.load("targets"), tables.load("documents"))


def test_the_growth_leads_from_the_baseline_to_the_target(exports):
    goal = exports[exports["mark"] == growth.TARGET]["value"].max()
    due = exports.loc[exports["mark"] == growth.TARGET, "end"].iloc[0]
    rates = exports[exports["mark"] == growth.GROWTH]
    for row in rates.itertuples():
        days = datetime.date.fromisoformat(due) - datetime.date.fromisoformat(row.end)
        assert row.value * (1 + row.growth) ** (days.days / growth.YEAR) == pytest.approx(goal)
        assert row.growth < row.growth_before
        assert row.rate == f"{row.growth:.1%}"


def test_whole_years_give_the_rate_of_whole_years(exports):
    """Calendar 2022 to the end of 2035 is thirteen years."""
    row = exports[(exports["mark"] == growth.GROWTH) & (exports["quote"] == "Calendar year 2022")].iloc[0]
    assert row["growth"] == pytest.approx((3 / 1.03) ** (1 / 13) - 1, rel=1e-3)


def test_each_baseline_is_tried_with_each_start(exports):
    rates = exports[exports["mark"] == growth.GROWTH]
    published = exports[exports["mark"] == growth.PUBLISHED]
    assert (rates["of"] == growth.PUBLISHED).sum() == len(published)
    assert set(rates.loc[rates["of"] == growth.IMPLIED, "end"]) > set(published["end"])


def test_the_implied_baseline_has_no_year(exports):
    implied = exports[exports["mark"] == growth.IMPLIED]
    assert len(implied) == 1
    assert (implied[["start", "end"]] == "").all(axis=None)


def test_the_reference_is_whole_and_marked(exports):
    known = exports[exports["layer"] == "reference"].drop_duplicates("quote")
    assert list(known["quote"]) == [
        row["period"] for row in reference.rows(cited.REFERENCE, "nz_mineral_exports")
    ]
    assert known["source"].str.startswith("Reference: ").all()
    assert known["quote"].isin(["Draft strategy target (May 2024)"]).sum() == 1


def test_a_period_is_a_year_long(exports):
    for row in exports[exports["mark"] == growth.PUBLISHED].itertuples():
        days = datetime.date.fromisoformat(row.end) - datetime.date.fromisoformat(row.start)
        assert days.days + 1 in (365, 366)


def test_every_document_that_tells_the_target_is_drawn(exports):
    targets = tables.load("targets")
    told = targets.loc[targets["factor"].notna(), "document"]
    assert set(exports.loc[exports["mark"] == growth.TARGET, "document"]) == set(told)


def test_the_paths_lead_from_each_published_year_to_the_target():
    """On both faces, and the bars lie at their amounts over their periods."""
    chart = charts.make("06_targets_exports")
    goal = chart.data["value"].max()
    bases = chart.data[chart.data["place"] == growth.PUBLISHED]
    axes = chart.static("page").axes[0]
    drawn = [line.get_ydata() for line in axes.lines if len(line.get_ydata()) > 2]
    live = [trace.y for trace in chart.interactive().data if trace.type == "scatter"]
    for paths in (drawn, live):
        assert sorted(path[0] for path in paths) == sorted(bases["value"])
        assert all(path[-1] == pytest.approx(goal) for path in paths)
    spans = chart.data.set_index("claim")
    for trace in chart.interactive().data:
        if trace.customdata:
            row = spans.loc[trace.customdata[0].split(";")].dropna(subset="value").iloc[0]
            assert (trace.y[0], trace.base[0]) == (row["value"], row["from"])
    heights = {round(p.get_y() + p.get_height() / 2) for p in axes.patches}
    assert heights == {round(v) for v in chart.data["value"].dropna()}


def test_the_exports_title_and_note_are_borne_out_by_the_table(exports):
    chart = charts.make("06_targets_exports")
    rates = sorted(
        exports[(exports["mark"] == growth.GROWTH) & (exports["of"] == growth.PUBLISHED)]["growth"]
    )
    assert f"takes growth of {rates[0]:.0%} to {rates[-1]:.0%} a year" in chart.title
    published = exports[exports["mark"] == growth.PUBLISHED].sort_values("start")
    assert published["end"].iloc[0] >= published["start"].iloc[1], "they overlap, and the note says so"
    assert "The published years overlap" in chart.words.note
    implied = exports[exports["mark"] == growth.IMPLIED]
    assert implied["written"].iloc[0] in chart.words.note


def test_the_calendar_holds_every_date_that_is_set(calendar):
    targets = tables.load("targets")
    assert sorted(calendar["due"]) == sorted(targets.loc[targets["due"] != "", "due"])


def test_where_a_date_lies_follows_from_its_words(calendar):
    last = max(tables.load("documents")["published"])
    for row in calendar.itertuples():
        first, end = map(str, edtf.bounds(row.due))
        lies = {
            targets_calendar.PASSED: end <= last, targets_calendar.AHEAD: first > last,
            targets_calendar.EITHER: first <= last < end,
        }  # fmt: skip
        assert [name for name, holds in lies.items() if holds] == [row.lies], row


def test_a_year_from_a_month_ends_in_that_month(calendar):
    (row,) = calendar[calendar["due_words"] == "one-year"].itertuples()
    assert (row.due_from, row.due, row.lies) == ("2025-10", "2026-10", targets_calendar.AHEAD)


def test_until_is_an_end_in_each_table():
    """Who holds the chair until a month does not hold it in that month alone."""
    countries, events = tables.load("countries"), tables.load("events")
    told = countries[countries["role"] == "chair"]
    assert len(told)
    for row in told.itertuples():
        (date,) = events.loc[(events["category"] == "chair") & (events["document"] == row.document), "date"]
        assert row.date == date
        assert edtf.bounds(row.date)[0] is None


def test_a_bar_spans_what_its_words_allow(calendar):
    """In days of the date axis, on both faces: a period that is stated, or all days within a length of time."""
    chart = charts.make("06_targets_calendar")
    near = calendar[~calendar["far"]].drop_duplicates("mark").set_index("claim")
    drawn = {}
    for patch in chart.static("page").axes[0].patches:
        if str(patch.get_gid()).startswith("mark "):
            drawn[patch.get_gid().removeprefix("mark ").split(";")[0]] = (
                patch.get_x(),
                patch.get_x() + patch.get_width(),
            )
    assert set(drawn) == set(near.index)
    live = {t.customdata[0].split(";")[0]: (t.base[0], t.x[0]) for t in chart.interactive().data}
    for claim, row in near.iterrows():
        start, end = (mdates.date2num(datetime.date.fromisoformat(row[day])) for day in ("from", "to"))
        assert drawn[claim][0] == start
        assert drawn[claim][1] == max(end + 1, start + 3)
        assert live[claim][0] == row["from"]
        assert live[claim][1] == (drawn[claim][1] - start) * 86_400_000


def test_a_length_of_time_is_hollow_from_the_day_that_it_is_counted_from(calendar):
    assert (calendar["due_from"] != "").equals(calendar["due_basis"] == "counted")
    counted = calendar[calendar["due_basis"] == "counted"]
    assert (counted["from"] == [str(edtf.bounds(day)[0]) for day in counted["due_from"]]).all()
    chart = charts.make("06_targets_calendar")
    hollow = {t.customdata[0] for t in chart.interactive().data if t.marker.color == "#ffffff"}
    open_ones = counted[counted["lies"] != targets_calendar.PASSED]
    assert set(open_ones["claim"]) <= {claim for claims in hollow for claim in claims.split(";")}


def test_what_is_far_ahead_is_in_the_note(calendar):
    chart = charts.make("06_targets_calendar")
    far = calendar[calendar["far"]]
    assert len(far) and all(name in chart.words.note for name in far["name"])


def test_the_calendars_title_is_borne_out_by_the_table(calendar):
    title = charts.make("06_targets_calendar").title
    ahead = calendar[(calendar["lies"] == targets_calendar.AHEAD) & (calendar["direction"] == "deadline")]
    first = ahead.sort_values("to").iloc[0]
    assert title.startswith(f"The next deadline is {int(first['to'][8:])} ") and first["name"] in title
    left = calendar.loc[calendar["lies"] == targets_calendar.AHEAD, "metric"].nunique()
    assert f"; {left} of {calendar['metric'].nunique()} dates lie after " in title
