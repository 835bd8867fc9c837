"""The countries: the marks add up to what each source says, on the map and in the rows of who signed."""

import base64

import numpy as np
import pandas as pd
import pytest
from matplotlib.patches import PathPatch

import measures
from minerals import charts, tables
from minerals.charts import countries as who
from minerals.charts import countries_map, countries_status, shapes
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
    assert not listed & set(there[there["mark"].isin(["host", "absent"])]["iso3"])
    assert set(there[there["mark"] == "named"]["iso3"]) - {who.COMMISSION} <= listed


def test_what_is_named_and_what_is_not_adds_up_to_what_a_source_says(tally, loaded):
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


@pytest.mark.parametrize("iso3", ["COK", "SGP", "BHR"])
def test_a_state_without_an_outline_is_a_point(iso3, world):
    place = next(c for c in shapes.countries() if c.iso3 == iso3)
    assert place.rings == []
    (trace,) = {
        trace.marker.symbol: trace for trace in world.interactive().data
        if trace.customdata is not None and f"list-{iso3}" in str(trace.customdata[0]) and trace.marker.symbol == "circle"
    }.values()  # fmt: skip
    assert (trace.x[0], trace.y[0]) == place.at


def test_outlines_are_drawn_in_degrees(world):
    """Both faces put a country where it is, so that zoom works on either."""
    place = next(c for c in shapes.countries() if c.iso3 == "NZL")
    axes = world.static("page").axes[0]
    claims = ";".join(world.data.loc[world.data["mark"] == "NZL", "claim"])
    (patch,) = [p for p in axes.findobj(PathPatch) if p.get_gid() == f"mark {claims}"]
    west, east = (
        min(x for ring in place.rings for x, _ in ring),
        max(x for ring in place.rings for x, _ in ring),
    )
    assert patch.get_path().get_extents().x0 == pytest.approx(west)
    assert patch.get_path().get_extents().x1 == pytest.approx(east)
    trace = next(t for t in world.interactive().data if t.fill and t.customdata and t.customdata[0] == claims)
    degrees = np.frombuffer(base64.b64decode(trace.to_plotly_json()["x"]["bdata"]), "<f4")
    assert np.nanmin(degrees) == pytest.approx(west, abs=1e-4)
    assert axes.get_xlim()[1] > 180


def test_all_who_came_have_one_colour_and_the_list_has_thin_lines(world, there):
    came = there[there["mark"].isin(["named", "listed"]) & (there["kind"] == "country")]
    faces = {
        trace.customdata[0].split(";")[0]: (trace.fillcolor, bool(trace.fillpattern.shape))
        for trace in world.interactive().data if trace.fill and trace.customdata
    }  # fmt: skip
    first = world.data.drop_duplicates("mark").set_index("mark")["claim"]
    seen = {row.iso3: faces[first[row.iso3]] for row in came.itertuples() if first[row.iso3] in faces}
    assert len(seen) > 40
    assert len({colour for colour, _ in seen.values()}) == 1
    listed = set(came.loc[came["mark"] == "listed", "iso3"])
    assert {iso3 for iso3, (_, lined) in seen.items() if lined} == listed & set(seen)


def test_the_maps_title_is_borne_out_by_the_tables(world, there, loaded):
    figures = loaded[1]
    counts = sorted(set(figures[figures["measure"] == "countries-at-ministerial"]["value"]))
    assert world.title.startswith(
        " or ".join(f"{n:g}" for n in counts) + " countries came to the ministerial; "
    )
    signed = there[there["signed"] & ~there["later"]]
    assert len(signed) == 10 and "; ten are named as signing with the US" in world.title
    assert "NZL" not in set(signed["iso3"]) and "NZL" in set(there[there["mark"] == "named"]["iso3"])
    assert world.title.endswith("and New Zealand is not one of them")


ONE_MORE = "one-more"


def added(loaded, roles=(), numbers=None):
    """The loaded tables with one more document, which gives countries a `role` at the ministerial, {iso3: role}, and
    a measure its number, {measure: number}."""
    countries, figures, documents = loaded
    own = documents.iloc[[0]].assign(document=ONE_MORE, short="A Further Press Agency")
    there = countries[(countries["initiative"] == who.MEETING) & (countries["role"] == "attendee")].iloc[[0]]
    names = {c.iso3: c.name for c in shapes.countries()}
    rows = [
        there.assign(claim=f"more-{iso3}", document=ONE_MORE, iso3=iso3, country=names[iso3], role=role, quote=f"{role}: {iso3}.")
        for iso3, role in dict(roles).items()
    ]  # fmt: skip
    counts = [
        figures[figures["measure"] == measure].iloc[[0]].assign(figure=f"more-{n}", document=ONE_MORE, value=n, quote=f"It was {n}.")
        for measure, n in (numbers or {}).items()
    ]  # fmt: skip
    every = ((countries, rows), (figures, counts), (documents, [own]))
    parts = [pd.concat([table, *more], ignore_index=True) for table, more in every]
    return dict(zip(("countries", "figures", "documents"), parts, strict=True))


