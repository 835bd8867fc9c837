"""The live charts: ordinary Plotly figures that answer with sentences, at any width, and ask nobody for anything."""

import html
import json
import re

import pytest

from drawn import live as live_answers
from minerals import charts, tables
from minerals.charts.style import live
from minerals.charts.style.measure import width

NAMES = [name for name in charts.MADE if name not in charts.PLATED]


@pytest.fixture(params=NAMES, scope="module")
def chart(request):
    return charts.make(request.param)


def test_every_mark_answers_with_its_sentences(chart):
    rows = chart.data.set_index("claim")
    for said, claims in live_answers(chart):
        words = html.unescape(re.sub("<[^>]+>", " ", said))
        reports = rows.loc[str(claims).split(";")].drop_duplicates(["quote", "source"])
        shown = sum(row.source in words for row in reports.itertuples())
        more = re.search(r"and (\d+) more", words)
        assert shown and (shown == len(reports) or more), words
        lines = said.split("<br>")
        assert len(lines) <= 30, "of a label taller than its chart Plotly draws nothing"
        assert max(len(html.unescape(re.sub("<[^>]+>", "", line))) for line in lines) <= 46, "fits on a phone"
        assert "&quot;" not in said and "$" not in said.replace("&#36;", "")


def test_it_is_as_wide_as_its_window_and_can_be_zoomed_reset_and_downloaded(chart):
    figure = chart.interactive()
    assert figure.layout.width is None and figure.layout.autosize
    assert live.CONFIG["responsive"]
    assert not {"zoom2d", "resetScale2d", "toImage"} & set(live.CONFIG["modeBarButtonsToRemove"])
    for note in figure.layout.annotations:
        if note.name in ("title", "note"):
            for line in note.text.replace("<b>", "").replace("</b>", "").split("<br>"):
                size = note.font.size
                assert width(html.unescape(line), size, note.name == "title") <= 346, (
                    "390 pixels, less the margins"
                )


def test_its_shapes_and_axes_are_plain_data(chart):
    figure = chart.interactive()
    assert {trace.type for trace in figure.data} <= {"scatter", "bar"}, (
        "maps and tiles ask a host for their shapes"
    )
    layout = json.loads(figure.to_json())["layout"]
    assert "http" not in json.dumps(
        {key: value for key, value in layout.items() if key not in ("annotations", "meta")}
    )


def test_the_notebook_has_the_same_chart_without_importing_plotly(chart):
    faces = chart._repr_mimebundle_()
    face = faces["application/vnd.plotly.v1+json"]
    assert json.loads(json.dumps(face)), "plain data"
    figure = chart.interactive()
    assert len(face["data"]) == len(figure.data)
    assert face["layout"]["height"] == figure.layout.height
    assert faces["text/plain"] == chart.alt
    assert (
        faces["image/svg+xml"].startswith("<?xml")
        and chart.title.split(";")[0][:20] in faces["image/svg+xml"]
    )
    again = charts.make(chart.name)._repr_mimebundle_()
    assert again == faces


def test_what_anyone_expects_of_both_libraries_works():
    chart = charts.make("04_figures_support", figures=tables.load("figures"))
    axes = chart.static("slide").axes[0]
    axes.set_xlim(0, 20e9)
    assert axes.get_xlim() == (0, 20e9)
    figure = chart.interactive().update_layout(height=700, title_text="Mine")
    figure.update_xaxes(range=[0, 20e9])
    assert figure.layout.height == 700 and figure.layout.xaxis.range == (0, 20e9)


def test_a_menu_leaves_the_marks_of_one_document():
    figure = charts.make("02_timeline").interactive()
    buttons = figure.layout.updatemenus[0].buttons
    shorts = set(tables.load("documents")["short"])
    assert {html.unescape(button.label) for button in buttons[1:]} <= shorts
    for button in buttons[1:]:
        visible = button.args[0]["visible"]
        assert 0 < sum(visible) < len(visible)
        for trace, shown in zip(figure.data, visible, strict=True):
            if trace.meta:
                assert shown == (html.unescape(button.label) in trace.meta)
