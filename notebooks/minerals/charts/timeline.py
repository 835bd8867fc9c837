"""The timeline: what happened when, in which lane, reported by how many documents, and how precisely dated."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from ..finders import edtf
from . import timeline_list, timeline_live, timeline_panels
from .speakers import when
from .stretches import latest
from .style import live
from .style.page import empty, styled
from .style.palette import BLUE, GREEN, ORANGE
from .style.sizes import PHONE, Size
from .style.words import Words, count, nothing, source

HOME, BOTH, ABROAD = "New Zealand", "New Zealand with the United States", "United States and others"
LANES = {HOME: BLUE, BOTH: GREEN, ABROAD: ORANGE}
_COUNTRY = r"(?:^|;)[A-Z]{3}(?:;|$)"  # among actors, whose other names are longer
_HOME = {"Pacific/Auckland": "NZL", "America/New_York": "USA"}  # of an event that names no acting country
_WINDOW = pd.Timedelta(days=34)  # before the last document: the weeks that are drawn by the day


def data(events: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each report of a dated event, in the order of the dates.

    `mark` is the mark that the reports of one event share that give it one date, `from` and `to` (ISO dates) what that
    date spans, `reported_by` how many documents give it, `documents` how many report the event with any date. `rank`
    orders the events by how many report them: one mark an event has a rank, the others 0.
    """
    rows = events[events["date"] != ""].merge(documents[["document", "short", "published"]], on="document")
    ongoing = rows["date_start"] == ""  # "until June": it is going on when it is reported
    told = rows["published"].map(lambda day: str(edtf.bounds(day)[0]))
    named = rows["actors"].str.contains(_COUNTRY) | (rows["actors"] == "")
    rows = rows.assign(
        mark=rows["event"] + " " + rows["date"], source=rows["short"], to=rows["date_end"],
        **{"from": rows["date_start"].where(~ongoing, told)},
        acting=rows["actors"].where(named, rows["calendar"].map(_HOME).fillna("")),
        ongoing=rows["status"] == "ongoing",
    )  # fmt: skip
    rows["from"] = rows.groupby("mark")["from"].transform("min")
    rows["reported_by"] = rows.groupby("mark")["document"].transform("nunique")
    rows["documents"] = rows.groupby("event")["document"].transform("nunique")
    lanes = {event: _lane(acting) for event, acting in rows.groupby("event")["acting"]}
    rows["lane"] = rows["event"].map(lanes)
    rows["rank"] = rows["mark"].map(_ranks(rows)).fillna(0).astype(int)
    columns = [
        "claim",
        "mark",
        "event",
        "name",
        "date",
        "from",
        "to",
        "precision",
        "ongoing",
        "lane",
        "category",
    ]
    columns += [
        "reported_by",
        "documents",
        "rank",
        "source",
        "published",
        "document",
        "start",
        "end",
        "quote",
    ]
    return rows.sort_values(["from", "to", "event"], kind="stable", ignore_index=True)[columns]


def _ranks(rows) -> dict[str, int]:
    """Mark -> the event's rank, for the mark that most documents give, or else the most precise one.

    The first of each lane comes before all others.
    """
    fine = rows["precision"].map({"day": 0, "interval": 1, "month": 2}).fillna(3)
    once = rows.assign(fine=fine).drop_duplicates("mark")
    best = once.sort_values(["reported_by", "fine"], ascending=[False, True], kind="stable").drop_duplicates(
        "event"
    )
    order = best.sort_values(
        ["documents", "reported_by", "from"], ascending=[False, False, False], kind="stable"
    )
    order = order.assign(later=order.duplicated("lane")).sort_values("later", kind="stable")
    return {mark: n for n, mark in enumerate(order["mark"], 1)}


def _lane(acting: pd.Series) -> str:
    """An event's lane by the countries that act in it, in any of its reports."""
    codes = set(";".join(acting).split(";"))
    return ABROAD if "NZL" not in codes else BOTH if "USA" in codes else HOME


def window(data: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The weeks before the last document that are drawn by the day: from the first day with an event to the day after."""
    last = pd.Timestamp(latest(data["published"]))
    starts = pd.to_datetime(data["from"])
    return starts[(starts > last - _WINDOW) & (starts <= last)].min(), last + pd.Timedelta(days=1)


def words(data: pd.DataFrame) -> Words:
    """The title says how much of it lies in the last weeks, and whether New Zealand is still in talks."""
    if data.empty:
        return nothing("event with a date")
    first, end = window(data)
    events = data.drop_duplicates("event")
    starts = pd.to_datetime(events["from"])
    inside = (starts >= first) & (starts < end)
    span = when(f"{first.date()}/{(end - pd.Timedelta(days=1)).date()}") if pd.notna(first) else ""
    if inside.sum() > len(events) / 2:
        weeks = max(1, round((end - first).days / 7))
        title = f"Most of the story happens in {count(weeks)} week{'s' * (weeks > 1)}, {span}"
    else:
        title = f"The story runs from {events['name'].iloc[0]} to {events['name'].iloc[-1]}"
    talks = data[data["ongoing"] & (data["category"] == "talks") & (data["lane"] == BOTH)]
    title += "; New Zealand ends it still in talks" * bool(len(talks))
    several = events[events["documents"] > 1]
    one = len(events) - len(several)
    note = "A filled mark: reported by several documents; hollow: by one. A bar: the source gives only a week, a month or "
    note += "a year. " + f"{one} of {len(events)} events have one source." * (one > 0)
    most = data.loc[data["rank"] == 1, "name"].iloc[0]
    return Words(
        title, note.strip(), source(data),
        f"{title}. A timeline in {len(set(data['lane']))} lanes, from {when(events['date'].iloc[0].removeprefix('../'))}. "
        f"Reported by most documents: {most}. {one} of {len(events)} events have one source.",
    )  # fmt: skip


def static(data: pd.DataFrame, size: Size) -> Figure:
    """Date axes side by side: the years before, the weeks by the day, and what is ahead; on a phone a list."""
    with styled():
        if data.empty:
            return empty(size, words(data))
        draw = timeline_list.draw if size is PHONE else timeline_panels.draw
        return draw(data, words(data), size, LANES, window(data))


def spec(data: pd.DataFrame) -> dict[str, Any]:
    """Plotly's JSON: one date axis, which opens on the weeks, with a slider for all the years."""
    if data.empty:
        return live.nothing(words(data))
    return timeline_live.spec(data, words(data), LANES, window(data))


def interactive(data: pd.DataFrame):
    """A `plotly.graph_objects.Figure`."""
    return live.figure(spec(data))
