"""What the chart of minerals claims: the list whole, and filled what a document names."""

import pytest
from matplotlib.colors import to_hex

from minerals import charts, tables
from minerals.charts import cited
from minerals.charts import minerals as tiles
from minerals.charts.style.palette import PAPER
from minerals.claims import reference


@pytest.fixture(scope="module")
def chart():
    return charts.make("05_minerals")


@pytest.fixture(scope="module")
def rows(chart):
    return chart.data


def given():
    return reference.rows(cited.REFERENCE, "nz_critical_minerals_list_2025")


def faces(chart):
    """Mineral -> the colour of its tile, in the picture and live."""
    claims = chart.data.set_index("claim")["mineral"]
    drawn = {
        claims[patch.get_gid().removeprefix("mark ").split(";")[0]]: to_hex(patch.get_facecolor())
        for patch in chart.static("page").axes[0].patches
    }
    live = {claims[t.customdata[0].split(";")[0]]: t.marker.color for t in chart.interactive().data}
    assert drawn == live
    return live


def test_every_mineral_of_the_list_has_one_tile(chart, rows):
    listed = rows[rows["layer"] == "reference"]
    assert sorted(listed["quote"]) == sorted(row["mineral"] for row in given())
    assert listed["mineral"].is_unique
    assert set(faces(chart)) == set(rows["mineral"])


def test_the_list_is_as_long_as_the_documents_say(rows):
    figures = tables.load("figures")
    told = figures[figures["measure"] == "minerals-on-nz-list"]
    assert told["document"].nunique() > 1
    assert set(told["value"]) == {(rows["layer"] == "reference").sum()}


def test_every_sentence_that_names_a_mineral_is_a_row(rows):
    told = tables.load("minerals").query("layer == 'corpus'")
    assert sorted(rows.loc[rows["layer"] == "corpus", "claim"]) == sorted(told["claim"])


def test_a_tile_is_filled_where_a_document_names_the_mineral(chart, rows):
    named = set(rows.loc[rows["layer"] == "corpus", "mineral"])
    filled = {mineral for mineral, face in faces(chart).items() if face != PAPER}
    assert filled == named


def test_what_is_named_and_not_listed_stands_apart(chart, rows):
    apart = rows[rows["section"] == tiles.APART]
    assert set(apart["layer"]) == {"corpus"}
    assert set(apart["mineral"]) == {
        "lithium"
    }  # AFP: "such as cobalt, nickel, manganese, graphite and lithium"
    assert chart.title.endswith("; lithium, named too, is not on it")


def test_the_title_counts_with_and_without_what_is_named_next_to_critical_minerals(chart, rows):
    """S&P Global: "these efforts to secure silicon supply chains, as well as critical minerals"."""
    listed = rows[(rows["layer"] == "corpus") & rows["section"].eq(tiles.NAMED)]
    doubt = {m for m, here in listed.groupby("mineral") if set(here["role"]) == {"aim-of-an-initiative"}}
    assert doubt == {"silicon"}
    named = listed["mineral"].nunique()
    assert f"name {named - 1} or {named} of the {len(given())} minerals" in chart.title
    assert "Silicon may be named next to critical minerals and not as one." in chart.words.note


def test_rare_earths_stay_one_group(rows):
    earths = rows[rows["mineral"].str.contains("rare earth")]
    assert set(earths["mineral"]) == {"rare earth elements"}
    assert earths["group"].all()


def test_what_the_draft_lacked_is_said(chart, rows):
    late = {r["mineral"].lower() for r in given() if r["in_draft_2024"] == "no"}
    assert set(rows.loc[rows["late"], "mineral"]) == late
    assert late and all(mineral in chart.words.note for mineral in late)


def test_without_anything_named_it_still_draws():
    minerals = tables.load("minerals")
    chart = charts.make("05_minerals", minerals=minerals[minerals["layer"] == "reference"])
    assert chart.title.startswith(f"The documents name 0 of the {len(given())} minerals")
    assert chart.save("png")
