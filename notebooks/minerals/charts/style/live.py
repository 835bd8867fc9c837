"""A live chart's frame in Plotly: the template, the title and notes, menus that filter without a kernel.

A live chart is written as Plotly's JSON, so that a notebook need not import Plotly; `figure` makes of it an ordinary
`plotly.graph_objects.Figure`. It is as wide as what shows it.
"""

from typing import Any

from .measure import FONT, balanced, cut, lines
from .palette import INK, MEANING, MUTED, PAPER, RULE
from .words import Words, safe

_TITLE, _TEXT, _SMALL = 15, 12, 11  # pixels
_NARROW = 345  # pixels that words may take on the narrowest screen
_MENU, _CHOICE = 34, 150  # pixels that a row of menus takes, and the name of a choice
_LEFT, _RIGHT = 14, 14
CONFIG = {
    "responsive": True, "displaylogo": False, "scrollZoom": False,
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
}  # fmt: skip
_AXIS = {
    "gridcolor": RULE, "linecolor": RULE, "zeroline": False, "ticks": "", "automargin": True,
    "tickfont": {"size": _TEXT, "color": MUTED}, "title": {"font": {"size": _TEXT, "color": MUTED}},
}  # fmt: skip
TEMPLATE = {
    "layout": {
        "font": {"family": f"{FONT}, Verdana, sans-serif", "size": _TEXT, "color": INK},
        "colorway": list(MEANING), "paper_bgcolor": PAPER, "plot_bgcolor": PAPER, "hovermode": "closest",
        "xaxis": _AXIS, "yaxis": _AXIS, "dragmode": "zoom",
        "hoverlabel": {
            "align": "left", "bgcolor": PAPER, "bordercolor": MUTED, "font": {"size": _TEXT - 0.5, "color": INK},
        },
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom", "font": {"size": _TEXT}},
        "annotationdefaults": {"showarrow": False, "font": {"size": _TEXT, "color": INK}},
    }
}  # fmt: skip


def spec(words: Words, data: list[dict], tall: int, *, menus=(), legend=0, **layout) -> dict[str, Any]:
    """Plotly's JSON of a chart whose axes take `tall` pixels; `menus` as `menu` makes them, in one row.

    `legend` is how many pixels the legend takes above the axes, `foot` and `head` what the axes' own names take;
    the rest of `layout` goes over what all charts have.
    """
    title = balanced(words.title, _TITLE, _NARROW)
    small = [line for text in (words.note, words.source) for line in lines(text, _SMALL, _NARROW)]
    head = 20 + len(title) * _TITLE * 1.3
    foot, over = layout.pop("foot", 34), layout.pop("head", 8)  # pixels that axes take below and above
    above = round(head + over + _MENU * bool(menus) + legend)
    below = round(foot + len(small) * _SMALL * 1.35 + 14)
    usual = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "align": "left", "borderpad": 0}
    notes = [
        usual | {
            "text": f"<b>{'<br>'.join(map(safe, title))}</b>", "y": 1, "yanchor": "top", "yshift": above - 12,
            "font": {"size": _TITLE, "color": INK}, "name": "title",
        },
        usual | {
            "text": "<br>".join(map(safe, small)), "y": 0, "yanchor": "top", "yshift": -foot,
            "font": {"size": _SMALL, "color": MUTED}, "name": "note",
        },
    ]  # fmt: skip
    annotations = [*layout.pop("annotations", ()), *notes]
    for place, each in enumerate(menus):
        each |= {
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "pad": {"l": 175 * place, "t": -legend - over - _MENU + 2},
        }
    return {
        "data": data,
        "layout": {
            "template": TEMPLATE, "autosize": True, "height": above + tall + below,
            "margin": {"l": _LEFT, "r": _RIGHT, "t": above, "b": below}, "annotations": annotations,
            "meta": {"title": words.title, "note": words.note, "source": words.source, "alt": words.alt},
        } | ({"updatemenus": list(menus)} if menus else {}) | layout,
    }  # fmt: skip


def nothing(words: Words) -> dict[str, Any]:
    """Plotly's JSON of a chart without rows."""
    return spec(words, [], 20, xaxis={"visible": False}, yaxis={"visible": False})


def menu(every: str, traces: list[dict], names: list[str]) -> dict:
    """A menu that leaves the traces whose `meta` has the chosen name; its first entry, `every`, leaves them all."""
    shown = [True] * len(traces)
    entries = [(every, shown)] + [
        (name, [name in trace.get("meta", [name]) for trace in traces]) for name in dict.fromkeys(names)
    ]
    return {
        "type": "dropdown", "direction": "down", "showactive": True, "bgcolor": PAPER, "bordercolor": MUTED,
        "font": {"size": _SMALL},
        "buttons": [
            {"label": safe(cut(name, _SMALL, _CHOICE)), "method": "restyle", "args": [{"visible": visible}]}
            for name, visible in entries
        ],
    }  # fmt: skip


def figure(made: dict[str, Any]):
    """The chart as an ordinary `plotly.graph_objects.Figure`."""
    import plotly.graph_objects as go  # only who asks for it waits for it

    return go.Figure(made["data"], made["layout"])
