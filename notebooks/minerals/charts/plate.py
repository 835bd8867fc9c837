"""A plate: shapes, lines, marks and words in inches, drawn alike by Matplotlib and, in `screen.py`, by Plotly."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

import matplotlib as mpl
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from . import screen
from .chart import HALO, INK, MUTED, PAPER, SIZE, width_of, wrapped

Point = tuple[float, float]
Piece = tuple[str, str, bool]  # words, their colour, whether bold
_LEAD = 1.3  # line to line, of a size
_LEAST = 0.045  # inches
_TIP = 0.1  # inches that a bar's end reaches out or is cut in


class Fill(NamedTuple):
    """How a shape is filled: `hatch` lines in `edge` over `face`, or nothing but `face`."""

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


class Stroke(NamedTuple):
    """How a line is drawn; those `under` the shapes are rules."""

    colour: str
    width: float
    dash: bool
    under: bool


class Words(NamedTuple):
    """Lines of pieces, to the right, left or center of a point; one or more about it, or the first `below` it."""

    at: Point
    lines: tuple[tuple[Piece, ...], ...]
    size: str = "mark"
    side: str = "right"
    below: bool = False
    italic: bool = False
    halo: bool = False
    slant: bool = False


@dataclass
class Plate:
    """`width` by `height` inches; `low` is its foot. What comes later lies over what came before it of its kind."""

    width: float
    height: float = 0.0
    low: float = 0.0
    grounds: list[tuple[list[Point], Fill]] = field(default_factory=list)
    shapes: list[tuple[list[list[Point]], Fill, str]] = field(default_factory=list)
    strokes: list[tuple[list[Point], Stroke]] = field(default_factory=list)
    marks: list[tuple[Point, Mark, str]] = field(default_factory=list)
    texts: list[Words] = field(default_factory=list)

    def ends(self, y: float) -> "Plate":
        """What was set downwards from 0 ends at `y`."""
        self.height, self.low = -y, y
        return self

    def ground(self, ring: list[Point], colour: str) -> None:
        """A shade under everything."""
        self.grounds.append((ring, Fill(colour, colour, width=0)))

    def shape(self, rings: list[list[Point]], fill: Fill, said: str = "") -> None:
        """`said` is what hovering anywhere in it shows; a box that does is never too thin to point at."""
        if said and len(rings) == 1 and len(rings[0]) == 4:
            rings = [_pointable(rings[0])]
        self.shapes.append((rings, fill, said))

    def mark(self, at: Point, mark: Mark, said: str = "") -> None:
        self.marks.append((at, mark, said))

    def line(self, start: Point, end: Point, colour=MUTED, width=0.6, dash=False, under=False) -> None:
        self.curve([start, end], colour, width, dash, under)

    def curve(self, points: list[Point], colour=MUTED, width=0.6, dash=False, under=False) -> None:
        self.strokes.append((points, Stroke(colour, width, dash, under)))

    def words(
        self, at, text, size="mark", colour=INK, bold=False, side="right", italic=False, halo=False
    ) -> None:
        """`text` stands about its point; a list of lines begins below it."""
        lines = text.split("\n") if isinstance(text, str) else text
        pieces = tuple(((line, colour, bold),) for line in lines)
        self.texts.append(Words(at, pieces, size, side, not isinstance(text, str), italic, halo))

    def pieces(self, at: Point, pieces: list[Piece], size: str = "mark") -> None:
        """One line of words that differ in colour or weight."""
        self.texts.append(Words(at, (tuple(pieces),), size))

    def slanted(self, at: Point, text: str) -> None:
        """Words that rise to the right from their lower left corner, as heads of narrow columns do."""
        self.texts.append(Words(at, (((text, INK, False),),), slant=True))

    def styles(self) -> list[tuple[Mark, list[tuple[Point, str]]]]:
        """Each mark with its points and what they answer, larger marks first: none hides a smaller one."""
        found = sorted(dict.fromkeys(mark for _, mark, _ in self.marks), key=lambda mark: -mark.size)
        return [(mark, [(at, said) for at, m, said in self.marks if m == mark]) for mark in found]

    def draw(self, axes) -> None:
        """On Matplotlib axes of the plate's size."""
        axes.set(xlim=(0, self.width), ylim=(self.low, self.low + self.height))
        axes.axis("off")
        for ring, fill in self.grounds:
            axes.add_artist(Polygon(ring, fc=fill.face, lw=0, zorder=-1))
        with mpl.rc_context({"hatch.linewidth": 0.7}):
            for rings, fill, _ in self.shapes:
                path = Path.make_compound_path(*(Path([*ring, ring[0]], closed=True) for ring in rings))
                look = {"fc": fill.face, "ec": fill.edge, "lw": fill.width, "zorder": 1}
                axes.add_artist(PathPatch(path, hatch="//////" if fill.hatch else None, **look))
        for style, alike in groupby(self.strokes, key=lambda stroke: stroke[1]):
            lines = LineCollection(
                [points for points, _ in alike], colors=style.colour, linewidths=style.width, capstyle="butt",
                linestyles=[(0, (4, 2.5) if style.dash else None)], zorder=0 if style.under else 2,
            )  # fmt: skip
            axes.add_collection(lines, autolim=False)
        for mark, points in self.styles():
            xs, ys = zip(*(at for at, _ in points), strict=True)
            look = {"ms": mark.size, "mfc": mark.face, "mec": mark.edge, "mew": mark.width, "zorder": 3}
            axes.add_artist(Line2D(xs, ys, ls="", marker=mark.symbol, **look))
        for words in self.texts:
            _write(axes, words)

    def traces(self) -> list[dict]:
        """Plotly's."""
        return screen.traces(self)

    def layout(self) -> dict:
        return screen.layout(self)


