"""The sheets: every fault that can be known is reported in one run, by sheet and row, and none that only follows."""

import re

import pytest

from conftest import edit
from minerals.errors import Problem
from minerals.tables import build


def change(row, **cells):
    return lambda rows: rows[row].update(cells)


SPOILS = [  # a sheet, what becomes of it, what is said of it; sorted as the report is
    ("disagreements", change(1, verdict="", found=""), r"row 3 .*: has no kind|row 3 .*: has no verdict"),
    ("dismissed", change(0, words="not in the quote"), r"row 2: words in .*: expected «not in the quote»"),
    ("events", change(0, title=" "), r"row 2 .*: title is empty; fill it in"),
    ("events", change(1, event=""), r"row 3.*: event is empty; fill it in"),
    ("events", change(2, event="a-new-one"), r"row 4 .*: event is «a-new-one», which is no event"),
    ("events", change(3, quote="Nobody wrote this."), r"row 5 .*: quote in .*: expected «Nobody wrote this\.»"),
    ("figures", change(2, words="centering"), r"row 4 .*expected one count in «centering»"),
    ("figures", change(4, measure="no-measure"), r"row 6 .*: unknown measure «no-measure»"),
    ("initiatives", change(0, document="nowhere"), r"row 2 .*: unknown document «nowhere»"),
    ("measures", change(0, kind=""), r"row 2 .*: kind is empty"),
    ("sides", change(0, words="not in the quote"), r"row 2 .*: words in .*: expected «not in the quote»"),
    ("actors", change(1, speaks_for="XYZ"), r"row 3 .*: speaks_for «XYZ» is neither a country's code nor an actor"),
    ("targets", change(0, factor_words="expansion"), r"row 2 .*: factor_words in .*: expected «expansion»"),
]  # fmt: skip


def faults(root):
    with pytest.raises(Problem) as problem:
        build.read(root)
    return str(problem.value).splitlines()


def test_four_blanks_are_reported_in_one_run(copy_of_five):
    for sheet, column in (
        ("events", "title"),
        ("countries", "role"),
        ("figures", "words"),
        ("events", "event"),
    ):
        edit(copy_of_five, sheet, change(3, **{column: ""}))
    head, *found = faults(copy_of_five)
    assert head == "4 faults: 1 in countries.csv, 2 in events.csv, 1 in figures.csv"
    assert [re.match(r"\w+\.csv, row 5", line)[0] for line in found] == [
        "countries.csv, row 5", "events.csv, row 5", "events.csv, row 5", "figures.csv, row 5",
    ]  # fmt: skip


def test_faults_of_every_sort_are_reported_in_one_run(copy_of_five):
    for sheet, spoil, _ in SPOILS:
        edit(copy_of_five, sheet, spoil)
    path = copy_of_five / "data" / "coding" / "countries.csv"
    path.write_bytes(path.read_bytes() + b"too,short\n")
    fact = copy_of_five / "data" / "reference" / "sources.csv"
    lines = fact.read_text("utf-8").splitlines(keepends=True)
    fact.write_text("".join([lines[0], "," + lines[1].partition(",")[2], *lines[2:]]), "utf-8")
    head, *found = faults(copy_of_five)
    assert re.match(r"\d+ faults: 1 in actors\.csv, 1 in countries\.csv, ", head)
    for sheet, _, says in SPOILS:
        assert any(re.match(rf"{sheet}\.csv, (?:{says})", line) for line in found), (sheet, says, found)
    assert any(re.search(r"countries\.csv, row \d+: 2 cells for \d+ columns", line) for line in found)
    assert any(re.search(r"sources\.csv, row 2: \w+ is empty", line) for line in found)
    assert len(found) <= len(SPOILS) + 4  # a judgement lacks its kind as well, and its place is taken twice
    sheets = [re.search(r"(\w+)\.csv", line)[1] for line in found]
    assert sheets == sorted(sheets)


def test_a_sheet_that_cannot_be_read_hides_no_other(copy_of_five):
    folder = copy_of_five / "data" / "coding"
    (folder / "units.csv").write_text("a;b\n")
    (folder / "counted.csv").unlink()
    edit(copy_of_five, "events", change(0, title=""))
    head, *found = faults(copy_of_five)
    assert head.startswith("2 faults: 1 in counted.csv, 1 in units.csv")
    assert "no such sheet" in found[0]
    assert "semicolons" in found[1]


def test_what_only_follows_from_a_fault_is_no_fault(copy_of_five):
    """A misspelt event leaves its term unused, and a speaker without a row leaves the vocabulary's."""
    edit(copy_of_five, "events", lambda rows: rows[0].update(event=rows[0]["event"] + "-misspelt"))
    (line,) = faults(copy_of_five)
    assert re.match(r"events\.csv, row 2 .*which is no event; allowed: ", line)


def test_a_fault_in_what_a_document_says_of_itself_hides_what_cannot_be_known(copy_of_five):
    """The rows of its file cannot be tied to it; those of the others are checked."""
    edit(copy_of_five, "documents", change(0, words="not in the quote"))
    edit(copy_of_five, "events", lambda rows: rows[-1].update(quote="Nobody wrote this."))
    head, *found = faults(copy_of_five)
    assert head == "2 faults: 1 in documents.csv, 1 in events.csv"
    assert "row 2" in found[0]
    assert "Nobody wrote this." in found[1]
