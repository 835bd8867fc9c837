"""Bars along an axis of amounts, each with its words above it: the same rows for both faces."""

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from .live import _NARROW as NARROW
from .measure import lines, width
from .page import Page
from .palette import BLUE, GREEN, INK, MUTED, PAPER, RULE, SKY
from .sizes import points
from .words import hover, safe

SOFT = 0.014  # of the axis: the striped end of an amount that is not exactly its number


class Look(NamedTuple):
    """A bar's colour and its edge; `open` is dashed."""

    face: str
    edge: str
    open: bool = False


WHOLE, PART, SAME, MAYBE = Look(BLUE, BLUE), Look(SKY, SKY), Look(GREEN, GREEN), Look(PAPER, BLUE, True)


class Row(NamedTuple):
    """A bar from `start` to `end` with its words: the amount in bold, what it is, and who says so.

    `bound` is where the amount lies from its number: above, below, near, or empty. `reports` are the rows of the data
    that it is drawn from.
    """

    bold: str
    rest: str
    by: str
    start: float
    end: float
    look: Look
    bound: str
    reports: pd.DataFrame

    @property
    def gid(self) -> str:
        """The name of its artists, which says what they are drawn from."""
        return f"mark {';'.join(self.reports['claim'])}"

    def pieces(self) -> list[tuple[str, str, bool]]:
        said = [(self.bold, INK, True), (self.rest, INK, False), (self.by, MUTED, False)]
        return [piece for piece in said if piece[0]]

    def ends(self, whole: float) -> tuple[float, float, float]:
        """Where the bar begins, where it is solid to, and where its striped end ends, on an axis of `whole`."""
        soft = SOFT * whole * (self.bound in ("above", "below", "near"))
        return (
            (self.start, self.end, self.end + soft)
            if self.bound == "above"
            else (self.start, self.end - soft, self.end)
        )


def flowed(row: Row, size: float, room: float) -> list[list[tuple[str, str, bool]]]:
    """The row's words in lines no wider than `room`, each as pieces; a piece that fits no line begins one."""
    found, left = [], 0.0
    for text, colour, bold in row.pieces():
        wide = width(f"{text}  ", size, bold)
        if found and wide <= left:
            found[-1].append((text, colour, bold))
            left -= wide
        else:
            parts = lines(text, size, room, bold)
            found += [[(part, colour, bold)] for part in parts]
            left = room - width(f"{parts[-1]}  ", size, bold)
    return found


def wanted(rows: list[Row], size, room: float) -> tuple[int, float]:
    """Lines of words over each bar, and the pixels that a row takes."""
    most = max(len(flowed(row, size.text, room)) for row in rows)
    return most, most * size.text * 1.3 + 3.1 * size.text


def draw(page: Page, rows: list[Row], ticks: dict[float, str], most: float, least: float = 0) -> Axes:
    """The rows from the top down on axes from `least` to `most`; `ticks` are the amounts that are named."""
    size = page.size
    count, _tall = wanted(rows, size, page.width)
    axes = page.axes(0, 2.2 * size.small, page.width, page.height)
    each = (page.height - 2.2 * size.small) / len(rows)
    axes.set(xlim=(least, most), ylim=(len(rows) - 0.5, -0.5), yticks=[])
    axes.set_xticks(list(ticks), list(ticks.values()), size=points(size.small))
    axes.xaxis.set_ticks_position("top")
    axes.tick_params(length=0, pad=points(0.4 * size.small))
    for label, at in zip(axes.get_xticklabels(), ticks, strict=True):
        label.set_ha(
            "left"
            if at - least < 0.05 * (most - least)
            else "right"
            if at - least > 0.93 * (most - least)
            else "center"
        )
    axes.grid(axis="x")
    axes.spines[:].set_visible(False)
    words = count * size.text * 1.3 / each  # of a row
    thick = min(1.5 * size.text * (2 if size.height else 1.2), (1 - words) * each * 0.66) / each
    for n, row in enumerate(rows):
        middle = n - 0.5 + words + (1 - words) * 0.46
        start, solid, end = row.ends(most - least)
        look = {"height": thick, "ec": row.look.edge, "lw": 1.2, "zorder": 3}
        dash = {"ls": (0, (4, 2.5))} if row.look.open else {}
        axes.barh(middle, solid - start, left=start, fc=row.look.face, gid=row.gid, **look | dash)
        if end > solid:
            axes.barh(middle, end - solid, left=solid, fc=PAPER, hatch="/////", gid=row.gid, **look)
        said = flowed(row, size.text, page.width)
        wide = max(sum(width(f"{text}  ", size.text, bold) for text, _, bold in line) for line in said)
        left = max(0, min((start - least) / (most - least) * page.width, page.width - wide))
        for k, line in enumerate(said[::-1]):
            _line(axes, line, left, middle - thick / 2, (k * 1.3 + 0.5) * size.text, size)
    return axes


