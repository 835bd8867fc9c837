"""A sheet of bars and words, measured in inches, that both faces of a chart draw alike."""

import html
from dataclasses import dataclass, field
from typing import NamedTuple

from matplotlib.patches import Polygon, Rectangle

from ..chart import INK, PAPER, RULE, SIZE, WIDTH, width_of

_PX = 4 / 3  # pixels of a point
_TIP, _NOTCH = 0.1, 0.1  # inches that an end reaches out or is cut in


class Bar(NamedTuple):
    """From `x0` to `x1`, `tall` about `y`; `hover` is what it answers with; hatched where it is unsure."""

    x0: float
    x1: float
    y: float
    tall: float
    colour: str
    hover: str
    hatched: bool = False


class Words(NamedTuple):
    """Pieces (text, colour, bold) in one line, whose left end is at `x`; of a single piece also centre or right."""

    x: float
    y: float
    pieces: tuple[tuple[str, str, bool], ...]
    side: str = "left"
    style: str = "mark"


class Line(NamedTuple):
    x0: float
    y0: float
    x1: float
    y1: float
    colour: str = RULE
    over: bool = False  # the bars


class Area(NamedTuple):
    """A filled shape; those behind lie under the bars."""

    points: tuple[tuple[float, float], ...]
    colour: str
    behind: bool = False


@dataclass
class Sheet:
    """What is drawn, from y = 0 at its top down to `bottom`."""

    bars: list[Bar] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    bottom: float = 0.0

    def write(self, x, y, text, colour=INK, bold=False, side="left", style="mark"):
        """One piece of text."""
        self.words.append(Words(x, y, ((text, colour, bold),), side, style))

    def box(self, x0, x1, y0, y1, colour):
        """A plain rectangle under the bars."""
        self.areas.append(Area(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), colour, behind=True))

    def end(self, x, y, tall, bound, colour):
        """How a bar ends: reaching out (above its number), cut in (below), or with the sign for about (near)."""
        top, foot = y + tall / 2, y - tall / 2
        if bound == "above":
            self.areas.append(Area(((x, top), (x + _TIP, y), (x, foot)), colour))
        elif bound == "below":
            self.areas.append(Area(((x + 0.01, top), (x - _NOTCH, y), (x + 0.01, foot)), PAPER))
        elif bound == "near":
            self.write(x - 0.03, y, "≈", PAPER, bold=True, side="right", style="label")

    def draw(self, axes) -> None:
        """On Matplotlib's axes."""
        axes.set(xlim=(0, WIDTH), ylim=(self.bottom, 0))
        axes.axis("off")
        for area in self.areas:
            axes.add_patch(Polygon(area.points, fc=area.colour, lw=0, zorder=0 if area.behind else 3))
        for line in self.lines:
            ends = (line.x0, line.x1), (line.y0, line.y1)
            axes.plot(*ends, color=line.colour, lw=1.2 if line.over else 0.8, zorder=3 if line.over else 1)
        for bar in self.bars:
            fill = {"fc": PAPER, "ec": bar.colour, "hatch": "////"} if bar.hatched else {"fc": bar.colour}
            place = (bar.x0, bar.y - bar.tall / 2), bar.x1 - bar.x0, bar.tall
            axes.add_patch(Rectangle(*place, **fill, lw=0.8 if bar.hatched else 0, zorder=2))
        for words in self.words:
            _pieces(axes, words)

    def traces(self) -> list[dict]:
        """For Plotly: every bar answers with its `hover`."""
        bars = {
            "type": "bar", "orientation": "h", "base": [b.x0 for b in self.bars],
            "x": [b.x1 - b.x0 for b in self.bars], "y": [b.y for b in self.bars],
            "width": [b.tall for b in self.bars], "hovertext": [b.hover for b in self.bars], "hoverinfo": "text",
            "marker": {
                "color": [b.colour for b in self.bars],
                "line": {"color": [b.colour for b in self.bars], "width": [int(b.hatched) for b in self.bars]},
                "pattern": {
                    "shape": ["/" if b.hatched else "" for b in self.bars], "size": 6, "solidity": 0.2,
                    "bgcolor": PAPER,
                },
            },
        }  # fmt: skip
        return [bars]

    def layout(self) -> dict:
        """Plotly's plain axes, with areas, lines and words as the picture has them."""
        return {
            "barmode": "overlay",
            "xaxis": {"visible": False, "range": [0, WIDTH], "fixedrange": True},
            "yaxis": {"visible": False, "range": [self.bottom, 0], "fixedrange": True},
            "shapes": [*map(_area, self.areas), *map(_line, self.lines)],
            "annotations": [
                {"x": w.x, "y": w.y, "xanchor": w.side, "yanchor": "middle", "showarrow": False, "text": _html(w),
                 "borderpad": 0, "font": {"size": SIZE[w.style] * _PX}} for w in self.words
            ],
        }  # fmt: skip


def wide(pieces, style="mark") -> float:
    """Inches that the pieces take in one line."""
    stop = "|"  # a line's width is that of its ink: without a stop, spaces at the end would count for nothing
    return sum(
        width_of(text.replace("$", "0") + stop, SIZE[style], bold) - width_of(stop, SIZE[style], bold)
        for text, _, bold in pieces
    )


def _pieces(axes, words) -> None:
    """One piece after another."""
    x = words.x
    for text, colour, bold in words.pieces:
        axes.text(
            x, words.y, text, size=SIZE[words.style], color=colour, weight="bold" if bold else "normal",
            ha=words.side, va="center_baseline", parse_math=False, zorder=4,
        )  # fmt: skip
        x += wide([(text, colour, bold)], words.style)


def _area(area) -> dict:
    (x, y), *rest = area.points
    path = f"M {x:.4f},{y:.4f} " + " ".join(f"L {a:.4f},{b:.4f}" for a, b in rest) + " Z"
    layer = "below" if area.behind else "above"
    return {"type": "path", "path": path, "fillcolor": area.colour, "line": {"width": 0}, "layer": layer}


def _line(line) -> dict:
    ends = {"x0": line.x0, "y0": line.y0, "x1": line.x1, "y1": line.y1}
    style = {"color": line.colour, "width": 1 + line.over}
    return {"type": "line", **ends, "layer": "above" if line.over else "below", "line": style}


def _html(words) -> str:
    """The pieces for Plotly; a dollar sign in pairs would be taken for TeX."""
    whole = ""
    for text, colour, bold in words.pieces:
        safe = html.escape(text).replace("$", "&#36;")
        safe = f"<b>{safe}</b>" if bold else safe
        whole += f"<span style='color:{colour}'>{safe}</span>"
    return whole
