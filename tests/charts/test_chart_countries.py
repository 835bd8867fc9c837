"""The countries: the marks add up to what each source says, and every role of the table has its place."""

import math
import re
from itertools import combinations

import pytest

from drawn import answers
from minerals import charts, tables
from minerals.charts import countries as who
from minerals.charts import countries_cells as cells_of
from minerals.charts import countries_map, labels, worldmap
from minerals.charts import countries_matrix as matrix
from minerals.claims import reference


@pytest.fixture(scope="module")
def loaded():
    return [tables.load(name) for name in ("countries", "figures", "documents")]


@pytest.fixture(scope="module")
def there(loaded):
    return who.delegations(loaded[0], loaded[2])


@pytest.fixture(scope="module")
def tally(loaded):
    return who.counts(*loaded)


@pytest.fixture(scope="module")
def world():
    return charts.make("03_countries_map")


def record(name):
    rows = reference.rows(tables.ROOT / "data" / "reference", "official_record")
    return next(int(row["value"]) for row in rows if row["record_id"] == name)


def test_the_marks_add_up_to_the_countries_and_the_commission(there):
    present = there[there["mark"].isin(["named", "listed"])]
    assert (present["kind"] == "country").sum() == record("ministerial-countries")
    assert list(present[present["kind"] == "institution"]["name"]) == ["European Commission"]
    assert list(there[there["mark"] == "host"]["iso3"]) == ["USA"]
    assert not there["iso3"].duplicated().any()


def test_nobody_is_on_the_list_who_is_said_to_be_absent(there):
    listed = {row["iso3"] for row in who.the_list()}
    assert not listed & set(there[there["mark"].isin(["host", "absent", "unclear"])]["iso3"])
    assert set(there[there["mark"] == "named"]["iso3"]) - {who.COMMISSION} <= listed


def test_each_row_of_squares_adds_up_to_what_its_source_says(tally, loaded):
    _, figures, documents = loaded
    stated = figures[figures["measure"] == "countries-at-ministerial"].merge(documents, on="document")
    assert {(s.short, s.value) for s in stated.itertuples()} == {
        (t.source, t.counted) for t in tally[tally["mark"] == "named"].dropna(subset="counted").itertuples()
    }
    counting = tally.dropna(subset="counted")
    assert (counting["named"] + counting["unnamed"] == counting["counted"]).all()
    assert (
        tally["iso3"].str.split(";").map(lambda codes: len(list(filter(None, codes)))) == tally["named"]
    ).all()


def test_who_counts_one_more_does_not_tell_the_commission_apart(tally):
    """54 and the Commission, or 55: both stand, and the chart decides nothing."""
    counting = tally.dropna(subset="counted")
    apart = counting[counting["commission"]]["counted"].unique()
    assert 1 in {one - other for one in counting[~counting["commission"]]["counted"] for other in apart}


def test_the_four_marks_look_different(world):
    traces = [t for t in world.interactive()["data"] if t.get("fill") == "toself"]
    assert (
        len({(t["fillcolor"], "fillpattern" in t) for t in traces}) >= 6
    )  # the host, the paper of the inset, too
    hatched = [t["text"] for t in traces if "fillpattern" in t and "text" in t]
    assert hatched
    assert all("Reference list" in words for words in hatched)


def test_every_delegation_answers_and_is_named_on_the_map(world, there):
    heads = {re.match("<b>(.+?)</b>", said)[1] for said in answers(world)}
    written = {" ".join(line[0][0] for line in words.lines) for words in world.drawn.texts}
    assert set(there["name"]) <= heads
    assert set(there["name"]) <= written


@pytest.mark.parametrize("iso3", ["COK", "SGP", "BHR"])
def test_a_state_without_an_outline_is_a_point(iso3):
    place = next(c for c in worldmap.countries() if c.iso3 == iso3)
    assert place.rings == []


def test_no_name_runs_into_another(world):
    figure = world.figure()
    figure.draw_without_rendering()
    texts = [(t.get_text(), t.get_window_extent()) for t in figure.axes[0].texts]
    deep = [
        (a, b)
        for (a, one), (b, two) in combinations(texts, 2)
        if min(one.x1, two.x1) - max(one.x0, two.x0) > 3 and min(one.y1, two.y1) - max(one.y0, two.y0) > 3
    ]
    assert deep == []


