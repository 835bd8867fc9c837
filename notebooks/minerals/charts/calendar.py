"""The calendar: what was promised or is to happen by when, counted from what, before or after the last document."""

from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.figure import Figure

from ..finders import edtf
from .speakers import when
from .stretches import latest, written
from .style import bars, live
from .style.page import Page, empty, styled
from .style.palette import INK, MUTED, PAPER
from .style.sizes import PHONE, Size
from .style.words import Words, capital, nothing, sentence, source

PASSED, EITHER, AHEAD = "passed", "on either side", "ahead"
_LOOKS = {PASSED: bars.Look(PAPER, MUTED), EITHER: bars.PART, AHEAD: bars.WHOLE}
_WITHIN = bars.Look(PAPER, bars.WHOLE.edge, True)  # a limit is no day: any day until it
_MOST = {"page": 12, "slide": 8, "phone": 10}
DAY = pd.Timedelta(days=1)
_COLUMNS = [
    "claim",
    "mark",
    "metric",
    "name",
    "direction",
    "due",
    "amount",
    "from",
    "to",
    "precision",
    "due_basis",
    "due_from",
]
_COLUMNS += ["due_words", "lies", "far", "last", "source", "published", "document", "start", "end", "quote"]


def data(targets: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each report of a date that is set, in the order of the dates.

    `from` and `to` are what the date spans; for a length of time they are the day that it is counted from, and its limit.
    `lies` is where it lies from the day of the `last` document: passed, ahead, or on either side. `far` dates lie more
    than a year after it.
    """
    rows = targets[targets["due"] != ""].merge(documents[["document", "short", "published"]], on="document")
    if rows.empty:
        return pd.DataFrame(columns=_COLUMNS)
    last = latest(documents["published"])
    spans = [edtf.bounds(due) for due in rows["due"]]
    counted = [edtf.bounds(day)[0] if day else None for day in rows["due_from"]]
    rows = rows.assign(
        claim=rows["target"], mark=rows["metric"] + " " + rows["due"], source=rows["short"], last=str(last),
        amount=[when(due) for due in rows["due"]], precision=[edtf.precision(due) for due in rows["due"]],
        lies=[PASSED if end <= last else AHEAD if first > last else EITHER for first, end in spans],
        far=[first > last + 400 * DAY.to_pytimedelta() for first, _ in spans],
        to=[str(end) for _, end in spans],
        **{"from": [str(day or first) for day, (first, _) in zip(counted, spans, strict=True)]},
    )  # fmt: skip
    order = rows.assign(due_day=[str(first) for first, _ in spans]).sort_values(
        ["due_day", "to", "metric", "published"], kind="stable"
    )
    return order[_COLUMNS].reset_index(drop=True)


def words(data: pd.DataFrame) -> Words:
    """The title names the next deadline after the last document."""
    if data.empty:
        return nothing("date that is set")
    once = data.drop_duplicates("mark")
    last = written(once["last"].iloc[0])
    ahead = once[(once["lies"] == AHEAD) & (once["direction"] == "deadline")]
    metrics = once["metric"].nunique()
    left = once.loc[once["lies"] == AHEAD, "metric"].nunique()
    title = f"{left} of {metrics} dates that were set lie after the last document, {last}"
    if len(ahead):
        one = ahead.sort_values("to", kind="stable").iloc[0]
        title = f"The next deadline is {written(one['to'])}, for the {one['name']}; "
        title += f"{left} of {metrics} dates lie after {last}"
    note = ["Dark: after the last document; grey: before it; light: a month or week around it."]
    note += ["Hollow, dashed: any day within a length of time, from the day that it is counted from."] * bool(
        (once["due_from"] != "").any()
    )
    far = once[once["far"].astype(bool)]
    note += [f"Further ahead: {sentence(f'{r.amount}, {r.name}' for r in far.itertuples())}."] * bool(
        len(far)
    )
    coming = sentence((f"{row.name}, {row.amount}" for row in once[once["lies"] == AHEAD].itertuples()), 3)
    return Words(
        title,
        " ".join(note),
        source(data),
        f"{title}. Bars on a calendar. After the last document: {coming or 'none'}.",
    )


def _number(day: str) -> float:
    return float(mdates.date2num(pd.Timestamp(day)))


def _rows(data) -> list[bars.Row]:
    """A bar for each date that is near, at least three days long so that it can be pointed at."""
    found = []
    for _, reports in data[~data["far"].astype(bool)].groupby("mark", sort=False):
        row = reports.iloc[0]
        start, end = _number(row["from"]), _number(row["to"]) + 1
        counted = row["due_basis"] == "counted"
        look = _WITHIN if counted and row["lies"] != PASSED else _LOOKS[row["lies"]]
        by = ", ".join(f"“{r.due_words}”, {r.source}" for r in reports.itertuples())
        head = f"by {written(row['to'])}" if counted else row["amount"]
        found.append(bars.Row(capital(row["name"]), head, by, start, max(end, start + 3), look, "", reports))
    return found


def _span(rows) -> tuple[float, float]:
    return min(row.start for row in rows) - 3, max(row.end for row in rows) + 5


def static(data: pd.DataFrame, size: Size) -> Figure:
    """One date Axes; a line is the day of the last document."""
    with styled():
        said = words(data)
        rows = _rows(data) if len(data) else []
        if not rows:
            return empty(size, said)
        said = said.less(len(rows) - _MOST[size.name])
        rows = rows[: _MOST[size.name]]
        least, most = _span(rows)
        tall = bars.wanted(rows, size, size.width - 2 * size.margin)[1] * len(rows) * 0.8 + 3 * size.small
        page = Page(size, said, tall)
        months = pd.date_range(mdates.num2date(least).date(), mdates.num2date(most).date(), freq="MS")
        every = max(1, round(len(months) / (4 if size is PHONE else 9)))
        axes = bars.draw(
            page, rows, {_number(str(m.date())): f"{m:%b %Y}" for m in months[::every]}, most, least
        )
        axes.xaxis_date()
        last = _number(data["last"].iloc[0]) + 1
        if least < last < most:
            axes.axvline(last, color=INK, lw=1.2, zorder=2.5)
        return page.figure


def spec(data: pd.DataFrame) -> dict[str, Any]:
    """Plotly's JSON: bars on a date axis."""
    rows = _rows(data) if len(data) else []
    if not rows:
        return live.nothing(words(data))
    least, most = _span(rows)
    traces, layout = bars.traces(rows, most, least)
    for trace, row in zip(traces, rows, strict=True):
        trace["base"] = [str(mdates.num2date(row.start).date())]
        trace["x"] = [round((row.end - row.start) * 86_400_000)]
    for note, row in zip(layout["annotations"], rows, strict=True):
        if "xref" not in note:
            note["x"] = str(mdates.num2date(row.end).date())
    first, last = (str(mdates.num2date(day).date()) for day in (least, most))
    layout["xaxis"] = {"type": "date", "range": [first, last], "side": "top", "nticks": 5}
    now = str((pd.Timestamp(data["last"].iloc[0]) + DAY).date())
    line = {
        "type": "line",
        "x0": now,
        "x1": now,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": INK, "width": 1},
    }
    return live.spec(words(data), traces, 92 * len(rows) + 40, shapes=[line], **layout)


def interactive(data: pd.DataFrame):
    """A `plotly.graph_objects.Figure`."""
    return live.figure(spec(data))
