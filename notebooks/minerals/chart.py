"""A chart: one table with two faces, a Matplotlib picture for paper and an interactive Plotly one for the screen.

Both are made from the same rows; the interactive one is written as Plotly's JSON, which JupyterLab draws by
itself, so that a notebook need not import Plotly. Where neither is shown, the alt text stands.
"""

import base64
import html
import io
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, ImageColor

INK, MUTED, RULE, PAPER = "#1b1f24", "#5b6470", "#d5d9de", "#ffffff"
# Okabe and Ito's colours that differ in lightness too: they survive colour blindness and greyscale
BLUE, ORANGE, GREEN, SKY = "#0072b2", "#d55e00", "#009e73", "#56b4e9"
SIZE = {"title": 15, "subtitle": 10.5, "label": 9, "mark": 8, "note": 8}  # points, on paper and screen
STYLE = {
    "font.family": "DejaVu Sans", "svg.hashsalt": "minerals", "svg.fonttype": "path", "text.color": INK,
    "text.hinting": "none",  # so that a line is as wide as it was measured
    "text.parse_math": False,
    "axes.edgecolor": RULE, "axes.labelcolor": MUTED, "xtick.color": MUTED, "ytick.color": MUTED,
    "axes.spines.top": False, "axes.spines.right": False, "font.size": SIZE["label"],
}  # fmt: skip
WIDTH = 9.2  # inches that a chart may fill: what a notebook shows without scaling it down
_MARGIN = 0.2
DPI = 120
_COLOURS = 48  # of a picture: enough for flat colours and smooth letters, at a third of the bytes
_LINE = 1.35  # of a font's size


@dataclass(frozen=True)
class Chart:
    """`table` is what is drawn; `title` states the finding, `subtitle` the measure and its unit.

    `draw(axes)` draws on Matplotlib axes of `WIDTH` by `height` inches; `traces` and `layout` are Plotly's, as plain data.
    """

    name: str
    title: str
    subtitle: str
    source: str
    alt: str
    table: pd.DataFrame
    height: float
    draw: Callable[[Any], None]
    traces: list[dict]
    layout: dict

    def figure(self) -> Figure:
        """The static face."""
        with mpl.rc_context(STYLE):
            return _page(self)

    def save(self, format: str) -> bytes:
        """The static face as `png` or `svg`: the same bytes for the same table and the same Matplotlib."""
        buffer = io.BytesIO()
        with mpl.rc_context(STYLE):
            figure = _page(self)
            if format == "svg":
                figure.savefig(
                    buffer, format="svg", metadata={"Date": None, "Creator": None, "Title": self.title}
                )
            else:
                figure.set_dpi(DPI)
                canvas = FigureCanvasAgg(figure)
                canvas.draw()
                picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
                _flattened(picture).save(buffer, "png", optimize=True, dpi=(DPI, DPI))
        return buffer.getvalue()

    def interactive(self) -> dict:
        """The interactive face, as Plotly's JSON."""
        return {
            "data": self.traces,
            "layout": _layout(self),
            "config": {"displayModeBar": False},
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
    blocks = [
        ("\n".join(wrapped(words, SIZE[style], bold)), style, bold)
        for words, style, bold in ((chart.title, "title", True), (chart.subtitle, "subtitle", False))
    ]
    source = "\n".join(wrapped(chart.source, SIZE["note"]))
    above = sum(_tall(words, style) + 0.06 for words, style, _ in blocks) + _MARGIN
    foot = _tall(source, "note") + _MARGIN
    height = above + chart.height + foot
    figure = Figure(figsize=(WIDTH + 2 * _MARGIN, height), facecolor=PAPER)
    left, at = _MARGIN / (WIDTH + 2 * _MARGIN), height - 0.6 * _MARGIN
    for words, style, bold in blocks:
        weight, colour = ("bold", INK) if bold else ("normal", MUTED)
        figure.text(
            left,
            at / height,
            words,
            size=SIZE[style],
            va="top",
            linespacing=1.25,
            weight=weight,
            color=colour,
        )
        at -= _tall(words, style) + 0.06
    figure.text(
        left, 0.5 * _MARGIN / height, source, size=SIZE["note"], va="bottom", linespacing=1.25, color=MUTED
    )
    chart.draw(figure.add_axes((left, foot / height, 1 - 2 * left, chart.height / height)))
    return figure


def _flattened(picture: Image.Image) -> Image.Image:
    """The picture in the charts' colours and its own most frequent ones, so that no mark changes its colour."""
    ours = [ImageColor.getrgb(colour) for colour in (INK, MUTED, RULE, PAPER, BLUE, ORANGE, GREEN, SKY)]
    seen = sorted(picture.getcolors(picture.width * picture.height), reverse=True)
    colours = dict.fromkeys([*ours, *(colour for _, colour in seen)])
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in list(colours)[:_COLOURS] for part in colour])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _tall(words: str, style: str) -> float:
    """Inches that the lines of `words` take."""
    return (words.count("\n") + 1) * SIZE[style] * _LINE / 72


