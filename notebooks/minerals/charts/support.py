"""The support: the largest sum of money reported, and the other sums that may be inside it, which no source says."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .amounts import money, who
from .money import amounts
from .stockpile import ticks
from .style import bars, live
from .style.page import Page, empty, styled
from .style.sizes import Size
from .style.words import Words, capital, nothing, sentence, source

_MOST = {"page": 9, "slide": 5, "phone": 7}  # rows that a size has room for
LARGEST, MAYBE, RIVAL = "largest", "may be inside", "another number for it"


def data(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each report of a separate amount in the currency of the largest one.

    `mark` is the bar that reports of one amount share. `place` is largest, may be inside (no source says whether the
    amount is inside the largest, or next to it), or another number for it.
    """
    rows = amounts(figures, documents)
    rows = rows[rows["place"].isin(["whole", "open", "rival"])]
    if rows.empty:
        return _tidy(rows.assign(place=""))
    whole = rows[rows["place"] == "whole"]
    top = whole.loc[whole["value"].idxmax()]
    rows = rows[(rows["currency"] == top["currency"])]
    place = [
        LARGEST if row.reading == top["reading"]
        else RIVAL if row.place == "rival" and row.beside == top["reading"] else MAYBE
        for row in rows.itertuples()
    ]  # fmt: skip
    rows = rows.assign(place=place, first=[name != LARGEST for name in place])
    rows = rows.sort_values(["first", "value", "reading"], ascending=[True, False, True], kind="stable")
    return _tidy(rows)


def _tidy(rows) -> pd.DataFrame:
    named = {"figure": "claim", "reading": "mark", "label": "name", "written": "amount"}
    columns = ["claim", "mark", "place", "name", "amount", "value", "currency", "bound", "said_by"]
    columns += ["source", "published", "document", "start", "end", "quote"]
    return rows.rename(columns=named)[columns].reset_index(drop=True)


def words(data: pd.DataFrame) -> Words:
    """The title names the largest amount, who reports it, and that nothing is known to be inside it."""
    if data.empty:
        return nothing("sum of money")
    once = data.drop_duplicates("mark")
    top, others = once.iloc[0], once[once["place"] == MAYBE]
    who_says = next(filter(None, data.loc[data["place"] == LARGEST, "said_by"]), top["source"])
    title = f"{capital(who_says)} reports {top['amount']} in {top['name']}"
    title += "; no source says which other sums are inside it" * (len(others) > 0)
    note = "Hollow: another sum in the same currency, which may be inside the largest or come on top of it, so that the "
    note += "bars must not be added up. A striped end: nearly, about or more than the number."
    named = sentence((f"{row.amount}, {row.name}" for row in others.itertuples()), 6)
    return Words(
        title,
        note,
        source(data),
        f"{title}. Bars on one scale, the largest first." + f" {capital(named)}." * bool(named),
    )


def _rows(data) -> list[bars.Row]:
    found = []
    for _, reports in data.groupby("mark", sort=False):
        row = reports.iloc[0]
        look = bars.WHOLE if row["place"] == LARGEST else bars.MAYBE
        rest = row["name"] + f" ({RIVAL})" * (row["place"] == RIVAL)
        found.append(
            bars.Row(capital(row["amount"]), rest, who(reports), 0, row["value"], look, row["bound"], reports)
        )
    return found


def static(data: pd.DataFrame, size: Size) -> Figure:
    """One Axes, in units of the currency."""
    with styled():
        if data.empty:
            return empty(size, words(data))
        rows, most = _rows(data), 1.04 * data["value"].max()
        said = words(data).less(len(rows) - _MOST[size.name])
        rows = rows[: _MOST[size.name]]
        tall = bars.wanted(rows, size, size.width - 2 * size.margin)[1] * len(rows) + 3 * size.small
        page = Page(size, said, tall)
        bars.draw(page, rows, ticks(data, most, size), most)
        return page.figure


def spec(data: pd.DataFrame) -> dict[str, Any]:
    """Plotly's JSON: a bar for each amount, on an axis of the currency."""
    if data.empty:
        return live.nothing(words(data))
    rows, most = _rows(data), 1.04 * data["value"].max()
    traces, layout = bars.traces(rows, most)
    layout["xaxis"] |= {"tickprefix": money(1, data["currency"].iloc[0]).removesuffix("1")}
    return live.spec(words(data), traces, 96 * len(rows) + 40, **layout)


def interactive(data: pd.DataFrame):
    """A `plotly.graph_objects.Figure`."""
    return live.figure(spec(data))
