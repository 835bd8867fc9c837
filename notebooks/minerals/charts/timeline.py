"""The timeline: what happened when, in which lane, told by how many documents, and how precisely dated."""

import datetime

import pandas as pd

from ..chart import BLUE, GREEN, INK, MUTED, ORANGE, PAPER, RULE, SIZE, WIDTH, Chart, hover, width_of
from .stretches import DAY, Axis, written

_BOTH = "New Zealand with the United States"
LANES = {"New Zealand": BLUE, _BOTH: GREEN, "United States and others": ORANGE}
_ROW, _HEAD, _SPACE = 0.2, 0.5, 0.33  # inches: a line of marks, the head over them, a lane's title
_MARK = 0.07  # inches, half of a day's dot
_COUNTRY = r"(?:^|;)[A-Z]{3}(?:;|$)"  # among actors, whose other names are longer
_HOME = {
    "Pacific/Auckland": "NZL",
    "America/New_York": "USA",
    "": "",
}  # of an event that names no acting country
_SHARES, _GAP = (0.25, 0.56, 0.19), 0.08  # of the width, and inches between
_SCALES = (("by year", "#f6f7f9"), ("by day", PAPER), ("still ahead, by month", "#e9ecf0"))


def readings(events: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each date that sources give an event, with `sources` that agree on it and `across` that tell it.

    Sources that date an event otherwise keep a row of their own.
    """
    dated = events[events["date"] != ""].merge(documents[["document", "short", "published"]], on="document")
    going_on = dated["date_start"] == ""  # "until June": it is going on when it is told
    dated = dated.assign(date_start=dated["date_start"].where(~going_on, dated["published"]))
    together = dated.groupby(["event", "date"], sort=False).agg(
        name=("name", "first"), date_start=("date_start", "first"), date_end=("date_end", "first"),
        precision=("precision", "first"), sources=("document", "nunique"),
        told_by=("short", lambda s: ", ".join(dict.fromkeys(s))), quote=("quote", "first"),
        source=("short", "first"), published=("published", "first"), claim=("claim", "first"),
    )  # fmt: skip
    rows = together.reset_index()
    named = dated["actors"].str.contains(_COUNTRY) | (dated["actors"] == "")
    dated = dated.assign(acting=dated["actors"].where(named, dated["calendar"].map(_HOME)))
    whole = dated.groupby("event").agg(lane=("acting", _lane), across=("document", "nunique"))
    rows = rows.join(whole, on="event")
    return rows.sort_values(["date_start", "date_end", "event"], kind="stable", ignore_index=True)


def _lane(acting: pd.Series) -> str:
    """An event's lane by the countries that act in it, in any of its tellings."""
    acting = set(";".join(acting).split(";"))
    if "NZL" not in acting:
        return "United States and others"
    return _BOTH if "USA" in acting else "New Zealand"


def chart(events: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """Every dated event of the tables `events` and `documents`."""
    rows = readings(events, documents)
    last = max(map(datetime.date.fromisoformat, documents["published"]))
    axis = _axis(rows, last)
    placed, tops, bottom = _placed(rows, axis)
    several = rows.loc[rows["across"] > 1, "event"].nunique()
    return Chart(
        name="02_timeline",
        title=_title(rows, last),
        subtitle=f"{rows['event'].nunique()} dated events as {len(documents)} documents tell them. A dot is a day; "
        f"a bar is as vague as its source. Bold: the {several} that several documents date, twice where they "
        "differ, with how many agree",
        source="Sources: " + "; ".join(f"{d.short}, {written(d.published)}" for d in documents.itertuples()),
        alt=_alt(rows, last),
        table=rows,
        height=_HEAD - bottom,
        draw=lambda axes: _draw(axes, placed, axis, tops, bottom),
        traces=_traces(placed),
        layout=_layout(axis, tops, bottom),
    )


def _axis(rows, last) -> Axis:
    starts, ends = ([datetime.date.fromisoformat(day) for day in rows[c]] for c in ("date_start", "date_end"))
    weeks = min(day for day in starts if day.year == last.year)
    end = max(ends) + 20 * DAY
    days = [min(starts).replace(month=1, day=1), weeks - weeks.weekday() * DAY, last + DAY, end]
    return Axis(days, _SHARES, WIDTH, _GAP)


def _placed(rows, axis):
    """The rows with their marks' ends and labels, each on the first free line of its lane; the lanes' tops; the bottom."""
    spans = {name: [] for name in LANES}
    marks = [_mark(row, axis, spans[row.lane]) for row in rows.itertuples()]
    tops, y = {}, 0.0
    for name, lines in spans.items():
        tops[name] = y
        y -= _SPACE + len(lines) * _ROW
    placed = rows.join(pd.DataFrame(marks))
    return placed.assign(y=[tops[r.lane] - _SPACE - r.line * _ROW for r in placed.itertuples()]), tops, y


def _mark(row, axis, lines) -> dict:
    """Where a row's mark stands, and its label: right of it, or left where that is free or the page ends."""
    x0 = axis.at(datetime.date.fromisoformat(row.date_start))
    x1 = axis.at(datetime.date.fromisoformat(row.date_end) + DAY * (row.precision != "day"))
    label = f"{row.name} ({row.sources})" if row.sources > 1 else row.name
    room = width_of(label, SIZE["mark"], row.across > 1) + 0.15
    sides = {True: (x0 - _MARK, x1 + _MARK + room), False: (x0 - _MARK - room, x1 + _MARK)}
    sides = {side: ends for side, ends in sides.items() if ends[0] >= -_MARK and ends[1] <= WIDTH}
    free = [
        (line, not side)
        for side, (left, right) in sides.items()
        for line in range(len(lines) + 1)
        if line == len(lines) or all(right < a or b < left for a, b in lines[line])
    ]
    line, left_side = min(free)
    lines += [[]] * (line == len(lines))
    lines[line].append(sides[not left_side])
    return {"x0": x0, "x1": x1, "label": label, "bold": row.across > 1, "right": not left_side, "line": line}


def _title(rows, last) -> str:
    weeks = rows[rows["date_start"].str.startswith(str(last.year)) & (rows["date_start"] <= last.isoformat())]
    first, count = written(min(weeks["date_start"])), weeks["event"].nunique()
    return f"{count} of {rows['event'].nunique()} dated events fall between {first} and {written(last.isoformat())}"


def _alt(rows, last) -> str:
    lanes = []
    for name in LANES:
        here = rows[rows["lane"] == name]
        first, final = here.iloc[0], here.iloc[-1]
        lanes.append(f"{name}: {here['event'].nunique()} events, from «{first['name']}» to «{final['name']}»")
    most = rows.loc[rows["across"].idxmax()]
    ahead = "», «".join(rows[rows["date_start"] > last.isoformat()]["name"])
    return (
        f"Timeline in {len(LANES)} lanes. {'. '.join(lanes)}. Told by most documents, {most['across']}: «{most['name']}». "
        f"After the last document: «{ahead}»."
    )


def _draw(axes, placed, axis, tops, bottom):
    axes.set(xlim=(0, WIDTH), ylim=(bottom, _HEAD))
    axes.axis("off")
    for (_, _, left, right), (words, shade) in zip(axis.stretches, _SCALES, strict=True):
        axes.axvspan(left, right, color=shade, lw=0, zorder=-2)
        axes.text(
            (left + right) / 2, 0.33, words, size=SIZE["mark"], color=MUTED, ha="center", style="italic"
        )
    for x, label in axis.ticks():
        axes.vlines(x, bottom, 0.08, color=RULE, lw=0.5, zorder=-1)
        axes.text(x + 0.03, 0.11, label, size=SIZE["mark"], color=MUTED)
    for name, top in tops.items():
        axes.hlines(top, 0, WIDTH - _GAP, color=INK, lw=0.8)
        axes.text(0.05, top - 0.2, name, size=SIZE["label"], weight="bold", color=LANES[name])
    for r in placed.itertuples():
        colour, weight = LANES[r.lane], "bold" if r.bold else "normal"
        if r.precision == "day":
            axes.plot(r.x0, r.y, "o", ms=6, color=colour, mec=PAPER, mew=0.5, zorder=3)
        else:
            axes.plot(
                [r.x0, r.x1], [r.y, r.y], color=colour, lw=5, alpha=0.5, solid_capstyle="butt", zorder=2
            )
        x, side = (r.x1 + _MARK + 0.03, "left") if r.right else (r.x0 - _MARK - 0.03, "right")
        axes.text(x, r.y - 0.005, r.label, size=SIZE["mark"], va="center", ha=side, color=INK, weight=weight)


def _traces(placed) -> list[dict]:
    """The days as points and the vague dates as bars, with their labels; hovering either gives its sentence."""
    traces = []
    for lane, days in ((lane, days) for lane in LANES for days in (True, False)):
        rows = [r for r in placed.itertuples() if r.lane == lane and (r.precision == "day") == days]
        ends = [[r.x0] if days else [r.x0, r.x1, None] for r in rows]
        said = [hover(f"{r.name} ({r.told_by})", r.quote, r.source, written(r.published)) for r in rows]
        traces.append({
            "type": "scatter", "name": lane, "mode": "markers" if days else "lines",
            "x": [x for xs in ends for x in xs], "y": [r.y for r, xs in zip(rows, ends, strict=True) for _ in xs],
            "hovertext": [words for words, xs in zip(said, ends, strict=True) for _ in xs], "hoverinfo": "text",
            "marker": {"color": LANES[lane], "size": 9}, "line": {"color": LANES[lane], "width": 7},
            "opacity": 1 if days else 0.5,
        })  # fmt: skip
    return [*traces, *_labels(placed)]


def _labels(placed):
    for right in (True, False):
        rows = placed[placed["right"] == right]
        yield {
            "type": "scatter", "mode": "text", "hoverinfo": "skip", "y": rows["y"].tolist(),
            "x": [r.x1 + _MARK if right else r.x0 - _MARK for r in rows.itertuples()],
            "text": [f"<b>{r.label}</b>" if r.bold else r.label for r in rows.itertuples()],
            "textposition": "middle right" if right else "middle left", "textfont": {"size": SIZE["mark"] * 4 / 3},
        }  # fmt: skip


def _layout(axis, tops, bottom) -> dict:
    """Plain axes; ticks, lanes and scales are drawn as the picture has them."""
    small = {"size": SIZE["mark"] * 4 / 3, "color": MUTED}
    scales = [
        (left, right, *scale) for (_, _, left, right), scale in zip(axis.stretches, _SCALES, strict=True)
    ]
    words = [(0.0, top - 0.1, f"<b>{name}</b>", {"color": LANES[name]}, "left") for name, top in tops.items()]
    words += [(x, 0.17, label, small, "left") for x, label in axis.ticks()]
    words += [
        ((left + right) / 2, 0.39, f"<i>{name}</i>", small, "center") for left, right, name, _ in scales
    ]
    lines = [(x, x, bottom, 0.08, RULE) for x, _ in axis.ticks()]
    lines += [(0, WIDTH - _GAP, top, top, INK) for top in tops.values()]
    return {
        "xaxis": {"visible": False, "range": [0, WIDTH]},
        "yaxis": {"visible": False, "range": [bottom, _HEAD]},
        "annotations": [
            {"x": x, "y": y, "text": text, "font": font, "xanchor": side, "showarrow": False}
            for x, y, text, font, side in words
        ],
        "shapes": [
            _shape("rect", left, right, bottom, _HEAD, fillcolor=shade, line={"width": 0})
            for left, right, _, shade in scales
        ]
        + [_shape("line", *ends, line={"color": colour, "width": 1}) for *ends, colour in lines],
    }


def _shape(kind, x0, x1, y0, y1, **style) -> dict:
    return {"type": kind, "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below", **style}
