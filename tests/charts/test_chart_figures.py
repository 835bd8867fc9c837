"""The charts of figures: one scale a currency, nothing counted twice, and every number as its source qualifies it."""

import re
from fractions import Fraction

import pandas as pd
import pytest

from conftest import ROOT
from drawn import words
from minerals import charts, tables
from minerals.charts import amounts, figures_counts
from minerals.charts import money as sums
from minerals.charts.chart import ORANGE, PAPER
from minerals.claims import reference
from minerals.errors import Problem
from minerals.finders import lexicons


@pytest.fixture(scope="module")
def told():
    return tables.load("figures"), tables.load("documents")


@pytest.fixture(scope="module")
def money(told):
    return sums.amounts(*told)


def bars(chart):
    """Each bar's hover, start, length, middle, whether it is hatched, and the corners of its end beyond two."""
    found = []
    for (ring,), fill, said in chart.drawn.shapes:
        if said:
            (x0, low), (x1, _), *tip, _, (_, high) = ring
            found.append((said, x0, x1 - x0, (low + high) / 2, fill.hatch, tip))
    return found


def bar(chart, row):
    (found,) = [b for b in bars(chart) if b[0] == amounts.said(row)]
    return found


def test_every_number_but_money_is_on_one_chart_and_drawn_once(told):
    made = [charts.make(f"04_figures_{name}") for name in ("shares", "counts")]
    numbers = told[0][told[0]["kind"] != "money"]
    assert sorted(f for chart in made for f in chart.table["figure"]) == sorted(numbers["figure"])
    assert [len(bars(chart)) for chart in made] == [len(chart.table) for chart in made]
    assert all(len({b[0] for b in bars(chart)}) == len(chart.table) for chart in made)


def test_a_stated_relation_ends_the_doubt(told):
    table, documents = told
    rows = sums.amounts(table, documents)
    unsure = next(rows[rows["place"] == "open"].itertuples())
    stated = table.copy()
    stated.loc[stated["figure"] == unsure.figure, ["relation", "related_to"]] = "part of", unsure.beside
    again = sums.amounts(stated, documents).set_index("figure")
    assert again.loc[unsure.figure, "place"] == "part"
    assert again.loc[unsure.figure, "whole_amount"] == unsure.beside
    assert again["whole_amount"].nunique() == rows["whole_amount"].nunique() - 1


def test_separate_amounts_are_what_is_no_restatement_no_part_and_no_conversion(money):
    apart = money[~money["relation"].str.contains("restates|part of|conversion of")]
    assert sorted(apart["figure"]) == sorted(set(money["whole_amount"]))


def rivalled(told, figure, value, modifier=""):
    """The table with one more telling of the measure of `figure`, with another number, and that telling's id."""
    table, documents = told
    row = table[table["figure"] == figure].iloc[[0]]
    first = amounts.tellings(*told, "money").set_index("figure").loc[figure, "reading"]
    rival = row.assign(
        figure="rival", value=value, modifier=modifier, relation="contradicts", related_to=first,
        document=next(d for d in documents["document"] if d != row["document"].iloc[0]), quote=f"It is {value}.",
    )  # fmt: skip
    return pd.concat([table, rival], ignore_index=True), documents


def calm(told):
    """The table without the measures of which two numbers are told."""
    rows = amounts.tellings(*told, "money")
    apart = rows.groupby("measure")["reading"].nunique()
    return told[0][~told[0]["measure"].isin(apart[apart > 1].index)], told[1]


@pytest.mark.parametrize("place", ["whole", "open"])
def test_a_rival_is_drawn_whatever_it_contradicts(told, money, place):
    """Of an amount told once the larger number stands; one that may be inside another stays under that."""
    figure = money[money["place"] == place]["figure"].iloc[0]
    value = money.set_index("figure").loc[figure, "value"]
    for other in (value / 2, value * 2):
        table = rivalled(told, figure, other)
        rows = sums.amounts(*table).set_index("figure")
        assert sorted(rows.loc[[figure, "rival"], "value"][rows["place"] == "rival"]) == [min(value, other)]
        drawn = charts.make("04_figures_support", figures=table[0]).data
        assert "rival" in set(drawn["claim"]) or rows.loc[figure, "currency"] != drawn["currency"].iloc[0]


