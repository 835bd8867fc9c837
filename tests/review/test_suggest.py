"""Suggestions: what is open, as rows that the sheets take, once, and without touching what a person wrote."""

import csv

import pytest

from conftest import edit, put_seed
from minerals.coding import rows as coding
from minerals.review import coverage, suggest
from minerals.tables import build

FILE = "003_5d864af3d8b16bed.txt"


@pytest.fixture
def copy(copy_of_five):
    """What a document brings is told beside these five, whatever was added since."""
    return copy_of_five


ADDED = """Bolivia opened 14 mines on 3 March 2025 for $5 million, and on 4 March 2025 for $6 million. It is so.

The 14 mines here, 14 mines in all, are new. “It is a start,” Mr Rojas said. He meant Bolivia."""


@pytest.fixture
def longer(copy, texts):
    put_seed(copy, FILE, texts[FILE].replace("\n\n**Editors", f"\n\n{ADDED}\n\n**Editors"))
    return copy


def rows(root, sheet):
    path = root / "data" / "suggested" / f"{sheet}.csv"
    return coding.read(path, list(coding.sheet_columns()[sheet]))


def bytes_of(root):
    return {p.name: p.read_bytes() for p in sorted((root / "data" / "suggested").iterdir())}


def test_nothing_is_suggested_where_all_is_coded(copy):
    assert suggest.suggest(copy) == {}
    assert not (copy / "data" / "suggested").exists()


def test_every_open_find_gets_a_row_that_the_sheet_takes(longer):
    open_ = [f for f in coverage.finds(longer) if f.state == "open"]
    added = suggest.suggest(longer)
    documents = {page.document.id: page.document for page in build.read(longer).pages}
    places = []
    for sheet, number in added.items():
        assert len(rows(longer, sheet)) == number
        for row in rows(longer, sheet):
            row.anchor(documents[row["document"]])
            places.append(row.words({"events": "date_words", "targets": "due_words"}.get(sheet, "words")))
    for find in open_:
        assert find.subject or any(p.start - 1 <= find.start and find.end <= p.end + 1 for p in places), find
    assert sum(added.values()) == len(places)


def test_what_the_code_can_fill_in_is_filled_in(longer):
    suggest.suggest(longer)
    assert [(r["words"], r["measure"]) for r in rows(longer, "figures")][:3] == [
        ("14", ""), ("$5 million", ""), ("$6 million", ""),
    ]  # fmt: skip
    assert len({r["key"] for r in rows(longer, "figures")}) == len(rows(longer, "figures"))
    assert [(r["date_words"], r["actors"]) for r in rows(longer, "events")] == [
        ("3 March 2025", "BOL"), ("4 March 2025", "BOL"),
    ]  # fmt: skip
    (statement,) = rows(longer, "statements")
    assert statement["quote"] == "“It is a start,” Mr Rojas said."
    assert (statement["words"], statement["attribution"]) == ("It is a start,", "Mr Rojas said")
    assert [r["words"] for r in rows(longer, "countries")] == ["Bolivia"]


def test_words_that_stand_twice_get_their_neighbours(longer):
    suggest.suggest(longer)
    twice = [r["words"] for r in rows(longer, "figures") if r["quote"].startswith("The 14 mines here")]
    assert len(twice) == len(set(twice)) == 2
    assert all("14" in words and words != "14" for words in twice)


def test_a_second_run_adds_nothing_and_changes_no_byte(longer):
    suggest.suggest(longer)
    before = bytes_of(longer)
    assert suggest.suggest(longer) == {}
    assert bytes_of(longer) == before


def test_rows_of_a_person_stay_as_they_are(longer):
    suggest.suggest(longer)
    path = longer / "data" / "suggested" / "figures.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    mine = lines[1].replace(",14,,", ",14,mines-opened,")
    path.write_text(
        lines[0] + mine.rstrip("\n"), "utf-8"
    )  # edited, without a last line end; the others taken out
    added = suggest.suggest(longer)
    assert added == {"figures": len(lines) - 2}
    assert path.read_text("utf-8").splitlines(keepends=True)[:2] == [lines[0], mine]


def test_a_row_that_was_moved_is_not_suggested_again(longer):
    suggest.suggest(longer)
    path = longer / "data" / "suggested" / "countries.csv"
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    path.unlink()
    with (longer / "data" / "coding" / "countries.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(
            (row | {"role": "participant", "status": "stated", "topic": "supply-chains"}).values()
        )
    assert suggest.suggest(longer) == {}


def test_a_repeated_sentence_is_told_by_what_stands_before_it(copy, texts):
    twice = "It cost $5 million. First. It cost $5 million. Second."
    put_seed(copy, FILE, texts[FILE].replace("\n\n**Editors", f"\n\n{twice}\n\n**Editors"))
    assert suggest.suggest(copy) == {"figures": 2}
    documents = {page.document.id: page.document for page in build.read(copy).pages}
    for row in rows(copy, "figures"):
        row.anchor(documents[row["document"]])


