"""The timeline: what happened when, in which lane, told by how many of the documents, and how precisely dated."""

import datetime
from itertools import pairwise

import pandas as pd

from ..chart import BLUE, GREEN, INK, MUTED, ORANGE, PAPER, RULE, SIZE, Chart, hover, width_of

LANES = {"New Zealand": BLUE, "Both": GREEN, "United States and others": ORANGE}
_WIDTH, _ROW = 13.0, 0.21  # inches
_MARK = 0.085  # inches, half of a day's dot
_SHARES = (0.26, 0.56, 0.18)  # of the width: the years before, the weeks in question, what lies ahead
_GAP = 0.012


def readings(events: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each date that sources give an event: `event, date, date_start, date_end, sources, lane, …`.

    Tellings that agree on the date are one row; sources that date an event otherwise keep a row of their own.
    """
    dated = events[events["date"] != ""].merge(documents[["document", "short", "published"]], on="document")
    whole = dated.assign(lane=dated["actors"].map(lane)).groupby("event")["lane"].agg(_joint)
    together = dated.groupby(["event", "date"], sort=False).agg(
        date_start=("date_start", "first"), date_end=("date_end", "first"), precision=("precision", "first"),
        sources=("document", "nunique"), told_by=("short", lambda s: ", ".join(dict.fromkeys(s))),
        name=("name", "first"), quote=("quote", "first"), source=("short", "first"),
        published=("published", "first"), claim=("claim", "first"), status=("status", "first"),
    )  # fmt: skip
    rows = together.reset_index()
    rows = rows.assign(
        lane=rows["event"].map(whole), across=rows["event"].map(dated.groupby("event")["document"].nunique())
    )
    return rows.sort_values(["date_start", "date_end", "event"], kind="stable", ignore_index=True)


def lane(actors: str) -> str:
    """The lane of an event by the countries that act in it."""
    acting = set(actors.split(";"))
    return (
        "Both"
        if {"NZL", "USA"} <= acting
        else "New Zealand"
        if "NZL" in acting
        else "United States and others"
    )


def _joint(lanes) -> str:
    return lanes.iloc[0] if lanes.nunique() == 1 else "Both"


class _Axis:
    """Days on a line in three stretches, each with its own scale; positions are parts of the whole width."""

    def __init__(self, first, weeks, last, end):
        days = [datetime.date(first.year, 1, 1), weeks, last + datetime.timedelta(days=1), end]
        self.stretches, at = [], 0.0
        for (start, stop), share in zip(pairwise(days), _SHARES, strict=True):
            self.stretches.append((start, stop, at, at + share - _GAP))
            at += share

    def at(self, day: datetime.date) -> float:
        for start, stop, left, right in self.stretches:
            if day < stop or stop == self.stretches[-1][1]:
                return left + (right - left) * max((day - start).days, 0) / (stop - start).days
        raise AssertionError(day)

    def ticks(self):
        """(position, label, grand) of each tick: years, then days, then months."""
        years, weeks, ahead = self.stretches
        for year in range(years[0].year, years[1].year + 1):
            if datetime.date(year, 1, 1) < years[1]:
                yield self.at(datetime.date(year, 1, 1)), str(year), True
        day = weeks[0]
        while day < weeks[1]:
            if day.weekday() == 0:
                yield self.at(day), f"{day.day} {day:%b}", False
            day += datetime.timedelta(days=1)
        month = (ahead[0].replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
        while month < ahead[1]:
            yield self.at(month), f"{month:%b}", False
            month = (month + datetime.timedelta(days=32)).replace(day=1)


def _axis(rows, last):
    days = [datetime.date.fromisoformat(d) for d in [*rows["date_start"], *rows["date_end"]]]
    weeks = min(d for d in map(datetime.date.fromisoformat, rows["date_start"]) if d.year == last.year)
    end = max(*days, last + datetime.timedelta(days=60)) + datetime.timedelta(days=20)
    return _Axis(min(days), weeks - datetime.timedelta(days=weeks.weekday()), last, end)


def _placed(rows, axis):
    """The rows with what a mark needs: its ends, its label and the side it stands on, and its line in its lane."""
    placed, taken = [], {}
    for row in rows.itertuples():
        x0 = axis.at(datetime.date.fromisoformat(row.date_start)) * _WIDTH
        x1 = axis.at(datetime.date.fromisoformat(row.date_end)) * _WIDTH
        bold = row.across > 1
        label = f"{row.name} ({row.sources})" if row.sources > 1 else row.name
        room = width_of(label, SIZE["mark"], bold) + 0.12
        right = x1 + _MARK + room < _WIDTH
        left, far = (x0 - _MARK, x1 + _MARK + room) if right else (x0 - _MARK - room, x1 + _MARK)
        lines = taken.setdefault(row.lane, [])
        line = next(
            (i for i, spans in enumerate(lines) if all(far < a or b < left for a, b in spans)), len(lines)
        )
        if line == len(lines):
            lines.append([])
        lines[line].append((left, far))
        placed.append({"x0": x0, "x1": x1, "label": label, "bold": bold, "right": right, "line": line})
    return rows.join(pd.DataFrame(placed)), {name: len(taken.get(name, [])) for name in LANES}


def timeline(events: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """The chart of every dated event in the tables `events` and `documents`."""
    rows = readings(events, documents)
    last = max(map(datetime.date.fromisoformat, documents["published"]))
    axis = _axis(rows, last)
    placed, depth = _placed(rows, axis)
    tops, y = {}, 0.0
    for name, lines in depth.items():
        tops[name] = y - _ROW
        y -= lines * _ROW + 0.32
    placed = placed.assign(y=[tops[r.lane] - r.line * _ROW for r in placed.itertuples()])
    told = events.groupby("event")["document"].nunique()
    several = int((told > 1).sum())
    return Chart(
        name="02_timeline",
        title=_title(rows, told, documents, last),
        subtitle=f"{len(told)} events as {len(documents)} documents tell them, {len(rows)} dated readings: a dot is a day, "
        f"a bar is as vague as its source. Bold: the {several} told by several documents (how many agree on the date)",
        source="Sources: " + "; ".join(f"{d.short}, {written(d.published)}" for d in documents.itertuples()),
        alt=_alt(rows, told, last),
        table=rows,
        size=(_WIDTH + 0.4, -y + 1.6),
        draw=lambda axes: _draw(axes, placed, axis, tops, y, last),
        traces=_traces(placed),
        layout=_layout(axis, tops, y, last),
    )


def written(day: str) -> str:
    """A date as people write it: `4 February 2026`, `February 2026` or `2026`.

    >>> written("2026-02-04")
    '4 February 2026'
    """
    parts = day.split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {datetime.date.fromisoformat(day):%B %Y}"
    return f"{datetime.date(int(parts[0]), int(parts[1]), 1):%B %Y}" if len(parts) == 2 else day


def _title(rows, told, documents, last) -> str:
    weeks = rows[rows["date_start"].str.startswith(str(last.year)) & (rows["date_start"] <= last.isoformat())]
    first = written(min(weeks["date_start"]))
    return f"{weeks['event'].nunique()} of {rows['event'].nunique()} dated events fall between {first} and {written(last.isoformat())}"


def _alt(rows, told, last) -> str:
    parts = []
    for name in LANES:
        here = rows[rows["lane"] == name]
        parts.append(
            f"{name}: {here['event'].nunique()} events, from {here['name'].iloc[0]} to {here['name'].iloc[-1]}"
        )
    ahead = rows[rows["date_start"] > last.isoformat()]["name"]
    most = told.idxmax()
    return (
        f"Timeline in three lanes. {'. '.join(parts)}. Told by most documents ({told.max()}): "
        f"{rows.loc[rows['event'] == most, 'name'].iloc[0]}. After the last document: {', '.join(ahead)}."
    )


def _draw(axes, placed, axis, tops, bottom, last):
    axes.set(xlim=(0, _WIDTH), ylim=(bottom, 0.3))
    axes.axis("off")
    for position, label, grand in axis.ticks():
        axes.axvline(position * _WIDTH, color=RULE, lw=0.6, zorder=0)
        axes.text(
            position * _WIDTH + 0.03,
            0.12,
            label,
            size=SIZE["mark"],
            color=MUTED,
            weight="bold" if grand else "normal",
        )
    _, (_, _, _, weeks_end), (_, _, ahead, _) = axis.stretches
    axes.axvspan(ahead * _WIDTH, _WIDTH, color="#f2f3f5", zorder=-1)
    axes.text(
        _WIDTH - 0.04,
        bottom + 0.06,
        "ahead of the last document",
        size=SIZE["mark"],
        color=MUTED,
        ha="right",
        style="italic",
    )
    for name, top in tops.items():
        axes.axhline(top + 0.3, color=INK, lw=0.8)
        axes.text(0.02, top + 0.13, name, size=SIZE["label"], weight="bold", color=LANES[name])
    for r in placed.itertuples():
        y, colour = r.y - 0.12, LANES[r.lane]
        if r.precision == "day":
            axes.plot(r.x0, y, "o", ms=6.5, color=colour, mec=PAPER, mew=0.5, zorder=3)
        else:
            axes.plot(
                [r.x0, max(r.x1, r.x0 + 0.1)],
                [y, y],
                color=colour,
                lw=5,
                alpha=0.45,
                solid_capstyle="round",
                zorder=2,
            )
        x, align = (r.x1 + _MARK + 0.03, "left") if r.right else (r.x0 - _MARK - 0.03, "right")
        axes.text(
            x,
            y - 0.005,
            r.label,
            size=SIZE["mark"],
            va="center",
            ha=align,
            color=INK,
            weight="bold" if r.bold else "normal",
        )


def _traces(placed) -> list[dict]:
    """A line a vague date and a point a day, the label beside it, the source's sentence on hovering either."""
    traces = []
    for name, colour in LANES.items():
        for days in (True, False):
            rows = [r for r in placed.itertuples() if r.lane == name and (r.precision == "day") == days]
            xs, ys, hovers = [], [], []
            for r in rows:
                words = hover(f"{r.name} ({r.told_by})", r.quote, r.source, written(r.published))
                ends = [r.x0] if days else [r.x0, max(r.x1, r.x0 + 0.1), None]
                xs += ends
                ys += [r.y - 0.12] * len(ends)
                hovers += [words] * len(ends)
            traces.append({
                "type": "scatter", "x": xs, "y": ys, "mode": "markers" if days else "lines+markers", "name": name,
                "hovertext": hovers, "hoverinfo": "text", "marker": {"color": colour, "size": 10 if days else 7},
                "line": {"color": colour, "width": 7}, "opacity": 1 if days else 0.5,
            })  # fmt: skip
    return traces


def _layout(axis, tops, bottom, last) -> dict:
    """Plain axes without ticks of their own; ticks and lanes are drawn as the picture has them."""
    plain = {"visible": False, "fixedrange": False}
    lanes = [
        {
            "x": 0,
            "y": top + 0.16,
            "text": f"<b>{name}</b>",
            "showarrow": False,
            "xanchor": "left",
            "font": {"color": LANES[name]},
        }
        for name, top in tops.items()
    ]
    ticks = [
        {
            "x": x * _WIDTH,
            "y": 0.2,
            "text": label,
            "showarrow": False,
            "xanchor": "left",
            "font": {"size": 11, "color": MUTED},
        }
        for x, label, _ in axis.ticks()
    ]
    lines = [
        {
            "type": "line",
            "x0": x * _WIDTH,
            "x1": x * _WIDTH,
            "y0": bottom,
            "y1": 0.1,
            "layer": "below",
            "line": {"color": RULE, "width": 1},
        }
        for x, _, _ in axis.ticks()
    ]
    return {
        "xaxis": plain | {"range": [0, _WIDTH]}, "yaxis": plain | {"range": [bottom, 0.3]},
        "annotations": lanes + ticks, "shapes": lines,
    }  # fmt: skip
