"""The stockpile and the support: a dollar is as long wherever it is drawn, and nothing is counted or added up twice."""

import pandas as pd
import pytest

import measures
from minerals import charts, tables
from minerals.charts import money, stockpile, support
from minerals.charts.style.sizes import PHONE, SLIDE


@pytest.fixture(scope="module")
def rows():
    return money.amounts(tables.load("figures"), tables.load("documents"))


@pytest.fixture(scope="module", params=["04_figures_stockpile", "04_figures_support"])
def chart(request):
    return charts.make(request.param)


def spans(figure):
    """First claim of a bar -> where it begins and ends, in the axis's units."""
    found = {}
    for patch in figure.axes[0].patches:
        if str(patch.get_gid()).startswith("mark "):
            claim = patch.get_gid().removeprefix("mark ").split(";")[0]
            start, end = patch.get_x(), patch.get_x() + patch.get_width()
            low, high = found.get(claim, (start, end))
            found[claim] = min(low, start), max(high, end)
    return found


def test_every_sum_of_money_is_on_a_chart_or_in_another_currency(rows):
    drawn = {
        claim
        for name in ("stockpile", "support")
        for claim in charts.make(f"04_figures_{name}").data["claim"]
    }
    rest = rows[~rows["figure"].isin(drawn)]
    assert (rest["currency"] != charts.make("04_figures_support").data["currency"].iloc[0]).all()


def test_a_bar_is_as_long_as_its_amount_on_both_faces(chart):
    once = chart.data[chart.data["place"] != "conversion"].drop_duplicates("mark").set_index("claim")
    drawn = spans(chart.static("page"))
    live = {}
    for trace in chart.interactive().data:
        low, high = live.get(trace.customdata[0].split(";")[0], (trace.base[0], trace.base[0]))
        live[trace.customdata[0].split(";")[0]] = (
            min(low, trace.base[0]),
            max(high, trace.base[0] + trace.x[0]),
        )
    assert set(drawn) == set(live) == set(once.index)
    for claim, row in once.iterrows():
        start = row.get("from", 0)
        for low, high in (drawn[claim], live[claim]):
            assert low == pytest.approx(start)
            if row["bound"] == "above":
                assert high > start + row["value"], "it reaches past its number"
            else:
                assert high == pytest.approx(start + row["value"])


def test_parts_lie_inside_their_whole_and_after_one_another():
    data = charts.make("04_figures_stockpile").data.drop_duplicates("mark")
    whole, parts = data[data["place"] == "whole"], data[data["place"] == "part"].sort_values("from")
    assert len(whole) == 1 and len(parts)
    assert parts["from"].iloc[0] == 0
    assert parts["to"].max() <= whole["to"].iloc[0]
    assert (parts["from"].iloc[1:].to_numpy() == parts["to"].iloc[:-1].to_numpy()).all()


def test_the_stockpiles_title_is_borne_out_by_its_table():
    chart = charts.make("04_figures_stockpile")
    data = chart.data.drop_duplicates("mark").set_index("place")
    most = data.loc[["part"]].sort_values("value").iloc[-1]
    assert most["value"] > data.loc["whole", "value"] / 2
    assert chart.title.startswith(f"{most['amount']} of the {data.loc['whole', 'amount']} for ")
    assert chart.title.endswith(most["name"])


def test_without_a_part_that_is_most_of_it_the_title_counts_the_parts():
    figures = tables.load("figures")
    part = figures["relation"].str.contains("part of")
    figures.loc[part, "value"] = figures.loc[part, "value"] / 10
    title = charts.make("04_figures_stockpile", figures=figures).title
    assert f"has {part.sum()} parts, the largest " in title


def test_the_supports_title_names_the_largest_amount(rows):
    chart = charts.make("04_figures_support")
    top = rows.loc[rows.loc[rows["place"] == "whole", "value"].idxmax()]
    assert top["written"] in chart.title and top["label"] in chart.title
    assert "no source says which other sums are inside it" in chart.title
    others = chart.data[chart.data["place"] == support.MAYBE]
    related = tables.load("figures").set_index("figure").loc[others["claim"], "related_to"]
    assert not related.str.contains(top["figure"]).any(), "a source would say it"


def test_a_part_or_a_conversion_is_no_further_amount(rows):
    data = charts.make("04_figures_support").data
    assert not set(data["claim"]) & set(rows.loc[rows["place"].isin(["part", "conversion"]), "figure"])


def test_a_rival_of_the_largest_is_drawn_as_another_number_for_it():
    figures = tables.load("figures")
    top = figures.loc[figures.loc[figures["kind"] == "money", "value"].idxmax()]
    rival = pd.DataFrame([top]).assign(figure="rival", value=top["value"] * 0.9, modifier="", relation="contradicts",
                                       related_to=top["figure"])  # fmt: skip
    data = charts.make("04_figures_support", figures=pd.concat([figures, rival], ignore_index=True)).data
    assert data.set_index("claim").loc["rival", "place"] in (support.RIVAL, support.LARGEST)
    assert (data["place"] == support.RIVAL).sum() == 1


def test_what_a_size_has_no_room_for_is_counted():
    figures = tables.load("figures")
    top = figures[figures["kind"] == "money"].iloc[[0]]
    more = [top.assign(figure=f"more-{n}", measure=f"more-{n}", label=f"sum {n}", value=1e9 + n, relation="", related_to="",
                       start=n, quote=f"It is {n}.") for n in range(20)]  # fmt: skip
    chart = charts.make("04_figures_support", figures=pd.concat([figures, *more], ignore_index=True))
    for size, most in support._MOST.items():
        said = " ".join(text.get_text() for text, _ in measures.words(chart.static(size)))
        left = chart.data["mark"].nunique() - most
        assert f"Not drawn at this size: {left} more" in said.replace("\u00a0", " ")


def test_the_two_share_one_way_to_write_an_axis():
    data = charts.make("04_figures_stockpile").data
    assert next(iter(stockpile.ticks(data, 12e9, SLIDE).values())) == "US$0"
    assert len(stockpile.ticks(data, 12e9, PHONE)) <= len(stockpile.ticks(data, 12e9, SLIDE))
