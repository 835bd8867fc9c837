"""That the tables join: keys lead somewhere, dates have their days, rows say what they are about and who is in them."""

import csv
import json
import shutil

import pandas as pd
import pytest

from conftest import edit, put_seed
from minerals import tables
from minerals.claims import extract
from minerals.corpus.display import plain
from minerals.errors import Problem
from minerals.finders import edtf
from minerals.tables import build, keys, store

BUILT = {name: tables.load(name) for name in tables.described()}
EDTF = [(name, c) for name, cols in tables.columns().items() for c in cols if cols[c]["unit"] == "EDTF"]
QUOTED = [name for name, cols in tables.columns().items() if "quote" in cols]
ABOUT = ("events", "figures", "targets", "statements", "countries", "initiatives")


@pytest.mark.parametrize(("name", "column"), EDTF)
def test_a_date_has_its_first_and_last_day_next_to_it(name, column):
    order, table = list(tables.columns()[name]), BUILT[name]
    at = order.index(column)
    assert order[at + 1 : at + 3] == [f"{column}_start", f"{column}_end"]
    for row in table[[column, f"{column}_start", f"{column}_end"]].itertuples(index=False):
        days = tuple(None if pd.isna(day) else day.date() for day in row[1:])
        assert days == edtf.bounds(row[0]), row


def test_days_are_a_real_date_type_and_open_ends_are_missing():
    days = [(name, c) for name, cols in tables.columns().items() for c in cols if cols[c]["type"] == "date"]
    assert len(days) > 2 * len(EDTF) - 1
    assert {str(BUILT[name][column].dtype) for name, column in days} == {"datetime64[us]"}
    open_ = BUILT["events"][BUILT["events"]["date"].str.startswith("../")]
    assert len(open_) > 0
    assert open_["date_start"].isna().all()
    assert open_["date_end"].notna().all()


@pytest.mark.parametrize("name", QUOTED)
def test_the_readers_quote_has_no_link_and_no_backslash(name):
    table = BUILT[name]
    assert [plain(quote) for quote in table["quote"]] == list(table["text"])
    assert not table["text"].str.contains(r"\]\(|\\").any()


def test_some_quotes_differ_from_what_a_reader_reads():
    claims = BUILT["claims"]
    assert (claims["text"] != claims["quote"]).sum() > 10


def test_every_table_has_a_primary_key_and_what_looks_like_a_key_is_one():
    """A document, an actor, a source or a claim named anywhere leads to its row."""
    known = {(row["table"], column) for row in keys.listed() for column in row["column"].split(";")}
    assert {row["table"] for row in keys.listed() if row["key"] == "primary"} == set(BUILT)
    for name, columns in tables.columns().items():
        for column in columns:
            if column in (
                "document",
                "claim",
                "initiative",
                "passage",
                "measure",
                "source_id",
            ) or column.endswith("_id"):
                assert (name, column) in known, (name, column)


def test_keys_of_tables_and_columns_that_exist():
    for row in keys.listed():
        assert set(row["column"].split(";")) <= set(tables.columns()[row["table"]]), row
        if row["key"] != "primary":
            table, column = row["refers_to"].split(".")
            assert column in tables.columns()[table], row


def test_the_data_package_has_the_keys():
    package = json.loads((tables.FOLDER / "datapackage.json").read_text("utf-8"))
    schemas = {resource["name"]: resource["schema"] for resource in package["resources"]}
    assert all(schema["primaryKey"] for schema in schemas.values())
    foreign = sum(len(schema.get("foreignKeys", [])) for schema in schemas.values())
    assert foreign == sum(row["key"] == "foreign" for row in keys.listed())


BROKEN = [row for row in keys.listed() if row["key"] != "primary"]


@pytest.fixture(scope="module")
def made(root):
    return build.assemble(root)[0]


@pytest.mark.parametrize("row", BROKEN, ids=lambda row: f"{row['table']}.{row['column']}")
def test_a_planted_broken_key_is_named_with_its_row(made, row):
    table, column = row["table"], row["column"]
    lines = [dict(line) for line in made[table]]
    planted = (
        "no-such-key" if row["key"] == "foreign" else f"{lines[-1].get(column) or ''};no-such-key".lstrip(";")
    )
    lines[-1][column] = planted
    keys.hold(made)
    with pytest.raises(Problem, match=rf"^{table}\.csv, row {len(lines) + 1}: .*«no-such-key»"):
        keys.hold(made | {table: lines})


