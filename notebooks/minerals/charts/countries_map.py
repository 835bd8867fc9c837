"""Who was at the ministerial: a world map, and under it how each source comes to its number of countries."""

import math

import pandas as pd

from . import cited, worldmap
from .chart import BLUE, INK, MUTED, ORANGE, PAPER, SIZE, SKY, WIDTH, Chart, hovered, width_of
from .countries import MEETING, SIGNED, counts, delegations, list_source, on_the_list
from .countries_tally import ROW, TALLY, rows_of_squares, summed
from .labels import Space, chosen
from .plate import Fill, Mark, Plate, box
from .stretches import written

_HEIGHT, _TOP = 5.8, 5.4  # inches: of the chart, and of the map's upper edge above its foot
_FILLS = {
    "host": Fill(BLUE),
    "named": Fill(SKY),
    "listed": Fill(PAPER, BLUE, hatch=True, width=0.5),
    "disputed": Fill(PAPER, ORANGE, hatch=True, width=0.5),
    "absent": Fill(ORANGE),
    "unclear": Fill("#f2c6a5"),
    "": Fill("#e6e9ed"),
}
_DOTS = {
    mark: Mark("o", 5.5 if mark == "listed" else 7, fill.face, BLUE if mark == "listed" else PAPER)
    for mark, fill in _FILLS.items()
}
_SIGNED, _SEAT, _NEW = Mark("D", 4, INK), Mark("s", 7, SKY), "new agreement"
_CROSSES = {
    "disputed": Mark("X", 8, PAPER, ORANGE, 1.2),
    "absent": Mark("X", 7, ORANGE),
    "unclear": Mark("X", 7, PAPER, ORANGE, 1.2),
}
_WORLD = worldmap.window(-169, -56, 191, 83.7, 0, _TOP, WIDTH)
_EUROPE = worldmap.window(-10.5, 35, 41, 70.5, 0, 2.12, 2.62)
_AT_SEA = (-8.5, 68.3)  # where the map has the Commission, which is no country
_SMALL = 0.0075  # square inches: a country drawn smaller than this gets a point
_APART = 0.085  # inches between points, which are no wider
_INKS = {"host": PAPER, "disputed": ORANGE, "absent": ORANGE, "unclear": ORANGE}  # of names


