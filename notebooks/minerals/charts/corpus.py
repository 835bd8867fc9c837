"""What the corpus is: each document's length and how much of it is body text, and what was found and coded in it."""

import pandas as pd

from ..corpus.display import plain
from ..review import coverage
from .chart import BLUE, INK, MUTED, ORANGE, PAPER, RULE, WIDTH, Chart, hover
from .plate import Fill, Mark, Plate, box, lead, lines_of
from .stretches import written

CLAIMS = ("events", "countries", "figures", "targets", "minerals", "statements", "initiatives", "provisions")
TABLES = ("documents", "passages", "mentions", *CLAIMS)
_NAMES, _TOTAL = 1.1, 0.8  # inches, the columns of row names and of totals
_BAR, _TALL, _ROW = 0.5, 1.2, 0.27  # inches: a document's bar across, the longest document's height, a row
_HEAD, _FOOT = 0.75, 0.36  # inches above and under the bars
_WIDEST = 17  # points, the mark of the greatest count
_OFTEN, _LONG = 6, 200  # words that a hover gives of the most frequent, and letters of a passage
_REST = Fill(PAPER, MUTED, hatch=True, width=0.8)


def contents(
    documents: pd.DataFrame, mentions: pd.DataFrame, claims: dict[str, pd.DataFrame]
) -> pd.DataFrame:
    """A row for each document by date, and one for all: characters, mentions of each kind, claims in each table."""
    rows = documents.sort_values(["published", "document"], kind="stable").set_index("document")
    counts = mentions.groupby(["document", "kind"]).size().unstack()
    for name, table in claims.items():
        counts = counts.join(table.groupby("document").size().rename(name), how="outer")
    counts = counts.reindex(rows.index).fillna(0).astype(int)
    rows = rows[["short", "published", "published_basis", "kind", "characters", "body_characters"]].assign(
        mentions=counts.drop(columns=list(claims)).sum(axis=1), claims=counts[list(claims)].sum(axis=1)
    )
    rows = rows.rename(columns={"short": "source", "kind": "what"}).join(counts)
    whole = rows.select_dtypes("number").sum().rename("all").to_frame().T
    return pd.concat([rows, whole]).fillna("").rename_axis("document").reset_index()


def chart(
    documents: pd.DataFrame, passages: pd.DataFrame, mentions: pd.DataFrame, *tables: pd.DataFrame
) -> Chart:
    """Every document of the corpus; `tables` are those of `CLAIMS`."""
    claims = {name: t[t["document"] != ""] for name, t in zip(CLAIMS, tables, strict=True)}
    rows = contents(documents, mentions, claims)
    groups = {
        "Found by the code": [kind for kind in coverage.KINDS if kind in set(mentions["kind"])],
        "Coded by people": list(CLAIMS),
    }
    whole = rows.iloc[-1]
    inside = sum(_in_body(claims[name], passages) for name in CLAIMS)
    return Chart(
        name="01_corpus",
        title=f"In {len(documents)} documents {whole['body_characters']:,} of {whole['characters']:,} characters are body "
        f"text; {whole['mentions']} mentions and {inside} of the {whole['claims']} claims rest on them",
        subtitle="Documents by date. Bars: characters that are not blank, body text filled, the rest of the page hatched. "
        "Discs: mentions of each kind, quotation marks not among them, and rows of each table, by area",
        source="Sources: " + "; ".join(f"{r.source}, {written(r.published)}" for r in rows[:-1].itertuples()),
        alt=_alt(rows),
        table=rows,
        plate=lambda: _page(rows, groups, passages, {**dict(list(mentions.groupby("kind"))), **claims}),
    )


def _in_body(claims, passages) -> int:
    """How many of the `claims` have no word on the rest of a page: a line of a date, a label over the story."""
    rest = passages[~passages["body"]]
    pairs = (
        claims[["document", "start", "end"]].reset_index().merge(rest, on="document", suffixes=("", "_of"))
    )
    outside = pairs[(pairs["start"] < pairs["end_of"]) & (pairs["start_of"] < pairs["end"])]
    return len(claims) - outside["index"].nunique()


