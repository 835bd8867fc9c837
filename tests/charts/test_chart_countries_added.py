"""The countries with one source more, which is added to the tables: what it tells otherwise is seen, and has room."""

import re

import pandas as pd
import pytest

from drawn import answers, plain, words
from minerals import charts, tables
from minerals.charts import countries as who
from minerals.charts import countries_cells, countries_map, countries_tally, worldmap
from minerals.charts import countries_matrix as matrix
from minerals.charts.chart import SIZE, width_of


@pytest.fixture(scope="module")
def loaded():
    return [tables.load(name) for name in ("countries", "figures", "documents")]


@pytest.fixture(scope="module")
def there(loaded):
    return who.delegations(loaded[0], loaded[2])


ONE_MORE = "one-more"


def added(loaded, roles=(), numbers=None, short="A Further Press Agency"):
    """The loaded tables with one more document, which gives countries a `role` at the ministerial, {iso3: role}, and
    a measure its number, {measure: number}."""
    countries, figures, documents = loaded
    own = documents.iloc[[0]].assign(document=ONE_MORE, short=short)
    there = countries[(countries["initiative"] == who.MEETING) & (countries["role"] == "attendee")].iloc[[0]]
    rows = [
        there.assign(document=ONE_MORE, iso3=iso3, country=name(iso3), role=role, quote=f"{role}: {iso3}.")
        for iso3, role in dict(roles).items()
    ]
    counts = [
        figures[figures["measure"] == measure]
        .iloc[[0]]
        .assign(document=ONE_MORE, value=n, quote=f"It was {n}.")
        for measure, n in (numbers or {}).items()
    ]
    return [
        pd.concat([table, *more], ignore_index=True)
        for table, more in ((countries, rows), (figures, counts), (documents, [own]))
    ]


def name(iso3):
    return next((c.name for c in worldmap.countries() if c.iso3 == iso3), iso3)


def one(there, mark):
    """A country with that mark."""
    return there[(there["mark"] == mark) & (there["kind"] == "country")]["iso3"].iloc[0]


def key(chart):
    """The entries of the map's key, with their numbers."""
    return [line for line in words(chart) if re.fullmatch(r"[a-z ]+: \d+", line)]


def test_a_mark_that_no_country_has_is_not_in_the_key(loaded, there):
    countries, figures, documents = loaded
    absent = (countries["initiative"] == who.MEETING) & (countries["role"] == "absent")
    chart = countries_map.chart(countries[~absent], figures, documents)
    assert [line.split(":")[0] for line in key(chart)] == ["named as attending", "reference list only"]
    assert "Said not to have attended" not in chart.alt
    assert not any("disagree" in line for line in [*words(charts.make("03_countries_map")), chart.alt])


@pytest.mark.parametrize(
    "mark, role",
    [("unclear", "attendee"), ("named", "absent"), ("listed", "absent")],
)
def test_where_sources_disagree_a_country_has_a_mark_of_its_own(loaded, there, mark, role):
    iso3 = one(there, mark)
    tables = added(loaded, {iso3: role})
    row = who.delegations(tables[0], tables[2]).set_index("iso3").loc[iso3]
    assert row["mark"] == "disputed"
    chart = countries_map.chart(*tables)
    assert "sources disagree: 1" in key(chart)
    assert f"The sources disagree on: {row['name']}. " in chart.alt
    fills = {fill for _, fill, said in chart.drawn.shapes if said.startswith(f"<b>{row['name']}</b>")}
    assert fills == {countries_map._FILLS["disputed"]}
    said = next(plain(a) for a in answers(chart) if a.startswith(f"<b>{row['name']}</b>"))
    assert f"{role}: {iso3}." in said
    assert "Reference list" in said or iso3 not in who.on_the_list()


def test_the_key_goes_on_in_another_line_where_it_must(loaded, there):
    chart = countries_map.chart(*added(loaded, {one(there, "named"): "absent"}))
    assert [line.split(":")[0] for line in key(chart)][-2:] == [
        "sources disagree",
        "one of these said to be absent",
    ]
    head = [t for t in chart.drawn.texts if t.at[1] > countries_map._TOP]
    assert max(t.at[0] + width_of(t.lines[0][0][0], SIZE["mark"]) for t in head) <= chart.drawn.width
    assert len({t.at[1] for t in head}) == 2
    assert max(t.at[1] for t in head) < chart.drawn.low + chart.drawn.height


@pytest.mark.parametrize("mark, role", [("unclear", "attendee"), ("listed", "absent")])
def test_who_is_on_a_list_is_not_said_to_be_on_none(loaded, there, mark, role):
    elsewhere = matrix.cells(*loaded).pipe(lambda c: c[c["initiative"] != who.MEETING])["iso3"]
    iso3 = one(there[~there["iso3"].isin(elsewhere)], mark)
    cells = matrix.cells(*added(loaded, {iso3: role}))
    here = cells[(cells["iso3"] == iso3) & (cells["initiative"] == who.MEETING)]
    seen = {
        "unclear": {"takes part", countries_cells.UNSURE},
        "listed": {"on the reference list only", "stays away"},
    }
    assert set(here["family"]) == seen[mark]
    assert set(here["group"]) == {"Sources disagree"}
    assert "Sources disagree" not in set(matrix.cells(*loaded)["group"])


