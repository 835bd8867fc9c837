"""Who was at the ministerial: a world map, and under it how each source comes to its number of countries."""

import pandas as pd

from ..chart import BLUE, INK, MUTED, ORANGE, PAPER, SIZE, SKY, WIDTH, Chart, hover, width_of
from . import cited, worldmap
from .countries import COMMISSION, MEETING, SIGNED, counts, delegations, list_source, on_the_list
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
    "": Fill("#e6e9ed"),
}
_DOTS = {mark: Mark("o", 7, fill.face, BLUE if mark == "listed" else PAPER) for mark, fill in _FILLS.items()}
_SIGNED, _SEAT, _NEW = Mark("D", 4, INK), Mark("s", 7, SKY), "new agreement"
_CROSSES = {"disputed": Mark("X", 8, PAPER, ORANGE, 1.2), "absent": Mark("X", 7, ORANGE)}
_WORLD = worldmap.window(-169, -56, 191, 83.7, 0, _TOP, WIDTH)
_EUROPE = worldmap.window(-10.5, 35, 41, 70.5, 0, 2.12, 2.62)
_AT_SEA = (-8.5, 68.3)  # where the map has the Commission, which is no country
_SMALL = 0.0075  # square inches: a country drawn smaller than this gets a point
_SQUARES = {"named": (SKY, SKY), "listed": ("#c3dcec", BLUE), "": (PAPER, MUTED)}  # face and edge
_INKS = {"host": PAPER, "disputed": ORANGE, "absent": ORANGE}  # of names
_SQUARE, _ROW, _ROWS = 0.0715, 0.19, 2.72  # inches: a country, a source, and where the rows of sources begin
_TALLY, _SHORT = (
    1.3,
    0.82,
)  # inches: the head of these rows above the map's foot; the column of their names, at least


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
            documents[documents["short"].isin(shorts)], f"{outside}; shapes and borders as Natural Earth draws them"
        ),
        alt=f"World map. Named in the documents as attending, {len(named)} countries: {', '.join(named)}; and the European "
        f"Commission. On the reference list only, {len(listed)}: {', '.join(listed)}. "
        + f"Said not to have attended: {apart['absent']}. " * bool(apart["absent"])
        + f"The sources disagree on: {apart['disputed']}. " * bool(apart["disputed"])
        + f"Below, a row of squares for each source: {_told(tally)}.",
        table=pd.concat([rows.assign(part="map"), tally.assign(part="count")], ignore_index=True),
        plate=lambda: _plate(rows, tally, countries, documents),
    )  # fmt: skip


def _plate(rows, tally, countries, documents) -> Plate:
    low = min(0.0, _TALLY - 0.22 - (len(tally) - 0.5) * _ROW)  # the rows may go on below the map
    key = _entries(rows)
    plate = Plate(WIDTH, _HEIGHT - low + (len(key) - 1) * _ROW, low)
    _map(plate, rows, _answers(rows, countries, documents))
    _key(plate, key)
    _rows_of_squares(plate, tally, countries, dict(zip(rows["iso3"], rows["name"], strict=True)))
    return plate


def _told(tally) -> str:
    return "; ".join(f"{row.source}, {_sum(row)}" for row in tally.itertuples())


def _sum(row) -> str:
    """What a source counts, as it does, and how many of these it names."""
    if pd.isna(row.counted):
        return f"no number, {row.named} named"
    told = f"{row.counted} + Commission" if row.commission else f"{row.counted} countries"
    return f"{told}, {row.named if row.unnamed else 'all'} named"


def _answers(rows, countries, documents) -> dict[str, str]:
    """Country -> what hovering it shows: each document's sentence on its part in the meeting and on what it signed."""
    here = countries[countries["initiative"].isin([MEETING, *SIGNED])]
    here = here[["iso3", "document", "quote"]].merge(
        documents[["document", "short", "published"]], on="document"
    )
    told = {}
    for t in here.drop_duplicates(["iso3", "quote"]).itertuples():
        told.setdefault(t.iso3, []).append((t.quote, t.short, written(t.published)))
    return {row.iso3: _said(row, told.get(row.iso3, [])) for row in rows.itertuples()}


def _said(row, tellings) -> str:
    if row.mark == "listed" or (row.mark == "disputed" and row.iso3 in on_the_list()):
        source = list_source()
        publisher, day = source["publisher"], written(source["published"])
        tellings.append((on_the_list()[row.iso3], f"Reference list, {publisher}", day))
    parts = [hover("", *telling).removeprefix("<b></b><br><br>") for telling in tellings]
    return hover(row.name, *tellings[0]).split("<br><br>")[0] + "<br><br>" + "<br><br>".join(parts)


def _map(plate, rows, said):
    """The world and, larger, Europe: the shapes, then points on what is small or signed, then the names."""
    places = {c.iso3: c for c in worldmap.countries() if c.iso3}
    marks = dict(zip(rows["iso3"], rows["mark"], strict=True))
    spaces = {frame: _shapes(plate, frame, marks, said) for frame in (_WORLD, _EUROPE)}
    spots = []
    for row in rows.itertuples():
        at = places[row.iso3].at if row.iso3 in places else worldmap.projected(*_AT_SEA)
        frame = _EUROPE if _EUROPE.holds(at) else _WORLD
        ring = max(frame.rings(places[row.iso3]), key=worldmap.area, default=[]) if row.iso3 in places else []
        spots.append((row, frame, frame.place(at), worldmap.width(ring)))
        small = worldmap.area(ring) < _SMALL  # too small to hover
        for symbol in _symbols(row, small):
            plate.mark(frame.place(at), symbol, said[row.iso3] if small else "")
            spaces[frame].take(frame.place(at), 0.05)
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
        "disputed": "sources disagree", "absent": "said to be absent",
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
        y = plate.low + plate.height - 0.16 - n * _ROW
        for mark, text, x in line:
            if mark == "signed":
                plate.mark((x, y), _SIGNED)
            else:
                plate.shape([box(x, x + 0.22, y - 0.06, y + 0.06)], _FILLS[mark])
            if mark in _CROSSES:
                plate.mark((x + 0.11, y), _CROSSES[mark])
            plate.words((x + (0.08 if mark == "signed" else 0.28), y), text)


def _rows_of_squares(plate, tally, countries, names):
    """A row for each source, a square for each country that it counts, and one apart for the Commission."""
    after, square = _columns(tally)
    last = after + (_squares(tally).max() + 1.5) * square
    plate.words(
        (_ROWS, _TALLY), "How each source counts: a square is a country, filled if named", "label", bold=True
    )
    here = countries[countries["initiative"] == MEETING].drop_duplicates(["iso3", "document"])
    quotes = {(row.document, row.iso3): row.quote for row in here.itertuples()}
    for i, row in enumerate(tally.itertuples()):
        y = _TALLY - 0.22 - i * _ROW
        own, blank = (Mark("s", 4.2 * square / _SQUARE, *_SQUARES[mark], 0.5) for mark in (row.mark, ""))
        short = _short(row)
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
        plate.words((_ROWS, y), short.split(",")[0])
        aside = end if pd.isna(row.counted) else last
        plate.words((aside, y), _sum(row), colour=MUTED)


def _short(row) -> str:
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
            [_short(row).split(",")[0] for row in tally.itertuples()],
            [_sum(row) for row in tally.itertuples()],
        )
    )
    after = _ROWS + max(_SHORT, short + 0.05)
    return after, min(_SQUARE, (WIDTH - said - after) / (_squares(tally).max() + 1.5))
