"""The list of critical minerals as tiles, and on them the documents that name a mineral."""

import textwrap
from typing import NamedTuple

import pandas as pd

from . import cited
from .chart import BLUE, INK, MUTED, ORANGE, PAPER, SIZE, WIDTH, Chart, hover, width_of
from .plate import Fill, Plate, box
from .stretches import written

NAMED, APART, REST = "On the list and named", "Not on the list", "On the list and not named"
_COLUMNS, _TALL = (
    {NAMED: 4, REST: 6},
    {NAMED: 0.6, REST: 0.38},
)  # tiles a line, and their inches from top to foot
_ASIDE = 7.96  # inches from the left, where what is not on the list stands beside what is
_GAP, _HEAD, _PAD = 0.06, 0.3, 0.08  # inches between tiles, over them for a heading, and inside them
_CHIP = 0.19  # inches, a mark's height


def _wide(section) -> float:
    room = _ASIDE - 0.12 if section == NAMED else WIDTH - 0.02 + _GAP
    return room / _COLUMNS[section] - _GAP


def tiles(minerals: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each mark: a mineral of the list (layer `reference`), or a document that names a mineral (`corpus`).

    `sentences` and `quote` are what a document says of the mineral; `documents` counts those that name it.
    """
    listed = minerals[minerals["layer"] == "reference"].assign(source=_publishers, published="", sentences=0)
    listed["quote"] = listed["words"]
    told = minerals[minerals["layer"] == "corpus"].merge(documents[["document", "short", "published"]])
    told = told.groupby(["mineral", "document"], sort=False).agg(
        group=("group", "first"), on_nz_list=("on_nz_list", "first"), layer=("layer", "first"),
        source=("short", "first"), published=("published", "first"), sentences=("quote", "size"),
        quote=("quote", "\n".join), doubtful=("doubtful", "all"),
    )  # fmt: skip
    rows = pd.concat([listed, told.reset_index()], ignore_index=True)
    rows["documents"] = rows.groupby("mineral")["published"].transform(lambda days: (days != "").sum())
    rows["section"] = [
        APART if not r.on_nz_list else NAMED if r.documents else REST for r in rows.itertuples()
    ]
    rows["of_section"] = rows.groupby("section")["mineral"].transform("nunique")
    columns = [
        "mineral",
        "layer",
        "section",
        "of_section",
        "group",
        "on_nz_list",
        "in_draft",
        "doubtful",
        "documents",
    ]
    columns += ["source", "source_id", "published", "document", "sentences", "quote"]
    order = ["section", "documents", "mineral", "layer", "published"]
    return rows[columns].sort_values(
        order, ascending=[True, False, True, False, True], kind="stable", ignore_index=True
    )


def _publishers(listed) -> list[str]:
    return [cited.outside(ids.split(";")) for ids in listed["source_id"]]


def chart(minerals: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """The whole list, and every mineral that a document names."""
    rows = tiles(minerals, documents)
    silent = ", ".join(documents.loc[~documents["short"].isin(rows["source"]), "short"])
    return Chart(
        name="05_minerals",
        title=_title(rows),
        subtitle="Minerals, and the number of sentences that name one (×). Hollow tile: New Zealand's list, a reference "
        "that no document gives whole; double-edged, a group kept as one. Blue: a document names it; "
        "?: it is doubtful that it means the mineral",
        source=cited.line(documents, rows.loc[rows["layer"] == "reference", "source"].iloc[0]),
        alt=f"{_alt(rows)} {silent} name none.",
        table=rows,
        plate=lambda: _plate(rows, silent),
    )


def _plate(rows, silent) -> Plate:
    """The tiles; `silent` are the documents that name no mineral."""
    placed, height = _tiles(rows)
    plate = Plate(WIDTH, height)
    told = {mineral: here for mineral, here in rows[rows["layer"] == "corpus"].groupby("mineral")}
    for tile in placed:
        _tile(plate, tile)
        _chips(plate, tile, told.get(tile.mineral, rows[:0]))
    _headings(plate, placed, silent)
    return plate


def _names(rows) -> str:
    """The minerals of `rows` as a sentence has them."""
    names = list(dict.fromkeys(rows["mineral"]))
    return ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else "".join(names)


def _title(rows) -> str:
    listed = rows[rows["on_nz_list"]]
    named = listed.loc[listed["documents"] > 0, "mineral"].nunique()
    sure = listed.loc[
        (listed["layer"] == "corpus") & ~listed["doubtful"].astype("boolean").fillna(False), "mineral"
    ].nunique()
    number = f"{named}" if sure == named else f"{sure} or {named}"
    words = f"{number} of the {listed['mineral'].nunique()} minerals on New Zealand's list are named"
    apart = rows[rows["section"] == APART]
    return (
        f"{words}; {_names(apart)}, named as well, {'are' if len(apart) > 1 else 'is'} not on it"
        if len(apart)
        else words
    )


def _alt(rows) -> str:
    told, listed = rows[rows["layer"] == "corpus"], rows[rows["layer"] == "reference"]
    by = told.groupby("mineral", sort=False)["source"].agg(", ".join)
    unsure = set(told["mineral"]) - set(told.loc[~told["doubtful"].astype(bool), "mineral"])
    named = "; ".join(
        f"{m} ({by[m]}{', doubtful' * (m in unsure)})"
        for m in dict.fromkeys(told.loc[told["section"] == NAMED, "mineral"])
    )
    late, rest = listed[~listed["in_draft"].astype(bool)], listed[listed["section"] == REST]
    return (
        f"Tiles of the {len(listed)} minerals on New Zealand's list, which is reference. Named in the documents: {named}. "
        f"Named and not on the list: {_names(rows[rows['section'] == APART]) or 'none'}. Not in the draft of the list: "
        f"{_names(late) or 'none'}. Not named by any document, {len(rest)}: {_names(rest)}."
    )


class Tile(NamedTuple):
    """A mineral's tile: x of its left, y of its top, in inches from the lower left; `row` is the list's, if it has one."""

    mineral: str
    section: str
    count: int
    row: tuple | None
    x: float
    y: float
    w: float
    h: float


def _tiles(rows) -> tuple[list[Tile], float]:
    """Every mineral's tile, and the height of all."""
    sections = {name: _minerals(rows, name) for name in (NAMED, APART, REST)}
    lines = {name: -(-len(sections[name]) // columns) for name, columns in _COLUMNS.items()}
    height = sum(lines[name] * (_TALL[name] + _GAP) + _HEAD for name in _COLUMNS)
    tiles, top = [], height
    for name, columns in _COLUMNS.items():
        w, h = _wide(name), _TALL[name]
        for i, (mineral, row) in enumerate(sections[name].items()):
            x, y = i % columns * (w + _GAP), top - _HEAD - i // columns * (h + _GAP)
            tiles.append(Tile(mineral, name, len(sections[name]), row, x, y, w, h))
        top -= lines[name] * (h + _GAP) + _HEAD
    for i, mineral in enumerate(sections[APART]):
        y = height - _HEAD - i * (_TALL[NAMED] + _GAP)
        tiles.append(
            Tile(mineral, APART, len(sections[APART]), None, _ASIDE, y, WIDTH - _ASIDE, _TALL[NAMED])
        )
    return tiles, height


def _minerals(rows, section) -> dict:
    """The section's minerals in their order, each with its row of the list, or None."""
    here = rows[rows["section"] == section]
    listed = {r.mineral: r for r in here.itertuples() if r.layer == "reference"}
    return {mineral: listed.get(mineral) for mineral in dict.fromkeys(here["mineral"])}


def _tile(plate, tile):
    """The outline, hollow because it is reference, twice for a group; the name; and what the draft had not."""
    late = tile.row and not tile.row.in_draft
    if tile.row:
        draft = ", not in its draft" if late else ""
        source, _, day = tile.row.source.rpartition(", ")
        said = hover(
            f"{tile.mineral.capitalize()}: on New Zealand's list{draft}", tile.row.quote, source, day
        )
        for inset in (0, 0.03)[: 1 + tile.row.group]:
            x0, x1 = tile.x + inset, tile.x + tile.w - inset
            plate.shape(
                [box(x0, x1, tile.y - tile.h + inset, tile.y - inset)], Fill(PAPER, MUTED, width=0.7), said
            )
    colour, bold = (MUTED, False) if tile.section == REST else (INK, True)
    y = tile.y - (0.18 if tile.section != REST else 0.12 if late else tile.h / 2)
    plate.words((tile.x + _PAD, y), tile.mineral.capitalize(), colour=colour, bold=bold)
    if late:
        plate.words((tile.x + _PAD, tile.y - 0.26), "not in the draft", colour=ORANGE, bold=True)


def _chips(plate, tile, told):
    """A mark for each document that names the mineral."""
    x, y = tile.x + _PAD, tile.y - 0.33
    for r in told.itertuples():
        label = (
            f"{r.source} ×{r.sentences}" if r.sentences > 1 else f"{r.source} ?" if r.doubtful else r.source
        )
        w = width_of(label, SIZE["mark"]) + 0.08
        said = hover(r.mineral.capitalize(), r.quote.replace("\n", " … "), r.source, written(r.published))
        plate.shape([box(x, x + w, y - _CHIP, y)], Fill(BLUE, BLUE, width=0), said)
        plate.words((x + w / 2, y - _CHIP / 2 + 0.01), label, colour=PAPER, side="center")
        x += w + 0.03


def _headings(plate, tiles, silent):
    """Over each section what it is and how many it has; where there is room, who names no mineral."""
    for tile in {tile.section: tile for tile in reversed(tiles)}.values():
        plate.words((tile.x, tile.y + 0.13), f"{tile.section}: {tile.count}", "label", bold=True)
    for i, line in enumerate(textwrap.wrap(f"No mineral named: {silent}", 20) if silent else []):
        plate.words((_ASIDE, tiles[0].y - 0.82 - i * 0.15), line, colour=MUTED)
