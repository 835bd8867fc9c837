"""A chart: one table with two faces, a Matplotlib picture for paper and an interactive Plotly one for the screen.

Both are made from the same rows; the interactive one is written as Plotly's JSON, which JupyterLab draws by
itself, so that a notebook need not import Plotly. Where neither is shown, the alt text stands.
"""

import base64
import html
import re
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

from ..corpus.display import plain, quoted
from . import png, svg

INK, MUTED, RULE, PAPER = "#1b1f24", "#5b6470", "#d5d9de", "#ffffff"
PALE, SHADE = "#f6f7f9", "#e9ecf0"  # behind things
# Okabe and Ito's colours that differ in lightness too: they survive colour blindness and greyscale
BLUE, ORANGE, GREEN, SKY = "#0072b2", "#d55e00", "#009e73", "#56b4e9"
_OURS = (PAPER, RULE, INK, MUTED, BLUE, ORANGE, GREEN, SKY)  # what a picture keeps, whatever else is in it
SIZE = {"title": 15, "subtitle": 10.5, "label": 9, "mark": 8, "note": 8}  # points, on paper and screen
STYLE = {
    "font.family": "DejaVu Sans", "svg.hashsalt": "minerals", "svg.fonttype": "path", "text.color": INK,
    "text.hinting": "none",  # so that a line is as wide as it was measured
    "text.parse_math": False,
    "axes.edgecolor": RULE, "axes.labelcolor": MUTED, "xtick.color": MUTED, "ytick.color": MUTED,
    "axes.spines.top": False, "axes.spines.right": False, "font.size": SIZE["label"],
}  # fmt: skip
WIDTH = 9.2  # inches that a chart may fill: what a notebook shows without scaling it down
_HEAD, _HOVER = 84, 70  # letters in a line of what hovering shows
HALO = 1.6  # points around words that stand on something
_TALLEST = 20  # lines of sentences in one label
_MARGIN = 0.2
DPI, SCREEN = (
    120,
    96,
)  # of a picture as a file, and of a notebook's, as wide as the live chart that takes its place
_LINE = 1.35  # of a font's size
_UNBROKEN = re.compile(
    r"(?<=\d) (?=[A-Z][a-z]+ \d{4}|[mbtr]+illion)|(?<=[a-z]) (?=\d{4})"
)  # within a date, an amount


