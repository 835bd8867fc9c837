"""What the charts of targets claim: growth that leads to the target, and a calendar that leaves nothing out."""

import datetime

import pytest

from drawn import answers
from minerals import charts, reference, tables
from minerals.charts import cited, deadlines, growth
from minerals.mentions import edtf


@pytest.fixture(scope="module")
def exports():
    return growth.exports(tables.load("targets"), tables.load("documents"))


@pytest.fixture(scope="module")
def calendar():
    return deadlines.calendar(tables.load("targets"), tables.load("documents"))


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


def test_the_calendar_holds_every_other_date_that_is_set(calendar):
    targets = tables.load("targets")
    assert len(calendar) == (targets["due"].ne("") & targets["factor"].isna()).sum()
    assert (
        calendar.groupby("metric", sort=False).ngroups
        == (calendar["metric"] != calendar["metric"].shift()).sum()
    )


def test_where_a_date_lies_follows_from_its_words(calendar):
    last = max(tables.load("documents")["published"])
    for row in calendar.itertuples():
        first, end = map(str, edtf.bounds(row.due))
        lies = {
            deadlines.PASSED: end <= last, deadlines.AHEAD: first > last,
            deadlines.EITHER: first <= last < end,
        }  # fmt: skip
        assert [name for name, holds in lies.items() if holds] == [row.lies], row


def test_counted_dates_look_counted(calendar):
    """A counted date says from when, and is hollow or hatched."""
    assert (calendar["due_from"] != "").equals(calendar["due_basis"] == "counted")
    face = charts.make("06_targets_calendar").interactive()["data"]
    counted = set(calendar.loc[calendar["due_basis"] == "counted", "name"])
    for trace in face:
        if trace.get("hoveron") == "fills":
            name = trace["text"].split(": ")[0].removeprefix("<b>").replace("&#x27;", "'")
            assert ("fillpattern" in trace) == (name in counted), name


def test_every_telling_answers(calendar):
    assert len(answers(charts.make("06_targets_calendar"))) == len(calendar)
