"""The charts: said in words, from their tables, the same bytes each time, and asking no host for anything."""

import ast
import base64
import io
import json
import re
from xml.etree import ElementTree

import matplotlib as mpl
import plotly.graph_objects as go
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from conftest import ROOT
from drawn import answers, plain
from minerals import charts, finders, tables
from minerals.charts import svg
from minerals.charts.chart import DPI, PAPER, SCREEN, SIZE, STYLE, WIDTH, hovered, safe, width_of
from minerals.charts.chart import _lines as lines_set
from minerals.charts.plate import Plate
from minerals.corpus import leftovers
from minerals.corpus.display import quoted
from minerals.pages import publish, readme

SVG = "{http://www.w3.org/2000/svg}"
MODULES = sorted((ROOT / "notebooks" / "minerals" / "charts").rglob("*.py"))


@pytest.fixture(params=charts.PLATED, scope="module")
def chart(request):
    return charts.make(request.param)


def test_it_says_what_it_shows(chart):
    assert len(chart.title.split()) >= 5, "the title is the finding"
    assert not chart.title.endswith(".")
    assert len(chart.subtitle.split()) >= 5, "the subtitle is the measure and its unit"
    assert re.match(r"(Sources?|Reference): ", chart.source)
    assert len(chart.alt.split()) >= 20, "the alt text is what a person who cannot see it would need"


def test_its_source_line_names_documents_or_references(chart):
    shorts = set(tables.load("documents")["short"])
    assert any(short in chart.source for short in shorts) or "Reference: " in chart.source
    for column in {"source", "told_by"} & set(chart.table.columns):
        for names in chart.table[column]:
            named = [name for name in str(names).split(", ") if name in shorts]
            assert all(name in chart.source for name in named)


