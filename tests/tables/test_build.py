"""The build: whole, repeatable, and stopped by anything that does not hold."""

import csv
import os
import random
import re
import subprocess
import sys

import pytest

from conftest import edit, put_seed
from minerals import tables
from minerals.claims import extract, reference, rows
from minerals.coding import rows as coding
from minerals.coding import sheets
from minerals.errors import Problem
from minerals.review import coverage
from minerals.tables import build


def bytes_of(folder):
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def test_the_tables_in_the_repository_are_what_the_build_gives(root, tmp_path):
    build.build(root, tmp_path / "tables")
    fresh, kept = bytes_of(tmp_path / "tables"), bytes_of(root / "data" / "tables")
    stale = [name for name in fresh.keys() | kept.keys() if fresh.get(name) != kept.get(name)]
    assert not stale, f"{sorted(stale)} differ from what the build gives: run `make tables` and commit them"


def test_a_second_build_changes_nothing(copy):
    build.build(copy)
    first = bytes_of(copy / "data" / "tables")
    times = {p.name: p.stat().st_mtime_ns for p in (copy / "data" / "tables").iterdir()}
    build.build(copy)
    assert bytes_of(copy / "data" / "tables") == first
    assert {p.name: p.stat().st_mtime_ns for p in (copy / "data" / "tables").iterdir()} == times


def test_the_build_is_the_same_whatever_the_hash_seed(copy, root):
    code = "from pathlib import Path; from minerals.tables import build; build.build(Path('.'), Path('{}'))"
    for seed in ("1", "2"):
        env = os.environ | {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(root / "notebooks"),
            "LC_ALL": "C",
            "TZ": "Asia/Tokyo",
        }
        subprocess.run([sys.executable, "-c", code.format(seed)], cwd=copy, env=env, check=True)
    assert bytes_of(copy / "1") == bytes_of(copy / "2") == bytes_of(root / "data" / "tables")


