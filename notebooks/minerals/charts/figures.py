"""The money: every amount that the documents report, on one scale a currency, nothing counted or added up twice."""

from collections.abc import Iterator

import pandas as pd

from .amounts import capital, groups, money, related, said, sources, steps, stripes, tellers, tellings
from .chart import BLUE, GREEN, INK, MUTED, ORANGE, PAPER, RULE, SKY, WIDTH, Chart
from .plate import Fill, Plate, bar, box, wide

_ROOM, _PAD = 0.2, 0.06  # inches: right of the longest bar for its end, left of words
_TEXT, _BAR, _STRIPE, _GAP, _HEAD, _BETWEEN = 0.21, 0.2, 0.11, 0.17, 0.32, 0.12  # inches, from top to bottom
_TICK = 0.9  # inches between ticks, at least
_SHADE = "#f1f3f5"
_APART = "Another currency: not converted, and not to be read against the bars above"
_OPEN = "in one sentence with the amount above; inside it or beside it, the source does not say"


def amounts(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Each amount of money as one document tells it, with the `whole_amount` that it is, restates, converts or is part of.

    `place` is whole, part, conversion, open: in one sentence with a larger amount, and no source says how they stand
    to one another, or rival: another number for the same measure (`beside` names the amount that it is drawn under).
    """
    rows = tellings(figures, documents, "money")
    holds, place = {}, {}
    for row in rows.itertuples():
        for name, what in (("part of", "part"), ("conversion of", "conversion")):
            for other in related(row, name):
                holds[row.reading], place[row.reading] = other, what
    reading = dict(zip(rows["figure"], rows["reading"], strict=True))
    tops = [reading[holds[r]] if r in holds else r for r in rows["reading"]]
    rows = rows.assign(whole_amount=tops, place=[place.get(r, "whole") for r in rows["reading"]])
    wholes = rows[rows["place"] == "whole"].sort_values("value", ascending=False, kind="stable")
    first = wholes.drop_duplicates(["document", "start", "currency"]).set_index(
        ["document", "start", "currency"]
    )
    beside = [
        first["reading"].get((row.document, row.start, row.currency), "") if row.place == "whole" else ""
        for row in rows.itertuples()
    ]
    rows["beside"] = ["" if b == r else b for b, r in zip(beside, rows["reading"], strict=True)]
    rows.loc[rows["beside"] != "", "place"] = "open"
    return _rivals(rows)


def _rivals(rows) -> pd.DataFrame:
    """Where numbers of one measure differ, whether they contradict one another or not, the one that most documents tell
    stands: the others are its rivals, and no further amounts."""
    own = rows[rows["place"].isin(["whole", "open"])]
    for _, told in own.groupby(["measure", "currency"], sort=False):
        backed = told.groupby("reading").agg(documents=("document", "nunique"), value=("value", "first"))
        head, *others = backed.sort_values(["documents", "value"], ascending=False, kind="stable").index
        rows.loc[rows["reading"].isin(others), ["place", "beside"]] = "rival", head
        both = (rows["reading"] == head) & rows["beside"].isin(others)  # in one sentence: one is drawn first
        rows.loc[both, ["place", "beside"]] = "whole", ""
    return rows


def _count(rows) -> int:
    """How many separate amounts the rows are at most."""
    return len(set(rows["whole_amount"]) - set(rows[rows["place"] == "rival"]["reading"]))


def chart(figures: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """Every figure of the kind money."""
    rows = amounts(figures, documents)
    separate, rival = _count(rows), "rival" in set(rows["place"])
    most = rows.loc[rows["value"].idxmax()]
    head = most["beside"] if most["place"] == "rival" else most["reading"]
    largest = rows[(rows["reading"] == head) | ((rows["place"] == "rival") & (rows["beside"] == head))]
    return Chart(
        name="04_figures_money",
        title=f"The {len(rows)} sums of money reported are at most {separate} separate amounts, "
        f"the largest {' or '.join(dict.fromkeys(largest['written']))}",
        subtitle="Reported amounts, one scale a currency; a bare dollar sign is in its document's currency. A stripe is "
        "a report. A pointed end: more than; a notched end: nearly; hatched: relation to the amount above unknown"
        + "; ≠: another number for an amount above, not counted again"
        * rival,
        source=sources(rows),
        alt=_alt(rows, separate),
        table=rows.drop(columns=["label", "topic"]).assign(name=rows["label"]),
        plate=lambda: _plate(rows),
    )


def _alt(rows, separate) -> str:
    once = rows[rows["telling"] == 0].sort_values("value", ascending=False, kind="stable")
    listed = [f"{row.written}, {row.label}" for row in once[once["place"] != "conversion"].itertuples()]
    notes = [f"{row.written} is a conversion and no further amount" for row in _at(once, "conversion")]
    notes += [f"{row.written} is read as part of another amount" for row in _at(once, "part")]
    notes += [
        f"whether {row.written} is inside another amount the source does not say" for row in _at(once, "open")
    ]
    notes += [f"{row.written} is another number for an amount told otherwise" for row in _at(once, "rival")]
    return (
        f"Bars of {len(rows)} reported sums of money, at most {separate} separate amounts: {'; '.join(listed)}. "
        f"{capital('; '.join(notes))}."
    )


def _asides(rows, row) -> Iterator[tuple[str, str]]:
    """What an amount's second line says, after its sign, where its place among the others is in doubt."""
    if row.place == "open":
        yield "?", _OPEN
    if row.place == "rival":
        head = rows[rows["reading"] == row.beside].iloc[0]
        yield "≠", f"another number for the amount told as {head['written']}"


def _at(rows, place, whole=None):
    """The rows in `place`, as tuples; those of one whole amount only if it is given."""
    return rows[(rows["place"] == place) & ((rows["whole_amount"] == whole) | (whole is None))].itertuples()


def _plate(rows) -> Plate:
    """The wholes of each currency from the largest down, the currency with most of them first."""
    plate = Plate(WIDTH)
    inch = (WIDTH - _ROOM) / rows.loc[rows["place"] != "conversion", "value"].max()
    wholes = rows[rows["place"].isin(["whole", "open", "rival"])]
    y = 0.0
    for number, currency in enumerate(wholes["currency"].value_counts().index):
        here = wholes[wholes["currency"] == currency].drop_duplicates("reading")
        here = here.sort_values("value", ascending=False, kind="stable")
        ticks = [t for t in steps(here["value"].max(), _TICK / inch) if t * inch <= WIDTH]
        top = y
        if number:
            plate.words((_PAD, y - 0.15), _APART, colour=ORANGE, bold=True)
            y -= _TEXT
        for tick in ticks:
            last = tick * inch + 2 * _ROOM > WIDTH
            side = (
                "left" if last else "center" if tick else "right"
            )  # at its line, or ending or beginning there
            plate.words((tick * inch, y - 0.12), money(tick, currency), colour=MUTED, side=side)
        y -= _HEAD
        for row in here[here["place"] == "whole"].itertuples():
            for each in _under(here, row):
                y = _amount(plate, y, rows, each, inch, ticks)
        if number:
            plate.ground(box(0, WIDTH, y, top), _SHADE)
        y -= _BETWEEN
    return plate.ends(y + _BETWEEN)


def _under(here, row) -> Iterator:
    """The amount and what is drawn under it: first what may be inside it, then its rivals, each with its own."""
    yield row
    for place in ("open", "rival"):
        for each in here[(here["beside"] == row.reading) & (here["place"] == place)].itertuples():
            yield from _under(here, each)


def _amount(plate, y, rows, row, inch, ticks) -> float:
    """One amount with its tellings, then its parts and its conversions; where the next may begin."""
    told = list(rows[rows["reading"] == row.reading].itertuples())
    words = [
        (f"{capital(row.written)}  ", INK, True),
        (f"{row.label}  ", INK, False),
        (tellers(told), MUTED, False),
    ]
    plate.pieces((_PAD, y - _TEXT / 2), words, "label")
    y -= _TEXT
    for sign, aside in _asides(rows, row):
        plate.pieces((_PAD, y - _TEXT / 2), [(f"{sign}  ", ORANGE, True), (aside, ORANGE, False)])
        y -= _TEXT
    tall = max(_BAR, _STRIPE * len(told))
    for t in ticks:
        plate.line((t * inch, y + 0.03), (t * inch, y - tall - 0.03), RULE, 0.8, under=True)
    fill = Fill(PAPER, MUTED, hatch=True) if row.place == "open" else Fill(BLUE, BLUE)
    stripes(plate, told, 0, row.value * inch, y - tall / 2, tall, fill)
    y -= tall
    parts = rows[(rows["place"] == "part") & (rows["whole_amount"] == row.reading)]
    if len(parts):
        _parts(plate, parts, y - 0.03 - _BAR / 2, inch)
        y -= _BAR + 0.03
    for same in _at(rows, "conversion", row.reading):
        end = row.value * inch
        plate.shape([bar(0, end, y - _TEXT / 2, 0.06)], Fill(GREEN, GREEN, width=0), said(same))
        converts = f"the same amount, as printed by {same.publisher or same.source}"
        pieces = [(f"= {same.written}  ", GREEN, True), (converts, GREEN, False)]
        plate.pieces((end + 0.1, y - _TEXT / 2), pieces)
        y -= _TEXT
    return y - _GAP


def _parts(plate, parts, y, inch) -> None:
    """Parts side by side within their whole; the words of one too short for them follow the last."""
    x, late, before = 0.0, [], ""
    for told in groups(parts.itertuples(), "reading"):
        row = told[0]
        stripes(plate, told, x, x + row.value * inch, y, _BAR, Fill(SKY, SKY))
        plate.line((x, y + _BAR / 2), (x, y - _BAR / 2), PAPER, 1.2)
        words = row.relation_words or "part of it:"
        pieces = [
            (f"{'and' if words == before else words}  ", INK, False),
            (f"{row.written}  ", INK, True),
            (f"{row.label}   ", INK, False),
        ]
        if wide(pieces) < row.value * inch - 0.2:
            plate.pieces((x + _PAD, y), pieces)
        else:
            late += pieces
        x, before = x + row.value * inch, words
    if late:
        plate.pieces((x + 0.1, y), late)
