"""The timeline: what happened when, in which lane, told by how many documents, and how precisely dated."""

import datetime
from typing import NamedTuple

import pandas as pd

from ..finders import edtf
from .chart import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PALE,
    PAPER,
    RULE,
    SHADE,
    SIZE,
    WIDTH,
    Chart,
    hovered,
    width_of,
)
from .plate import Fill, Mark, Plate, bar, box
from .stretches import DAY, Axis, latest, written

_BOTH = "New Zealand with the United States"
LANES = {"New Zealand": BLUE, _BOTH: GREEN, "United States and others": ORANGE}
_LIGHT = dict(zip(LANES, ("#7fb8d8", "#7fceb9", "#eaae7f"), strict=True))  # of what is vague
_ROW, _HEAD, _SPACE = 0.2, 0.5, 0.36  # inches: a line of marks, the head over them, a lane's title
_MARK, _BESIDE = 0.07, 0.03  # inches: half of a day's dot, and a tick's label right of it
_TIP = 0.12  # inches, the point of a bar whose beginning is open
_LEAST = 0.08  # inches: a mark that can be pointed at
_COUNTRY = r"(?:^|;)[A-Z]{3}(?:;|$)"  # among actors, whose other names are longer
_HOME = {
    "Pacific/Auckland": "NZL",
    "America/New_York": "USA",
}  # of an event that names no acting country; in any other calendar, others act
_SHARES, _GAP = (0.25, 0.56, 0.19), 0.08  # of the width, and inches between