def test_the_public_tool_accepts_the_package(root):
    tool = os.path.join(os.path.dirname(sys.executable), "frictionless")
    run = subprocess.run(
        [tool, "validate", "data/tables/datapackage.json"], cwd=root, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("name", ["documents", "metadata", "passages", "mentions", *extract.TABLES])
def test_every_row_opens_to_its_words(name, texts):
    table = tables.load(name)
    column = next((c for c in ("quote", "text") if c in table), None)
    table = table[table["source_file"] != ""]
    assert len(table) > 0
    for row in table.itertuples():
        words = texts[row.source_file][row.start : row.end]
        assert column is None or words == getattr(row, column), row


def coded_characters(root, texts):
    """(sheet, row number, file, offset) of every character under a coded quote."""
    made, _ = build.assemble(root)
    spans = {
        (line["source_file"], line["start"], line["end"])
        for name in extract.TABLES
        for line in made[name]
        if line.get("document")
    }
    return [(file, at) for file, start, end in sorted(spans) for at in range(start, end)]


def test_five_hundred_changed_characters_are_all_noticed(copy, root, texts):
    """One character under a quote, another in its place, the checksum list changed along: the build names the row."""
    chance = random.Random(2026)
    others = "abcdefghij0123456789 .,“”'-ZQ\n"
    for file, at in chance.sample(coded_characters(root, texts), 500):
        text = texts[file]
        other = chance.choice([c for c in others if c != text[at]])
        put_seed(copy, file, text[:at] + other + text[at + 1 :])
        with pytest.raises(Problem) as problem:
            build.assemble(copy)
        says = str(problem.value)
        assert re.search(r"\w+\.csv, row \d+", says) or "SHA256SUMS" in says or file in says, says
        assert (
            "expected" in says
            or "read as" in says
            or "no later line is that title" in says
            or "unknown document" in says
        ), says
        put_seed(copy, file, text)


def test_a_failing_build_leaves_the_old_tables_whole(copy, texts):
    build.build(copy)
    before = bytes_of(copy / "data" / "tables")
    file, text = next(iter(texts.items()))
    put_seed(copy, file, text.replace("e", "o"))
    with pytest.raises(Problem):
        build.build(copy)
    assert bytes_of(copy / "data" / "tables") == before
    assert sorted(p.name for p in (copy / "data").iterdir()) == ["coding", "reference", "tables"]


@pytest.mark.parametrize("cut", [1, 2])
def test_a_build_cut_off_between_its_renames_loses_nothing(copy, monkeypatch, cut):
    build.build(copy)
    folder = copy / "data" / "tables"
    before = bytes_of(folder)
    (folder / "events.csv").write_text("older\n")
    stale, calls, replace = bytes_of(folder), [], os.replace

    def cut_off(source, target):
        calls.append(target)
        if len(calls) == cut:
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", cut_off)
    with pytest.raises(KeyboardInterrupt):
        build.build(copy)
    monkeypatch.undo()
    tables.recover(folder)
    assert bytes_of(folder) == stale
    build.build(copy)
    assert bytes_of(folder) == before


def first(rows, **cells):
    return next(r for r in rows if all(bool(r[c]) if v is True else r[c] == v for c, v in cells.items()))


def spoil(column, value, **which):
    return lambda rows: first(rows, **which).update({column: value})


BAD = [  # sheet, what a person got wrong, what the build says
    ("events", spoil("document", "no-such-1999-01-01", date_words=True), r"events\.csv, row \d+ .*unknown document «no-such"),
    ("events", lambda rows: rows.append(dict(rows[0])), r"events\.csv, row \d+: repeats row 2"),
    ("events", lambda rows: rows.append(rows[0] | {"title": "Told again"}), r"two rows make the same claim"),
    ("events", spoil("category", "gossip", date_words=True), r"category is «gossip», which is no event_category; allowed: "),
    ("events", spoil("actors", "ZZZ", date_words=True), r"the actor «ZZZ» is neither a country"),
    ("events", spoil("actors", "Canada", date_words=True), r"the actor «Canada» is a country's name; did you mean CAN\?"),
    ("measures", spoil("unit", "CAD", kind="money"), r"the unit of an amount of money is read from its words; leave «CAD» out"),
    ("events", spoil("date_words", "the", date_words="Feb. 4"), r"date_words.*«the».*do not parse to a date|stands at"),
    ("figures", spoil("measure", "no-such", words=True), r"unknown measure «no-such»; known: "),
    ("figures", spoil("said_by", "Nobody At All", words=True), r"said_by «Nobody At All» does not stand in"),
    ("figures", spoil("related_to", "no-such", relation=True), r"the key of another row"),
    ("countries", spoil("role", "bystander", words=True), r"role is «bystander», which is no country_role"),
    ("measures", spoil("unit", "furlongs", kind="percent"), r"is in «percent», and .* is in «furlongs»"),
    ("measures", lambda rows: rows.append(rows[0] | {"measure": "spare"}), r"the measure «spare» is used by no figure"),
    ("vocabulary", lambda rows: rows.append({"vocabulary": "event", "term": "spare", "description": "x"}), r"the term «spare» of event is used by no row"),
    ("countries", lambda rows: rows[0].update(words=rows[0]["quote"][-12:]), r"countries\.csv, row 2 .*no country is found in «"),
    ("documents", spoil("words", "stockpile", field="currency", words="the US"), r"documents\.csv, row \d+: no currency can be read from «stockpile»"),
    ("documents", spoil("source_file", "no-such.txt", field="currency"), r"unknown source file «no-such\.txt»; known: "),
    ("targets", spoil("factor_words", "goal", factor_words="doubling"), r"«goal» is no factor; allowed: "),
    ("minerals", lambda rows: rows[0].update(words=rows[0]["quote"][:5]), r"minerals\.csv, row 2: no mineral is found in «"),
    ("statements", spoil("speaker", "Nobody", words=True), r"statements\.csv, row \d+ \(Nobody\): speaker «Nobody» is none of the \d+ actors of data/coding/actors\.csv; add the words to the aliases of one, or a line for a new one"),
    ("statements", spoil("speaker", "", words=True), r"statements\.csv, row \d+ .*: speaker is empty; fill it in$"),
    ("events", lambda rows: rows.append(rows[0] | {"event": ""}), r"events\.csv, row \d+: event is empty; fill it in with a term of event in"),
    ("countries", spoil("role", "", words=True), r"countries\.csv, row \d+.*: role is empty; fill it in with a term of country_role in"),
    ("figures", spoil("measure", "", words=True), r"figures\.csv, row \d+ .*: measure is empty; fill it in$"),
    ("actors", lambda rows: rows.remove(first(rows, name="Donald Trump")), r"events\.csv, row \d+ \(.+\): actors «Trump» is none of the \d+ actors of data/coding/actors\.csv \(did you mean «Trump Administration»\?\)"),
    ("statements", spoil("speaker", "Marco Rubios", words=True), r"speaker «Marco Rubios» is none of .* \(did you mean «Marco Rubio»"),
    ("statements", spoil("speaker", "Luxon", speaker="Christopher Luxon"), r"the speaker «Luxon» is called «Christopher Luxon»; write that"),
    ("actors", spoil("aliases", "Vance", name="Marco Rubio"), r"actors\.csv, row \d+ \(.+\): «Vance» names jd-vance as well; give one of the two a name of its own"),
    ("actors", spoil("speaks_for", "NZ", name="Marco Rubio"), r"actors\.csv, row \d+ \(.+\): speaks_for «NZ» is neither a country's code nor an actor"),
    ("actors", lambda rows: rows.append(rows[0] | {"actor": "a-b", "name": "A B", "aliases": ""}), r"actors\.csv, row \d+ \(a-b\): the actor «A B» is named by no row; use it"),
    ("actors", spoil("members", "eu-japan-us;USA", actor="mexico-and-us"), r"actors\.csv, row \d+ \(mexico-and-us\): the member «eu-japan-us» is a group itself; name its members"),
    ("actors", spoil("members", "mexico-and-us", actor="mexico-and-us"), r"\(mexico-and-us\): the member «mexico-and-us» is a group itself"),
    ("countries", spoil("topic", "", initiative=""), r"countries\.csv, row \d+: initiative and topic are both empty; name the initiative"),
    ("statements", lambda rows: rows[0].update(initiative="", topic=""), r"statements\.csv, row 2 \(.+\): initiative and topic are both empty"),
    ("statements", lambda rows: rows[0].update(initiative="forge;forges"), r"statements\.csv, row 2 \(.+\): initiative is «forges», which is no initiative; allowed: .*did you mean «forge»"),
    ("vocabulary", spoil("initiative", "forge", vocabulary="calendar"), r"initiative is «forge», and only the vocabularies event and target_metric have one; empty it"),
    ("figures", spoil("measure", "project-vault-worth", measure="minerals-on-nz-list"), r"measure «project-vault-worth» is of the kind money: expected one money in «.+», and the words parse to none but a count; choose other words, or another measure"),
    ("initiatives", lambda rows: rows[0].update(quote=rows[0]["quote"] + "!"), r"initiatives\.csv, row 2 .*expected «.*!», and there stands «"),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "change", "says"), BAD)