@pytest.mark.parametrize("name", ["shares", "counts"])
def test_every_modifier_is_in_words_and_in_the_bars_end(name):
    chart = charts.make(f"04_figures_{name}")
    qualified = chart.table[(chart.table["modifier"] != "") | chart.table["high"].isna()]
    seen = " ".join(words(chart)).lower()
    assert all(row.written.lower() in seen for row in qualified.itertuples())
    reach = [tip[0][0] - (x0 + long) for _, x0, long, _, _, tip in bars(chart) if tip]
    assert sum(end > 0 for end in reach) == (qualified["bound"] == "above").sum()
    assert sum(end < 0 for end in reach) == (qualified["bound"] == "below").sum()
    assert words(chart).count("≈") == (qualified["bound"] == "near").sum()


def test_a_telling_that_stands_to_two_others_has_a_row_for_each():
    table = pd.DataFrame(
        {
            "figure": ["a", "b", "c"],
            "written": ["1", "2", "3"],
            "relation": ["", "", "restates;contradicts"],
            "related_to": ["", "", "a;b"],
        }
    )
    rows = amounts.relations(table)[["figure", "relation", "of"]]
    assert rows.to_numpy().tolist() == [["c", "restates", "1"], ["c", "contradicts", "2"]]


def test_every_modifier_that_the_finders_know_has_a_bound():
    known = {row["words"] for row in lexicons.rows("quantities/modifiers")}
    assert set(amounts._bounds()) == known, "lists/bounds.csv and finders/quantities/modifiers.csv differ"
    assert set(amounts._bounds().values()) == {"above", "below", "near", "exact"}
    with pytest.raises(Problem, match=r"bounds\.csv: no row for the modifier «give or take»; add one"):
        amounts.bound("give or take")


def test_a_share_fills_its_part_of_the_whole_bar(told):
    chart = charts.make("04_figures_shares")
    whole = figures_counts._WHOLE
    for row in amounts.tellings(*told, "percent", "share").itertuples():
        part = row.value if row.kind == "share" else row.value / 100
        assert bar(chart, row)[2] == pytest.approx(part * whole)
        assert f"of {row.whole}" in words(chart)
    cuts = [points for points, stroke in chart.drawn.strokes if stroke.colour == PAPER]
    shares = chart.table[chart.table["kind"] == "share"]
    assert len(cuts) == sum(Fraction(v).limit_denominator(100).denominator - 1 for v in shares["value"])


def test_contradictions_are_joined_and_restatements_share_a_bar(told):
    chart = charts.make("04_figures_counts")
    rows = chart.table
    apart = rows.groupby("measure")["reading"].nunique() > 1
    assert set(rows[rows["relation"].str.contains("contradicts")]["measure"]) == set(apart[apart].index)
    assert words(chart).count("≠") == apart.sum()
    assert sum(fill.face == ORANGE for _, fill, _ in chart.drawn.shapes) == apart.sum()
    for _, same in rows.groupby("reading"):
        assert same["value"].nunique() == 1
        places = sorted(bar(chart, row)[3] for row in same.rename(columns={"name": "label"}).itertuples())
        assert places[-1] - places[0] < figures_counts._ROW


def test_a_pair_corroborates_nobody(told):
    """ "The two countries", told by two documents, is no count on which they agree."""
    rows = charts.make("04_figures_counts").table
    counted = rows[rows["kind"] == "count"]
    several = counted.groupby("measure").filter(lambda t: t["document"].nunique() > 1)
    pairs = several[several["value"] == 2]["measure"].nunique()
    assert (
        pairs
        and f"Of the {several['measure'].nunique() - pairs} counts, pairs"
        in charts.make("04_figures_counts").title
    )