def test_who_is_in_talks_may_be_disputed_too(loaded):
    cells = matrix.cells(*loaded)
    talks = set(cells[cells["group"] == "In talks"]["iso3"])
    again = matrix.chart(*added(loaded, dict.fromkeys(talks, "absent")))
    assert set(again.table[again.table["group"] == "In talks"]["iso3"]) == talks


def test_a_number_is_told_by_those_that_state_it(loaded):
    most = int(matrix.cells(*loaded)["counted"].max())
    cells = matrix.cells(*added(loaded, numbers={countries_cells.COUNT: most + 1}))
    (missing,) = cells[cells["family"] == "not named"].itertuples()
    assert (missing.told_by, missing.quote) == ("A Further Press Agency", f"It was {most + 1}.")
    again = matrix.cells(*added(loaded, numbers={countries_cells.COUNT: most - 1}))
    (missing,) = again[again["family"] == "not named"].itertuples()
    assert "A Further Press Agency" not in missing.told_by
    assert missing.counted == most


@pytest.mark.parametrize("short", ["A Further Press Agency", "The Weekly Gazette of Further Places"])
def test_the_rows_of_squares_have_the_room_that_they_need(loaded, there, short):
    tables = added(loaded, {one(there, "named"): "attendee"}, {"countries-at-ministerial": 54}, short)
    chart = countries_map.chart(*tables)
    tally, plate = who.counts(*tables), chart.drawn
    squares = [(at, mark) for at, mark, _ in plate.marks if mark.symbol == "s"]
    for row in tally.itertuples():
        label = countries_tally.short_name(row).split(",")[0]
        (text,) = [t for t in plate.texts if t.lines[0][0][0] == label and t.at[0] == countries_tally.ROWS]
        assert text.at[1] - 0.06 > plate.low
        end = text.at[0] + width_of(label, SIZE["mark"])
        mine = [at[0] for at, _ in squares if at[1] == text.at[1]]
        assert len(mine) == row.named + row.unnamed + row.commission
        assert min(mine) > end
    ends = [
        t.at[0] + width_of(t.lines[0][0][0], SIZE["mark"]) for t in plate.texts if "named" in t.lines[0][0][0]
    ]
    assert max(ends) <= plate.width


def test_who_is_named_beyond_the_count_is_no_share_of_it(loaded):
    """As many as are named may be more than a source counts, and none is then left without a name."""
    countries, figures, documents = loaded
    cells = matrix.cells(*loaded)
    row = countries[(countries["initiative"] == who.SIGNED[0]) & (countries["role"] == "signatory")].iloc[[0]]
    most = int(cells["counted"].max())
    more = pd.concat(
        [countries, *(row.assign(iso3=code, country=name(code)) for code in ("BRA", "CAN", "FRA"))],
        ignore_index=True,
    )
    chart = matrix.chart(more, figures, documents)
    assert len(countries_cells.partners(chart.table)) > most
    assert "not named" not in set(chart.table["family"])
    named = len(countries_cells.partners(chart.table))
    assert f"count {most} new agreements and name {named} partners" in chart.title


@pytest.mark.parametrize("status", ["expected", "proposed"])
def test_who_is_expected_to_sign_has_not_signed(loaded, status):
    countries, figures, documents = loaded
    row = countries[(countries["initiative"] == who.SIGNED[0]) & (countries["role"] == "signatory")].iloc[[0]]
    more = pd.concat([countries, row.assign(iso3="BRA", country="Brazil", status=status)], ignore_index=True)
    chart = matrix.chart(more, figures, documents)
    assert chart.title == charts.make("03_countries_matrix").title
    (cell,) = chart.table[
        (chart.table["iso3"] == "BRA") & (chart.table["initiative"] == who.SIGNED[0])
    ].itertuples()
    assert cell.family == "is to agree"
    assert "expected to agree" in words(chart)
    assert "expected to agree" not in words(charts.make("03_countries_matrix"))
    there = who.delegations(more, documents).set_index("iso3")
    assert not there.loc["BRA", "signed"]


def test_what_the_lists_do_not_know_is_said_to_be_missing(loaded):
    countries, figures, documents = loaded
    row = countries[countries["initiative"] == who.SIGNED[0]].iloc[[0]]
    rows = [row.assign(initiative="quad", iso3=code, country=name(code)) for code in ("BRA", "CAN")]
    rows += [row.assign(role="sponsor", iso3="FRA", country="France")]
    chart = matrix.chart(pd.concat([countries, *rows], ignore_index=True), figures, documents)
    assert f"quad, France as sponsor in {who.SIGNED[0]}" in chart.subtitle
    assert "Not drawn" not in charts.make("03_countries_matrix").subtitle


def test_the_groups_add_up_to_the_title_and_the_maps_key(loaded):
    chart = charts.make("03_countries_matrix")
    people = chart.table.drop_duplicates("name").groupby("group")["name"].agg(list)
    named = [n for n in people["New agreement"] if "not named" not in n]
    assert f"name {len(named)} partners" in chart.title
    later = ", ".join(people["A day later"])
    assert any(
        f"new agreement: {len(named)}, and {later} a day later" == w
        for w in words(charts.make("03_countries_map"))
    )
