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
import pandas as pd
from matplotlib.figure import Figure

INK, MUTED, RULE, PAPER = "#1b1f24", "#5b6470", "#d5d9de", "#ffffff"
# Okabe and Ito's colours that differ in lightness too: they survive colour blindness and greyscale
BLUE, ORANGE, GREEN, SKY = "#0072b2", "#d55e00", "#009e73", "#56b4e9"
SIZE = {"title": 15, "subtitle": 10.5, "label": 9, "mark": 8, "note": 8}  # points, on paper and screen
_STYLE = {
    "font.family": "DejaVu Sans", "svg.hashsalt": "minerals", "svg.fonttype": "path", "text.color": INK,
    "axes.edgecolor": RULE, "axes.labelcolor": MUTED, "xtick.color": MUTED, "ytick.color": MUTED,
    "axes.spines.top": False, "axes.spines.right": False, "font.size": SIZE["label"],
}  # fmt: skip
_DPI = 120
_LINE = 1.35  # of a font's size


@dataclass(frozen=True)
class Chart:
    """`table` is what is drawn; `title` states the finding, `subtitle` the measure and its unit.

    `draw(axes)` draws on Matplotlib axes of `size` inches; `traces` and `layout` are Plotly's, as plain data.
    """

    name: str
    title: str
    subtitle: str
    source: str
    alt: str
    table: pd.DataFrame
    size: tuple[float, float]
    draw: Callable[[Any], None]
    traces: list[dict]
    layout: dict

    def figure(self) -> Figure:
        """The static face."""
        with mpl.rc_context(_STYLE):
            return _page(self)

    def save(self, format: str) -> bytes:
        """The static face as `png` or `svg`: the same bytes for the same table and the same Matplotlib."""
        buffer = io.BytesIO()
        with mpl.rc_context(_STYLE):
            metadata = (
                {"Date": None, "Creator": None, "Title": self.title}
                if format == "svg"
                else {"Software": None}
            )
            _page(self).savefig(buffer, format=format, dpi=_DPI, metadata=metadata)
        return buffer.getvalue()

    def interactive(self) -> dict:
        """The interactive face, as Plotly's JSON."""
        return {
            "data": self.traces,
            "layout": _layout(self),
            "config": {"displaylogo": False, "responsive": True},
        }

    def _repr_mimebundle_(self, include=None, exclude=None):
        faces = {
            "application/vnd.plotly.v1+json": self.interactive(),
            "image/png": base64.b64encode(self.save("png")).decode(),
            "text/plain": self.alt,
        }
        return faces, {"image/png": {"alt": self.alt}}


def _page(chart: Chart) -> Figure:
    """The figure with its words set; the axes get what height is left."""
    width, height = chart.size
    figure = Figure(figsize=chart.size, facecolor=PAPER)
    at = height - 0.15
    for words, style, bold in ((chart.title, "title", True), (chart.subtitle, "subtitle", False)):
        lines = wrapped(words, width - 0.4, SIZE[style], bold)
        figure.text(
            0.2 / width, at / height, "\n".join(lines), size=SIZE[style], va="top", linespacing=_LINE,
            weight="bold" if bold else "normal", color=INK if bold else MUTED,
        )  # fmt: skip
        at -= len(lines) * SIZE[style] * _LINE / 72 + 0.05
    lines = wrapped(chart.source, width - 0.4, SIZE["note"])
    foot = len(lines) * SIZE["note"] * _LINE / 72 + 0.15
    figure.text(0.2 / width, 0.1 / height, "\n".join(lines), size=SIZE["note"], va="bottom", color=MUTED)
    axes = figure.add_axes((0.2 / width, foot / height, (width - 0.4) / width, (at - 0.1 - foot) / height))
    chart.draw(axes)
    return figure


def width_of(words: str, size: float, bold: bool = False) -> float:
    """Inches that a line of `words` takes in the charts' font, without drawing it."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    return text_to_path.get_text_width_height_descent(words.replace("$", r"\$"), font, ismath=False)[0] / 72


def wrapped(words: str, inches: float, size: float, bold: bool = False) -> list[str]:
    """`words` in lines no wider than `inches`."""
    each = width_of(words, size, bold) / max(len(words), 1)
    return textwrap.wrap(words, max(int(inches / each), 10))


def _layout(chart: Chart) -> dict:
    """Plotly's layout: the same words in the same places, and nothing that asks a host for anything."""
    width, height = chart.size
    title = "<br>".join(html.escape(line) for line in wrapped(chart.title, width - 0.4, SIZE["title"], True))
    subtitle = "<br>".join(
        html.escape(line) for line in wrapped(chart.subtitle, width - 0.4, SIZE["subtitle"])
    )
    source = "<br>".join(html.escape(line) for line in wrapped(chart.source, width - 0.4, SIZE["note"]))
    top = 30 + 24 * (title.count("<br>") + 1) + 17 * (subtitle.count("<br>") + 1)
    foot = 16 * (source.count("<br>") + 1) + 24
    note = {
        "text": source, "xref": "paper", "yref": "paper", "x": 0, "y": 0, "xanchor": "left", "yanchor": "top",
        "yshift": -22, "showarrow": False, "align": "left", "font": {"size": 11, "color": MUTED},
    }  # fmt: skip
    common = {
        "font": {"family": "DejaVu Sans, Verdana, sans-serif", "size": 12, "color": INK},
        "title": {
            "text": f"<b>{title}</b><br><span style='font-size:14px;color:{MUTED}'>{subtitle}</span>",
            "x": 0.015, "xanchor": "left", "y": 1, "yref": "container", "yanchor": "top",
            "pad": {"t": 14}, "font": {"size": 19, "color": INK},
        },
        "height": round(height * 96) + 20, "margin": {"l": 16, "r": 16, "t": top, "b": foot + 20},
        "plot_bgcolor": PAPER, "paper_bgcolor": PAPER, "showlegend": False, "hovermode": "closest",
        "hoverlabel": {"align": "left", "bgcolor": PAPER, "bordercolor": MUTED, "font": {"size": 12, "color": INK}},
    }  # fmt: skip
    merged = common | chart.layout
    return merged | {"annotations": [*chart.layout.get("annotations", []), note]}


def hover(head: str, quote: str, source: str, date: str) -> str:
    """What hovering a mark shows: its words, the source's sentence, which document and when."""
    said = "<br>".join(html.escape(line) for line in textwrap.wrap(f"“{quote}”", 70))
    return f"<b>{html.escape(head)}</b><br><br>{said}<br><br>{html.escape(source)}, {html.escape(date)}"
