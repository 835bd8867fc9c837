"""The questions that the first notebook asks across tables: three lines and three tables each, and right.

Each answer is counted again here from the rows as they are, without a join.
"""

import ast
import json
import re

import pandas as pd
import pytest

from minerals import tables

HEAD, END = "## Questions across tables", "## Ids that changed"


@pytest.fixture(scope="module")
def cells(root):
    """The code under the heading: what the questions share, then one cell each."""
    notebook = json.loads((root / "notebooks" / "01_corpus.ipynb").read_text("utf-8"))["cells"]
    sources = [(cell["cell_type"], "".join(cell["source"])) for cell in notebook]
    first, last = (next(i for i, (_, s) in enumerate(sources) if mark in s) for mark in (HEAD, END))
    return [source for kind, source in sources[first:last] if kind == "code"]


@pytest.fixture(scope="module")
def built():
    return {name: tables.load(name) for name in tables.described()}


@pytest.fixture(scope="module")
def answers(cells, built):
    """What each question shows, as a list of rows."""
    shown, shared, *questions = [], *cells
    names = {"built": built, "pd": pd, "listing": lambda table: shown.append(table.to_dict("records"))}
    exec(shared, names)
    for question in questions:
        exec(question, names)
    return shown


def test_each_takes_three_lines_and_three_tables(cells):
    shared, *questions = cells
    about = set(re.findall(r'built\["(\w+)"\]', shared.split("\nassert")[0]))
    assert len(questions) == 5
    for question in questions:
        named = set(re.findall(r'built\["(\w+)"\]', question))
        named |= about if re.search(r"\babout\b", question) else set()
        assert len(named) >= 3, question
        assert len(ast.parse(question).body) <= 3
        assert len(question.splitlines()) <= 3


def rows(built, name):
    return built[name].to_dict("records")


def test_delegations_of_which_nothing_is_reported(built, answers):
    named = {r["iso3"] for r in rows(built, "countries")} | {
        actor for r in rows(built, "events") for actor in r["actor_ids"].split(";")
    }
    silent = [r["delegation"] for r in rows(built, "delegations") if r["actor"] not in named]
    (answer,) = answers[0]
    assert answer["delegation"].split(", ") == silent
    assert 0 < len(silent) < len(rows(built, "delegations"))


def test_who_acts_or_speaks_most_and_in_what(built, answers):
    people = {r["actor"]: r["name"] for r in rows(built, "actors") if r["kind"] == "person"}
    names = {r["initiative"]: r["name"] for r in rows(built, "initiative_index")}
    counts = {}
    members = {r["actor"]: r["members"].split(";") for r in rows(built, "actors")}
    said = (
        ("events", "actor_ids"),
        ("figures", "said_by_id"),
        ("provisions", "said_by_id"),
        ("statements", "speaker_id"),
    )
    for table, column in said:
        for row in rows(built, table):
            there = {a for one in row[column].split(";") if one for a in (one, *members[one]) if a in people}
            for pair in ((people[a], names[i]) for a in there for i in row["initiative"].split(";") if i):
                counts[pair] = counts.get(pair, 0) + 1
    top = sorted(counts.values(), reverse=True)[: len(answers[1])]
    assert [row["count"] for row in answers[1]] == top
    assert all(counts[row["name"], row["about"]] == row["count"] for row in answers[1])


def test_days_between_the_first_event_and_the_last_day_set(built, answers):
    names = {r["name"]: r["initiative"] for r in rows(built, "initiative_index")}
    assert len(answers[2]) > 3
    for answer in answers[2]:
        own = names[answer["about"]]
        first = min(
            r["date_start"] for r in rows(built, "events")
            if own in r["initiative"].split(";") and not pd.isna(r["date_start"])
        )  # fmt: skip
        due = max(
            r["due_end"] for r in rows(built, "targets")
            if own in r["initiative"].split(";") and not pd.isna(r["due_end"])
        )  # fmt: skip
        assert (answer["first"], answer["due"], answer["days"]) == (first, due, (due - first).days)


def test_initiatives_on_which_documents_contradict_each_other(built, answers):
    names = {r["initiative"]: r["name"] for r in rows(built, "initiative_index")}
    about = {}
    for name in ("events", "countries", "initiatives", "figures", "targets", "statements"):
        key = {"figures": "figure", "targets": "target", "statements": "statement"}.get(name, "claim")
        about |= {r[key]: r["initiative"].split(";") for r in rows(built, name)}
    pairs = {
        (names[i], r["topic"])
        for r in rows(built, "disagreements") if r["verdict"] == "conflict"
        for i in about.get(r["claim"], []) if i
    }  # fmt: skip
    assert {(r["about"], topic) for r in answers[3] for topic in r["topic"].split("; ")} == pairs
    assert pairs


def test_minerals_of_the_list_by_publisher(built, answers):
    listed = {r["mineral"] for r in rows(built, "minerals") if r["layer"] == "reference"}
    publisher = {r["document"]: r["publisher"] for r in rows(built, "documents")}
    pairs = {
        (publisher[r["document"]], r["mineral"]) for r in rows(built, "mentions") if r["mineral"] in listed
    }
    assert {(r["publisher"], mineral) for r in answers[4] for mineral in r["mineral"].split(", ")} == pairs
    assert pairs