def test_a_wrong_row_stops_the_build(copy, sheet, change, says):
    edit(copy, sheet, change)
    with pytest.raises(Problem, match=says):
        build.assemble(copy)


def test_words_without_a_value_stop_the_build(copy):
    edit(copy, "figures", lambda rows: rows[0].update(words=rows[0]["quote"].split()[0]))
    with pytest.raises(
        Problem, match=r"figures\.csv, row 2 .*expected one \w+ in «\w+», and the words parse to none"
    ):
        build.assemble(copy)


def test_no_cell_is_a_formula_to_a_spreadsheet(root):
    for path in (root / "data" / "tables").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert not [c for c in row if c[:1] in "=+-@" and c and not re.fullmatch(r"-?[\d.]+", c)]


def test_namibia_is_not_missing(tmp_path):
    from minerals.tables import columns

    spec = columns()["mentions"]
    lines = (
        ",".join(spec) + "\n" + ",".join("NA" if s["type"] == "string" else "" for s in spec.values()) + "\n"
    )
    (tmp_path / "mentions.csv").write_text(lines)
    table = tables.load("mentions", tmp_path)
    assert table["text"][0] == "NA"
    assert table["value"].isna()[0]


def test_a_date_finer_than_its_words_is_refused():
    """Should the date grammar ever invent a day, the build stops."""
    row = coding.Row("events", 2, {"event": "some-event"})
    with pytest.raises(
        Problem,
        match=r"events\.csv, row 2 \(some-event\): the date 2026-02-04 is finer than its words «in February»",
    ):
        rows.hold_precision(row, "2026-02-04", "in February")
    rows.hold_precision(row, "2026-02-04", "on Wednesday")


