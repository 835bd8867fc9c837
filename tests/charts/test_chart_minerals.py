"""What the chart of minerals claims: the list whole and hollow, and every naming on it."""

import pytest

from minerals import charts, tables
from minerals.charts import cited
from minerals.charts import minerals as tiles
from minerals.claims import reference


@pytest.fixture(scope="module")
def rows():
    return tiles.tiles(tables.load("minerals"), tables.load("documents"))


def shapes():
    return [t for t in charts.make("05_minerals").interactive()["data"] if t.get("hoveron") == "fills"]


def test_every_mineral_of_the_list_has_one_tile(rows):
    listed = rows[rows["layer"] == "reference"]
    given = reference.rows(cited.REFERENCE, "nz_critical_minerals_list_2025")
    assert sorted(listed["quote"]) == sorted(row["mineral"] for row in given)
    assert listed["mineral"].is_unique


def test_the_list_is_as_long_as_the_documents_say(rows):
    figures = tables.load("figures")
    told = figures[figures["measure"] == "minerals-on-nz-list"]
    assert told["document"].nunique() > 1
    assert set(told["value"]) == {(rows["layer"] == "reference").sum()}


def test_the_sentences_add_up_to_the_table(rows):
    told = tables.load("minerals").query("layer == 'corpus'")
    assert rows["sentences"].sum() == len(told)
    assert set(zip(rows["mineral"], rows["document"], strict=True)) >= set(
        zip(told["mineral"], told["document"], strict=True)
    )


def test_what_is_named_and_not_listed_stands_apart(rows):
    apart = rows[rows["section"] == tiles.APART]
    assert set(apart["layer"]) == {"corpus"}
    assert "lithium" in set(
        apart["mineral"]
    )  # AFP: "such as cobalt, nickel, manganese, graphite and lithium"
    assert "lithium" in charts.make("05_minerals").title


def test_rare_earths_stay_one_group(rows):
    earths = rows[rows["mineral"].str.contains("rare earth")]
    assert set(earths["mineral"]) == {"rare earth elements"}
    assert earths["group"].all()


def test_a_tile_is_hollow_and_a_naming_is_filled():
    for shape in shapes():
        hollow = shape["fillcolor"] == tiles.PAPER
        assert hollow == ("Reference: " in shape["text"])


def test_every_row_answers(rows):
    said = {shape["text"] for shape in shapes()}
    assert len(said) == len(rows)


def test_what_the_draft_lacked_is_marked(rows):
    late = {
        r["mineral"].lower()
        for r in reference.rows(cited.REFERENCE, "nz_critical_minerals_list_2025")
        if r["in_draft_2024"] == "no"
    }
    marked = {
        words.split(":")[0].removeprefix("<b>").lower()
        for words in (s["text"] for s in shapes())
        if "not in its draft" in words
    }
    assert late == marked
    assert late


def test_without_anything_named_it_still_draws():
    minerals, documents = tables.load("minerals"), tables.load("documents")
    chart = tiles.chart(minerals[minerals["layer"] == "reference"], documents)
    assert chart.title.startswith("0 of ")
    assert chart.save("png")