def width_of(words: str, size: float, bold: bool = False) -> float:
    """Inches that a line of `words` takes in the charts' font, without drawing it."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    return text_to_path.get_text_width_height_descent(words, font, ismath=False)[0] / 72


def wrapped(words: str, size: float, bold: bool = False, width: float = WIDTH) -> list[str]:
    """`words` in lines no wider than `width` inches."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        lines[-1:] = [longer] if width_of(longer, size, bold) <= width else [lines[-1], word]
    return lines


def _layout(chart: Chart) -> dict:
    """Plotly's layout: the same words in the same places, and nothing that asks a host for anything."""
    lines = {
        "title": wrapped(chart.title, SIZE["title"], True),
        "subtitle": wrapped(chart.subtitle, SIZE["subtitle"]),
        "note": wrapped(chart.source, SIZE["note"]),
    }
    title, subtitle, source = ("<br>".join(map(html.escape, words)) for words in lines.values())
    px = {style: round(size * 4 / 3) for style, size in SIZE.items()}
    top = 34 + sum(len(lines[style]) * px[style] * 1.3 for style in ("title", "subtitle"))
    foot = 24 + len(lines["note"]) * px["note"] * 1.3
    note = {
        "text": source, "xref": "paper", "yref": "paper", "x": 0, "y": 0, "xanchor": "left", "yanchor": "top",
        "yshift": -10, "showarrow": False, "align": "left", "font": {"size": px["note"], "color": MUTED},
    }  # fmt: skip
    common = {
        "font": {"family": "DejaVu Sans, Verdana, sans-serif", "size": px["label"], "color": INK},
        "title": {
            "text": f"<b>{title}</b><br><span style='font-size:{px['subtitle']}px;color:{MUTED}'>{subtitle}</span>",
            "x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": "container", "yanchor": "top",
            "pad": {"t": 16}, "font": {"size": px["title"], "color": INK},
        },
        "width": round((WIDTH + 2 * _MARGIN) * 96), "height": round(chart.height * 96 + top + foot),
        "margin": {"l": _MARGIN * 96, "r": _MARGIN * 96, "t": round(top), "b": round(foot)},
        "plot_bgcolor": PAPER, "paper_bgcolor": PAPER, "showlegend": False, "hovermode": "closest",
        "hoverlabel": {"align": "left", "bgcolor": PAPER, "bordercolor": MUTED, "font": {"size": 12, "color": INK}},
    }  # fmt: skip
    merged = common | chart.layout
    return merged | {"annotations": [*chart.layout.get("annotations", []), note]}


def hover(head: str, quote: str, source: str, date: str) -> str:
    """What hovering a mark shows: its words, the source's sentence, which document and when."""
    said = "<br>".join(html.escape(line) for line in textwrap.wrap(f"“{quote}”", 70))
    return f"<b>{html.escape(head)}</b><br><br>{said}<br><br>{html.escape(source)}, {html.escape(date)}"