EMPTIED = [  # sheet, the cell that a person left empty, in a row that fills which other
    ("events", "calendar", "date_words"), ("statements", "words", "quote"), ("countries", "status", "words"),
    ("statements", "attribution", "words"), ("measures", "label", "measure"), ("dismissed", "reason", "words"),
    ("dismissed", "kind", "words"), ("dismissed", "words", "kind"), ("documents", "basis", "words"),
    ("units", "words", "unit"), ("counted", "measure", "initiative"), ("sides", "words", "quote"),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "column", "beside"), EMPTIED)
def test_an_emptied_cell_that_the_code_goes_by_is_named(copy, sheet, column, beside):
    edit(copy, sheet, spoil(column, "", **{beside: True}))
    with pytest.raises(Problem, match=rf"{sheet}\.csv, row \d+.*: {column} is empty"):
        build.assemble(copy)


def test_no_cell_of_a_sheet_can_be_emptied_into_a_traceback(copy, root):
    """Every column of every sheet: the build takes the row without it, or says so in one line."""
    for sheet, columns in sheets.columns().items():
        kept = (root / "data" / "coding" / f"{sheet}.csv").read_bytes()
        for column in columns:
            edit(copy, sheet, lambda rows, column=column: rows[len(rows) // 2].update({column: ""}))
            try:
                coverage.judged(build.read(copy))
                build.assemble(copy)
            except Problem as problem:
                assert "\n" not in str(problem)
            (copy / "data" / "coding" / f"{sheet}.csv").write_bytes(kept)


TWICE = [  # sheet, the key of its first row, what else is said of it
    ("actors", ("actor",), {"speaks_for": "AUS"}), ("measures", ("measure",), {"label": "something else"}),
    ("targets", ("key",), {"note": "x"}), ("figures", ("key",), {"note": "x"}), ("units", ("unit",), {"words": "x"}),
    ("vocabulary", ("vocabulary", "term"), {"description": "something else"}),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "key", "more"), TWICE)
def test_a_key_that_is_there_twice_is_named_with_both_rows(copy, sheet, key, more):
    names = []
    edit(copy, sheet, lambda rows: (names.extend(rows[0][c] for c in key), rows.append(rows[0] | more)))
    says = rf"{sheet}\.csv, row \d+.*: row 2 has the same {' and '.join(key)}, «{re.escape(': '.join(names))}»; take one"
    with pytest.raises(Problem, match=says):
        build.assemble(copy)


def test_a_figure_in_a_circle_of_relations_is_named(copy):
    def itself(rows):
        rows[0] |= {"relation": "part of", "related_to": rows[0]["key"]}

    def round_and_round(rows):
        itself(rows)
        rows[0]["related_to"] = rows[1]["key"]
        rows[1] |= {"relation": "part of", "related_to": rows[0]["key"]}

    for change in (itself, round_and_round):
        edit(copy, "figures", change)
        with pytest.raises(
            Problem, match=r"figures\.csv, row 2 .*: is «part of» itself \(.* → .*\); mend related_to"
        ):
            build.assemble(copy)


SAVED = [  # what a spreadsheet makes of a sheet, what is said of it; empty where it is taken
    (lambda text: "\ufeff" + text, ""),
    (lambda text: text.replace("\n", "\r\n"), ""),
    (lambda text: text.replace(",", ";"), r"units\.csv: semicolons stand between its cells; save it as CSV with commas"),
    (lambda text: text.replace(",", "\t"), r"units\.csv: tabs stand between its cells; save it as CSV with commas"),
    (lambda text: text + '"a\r\nb",x\n', r"units\.csv, row \d+: unit has a Windows line end"),
]  # fmt: skip


@pytest.mark.parametrize(("saved", "says"), SAVED)
def test_a_sheet_as_a_spreadsheet_saves_it_is_taken_or_named(copy, saved, says):
    path = copy / "data" / "coding" / "units.csv"
    path.write_bytes(saved(path.read_text("utf-8")).encode())
    (path.parent / ".~lock.units.csv#").write_text("LibreOffice")
    if says:
        with pytest.raises(Problem, match=says):
            coding.load(path.parent)
    else:
        assert coding.load(path.parent)["units"]


TORN = [  # what became of a file of facts, what is said of it
    (lambda text: "", r"the columns are"),
    (lambda text: text.splitlines()[0] + "\n", r"has no rows; restore the file"),
    (lambda text: text.replace(",", ";"), r"semicolons stand between its cells"),
    (lambda text: text + "short\n", r"row \d+: 1 cells for \d+ columns"),
    (lambda text: text + text.splitlines()[1] + "\n", r"row \d+: repeats row 2"),
    (lambda text: text.replace(text.splitlines()[1].split(",")[0], "", 1), r"row 2: \w+ is empty"),
]  # fmt: skip


@pytest.mark.parametrize("name", ["official_record", "nz_critical_minerals_list_2025", "nz_mineral_exports"])
@pytest.mark.parametrize(("torn", "says"), TORN)
def test_a_torn_file_of_facts_is_named(copy, name, torn, says):
    path = copy / "data" / "reference" / f"{name}.csv"
    path.write_text(torn(path.read_text("utf-8")), "utf-8")
    with pytest.raises(Problem, match=rf"{name}\.csv.*{says}"):
        reference.rows(path.parent, name)


def test_words_of_two_dates_are_refused(copy, texts):
    file = next(iter(texts))
    put_seed(
        copy,
        file,
        texts[file].rstrip() + "\n\nThey met there on April 14 and 15, it was said by all of them.\n",
    )
    (page,) = [
        p
        for p in build.read(copy).pages
        if "April 14 and 15" in p.document.text[p.document.start : p.document.end]
    ]
    row = {
        "document": page.document.id,
        "quote": "They met there on April 14 and 15",
        "date_words": "April 14 and 15",
    }
    edit(copy, "events", lambda rows: rows.append(dict.fromkeys(rows[0], "") | {
        c: rows[0][c] for c in ("event", "title", "category", "status", "calendar")} | row))  # fmt: skip
    with pytest.raises(
        Problem, match=r"events\.csv, row \d+ .*«April 14 and 15» hold 2 dates \(«April 14», «15»\); code one"
    ):
        build.assemble(copy)


def test_what_a_killed_build_left_beside_the_tables_is_swept_away(copy):
    left = copy / "data" / ".tables-a1b2c3d4" / "new"
    left.mkdir(parents=True)
    (left / "events.csv").write_text("half")
    build.build(copy)
    assert sorted(p.name for p in (copy / "data").iterdir()) == ["coding", "reference", "tables"]


@pytest.mark.skipif(not (build.tables.ROOT / ".git").exists(), reason="not a clone")
def test_git_does_not_see_what_a_killed_build_leaves(root):
    run = subprocess.run(["git", "check-ignore", "data/.tables-a1b2c3d4"], cwd=root, capture_output=True)
    assert run.returncode == 0


def test_a_file_of_somebody_elses_among_the_tables_is_kept(copy):
    build.build(copy)
    folder = copy / "data" / "tables"
    (folder / ".ipynb_checkpoints").mkdir()
    build.build(copy)  # what is hidden is nobody's work
    (folder / "mynotes.txt").write_text("mine")
    (folder / "events.csv").write_text("older\n")
    before = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}
    with pytest.raises(
        Problem, match=r"mynotes\.txt: is no table, and the build owns this folder whole; put it elsewhere"
    ):
        build.build(copy)
    assert {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()} == before
