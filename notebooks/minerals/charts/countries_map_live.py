"""The map in a browser: outlines in degrees that answer anywhere in them."""

import base64
from typing import Any

import numpy as np

from . import shapes
from .countries_map_static import _LOOK as LOOK
from .countries_map_static import _SMALL as SMALL
from .countries_map_static import _SPAN as SPAN
from .countries_map_static import AT_SEA
from .style import live
from .style.palette import FAINT, INK, PAPER
from .style.words import Words, hover, safe

_GAP = (float("nan"), float("nan"))  # between the rings of one trace


def spec(data, words: Words) -> dict[str, Any]:
    """A trace for each country that the data has, one for all others, one for each group in the legend."""
    marks = {mark: reports for mark, reports in data.groupby("mark", sort=False)}
    others = [ring for c in shapes.countries() if c.iso3 not in marks for ring in c.rings]
    traces = [_area(others, FAINT, False) | {"hoverinfo": "skip", "showlegend": False}]
    places = {c.iso3: c for c in shapes.countries()}
    for mark, reports in marks.items():
        traces += _country(mark, places.get(mark), reports)
    groups = [name for name in LOOK if (data["came"] == name).any()]
    groups += [name for name in ("signed there", "signed a day later") if (data["signed"] == name).any()]
    own = data[data["kind"] == "country"]
    for name in groups:
        face, _ = LOOK.get(name, (INK if name == "signed there" else PAPER, False))
        number = own.loc[(own["came"] == name) | (own["signed"] == name), "mark"].nunique()
        traces.append({
            "type": "scatter", "mode": "markers", "x": [None], "y": [None], "hoverinfo": "skip", "legendgroup": name,
            "name": safe(f"{name}: {number}"), "showlegend": True,
            "marker": {"symbol": "square" if name in LOOK else "diamond", "size": 11, "color": face,
                       "line": {"color": INK, "width": 0.6}},
        })  # fmt: skip
    documents = list(dict.fromkeys(data.sort_values("published")["source"]))
    west, east, south, north = SPAN
    home = places["NZL"].at
    names = [{"x": home[0] - 4, "y": home[1], "xanchor": "right", "text": "<b>New Zealand</b>"}] * (
        "NZL" in marks
    )
    return live.spec(
        words, traces, 430, menus=[live.menu("All sources", traces, documents)], legend=100, foot=6, annotations=names,
        dragmode="pan", hoverdistance=7,  # pixels: a neighbour's point is not nearer than the country pointed at
        xaxis={"range": [west, east], "visible": False, "constrain": "domain"},
        yaxis={
            "range": [south, north], "visible": False, "constrain": "domain", "scaleanchor": "x",
            "scaleratio": shapes.ASPECT,
        },
    )  # fmt: skip


def _country(mark, country, reports) -> list[dict]:
    """Its outline, a point where it is small, and a diamond if it signed: each answers alike."""
    row = reports.iloc[0]
    face, lined = LOOK[row["came"]]
    signed = f", {row['signed']}" if row["signed"] else ""
    said = hover(f"{row['country']}: {row['came']}{signed}", reports)
    claims = ";".join(reports["claim"])
    usual = {
        "hoverinfo": "text", "legendgroup": row["came"], "showlegend": False, "meta": sorted(set(reports["source"])),
        "name": safe(row["country"]),
    }  # fmt: skip
    found = []
    if country and country.rings:
        found.append(
            _area(country.rings, face, lined)
            | usual
            | {"text": said, "hoveron": "fills", "customdata": [claims]}
        )
    at = AT_SEA.get(mark) or (country.at if country else None)
    if at is None:
        return found
    point = usual | {
        "type": "scatter",
        "mode": "markers",
        "x": [at[0]],
        "y": [at[1]],
        "hovertext": [said],
        "customdata": [claims],
    }
    if mark in AT_SEA or country.size < SMALL:
        symbol = "square" if mark in AT_SEA else "circle"
        found.append(
            point
            | {"marker": {"size": 9, "symbol": symbol, "color": face, "line": {"color": PAPER, "width": 1}}}
        )
    if row["signed"]:
        face = INK if row["signed"] == "signed there" else PAPER
        line = {"color": INK if face == PAPER else PAPER, "width": 1}
        found.append(
            point
            | {
                "legendgroup": row["signed"],
                "marker": {"size": 9, "symbol": "diamond", "color": face, "line": line},
            }
        )
    return found


def _area(rings, face, lined) -> dict:
    """A filled shape of several rings, its degrees packed: a notebook would write each number on a line of its own."""
    outline = [point for ring in rings for point in (*ring, _GAP)][:-1]
    packed = (
        base64.b64encode(np.array(part, "<f4").tobytes()).decode() for part in zip(*outline, strict=True)
    )
    trace = {
        "type": "scatter", "mode": "lines", "fill": "toself", "fillcolor": face, "line": {"color": PAPER, "width": 0.6},
        **{axis: {"dtype": "f4", "bdata": part} for axis, part in zip("xy", packed, strict=True)},
    }  # fmt: skip
    if lined:
        trace |= {
            "fillpattern": {"shape": "/", "size": 5, "fgcolor": PAPER, "bgcolor": face, "solidity": 0.18}
        }
    return trace
