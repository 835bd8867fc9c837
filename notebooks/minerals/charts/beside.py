"""The two governments' statements side by side, in their own words, by date.

From the first day on which the framework between them is reported, in the documents that report it. Each speaker has
for each day what was said of the framework; where nothing was, the shortest that was said. What is of the framework is
known by its anchor: rows of the table of initiatives rest on the same words, and give its states. A document that is
itself a statement of both governments is among them, though nobody quotes its sentence.
"""

import pandas as pd

from ..corpus.display import plain
from ..finders import edtf
from .chart import INK, MUTED, PAPER, RULE, SIZE, WIDTH, Chart, width_of
from .plate import Fill, Plate, box, lead, lines_of
from .speakers import BOTH, NZ, SIDES, US, headed, readings, remarks, side_of, when
from .statements import said
from .stretches import written

_FRAMEWORK = "nz-us-framework"
_OFFICIAL = {NZ: "New Zealand", US: "US"}  # one of the side's officials
_DATES, _GUTTER, _HEAD = 1.1, 0.3, 0.3  # inches: the column of dates, between the others, their titles
_COLUMN = (WIDTH - _DATES - _GUTTER) / 2
_PLACE = {NZ: (_DATES, _COLUMN), US: (_DATES + _COLUMN + _GUTTER, _COLUMN), BOTH: (_DATES, WIDTH - _DATES)}
_INDENT, _LEAD, _GAP = (
    0.12,
    1.3,
    0.13,
)  # inches and lines: words from their bar, line to line, quotation to quotation


def spoken(statements: pd.DataFrame, documents: pd.DataFrame, initiatives: pd.DataFrame) -> pd.DataFrame:
    """The governments' statements with the framework's `status` and the `shown` words; empty where nothing is shown.

    A statement that tells several states has them all, apart by `;`, in the order of its words.
    """
    rows = readings(statements, documents)
    told = initiatives[initiatives["initiative"] == _FRAMEWORK]
    since = min(day for day in told["date"] if day)
    rows = rows[
        rows["side"].isin(_PLACE) & rows["document"].isin(told["document"]) & (rows["first"] >= since)
    ]
    found = [_state(row, told) for row in rows.itertuples()]
    rows = rows.assign(status=[status for status, _ in found], shown=[words for _, words in found])
    silent = rows.groupby(["speaker", "said_on"])["status"].transform("max") == ""
    length = rows["quote"].map(plain).str.len()
    shortest = silent & (length == length.groupby([rows["speaker"], rows["said_on"]]).transform("min"))
    rows["shown"] = rows["shown"].where(~shortest, rows["quote"].map(plain))
    rows = pd.concat([rows, _own_words(told, documents)], ignore_index=True).fillna({"venue": ""})
    return rows.sort_values(["first", "last", "document", "start"], kind="stable", ignore_index=True)


def _own_words(told, documents) -> pd.DataFrame:
    """What documents that are themselves statements of both governments say of the framework."""
    own = told.merge(documents[["document", "short", "published", "kind", "speaks_for"]], on="document")
    own = own.assign(side=own["speaks_for"].map(side_of)).query("side == @BOTH")
    bounds = [edtf.bounds(day) for day in own["date"]]
    return pd.DataFrame({
        "statement": own["claim"], "speaker": own["kind_y"].str.capitalize(), "side": own["side"], "said_on": own["date"],
        "first": [str(a) for a, _ in bounds], "last": [str(b) for _, b in bounds], "said_on_basis": "stated",
        "status": own["status"], "shown": own["quote"].map(plain), "source": own["short"], "that_day": 1,
        **{c: own[c] for c in ("published", "document", "source_file", "start", "end", "quote")},
    })  # fmt: skip


def _state(row, told) -> tuple[str, str]:
    """The states that tellings of the framework give, and the words from the first to the last; or nothing."""
    shared = [
        (max(t.start, row.start), min(t.end, row.end), t.status)
        for t in told[told["document"] == row.document].sort_values("start").itertuples()
        if t.start < row.end and row.start < t.end
    ]
    if not shared:
        return "", ""
    start, end = shared[0][0], max(end for _, end, _ in shared)
    words = row.quote[start - row.start : end - row.start].strip()
    cut = ("… " if start > row.start else ""), (" …" if end < row.end else "")
    return ";".join(dict.fromkeys(status for *_, status in shared)), cut[0] + plain(words) + cut[1]


def chart(statements: pd.DataFrame, documents: pd.DataFrame, initiatives: pd.DataFrame) -> Chart:
    """The governments' statements by date, New Zealand's left and the United States' right."""
    rows = spoken(statements, documents, initiatives)
    rows = rows[rows["shown"] != ""].reset_index(drop=True)
    rows["shown_that_day"] = rows.groupby(["speaker", "said_on"])["quote"].transform("size")
    sources = [d for d in documents.itertuples() if d.short in set(rows["source"])]
    return Chart(
        name="07_statements_government",
        title=_title(rows),
        subtitle="Quotations by date. Large: on the framework, with how the table of initiatives reads them (in colour). "
        "Small and grey: the shortest of a speaker’s day without such words",
        source="Sources: " + "; ".join(f"{d.short}, {written(d.published)}" for d in sources),
        alt=_alt(rows),
        table=rows,
        plate=lambda: _page(rows),
    )


