"""A plate: shapes, marks, lines and words in inches, drawn alike by Matplotlib and by Plotly."""

import base64
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from ..chart import INK, MUTED, PAPER, SIZE

Point = tuple[float, float]
_SYMBOLS = {"o": "circle", "s": "square", "D": "diamond", "^": "triangle-up", "X": "x", "P": "cross"}
_GAP = (float("nan"), float("nan"))  # between the strokes of one trace
_SLANT = 55  # degrees that a slanted head rises


class Fill(NamedTuple):
    """How a shape is filled: `hatch` lines in `ink` over `face`, or nothing but `face`."""

    face: str
    edge: str = PAPER
    hatch: bool = False
    width: float = 0.5


class Mark(NamedTuple):
    """How a point is drawn: a Matplotlib marker, its points across, its fill and its edge."""

    symbol: str
    size: float
    face: str
    edge: str = PAPER
    width: float = 0.6


@dataclass
class Plate:
    """`width` by `height` inches from the lower left corner; things are drawn in the order in which they come."""

    width: float
    height: float
    shapes: list[tuple] = field(default_factory=list)
    marks: list[tuple] = field(default_factory=list)
    lines: list[tuple] = field(default_factory=list)
    texts: list[tuple] = field(default_factory=list)
    heads: list[tuple] = field(default_factory=list)

    def shape(self, rings: list[list[Point]], fill: Fill, said: str = "") -> None:
        self.shapes.append((rings, fill, said))

    def mark(self, at: Point, mark: Mark, said: str = "") -> None:
        self.marks.append((at, mark, said))

    def line(self, start: Point, end: Point, colour: str = MUTED, width: float = 0.6) -> None:
        self.lines.append((start, end, colour, width))

    def words(
        self,
        at: Point,
        text: str,
        size: str = "mark",
        colour: str = INK,
        bold: bool = False,
        side: str = "right",
    ) -> None:
        """`side` is where the words stand from the point: right, left or center."""
        self.texts.append((at, text, size, colour, bold, side))

    def slanted(self, at: Point, text: str, colour: str = INK, bold: bool = False) -> None:
        """Words that rise to the right from their lower left corner, as heads of narrow columns do."""
        self.heads.append((at, text, colour, bold))

    def draw(self, axes) -> None:
        """On Matplotlib axes of the plate's size."""
        axes.set(xlim=(0, self.width), ylim=(0, self.height))
        axes.axis("off")
        with mpl.rc_context({"hatch.linewidth": 0.7}):
            for rings, fill, _ in self.shapes:
                path = Path.make_compound_path(*(Path([*ring, ring[0]], closed=True) for ring in rings))
                hatch = "//////" if fill.hatch else None
                axes.add_patch(
                    PathPatch(path, fc=fill.face, ec=fill.edge, lw=fill.width, hatch=hatch, zorder=1)
                )
        for (x0, y0), (x1, y1), colour, width in self.lines:
            axes.plot([x0, x1], [y0, y1], color=colour, lw=width, solid_capstyle="butt", zorder=2)
        for (x, y), m, _ in self.marks:
            axes.plot(x, y, m.symbol, ms=m.size, mfc=m.face, mec=m.edge, mew=m.width, zorder=3)
        for (x, y), text, size, colour, bold, side in self.texts:
            halo = [withStroke(linewidth=1.6, foreground=PAPER)] if colour != PAPER else []
            axes.text(
                x, y, text, size=SIZE[size], color=colour, weight="bold" if bold else "normal", va="center_baseline",
                ha={"right": "left", "left": "right"}.get(side, "center"), linespacing=1.05, zorder=4, path_effects=halo,
            )  # fmt: skip

        for (x, y), text, colour, bold in self.heads:
            axes.text(
                x, y, text, size=SIZE["mark"], color=colour, weight="bold" if bold else "normal", rotation=_SLANT,
                ha="left", va="bottom", linespacing=1.05, zorder=4,
            )  # fmt: skip

    def traces(self) -> list[dict]:
        """Plotly's: a trace for each shape that answers, one for those alike in a row that do not; then the others."""
        alike = groupby(self.shapes, key=lambda shape: shape[1:] if not shape[2] else id(shape))
        shapes = []
        for _, group in alike:
            group = list(group)
            shapes.append(_area([ring for rings, *_ in group for ring in rings], *group[0][1:]))
        return [*shapes, *self._lines(), *self._marks(), *self._words()]

    def _lines(self):
        for style in dict.fromkeys((colour, width) for _, _, colour, width in self.lines):
            ends = [(a, b) for a, b, *rest in self.lines if tuple(rest) == style]
            yield {
                "type": "scatter", "mode": "lines", "hoverinfo": "skip",
                **_places([point for a, b in ends for point in (a, b, _GAP)]),
                "line": {"color": style[0], "width": style[1] * 4 / 3},
            }  # fmt: skip

    def _marks(self):
        for mark, answers in dict.fromkeys((mark, bool(said)) for _, mark, said in self.marks):
            rows = [(at, said) for at, m, said in self.marks if m == mark and bool(said) == answers]
            yield {
                "type": "scatter", "mode": "markers", **_places([at for at, _ in rows]),
                "hoverinfo": "text" if answers else "skip",
                "marker": {
                    "symbol": _SYMBOLS[mark.symbol], "size": round(mark.size * 4 / 3, 1), "color": mark.face,
                    "line": {"color": mark.edge, "width": mark.width * 4 / 3},
                },
            } | ({"hovertext": [said for _, said in rows]} if answers else {})  # fmt: skip

    def _words(self):
        for style in dict.fromkeys(tuple(rest) for _, _, *rest in self.texts):
            size, colour, bold, side = style
            rows = [
                (at, text.replace("\n", "<br>")) for at, text, *rest in self.texts if tuple(rest) == style
            ]
            yield {
                "type": "scatter", "mode": "text", "cliponaxis": False, "hoverinfo": "skip",
                **_places([at for at, _ in rows]),
                "text": [f"<b>{text}</b>" if bold else text for _, text in rows],
                "textposition": f"middle {side}", "textfont": {"size": SIZE[size] * 4 / 3, "color": colour},
            }  # fmt: skip

    def layout(self) -> dict:
        """Plotly's plain axes of the plate's size."""
        return {
            "xaxis": {"visible": False, "range": [0, self.width], "fixedrange": False},
            "yaxis": {"visible": False, "range": [0, self.height], "scaleanchor": "x"},
        } | ({"annotations": [_head(*head) for head in self.heads]} if self.heads else {})


