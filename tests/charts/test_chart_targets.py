"""What the charts of targets claim: growth that leads to the target, and a calendar that leaves nothing out."""

import datetime

import pytest
from PIL import ImageColor

from drawn import answers, plain, words
from minerals import charts, tables
from minerals.charts import cited, deadlines, growth
from minerals.claims import reference
from minerals.finders import edtf


@pytest.fixture(scope="module")
def exports():
    return growth.exports(tables.load("targets"), tables.load("documents"))


@pytest.fixture(scope="module")
def calendar():
    return deadlines.calendar(tables.load("targets"), tables.load("documents"))


def test_the_growth_leads_from_the_baseline_to_the_target(exports):
    """Each to its own: the draft's baseline to the draft's target, every other to the one in force."""
    goals = exports[exports["mark"].isin([growth.TARGET, growth.SUPERSEDED]) & exports["value"].notna()]
    goals = goals.set_index("mark")
    rates = exports[exports["mark"] == growth.GROWTH]
    assert set(rates["of"]) == {growth.PUBLISHED, growth.IMPLIED, growth.DRAFT}
    for row in rates.itertuples():
        goal = goals.loc[growth.SUPERSEDED if row.of == growth.DRAFT else growth.TARGET]
        days = datetime.date.fromisoformat(goal["end"]) - datetime.date.fromisoformat(row.end)
        assert row.value * (1 + row.growth) ** (days.days / growth.YEAR) == pytest.approx(goal["value"])
        assert row.growth < row.growth_before
        assert row.rate == f"{row.growth:.1%}"


def test_whole_years_give_the_rate_of_whole_years(exports):
    """Calendar 2022 to the end of 2035 is thirteen years."""
    row = exports[(exports["mark"] == growth.GROWTH) & (exports["quote"] == "Calendar year 2022")].iloc[0]
    assert row["growth"] == pytest.approx((2 / 1.03) ** (1 / 13) - 1, rel=1e-3)


def test_a_baseline_is_never_paired_with_another_sources_target(exports):
    """The reference's pairs are each of one source, and the title's growth is that of the pair in force."""
    of = {
        source: set(own["mark"]) for source, own in exports[exports["source_id"] != ""].groupby("source_id")
    }
    assert sorted(map(sorted, of.values())) == sorted(
        sorted([growth.GROWTH, base, goal])
        for base, goal in ((growth.PUBLISHED, growth.CONFIRMED), (growth.DRAFT, growth.SUPERSEDED))
    )
    current = exports.loc[exports["mark"] == growth.CONFIRMED, "source_id"].iloc[0]
    (rate,) = exports[(exports["mark"] == growth.GROWTH) & (exports["source_id"] == current)].itertuples()
    title = charts.make("06_targets_exports").title
    assert f"{rate.rate} to {rate.rate_before} a year from {rate.written}" in title
    implied = exports[(exports["mark"] == growth.GROWTH) & (exports["of"] == growth.IMPLIED)]
    assert set(implied["end"]) == {rate.end}


def test_the_target_of_the_documents_is_the_published_one(exports):
    told = exports[(exports["mark"] == growth.TARGET) & exports["value"].notna()]
    published = exports[exports["mark"] == growth.CONFIRMED]
    assert set(told["value"]) == set(published["value"]) and set(told["end"]) == set(published["end"])


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


def test_the_growth_is_drawn_up_to_the_target(exports):
    """Each path ends on its own target's last day, at its amount."""
    chart = charts.make("06_targets_exports")
    curves = [points for points, _ in chart.drawn.strokes if len(points) > 2]
    ends = []
    for said_first in ("NZ$3 billion by", "NZ$2 billion"):
        (goal,) = [
            ring for (ring,), _, said in chart.drawn.shapes if plain(said).strip().startswith(said_first)
        ]
        ends.append((max(x for x, _ in goal), sum(y for _, y in goal) / len(goal)))
    assert len(curves) == exports["mark"].isin([growth.PUBLISHED, growth.DRAFT]).sum() == len(ends)
    for points, end in zip(curves, ends, strict=True):
        assert points[-1] == pytest.approx(end, abs=0.01)


def test_no_level_runs_through_a_published_amount():
    chart = charts.make("06_targets_exports")
    boxes = [ring for (ring,), fill, said in chart.drawn.shapes if said and not fill.hatch]
    for points, stroke in chart.drawn.strokes:
        if stroke.dash and not stroke.under:
            (x0, y), (x1, _) = points
            assert not [
                r for r in boxes if min(p[1] for p in r) < y < max(p[1] for p in r) and x0 < r[0][0] < x1
            ]


def test_the_calendar_holds_every_date_that_is_set(calendar):
    targets = tables.load("targets")
    assert sorted(calendar["due"]) == sorted(targets.loc[targets["due"] != "", "due"])
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


def test_a_year_from_a_month_ends_in_that_month(calendar):
    (row,) = calendar[calendar["due_words"] == "one-year"].itertuples()
    assert (row.due_from, row.due, row.lies) == ("2025-10", "2026-10", deadlines.AHEAD)


def test_until_is_an_end_in_each_table():
    """Who holds the chair until a month does not hold it in that month alone."""
    countries, events = tables.load("countries"), tables.load("events")
    told = countries[countries["role"] == "chair"]
    assert len(told)
    for row in told.itertuples():
        (date,) = events.loc[(events["category"] == "chair") & (events["document"] == row.document), "date"]
        assert row.date == date
        assert edtf.bounds(row.date)[0] is None


def test_passed_ahead_and_counted_have_a_key_and_differ_in_lightness():
    chart = charts.make("06_targets_calendar")
    assert {"stated", "counted", deadlines.PASSED} <= set(words(chart))
    lightness = [sum(ImageColor.getrgb(colour)) for colour in (deadlines.BLUE, deadlines._PAST)]
    assert lightness[1] - lightness[0] > 150


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