def _write(axes, words) -> None:
    """Line by line, piece by piece: a line's own letters do not move it."""
    (x, y), step = words.at, lead(words.size)
    look = {
        "size": SIZE[words.size], "style": "italic" if words.italic else "normal", "zorder": 4,
        "va": "top" if words.below else "center_baseline",
        "ha": {"right": "left", "left": "right"}.get(words.side, "center"),
    }  # fmt: skip
    if words.slant:
        look |= {"rotation": screen.SLANT, "va": "bottom"}
    if words.halo and words.lines[0][0][1] != PAPER:
        look["path_effects"] = [withStroke(linewidth=HALO, foreground=PAPER)]
    start = y if words.below else y + step * (len(words.lines) - 1) / 2
    for n, line in enumerate(words.lines):
        at = x
        for text, colour, bold in line:
            axes.text(at, start - n * step, text, color=colour, weight="bold" if bold else "normal", **look)
            at += width_of(text, SIZE[words.size], bold)


def _pointable(ring: list[Point]) -> list[Point]:
    """The box, at least `_LEAST` wide and tall about its middle."""
    ends = [(min(axis), max(axis)) for axis in zip(*ring, strict=True)]
    if all(high - low >= _LEAST for low, high in ends):
        return ring
    (x0, x1), (y0, y1) = (
        (low, high) if high - low >= _LEAST else ((low + high - _LEAST) / 2, (low + high + _LEAST) / 2)
        for low, high in ends
    )
    return box(x0, x1, y0, y1)


def lead(size: str) -> float:
    """Inches from a line to the next."""
    return SIZE[size] * _LEAD / 72


def lines_of(words: str, size: str, width: float) -> list[str]:
    """`words` in lines no wider than `width` inches."""
    return wrapped(words, SIZE[size], width=width)


def wide(pieces: list[Piece], size: str = "mark") -> float:
    """Inches that the pieces take in one line."""
    return sum(width_of(text, SIZE[size], bold) for text, _, bold in pieces)


def box(x0: float, x1: float, y0: float, y1: float) -> list[Point]:
    """The corners of a rectangle."""
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def bar(x0: float, x1: float, y: float, tall: float, bound: str = "") -> list[Point]:
    """A rectangle `tall` about `y`, whose end reaches out where the amount lies above its number, and is cut in below."""
    low, high = y - tall / 2, y + tall / 2
    tip = {"above": [(x1 + _TIP, y)], "below": [(x1 - _TIP, y)]}.get(bound, [])
    return [(x0, low), (x1, low), *tip, (x1, high), (x0, high)]
