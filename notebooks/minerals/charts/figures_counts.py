"""Shares and counts: what each is a share of, who tells each count, and where the tellings differ."""

from fractions import Fraction

import pandas as pd

from .amounts import capital, groups, sources, stripes, tellers, tellings
from .chart import BLUE, GREEN, INK, MUTED, ORANGE, PAPER, RULE, WIDTH, Chart
from .plate import Fill, Plate, box

_ROW, _BAR, _STRIPE, _HEAD, _GAP = (
    0.26,
    0.15,
    0.075,
    0.3,
    0.1,
)  # inches: a reading, its bar, a telling, a topic
_NAMES, _LONGEST = 3.3, 2.9  # inches: the column of names, the longest bar
_SHARE_NAMES, _WHOLE, _SHARE_ROW = 3.05, 3.45, 0.46  # inches: the same for shares, and a row
_EMPTY, _SHADE = "#e1e5e9", "#f1f3f5"
_DAYS = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}
_TIME = "Lengths of time: a scale of their own, a month drawn as a twelfth of a year"
_PAIR = 2  # "the two countries" names a pair, and counts nothing: it is drawn, and corroborates nobody
_PIECES = 100  # a whole is cut into no more


def shares(figures: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """Every percent and share, as a part of a bar that is its own whole."""
    rows = tellings(figures, documents, "percent", "share")
    rows["part"] = rows["value"].where(rows["kind"] == "share", rows["value"] / 100)
    rows = _by_topic(rows, "part")
    most = rows[rows["topic"] == rows["topic"].iloc[0]]
    listed = [f"{row.label}, {row.written} of {row.whole}" for row in _once(rows)]
    return Chart(
        name="04_figures_shares",
        title=f"{most['reading'].nunique()} of the {rows['reading'].nunique()} reported shares are of "
        f"{most['topic'].iloc[0]}: of {most['whole'].nunique()} different wholes, from {most['written'].iloc[-1]} to "
        f"{most['written'].iloc[0]}",
        subtitle="Shares as reported, in percent or as the source puts them. Each bar is a whole of its own, named "
        "beside it: proportions compare, quantities do not. ≈ about or around; in pieces where the source counts them",
        source=sources(rows),
        alt=f"{len(rows)} bars, each the whole of something else, filled as far as the share: {'; '.join(listed)}.",
        table=_named(rows),
        plate=lambda: _shares(rows),
    )


def counts(figures: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """Every count and length of time, a bar for each reading, in as many stripes as it has tellings."""
    rows = tellings(figures, documents, "count", "duration")
    rows["value"] = rows["value"].fillna(rows["low"])
    rows["length"] = rows["value"] * rows["unit"].map(_DAYS).fillna(1).astype(float)
    counted = _by_topic(rows[rows["kind"] == "count"], "value")
    times = rows[rows["kind"] == "duration"].sort_values("length", ascending=False, kind="stable")
    told_of = counted[counted["value"] > _PAIR].groupby("measure")
    several = told_of.filter(lambda told: told["document"].nunique() > 1)
    out_of = f"Of the {several['measure'].nunique()} counts, pairs aside, that several documents give"
    differ = several.groupby("measure", sort=False).filter(lambda told: told["reading"].nunique() > 1)
    apart = [
        f"{' or '.join(dict.fromkeys(told['written']))} {told['label'].iloc[0]}"
        for _, told in differ.groupby("measure", sort=False)
    ]
    listed = [f"{row.label}, {row.written}" for row in _once(pd.concat([counted, times]))]
    bars = {name: part["reading"].nunique() for name, part in (("counts", counted), ("times", times))}
    return Chart(
        name="04_figures_counts",
        title=f"{out_of}, {_differ(apart)}",
        subtitle=f"{len(counted)} reports of counts and {len(times)} of lengths of time, with who gives them. A bar is a "
        "number; its stripes are its reports; ≠ joins numbers that differ. A pointed end: over, or at least",
        source=sources(rows),
        alt=f"{bars['counts']} bars of counts, for {counted['measure'].nunique()} measures in {len(counted)} reports, and "
        f"{bars['times']} of lengths of time. {out_of}, {_differ(apart)}. "
        f"All: {'; '.join(listed)}.",
        table=_named(pd.concat([counted, times])),
        plate=lambda: _counts(counted, times),
    )


def _differ(apart: list[str]) -> str:
    if not apart:
        return "none differs"
    return f"{len(apart)} differ{'s' * (len(apart) == 1)}: {'; '.join(apart)}"


def _by_topic(rows, size) -> pd.DataFrame:
    """Topics by the most tellings of a measure, then by their rows; measures by `size`, their readings together."""
    measure = rows.groupby("measure")
    rows = rows.assign(_told=measure["figure"].transform("size"), _size=measure[size].transform("max"))
    topic = rows.groupby("topic")
    rows = rows.assign(_most=topic["_told"].transform("max"), _rows=topic["figure"].transform("size"))
    order = ["_most", "_rows", "topic", "_size", "measure", size]
    rows = rows.sort_values(order, ascending=[False, False, True, False, True, True], kind="stable")
    return rows.drop(columns=["_told", "_size", "_most", "_rows"])


def _once(rows):
    return rows.drop_duplicates("reading").itertuples()


def _named(rows) -> pd.DataFrame:
    """The table behind a chart, its labels under the name that every chart's table has."""
    return rows.rename(columns={"label": "name"}).reset_index(drop=True)


def _shares(rows) -> Plate:
    plate, y = Plate(WIDTH), 0.0
    for here in groups(rows.itertuples(), "topic"):
        y = _head(plate, y, here[0].topic)
        for told in groups(here, "reading"):
            _share(plate, y - _SHARE_ROW / 2, told)
            y -= _SHARE_ROW
        y -= _GAP
    return plate.ends(y)


def _counts(counted, times) -> Plate:
    plate, y = Plate(WIDTH), 0.0
    for here in groups(counted.itertuples(), "topic"):
        y = (
            _readings(plate, _head(plate, y, here[0].topic), here, _LONGEST / counted["length"].max(), BLUE)
            - _GAP
        )
    top = y
    y = (
        _readings(
            plate,
            _head(plate, y, _TIME, GREEN),
            list(times.itertuples()),
            _LONGEST / times["length"].max(),
            GREEN,
        )
        - _GAP
    )
    plate.ground(box(0, WIDTH, y, top), _SHADE)
    return plate.ends(y)


def _head(plate, y, words, colour=BLUE) -> float:
    """A topic over its rows; where they begin."""
    plate.line((0, y - 0.01), (WIDTH, y - 0.01), RULE, 0.8)
    plate.words((0.05, y - _HEAD / 2 - 0.02), words, "label", colour, bold=True)
    return y - _HEAD


def _share(plate, y, told) -> None:
    """One share: its name over the name of its whole, its whole in grey, and the part that is filled."""
    row = told[0]
    top, foot = y + _BAR, y - _BAR
    plate.words((_SHARE_NAMES - 0.12, y + 0.085), capital(row.label), bold=True, side="left")
    plate.words((_SHARE_NAMES - 0.12, y - 0.085), f"of {row.whole}", colour=MUTED, side="left")
    plate.shape([box(_SHARE_NAMES, _SHARE_NAMES + _WHOLE, foot, top)], Fill(_EMPTY, _EMPTY))
    stripes(plate, told, _SHARE_NAMES, _SHARE_NAMES + row.part * _WHOLE, y, 2 * _BAR, Fill(BLUE, BLUE))
    if row.kind == "share":
        pieces = Fraction(row.value).limit_denominator(_PIECES).denominator
        for x in (_SHARE_NAMES + _WHOLE * n / pieces for n in range(1, pieces)):
            plate.line((x, top), (x, foot), PAPER, 1.2)
    at = _SHARE_NAMES + _WHOLE + 0.1
    plate.words((at, y + 0.085), row.written, "label", bold=True)
    plate.words((at, y - 0.085), tellers(told), colour=MUTED)


def _readings(plate, y, rows, inch, colour) -> float:
    """The readings of each measure, joined where they contradict one another; where the next topic begins."""
    for told in groups(rows, "measure"):
        start, readings = y - _ROW / 2, groups(told, "reading")
        for here in readings:
            row, tall = here[0], max(_BAR, _STRIPE * len(here))
            at = y - _ROW / 2
            end = _NAMES + row.length * inch
            stripes(plate, here, _NAMES, end, at, tall, Fill(colour, colour))
            plate.pieces((end + 0.14, at), [(f"{row.written}  ", INK, True), (tellers(here), MUTED, False)])
            y -= _ROW
        middle, apart = (start + y + _ROW / 2) / 2, len(readings) > 1
        if apart:
            joined = box(_NAMES - 0.1, _NAMES - 0.06, y + (_ROW - _BAR) / 2, start + _BAR / 2)
            plate.shape([joined], Fill(ORANGE, ORANGE, width=0))
            plate.words((_NAMES - 0.14, middle), "≠", "subtitle", ORANGE, bold=True, side="left")
        plate.words((_NAMES - (0.36 if apart else 0.12), middle), capital(told[0].label), side="left")
    return y
