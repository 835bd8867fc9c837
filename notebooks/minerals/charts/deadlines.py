"""Every date that is set: by when, said in which words, and whether it lies ahead of the last document."""

import datetime

import pandas as pd

from ..finders import edtf
from . import cited
from .chart import BLUE, INK, MUTED, PAPER, RULE, SIZE, WIDTH, Chart, hover, width_of
from .plate import Fill, Mark, Plate, box
from .speakers import when
from .stretches import DAY, latest, written

PASSED, EITHER, AHEAD = "passed", "on either side", "ahead"
_LEFT, _BREAK, _FAR = 3.7, WIDTH - 0.95, 0.45  # inches: where months begin and end, and a far year's width
_TOP, _LINE, _SPACE = 0.62, 0.19, 0.12  # inches: over the lines, a line, and between two metrics
_AHEAD, _PAST = "#eef1f4", "#a9b1bb"


def calendar(targets: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each telling of a date that is set, in the order of the dates.

    `lies` is where the date lies from the day of the last document: passed, ahead, or on either side.
    """
    last = documents["published"].max()
    rows = targets[targets["due"] != ""].merge(
        documents[["document", "short", "published"]].rename(columns={"short": "source"}), on="document"
    )
    latest_only = [
        due.removeprefix("../") for due in rows["due"]
    ]  # of "within 30 days" only the latest day is known
    bounds = [edtf.bounds(due) for due in latest_only]
    rows = rows.assign(
        due_start=[str(first) for first, _ in bounds], due_end=[str(end) for _, end in bounds],
        precision=list(map(edtf.precision, latest_only)), written=[when(due) for due in rows["due"]],
    )  # fmt: skip
    rows["lies"] = [
        PASSED if r.due_end <= last else AHEAD if r.due_start > last else EITHER for r in rows.itertuples()
    ]
    first = rows.groupby("metric")[["due_start", "due_end"]].transform("min")
    rows = rows.assign(first_start=first["due_start"], first_end=first["due_end"])
    order = ["first_start", "first_end", "metric", "published"]
    columns = [
        "metric",
        "name",
        "direction",
        "due",
        "written",
        "due_start",
        "due_end",
        "precision",
        "due_basis",
    ]
    columns += ["due_from", "due_words", "lies", "source", "published", "document", "quote"]
    return rows.sort_values(order, kind="stable", ignore_index=True)[columns]


def chart(targets: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """The calendar as bars and points, with the words that set each date."""
    rows = calendar(targets, documents)
    last = latest(documents["published"])
    metrics = rows["metric"].nunique()
    ahead = rows.loc[rows["lies"] == AHEAD, "metric"].nunique()
    return Chart(
        name="06_targets_calendar",
        title=f"{ahead} of {metrics} targets, deadlines and events were still ahead on {written(last.isoformat())}, "
        "the day of the last document",
        subtitle="Targets, deadlines, terms and scheduled events. A dot is a day; a bar is as vague as its words. A "
        "counted date follows from a stated length of time, along the dashed line",
        source=cited.line(documents[documents["document"].isin(rows["document"])]),
        alt=_alt(rows, last),
        table=rows,
        plate=lambda: _plate(rows, last),
    )


def _plate(rows, last) -> Plate:
    """The months, and under them the metrics in the order of their dates."""
    height = _TOP + rows["metric"].nunique() * (_LINE + _SPACE) + len(rows) * _LINE
    plate, months = Plate(WIDTH, height), _months(rows)
    _frame(plate, months, last, height)
    _key(plate, height)
    y = height - _TOP
    for _, told in rows.groupby("metric", sort=False):
        y = _metric(plate, list(told.itertuples()), months, y)
    return plate


def _alt(rows, last) -> str:
    said = {
        lies: "; ".join(f"{r.name}, {r.written} (“{r.due_words}”, {r.source})" for r in here.itertuples())
        for lies, here in rows.groupby("lies")
    }
    return (
        f"Calendar of set dates around the last document of {written(last.isoformat())}. "
        f"Ahead of it: {said.get(AHEAD, 'none')}. On either side, their words being vague: {said.get(EITHER, 'none')}. "
        f"Passed: {said.get(PASSED, 'none')}."
    )


def _months(rows) -> list[datetime.date]:
    """The first of each month that the near dates and what they are counted from take, and of the month after."""
    starts = [edtf.bounds(words)[0] for words in rows["due_from"] if words]
    starts += map(datetime.date.fromisoformat, rows["due_start"])
    at, end = min(starts).replace(day=1), latest(rows["published"])
    found = [at]
    while found[-1] < datetime.date(end.year + 1, 1, 1):
        found.append((found[-1] + 31 * DAY).replace(day=1))
    return found


def _x(months, day) -> float:
    """Inches of the day on the axis of months; all later ones stand at one place beyond its break."""
    if day > months[-1]:
        return WIDTH - _FAR
    return _LEFT + (_BREAK - _LEFT) * (day - months[0]).days / (months[-1] - months[0]).days


def _frame(plate, months, last, height):
    """The months and their years, the day of the last document, and what is ahead of it."""
    top, now = height - _TOP + 0.1, _x(months, last + DAY)
    plate.ground(box(now, WIDTH, 0, height), _AHEAD)
    for month in months[:-1]:
        x = _x(months, month)
        plate.line((x, 0), (x, top), RULE, under=True)
        plate.words((x + 0.03, top + 0.06), f"{month:%b}", colour=MUTED)
        if month.month == 1 or month == months[0]:
            plate.words((x + 0.03, top + 0.22), f"{month.year}", colour=MUTED, bold=True)
    plate.words(
        (_BREAK + (WIDTH - _FAR - _BREAK) / 2, top + 0.06), "…", colour=MUTED, bold=True, side="center"
    )
    plate.line((now, 0), (now, top), INK, 0.8)
    plate.line((now, top + 0.33), (now, height), INK, 0.8)
    plate.words(
        (now + 0.06, top + 0.41), f"ahead of the last document, {written(last.isoformat())}", colour=INK
    )


def _key(plate, height):
    """What fill and colour mean."""
    fills = (
        (Fill(BLUE, BLUE), "stated"), (Fill(PAPER, BLUE, hatch=True, width=1), "counted"), (Fill(_PAST, _PAST), PASSED),
    )  # fmt: skip
    x, y = 0.0, height - 0.12
    for fill, words in fills:
        plate.shape([box(x, x + 0.22, y - 0.06, y + 0.06)], fill)
        plate.words((x + 0.28, y), words)
        x += 0.28 + width_of(words, SIZE["mark"]) + 0.25


def _metric(plate, told, months, y) -> float:
    """A metric's name, and below it a line for each telling; the height at which the next begins."""
    y -= _LINE
    plate.words((0, y + 0.02), told[0].name, "label", bold=True)
    for row in told:
        y -= _LINE
        counted = f" from {written(row.due_from)}" if row.due_basis == "counted" else ""
        plate.words((0, y), f"“{row.due_words}”{counted} ({row.source})", colour=MUTED)
        _date(plate, row, months, y)
    return y - _SPACE


def _date(plate, row, months, y):
    """A point for a day and a bar for what is vaguer, with its date; a counted one with its count."""
    x0 = _x(months, datetime.date.fromisoformat(row.due_start))
    far = x0 > _BREAK
    x1 = WIDTH if far else _x(months, datetime.date.fromisoformat(row.due_end) + DAY)
    colour, counted = _PAST if row.lies == PASSED else BLUE, row.due_basis == "counted"
    said = hover(f"{row.name}: {row.written}", row.quote, row.source, written(row.published))
    if counted:
        plate.line((_x(months, edtf.bounds(row.due_from)[0]), y), (x0, y), colour, 1, dash=True)
    if row.precision == "day":
        plate.mark((x0, y), Mark("o", 7, PAPER if counted else colour, colour, 1.4), said)
    else:
        plate.shape(
            [box(x0, x1, y - 0.06, y + 0.06)],
            Fill(PAPER if counted else colour, colour, hatch=counted, width=1),
            said,
        )
    if far:
        plate.words((x0 - 0.12, y), row.written, side="left")
    else:
        plate.words((x1 + 0.1, y), row.written)
