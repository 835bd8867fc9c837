"""The chart of the corpus: its columns add up to the tables, and no document or find is left out."""

import re

import pandas as pd
import pytest

from drawn import answers
from minerals import charts, tables
from minerals.charts import corpus


@pytest.fixture(scope="module")
def chart():
    return charts.make("01_corpus")


def test_every_document_and_then_all(chart):
    assert set(chart.table["document"]) == set(tables.load("documents")["document"]) | {"all"}
    assert chart.table["document"].iloc[-1] == "all"


@pytest.mark.parametrize("name", corpus.CLAIMS)
def test_the_claims_add_up_to_the_table(chart, name):
    claims = tables.load(name)
    assert chart.table[name].iloc[-1] == chart.table[name].iloc[:-1].sum() == (claims["document"] != "").sum()


def test_the_mentions_add_up_to_the_table(chart):
    mentions = tables.load("mentions")
    kinds = sorted(set(mentions["kind"]))
    assert chart.table[kinds].iloc[-1].sum() == chart.table["mentions"].iloc[-1] == len(mentions)


def test_the_bars_are_the_passages(chart):
    passages = tables.load("passages")
    inked = passages.assign(inked=passages["text"].str.split().str.join("").str.len())
    whole = inked.groupby("document")["inked"].sum()
    body = inked[inked["body"]].groupby("document")["inked"].sum().reindex(whole.index, fill_value=0)
    rows = chart.table.set_index("document")
    assert (rows["characters"].drop("all") == whole.reindex(rows.index.drop("all"))).all()
    assert (rows["body_characters"].drop("all") == body.reindex(rows.index.drop("all"))).all()


def test_every_count_above_nothing_answers(chart):
    rows = chart.table.iloc[:-1]
    kinds = sorted(set(tables.load("mentions")["kind"]))
    discs = (rows[[*kinds, *corpus.CLAIMS]] > 0).to_numpy().sum()
    bars = (rows["body_characters"] > 0).sum() + (rows["characters"] > rows["body_characters"]).sum()
    assert len(answers(chart)) == discs + bars


def test_the_title_counts_what_rests_on_body_text(chart):
    passages, said = (
        tables.load("passages"),
        [int(n) for n in re.findall(r"\d+", chart.title.replace(",", ""))],
    )
    on_page = {
        (row.document, place)
        for row in passages[~passages["body"]].itertuples()
        for place in range(row.start, row.end)
    }
    claims = pd.concat([tables.load(name)[["document", "start", "end"]] for name in corpus.CLAIMS])
    claims = claims[claims["document"] != ""]
    inside = [
        not any((row.document, place) in on_page for place in range(int(row.start), int(row.end)))
        for row in claims.itertuples()
    ]
    assert said[-2:] == [sum(inside), len(claims)]
    assert 0 < len(claims) - sum(inside) < len(claims) / 10
