"""The charts of disagreements: more documents and more sides than there are today have their room and their mark."""

import re

import pandas as pd
import pytest

from minerals import charts, tables
from minerals.charts import disagreements
from minerals.charts.plate import lead


@pytest.mark.parametrize("short", ["One", "One Two", "One Two Three", "One Two Three Four Five"])
def test_a_documents_name_stands_on_the_plate(short):
    told, documents = tables.load("disagreements"), tables.load("documents")
    documents = documents.assign(
        short=documents["short"].where(documents["document"] != told["document"].iloc[0], short)
    )
    plate = disagreements.chart(told, documents).drawn
    heads = [t for t in plate.texts if t.side == "center" and t.lines[0][0][0] in short.split()]
    assert [t.lines[0][0][0] for t in sorted(heads, key=lambda t: -t.at[1])] == short.split()
    assert max(t.at[1] for t in plate.texts) + lead("mark") / 2 <= plate.low + plate.height


def test_each_of_many_sides_has_a_mark_and_a_glyph_of_its_own():
    told, documents = tables.load("disagreements"), tables.load("documents")
    first = told[told["verdict"] == "conflict"].iloc[[0]]
    others = told[told["disagreement"] != first["disagreement"].iloc[0]]
    sides = [first.assign(side=n, reading=f"reading {n}") for n in range(1, len(disagreements._SYMBOLS) + 1)]
    chart = disagreements.chart(pd.concat([*sides, others], ignore_index=True), documents)
    topic = first["topic"].iloc[0]
    marks = [mark.symbol for _, mark, said in chart.drawn.marks if f"<b>{topic}: reading" in said]
    assert len(set(marks)) == len(marks) == len(sides) >= 9
    said = [p[0] for t in chart.drawn.texts for p in t.lines[0] if re.fullmatch(r". reading \d", p[0])]
    assert len({words[0] for words in said}) == len(said) == len(sides)
    assert chart.interactive()["data"]


def test_no_documents_words_are_given_to_another():
    """A side that several take in unlike words is labelled by the words of each."""
    rows = disagreements.sides(tables.load("disagreements"), tables.load("documents"))
    shared = rows[rows["backing"] > 1].groupby(["disagreement", "side"])
    unlike = [list(own.itertuples()) for _, own in shared if own["reading"].nunique() > 1]
    assert unlike
    for own in unlike:
        words = disagreements._label(own).split(" / ")
        assert {w.casefold() for w in words} == {disagreements._plain(r).casefold() for r in own}
        assert len({w.casefold() for w in words}) == len(words)


@pytest.mark.parametrize("name", disagreements.GROUPS)
def test_what_a_side_says_is_in_the_sources_words(name):
    """No code of a vocabulary: a state or a sort is shown in the words that the source has for it."""
    rows = charts.make(name).table
    coded = rows[rows["kind"].isin(["status", "sort"])]
    assert len(coded) and coded["own"].all(), coded.loc[~coded["own"], ["topic", "reading", "document"]]


def test_who_shares_a_side_does_not_stand_alone():
    rows = disagreements.sides(tables.load("disagreements"), tables.load("documents"))
    shares = rows[rows["backing"] > 1].groupby("disagreement")["document"].agg(set)
    assert rows["alone"].any()
    for row in rows[rows["alone"]].itertuples():
        assert row.document not in shares[row.disagreement]


def test_the_title_counts_the_topics_of_its_verdicts():
    told = tables.load("disagreements")
    chart = disagreements.chart(told, tables.load("documents"))
    topics = told.drop_duplicates("disagreement")["verdict"].value_counts()
    assert [int(n) for n in re.findall(r"\d+", chart.title)] == [topics["conflict"], topics["left open"]]


def test_marks_of_many_sides_stay_in_their_documents_column():
    plate = disagreements.wording(tables.load("disagreements"), tables.load("documents")).drawn
    heads = [t.at[0] for t in plate.texts if t.side == "center"]
    assert max(x for (x, _), _, _ in plate.marks) < max(heads) + disagreements._COLUMN / 2