def _title(rows) -> str:
    """What both say of the framework, and what one of them says beside it; or what each says most."""
    states = rows.assign(status=rows["status"].str.split(";")).explode("status")
    states = states[states["status"] != ""]
    told = {side: states.loc[states["side"] == side, "status"].value_counts() for side in (NZ, US)}
    shared = [status for status in told[NZ].index if status in told[US].index]
    if not shared:
        home, abroad = (f"{side} says the framework is {label(told[side].index[0])}" for side in (NZ, US))
        return f"{home}; {abroad}"
    most = shared[0]
    title = f"Both governments speak of a deal that is {label(most)}: {_who(states, NZ, most)}, {_who(states, US, most)}"
    if (joint := states[(states["side"] == BOTH) & (states["status"] == most)]).size:
        title += f" and the {joint['speaker'].iloc[0].lower()}"
    more = states[(states["side"] == NZ) & ~states["status"].isin(shared)]
    if more.empty:
        return title
    added = more["status"].mode()[0]
    speakers = more.loc[more["status"] == added, "speaker"].unique()
    verb = "adds" if len(speakers) == 1 else "add"
    return f"{title}; {' and '.join(speakers)} {verb} that it is {label(added)}, in {told[NZ][added]}"


def _who(states, side, status) -> str:
    """Who of a side says so, and in how many remarks."""
    said = states[(states["side"] == side) & (states["status"] == status)]
    who = headed(side) if said["speaker"].nunique() > 1 else f"one {_OFFICIAL[side]} official"
    number = remarks(said)
    return f"{who} in {number} remark{'s' * (number > 1)}"


def label(status: str) -> str:
    """A status as people write it."""
    return status.replace("-", " ").replace(";", " and ")


def _alt(rows) -> str:
    lines = [
        f"{when(r.said_on)}, {r.speaker}: “{r.shown}”" + (f" ({label(r.status)})" if r.status else "")
        for r in rows.itertuples()
    ]
    return (
        "Columns of quotations by date, New Zealand's government left, the United States' right. "
        + "; ".join(lines)
    )


def _page(rows) -> Plate:
    """A row for each date, its columns starting level. The same walk twice: for the height, and for the page."""
    height = _walk(rows, Plate(WIDTH, 0), 0)
    page = Plate(WIDTH, _HEAD + height)
    for side in (NZ, US):
        page.words((_PLACE[side][0], page.height - 0.15), headed(side), "label", SIDES[side], bold=True)
    _walk(rows, page, height)
    return page


def _walk(rows, page, top) -> float:
    """Set the rows on `page` downwards from `top`; the inches that they take."""
    y = top
    for day, own in rows.groupby("said_on", sort=False):
        page.line((0, y), (WIDTH, y), RULE)
        date = lines_of(when(day), "label", _DATES - 0.25)
        page.words((0, y - _GAP), date, "label", bold=True)
        heads = dict.fromkeys(_PLACE, y - _GAP)
        for r in own.itertuples():
            start = min(heads.values()) if r.side == BOTH else heads[r.side]
            end = _quotation(page, r, start) - _GAP
            heads = (
                dict.fromkeys(heads, end)
                if r.side == BOTH
                else heads | {r.side: end, BOTH: min(heads[BOTH], end)}
            )
        y = min(*heads.values(), y - len(date) * lead("label") - 2 * _GAP)
    return top - y


def _quotation(page, r, top) -> float:
    """One quotation with its bar and who said it; where it ends."""
    x, width = _PLACE[r.side]
    size, colour = ("subtitle", INK) if r.status else ("label", MUTED)
    lines = lines_of(f"“{r.shown}”", size, width - _INDENT)
    foot = top - len(lines) * lead(size) - 0.03
    end, left = foot - lead("mark"), x + _INDENT
    page.shape([box(x, x + width, end, top)], Fill(PAPER, PAPER), said(r))
    page.shape([box(x, x + 0.05, end, top)], Fill(SIDES[r.side], SIDES[r.side]))
    page.words((left, top), lines, size, colour)
    if r.status:
        read = f"read as {label(r.status)}"
        page.words((left, foot), [read], colour=SIDES[r.side], bold=True)
        left += width_of(f"{read}  ", SIZE["mark"], bold=True)
    page.words((left, foot), [_credit(r)], colour=MUTED)
    return end


def _credit(row) -> str:
    """Who said it, where, and how much of what was quoted of that day is shown."""
    venue = f", {row.venue}" if row.venue else ""
    part = (
        f" · {row.shown_that_day} shown of the {row.that_day} of that day"
        if row.that_day > row.shown_that_day
        else ""
    )
    return f"{row.speaker}{venue}{part}"
