"""The minerals: New Zealand's list as tiles, those that a document names filled, and what is named but not listed."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from . import cited
from .style import live
from .style.measure import lines
from .style.page import Page, empty, styled
from .style.palette import BLUE, INK, MUTED, ORANGE, PAPER
from .style.sizes import Size
from .style.words import Words, capital, hover, nothing, safe, sentence, source

NAMED, APART, REST = "On the list and named", "Named and not on the list", "On the list and not named"
_LOOK = {
    NAMED: (BLUE, PAPER, BLUE),
    APART: (ORANGE, PAPER, ORANGE),
    REST: (PAPER, INK, MUTED),
}  # face, words, edge
_COLUMNS = {"page": 6, "slide": 6, "phone": 3}
_LIVE, _TILE = 3, 40  # columns of the live chart, and pixels of its tiles
_AIM = "aim-of-an-initiative"  # a mineral that is named for this alone may be meant next to critical minerals, not as one


def data(minerals: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each mineral of the reference list (without a `document`) and for each sentence that names a mineral.

    `mark` is the mineral, `section` where its tile is, `documents` how many name it, `sure` whether any names it as a
    critical mineral and not only as what an initiative is for.
    """
    rows = minerals.merge(documents[["document", "short", "published"]], on="document", how="left")
    told = rows["layer"] == "corpus"
    rows["source"] = [
        row.short if row.layer == "corpus" else cited.outside(row.source_id.split(";"))
        for row in rows.itertuples()
    ]
    rows = rows.assign(
        mark=rows["mineral"], published=rows["published"].fillna(""), quote=rows["quote"].where(told, rows["words"]),
        document=rows["document"].where(told, ""),
    )  # fmt: skip
    names = rows[told].groupby("mineral")["document"].nunique()
    sure = set(rows.loc[told & (rows["role"] != _AIM), "mineral"])
    on_list = set(rows.loc[rows["on_nz_list"].astype(bool), "mineral"])
    rows["documents"] = rows["mineral"].map(names).fillna(0).astype(int)
    rows["sure"] = rows["mineral"].isin(sure) | (rows["documents"] == 0)
    rows["section"] = [
        APART if m not in on_list else NAMED if n else REST
        for m, n in zip(rows["mineral"], rows["documents"], strict=True)
    ]
    rows["place"] = rows["section"].map(list(_LOOK).index)
    rows["late"] = rows["mineral"].map(rows[~told].groupby("mineral")["in_draft"].first()).eq(False)
    order = ["place", "documents", "mineral", "layer", "published", "start"]
    rows = rows.sort_values(
        order, ascending=[True, False, True, False, True, True], kind="stable", ignore_index=True
    )
    columns = [
        "claim",
        "mark",
        "mineral",
        "section",
        "group",
        "late",
        "sure",
        "documents",
        "layer",
        "role",
        "source",
    ]
    return rows[[*columns, "source_id", "published", "document", "start", "end", "quote"]]


def words(data: pd.DataFrame) -> Words:
    """The title counts how many of the list are named, and names what is named and not listed."""
    if data.empty:
        return nothing("mineral")
    once = data.drop_duplicates("mark")
    size, named, apart = (once[once["section"].isin(s)] for s in ([NAMED, REST], [NAMED], [APART]))
    sure, doubt = named[named["sure"]], named[~named["sure"]]
    number = f"{len(sure)} or {len(named)}" if len(doubt) else f"{len(named)}"
    title = f"The documents name {number} of the {len(size)} minerals on New Zealand's list"
    if size.empty:
        title = f"The documents name {sentence(apart['mineral'], 4)}"
    elif len(apart):
        title += (
            f"; {sentence(apart['mineral'], 3)}, named too, {'are' if len(apart) > 1 else 'is'} not on it"
        )
    note = [
        f"{capital(sentence(doubt['mineral'], 4))} may be named next to critical minerals and not as one."
    ] * bool(len(doubt))
    late, group = once[once["late"]], once[once["group"].astype(bool)]
    note += [f"Not in the draft of the list: {sentence(late['mineral'], 5)}."] * bool(len(late))
    note += [f"Groups, kept as one: {sentence(group['mineral'], 5)}."] * bool(len(group))
    note += ["No document gives the list whole; it is a reference."] * bool(len(size))
    ids = [i for ids in data["source_id"] for i in ids.split(";") if i]
    return Words(
        title, " ".join(note), source(data, ids),
        f"{title}. Tiles, filled where a document names the mineral: {sentence(named['mineral'], 9) or 'none'}.",
    )  # fmt: skip


def _tiles(data) -> list[tuple[str, list]]:
    """(section, its minerals with their rows), in order."""
    found = []
    for name in _LOOK:
        here = data[data["section"] == name]
        if len(here):
            found.append((name, [(mark, rows) for mark, rows in here.groupby("mark", sort=False)]))
    return found