def readings(events: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each date that sources give an event, with `sources` that agree on it, `across` that date it and
    `reported`, which adds those that do not.

    Sources that date an event differently keep a row of their own. A date that is `open` has no stated beginning:
    it is drawn from the day of its source on, and falls inside no period.
    """
    dated = events[events["date"] != ""].merge(documents[["document", "short", "published"]], on="document")
    days = {c: dated[c].dt.strftime("%Y-%m-%d").fillna("") for c in ("date_start", "date_end")}
    dated = dated.assign(**days)  # as the scale takes them
    going_on = dated["date_start"] == ""  # "until June"
    told = dated["published"].map(lambda day: str(edtf.bounds(day)[0]))
    dated = dated.assign(date_start=dated["date_start"].where(~going_on, told), open=going_on)
    dated["report"] = list(zip(dated["quote"], dated["short"], map(written, dated["published"]), strict=True))
    together = dated.groupby(["event", "date"], sort=False).agg(
        name=("name", "first"), date_start=("date_start", "first"), date_end=("date_end", "first"),
        precision=("precision", "first"), open=("open", "first"), ongoing=("status", _ongoing),
        sources=("document", "nunique"),
        told_by=("short", lambda s: ", ".join(dict.fromkeys(s))), quote=("quote", "first"),
        source=("short", "first"), published=("published", "first"), claim=("claim", "first"), reports=("report", tuple),
    )  # fmt: skip
    rows = together.reset_index()
    named = dated["actors"].str.contains(_COUNTRY) | (dated["actors"] == "")
    dated = dated.assign(acting=dated["actors"].where(named, dated["calendar"].map(_HOME).fillna("")))
    whole = dated.groupby("event").agg(lane=("acting", _lane), across=("document", "nunique"))
    rows = rows.join(whole, on="event")
    rows["reported"] = rows["event"].map(events.groupby("event")["document"].nunique())
    return rows.sort_values(["date_start", "date_end", "event"], kind="stable", ignore_index=True)


def _ongoing(status: pd.Series) -> bool:
    """Whether its tellings have it going on at that date, not begun there: the table says which."""
    return bool((status == "ongoing").all())


def _lane(acting: pd.Series) -> str:
    """An event's lane by the countries that act in it, in any of its tellings."""
    acting = set(";".join(acting).split(";"))
    if "NZL" not in acting:
        return "United States and others"
    return _BOTH if "USA" in acting else "New Zealand"


def chart(events: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """Every dated event of the tables `events` and `documents`."""
    rows = readings(events, documents)
    last = latest(documents["published"])
    several = rows.loc[rows["across"] > 1, "event"].nunique()
    return Chart(
        name="02_timeline",
        title=_title(rows, last),
        subtitle=f"{rows['event'].nunique()} dated events as {len(documents)} documents report them. A dot is a day, "
        "hollow where it was going on then; a bar is as vague as its source, pointed where no beginning is stated. "
        f"Bold: the {several} that several documents date, twice where they differ, with how many agree",
        source="Sources: " + "; ".join(f"{d.short}, {written(d.published)}" for d in documents.itertuples()),
        alt=_alt(rows, last),
        table=rows.drop(columns="reports"),
        plate=lambda: _plate(rows, last),
    )


def _axis(rows, last) -> Axis:
    starts, ends = ([datetime.date.fromisoformat(day) for day in rows[c]] for c in ("date_start", "date_end"))
    weeks = min(day for day in starts if day.year == last.year)
    end = max(ends) + 20 * DAY
    days = [min(starts).replace(month=1, day=1), weeks - weeks.weekday() * DAY, last + DAY, end]
    return Axis(days, _SHARES, WIDTH, _GAP)


class _Place(NamedTuple):
    """Where a row's mark begins and ends, across and down, and its label, right of it or left."""

    row: tuple
    x0: float
    x1: float
    y: float
    label: str
    right: bool


def _placed(rows, axis) -> tuple[list[_Place], dict[str, float], float]:
    """The rows' marks, each on the first free line of its lane; the lanes' tops; the bottom."""
    spans = {name: [] for name in LANES}
    marks = [_mark(row, axis, spans[row.lane]) for row in rows.itertuples()]
    tops, y = {}, 0.0
    for name, lines in spans.items():
        tops[name] = y
        y -= _SPACE + len(lines) * _ROW
    return [mark._replace(y=tops[mark.row.lane] - _SPACE - mark.y * _ROW) for mark in marks], tops, y


def _mark(row, axis, lines) -> _Place:
    """Its line in place of its y; its label stands right of it, or left where that is free or the page ends."""
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
    if line == len(lines):
        lines.append([])
    lines[line].append(sides[not left_side])
    return _Place(row, x0, x1, line, label, not left_side)


def inside(rows: pd.DataFrame, last: datetime.date) -> pd.DataFrame:
    """The readings that lie, with all the days that they allow, in the year of `last` and not after it."""
    began = ~rows["open"] & (rows["date_start"] >= f"{last.year}-01-01")
    return rows[began & (rows["date_end"] <= last.isoformat())]


def _title(rows, last) -> str:
    weeks = inside(rows, last)
    first, count = written(min(weeks["date_start"])), weeks["event"].nunique()
    return f"{count} of {rows['event'].nunique()} dated events fall between {first} and {written(last.isoformat())}"


def _alt(rows, last) -> str:
    lanes = []
    for name in LANES:
        here = rows[rows["lane"] == name]
        first, final = here.iloc[0], here.iloc[-1]
        lanes.append(f"{name}: {here['event'].nunique()} events, from «{first['name']}» to «{final['name']}»")
    most = rows.loc[rows["reported"].idxmax()]
    ahead = "», «".join(rows[rows["date_start"] > last.isoformat()]["name"])
    return (
        f"Timeline in {len(LANES)} lanes. {'. '.join(lanes)}. Reported by most documents: "
        f"«{most['name']}», by {most['reported']}, of which {most['across']} date it. "
        f"After the last document: «{ahead}»."
    )


def _plate(rows, last) -> Plate:
    """The scales with their ticks, the lanes, and on them the days as dots and what is vaguer as bars."""
    axis = _axis(rows, last)
    placed, tops, bottom = _placed(rows, axis)
    plate = Plate(WIDTH, _HEAD - bottom, bottom)
    scales = ("by year", PALE), (f"by day, {last.year}", PAPER), ("still ahead, by month", SHADE)
    for (_, _, left, right), (words, shade) in zip(axis.stretches, scales, strict=True):
        plate.ground(box(left, right, bottom, _HEAD), shade)
        plate.words(((left + right) / 2, 0.36), words, colour=MUTED, side="center", italic=True)
    ticks = list(axis.ticks())
    for x, _ in ticks:
        plate.line((x, bottom), (x, 0.08), RULE, 0.5, under=True)
    for _, _, left, right in axis.stretches:
        for x, label in _fitting([tick for tick in ticks if left <= tick[0] < right], right + _GAP):
            plate.words((x + _BESIDE, 0.14), label, colour=MUTED)
    for name, top in tops.items():
        plate.line((0, top), (WIDTH - _GAP, top), INK, 0.8)
        plate.words((0.05, top - 0.16), name, "label", LANES[name], bold=True)
    for r in placed:
        _event(plate, r)
    return plate


def _fitting(ticks, end) -> list[tuple[float, str]]:
    """The ticks of a stretch that ends at `end` whose labels have room: all, or every second, third and so on."""
    ends = [x + _BESIDE + width_of(label, SIZE["mark"]) for x, label in ticks]
    every = next(
        n
        for n in range(1, len(ticks) + 2)
        if all(stop < x for stop, (x, _) in zip(ends[::n], ticks[n::n], strict=False))
    )
    return [tick for tick, stop in zip(ticks[::every], ends[::every], strict=True) if stop <= end]


def _event(plate, r):
    """Its mark, which answers, and its label."""
    row, colour = r.row, LANES[r.row.lane]
    said = hovered(f"{row.name} ({row.told_by})", row.reports)
    if row.precision == "day":
        look = Mark("o", 5, PAPER, colour, 1.2) if row.ongoing else Mark("o", 6, colour, PAPER, 0.5)
        plate.mark((r.x0, r.y), look, said)
    else:
        ends = bar(r.x0, max(r.x1, r.x0 + _LEAST), r.y, 0.07)
        if row.open:
            ends = [
                (r.x0, r.y),
                *((x + _TIP * (x == r.x0), y) for x, y in ends[:-1]),
                (r.x0 + _TIP, ends[-1][1]),
            ]
        plate.shape([ends], Fill(_LIGHT[row.lane], _LIGHT[row.lane], width=0), said)
    x, side = (r.x1 + _MARK + 0.03, "right") if r.right else (r.x0 - _MARK - 0.03, "left")
    plate.words((x, r.y), r.label, bold=row.across > 1, side=side)