def test_what_nobody_has_judged_gets_its_row_once(copy):
    """A judgement that no longer holds keeps its name; what has none gets a name to edit."""
    edit(copy, "disagreements", lambda rows: [
        row.update(found="status:forge:00000000") for row in rows if row["disagreement"] == "forge-state"
    ])  # fmt: skip
    edit(copy, "countries", lambda rows: rows.append(
        next(r for r in rows if r["initiative"] == "us-uk-mou") | {"status": "reported", "note": "again"}
    ))  # fmt: skip
    assert suggest.suggest(copy) == {"disagreements": 2, "vocabulary": 1}
    again, new = rows(copy, "disagreements")
    assert (again["disagreement"], again["kind"], again["verdict"]) == ("forge-state", "status", "")
    assert again["found"].startswith("status:forge:")
    assert (
        again["note"] == "The forum is launched, or its launch is announced; its work lies ahead"
    )  # as the person wrote it, to be looked at again
    assert new["found"].startswith("standing:us-uk-mou-party:")
    (term,) = rows(copy, "vocabulary")
    assert (term["vocabulary"], term["term"]) == ("disagreement", new["disagreement"])
    before = bytes_of(copy)
    assert suggest.suggest(copy) == {}
    assert bytes_of(copy) == before


def test_the_measure_is_filled_in_where_a_coded_row_agrees_or_differs(copy, texts):
    said = (
        "The stockpile is worth nearly US$12 billion. New Zealand’s list names 38 minerals. It has 14 rooms."
    )
    put_seed(copy, FILE, texts[FILE].replace("\n\n**Editors", f"\n\n{said}\n\n**Editors"))
    suggest.suggest(copy)
    assert {r["words"]: r["measure"] for r in rows(copy, "figures")} == {
        "US$12 billion": "project-vault-worth", "38": "minerals-on-nz-list", "14": "",
    }  # fmt: skip


AHEAD = [  # a sentence, the cells of its row of targets.csv; none where it tells of no target
    ("They aim to double minerals exports to NZ$3 billion by 2035.",
     {"metric": "minerals-exports-value", "direction": "increase", "value_words": "NZ$3 billion",
      "factor_words": "double", "due_words": "by 2035"}),
    ("They aim to plant trees before the end of 2041.",
     {"metric": "", "direction": "", "value_words": "", "factor_words": "", "due_words": "before the end of 2041"}),
    ("Spending reaches 5 percent by 2041.",
     {"metric": "", "direction": "", "value_words": "5 percent", "factor_words": "", "due_words": "by 2041"}),
    ("A fair is planned for 3 March 2041.", {}),
    ("They aimed to double it in 2019.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "cells"), AHEAD)
def test_a_date_that_ends_a_target_becomes_a_row_of_targets(copy, texts, sentence, cells):
    put_seed(copy, FILE, texts[FILE].replace("\n\n**Editors", f"\n\n{sentence}\n\n**Editors"))
    added = suggest.suggest(copy)
    assert ("targets" in added, "events" in added) == (bool(cells), not cells)
    if cells:
        (row,) = rows(copy, "targets")
        assert {column: row[column] for column in cells} == cells
        assert row["key"]
    assert suggest.suggest(copy) == {}


SPEAKERS = [  # who is said to speak, who is filled in
    ("Mr Jones said", "Shane Jones"),
    ("Shane Jones told reporters", "Shane Jones"),
    ("Alan Jones said", ""),
    ("Mr Rojas said", ""),
    ("Landau said", "Christopher Landau"),
    ("Lutnick said", ""),
    ("Jones and Peters said", ""),
]


@pytest.mark.parametrize(("attribution", "speaker"), SPEAKERS)
def test_a_known_speaker_is_filled_in(copy, texts, attribution, speaker):
    said = f"“It is a start,” {attribution}."
    put_seed(copy, FILE, texts[FILE].replace("\n\n**Editors", f"\n\n{said}\n\n**Editors"))
    suggest.suggest(copy)
    (row,) = rows(copy, "statements")
    assert (row["attribution"], row["speaker"]) == (attribution, speaker)


QUOTED = [  # a quotation, the rows that its inside gets: what somebody says of a number is coded as one
    ("“Fifty-five countries were in the room,” Mr Rojas said.", {"figures": "Fifty-five"}),
    ("Mr Rojas said: “It will cost $5 million.”", {"figures": "$5 million"}),
    ("“We sign on 3 March 2041,” Mr Rojas said.", {"events": "3 March 2041"}),
    ("“Twelve percent of lithium is ours,” Mr Rojas said.", {"figures": "Twelve percent", "minerals": "lithium"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "inside"), QUOTED)
def test_what_stands_inside_a_quotation_has_a_row_of_its_own(copy, texts, sentence, inside):
    put_seed(copy, FILE, texts[FILE].replace("\n\n**Editors", f"\n\n{sentence}\n\n**Editors"))
    assert suggest.suggest(copy) == {sheet: 1 for sheet in inside} | {"statements": 1}
    for sheet, words in inside.items():
        (row,) = rows(copy, sheet)
        assert row["date_words" if sheet == "events" else "words"] == words
    assert suggest.suggest(copy) == {}
