"""Every chart at every size: words that can be read, nothing over anything, the same rows as the live one."""

import re
from xml.etree import ElementTree

import pytest

import measures
from minerals import charts, tables
from minerals.charts.style.chart import Chart
from minerals.charts.style.sizes import SIZES
from multiplied import tables as multiplied

NAMES = [name for name in charts.MADE if name not in charts.PLATED]
MAPS = {"03_countries_map"}
SVG = "{http://www.w3.org/2000/svg}"


def given(name):
    return {table: tables.load(table) for table in charts.MADE[name][1:]}


def drawn_of(name, change):
    """The chart of changed tables: `change` takes a table's name and the table."""
    return charts.make(name, **{table: change(table, rows) for table, rows in given(name).items()})


def wrong(figure, size):
    """What is wrong with a picture, by kind."""
    found = {
        "too small": measures.small(figure, SIZES[size].least),
        "cut off": measures.cut_off(figure),
        "over one another": measures.overlaps(figure),
        "over a mark": measures.covered(figure),
        "too faint": measures.faint(figure),
    }
    return {kind: words for kind, words in found.items() if words}


@pytest.fixture(params=NAMES, scope="module")
def chart(request):
    return charts.make(request.param)


@pytest.mark.parametrize("size", SIZES)
def test_it_can_be_read(chart, size):
    figure = chart.static(size)
    assert wrong(figure, size) == {}
    wide, tall = (round(inches * 100) for inches in figure.get_size_inches())
    assert wide == SIZES[size].width
    assert tall == SIZES[size].height if SIZES[size].height else tall <= (900 if size == "page" else 2400)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", SIZES)
def test_it_can_be_read_when_the_corpus_is_ten_times_as_large(name, size):
    chart = drawn_of(name, multiplied)
    assert wrong(chart.static(size), size) == {}
    assert chart.interactive().data


@pytest.mark.parametrize("name", NAMES)
def test_any_documents_rows_are_drawn_or_it_says_that_there_are_none(name):
    for document in tables.load("documents")["document"]:
        part = drawn_of(name, lambda _, rows, own=document: rows[rows["document"] == own])
        assert isinstance(part, Chart)
        assert wrong(part.static("phone"), "phone") == {}, document
        if part.data.empty:
            assert part.title.startswith("Nothing to draw: ")
        assert part.interactive().layout.height, document


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_table_is_drawn_as_one(name):
    part = drawn_of(name, lambda table, rows: rows[:0] if table != "documents" else rows)
    if part.data.empty:  # a chart of a reference list has its rows whatever the documents say
        assert part.title.startswith("Nothing to draw: these rows hold no ")
    for size in SIZES:
        assert wrong(part.static(size), size) == {}
    assert part.title in part.interactive().layout.meta["title"]


def test_a_row_is_a_report_with_its_sentence(chart):
    assert {"claim", "mark", "quote", "source", "published", "document"} <= set(chart.data)
    assert chart.data["claim"].is_unique
    assert (chart.data["quote"] != "").all()


def test_both_faces_draw_the_rows_of_the_data(chart):
    live = {
        claim
        for trace in chart.interactive().data
        for ids in (trace.customdata if trace.customdata is not None else ())
        for claim in str(ids).split(";")
    }
    near = (
        chart.data[~chart.data["far"].astype(bool)] if "far" in chart.data else chart.data
    )  # the note has the others
    assert live == set(near["claim"])
    assert measures.drawn(chart.static("page")) == set(near["claim"])


def test_its_words_say_what_it_shows(chart):
    assert 6 <= len(chart.title.split()) <= 30
    assert not chart.title.endswith(".")
    assert 12 <= len(chart.alt.split()) <= 75
    assert chart.alt.startswith(chart.title.split(";")[0]), "the finding first"
    assert re.match(r"(Sources|Reference): ", chart.source)
    assert "licence" in chart.source
    for short in chart.data.loc[chart.data["document"] != "", "source"].unique():
        assert short in chart.source


def test_its_svg_is_text_that_can_be_searched_and_edited(chart):
    for size in ("page", "slide"):
        content = chart.save("svg", size)
        assert len(content) < 120_000 or chart.name in MAPS
        root = ElementTree.fromstring(content)
        assert root.get("role") == "img"
        assert root.find(f"{SVG}title").text == chart.title
        assert root.find(f"{SVG}desc").text == chart.alt
        said = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
        assert all(word in said for word in re.findall(r"\w+", chart.title))
        assert b"http://www.w3.org" in content
        assert not re.search(rb'href="(?!#)', content), "asks nobody for anything"


def test_its_bytes_are_the_same_each_time(chart):
    again = charts.make(chart.name)
    for format in ("png", "svg"):
        assert chart.save(format) == again.save(format)


def test_a_size_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="no size «poster»; there are page, slide, phone"):
        charts.make(NAMES[0]).static("poster")