def _places(points: list[Point]) -> dict:
    """x and y as Plotly's typed arrays: a notebook would write each number of a list on a line of its own."""
    packed = (
        base64.b64encode(np.array(numbers, "<f4").tobytes()).decode() for numbers in zip(*points, strict=True)
    )
    return {axis: {"dtype": "f4", "bdata": numbers} for axis, numbers in zip("xy", packed, strict=True)}


def _head(at, text, colour, bold) -> dict:
    words = text.replace("\n", "<br>")
    return {
        "x": at[0], "y": at[1], "text": f"<b>{words}</b>" if bold else words, "textangle": -_SLANT, "showarrow": False,
        "xanchor": "left", "yanchor": "bottom", "align": "left", "borderpad": 0,
        "font": {"size": SIZE["mark"] * 4 / 3, "color": colour},
    }  # fmt: skip


def _area(rings, fill, said) -> dict:
    """A shape of several rings; `said` is what hovering anywhere in it shows."""
    outline = [point for ring in rings for point in (*ring, ring[0], _GAP)][:-1]
    trace = {
        "type": "scatter", "mode": "lines", "fill": "toself", "fillcolor": fill.face,
        **_places(outline),
        "line": {"color": fill.edge, "width": fill.width * 4 / 3}, "hoverinfo": "text" if said else "skip",
    }  # fmt: skip
    if fill.hatch:
        trace |= {"fillcolor": fill.edge, "fillpattern": {"shape": "/", "size": 5}}  # over what is below
    return trace | ({"text": said, "hoveron": "fills"} if said else {})
