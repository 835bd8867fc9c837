"""The export target as a picture: where it starts from, what it replaced, and how fast it must be reached."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from ..finders import edtf
from . import cited
from .amounts import money, steps
from .chart import BLUE, MUTED, PAPER, RULE, SIZE, WIDTH, Chart, hover, width_of
from .growth import CONFIRMED, DRAFT, GROWTH, IMPLIED, PUBLISHED, SUPERSEDED, TARGET, YEAR, exports
from .plate import Fill, Plate, bar
from .stretches import DAY, written

_LEFT, _RIGHT = 0.95, WIDTH - 0.75  # inches, of the years
_TOP, _TALL, _STRIP = 0.2, 3.0, 0.42  # inches: over the amounts, the amounts, and below them those not stated
_ROW, _BARS, _PERCENT = 0.27, 3.85, 0.42  # inches: a line of bars, where they begin, a percent of them
_THICK = 0.18  # inches, a bar
_STATED, _HOLLOW = Fill(BLUE, BLUE), Fill(PAPER, MUTED, width=1.1)
_COMPUTED = Fill(PAPER, BLUE, hatch=True, width=1)


def chart(targets: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """The exports that the documents aim at, and the published ones that they are held against."""
    rows = exports(targets, documents)
    goal = rows[(rows["mark"] == TARGET) & (rows["written"] != "")].iloc[0]
    rate = rows[(rows["mark"] == GROWTH) & (rows["of"] == PUBLISHED)].iloc[0]
    drawn = documents[documents["document"].isin(rows["document"])]
    return Chart(
        name="06_targets_exports",
        title=f"Exports of {goal['written']} {goal['words']} take growth of {rate['rate']} to {rate['rate_before']} a year "
        f"from {rate['written']}, {rate['words']}",
        subtitle="New Zealand's minerals exports a year, and the growth a year that reaches the target at the end of "
        f"{goal['end'][:4]} (or, in brackets, before it begins). Blue: the documents; hatched: computed; hollow: reference, "
        "where the draft's baseline goes with the draft's target",
        source=cited.line(drawn, cited.outside(list(filter(None, rows["source_id"])))),
        alt=_alt(rows, goal),
        table=rows,
        plate=lambda: _plate(rows),
    )


def _alt(rows, goal) -> str:
    plain = rows[(rows["mark"] == TARGET) & (rows["written"] == "")]
    known = rows[rows["mark"].isin((PUBLISHED, CONFIRMED, DRAFT, SUPERSEDED))]
    implied, rates = rows[rows["mark"] == IMPLIED], rows[rows["mark"] == GROWTH]
    said = [f"Target: {goal['written']} {goal['words']}, {goal['source']}"]
    said += [
        f"{r.source} states the target without an amount: × {r.factor} {r.words}" for r in plain.itertuples()
    ]
    said += [f"{r.of.capitalize()}: {r.written}, its year not stated" for r in implied.itertuples()]
    said += [f"{r.of.capitalize()} (reference): {r.written}, {r.words}" for r in known.itertuples()]
    each = "; ".join(f"{r.rate} from {r.written} ({r.of}), {r.words}" for r in rates.itertuples())
    return (
        f"Amounts over years, above bars of growth. {'. '.join(said)}. Growth a year that it takes: {each}."
    )


def _plate(rows) -> Plate:
    """The amounts over the years, and under them the growth that they take."""
    height = _TOP + _TALL + _STRIP + 0.55 + _ROW * (rows["mark"].eq(GROWTH).sum() + 3.4)
    plate = Plate(WIDTH, height)
    _amounts(plate, rows, _Scale.of(rows, height - _TOP - _TALL))
    _bars(plate, rows, height - _TOP - _TALL - _STRIP - 0.55)
    return plate


class _Scale(NamedTuple):
    """Days from `first` to before `last` across, amounts from nothing to `most` up from `foot`."""

    first: date
    last: date
    most: float
    foot: float

    @classmethod
    def of(cls, rows, foot):
        days = [date.fromisoformat(day) for day in [*rows["start"], *rows["end"]] if day]
        return cls(min(days), max(days) + DAY, 1.07 * float(rows["value"].max()), foot)

    def x(self, day: date) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (day - self.first).days / (self.last - self.first).days

    def y(self, value) -> float:
        return self.foot + _TALL * float(value) / self.most


def _amounts(plate, rows, scale):
    """The upper half: a year across, an amount up."""
    for value in steps(scale.most, scale.most / 4):
        if value <= scale.most:
            plate.line((_LEFT, scale.y(value)), (_RIGHT, scale.y(value)), RULE, 0.8, under=True)
            plate.words(
                (_LEFT - 0.1, scale.y(value)), money(value, rows["unit"].iloc[-1]), colour=MUTED, side="left"
            )
    for year in range(scale.first.year, scale.last.year):
        middle = (scale.x(date(year, 1, 1)) + scale.x(date(year + 1, 1, 1))) / 2
        plate.words((middle, scale.foot - 0.13), str(year), colour=MUTED, side="center")
    for of, goal in ((PUBLISHED, TARGET), (DRAFT, SUPERSEDED)):
        for row in rows[(rows["mark"] == GROWTH) & (rows["of"] == of)].itertuples():
            _path(plate, row, scale, date.fromisoformat(rows.loc[rows["mark"] == goal, "end"].max()))
    for row in rows.loc[
        rows["mark"].eq(CONFIRMED).sort_values(ascending=False, kind="stable").index
    ].itertuples():
        if row.mark == IMPLIED:
            _implied(plate, row, scale, scale.y(rows["value"].max()))
        elif row.mark != GROWTH:
            _amount(plate, row, scale)


def _amount(plate, row, scale):
    """A bar as long as its period; without an amount it stands below the years."""
    x0, x1 = scale.x(date.fromisoformat(row.start)), scale.x(date.fromisoformat(row.end) + DAY)
    y = scale.y(row.value) if row.written else scale.foot - _STRIP + 0.08
    fill = _STATED if row.layer == "corpus" else _HOLLOW
    if row.mark == CONFIRMED:  # a frame behind the documents' own, whose words are there
        plate.shape([bar(x0 - 0.05, x1 + 0.05, y, _THICK + 0.1)], fill, _said(row))
        return
    plate.shape([bar(x0, x1, y, _THICK)], fill, _said(row))
    if row.layer == "reference":
        words = {SUPERSEDED: f"{row.words}, superseded", DRAFT: f"{row.words}, the draft's baseline"}.get(
            row.mark, row.words
        )
        x, side = (x1 - 0.08, "left") if row.mark == SUPERSEDED else (x0, "right")
        above = x0 > _LEFT and side == "right"  # the first has no other above it
        plate.words((x, y + 0.34 if above else y - 0.18), row.written, bold=True, side=side)
        plate.words((x, y + 0.2 if above else y - 0.32), words, side=side)
    elif row.written:
        words = f"{row.written} {row.words} ({row.source})"
        plate.words((x1 - 0.08, y + 0.2), words, "label", colour=BLUE, bold=True, side="left")
    else:
        words = f"× {row.factor} {row.words}, no amount stated ({row.source})"
        plate.words((x0 - 0.16, y), words, colour=BLUE, side="left")


def _implied(plate, row, scale, top):
    """A dashed level from the day of its source, as none says of which year it is, and how it leads up to the target."""
    y, x, start = scale.y(row.value), _RIGHT + 0.2, scale.x(edtf.bounds(row.published)[0])
    plate.line((start, y), (x, y), BLUE, 1.2, dash=True)
    words = f"{row.written}: what × {row.factor} implies, its year not stated"
    plate.words((_RIGHT - 0.05, y - 0.14), words, colour=BLUE, side="left")
    plate.line((x, y), (x, top - 0.1), BLUE, 1.2)
    plate.shape([[(x - 0.07, top - 0.16), (x + 0.07, top - 0.16), (x, top)]], _STATED, _said(row))
    plate.words((x + 0.08, (y + top) / 2), f"× {row.factor}", "label", colour=BLUE, bold=True)


def _path(plate, row, scale, stop):
    """The amounts between at the same growth a year, up to the target's last day: dashed, for nobody forecasts them."""
    start = date.fromisoformat(row.end)
    days = [start + (stop - start) * part / 60 for part in range(61)]
    at = [
        (scale.x(day), scale.y(row.value * (1 + row.growth) ** ((day - start).days / YEAR))) for day in days
    ]
    plate.curve(at, MUTED, 0.9, dash=True, under=True)
    (x, y), over = at[22], row.start != scale.first.isoformat()
    place, side = ((x, y + 0.15), "left") if over else ((x + 0.1, y - 0.15), "right")
    plate.words(place, f"{row.rate} a year", side=side, halo=True)


