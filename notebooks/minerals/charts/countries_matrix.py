"""Countries against initiatives: who leads, takes part, agrees, talks, is critical, or is why it is done."""

import pandas as pd

from . import cited
from .chart import BLUE, GREEN, MUTED, ORANGE, PAPER, RULE, SIZE, SKY, WIDTH, Chart, hovered, width_of
from .countries import SIGNED, list_source
from .countries_cells import (
    AFTER,
    AHEAD,
    COUNT,
    LISTED,
    TALKS,
    UNSURE,
    cells,
    joined,
    listed_in,
    partners,
    sentences,
    undrawn,
)
from .plate import Mark, Plate
from .stretches import written

__all__ = ["cells", "chart", "joined", "sentences"]
_MARKS = {
    "leads": Mark("s", 8, BLUE),
    "takes part": Mark("o", 8, SKY),
    LISTED: Mark("o", 7, PAPER, BLUE, 0.8),
    "agrees": Mark("D", 7, GREEN),
    "plans": Mark("D", 7, "#a5dccb", GREEN, 0.8),
    "in talks": Mark("D", 6, PAPER, GREEN, 1.2),
    "stays away": Mark("X", 7.5, ORANGE),
    UNSURE: Mark("X", 7.5, PAPER, ORANGE, 1.2),
}
_LETTERS = {
    "gives": ("G", MUTED), "benefits": ("B", MUTED), "receives investment": ("I", MUTED),
    "venue or area": ("V", MUTED), "looks on": ("O", MUTED),
    AHEAD: ("E", GREEN), "sees a risk": ("R", ORANGE), "causes concern": ("T", ORANGE), "not named": ("?", ORANGE),
}  # fmt: skip
_KEYS = {
    "stays away": "did not attend",
    UNSURE: "one of them did not attend",
    "causes concern": "target of concern",
    "agrees": "signed or agreed",
    "plans": "announced plan",
    "venue or area": "venue, court or area",
    AHEAD: "expected to agree",
    "looks on": "observer",
    "gives": "gives or supports",
}
_NAMES, _COLUMN, _ROW, _GAP, _BETWEEN = 2.4, 0.287, 0.18, 0.08, 0.1  # inches
_HEAD, _KEY = 2.15, 0.6  # inches over the rows: the columns' heads, and the key over them


def chart(countries: pd.DataFrame, figures: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """From the tables `countries`, `figures` and `documents`, and the reference list of delegations."""
    rows = cells(countries, figures, documents)
    groups = {
        group: here.drop_duplicates("name")["name"] for group, here in rows.groupby("group", sort=False)
    }
    counts = sorted(set(figures.loc[figures["measure"] == COUNT, "value"]))
    named, counted = partners(rows)["iso3"].nunique(), " or ".join(f"{n:.0f}" for n in counts)
    title = f"Reports count {counted} new agreements and name {named} partners"
    left_out = undrawn(countries)
    talks = " and ".join(groups.get(TALKS, ()))
    return Chart(
        name="03_countries_matrix",
        title=title + f"; {talks} was in talks" * bool(talks),
        subtitle="Countries against initiatives, by the part that documents give them. On no list: no source has them at "
        "the ministerial"
        + f". A day later: no document says whether it is one of the {counted}" * (AFTER in groups)
        + f". Not drawn, without a row in initiatives.csv or roles.csv: {', '.join(left_out)}" * bool(left_out),
        source=cited.line(
            documents[documents["short"].isin(", ".join(rows["told_by"]).split(", "))],
            cited.outside([list_source()["source_id"]]),
        ),
        alt="Matrix of countries and initiatives. "
        + " ".join(f"{group}: {', '.join(names)}." for group, names in groups.items()),
        table=rows.drop(columns="reports"), plate=lambda: _plate(rows, _heads(countries)),
    )  # fmt: skip


def _heads(countries) -> pd.DataFrame:
    """The initiatives of the chart; what was signed at the ministerial and after it has its day in its head."""
    heads = listed_in("initiatives").query("group != ''")
    days = countries[countries["date"] != ""].groupby("initiative")["date"].agg(lambda s: s.mode()[0])
    return heads.assign(
        day=[written(days[i]).rsplit(" ", 1)[0] if i in SIGNED else "" for i in heads["initiative"]]
    )


def _plate(rows, heads) -> Plate:
    people = rows.drop_duplicates("name")
    height = _KEY + _HEAD + len(people) * _ROW + people["group"].nunique() * _GAP + 0.1
    plate = Plate(WIDTH, height)
    at = _columns(plate, heads, height - _KEY - _HEAD)
    y, before, right = height - _KEY - _HEAD - _ROW / 2, None, max(at.values()) + _COLUMN / 2
    for person in people.itertuples():
        y -= _GAP * (person.group != before)
        strong = person.group != before
        plate.line(
            (0 if strong else _NAMES - 0.9, y + _ROW / 2),
            (right, y + _ROW / 2),
            MUTED if strong else RULE,
            0.8 if strong else 0.4,
        )
        if strong:
            plate.words((0, y), person.group, bold=True)
        plate.words((_NAMES, y), person.name, side="left")
        for initiative, marks in rows[rows["name"] == person.name].groupby("initiative", sort=False):
            for i, row in enumerate(marks.itertuples()):
                _mark(plate, row, (at[initiative] + (i - (len(marks) - 1) / 2) * _COLUMN / 2.1, y), heads)
        y, before = y - _ROW, person.group
    _key(plate, set(rows["family"]))
    return plate


def _mark(plate, row, place, heads):
    head = heads.set_index("initiative")["head"][row.initiative]
    told = f", told by {row.told_by}" if ", " in row.told_by else ""
    said = f"{row.name}: {', '.join(filter(None, (row.roles, row.status)))} ({head}){told}"
    mark = "Reference list, " if row.family == LISTED else ""
    reports = [(quote, f"{mark}{source}", day) for quote, source, day in row.reports]
    _symbol(plate, place, row.family, hovered(said, reports))


def _symbol(plate, place, family, said=""):
    """The family's mark, or a ring with its letter."""
    if family in _MARKS:
        plate.mark(place, _MARKS[family], said)
    else:
        letter, colour = _LETTERS[family]
        plate.mark(place, Mark("o", 8.5, PAPER, colour, 0.8), said)
        plate.words(place, letter, colour=colour, bold=True, side="center")


def _columns(plate, heads, top) -> dict[str, float]:
    """Where each initiative's column stands; draws their heads, and their groups' where there is room."""
    at, x = {}, _NAMES + 0.25
    for group, those in heads.groupby("group", sort=False):
        if len(those) > 1:
            plate.words((x - _COLUMN / 2, top + 0.08), group, colour=MUTED)
            plate.line(
                (x - _COLUMN / 2, top + 0.18), (x + (len(those) - 0.5) * _COLUMN, top + 0.18), MUTED, 0.6
            )
        for head in those.itertuples():
            plate.slanted((x - 0.07, top + 0.22), f"{head.head}, {head.day}" if head.day else head.head)
            at[head.initiative], x = x, x + _COLUMN
        x += _BETWEEN
    return at


def _key(plate, used):
    """What the marks mean that are used, in two lines."""
    x, y = 0.06, plate.height - 0.1
    for family in (family for family in (*_MARKS, *_LETTERS) if family in used):
        words = _KEYS.get(family, family)
        if family in _LETTERS and y > plate.height - 0.2:
            x, y = 0.06, y - 0.2
        _symbol(plate, (x, y), family)
        plate.words((x + 0.12, y), words)
        x += 0.12 + width_of(words, SIZE["mark"]) + 0.25