@pytest.mark.parametrize(
    ("mark", "role"), [("absent", "attendee"), ("named", "absent"), ("listed", "absent")]
)
def test_where_sources_disagree_a_country_has_a_mark_of_its_own(loaded, there, mark, role):
    iso3 = there[(there["mark"] == mark) & (there["kind"] == "country")]["iso3"].iloc[0]
    parts = added(loaded, {iso3: role})
    chart = charts.make("03_countries_map", **parts)
    here = chart.data[chart.data["mark"] == iso3]
    assert set(here["came"]) == {countries_map.DISPUTED}
    assert f"{here['country'].iloc[0]}: {countries_map.DISPUTED}." in chart.words.note
    assert f"{role}: {iso3}." in set(here["quote"])
    assert (here["document"] == "").any() or iso3 not in who.on_the_list()
    assert f"{countries_map.DISPUTED}: 1" in " ".join(
        text.get_text() for text, _ in measures.words(chart.static("page"))
    )


def test_a_mark_that_no_country_has_is_not_in_the_key(loaded):
    countries = loaded[0]
    absent = (countries["initiative"] == who.MEETING) & (countries["role"] == "absent")
    chart = charts.make("03_countries_map", countries=countries[~absent])
    said = " ".join(text.get_text() for text, _ in measures.words(chart.static("page")))
    assert countries_map.ABSENT not in said and countries_map.DISPUTED not in said


# -- who signed, negotiated, talks


@pytest.fixture(scope="module")
def rows():
    return countries_status.summary(charts.make("03_countries_status").data).set_index("status")


def test_named_and_unnamed_squares_add_up_to_the_count(rows):
    counted = rows.dropna(subset="counted")
    assert len(counted) == 3
    for row in counted.itertuples():
        assert len(row.names) + row.unnamed == row.counted
    assert rows.loc["Signed a day later", "names"] == ["United Kingdom"]
    assert rows.loc["Negotiations completed", "names"] == []
    assert "New Zealand" in rows.loc["In talks or planned", "names"]


def test_the_statuss_title_is_borne_out_by_the_table(rows):
    title = charts.make("03_countries_status").title
    new, done = (int(rows.loc[s, "counted"]) for s in ("Signed at the ministerial", "Negotiations completed"))
    assert title.startswith(
        f"{new} countries signed with the US at the ministerial; {done} more have negotiated"
    )
    assert title.endswith("New Zealand is known only to be in talks")
    signed = rows.loc[
        ["Signed before the ministerial", "Signed at the ministerial", "Signed a day later"], "names"
    ]
    assert not any("New Zealand" in names for names in signed)


def test_every_initiative_of_a_status_is_in_the_table(loaded):
    known = countries_status.statuses()
    assert set(known["initiative"]) <= set(loaded[0]["initiative"])
    assert set(filter(None, known["measure"])) <= set(loaded[1]["measure"])


def test_a_larger_count_leaves_more_unnamed_and_is_its_own_report(loaded):
    most = int(loaded[1].set_index("measure").loc["agreements-signed-at-ministerial", "value"].max())
    parts = added(loaded, numbers={"agreements-signed-at-ministerial": most + 1})
    data = charts.make("03_countries_status", **parts).data
    here = countries_status.summary(data).set_index("status").loc["Signed at the ministerial"]
    assert here["counted"] == most + 1 and len(here["names"]) + here["unnamed"] == most + 1
    assert f"more-{most + 1}" in set(data["claim"])


def test_who_is_named_beyond_the_count_is_no_share_of_it(loaded):
    """As many as are named may be more than a source counts, and none is then left without a name."""
    countries = loaded[0]
    row = countries[(countries["initiative"] == who.SIGNED[0]) & (countries["role"] == "signatory")].iloc[[0]]
    more = [row.assign(iso3=c, country=c, claim=f"more-{c}") for c in ("BRA", "CAN", "FRA")]
    chart = charts.make("03_countries_status", countries=pd.concat([countries, *more], ignore_index=True))
    here = countries_status.summary(chart.data).set_index("status").loc["Signed at the ministerial"]
    assert here["unnamed"] == 0 and len(here["names"]) > here["counted"]
    assert chart.title.startswith(f"{len(here['names'])} countries signed")
    assert measures.drawn(chart.static("page")) == set(chart.data["claim"])


@pytest.mark.parametrize("status", ["expected", "proposed"])
def test_who_is_expected_to_sign_has_not_signed(loaded, status):
    countries = loaded[0]
    row = countries[(countries["initiative"] == who.SIGNED[0]) & (countries["role"] == "signatory")].iloc[[0]]
    more = pd.concat(
        [countries, row.assign(iso3="BRA", country="Brazil", status=status, claim="more")], ignore_index=True
    )
    data = charts.make("03_countries_status", countries=more).data
    assert "BRA" not in set(data["iso3"])
    assert not who.delegations(more, loaded[2]).set_index("iso3").loc["BRA", "signed"]