def _bars(plate, rows, top):
    """The lower half: a bar for the growth from each baseline, on to what it is if the target is for the year before."""
    for of, fill, words in (
        (PUBLISHED, _HOLLOW, "Growth a year from what the strategy publishes, to its target"),
        (IMPLIED, _COMPUTED, "Growth a year from the implied baseline, if that is the level of"),
        (DRAFT, _HOLLOW, "The draft's own pair, superseded: growth a year from its baseline to its target"),
    ):
        plate.words((0, top), words, "label", bold=True)
        for row in rows[(rows["mark"] == GROWTH) & (rows["of"] == of)].itertuples():
            top -= _ROW
            x, end = (_BARS + 100 * rate * _PERCENT for rate in (row.growth, row.growth_before))
            plate.words((_BARS - 0.16, top), f"{row.written}, {row.words}", side="left")
            plate.shape([bar(_BARS, x, top, _THICK)], fill, _said(row))
            plate.line((x, top), (end, top), fill.edge, 1.2)
            plate.words((end + 0.08, top), row.rate, bold=True)
            plate.words(
                (end + 0.12 + width_of(row.rate, SIZE["mark"], True), top),
                f"({row.rate_before})",
                colour=MUTED,
            )
        top -= 1.25 * _ROW


def _said(row) -> str:
    head = {
        GROWTH: f"{row.rate} a year from {row.written}, {row.words}; {row.rate_before} if by the year before",
        IMPLIED: f"Implied baseline: {row.written}",
        TARGET: f"{row.written or 'Doubling, without an amount,'} {row.words}",
    }.get(row.mark, f"{row.written}, {row.words}")
    cited_as = f"{row.source}, {written(row.published)}" if row.published else row.source
    source, _, day = cited_as.rpartition(", ")
    return hover(head, row.quote, source, day)