def _alt(rows) -> str:
    parts = [
        f"{r.source}: {r.body_characters:,} of {r.characters:,} characters, mentions {r.mentions}, claims {r.claims}"
        for r in rows[:-1].itertuples()
    ]
    return f"A column for each document, by date: how much of it is body text, and what was found in it. {'; '.join(parts)}."


def _page(rows, groups, passages, found) -> Plate:
    bottom = sum(len(names) * _ROW + 0.42 for names in groups.values())
    page = Plate(WIDTH, bottom + _FOOT + _TALL + _HEAD)
    whole, each = rows.iloc[-1], rows.iloc[:-1]
    step, scale = (WIDTH - _NAMES - _TOTAL) / len(each), _TALL / each["characters"].max()
    most = max(each[names].to_numpy().max() for names in groups.values())
    columns = [(_NAMES + (n + 0.5) * step, row) for n, (_, row) in enumerate(each.iterrows())]
    for x, row in columns:
        _head(page, x, row, step)
        _bar(page, x, row, bottom + _FOOT, scale, passages)
    right = WIDTH - _TOTAL / 2
    page.words((right, page.height), ["All"], "label", bold=True, side="center")
    page.words((0, bottom + 0.17), "characters")
    both = [f"{whole['body_characters']:,}", f"of {whole['characters']:,}"]
    page.words((right, bottom + 0.3), both, bold=True, side="center")
    y = bottom
    for title, names in groups.items():
        page.line((0, y), (WIDTH, y), INK)
        page.words((0, y - 0.18), title, "label", BLUE if names[0] in CLAIMS else ORANGE, bold=True)
        y -= 0.42
        for name in names:
            page.words((0, y), name)
            page.words((right, y), str(whole[name]), bold=True, side="center")
            for x, row in columns:
                _disc(page, (x, y), row, name, most, found[name])
            page.line((0, y - _ROW / 2), (WIDTH, y - _ROW / 2), RULE, 0.4)
            y -= _ROW
    return page


def _head(page, x, row, width):
    """A document's name and date over its column."""
    name = lines_of(row["source"], "label", width)
    dated = [
        *lines_of(written(row["published"]), "mark", width),
        *(["inferred"] * (row["published_basis"] == "inferred")),
    ]
    page.words((x, page.height), name, "label", bold=True, side="center")
    page.words((x, page.height - len(name) * lead("label")), dated, colour=MUTED, side="center")


def _bar(page, x, row, base, scale, passages):
    """A document's characters upwards from `base`: the body, and on it what else its page holds."""
    body, whole = row["body_characters"], row["characters"]
    own = passages[passages["document"] == row["document"]]
    for kind, start, end, fill in (("body text", 0, body, Fill(BLUE, BLUE)), ("page", body, whole, _REST)):
        if start < end:
            longest = max(own.loc[own["body"] == (kind == "body text"), "text"], key=len)
            said = _said(row, f"{end - start:,} of {whole:,} characters are {kind}", _short(longest))
            left, right, low, high = x - _BAR / 2, x + _BAR / 2, base + start * scale, base + end * scale
            page.shape([box(left, right, low, high)], fill, said)
    page.words((x, base - 0.19), f"{body:,} of {whole:,}", side="center")


def _disc(page, at, row, name, most, found):
    """How often the document has it: a disc as large as the number, or a dash."""
    number, (x, y) = row[name], at
    if not number:
        return page.words((x, y), "–", colour=MUTED, side="center")
    own = found[found["document"] == row["document"]]
    colour = BLUE if name in CLAIMS else ORANGE
    if name in CLAIMS:
        said = _said(row, f"{number} in {name}; the first", own["quote"].iloc[0])
    else:
        often = own["text"].str.split().str.join(" ").value_counts()[:_OFTEN]
        said = _said(row, f"{name}, {number} found; most often", ", ".join(often.index))
    page.mark(
        (x - 0.08, y), Mark("o", max(4, round(_WIDEST * (number / most) ** 0.5, 1)), colour, colour, 0), said
    )
    return page.words((x + 0.1, y), str(number))


def _said(row, head, quote) -> str:
    return hover(f"{row['source']}: {head}", quote, row["source"], written(row["published"]))


def _short(text: str) -> str:
    words = " ".join(plain(text).split())
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + " …"