@dataclass(frozen=True)
class Chart:
    """`table` is what is drawn; `title` states the finding, `subtitle` the measure and its unit.

    `plate()` makes what both faces draw, once either is asked for: who wants the words alone does not wait for it.
    """

    name: str
    title: str
    subtitle: str
    source: str
    alt: str
    table: pd.DataFrame
    plate: Callable[[], Any]

    @cached_property
    def drawn(self):
        """The plate, made once."""
        return self.plate()

    def figure(self) -> Figure:
        """The static face."""
        with mpl.rc_context(STYLE):
            return _page(self)

    def save(self, format: str, dpi: int = SCREEN) -> bytes:
        """The static face as `png` or `svg`: the same bytes for the same table and the same Matplotlib.

        Without a `dpi` a `png` is pixel for pixel as large as the interactive face, before which JupyterLab shows it.
        """
        with mpl.rc_context(STYLE):
            figure = _page(self)
            if format == "svg":
                return svg.written(figure, self.title, (HALO, PAPER))
            return png.written(figure, dpi, _OURS)

    def interactive(self) -> dict:
        """The interactive face, as Plotly's JSON."""
        return {
            "data": self.drawn.traces(),
            "layout": _layout(self),
            "config": {"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
        }

    def _repr_mimebundle_(self, include=None, exclude=None):
        faces = {
            "application/vnd.plotly.v1+json": self.interactive(),
            "image/png": base64.b64encode(self.save("png")).decode(),
            "text/plain": self.alt,
        }
        return faces, {"image/png": {"alt": self.alt}}


def _page(chart: Chart) -> Figure:
    """The figure: its words above and below, and the axes between."""
    lines, tall = _lines(chart), chart.drawn.height
    above, foot = _around(lines)
    height = above + tall + foot
    figure = Figure(figsize=(WIDTH + 2 * _MARGIN, height), facecolor=PAPER)
    left, at = _MARGIN / (WIDTH + 2 * _MARGIN), height - 0.6 * _MARGIN
    for style, weight, colour in (("title", "bold", INK), ("subtitle", "normal", MUTED)):
        look = {"size": SIZE[style], "linespacing": 1.25, "weight": weight, "color": colour}
        figure.text(left, at / height, "\n".join(lines[style]), va="top", **look)
        at -= _tall(lines[style], style) + 0.06
    look = {"size": SIZE["note"], "linespacing": 1.25, "color": MUTED}
    figure.text(left, 0.5 * _MARGIN / height, "\n".join(lines["note"]), va="bottom", **look)
    chart.drawn.draw(figure.add_axes((left, foot / height, 1 - 2 * left, tall / height)))
    return figure


def _around(lines) -> tuple[float, float]:
    """Inches over the plate and under it, on both faces."""
    above = sum(_tall(lines[style], style) + 0.06 for style in ("title", "subtitle")) + _MARGIN
    return above, _tall(lines["note"], "note") + _MARGIN


def _lines(chart: Chart) -> dict[str, list[str]]:
    """The words above and below in lines: those of the title about as long as one another, no date or amount broken."""
    title, subtitle, source = (
        _UNBROKEN.sub("\u00a0", w) for w in (chart.title, chart.subtitle, chart.source)
    )
    return {
        "title": _balanced(title, SIZE["title"]),
        "subtitle": wrapped(subtitle, SIZE["subtitle"]),
        "note": wrapped(source, SIZE["note"]),
    }


def _balanced(title: str, size: float) -> list[str]:
    """A bold title in as few lines as hold it, broken between its clauses or, if these differ much, evenly."""
    whole, width = wrapped(title, size, True), WIDTH
    clauses = re.split(r"(?<=;) ", title)
    wide = [width_of(clause, size, True) for clause in clauses]
    if len(whole) == len(clauses) > 1 and 0.6 * WIDTH < max(wide) <= WIDTH and min(wide) > 0.6 * max(wide):
        return clauses
    while len(whole) > 1 and len(wrapped(title, size, True, width - 0.2)) == len(whole):
        width -= 0.2
    return wrapped(title, size, True, width)


def _tall(lines: list[str], style: str) -> float:
    """Inches that the lines take."""
    return len(lines) * SIZE[style] * _LINE / 72


@cache
def _advance(letter: str, bold: bool) -> float:
    """How far a letter moves the next, of its size."""
    font = get_font(
        findfont(FontProperties(family=STYLE["font.family"], weight="bold" if bold else "normal"))
    )
    font.set_size(100, 72)
    return font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100


def width_of(words: str, size: float, bold: bool = False) -> float:
    """Inches that a line of `words` takes in the charts' font, without drawing it."""
    return sum(_advance(letter, bold) for letter in words) * size / 72


def wrapped(words: str, size: float, bold: bool = False, width: float = WIDTH) -> list[str]:
    """`words` in lines no wider than `width` inches; a no-break space breaks no line."""
    lines, room, space = [], 0.0, width_of(" ", size, bold)
    for word in filter(None, re.split(r"[ \n]+", words)):
        wide = width_of(word, size, bold)
        if lines and space + wide <= room:
            lines[-1] += f" {word}"
            room -= space + wide
        else:
            lines.append(word)
            room = width - wide
    return lines


def _layout(chart: Chart) -> dict:
    """Plotly's layout: the same words in the same places, and nothing that asks a host for anything."""
    lines, layout = _lines(chart), chart.drawn.layout()
    px = {style: round(size * 4 / 3) for style, size in SIZE.items()}
    tall = {style: len(lines[style]) * px[style] * 1.3 for style in lines}  # of Plotly's lines
    top, foot = (inches * SCREEN for inches in _around(lines))
    usual = {"xref": "paper", "yref": "paper", "x": 0, "yanchor": "top", "xanchor": "left", "align": "left",
             "showarrow": False, "borderpad": 0}  # fmt: skip
    words = [
        usual | {
            "text": f"<b>{text}</b>" if style == "title" else text, "y": 0 if style == "note" else 1, "yshift": shift,
            "font": {"size": px[style], "color": INK if style == "title" else MUTED},
        }
        for style, shift in (("title", top - 12), ("subtitle", top - 16 - tall["title"]), ("note", -10))
        if (text := "<br>".join(map(safe, lines[style])))
    ]  # fmt: skip
    return layout | {
        "font": {"family": "DejaVu Sans, Verdana, sans-serif", "size": px["label"], "color": INK},
        "width": int((WIDTH + 2 * _MARGIN) * SCREEN), "height": int(chart.drawn.height * SCREEN + top + foot + 1e-6),
        "margin": {"l": _MARGIN * SCREEN, "r": _MARGIN * SCREEN, "t": round(top), "b": round(foot)},
        "plot_bgcolor": PAPER, "paper_bgcolor": PAPER, "showlegend": False, "hovermode": "closest",
        "dragmode": False,  # the axes are inches: what a drag leaves has no scale
        "hoverlabel": {"align": "left", "bgcolor": PAPER, "bordercolor": MUTED, "font": {"size": 12, "color": INK}},
        "annotations": [*layout["annotations"], *words],
    }  # fmt: skip


def hover(head: str, quote: str, source: str, date: str) -> str:
    """What hovering a mark shows, in lines of like length: its words, the source's sentence, which document and when."""
    return hovered(head, [(quote, source, date)])


def hovered(head: str, reports: Iterable[tuple[str, str, str]]) -> str:
    """The same of a mark that several documents report: (sentence, source, date) of each.

    Plotly draws no label that is taller than its chart: what does not fit is counted, and is in the table.
    """
    name, shown, lines = textwrap.wrap(head, _HEAD), [], 0
    reports = list(reports)
    for report in reports:
        words, *place = _report(*report)
        words = words if shown or len(words) <= _TALLEST else [*words[:_TALLEST], "…"]
        lines += len(words) + len(place) + 2
        if shown and lines > _TALLEST:
            break
        shown.append("<br>".join(map(safe, words)) + "<br><br>" + "<br>".join(map(safe, *place)))
    more = [f"and {len(reports) - len(shown)} more"] * (len(shown) < len(reports))
    return "<br><br>".join([f"<b>{'<br>'.join(map(safe, name))}</b>", *shown, *more])


def _report(quote, source, date) -> tuple[list[str], list[str]]:
    return textwrap.wrap(quoted(plain(quote)), _HOVER), textwrap.wrap(f"{source}, {date}", _HOVER)


def safe(words: str) -> str:
    """`words` for Plotly, which would show an escaped quotation mark as such and take dollar signs in pairs for TeX."""
    return html.escape(words, quote=False).replace("$", "&#36;")
