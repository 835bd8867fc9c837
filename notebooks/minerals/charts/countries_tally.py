"""Under the map: a row of squares for each source, one for each country that it counts."""

import pandas as pd

from .chart import BLUE, MUTED, PAPER, SIZE, SKY, WIDTH, hover, width_of
from .countries import COMMISSION, MEETING
from .plate import Fill, Mark, box
from .stretches import written

_SQUARES = {"named": (SKY, SKY), "listed": ("#c3dcec", BLUE), "": (PAPER, MUTED)}  # face and edge
_SQUARE, ROW, ROWS = 0.0715, 0.19, 2.72  # inches: a country, a source, and where the rows of sources begin
TALLY, _SHORT = (
    1.3,
    0.82,
)  # inches: the head of these rows above the map's foot; the column of their names, at least


def summed(tally) -> str:
    return "; ".join(f"{row.source}, {_sum(row)}" for row in tally.itertuples())


def _sum(row) -> str:
    """What a source counts, as it does, and how many of these it names."""
    if pd.isna(row.counted):
        return f"no number, {row.named} named"
    told = f"{row.counted} + Commission" if row.commission else f"{row.counted} countries"
    return f"{told}, {row.named if row.unnamed else 'all'} named"


def rows_of_squares(plate, tally, countries, names):
    """A row for each source, a square for each country that it counts, and one apart for the Commission."""
    after, square = _columns(tally)
    last = after + (_squares(tally).max() + 1.5) * square
    plate.words(
        (ROWS, TALLY), "How each source counts: a square is a country, filled if named", "label", bold=True
    )
    here = countries[countries["initiative"] == MEETING].drop_duplicates(["iso3", "document"])
    quotes = {(row.document, row.iso3): row.quote for row in here.itertuples()}
    for i, row in enumerate(tally.itertuples()):
        y = TALLY - 0.22 - i * ROW
        own, blank = (Mark("s", 4.2 * square / _SQUARE, *_SQUARES[mark], 0.5) for mark in (row.mark, ""))
        short = short_name(row)
        end = after + (row.named + row.unnamed + 0.5) * square
        if row.quote:
            answer = hover(f"{short}: {_sum(row)}", row.quote, short, written(row.published))
            plate.shape([box(after - 0.1, end, y - 0.06, y + 0.06)], Fill(PAPER), answer)
        for k, iso3 in enumerate(sorted(filter(None, row.iso3.split(";")), key=names.get)):
            quote = quotes.get((row.document, iso3), row.quote)
            answer = hover(names[iso3], quote, short, written(row.published)) if quote != row.quote else ""
            plate.mark((after + k * square, y), own, answer)
        for k in range(row.named, row.named + row.unnamed):
            plate.mark((after + k * square, y), blank)
        if row.commission:
            quote = quotes.get((row.document, COMMISSION), names[COMMISSION])
            apart = (after + (row.counted + 1) * square, y)
            plate.mark(apart, own, hover(names[COMMISSION], quote, short, written(row.published)))
        plate.words((ROWS, y), short.split(",")[0])
        aside = end if pd.isna(row.counted) else last
        plate.words((aside, y), _sum(row), colour=MUTED)


def short_name(row) -> str:
    """What a row of squares is called, up to the first comma; and in full where it answers."""
    return f"Reference list, {row.source}" if row.mark == "listed" else row.source


def _squares(tally) -> pd.Series:
    """How many places each row's squares take, the Commission's among them."""
    return tally["named"] + tally["unnamed"] + tally["commission"]


def _columns(tally) -> tuple[float, float]:
    """Where the squares begin, right of the widest name, and how far apart they are: less where the page would end."""
    short, said = (
        max(width_of(words, SIZE["mark"]) for words in column)
        for column in (
            [short_name(row).split(",")[0] for row in tally.itertuples()],
            [_sum(row) for row in tally.itertuples()],
        )
    )
    after = ROWS + max(_SHORT, short + 0.05)
    return after, min(_SQUARE, (WIDTH - said - after) / (_squares(tally).max() + 1.5))
