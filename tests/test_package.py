"""What an analyst imports: `import minerals as m`."""

import doctest
import inspect
import subprocess
import sys

import pandas as pd
import pytest

import minerals as m
from conftest import ROOT
from minerals import charts, tables


def test_the_examples_in_the_docstrings_hold():
    names = {name: getattr(m, name) for name in m.__all__}
    done = doctest.testmod(m, extraglobs=names)
    assert done.attempted >= 6 and not done.failed


def test_each_name_has_a_docstring_and_an_example():
    for name in m.__all__:
        if inspect.isfunction(getattr(m, name)):
            assert ">>> " in getattr(m, name).__doc__, name


def test_importing_it_imports_nothing_heavy():
    """A notebook pays for what it uses: pandas with the first table, the finders with the first text."""
    code = "import sys, minerals; print(sorted({'pandas', 'matplotlib', 'pycountry', 'plotly'} & set(sys.modules)))"
    assert run(code) == "[]"
    code = (
        "import sys, minerals as m; m.load('events');"
        "print(sorted({'matplotlib', 'pycountry', 'plotly', 'frictionless'} & set(sys.modules)))"
    )
    assert run(code) == "[]"


def run(code):
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "notebooks", capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_table_says_what_it_holds():
    listed = m.load().set_index("table")
    for name in tables.described():
        table = m.load(name)
        assert len(table) == listed.loc[name, "rows"]
        assert set(table.attrs["columns"]) == set(table.columns) == set(m.describe(name).index)
        assert all(m.describe(name)["meaning"])


ABOUT = [  # what is asked, its kind, a table and a column in which each row names it
    ("JPN", "country", "countries", "iso3", "JPN"),
    ("japan", "country", "countries", "iso3", "JPN"),
    ("UK", "country", "countries", "iso3", "GBR"),
    ("EU", "country", "countries", "iso3", "EUU"),
    ("forge", "initiative", "events", "initiative", "forge"),
    ("FORGE", "initiative", "events", "initiative", "forge"),
    ("Luxon", "actor", "statements", "speaker_id", "christopher-luxon"),
    ("Christopher Luxon", "actor", "statements", "speaker_id", "christopher-luxon"),
    ("nz-herald-2026-02-09", "document", "figures", "document", "nz-herald-2026-02-09"),
    ("lithium", "mineral", "minerals", "mineral", "lithium"),
]


@pytest.mark.parametrize(("name", "kind", "table", "column", "key"), ABOUT)
def test_about_has_every_row_and_no_other(name, kind, table, column, key):
    found = m.about(name)
    whole = m.load(table)
    own = whole[[key in cell.split(";") for cell in whole[column]]]
    assert found.kind == kind
    assert len(own) and found[table].iloc[:, 0].tolist() == own.iloc[:, 0].tolist()


def test_about_brings_all_sides_of_a_disagreement():
    found, whole = m.about("nrgi-2026-02-04"), m.load("disagreements")
    topics = set(found["disagreements"]["disagreement"])
    assert len(found["disagreements"]) == whole["disagreement"].isin(topics).sum() > 0
    assert found["disagreements"]["document"].nunique() > 1


def test_about_shows_a_page_with_every_sentence_and_no_markup_of_a_source():
    page = m.about("Japan")._repr_html_()
    assert page.count("<h4>") == sum(len(rows) > 0 for rows in m.about("Japan").values())
    assert "Iwao Horii" in page and "<script" not in page


UNKNOWN = [
    (
        lambda: m.load("event"),
        "no table is called «event»; did you mean «events»? The tables are documents, ",
    ),
    (lambda: m.describe("events "), "did you mean «events»?"),
    (
        lambda: m.chart("timelin"),
        "no chart is called «timelin»; did you mean «timeline»? The charts are corpus, ",
    ),
    (lambda: m.about("Jpan"), "the corpus has nothing called «Jpan»; did you mean «Japan»"),
    (lambda: m.about("zzzz"), "the corpus has nothing called «zzzz»; countries, initiatives, "),
    (lambda: m.find("x", date="4 Feb"), "«4 Feb» is not a date; write it as 2026-02-04"),
    (lambda: m.find("x", currency="NZ"), "«NZ» is not an ISO 4217 code"),
    (lambda: m.find("x", kinds=("sums",)), "no kind of mention is called «sums»; there are country, money"),
]


@pytest.mark.parametrize(("call", "says"), UNKNOWN, ids=[says for _, says in UNKNOWN])
def test_an_unknown_name_gets_the_nearest(call, says):
    with pytest.raises(m.Problem) as problem:
        call()
    assert says in str(problem.value)


def test_a_chart_draws_the_rows_that_it_is_given():
    events = m.load("events")
    part = events[events["document"] == events["document"].value_counts().index[0]]
    assert set(m.chart("timeline", part).table["claim"]) <= set(part["claim"])
    assert set(charts.MADE) == {name for name in charts.MADE if m.chart(name).name == name}


def test_find_gives_a_row_for_each_mention():
    found = m.find("Chile pledged US$2 million on Monday.", date="2026-02-04")
    assert isinstance(found, pd.DataFrame)
    assert found[["kind", "iso3", "currency", "date"]].values.tolist() == [
        ["country", "CHL", "", ""], ["money", "", "USD", ""], ["date", "", "", "2026-02-02"],
    ]  # fmt: skip
    assert m.find("").empty