@pytest.mark.parametrize("name", list(BUILT))
def test_a_row_that_is_there_twice_is_named(made, name):
    lines = [*made[name], made[name][0]]
    with pytest.raises(Problem, match=rf"{name}\.csv, row {len(lines) + 1}: has the .+ of row 2, «"):
        keys.hold(made | {name: lines})


def test_a_broken_key_in_a_sheet_stops_the_build(copy):
    def misspell(rows):
        next(row for row in rows if row["record"] == "frameworks-signed")["record"] = "frameworks-signd"

    edit(copy, "measures", misspell)
    with pytest.raises(
        Problem, match=r"^figures\.csv, row \d+: record «frameworks-signd» is no record_id of official_record\.csv; "
        "did you mean «frameworks-signed»"
    ):  # fmt: skip
        build.build(copy)


def test_the_public_tool_sees_a_broken_foreign_key(root, tmp_path):
    """Without our own check: the descriptor alone says which row leads nowhere."""
    shutil.copytree(root / "data" / "tables", tmp_path / "tables")
    path = tmp_path / "tables" / "statements.csv"
    speaker = BUILT["statements"]["speaker_id"].iloc[0]
    path.write_text(path.read_text("utf-8").replace(f",{speaker},", ",no-such-actor,", 1), encoding="utf-8")
    package = json.loads((tmp_path / "tables" / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        resource.pop("hash")
        resource.pop("bytes")
    (tmp_path / "tables" / "datapackage.json").write_text(json.dumps(package))
    with pytest.raises(Problem, match=r"statements\.csv, row 2.*no-such-actor"):
        store.check(tmp_path / "tables")


def test_every_claim_is_a_row_of_the_table_that_it_names(made):
    claims = BUILT["claims"]
    for name in extract.TABLES:
        own = BUILT[name][BUILT[name]["document"] != ""]
        assert set(claims[claims["table"] == name]["claim"]) == set(own[extract.ID.get(name, "claim")])


def test_a_disagreements_side_names_its_table_and_row():
    sides = BUILT["disagreements"]
    assert ((sides["claim"] == "") == (sides["table"] == "")).all()
    for name, own in sides[sides["table"] != ""].groupby("table"):
        assert set(own["claim"]) <= set(BUILT[name][extract.ID.get(name, "claim")])


@pytest.mark.parametrize("name", ABOUT)
def test_the_long_table_says_the_same_as_the_rows(name):
    table, links = BUILT[name], BUILT["initiative_claims"]
    key = extract.ID.get(name, "claim")
    pairs = {(i, row[key]) for _, row in table.iterrows() for i in row["initiative"].split(";") if i}
    own = links[links["table"] == name]
    assert pairs == set(zip(own["initiative"], own["claim"], strict=True))
    assert len(pairs) > 0


def test_a_row_without_initiative_says_its_topic():
    for name in ("countries", "statements"):
        rest = BUILT[name][BUILT[name]["initiative"] == ""]
        assert len(rest) > 0
        assert (rest["topic"] != "").all()


def test_the_index_draws_both_ends_of_a_succession():
    index = BUILT["initiative_index"].set_index("initiative")
    reports = BUILT["initiatives"]
    said = reports[(reports["predecessor"] != "") | (reports["successor"] != "")]
    assert len(said) > 0
    for row in said.itertuples():
        before, after = (
            (row.predecessor, row.initiative) if row.predecessor else (row.initiative, row.successor)
        )
        assert before in index.loc[after, "predecessor"].split(";")
        assert after in index.loc[before, "successor"].split(";")


def test_every_word_for_an_actor_leads_to_one_who_is_called_so():
    actors = BUILT["actors"].set_index("actor")
    figures = BUILT["figures"][BUILT["figures"]["said_by"] != ""]
    assert len(figures) > 0
    assert (figures["said_by_id"] != "").all()
    for name, column, ids in (("events", "actors", "actor_ids"), ("statements", "speaker", "speaker_id")):
        for row in BUILT[name].itertuples():
            words, named = getattr(row, column).split(";"), getattr(row, ids).split(";")
            assert set(named) - {""} <= set(actors.index)
            assert len(named) <= len(words)
    people = actors[actors["kind"] == "person"]
    assert people["name"].is_unique


def test_variants_of_a_name_are_one_actor():
    """Issue: «Luxon» and «Christopher Luxon», «the US» and «the United States», were several."""
    events, figures = BUILT["events"], BUILT["figures"]
    luxon = events[events["actors"].str.contains("Luxon")]
    assert len({a for a in luxon["actors"] for a in a.split(";") if "Luxon" in a}) > 1
    assert all("christopher-luxon" in ids.split(";") for ids in luxon["actor_ids"])
    us = figures[figures["said_by"].str.lower().isin(["the us", "the united states"])]
    assert us["said_by"].nunique() > 1
    assert set(us["said_by_id"]) == {"USA"}


def test_a_country_may_have_a_line_with_other_words_for_it(copy):
    line = {"actor": "CHN", "name": "China", "kind": "country", "aliases": "Beijing"}
    edit(copy, "actors", lambda rows: rows.append(dict.fromkeys(rows[0], "") | line))
    edit(
        copy,
        "events",
        lambda rows: next(r for r in rows if r["actors"] == "CHN").update(actors="CHN;Beijing"),
    )
    made = build.assemble(copy)[0]
    (china,) = (row for row in made["actors"] if row["actor"] == "CHN")
    assert (china["aliases"], china["speaks_for"]) == ("Beijing", "CHN")
    assert {row["actor_ids"] for row in made["events"] if row["actors"] == "CHN;Beijing"} == {"CHN"}


def test_a_mentions_id_outlives_a_change_elsewhere(copy, texts):
    file, text = next((f, t) for f, t in texts.items() if "\n\n**Editors" in t)
    before = {m["mention"] for m in build.assemble(copy)[0]["mentions"]}
    put_seed(copy, file, text.replace("\n\n**Editors", "\n\nThen it was quiet.\n\n**Editors"))
    assert {m["mention"] for m in build.assemble(copy)[0]["mentions"]} == before


def test_a_mention_is_in_its_passage():
    both = BUILT["mentions"].merge(BUILT["passages"], on="passage", suffixes=("", "_around"))
    assert len(both) == len(BUILT["mentions"])
    assert (both["start_around"] <= both["start"]).all()
    assert (both["end"] <= both["end_around"]).all()
    assert both["body"].all()


def test_the_reference_layer_is_in_the_package_with_its_sources(root):
    files = {"delegations": "ministerial_delegations", "official_record": "official_record",
             "exports": "nz_mineral_exports", "sources": "sources"}  # fmt: skip
    for name, file in files.items():
        with (root / "data" / "reference" / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
            assert len(list(csv.DictReader(lines))) == len(BUILT[name])
    known = set(BUILT["sources"]["source_id"])
    for name in ("delegations", "official_record", "exports"):
        assert {s for ids in BUILT[name]["source_id"] for s in ids.split(";")} <= known
    layers = BUILT["minerals"].groupby("layer")
    assert next(iter(BUILT["minerals"])) == "layer"
    assert set(layers.groups) == {"corpus", "reference"}
    assert (layers.get_group("reference")["source_id"] != "").all()
    assert (layers.get_group("corpus")["document"] != "").all()


def test_an_old_id_leads_to_a_claim_that_is_there(made):
    claims, changed = BUILT["claims"].set_index("claim")["table"], BUILT["claim_ids"]
    kept = changed[changed["new"] != ""]
    assert 0 < len(kept) < len(changed)
    assert not set(changed["old"]) & set(claims.index)
    assert list(claims[kept["new"]]) == list(kept["table"])


def test_a_table_without_a_primary_key_is_named(monkeypatch):
    rest = [row for row in keys.listed() if (row["table"], row["key"]) != ("events", "primary")]
    monkeypatch.setattr(keys, "listed", lambda: rest)
    with pytest.raises(Problem, match=r"keys\.csv: the table events has no primary key; add the columns"):
        keys.schema("events")