def _line(axes, pieces, x, y, above, size):
    """A line of pieces that begins `x` pixels from the left, so many above `y`."""
    for text, colour, bold in pieces:
        axes.annotate(
            text, (0, y), (points(x), points(above)), xycoords=("axes fraction", "data"), textcoords="offset points",
            size=points(size.text), color=colour, weight="bold" if bold else "normal", va="baseline", zorder=4,
            bbox={"fc": PAPER, "ec": "none", "pad": 0.4},
        )  # fmt: skip
        x += width(f"{text}  ", size.text, bold)


def traces(rows: list[Row], most: float, least: float = 0) -> tuple[list[dict], dict]:
    """Plotly's bars, one trace a row with its reports, and the layout of their axes and words."""
    data, notes = [], []
    for n, row in enumerate(rows):
        start, solid, end = row.ends(most - least)
        head = " ".join(filter(None, [row.bold, row.rest]))
        usual = {
            "type": "bar", "orientation": "h", "y": [n] * 1, "width": 0.34, "hovertext": [hover(head, row.reports)],
            "hoverinfo": "text", "customdata": [";".join(row.reports["claim"])], "name": safe(head), "showlegend": False,
        }  # fmt: skip
        line = {"color": row.look.edge, "width": 1.5}
        face = {"color": row.look.face, "line": line}
        data.append(usual | {"base": [start], "x": [solid - start], "marker": face})
        if end > solid:
            striped = {"shape": "/", "fgcolor": row.look.edge, "bgcolor": PAPER, "size": 5}
            data.append(
                usual
                | {
                    "base": [solid],
                    "x": [end - solid],
                    "marker": face | {"color": row.look.edge, "pattern": striped},
                }
            )
        late = row.start > (least + most) / 2  # its words end where it does
        room = NARROW * ((row.end - least) / (most - least) if late else 1)
        said = "<br>".join("  ".join(map(_html, line)) for line in flowed(row, 12, room))
        notes.append({
            **({"x": row.end, "xanchor": "right", "align": "right"} if late else {"xref": "paper", "x": 0, "xanchor": "left",
            "align": "left"}), "y": n - 0.2, "yanchor": "bottom", "text": said,
            "borderpad": 0, "bgcolor": PAPER, "captureevents": False,
        })  # fmt: skip
    layout = {
        "xaxis": {"range": [0, most], "side": "top", "exponentformat": "B", "gridcolor": RULE, "nticks": 5},
        "yaxis": {"range": [len(rows) - 0.6, -0.95], "visible": False, "fixedrange": True},
        "annotations": notes, "barmode": "overlay", "foot": 12, "head": 22,
    }  # fmt: skip
    return data, layout


def _html(piece) -> str:
    text, colour, bold = piece
    return f"<b>{safe(text)}</b>" if bold else f"<span style='color:{colour}'>{safe(text)}</span>"
