"""The record: each claim it can speak to is held against it, and both values stand."""

import csv

import pytest

from conftest import ROOT, edit
from minerals.claims import reference
from minerals.review import crosscheck


@pytest.fixture(scope="module")
def held():
    return crosscheck.held(ROOT)


@pytest.fixture(scope="module")
def first(five):
    """What was held before anything was added: a new report may differ from the record, too."""
    return crosscheck.held(five)


def of(held, topic, verdict=""):
    return [row for row in held if row.topic == topic and (not verdict or row.verdict == verdict)]


def test_a_row_has_a_place_in_the_corpus_a_source_or_both(held, texts):
    for row in held:
        assert row.verdict in crosscheck.VERDICTS
        assert bool(row.source_id) == bool(row.record)
        assert bool(row.document) == bool(row.quote)
        assert row.document or row.verdict == "not in the corpus"
        assert not row.document or texts[row.source_file][row.start : row.end] == row.quote
        assert (row.corpus and row.record) or row.verdict.startswith("not in")


def test_every_source_is_in_the_bibliography(held):
    known = {row["source_id"] for row in reference.rows(ROOT / "data" / "reference", "sources")}
    assert {name for row in held for name in row.source_id.split(";") if name} <= known


def test_every_fact_of_the_official_record_is_held(held):
    statements = reference.rows(ROOT / "data" / "reference", "official_record")
    assert len([row for row in held if row.verdict == "not in the corpus" and row.topic == "figure"]) < len(
        statements
    )
    sources = {row["source_id"] for row in statements}
    assert sources <= {row.source_id for row in of(held, "figure")}


def test_a_report_that_counts_otherwise_differs_with_both_values(first):
    assert [(row.document, row.corpus, row.record) for row in of(first, "figure", "differs")] == [
        ("afp-2026-02-05", "55 countries", "54 countries")
    ]


def test_the_longer_period_of_the_support_is_found(first):
    """S&P Global: "over the last year"; the fact sheet: over the past six months."""
    differs = [(row.document, row.corpus, row.record) for row in of(first, "period", "differs")]
    assert differs == [("sp-global-2026-02-05", "the last year", "six months")]
    assert [(row.corpus, row.record) for row in of(first, "period", "agrees")] == [
        ("five months", "five months")
    ]


def test_every_delegation_is_named_by_the_corpus_or_said_to_be_missing(first):
    held = first
    listed = {
        row["delegation"] for row in reference.rows(ROOT / "data" / "reference", "ministerial_delegations")
    }
    assert {row.record for row in of(held, "delegation")} - {"not on the list"} == listed
    assert not of(held, "delegation", "differs")
    assert ("Denmark: absent", "agrees") in {(row.corpus, row.verdict) for row in of(held, "delegation")}


def test_lithium_alone_is_named_and_not_listed(first):
    held = first
    assert {row.subject for row in of(held, "mineral", "not in the record")} == {"lithium"}
    listed = reference.nz_list(ROOT / "data" / "reference")
    named = {row.subject for row in of(held, "mineral", "agrees")}
    assert len(of(held, "mineral", "not in the corpus")) == len(listed) - len(named)


def test_a_claim_is_compared_with_the_pair_in_force_and_the_draft_is_another_document(first):
    """1.46 billion rounds to the implied baseline; the draft's baseline and target are facts that no claim states."""
    implied = "NZD 1.5 billion (implied: target divided by 2)"
    rows = [(r.topic, r.verdict, r.corpus, r.record) for r in first if r.topic in ("baseline", "target")]
    assert rows == [
        ("baseline", "not in the corpus", "", "Calendar year 2022: NZD 1.03 billion"),
        ("baseline", "agrees", implied, "Year to June 2023: NZD 1.46 billion"),
        ("target", "agrees", "NZD 3 billion", "Strategy target (January 2025): NZD 3 billion"),
        ("target", "not in the corpus", "", "Draft strategy target (May 2024): NZD 2 billion"),
    ]


@pytest.mark.parametrize(
    ("value", "like", "agrees"),
    [
        (1.46e9, 1.5e9, True),
        (1.44e9, 1.5e9, False),
        (1.03e9, 1.5e9, False),
        (2.9e9, 3e9, True),
        (1.46e9, 1.46e9, True),
    ],
)
def test_a_rounded_number_agrees_with_what_it_rounds(value, like, agrees):
    assert (crosscheck.rounded(value, like) == like) == agrees


def test_every_rule_of_what_is_held_is_used():
    claims = crosscheck.read(ROOT).claims
    with (ROOT / "notebooks" / "minerals" / "review" / "held.csv").open(encoding="utf-8", newline="") as file:
        for rule in csv.DictReader(file):
            columns = {"countries": "initiative", "figures": "measure", "targets": "metric"}
            told = [row for row in claims[rule["table"]] if row[columns[rule["table"]]] == rule["subject"]]
            assert [row for row in told if not rule["role"] or row["role"] == rule["role"]], rule


SPOILED = [  # a fact of the record changed, and what is said of the claims that rest on it
    ("official_record.csv", "signed on 4 February 2026,11,", "signed on 4 February 2026,12,", ("figure", "11 frameworks", "differs")),
    ("official_record.csv", "in the five months before", "in the year before", ("period", "five months", "differs")),
    ("official_record.csv", "17,countries", "17,agreements", ("figure", "17 countries", "differs")),
    ("ministerial_delegations.csv", "Ukraine,UKR,country\n", "", ("delegation", "Ukraine", "not in the record")),
    ("ministerial_delegations.csv", "Ukraine,UKR", "Denmark,DNK", ("delegation", "Denmark: absent", "differs")),
    ("nz_critical_minerals_list_2025.csv", "Zinc,yes\n", "", ("mineral", "zinc", "differs")),
    ("nz_critical_minerals_list_2025.csv", "Zinc,yes\n", "", ("figure", "37 minerals", "differs")),
    ("nz_mineral_exports.csv", "1460000000", "1500000000", ("baseline", "NZD 1.5 billion (implied: target divided by 2)", "agrees")),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), SPOILED)
def test_a_changed_fact_changes_the_verdict(copy, file, old, new, expected):
    path = copy / "data" / "reference" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert expected in {(row.topic, row.corpus, row.verdict) for row in crosscheck.held(copy)}


def test_a_measure_without_a_row_of_the_record_is_not_in_it(copy):
    edit(copy, "measures", lambda rows: [row.update(record="") for row in rows])
    found = crosscheck.held(copy)
    assert not [row for row in of(found, "figure", "agrees") if row.subject == "support for supply chains"]
    assert any(
        row.verdict == "not in the corpus" and row.record == "17 countries" for row in of(found, "figure")
    )


LENGTHS = [  # words, what is compared
    ("over the last year", {"the last year": (12, "month")}),
    ("over the past six months", {"six months": (6, "month")}),
    ("in the previous two weeks", {"two weeks": (14, "day")}),
    ("the week before", {"the week before": (7, "day")}),
    ("in 12 months", {"12 months": (12, "month")}),
    ("last year", {}),
]


@pytest.mark.parametrize(("words", "expected"), LENGTHS)
def test_lengths_of_time_are_compared_in_days_or_months(words, expected):
    assert crosscheck.lengths(words) == expected
