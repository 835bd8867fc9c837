"""The shares: each of another whole, as its source puts it."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .amounts import tellings, who
from .style import bars, live
from .style.page import Page, empty, styled
from .style.sizes import PHONE, Size
from .style.words import Words, capital, nothing, sentence, source

_MOST = {"page": 9, "slide": 6, "phone": 8}
_WHOLE = 100  # percent
_COLUMNS = ["claim", "mark", "topic", "name", "whole", "kind", "amount", "part", "bound", "said_by"]
_COLUMNS += ["source", "published", "document", "start", "end", "quote"]


def data(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each report of a share, in percent (`part`) of its `whole`; the topic with most shares first."""
    rows = tellings(figures, documents, "percent", "share")
    rows["part"] = rows["value"].where(rows["kind"] != "share", rows["value"] * _WHOLE).astype(float)
    rows["size"] = rows.groupby("topic")["reading"].transform("nunique")
    rows = rows.sort_values(
        ["size", "topic", "part", "reading"], ascending=[False, True, False, True], kind="stable"
    )
    named = {"figure": "claim", "reading": "mark", "label": "name", "written": "amount"}
    return rows.rename(columns=named)[_COLUMNS].reset_index(drop=True)


def words(data: pd.DataFrame) -> Words:
    """The title gives the two largest percentages of the topic that has most shares."""
    if data.empty:
        return nothing("share of a whole")
    once = data.drop_duplicates("mark")
    most = once[once["topic"] == once["topic"].iloc[0]]
    told = [f"{row.amount} of {row.whole}" for row in most.sort_values("kind", kind="stable").itertuples()]
    title = f"{capital(most['topic'].iloc[0])}: {' and '.join(told[:2])}"
    note = "Each bar is of another whole: shares compare, quantities do not. A striped end: about or around."
    listed = sentence((f"{row.amount} of {row.whole}" for row in once.iloc[2:].itertuples()), 3)
    return Words(
        title,
        note,
        source(data),
        f"{title}. Bars in percent, each of a whole of its own. Also: {listed or 'none'}.",
    )


def _rows(data) -> list[bars.Row]:
    found = []
    for _, reports in data.groupby("mark", sort=False):
        row = reports.iloc[0]
        look = bars.WHOLE if row["topic"] == data["topic"].iloc[0] else bars.PART
        rest, by = f"of {row['whole']}", f"{row['name']}; {who(reports)}"
        found.append(bars.Row(capital(row["amount"]), rest, by, 0, row["part"], look, row["bound"], reports))
    return found


def static(data: pd.DataFrame, size: Size) -> Figure:
    """One Axes, in percent."""
    with styled():
        if data.empty:
            return empty(size, words(data))
        rows = _rows(data)
        said = words(data).less(len(rows) - _MOST[size.name])
        rows = rows[: _MOST[size.name]]
        tall = bars.wanted(rows, size, size.width - 2 * size.margin)[1] * len(rows) * 0.9 + 3 * size.small
        page = Page(size, said, tall)
        step = 50 if size is PHONE else 20
        bars.draw(page, rows, {at: f"{at}%" for at in range(0, _WHOLE + 1, step)}, _WHOLE)
        return page.figure


def spec(data: pd.DataFrame) -> dict[str, Any]:
    """Plotly's JSON: a bar for each share, on an axis in percent."""
    if data.empty:
        return live.nothing(words(data))
    rows = _rows(data)
    traces, layout = bars.traces(rows, _WHOLE)
    layout["xaxis"] |= {"ticksuffix": "%"}
    return live.spec(words(data), traces, 104 * len(rows) + 40, **layout)


def interactive(data: pd.DataFrame):
    """A `plotly.graph_objects.Figure`."""
    return live.figure(spec(data))
