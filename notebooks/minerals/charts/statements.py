"""The statements by date: each quotation a mark, a row for each speaker, speakers grouped by side."""

import datetime
from typing import NamedTuple

import pandas as pd

from ..corpus.display import plain
from .chart import INK, MUTED, PALE, PAPER, RULE, SHADE, SIZE, WIDTH, Chart, hover, width_of
from .plate import Fill, Mark, Plate, box
from .speakers import SIDES, headed, readings, when
from .stretches import DAY, Axis, written

_NAMES = 2.7  # inches, the column of speakers
_SHARES, _GAP = (0.24, 0.76), 0.12  # of what is left for time, and inches between its two scales
_PITCH, _LEAST = 0.08, 0.24  # inches, mark to mark and a row
_SPACE, _HEAD = 0.36, 0.62  # inches, a side's title and the head
_BASIS = {
    "context": " (by the entry it is in)",
    "event": " (inferred: the day of the meeting in other documents)",
    "document": " (the day of the document)",
}
_WORDS = 4  # spaces in a quotation that says enough to stand beside its marks


class _Row(NamedTuple):
    """A speaker's row: its height, its marks (x0, x1, y, statement), and where a `quoted` one stands and on which side."""

    speaker: str
    side: str
    y: float
    marks: list
    quoted: tuple[float, str, str]


def chart(statements: pd.DataFrame, documents: pd.DataFrame, initiatives: pd.DataFrame) -> Chart:
    """Every quotation of the table `statements`."""
    rows = readings(statements, documents)
    shown = [d for d in documents.itertuples() if d.short in set(rows["source"])]
    return Chart(
        name="07_statements",
        title=_title(rows),
        subtitle=f"{len(rows)} quotations by speaker and day. Filled: dated in its document; diamond: by the day that other "
        "documents give the meeting; ring: by the document’s own day; bar: a month or a weekend. In italics: a short one",
        source="Sources: " + "; ".join(f"{d.short}, {written(d.published)}" for d in shown),
        alt=_alt(rows),
        table=rows,
        plate=lambda: _plate(rows, _held(initiatives)),
    )


def _plate(rows, held) -> Plate:
    """The rows of the speakers under the scales; `held` is the day of the ministerial."""
    axis = _axis(rows)
    speakers, tops, bottom = _placed(rows, axis)
    plate = Plate(WIDTH, _HEAD - bottom)
    _scales(plate, axis, held)
    _fill(plate, speakers, tops, -bottom)
    return plate


def _axis(rows) -> Axis:
    """The months before, and the days from the Monday of the last year's first statement on."""
    first, final = (datetime.date.fromisoformat(day) for day in (min(rows["first"]), max(rows["last"])))
    weeks = min(map(datetime.date.fromisoformat, (d for d in rows["first"] if d >= str(final.year))))
    days = [first.replace(day=1), weeks - weeks.weekday() * DAY, final + DAY]
    return Axis(days, _SHARES, WIDTH - _NAMES, _GAP)


def _held(initiatives) -> datetime.date:
    """The day of the ministerial, as most of those say that date it to a day."""
    its = initiatives[initiatives["initiative"] == "critical-minerals-ministerial"]
    days = its.loc[its["date"].str.fullmatch(r"\d{4}-\d\d-\d\d"), "date"]
    return datetime.date.fromisoformat(days.mode()[0])


def _title(rows) -> str:
    most = rows.loc[rows["by_speaker"].idxmax()]
    days = rows[rows["speaker"] == most["speaker"]].groupby("said_on").size().sort_values(kind="stable")
    then = " and ".join(f"{n} on {when(day)}" for day, n in list(days.items())[-2:])
    return f"{most['by_speaker']} of the {len(rows)} quotations are {most['speaker']}’s: {then}"


def _alt(rows) -> str:
    parts = []
    for side, here in rows.groupby("side", sort=False):
        speakers = [f"{name} {len(own)}" for name, own in here.groupby("speaker", sort=False)]
        parts.append(f"{headed(side)}, {len(here)}: {', '.join(speakers)}")
    first = when(min(rows["said_on"]))
    return f"Quotations as marks by date, a row for each speaker, from {first} on. {'. '.join(parts)}."


def _placed(rows, axis):
    """Each speaker's row, downwards from zero; the sides' tops; the bottom."""
    y, speakers, tops = 0.0, [], {}
    for side, here in rows.groupby("side", sort=False):
        tops[side] = y
        y -= _SPACE
        for speaker, own in here.groupby("speaker", sort=False):
            taken, marks = [], []
            for r in own.itertuples():
                line, x0, x1 = _mark(r, axis, taken)
                marks.append((x0, x1, y - line * _PITCH, r))
            speakers.append(_Row(speaker, side, y, marks, _quoted(own, marks)))
            y -= max(_LEAST, (max(taken)[0] + 1) * _PITCH + 0.12)
    return speakers, tops, y


