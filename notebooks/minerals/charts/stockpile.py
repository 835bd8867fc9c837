"""The stockpile: the largest sum that a source itemises, with its parts and what it is in another currency."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .amounts import money, steps, who
from .money import amounts
from .style import bars, live
from .style.page import Page, empty, styled
from .style.sizes import PHONE, SLIDE, Size
from .style.words import Words, capital, nothing, sentence, source

_MOST = {"page": 8, "slide": 4, "phone": 6}  # rows that a size has room for
_LOOKS = {"whole": bars.WHOLE, "part": bars.PART, "conversion": None}


def data(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each report of the largest sum of money that has parts, of its parts, and of its conversions.

    `mark` is the bar that reports of one amount share, `place` is whole, part or conversion, `from` and `to` are where
    the bar begins and ends, in the whole's currency.
    """
    rows = amounts(figures, documents)
    wholes = rows[
        (rows["place"] == "whole") & rows["reading"].isin(rows.loc[rows["place"] == "part", "whole_amount"])
    ]
    if wholes.empty:
        return _tidy(rows[:0].assign(**{"from": 0.0, "to": 0.0}))
    top = wholes.loc[wholes["value"].idxmax()]
    rows = rows[rows["whole_amount"].eq(top["reading"]) & rows["place"].isin(list(_LOOKS))]
    rows = rows.assign(
        rank=rows["place"].map(list(_LOOKS).index), most=rows["value"].where(rows["place"] == "part", 0)
    )
    rows = rows.sort_values(["rank", "most", "reading"], ascending=[True, False, True], kind="stable")
    parts = rows[rows["place"] == "part"].drop_duplicates("reading").set_index("reading")["value"]
    starts = (parts.cumsum() - parts).reindex(rows["reading"]).fillna(0).to_numpy()
    own = rows["value"].where(rows["place"] != "conversion", top["value"])
    return _tidy(rows.assign(**{"from": starts, "to": starts + own.to_numpy()}))


def _tidy(rows) -> pd.DataFrame:
    named = {"figure": "claim", "reading": "mark", "label": "name", "written": "amount"}
    columns = [
        "claim",
        "mark",
        "place",
        "name",
        "amount",
        "value",
        "currency",
        "bound",
        "from",
        "to",
        "said_by",
    ]
    columns += ["source", "published", "document", "start", "end", "quote"]
    return rows.rename(columns=named)[columns].reset_index(drop=True)


def words(data: pd.DataFrame) -> Words:
    """The title names the part that is more than half, if there is one."""
    if data.empty:
        return nothing("sum of money with its parts")
    once = data.drop_duplicates("mark")
    whole, parts, same = (once[once["place"] == place] for place in _LOOKS)
    whole = whole.iloc[0]
    most = parts[parts["value"] > whole["value"] / 2]
    total = f"{whole['amount']} for {whole['name']}" + "," * ("," in whole["name"])
    title = (
        f"{most.iloc[0]['amount']} of the {total} is one {most.iloc[0]['name']}" if len(most)
        else f"The {total} has {len(parts)} parts, the largest {parts.iloc[0]['amount']}, {parts.iloc[0]['name']}"
    )  # fmt: skip
    named = sentence(f"{row.amount}, {row.name}" for row in parts.itertuples(index=False))
    converted = "".join(
        f" {row.source} gives {row.amount} as the same amount in another currency."
        for row in same.itertuples()
    )
    note = "A light bar is a part of the dark one. A striped end: the amount is nearly, about or more than its number."
    return Words(
        title, note + converted, source(data),
        f"{title}. Bars on one scale: {whole['amount']}, {whole['name']}; inside it {named}.{converted}",
    )  # fmt: skip


def _rows(data) -> list[bars.Row]:
    """A bar for the whole and each part; what converts the whole answers with it."""
    found = []
    for _, reports in data[data["place"] != "conversion"].groupby("mark", sort=False):
        row = reports.iloc[0]
        bold = f"of it {row['amount']}" if row["place"] == "part" else capital(row["amount"])
        same = data[(data["place"] == "conversion") & (row["place"] == "whole")]
        found.append(bars.Row(
            bold, row["name"], who(reports), row["from"], row["to"], _LOOKS[row["place"]], row["bound"],
            pd.concat([reports, same]),
        ))  # fmt: skip
    return found


def static(data: pd.DataFrame, size: Size) -> Figure:
    """One Axes, in units of the whole's currency."""
    with styled():
        if data.empty:
            return empty(size, words(data))
        rows, most = _rows(data), 1.04 * data["to"].max()
        said = words(data).less(len(rows) - _MOST[size.name])
        rows = rows[: _MOST[size.name]]
        tall = bars.wanted(rows, size, size.width - 2 * size.margin)[1] * len(rows) + 3 * size.small
        page = Page(size, said, tall)
        bars.draw(page, rows, ticks(data, most, size), most)
        return page.figure


def ticks(data: pd.DataFrame, most: float, size: Size) -> dict[float, str]:
    """Round amounts, as many as a size has room for, in words."""
    room = 3 if size is PHONE else 6 if size is SLIDE else 7
    currency = data["currency"].iloc[0]
    return {at: money(at, currency) for at in steps(most, most / room) if at <= most}


def spec(data: pd.DataFrame) -> dict[str, Any]:
    """Plotly's JSON: a bar for each amount, on an axis of the whole's currency."""
    if data.empty:
        return live.nothing(words(data))
    rows, most = _rows(data), 1.04 * data["to"].max()
    traces, layout = bars.traces(rows, most)
    sign = money(1, data["currency"].iloc[0]).removesuffix("1")
    layout["xaxis"] |= {"tickprefix": sign}
    return live.spec(words(data), traces, 96 * len(rows) + 40, **layout)


def interactive(data: pd.DataFrame):
    """A `plotly.graph_objects.Figure`."""
    return live.figure(spec(data))
