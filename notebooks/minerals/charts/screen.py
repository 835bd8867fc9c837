"""A plate as Plotly draws it: plain data, on plain axes, asking no host for anything."""

import base64
from itertools import groupby

import numpy as np

from .chart import INK, PAPER, SIZE, safe

_PX = 4 / 3  # pixels of a point
_SYMBOLS = {
    "o": "circle", "s": "square", "D": "diamond", "X": "x", "P": "cross", "*": "star",
    "^": "triangle-up", "v": "triangle-down", "<": "triangle-left", ">": "triangle-right",
}  # fmt: skip
_GAP = (float("nan"), float("nan"))  # between the strokes of one trace
SLANT = 55  # degrees that a slanted head rises
_SHADOW = ", ".join(f"{PAPER} {x}px {y}px 1px" for x in (-1, 1) for y in (-1, 1))
_USUAL = {
    "showarrow": False, "borderpad": 0, "xanchor": "left", "yanchor": "middle", "align": "left",
    "font": {"size": SIZE["mark"] * _PX, "color": INK},
}  # fmt: skip


def traces(plate) -> list[dict]:
    """A trace for each shape that answers, one for those alike in a row that do not; rules under, lines and marks over."""
    alike = groupby(plate.shapes, key=lambda shape: shape[1:] if not shape[2] else id(shape))
    groups = [list(group) for _, group in alike]
    shapes = [_area([ring for rings, *_ in group for ring in rings], *group[0][1:]) for group in groups]
    grounds = [_area([ring], fill, "") for ring, fill in plate.grounds]
    return [*grounds, *_lines(plate, under=True), *shapes, *_lines(plate, under=False), *_marks(plate)]


def layout(plate) -> dict:
    """Axes of the plate's size, and its words."""
    return {
        "template": {"layout": {"annotationdefaults": _USUAL}},  # a notebook need not repeat it for each word
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, plate.width]},
        "yaxis": {
            "visible": False, "fixedrange": True, "range": [plate.low, plate.low + plate.height], "scaleanchor": "x",
        },
        "annotations": [_annotation(words) for words in plate.texts],
    }  # fmt: skip


def _lines(plate, under):
    for style in dict.fromkeys(style for _, style in plate.strokes if style.under == under):
        own = [points for points, s in plate.strokes if s == style]
        yield {
            "type": "scatter", "mode": "lines", "hoverinfo": "skip",
            **_places([point for points in own for point in (*points, _GAP)]),
            "line": {"color": style.colour, "width": style.width * _PX, "dash": "4px,3px" if style.dash else "solid"},
        }  # fmt: skip


def _marks(plate):
    for mark, points in plate.styles():
        for answers in (True, False):
            if rows := [(at, said) for at, said in points if bool(said) == answers]:
                yield {
                    "type": "scatter", "mode": "markers", **_places([at for at, _ in rows]),
                    "marker": {
                        "symbol": _SYMBOLS[mark.symbol], "size": round(mark.size * _PX, 1), "color": mark.face,
                        "line": {"color": mark.edge, "width": mark.width * _PX},
                    },
                    "hoverinfo": "text" if answers else "skip",
                } | ({"hovertext": [said for _, said in rows]} if answers else {})  # fmt: skip


def _places(points) -> dict:
    """x and y as Plotly's typed arrays: a notebook would write each number of a list on a line of its own."""
    packed = (
        base64.b64encode(np.array(numbers, "<f4").tobytes()).decode() for numbers in zip(*points, strict=True)
    )
    return {axis: {"dtype": "f4", "bdata": numbers} for axis, numbers in zip("xy", packed, strict=True)}


def _area(rings, fill, said) -> dict:
    """A shape of several rings; `said` is what hovering anywhere in it shows."""
    outline = [point for ring in rings for point in (*ring, ring[0], _GAP)][:-1]
    trace = {
        "type": "scatter", "mode": "lines", "fill": "toself", "fillcolor": fill.face,
        **_places(outline),
        "line": {"color": fill.edge, "width": fill.width * _PX}, "hoverinfo": "text" if said else "skip",
    }  # fmt: skip
    if fill.hatch:
        trace |= {"fillcolor": fill.edge, "fillpattern": {"shape": "/", "size": 5}}  # over what is below
    return trace | ({"text": said, "hoveron": "fills"} if said else {})


def _annotation(words) -> dict:
    """What of it is not usual."""
    first = words.lines[0][0]
    one = all(piece[1:] == first[1:] for line in words.lines for piece in line)
    text = "<br>".join("".join(_html(*piece, one) for piece in line) for line in words.lines)
    font = {"size": SIZE[words.size] * _PX} if words.size != "mark" else {}
    font |= {"color": first[1]} if one and first[1] != INK else {}
    font |= {"shadow": _SHADOW} if words.halo and first[1] != PAPER else {}
    side = {"left": "right", "center": "center"}.get(words.side)
    return (
        {"x": round(words.at[0], 3), "y": round(words.at[1], 3), "text": f"<i>{text}</i>" if words.italic else text}
        | ({"xanchor": side} if side else {})
        | ({"align": "center"} if side == "center" and len(words.lines) > 1 else {})
        | ({"yanchor": "top"} if words.below else {})
        | ({"textangle": -SLANT, "yanchor": "bottom"} if words.slant else {})
        | ({"font": font} if font else {})
    )  # fmt: skip


def _html(text, colour, bold, alike) -> str:
    """A piece; spaces at its end would count for none."""
    words = safe(text).replace("  ", "\u00a0 ")
    words = f"<b>{words}</b>" if bold else words
    return words if alike else f"<span style='color:{colour}'>{words}</span>"
