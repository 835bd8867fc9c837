"""The charts of figures: one scale a currency, nothing counted twice, and every number as its source qualifies it."""

import pandas as pd
import pytest

import measures
from conftest import ROOT
from minerals import charts, tables
from minerals.charts import amounts
from minerals.charts import money as sums
from minerals.claims import reference
from minerals.errors import Problem
from minerals.finders import lexicons


@pytest.fixture(scope="module")
def told():
    return tables.load("figures"), tables.load("documents")


@pytest.fixture(scope="module")
def money(told):
    return sums.amounts(*told)


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


def test_the_lower_count_of_countries_names_the_commission_and_the_higher_does_not(told):
    """'Where the lower number of countries is given, the European Commission is named beside them.'"""
    rows = amounts.tellings(*told, "count")
    apart = rows[rows.groupby("measure")["reading"].transform("nunique") > 1]
    lower = apart["value"] == apart["value"].min()
    assert apart["quote"].str.contains("European Commission").tolist() == lower.tolist()


# -- the shares


@pytest.fixture(scope="module")
def shares():
    return charts.make("04_figures_shares")


def test_a_share_is_a_bar_of_its_part_of_a_hundred(told, shares):
    rows = amounts.tellings(*told, "percent", "share").set_index("figure")
    assert sorted(shares.data["claim"]) == sorted(rows.index)
    for trace in shares.interactive().data:
        row = rows.loc[trace.customdata[0].split(";")[0]]
        part = 100 * row["value"] if row["kind"] == "share" else row["value"]
        assert trace.base[0] + trace.x[0] == pytest.approx(part) or trace.x[0] < part, (
            "its striped end follows"
        )
    ends = {}
    for patch in shares.static("page").axes[0].patches:
        claim = patch.get_gid().removeprefix("mark ").split(";")[0]
        ends[claim] = max(ends.get(claim, 0), patch.get_x() + patch.get_width())
    for claim, end in ends.items():
        row = rows.loc[claim]
        assert end == pytest.approx(100 * row["value"] if row["kind"] == "share" else row["value"])


def test_every_share_names_its_whole_and_its_modifier(shares):
    said = " ".join(text.get_text() for text, _ in measures.words(shares.static("page")))
    assert all(
        f"of {row.whole}" in said and row.amount.lower() in said.lower() for row in shares.data.itertuples()
    )


def test_the_shares_title_gives_the_largest_percentages_of_the_topic_that_has_most(shares):
    topic = shares.data.groupby("topic")["mark"].nunique().idxmax()
    percent = shares.data[(shares.data["topic"] == topic) & (shares.data["kind"] == "percent")]
    first, second = percent.drop_duplicates("mark").sort_values("part", ascending=False).head(2)["amount"]
    assert shares.title.startswith(f"{topic}: {first} of ") and f" and {second} of " in shares.title