def _mark(row, axis, taken):
    """Line, left and right of a mark, on the first free place: days stand side by side within their day."""
    first, last = (datetime.date.fromisoformat(day) for day in (row.first, row.last))
    x0 = _NAMES + axis.at(first)
    x1 = _NAMES + axis.at(last) + axis.at(last) - axis.at(last - DAY)
    starts, wide = [x0], x1 - x0
    if row.precision == "day":
        starts, wide = [x0 + n * _PITCH for n in range(max(1, int(wide / _PITCH)))], _PITCH
    places = ((line, x, x + wide) for line in range(len(taken) + 1) for x in starts)
    taken.append(next(place for place in places if not any(_meet(place, other) for other in taken)))
    return taken[-1]


def _meet(one, other):
    return one[0] == other[0] and one[1] < other[2] - 0.001 and other[1] < one[2] - 0.001


def _quoted(own, marks) -> tuple[float, str, str]:
    """Where a short quotation stands beside the speaker's marks, on which side, and its words, cut to what fits."""
    left, right = min(x0 for x0, *_ in marks) - 0.06, max(x1 for _, x1, *_ in marks) + 0.06
    side, x, room = (
        ("left", left, left - _NAMES) if left - _NAMES > WIDTH - right else ("right", right, WIDTH - right)
    )
    words = min(map(plain, own["quote"]), key=lambda said: (said.count(" ") < _WORDS, len(said))).split()
    kept, line = len(words), f"“{' '.join(words)}”"
    while width_of(line, SIZE["mark"]) > room:
        kept -= 1
        line = f"“{' '.join(words[:kept])} …”"
    return x, side, line


def _scales(plate, axis, held):
    """The two scales with their ticks, and the day of the ministerial as a band."""
    top, under = plate.height, plate.height - 0.34
    scales = ("by month", PALE), (f"by day, {axis.stretches[-1][0].year}", PAPER)
    for (_, _, left, right), (words, shade) in zip(axis.stretches, scales, strict=True):
        plate.ground(box(_NAMES + left, _NAMES + right, 0, top), shade)
        plate.words(
            (_NAMES + (left + right) / 2, top - 0.12), words, colour=MUTED, side="center", italic=True
        )
    left, right = _NAMES + axis.at(held), _NAMES + axis.at(held + DAY)
    plate.ground(box(left, right, 0, under - 0.04), SHADE)
    words = f"the ministerial’s day in Washington, {written(str(held))}"
    middle = min((left + right) / 2, WIDTH - width_of(words, SIZE["mark"]) / 2)
    plate.words((middle, under), words, side="center")
    (first, turn, *_), (_, end, *_) = axis.stretches
    months = [datetime.date(year, month, 1) for year in range(first.year, turn.year) for month in (1, 7)]
    ticks = [(m, f"{m:%b %Y}") for m in months if m >= first]
    mondays = [turn + n * DAY for n in range(0, (end - turn).days, 7)]
    for day, label in ticks + [(day, f"{day.day} {day:%b}") for day in mondays]:
        x = _NAMES + axis.at(day)
        plate.line((x, 0), (x, top - _HEAD + 0.06), RULE, under=True)
        plate.words((x + 0.02, top - _HEAD + 0.13), label, colour=MUTED)


def _fill(plate, speakers, tops, up):
    """The sides and their speakers with their marks, `up` from where they were placed."""
    for side, top in tops.items():
        plate.line((0, top + up), (WIDTH, top + up), INK)
        plate.words((0.05, top + up - 0.15), headed(side), "label", SIDES[side], bold=True)
    for row in speakers:
        colour, y = SIDES[row.side], row.y + up
        x, align, words = row.quoted
        plate.words((x, y), words, colour=MUTED, side=align, italic=True)
        plate.words((0.05, y), row.speaker)
        plate.words((_NAMES - 0.1, y), str(len(row.marks)), colour=colour, bold=True, side="left")
        for x0, x1, at, r in row.marks:
            face = PAPER if r.said_on_basis in ("document", "event") else colour
            if r.precision == "day":
                shape, size = ("D", 4) if r.said_on_basis == "event" else ("o", 5)
                plate.mark(((x0 + x1) / 2, at + up), Mark(shape, size, face, colour, 1.2), said(r))
            else:
                own = box(x0 + 0.01, x1 - 0.01, at + up - 0.03, at + up + 0.03)
                plate.shape([own], Fill(colour, colour), said(r))


def said(row) -> str:
    """What hovering a quotation shows."""
    basis = _BASIS.get(row.said_on_basis, "")
    venue = f", {row.venue}" if row.venue else ""
    head = f"{row.speaker}{venue}: {when(row.said_on)}{basis}"
    return hover(head, row.quote, row.source, written(row.published))
