"""The export target as a picture: what was published, what is aimed at, and the growth a year that leads there."""

import itertools
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .amounts import money, steps
from .growth import GROWTH, IMPLIED, PUBLISHED, SUPERSEDED, TARGET, YEAR, exports
from .style import live
from .style.measure import lines
from .style.page import Page, empty, styled
from .style.palette import BLUE, INK, MUTED, PAPER
from .style.sizes import PHONE, Size, points
from .style.words import Words, hover, nothing, safe, source

_TALL = {"page": 430, "slide": 0, "phone": 330}
_PART = 60  # pieces of a path
DAY = pd.Timedelta(days=1)


def data(targets: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each report of the target, for each published year of exports, and for a target that was given up.

    `value` is in `unit` a year, over the days `from` to `to`; `baseline` is what the target and its factor imply;
    `growth` is the growth a year from a published year's end to the target's last day. Rows without a `document` are of
    the reference.
    """
    if targets["factor"].notna().sum() == 0 or targets["baseline"].notna().sum() == 0:
        return pd.DataFrame(columns=_COLUMNS)
    rows = exports(targets, documents)
    rates = (
        rows[(rows["mark"] == GROWTH) & (rows["of"] == PUBLISHED)].drop_duplicates("words").set_index("words")
    )
    rows = rows[~rows["mark"].isin([GROWTH, IMPLIED])]
    own = targets[targets["factor"].notna()].drop_duplicates("document").set_index("document")
    known = rows["document"] != ""
    claims = [
        own.loc[d, "target"] if d else f"{i} {q}"
        for d, i, q in zip(rows["document"], rows["source_id"], rows["quote"], strict=True)
    ]
    rows = rows.assign(
        claim=claims, place=rows["mark"], amount=rows["written"], to=rows["end"], **{"from": rows["start"]},
        baseline=rows["document"].map(own["baseline"]), growth=rows["words"].map(rates["growth"]).where(~known),
        rate=rows["words"].map(rates["rate"]).where(~known).fillna(""),
    )  # fmt: skip
    rows["mark"] = rows["place"] + " " + rows["to"] + " " + rows["amount"].where(rows["place"] != TARGET, "")
    rows["growth"] = rows["growth"].where(rows["place"] == PUBLISHED)
    rows["rate"] = rows["rate"].where(rows["place"] == PUBLISHED, "")
    return rows.drop_duplicates("claim")[_COLUMNS].reset_index(drop=True)


_COLUMNS = [
    "claim",
    "mark",
    "place",
    "amount",
    "value",
    "unit",
    "factor",
    "baseline",
    "words",
    "from",
    "to",
    "growth",
    "rate",
]
_COLUMNS += ["source", "source_id", "published", "document", "quote"]


def _goal(data) -> pd.Series:
    """The report of the target that gives its amount."""
    return data[(data["place"] == TARGET) & data["value"].notna()].iloc[0]


def words(data: pd.DataFrame) -> Words:
    """The title names the target and the growth a year that it takes from each published year."""
    if data.empty:
        return nothing("target with its amount")
    goal, bases = _goal(data), data[data["place"] == PUBLISHED].sort_values("growth")
    rates = dict.fromkeys(f"{100 * rate:.0f}%" for rate in bases["growth"])
    take = " to ".join([next(iter(rates)), next(reversed(rates))]) if len(rates) > 1 else "".join(rates)
    title = f"Lifting New Zealand's minerals exports to {goal['amount']} {goal['words']} takes growth of {take} a year"
    note = [
        f"Dashed: steady growth from each published year to the end of {goal['to'][:4]}; nobody forecasts it."
    ]
    if pd.notna(goal["baseline"]):
        half = money(goal["baseline"], goal["unit"])
        note += [
            f"The target is to multiply exports by {goal['factor']}, which implies {half}; no source says in which year."
        ]
    spans = sorted(zip(bases["from"], bases["to"], strict=True))
    if any(b < d for (_, d), (b, _) in itertools.pairwise(spans)):
        note += [
            "The published years overlap and come from different sources: the step between them is no growth."
        ]
    note += ["Dollars of the day, not adjusted for prices."]
    ids = [i for i in data["source_id"] if i]
    said = ". ".join(f"{row.amount}, {row.words}, takes {row.rate} a year" for row in bases.itertuples())
    return Words(
        title,
        " ".join(note),
        source(data, ids),
        f"{title}. Amounts over years, with paths to the target. {said}.",
    )


def path(base, goal) -> tuple[pd.DatetimeIndex, list[float]]:
    """Days and amounts at the same growth a year, from a published year's end to the target's last day."""
    days = pd.date_range(base["to"], goal["to"], periods=_PART)
    return days, [base["value"] * (1 + base["growth"]) ** ((day - days[0]).days / YEAR) for day in days]


def _drawn(data):
    """The marks with an amount, as tuples of their first row and all of their reports."""
    for _, reports in data.groupby("mark", sort=False):
        yield reports.sort_values("value", na_position="last", kind="stable").iloc[0], reports


def static(data: pd.DataFrame, size: Size) -> Figure:
    """One Axes: days across, an amount a year up."""
    with styled():
        said = words(data)
        if data.empty:
            return empty(size, said)
        page, goal = Page(size, said, _TALL[size.name]), _goal(data)
        foot = page.height - 2 * size.small
        left = 7.6 * size.small  # of the amounts
        axes = page.axes(left, 0, page.width, foot)
        first, last = pd.Timestamp(data["from"].min()), pd.Timestamp(data["to"].max()) + DAY
        top = 1.24 * float(data["value"].max())
        axes.set(xlim=(first - 40 * DAY, last), ylim=(0, top))
        ticks = [t for t in steps(top, top / (4 if size is PHONE else 5)) if 0 < t <= 0.9 * top]
        axes.set_yticks(ticks, [])
        axes.grid(axis="y")
        years = [pd.Timestamp(year, 1, 1) for year in range(first.year, last.year, 4 if size is PHONE else 2)]
        axes.set_xticks(years, [str(year.year) for year in years])
        axes.tick_params(length=0, labelsize=points(size.small))
        axes.spines[["left"]].set_visible(False)
        scale = (page.width - left) / ((last - first) / DAY + 40), foot / top
        at = lambda day: left + ((pd.Timestamp(day) - first) / DAY + 40) * scale[0]  # noqa: E731
        for tick in ticks:
            page.put(
                0, foot - tick * scale[1], money(tick, goal["unit"]), size.small, MUTED, va="center_baseline"
            )
        for base in data[data["place"] == PUBLISHED].to_dict("records"):
            days, amounts = path(base, goal)
            axes.plot(days, amounts, color=BLUE, lw=1.6, ls=(0, (4, 3)), zorder=2)
        thick = 0.9 * size.small
        highest = data.loc[data["place"] == PUBLISHED, "value"].max()
        for row, reports in _drawn(data):
            if pd.isna(row["value"]):
                continue
            start, stop = pd.Timestamp(row["from"]), pd.Timestamp(row["to"]) + DAY
            face = BLUE if row["place"] == TARGET else PAPER
            axes.barh(row["value"], stop - start, left=start, height=thick / scale[1], fc=face, ec=BLUE, lw=1.4, zorder=3,
                      gid=f"mark {';'.join(reports['claim'])}")  # fmt: skip
            _label(page, row, (at(start), at(stop)), foot - row["value"] * scale[1], thick, size, highest)
        axes.set_ylim(0, top)
        return page.figure


def _label(page, row, ends, y, thick, size, highest):
    """The amount and what it is: over the target and the highest published year, under the others."""
    bold = row["amount"]
    rest = {SUPERSEDED: f"{row['words']}, given up", TARGET: f"the target, {row['words']}"}.get(
        row["place"], row["words"]
    )
    rest += f"; takes {row['rate']} a year" * bool(row["rate"])
    late = row["place"] in (TARGET, SUPERSEDED)
    said = lines(rest, size.small, (13 if size is PHONE else 22) * size.small, most=4)
    below = row["place"] != TARGET and not (row["place"] == PUBLISHED and row["value"] == highest)
    tall = 1.25 * size.small
    top = y + thick / 2 + 0.75 * size.small if below else y - thick / 2 - tall * (len(said) + 0.65)
    for n, line in enumerate([bold, *said]):
        page.put(
            ends[1] if late else ends[0], top + n * tall, line, size.small, INK, bold=n == 0, va="center_baseline",
            ha="right" if late else "left", bbox={"fc": PAPER, "ec": "none", "pad": 0.3},
        )  # fmt: skip


def spec(data: pd.DataFrame) -> dict[str, Any]:
    """Plotly's JSON: a date axis and an axis of amounts."""
    if data.empty:
        return live.nothing(words(data))
    goal, traces, notes = _goal(data), [], []
    for base in data[data["place"] == PUBLISHED].to_dict("records"):
        days, amounts = path(base, goal)
        traces.append({
            "type": "scatter", "mode": "lines", "x": [str(day.date()) for day in days], "y": [round(a) for a in amounts],
            "line": {"color": BLUE, "dash": "4px,3px", "width": 1.6}, "hoverinfo": "skip",
            "name": safe(f"{base['rate']} a year from {base['amount']}"), "showlegend": True,
        })  # fmt: skip
    tall = float(data["value"].max()) * 0.04
    highest = data.loc[data["place"] == PUBLISHED, "value"].max()
    for row, reports in _drawn(data):
        if pd.isna(row["value"]):
            continue
        days = (pd.Timestamp(row["to"]) + DAY - pd.Timestamp(row["from"])) / pd.Timedelta(milliseconds=1)
        traces.append({
            "type": "bar", "orientation": "h", "base": [row["from"]], "x": [days], "y": [row["value"]], "width": tall,
            "marker": {"color": BLUE if row["place"] == TARGET else PAPER, "line": {"color": BLUE, "width": 1.6}},
            "hoverinfo": "text", "hovertext": [hover(f"{row['amount']}, {row['words']} ({row['place']})", reports)],
            "customdata": [";".join(reports["claim"])], "name": safe(f"{row['amount']}, {row['words']}"),
            "showlegend": False,
        })  # fmt: skip
        late, over = row["place"] in (TARGET, SUPERSEDED), row["place"] == TARGET or row["value"] == highest
        notes.append({"x": row["to"] if late else row["from"], "y": row["value"], "xanchor": "right" if late else "left",
                      "yanchor": "bottom" if over else "top", "yshift": 10 if over else -10,
                      "text": f"<b>{safe(row['amount'])}</b>", "bgcolor": PAPER, "borderpad": 0})  # fmt: skip
    first, last = pd.Timestamp(data["from"].min()), pd.Timestamp(data["to"].max())
    sign = money(1, goal["unit"]).removesuffix("1")
    return live.spec(
        words(data), traces, 330, annotations=notes, legend=48, barmode="overlay",
        xaxis={
            "type": "date", "range": [str((first - 640 * DAY).date()), str((last + 120 * DAY).date())], "showgrid": False,
        },
        yaxis={"range": [0, 1.15 * float(data["value"].max())], "tickprefix": sign, "exponentformat": "B",
               "ticklabelposition": "inside top", "nticks": 5},
    )  # fmt: skip


def interactive(data: pd.DataFrame):
    """A `plotly.graph_objects.Figure`."""
    return live.figure(spec(data))