def test_without_a_disagreement_the_title_says_so(told):
    table, documents = told
    calm = table[~table["relation"].str.contains("contradicts")]
    assert figures_counts.counts(calm, documents).title.endswith("none differs")


@pytest.mark.parametrize(
    ("value", "currency", "expected"),
    [
        (12_000_000_000, "USD", "US$12 billion"),
        (14_800_000_000, "USD", "US$14.8 billion"),
        (400_000_000, "USD", "US$400 million"),
        (3_000_000_000, "NZD", "NZ$3 billion"),
        (0, "NZD", "NZ$0"),
        (950_000, "NZD", "NZ$950,000"),
        (1_500_000_000_000, "USD", "US$1.5 trillion"),
        (7, "XXX", "XXX 7"),  # a currency that no list knows keeps its code
    ],
)
def test_money_is_written_as_people_write_it(value, currency, expected):
    assert amounts.money(value, currency) == expected


def test_the_record_is_named_by_its_own_rows(told):
    facts = {row["record_id"] for row in reference.rows(ROOT / "data" / "reference", "official_record")}
    held = told[0][told[0]["record"] != ""]
    assert set(held["record"]) <= facts
    table = amounts.against(amounts.tellings(*told, *told[0]["kind"].unique()))
    assert len(table) == len(held)
    same = [a == float(b) for a, b in zip(table["value"], table["value_recorded"], strict=True)]
    assert table["same_number"].map({"yes": True, "no": False}).tolist() == same


# -- what the notebook says in prose


def test_only_one_amount_is_itemised(money):
    assert money[money["place"] == "part"]["whole_amount"].nunique() == 1


def test_the_lower_count_of_countries_names_the_commission_and_the_higher_does_not():
    """'Where the lower number of countries is given, the European Commission is named beside them.'"""
    rows = charts.make("04_figures_counts").table
    apart = rows[rows.groupby("measure")["reading"].transform("nunique") > 1]
    lower = apart["value"] == apart["value"].min()
    assert apart["quote"].str.contains("European Commission").tolist() == lower.tolist()


def test_the_alt_text_of_the_counts_has_the_numbers_of_what_is_drawn():
    """A bar is a number of a measure, its stripes the reports that give it: three numbers, none for another."""
    chart = charts.make("04_figures_counts")
    counted, times = (chart.table[chart.table["kind"] == kind] for kind in ("count", "duration"))
    says = re.match(
        r"(\d+) bars of counts, for (\d+) measures in (\d+) reports, and (\d+) of lengths of time", chart.alt
    )
    assert [int(n) for n in says.groups()] == [
        counted["reading"].nunique(), counted["measure"].nunique(), len(counted), times["reading"].nunique(),
    ]  # fmt: skip
    assert len(bars(chart)) == len(chart.table)


def test_the_shares_title_says_how_many_are_of_its_topic():
    """Bars of other topics are not counted as its own."""
    chart = charts.make("04_figures_shares")
    topic = chart.table["topic"].iloc[0]
    own = chart.table[chart.table["topic"] == topic]["reading"].nunique()
    whole = chart.table["reading"].nunique()
    assert own < whole and chart.title.startswith(f"{own} of the {whole} reported shares are of {topic}")


def test_what_relates_amounts_is_in_the_sources_words_or_called_coded():
    """“backed by” is drawn, not “of it”; an amount in brackets has no words for what it converts."""
    figures = tables.load("figures")
    coded = figures[figures["relation"].str.contains("part of|conversion of")]
    for row in coded.itertuples():
        assert row.relation_words in row.quote
        assert bool(row.relation_words) == ("part of" in row.relation)
    seen = " ".join(words(charts.make("04_figures_money")))
    assert "backed by" in seen and "of it " not in seen and "as printed by NZ Herald" in seen
