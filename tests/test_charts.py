"""The charts: said in words, from their tables, the same bytes each time, and asking no host for anything."""

import json
import re

import plotly.graph_objects as go
import pytest

from conftest import ROOT
from minerals import charts, publish, tables


@pytest.fixture(params=charts.MADE, scope="module")
def chart(request):
    return charts.make(request.param)


def numbers(words):
    """The numbers in `words`, dates taken out."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    return [int(n) for n in re.findall(r"\d+", re.sub(rf"\b\d{{1,2}} (?:{months}) \d{{4}}", "", words))]


def test_it_says_what_it_shows(chart):
    assert chart.title
    assert not chart.title.endswith(".")
    assert re.search(r"\d", chart.title), "the title is a finding with a computed number"
    assert len(chart.subtitle) > 20
    assert chart.source.startswith("Sources: ")
    assert len(chart.alt) > 80


def test_its_source_line_names_the_documents_it_draws(chart):
    documents = tables.load("documents")
    for column in ("source", "told_by"):
        for names in chart.table.get(column, []):
            assert all(name in chart.source for name in names.split(", "))
    assert [name for name in documents["short"] if name in chart.source]


def test_its_numbers_are_counts_of_its_table(chart):
    """A number in the title or subtitle must be a count of its rows, or of what a column holds."""
    table = chart.table
    counts = {len(table), len(tables.load("documents"))}
    counts |= {table[c].nunique() for c in table}
    counts |= {group["event"].nunique() for _, group in table.groupby(table["across"] > 1)}
    last = tables.load("documents")["published"].max()
    counts.add(table[table["date_start"].between(last[:4], last)]["event"].nunique())
    assert set(numbers(chart.title) + numbers(chart.subtitle)) <= counts


def test_both_faces_are_the_same_each_time(chart):
    again = charts.make(chart.name)
    assert chart.save("png") == again.save("png")
    assert chart.save("svg") == again.save("svg")
    assert json.dumps(chart.interactive()) == json.dumps(again.interactive())


def test_plotly_takes_the_interactive_face(chart):
    face = chart.interactive()
    go.Figure(data=face["data"], layout=face["layout"])
    assert "http" not in json.dumps(face)


def test_every_mark_answers_with_its_sentence_and_source(chart):
    face = chart.interactive()
    said = {words for trace in face["data"] for words in trace.get("hovertext", [])}
    plain = [re.sub(r"<[^>]+>", " ", words) for words in said]
    assert len(said) == len(chart.table.groupby(["name", "told_by", "quote"]))
    assert all(re.search("“.+”", words) for words in plain)
    shorts = tables.load("documents")["short"]
    assert all(any(short in words.replace("&amp;", "&") for short in shorts) for words in plain)


def test_every_row_of_its_table_is_drawn(chart):
    face = chart.interactive()
    marks = [x for trace in face["data"] if "hovertext" in trace for x in trace["x"]]
    bars = marks.count(None)
    assert len(marks) - 3 * bars + bars == len(chart.table)


def test_the_figures_folder_is_what_the_charts_give():
    made = {f"{name}.{kind}" for name in charts.MADE for kind in ("svg", "png", "csv")}
    assert {p.name for p in (ROOT / "figures").iterdir()} == made | {"README.md"}
    for name in charts.MADE:
        for kind in ("svg", "png"):
            assert (ROOT / "figures" / f"{name}.{kind}").read_bytes() == charts.make(name).save(kind), (
                "run `make figures`"
            )


def test_a_failing_write_leaves_the_old_file(tmp_path, monkeypatch):
    (tmp_path / "a.svg").write_bytes(b"old")
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        publish.write(tmp_path / "a.svg", b"new")
    assert (tmp_path / "a.svg").read_bytes() == b"old"