def _by(rows) -> list[str]:
    """Who names the mineral, and in how many sentences."""
    told = rows[rows["document"] != ""]["source"]
    return [f"{name} ×{n}" if n > 1 else name for name, n in told.value_counts(sort=False).items()]


def static(data: pd.DataFrame, size: Size) -> Figure:
    """One Axes of columns and rows of tiles."""
    with styled():
        if data.empty:
            return empty(size, words(data))
        across, sections = _COLUMNS[size.name], _tiles(data)
        wide = (size.width - 2 * size.margin) / across
        tall = 3.1 * size.small if size.name != "phone" else 3.4 * size.small
        rows = sum(1 - (-len(here) // across) for _, here in sections)
        page = Page(size, words(data), rows * tall)
        if size.height and rows * tall > page.height:
            tall = page.height / rows
        axes = page.axes(0, 0, page.width, page.height)
        axes.set(xlim=(0, across), ylim=(page.height / tall, 0))
        axes.axis("off")
        y = 0.0
        for name, here in sections:
            page.put(
                0, (y + 0.58) * tall, f"{name}: {len(here)}", size.text, INK, bold=True, va="center_baseline"
            )
            y += 1
            for n, (mark, reports) in enumerate(here):
                _tile(page, axes, n % across, y + n // across, mark, reports, wide, tall, size)
            y += -(-len(here) // across)
        return page.figure


def _tile(page, axes, x, y, mark, reports, wide, tall, size):
    face, ink, edge = _LOOK[reports["section"].iloc[0]]
    group = bool(reports["group"].iloc[0])
    axes.bar(
        x + 0.5,
        0.86,
        0.95,
        y + 0.04,
        fc=face,
        ec=edge,
        lw=2.2 if group else 0.9,
        gid=f"mark {';'.join(reports['claim'])}",
    )
    room = 0.95 * wide - 1.1 * size.small
    by, told = _by(reports), bool(_by(reports))
    named = lines(capital(mark), size.small, room, told, most=2)
    short = f"{len(by)} documents" if len(lines(", ".join(by), size.small, room)) > 1 else ", ".join(by)
    said = [*named, short][: 2 if told else len(named)]
    for n, line in enumerate(said):
        at = (y + 0.47) * tall + (n - (len(said) - 1) / 2) * 1.25 * size.small
        text = page.put(
            x * wide + 0.045 * wide + 0.2 * size.small,
            at,
            line,
            size.small,
            ink,
            bold=n < len(named) and told,
            va="center_baseline",
        )
        text.ground = face


def spec(data: pd.DataFrame) -> dict[str, Any]:
    """Plotly's JSON: a tile is a bar on axes of columns and rows."""
    if data.empty:
        return live.nothing(words(data))
    traces, notes, y = [], [], 0.0
    for name, here in _tiles(data):
        face, ink, edge = _LOOK[name]
        notes.append({"xref": "paper", "x": 0, "xanchor": "left", "y": y + 0.1, "yanchor": "middle", "borderpad": 0,
                      "text": f"<b>{safe(name)}: {len(here)}</b>"})  # fmt: skip
        y += 1
        for n, (mark, rows) in enumerate(here):
            column, row = n % _LIVE, y + n // _LIVE
            said = "<br>".join(map(safe, lines(capital(mark), 11, 104, most=2)))
            traces.append({
                "type": "bar", "orientation": "h", "base": [column], "x": [0.95], "y": [row], "width": 0.86,
                "marker": {"color": face, "line": {"color": edge, "width": 3 if rows["group"].iloc[0] else 1}},
                "text": [said], "textposition": "inside", "insidetextanchor": "middle", "constraintext": "none",
                "textfont": {"color": ink, "size": 11}, "hoverinfo": "text", "showlegend": False, "name": safe(mark),
                "hovertext": [hover(f"{capital(mark)}: {name[:1].lower()}{name[1:]}", _reports(rows))],
                "customdata": [";".join(rows["claim"])], "meta": sorted(set(rows["source"])),
            })  # fmt: skip
        y += -(-len(here) // _LIVE)
    documents = list(dict.fromkeys(data[data["document"] != ""].sort_values("published")["source"]))
    menus = [live.menu("All, and the list", traces, documents)] if documents else []
    return live.spec(
        words(data), traces, round(_TILE * y) + 10, menus=menus, annotations=notes, barmode="overlay", foot=8,
        xaxis={"range": [0, _LIVE], "visible": False},
        yaxis={"range": [y - 0.5, -0.5], "visible": False, "fixedrange": True},
    )  # fmt: skip


def _reports(rows) -> pd.DataFrame:
    """What documents say first, then the list."""
    return rows.assign(last=rows["document"] == "").sort_values("last", kind="stable")


def interactive(data: pd.DataFrame):
    """A `plotly.graph_objects.Figure`."""
    return live.figure(spec(data))