def words_of(module):
    """(line, text) of the words written in a module's code: strings, f-strings' fixed parts; no docstrings."""
    tree = ast.parse(module.read_text("utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_number_is_typed_into_its_words(module):
    """A title, label or alt text takes its numbers from the table: none stands in the code, as digits or as words."""
    for line, text in words_of(module):
        if len(text.split()) >= 2 and not re.search(r"<span|^[\w-]+:", text):
            found = [m.text for m in finders.find(text, kinds=("money", "percent", "share", "count", "date"))]
            assert not found, f"{module.name}, line {line}: «{text}» types {found}"
            assert not re.search(r"\d{2}", text), f"{module.name}, line {line}: «{text}» types a number"


def test_both_faces_are_the_same_each_time(chart):
    again = charts.make(chart.name)
    assert chart.save("png") == again.save("png")
    assert chart.save("svg") == again.save("svg")
    assert json.dumps(chart.interactive()) == json.dumps(again.interactive())


def test_its_svg_is_small_and_well_formed(chart):
    """A page with all of them still loads at once; Matplotlib's own way with halos makes a megabyte of a map."""
    content = chart.save("svg")
    assert len(content) < 400_000
    root = ElementTree.fromstring(content)
    scales = {path.get("transform") for path in root.iter(f"{SVG}path") if path.get("transform")}
    assert {s for s in scales if s.startswith("scale")} == {f"scale({svg._GLYPH})"}, (
        "the halos' width rests on it"
    )
    outlined = sum("stroke-linejoin: round" in (group.get("style") or "") for group in root.iter(f"{SVG}g"))
    assert outlined == sum(
        len(words.lines) for words in chart.drawn.texts if words.halo and words.lines[0][0][1] != PAPER
    )


def test_its_words_are_set_with_care(chart):
    """No date or amount is broken, and a title's lines are about as long as one another."""
    lines = lines_set(chart)
    for style in lines.values():
        assert not [line for line in style[:-1] if re.search(r"\d$", line) and not re.search(r"\d{4}$", line)]
        assert all(width_of(line, SIZE["note"]) <= WIDTH for line in style)
    wide = [width_of(line, SIZE["title"], True) for line in lines["title"]]
    assert min(wide) > 0.6 * max(wide)


def test_words_are_as_wide_as_they_are_measured(chart):
    with mpl.rc_context(STYLE):
        figure = chart.figure()
        renderer = FigureCanvasAgg(figure).get_renderer()
        for text in figure.axes[0].texts:
            if len(text.get_text()) > 3 and not text.get_rotation():
                bold = text.get_weight() == "bold"
                drawn = text.get_window_extent(renderer).width / figure.dpi
                assert width_of(text.get_text(), text.get_size(), bold) == pytest.approx(
                    drawn, abs=0.05, rel=0.04
                )


def test_plotly_takes_the_interactive_face_and_asks_nobody(chart):
    face = chart.interactive()
    go.Figure(data=face["data"], layout=face["layout"])
    assert {trace["type"] for trace in face["data"]} <= {"scatter", "bar"}, (
        "maps and tiles ask a host for their shapes"
    )
    plain = [
        {key: value for key, value in trace.items() if key not in ("hovertext", "text")}
        for trace in face["data"]
    ]
    assert "http" not in json.dumps([plain, {k: v for k, v in face["layout"].items() if k != "annotations"}])


def test_every_mark_answers_with_its_sentence_and_source(chart):
    traces = chart.interactive()["data"]
    said = [words for trace in traces for words in trace.get("hovertext", [])]
    said += [trace["text"] for trace in traces if trace.get("hoveron") == "fills"]
    assert sorted(said) == sorted(answers(chart)) != []
    known = [*tables.load("documents")["short"], "Reference"]
    for words in map(plain, said):
        assert any(name in words for name in known), words


def test_a_face_is_made_only_when_it_is_asked_for(monkeypatch):
    """Who wants a title, as the first notebook does, does not wait for a drawing."""
    monkeypatch.setattr(Plate, "__init__", lambda *_, **__: pytest.fail("a plate is made"))
    assert all(charts.make(name).title for name in charts.MADE)


def test_its_letters_are_of_one_scale(chart):
    sizes = {
        round(text.get_size(), 2)
        for text in chart.figure().findobj(lambda a: hasattr(a, "get_text"))
        if text.get_text()
    }
    assert sizes <= {float(size) for size in SIZE.values()}


def test_nothing_is_cut_off(chart):
    """Every word stands inside the picture."""
    with mpl.rc_context(STYLE):
        figure = chart.figure()
        figure.set_dpi(DPI)
        figure.draw_without_rendering()
        page = figure.bbox
        for text in figure.findobj(lambda a: hasattr(a, "get_text")):
            if text.get_text().strip() and text.get_visible():
                box = text.get_window_extent()
                assert page.x0 - 1 <= box.x0 and box.x1 <= page.x1 + 1, f"«{text.get_text()}» is cut off"
                assert page.y0 - 1 <= box.y0 and box.y1 <= page.y1 + 1, f"«{text.get_text()}» is cut off"


def test_the_figures_folder_is_what_the_charts_give():
    made = {file: content for name in charts.MADE for file, content in publish.drawn(name).items()}
    sections = [readme.section(name, charts.make(name)) for name in charts.MADE]
    made["README.md"] = readme.contact_sheet(sections).encode()
    assert {p.name for p in leftovers.kept(ROOT / "figures")} == set(made)
    stale = [name for name, content in made.items() if (ROOT / "figures" / name).read_bytes() != content]
    assert not stale, f"{stale} differ: run `make figures` and commit"


def test_every_chart_can_be_cited():
    sheet = (ROOT / "figures" / "README.md").read_text("utf-8")
    for name in charts.MADE:
        entries = re.findall(
            r"^@misc\{([\w-]+),$", (ROOT / "figures" / f"{name}.bib").read_text("utf-8"), re.M
        )
        assert entries[0] == name
        assert len(entries) > 1, "its sources come with it"
        assert f"({name}.bib)" in sheet


def test_a_failing_write_leaves_the_old_file(tmp_path, monkeypatch):
    (tmp_path / "a.svg").write_bytes(b"old")
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        publish.write(tmp_path / "a.svg", b"new")
    assert (tmp_path / "a.svg").read_bytes() == b"old"


def test_what_hovering_shows_is_set_as_words_are(chart):
    """Quotation marks as they are written, none doubled, in lines that are no wider than a page's column."""
    for said in answers(chart):
        assert "&quot;" not in said and "&#x27;" not in said, "Plotly shows them as they stand"
        assert not re.search('““|””|“ |""', said), said
        assert max(len(plain(line)) for line in said.split("<br>")) <= 90, said


@pytest.mark.parametrize(
    "words, shown",
    [
        ("He said “no”", "“He said ‘no’”"),
        ("“No”", "“No”"),
        ("“No, never.", "“No, never.”"),
        ("No, never.”", "“No, never.”"),
        ("“No,” he said, “never.”", "“‘No,’ he said, ‘never.’”"),
        ('the "Vault"', '“the "Vault"”'),
    ],
)
def test_a_quote_is_marked_once(words, shown):
    assert quoted(words) == shown
    assert "&quot;" not in safe(words)


def test_a_notebooks_picture_is_as_large_as_the_live_chart_that_takes_its_place(chart):
    """Else the mark moves away from who points at it."""
    faces, _ = chart._repr_mimebundle_()
    layout = faces["application/vnd.plotly.v1+json"]["layout"]
    size = Image.open(io.BytesIO(base64.b64decode(faces["image/png"]))).size
    assert size == (layout["width"], layout["height"])
    figure = chart.figure()
    place = figure.axes[0].get_position()
    width, height = figure.get_size_inches() * SCREEN
    margin = layout["margin"]
    assert margin["l"] == pytest.approx(place.x0 * width, abs=1)
    assert margin["t"] == pytest.approx((1 - place.y1) * height, abs=1)
    assert margin["b"] == pytest.approx(place.y0 * height, abs=1)


def test_a_live_chart_neither_zooms_nor_moves(chart):
    """Its axes are inches: a drag would leave it without its scale and its names."""
    face = chart.interactive()
    assert face["layout"]["dragmode"] is False
    assert all(face["layout"][axis]["fixedrange"] for axis in ("xaxis", "yaxis"))
    assert face["config"]["scrollZoom"] is False


def test_a_label_is_no_taller_than_plotly_draws(chart):
    """A few sentences, then how many more there are: of a label taller than its chart nothing is drawn."""
    tall = chart.interactive()["layout"]["height"]
    for said in answers(chart):
        assert said.count("<br>") + 1 <= 26, said
        assert 18 * (said.count("<br>") + 1) < tall, said


def test_what_does_not_fit_in_a_label_is_counted():
    said = hovered(
        "United States", [(f"Sentence {n}. " + "words " * 40, "AFP", "5 February 2026") for n in range(9)]
    )
    shown = said.count("Sentence")
    assert 2 <= shown < 9
    assert said.endswith(f"and {9 - shown} more")
    assert hovered("x", [("word " * 900, "AFP", "2026")]).count("…") == 1, (
        "one too long for a label is cut, and says so"
    )


def test_white_is_white_and_no_mark_is_too_small_to_point_at(chart):
    picture = Image.open(io.BytesIO(chart.save("png"))).convert("RGB")
    assert {picture.getpixel(at) for at in ((0, 0), (picture.width - 1, picture.height - 1))} == {
        (255, 255, 255)
    }
    dots = {said for *_, said in chart.drawn.marks}  # a small state has one
    for rings, _, said in chart.drawn.shapes:
        if said and said not in dots:
            xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
            assert min(max(xs) - min(xs), max(ys) - min(ys)) > 0.02, said
    assert all(mark.size >= 3.5 for _, mark, said in chart.drawn.marks if said)
