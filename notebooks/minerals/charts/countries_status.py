"""How far each country is with the host: signed before, at the ministerial, a day later, negotiated, or in talks.

`statuses.csv` says which initiative, and which reported count, belongs to which status.
"""

from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .countries import COMMISSION, MADE, MEETING
from .style import live
from .style.measure import lines
from .style.page import Page, empty, styled
from .style.palette import BLUE, GREEN, INK, MUTED, PAPER
from .style.sizes import PHONE, Size, points
from .style.words import Words, capital, count, hover, nothing, safe, sentence, source

HOME, TALKS, DONE = "NZL", "In talks or planned", "Negotiations completed"
_COLUMNS = [
    "claim",
    "mark",
    "status",
    "iso3",
    "country",
    "first",
    "last",
    "source",
    "published",
    "document",
    "start",
    "end",
    "quote",
]
_NAMES = 26  # names in a line under a row, at most


def data(countries: pd.DataFrame, figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each report that gives a country a status with the host, and for each report of how many have it.

    `first` and `last` are the squares of the row that it fills: one for a country; for a count those that nobody names.
    `iso3` and `country` are empty in the rows of a count.
    """
    known = statuses()
    hosts = set(countries.loc[(countries["initiative"] == MEETING) & (countries["role"] == "host"), "iso3"])
    rows = countries.merge(known, on="initiative", suffixes=("_", ""))
    leads = rows["role"].isin(["counterparty", "leader", "host"]) | rows["iso3"].isin(hosts)
    done = rows["status_"].isin(MADE) | (rows["status"] == TALKS)
    rows = rows[~leads & done & ~rows["role"].isin(["observer", "sees-risk", "venue"])]
    rows = rows.assign(country=rows["country"].where(rows["iso3"] != COMMISSION, "European Union"))
    rows = rows.sort_values("country", kind="stable")
    rows["first"] = rows.groupby("status")["iso3"].transform(lambda codes: pd.factorize(codes)[0] + 1)
    rows["last"], rows["mark"] = rows["first"], rows["status"] + " " + rows["iso3"]
    counts = figures.merge(known[known["measure"] != ""], on="measure").rename(columns={"figure": "claim"})
    named = rows.groupby("status")["iso3"].nunique()
    counts["first"] = counts["status"].map(named).fillna(0).astype(int) + 1
    counts["last"] = counts["value"].astype(float).astype(int)
    counts = counts.assign(iso3="", country="", mark=counts["status"] + " " + counts["last"].astype(str))
    both = pd.concat([rows, counts], ignore_index=True)
    both = both.merge(documents[["document", "short", "published"]], on="document").rename(
        columns={"short": "source"}
    )
    order = {status: n for n, status in enumerate(dict.fromkeys(known["status"]))}
    both = both.assign(rank=both["status"].map(order)).sort_values(["rank", "iso3", "first"], kind="stable")
    both = pd.concat(
        [both[both["iso3"] != ""].sort_values(["rank", "first"], kind="stable"), both[both["iso3"] == ""]]
    )
    return both.sort_values("rank", kind="stable")[_COLUMNS].reset_index(drop=True)


def statuses() -> pd.DataFrame:
    """The initiatives, and the measures that count them, with their status."""
    return pd.read_csv(Path(__file__).with_name("statuses.csv"), dtype=str, keep_default_na=False)


def summary(data: pd.DataFrame) -> pd.DataFrame:
    """A row for each status: how many are `counted` (empty where no source counts), the `names`, how many are `unnamed`."""
    found = []
    for status, here in data.groupby("status", sort=False):
        names = list(dict.fromkeys(here.loc[here["country"] != "", "country"]))
        told = here.loc[here["country"] == "", "last"]
        most = int(told.max()) if len(told) else None
        found.append(
            {"status": status, "counted": most, "names": names, "unnamed": max(0, (most or 0) - len(names))}
        )
    return pd.DataFrame(found)


def words(data: pd.DataFrame) -> Words:
    """The title says how many signed at the ministerial and how many have negotiated, and where New Zealand is."""
    if data.empty:
        return nothing("agreement with the host")
    each = summary(data)
    said = {
        row.status: max(int(row.counted) if pd.notna(row.counted) else 0, len(row.names))
        for row in each.itertuples()
    }
    talks = HOME in set(data.loc[data["status"] == TALKS, "iso3"])
    new, done = said.get("Signed at the ministerial", 0), said.get(DONE, 0)
    named = len(each.set_index("status")["names"].get("Signed at the ministerial", []))
    parts = [
        f"Reports count {count(new)} new agreements with the US and name {count(named)} partners"
    ] * bool(new)
    parts += [
        f"{count(done)} more have negotiated" if new else f"{capital(count(done))} countries have negotiated"
    ] * bool(done)
    parts += ["New Zealand is known only to be in talks"] * talks
    title = (
        "; ".join(parts) or f"{capital(sentence(each['names'].iloc[0], 3))}: {each['status'].iloc[0].lower()}"
    )
    missing = each[each["unnamed"] > 0]
    note = ["A square is a country, hollow where no document names it; "] * bool(len(missing))
    note = (
        "".join(note)
        + "no source says that the partners named are among the agreements counted, or adds the rows up."
    )
    if talks and done and each.set_index("status").loc[DONE, "unnamed"]:
        note += f" Whether New Zealand is one of the {done} with completed negotiations, no source says."
    lists = "; ".join(f"{row.status}: {_named(row, 1)}" for row in each.itertuples())
    return Words(title, capital(note), source(data), f"{title}. Squares by status. {lists}.")


def _named(row, most=_NAMES) -> str:
    names = sentence(row.names, most)
    rest = f"{row.unnamed} not named" if row.names else f"{row.unnamed}, none of them named"
    return " and ".join(filter(None, [names, rest * bool(row.unnamed)]))


def _look(iso3) -> tuple[str, str]:
    """Face and edge of a square."""
    return (GREEN, GREEN) if iso3 == HOME else (BLUE, BLUE) if iso3 else (PAPER, BLUE)


def static(data: pd.DataFrame, size: Size) -> Figure:
    """One Axes: x counts countries, a row a status; its names to the right, on a phone below."""
    with styled():
        said = words(data)
        if data.empty:
            return empty(size, said)
        each, phone = summary(data), size is PHONE
        room, most = size.width - 2 * size.margin, max(int(data["last"].max()), 12)
        cell = room / most if phone else min(2 * size.text, 0.62 * room / most)
        aside = 0 if phone else (most + 0.6) * cell
        names = [lines(_named(row), size.small, room - aside, most=4) for row in each.itertuples()]
        step = [_tall(len(said), cell, size, phone) for said in names]
        page = Page(size, said, sum(step))
        spare = max(0, page.height - sum(step)) / len(step)
        axes = page.axes(0, 0, page.width, page.height)
        axes.set(xlim=(0.5, 0.5 + page.width / cell), ylim=(page.height, 0))
        axes.axis("off")
        y = 0.0
        for row, listed, tall in zip(each.itertuples(), names, step, strict=True):
            page.put(0, y + 0.85 * size.text, _head(row), size.text, INK, bold=True, va="center_baseline")
            middle = y + 1.75 * size.text + cell / 2
            _squares(axes, data[data["status"] == row.status], middle, cell)
            top = (
                middle + 0.62 * cell + 0.75 * size.small
                if phone
                else middle - 0.66 * size.small * (len(listed) - 1)
            )
            for n, line in enumerate(listed):
                page.put(aside, top + 1.32 * n * size.small, line, size.small, MUTED, va="center_baseline")
            y += tall + spare
        return page.figure


def _tall(names, cell, size, phone) -> float:
    """Pixels of a row with so many lines of names."""
    beside = 1.32 * size.small * names
    return 1.75 * size.text + (1.05 * cell + beside if phone else max(1.05 * cell, beside)) + 1.1 * size.text


def _head(row) -> str:
    number = int(row.counted) if pd.notna(row.counted) else len(row.names)
    return f"{row.status}: {number}"


def _places(first) -> list[int]:
    """The squares of a mark, of a count those that nobody names."""
    return list(range(first["first"], first["last"] + 1))


def _squares(axes, here, y, cell):
    for _, reports in here.groupby("mark", sort=False):
        first = reports.iloc[0]
        face, edge = _look(first["iso3"])
        at, shown = _places(first) or [first["last"]], bool(_places(first))
        look = {"mfc": face, "mec": edge} if shown else {"mfc": "none", "mec": "none"}
        axes.plot(
            at,
            [y] * len(at),
            "s",
            ms=points(0.74 * cell),
            mew=1.2,
            gid=f"mark {';'.join(reports['claim'])}",
            **look,
        )


def spec(data: pd.DataFrame) -> dict[str, Any]:
    """Plotly's JSON: a square for each country on an axis that counts them, a row for each status."""
    if data.empty:
        return live.nothing(words(data))
    each = summary(data)
    traces, notes = [], []
    for y, row in enumerate(each.itertuples()):
        for _, here in data[data["status"] == row.status].groupby("mark", sort=False):
            first = here.iloc[0]
            face, edge = _look(first["iso3"])
            at = _places(first) or [first["last"]]
            name = first["country"] or ("not named" if _places(first) else "all of them named")
            traces.append({
                "type": "scatter", "mode": "markers", "x": at, "y": [y] * len(at), "hoverinfo": "text", "showlegend": False,
                "hovertext": [hover(f"{name}: {row.status.lower()}", here)] * len(at),
                "customdata": [";".join(here["claim"])] * len(at), "meta": sorted(set(here["source"])), "name": safe(name),
                "marker": {"symbol": "square", "size": 11, "color": face, "line": {"color": edge, "width": 1.4}},
            })  # fmt: skip
        notes.append({"xref": "paper", "x": 0, "xanchor": "left", "y": y - 0.28, "yanchor": "bottom", "borderpad": 0,
                      "text": f"<b>{safe(_head(row))}</b>"})  # fmt: skip
    documents = list(dict.fromkeys(data.sort_values("published")["source"]))
    return live.spec(
        words(data), traces, 76 * len(each) + 10, menus=[live.menu("All documents", traces, documents)], annotations=notes,
        xaxis={"range": [0, data["last"].max() + 1.5], "title": {"text": "countries"}, "showgrid": False},
        yaxis={"range": [len(each) - 0.5, -0.9], "visible": False, "fixedrange": True}, foot=52,
    )  # fmt: skip


def interactive(data: pd.DataFrame):
    """A `plotly.graph_objects.Figure`."""
    return live.figure(spec(data))