def chart(countries: pd.DataFrame, figures: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """From the tables `countries`, `figures` and `documents`, and the reference list of delegations."""
    rows, tally = delegations(countries, documents), counts(countries, figures, documents)
    day = countries[(countries["initiative"] == MEETING) & (countries["role"] == "host")]["date"].mode()[0]
    told = sorted(set(tally["counted"].dropna()))
    named, listed = (
        rows[(rows["mark"] == m) & (rows["kind"] == "country")]["name"] for m in ("named", "listed")
    )
    apart = {mark: ", ".join(rows[rows["mark"] == mark]["name"]) for mark in _CROSSES}
    shorts = ", ".join(rows["told_by"]).split(", ") + list(tally["source"])
    outside = cited.outside([list_source()["source_id"]])
    return Chart(
        name="03_countries_map",
        title=f"Of the {' or '.join(map(str, told))} countries at the ministerial, the documents name {len(named)}",
        subtitle=f"Countries at the Critical Minerals Ministerial of {written(day)}, beside the host. The documents name "
        f"{len(named)} and the Commission; {len(listed)} more are known from a reference list only"
        + f"; on {(rows['mark'] == 'disputed').sum()} the sources disagree" * bool(apart["disputed"]),
        source=cited.line(
            documents[documents["short"].isin(shorts)], f"{outside}; shapes and borders, disputed ones "
            "too, as Natural Earth draws them: they settle nothing",
        ),
        alt=f"World map. Named in the documents as attending, {len(named)} countries: {', '.join(named)}; and the European "
        f"Commission. On the reference list only, {len(listed)}: {', '.join(listed)}. "
        + f"Said not to have attended: {apart['absent']}. " * bool(apart["absent"])
        + f"Said not to have attended, one of: {apart['unclear']}. " * bool(apart["unclear"])
        + f"The sources disagree on: {apart['disputed']}. " * bool(apart["disputed"])
        + f"Below, a row of squares for each source: {summed(tally)}.",
        table=pd.concat([rows.assign(part="map"), tally.assign(part="count")], ignore_index=True),
        plate=lambda: _plate(rows, tally, countries, documents),
    )  # fmt: skip


def _plate(rows, tally, countries, documents) -> Plate:
    low = min(0.0, TALLY - 0.22 - (len(tally) - 0.5) * ROW)  # the rows may go on below the map
    key = _entries(rows)
    plate = Plate(WIDTH, _HEIGHT - low + (len(key) - 1) * ROW, low)
    _map(plate, rows, _answers(rows, countries, documents))
    _key(plate, key)
    rows_of_squares(plate, tally, countries, dict(zip(rows["iso3"], rows["name"], strict=True)))
    return plate


def _answers(rows, countries, documents) -> dict[str, str]:
    """Country -> what hovering it shows: each document's sentence on its part in the meeting and on what it signed."""
    here = countries[countries["initiative"].isin([MEETING, *SIGNED])]
    here = here.merge(documents[["document", "short", "published"]], on="document")
    here = here.drop_duplicates(["iso3", "quote"])
    here = here.assign(
        later=here["initiative"] != MEETING, nth=here.groupby(["iso3", "role", "document"]).cumcount()
    )
    here = here.sort_values(
        ["later", "nth"], kind="stable"
    )  # a label has no room for all: one of each document first
    told = {}
    for t in here.itertuples():
        told.setdefault(t.iso3, []).append((t.quote, t.short, written(t.published)))
    return {row.iso3: _said(row, told.get(row.iso3, [])) for row in rows.itertuples()}


def _said(row, tellings) -> str:
    if row.mark == "listed" or (row.mark == "disputed" and row.iso3 in on_the_list()):
        source = list_source()
        publisher, day = source["publisher"], written(source["published"])
        tellings.insert(
            row.mark == "disputed", (on_the_list()[row.iso3], f"Reference list, {publisher}", day)
        )
    return hovered(row.name, tellings)


def _map(plate, rows, said):
    """The world and, larger, Europe: the shapes, then points on what is small or signed, then the names."""
    places = {c.iso3: c for c in worldmap.countries() if c.iso3}
    marks = dict(zip(rows["iso3"], rows["mark"], strict=True))
    spaces = {frame: _shapes(plate, frame, marks, said) for frame in (_WORLD, _EUROPE)}
    spots, points = [], []
    for row in rows.itertuples():
        at = places[row.iso3].at if row.iso3 in places else worldmap.projected(*_AT_SEA)
        frame = _EUROPE if _EUROPE.holds(at) else _WORLD
        ring = max(frame.rings(places[row.iso3]), key=worldmap.area, default=[]) if row.iso3 in places else []
        small = worldmap.area(ring) < _SMALL  # too small to hover
        place = _beside(frame.place(at), points) if small else frame.place(at)
        spots.append((row, frame, place, worldmap.width(ring)))
        for symbol in _symbols(row, small):
            points.append(place)
            plate.mark(place, symbol, said[row.iso3] if small else "")
            spaces[frame].take(place, 0.05)
    for row, frame, at, room in sorted(spots, key=lambda spot: spot[0].iso3 not in chosen()):
        bold = row.mark != "listed"
        if row.iso3 in chosen():
            middle = frame.place(worldmap.projected(*chosen()[row.iso3]))
            name = spaces[frame].put(row.name, at, middle, bold)
        else:
            name = spaces[frame].name(row.name, at, bold, room)
        if name:
            plate.words(
                name.at, name.text, colour=_INKS.get(row.mark, INK), bold=bold, side="center", halo=True
            )
        if name and name.end:
            plate.line(at, name.end, INK)


def _beside(at, points) -> tuple[float, float]:
    """The place itself, or beside it, so that no point hides another."""
    for x, y in points:
        if math.dist(at, (x, y)) < _APART:
            across = math.sqrt(_APART**2 - (at[1] - y) ** 2)
            at = (round(x + (across if at[0] > x else -across), 3), at[1])
    return at


def _shapes(plate, frame, marks, said) -> Space:
    """Draw the countries in a frame, those with a mark last; the space that is left for names."""
    (left, low), _, (right, high), _ = frame.corners
    space = Space((left, low, right, high))
    if frame is _EUROPE:
        plate.shape([frame.corners], Fill(PAPER, MUTED))
        plate.words((left + 0.05, low + 0.09), "Europe, larger", colour=MUTED)
        space.taken.append((left, low, left + 0.9, low + 0.2))
    else:
        space.taken.append((_EUROPE.left, low, *_EUROPE.corners[2]))
    for country in sorted(worldmap.countries(), key=lambda c: c.iso3 in marks):
        if rings := frame.rings(country):
            larger = frame is _WORLD and _EUROPE.holds(country.at)  # answers there
            plate.shape(
                rings, _FILLS[marks.get(country.iso3, "")], "" if larger else said.get(country.iso3, "")
            )
    return space


def _symbols(row, small) -> list[Mark]:
    cross = [_CROSSES[row.mark]] if row.mark in _CROSSES else []
    own = cross or [_SEAT] * (row.kind == "institution")
    return own + [_DOTS[row.mark]] * (small and not own) + [_SIGNED] * row.signed


def _entries(rows) -> list[list[tuple[str, str, float]]]:
    """What the marks mean, with how many countries have each, nothing of those that none has: mark, words and place in
    each line of the key."""
    count = rows[rows["kind"] == "country"]["mark"].value_counts()
    words = {
        "named": "named as attending", "listed": "reference list only",
        "disputed": "sources disagree", "absent": "said to be absent", "unclear": "one of these said to be absent",
    }  # fmt: skip
    words = {mark: f"{text}: {count[mark]}" for mark, text in words.items() if mark in count}
    later = ", ".join(rows.loc[rows["later"], "name"])
    new = f"{_NEW}: {(rows['signed'] & ~rows['later']).sum()}" + f", and {later} a day later" * bool(later)
    lines, x = [[]], 0.0
    for mark, text in ({"host": "host"} | words | {"": "named by neither", "signed": new}).items():
        wide = (0.08 if mark == "signed" else 0.28) + width_of(text, SIZE["mark"])
        if x + wide > WIDTH:
            lines, x = [*lines, []], 0.04 * (mark == "signed")  # a point stands about its place
        lines[-1].append((mark, text, x))
        x += wide + 0.25
    return lines


def _key(plate, lines):
    for n, line in enumerate(lines):
        y = plate.low + plate.height - 0.16 - n * ROW
        for mark, text, x in line:
            if mark == "signed":
                plate.mark((x, y), _SIGNED)
            else:
                small = 0.1 * (mark == "listed")  # the ring of a small one stands beside
                plate.shape([box(x, x + 0.22 - small, y - 0.06, y + 0.06)], _FILLS[mark])
                if small:
                    plate.mark((x + 0.19, y), _DOTS[mark])
            if mark in _CROSSES:
                plate.mark((x + 0.11, y), _CROSSES[mark])
            plate.words((x + (0.08 if mark == "signed" else 0.28), y), text)
