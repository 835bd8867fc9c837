"""The timeline in a browser: a date axis with a slider, a menu of documents, lanes in the legend."""

import textwrap
from typing import Any

import pandas as pd

from .speakers import when
from .style import live
from .style.palette import FAINT, PAPER
from .style.words import Words, hover, safe

_NAMED, _LINE = 12, 28  # events that are named, and letters in a line of a name
_ROW, _SLIDER = 30, 0.07  # pixels of a line, and the slider's part of the height of all
_GAP = "\u00a0\u00a0\u00a0"  # between a mark and its name
DAY = pd.Timedelta(days=1)


def spec(data: pd.DataFrame, words: Words, lanes: dict[str, str], weeks) -> dict[str, Any]:
    """A row for each named event, and under these the others, those that one document alone reports hollow."""
    first, last = weeks
    if pd.isna(first):
        first = last - 7 * DAY
    rows, heads, y = {}, [], 0.0
    for lane in lanes:
        here = data[data["lane"] == lane].drop_duplicates("mark")
        if here.empty:
            continue
        heads.append((lane, y))
        y += 1.1
        for row in here[here["rank"].between(1, _NAMED)].itertuples():
            rows[row.mark] = y
            y += 1
        quiet = [row.mark for row in here[~here["rank"].between(1, _NAMED)].itertuples()]
        rows |= _heaps(data, quiet, y - 0.2)
        y = max([y, *(rows[mark] + 0.4 for mark in quiet)]) + 0.5
    traces = [_trace(group, rows, lane, named, lanes[lane]) for (lane, named, _), group in _groups(data)]
    traces += [
        {"type": "scatter", "mode": "markers", "x": [None], "y": [None], "name": safe(lane), "legendgroup": lane,
         "marker": {"color": lanes[lane], "size": 10}, "hoverinfo": "skip"}
        for lane, _ in heads
    ]  # fmt: skip
    names = [
        {"xref": "paper", "x": 0, "xanchor": "left", "y": at + 0.25, "yanchor": "middle", "borderpad": 0,
         "text": f"<b>{safe(lane)}</b>", "font": {"color": lanes[lane], "size": 12}, "bgcolor": PAPER}
        for lane, at in heads
    ]  # fmt: skip
    texts = _names(data, rows, first, last, lanes)
    documents = list(dict.fromkeys(data.sort_values("published")["source"]))
    menu = live.menu("All documents", [*traces, *texts], documents)
    tall = round(_ROW * y)
    return live.spec(
        words, [*traces, *texts], tall, menus=[menu], legend=72, annotations=names, foot=54 + round(_SLIDER * tall),
        barmode="overlay",
        xaxis={
            "type": "date", "range": [str(first - DAY), str(last + 4 * DAY)],
            "rangeslider": {"visible": True, "thickness": _SLIDER, "bgcolor": FAINT},
        },
        xaxis2={"overlaying": "x", "matches": "x", "visible": False},  # of the names, which the slider does not show
        yaxis={"range": [y, -0.3], "visible": False, "fixedrange": True},
    )  # fmt: skip


def _heaps(data, marks, top) -> dict[str, float]:
    """Mark -> its y, those that share days above one another."""
    spans = data.drop_duplicates("mark").set_index("mark")
    rows, found = [], {}
    for mark in marks:
        start, stop = pd.Timestamp(spans["from"][mark]), pd.Timestamp(spans["to"][mark])
        n = next((n for n, end in enumerate(rows) if end < start), len(rows))
        rows[n:] = [stop, *rows[n + 1 :]]
        found[mark] = top + 0.36 * n
    return found


def _groups(data):
    """Rows by lane, whether their dates are days, and the set of documents that report their mark."""
    by = data.groupby("mark")["source"].transform(lambda names: "\n".join(sorted(set(names))))
    return data.assign(by=by, exact=data["precision"] == "day").groupby(["lane", "exact", "by"], sort=False)


def _trace(group, rows, lane, exact, colour) -> dict:
    """The marks of a lane that the same documents report: points for days, bars for what is vaguer."""
    marks = [(mark, reports) for mark, reports in group.groupby("mark", sort=False)]
    heads = [reports.iloc[0] for _, reports in marks]
    faces = [colour if head["documents"] > 1 else PAPER for head in heads]
    usual = {
        "y": [rows[mark] for mark, _ in marks], "name": safe(lane), "legendgroup": lane, "showlegend": False,
        "meta": sorted(set(group["source"])), "hoverinfo": "text",
        "hovertext": [hover(f"{reports['name'].iloc[0]}, {_day(reports)}", reports) for _, reports in marks],
        "customdata": [";".join(reports["claim"]) for _, reports in marks],
    }  # fmt: skip
    if exact:
        look = {"size": 10, "color": faces, "line": {"color": colour, "width": 1.6}}
        return usual | {
            "type": "scatter",
            "mode": "markers",
            "x": [head["from"] for head in heads],
            "marker": look,
            "cliponaxis": True,
        }
    spans = [pd.Timestamp(head["to"]) + DAY - pd.Timestamp(head["from"]) for head in heads]
    return usual | {
        "type": "bar", "orientation": "h", "base": [head["from"] for head in heads], "width": 0.26,
        "x": [span / pd.Timedelta(milliseconds=1) for span in spans],
        "marker": {"color": faces, "line": {"color": colour, "width": 1.4}},
    }  # fmt: skip


def _day(reports) -> str:
    """The mark's date as people write it."""
    date = reports["date"].iloc[0]
    return f"until {when(date[3:])}" if date.startswith("../") else when(date)


def _names(data, rows, first, last, lanes) -> list[dict]:
    """The names of the events that most documents report, to the left of a mark in the later half of the weeks; a trace
    for each, so that it goes with its mark."""
    found = []
    for mark, reports in data[data["rank"].between(1, _NAMED)].groupby("mark", sort=False):
        row = reports.iloc[0]
        left = first + (last - first) / 2 < pd.Timestamp(row["from"]) < last
        said = textwrap.wrap(row["name"], _LINE)
        text = "<br>".join(f"{safe(line)}{_GAP}" if left else f"{_GAP}{safe(line)}" for line in said)
        found.append({
            "type": "scatter", "mode": "text", "x": [row["from"]], "y": [rows[mark]], "xaxis": "x2", "text": [text],
            "textposition": "middle left" if left else "middle right", "textfont": {"size": 11}, "hoverinfo": "skip",
            "showlegend": False, "legendgroup": row["lane"], "meta": sorted(set(reports["source"])),
        })  # fmt: skip
    return found