def test_the_names_that_have_a_place_of_their_own_are_countries_of_the_map():
    assert set(labels.chosen()) <= {c.iso3 for c in worldmap.countries()}


def test_equal_earth_as_published():
    """The projection's proportions: the equator to the meridian."""
    half, pole = worldmap.projected(worldmap.MIDDLE + 180, 0)[0], worldmap.projected(worldmap.MIDDLE, 90)[1]
    assert half / pole == pytest.approx(2.05458, abs=1e-5)


@pytest.mark.parametrize(
    "ring, expected",
    [
        ([(0.2, 0.2), (0.8, 0.2), (0.8, 0.8)], [(0.2, 0.2), (0.8, 0.2), (0.8, 0.8)]),  # inside
        ([(2, 2), (3, 2), (3, 3)], []),  # outside
        (
            [(0.5, 0.2), (2.5, 0.2), (2.5, 0.8), (0.5, 0.8)],
            [(0.5, 0.2), (1, 0.2), (1, 0.8), (0.5, 0.8)],
        ),  # across
    ],
)
def test_a_window_shows_what_is_in_it(ring, expected):
    assert sorted(worldmap.clipped(ring, (0, 0), (1, 1))) == sorted(expected)


def test_every_initiative_has_its_place_or_none_and_every_role_its_mark(loaded):
    countries = loaded[0]
    heads, roles = (cells_of.listed_in(name) for name in ("initiatives", "roles"))
    assert set(heads["initiative"]) == set(countries["initiative"]) - {""}
    drawn = countries["initiative"].isin(heads[heads["group"] != ""]["initiative"])
    assert set(roles["role"]) == set(countries[drawn]["role"])
    alone = countries[countries["initiative"].isin(heads[heads["group"] == ""]["initiative"])]
    assert (alone.groupby("initiative")["iso3"].nunique() == 1).all(), (
        "only what a country does by itself is left out"
    )


def test_every_role_of_these_initiatives_is_in_a_cell(loaded):
    cells, countries = matrix.cells(*loaded), loaded[0]
    told = countries[countries["initiative"].isin(cells["initiative"])]
    held = {(c.iso3, c.initiative, role) for c in cells.itertuples() for role in c.roles.split(", ")}
    assert {(t.iso3, t.initiative, t.role) for t in told.itertuples()} <= held
    assert len(answers(charts.make("03_countries_matrix"))) == len(cells)


def test_the_new_agreements_and_their_partners_add_up(loaded):
    cells = matrix.cells(*loaded)
    new = cells[(cells["initiative"] == who.SIGNED[0]) & cells["family"].isin(["agrees", "not named"])]
    new = new[new["iso3"] != "USA"]
    named, missing = new[new["iso3"] != ""], new[new["iso3"] == ""]
    assert len(named) < new["counted"].max() and list(missing["name"]) == ["others not named"]
    chart = matrix.chart(*loaded)
    assert chart.title.startswith(
        f"Reports count {new['counted'].max()} new agreements and name {len(named)} partners"
    )
    assert "GBR" not in set(named["iso3"]), "its memorandum is of the day after"


def test_most_that_signed_at_the_ministerial_are_there_by_the_list_only(there, loaded):
    """What the notebook's first cell says."""
    cells = matrix.cells(*loaded)
    new = cells[
        (cells["initiative"] == who.SIGNED[0]) & (cells["family"] == "agrees") & (cells["iso3"] != "USA")
    ]["iso3"]
    marks = there.set_index("iso3")["mark"].reindex(new)
    assert set(marks) == {"named", "listed"}
    assert (marks == "listed").mean() > 0.5


def test_no_point_hides_another(world):
    """Two small neighbours stand side by side; what stands on its own country's point is no other."""
    points = sorted({at for at, mark, said in world.drawn.marks if said and mark.symbol == "o"})
    assert len(points) > 5
    near = [(a, b) for a, b in combinations(points, 2) if math.dist(a, b) < 0.08]
    assert near == []


def test_a_ring_is_in_the_key(world):
    rings = [at for at, mark, said in world.drawn.marks if mark == countries_map._DOTS["listed"] and not said]
    assert len(rings) == 1
