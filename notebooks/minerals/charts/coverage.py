"""Coverage: of each kind of find in each document, what is coded, what is dismissed with a reason, what is open."""

import pandas as pd

from ..corpus.display import plain
from ..review import coverage
from ..tables import ROOT
from . import cited
from .chart import BLUE, INK, MUTED, ORANGE, RULE, WIDTH, Chart, hover
from .plate import Fill, Plate, box, lead, lines_of
from .stretches import written

_NAMES, _TOTAL = 1.2, 0.8  # inches, the columns of kinds and of totals
_ROW, _TALL, _HEAD, _GAP = 0.46, 0.15, 0.68, 0.12  # inches: a row, its bar, the heads, between two columns
_FILLS = {
    "coded": Fill(BLUE, BLUE), "dismissed": Fill("#ffffff", MUTED, hatch=True, width=0.8), "open": Fill(ORANGE, ORANGE),
}  # fmt: skip
_QUOTED = coverage.KINDS[-1]  # quotation marks
_LONG = 220  # letters of a sentence that a hover gives


def found(documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each find, with its document's short name and date; the table `documents` by date."""
    order = documents.sort_values(["published", "document"], kind="stable")
    finds = pd.DataFrame(coverage.finds(ROOT), columns=coverage.Find._fields)
    rows = order[["document", "short", "published"]].merge(finds, on="document", how="inner", validate="1:m")
    return rows.rename(columns={"short": "source", "sentence": "quote"})


def counted(finds: pd.DataFrame) -> pd.DataFrame:
    """Rows of `found` by kind, document and state: how many, their reasons, and the first of them."""
    rows = finds.groupby(["kind", "document", "state"], sort=False).agg(
        source=("source", "first"), published=("published", "first"), finds=("text", "size"),
        reasons=("reason", lambda reasons: ", ".join(dict.fromkeys(filter(None, reasons)))),
        words=("text", "first"), quote=("quote", "first"),
    )  # fmt: skip
    return rows.reset_index()


def chart(documents: pd.DataFrame) -> Chart:
    """The coverage of the documents in the table `documents`."""
    rows = counted(found(documents))
    shown = documents.sort_values(["published", "document"], kind="stable")
    whole, left = rows["finds"].sum(), rows.loc[rows["state"] == "open", "finds"].sum()
    title = f"{left} of the {whole} finds in body text are still to be coded or dismissed"
    if not left:
        set_aside = rows.loc[rows["state"] == "dismissed", "finds"].sum()
        title = f"All {whole} finds in body text are settled: {whole - set_aside} coded, {set_aside} dismissed with a reason"
    marks = rows.loc[rows["kind"] == _QUOTED, "finds"].sum()
    return Chart(
        name="09_coverage",
        title=title,
        subtitle=f"Finds by kind and document: {whole - marks} mentions and {marks} quotation marks, which are not "
        "counted as mentions. Filled: behind a coded row; hatched: dismissed"
        + "; orange: open" * bool(left)
        + f". {_example(rows)}",
        source=cited.line(shown),
        alt=_alt(rows, title),
        table=rows,
        plate=lambda: _page(rows, shown),
    )


def _example(rows) -> str:
    """What the numbers over a bar of several parts say, by the first of them."""
    parts = rows.groupby(["kind", "document"], sort=False)
    told = next(
        (dict(zip(here["state"], here["finds"], strict=True)) for _, here in parts if len(here) > 1), {}
    )
    told = {state: told[state] for state in coverage.STATES if state in told}
    return f"{' + '.join(map(str, told.values()))}: {_parts(told)}" if told else ""


def _alt(rows, title) -> str:
    kinds = rows.groupby(["kind", "state"], sort=False)["finds"].sum().unstack(fill_value=0)
    said = "; ".join(f"{kind}: {_parts(kinds.loc[kind])}" for kind in coverage.KINDS if kind in kinds.index)
    return f"{title}. A row for each kind, a column for each document, and all of them at the right. {said}."


def _parts(numbers) -> str:
    return ", ".join(f"{numbers[state]} {state}" for state in coverage.STATES if numbers.get(state, 0))


def _page(rows, documents) -> Plate:
    page = Plate(WIDTH, len(coverage.KINDS) * _ROW + _HEAD)
    step = (WIDTH - _NAMES - _TOTAL) / len(documents)
    for n, document in enumerate(documents.itertuples()):
        _head(page, _NAMES + n * step + (step - _GAP) / 2, document, step)
    right = WIDTH - _TOTAL / 2
    page.words((right, page.height), ["All"], "label", bold=True, side="center")
    for n, kind in enumerate(coverage.KINDS):
        y, here = page.height - _HEAD - (n + 0.5) * _ROW, rows[rows["kind"] == kind]
        page.line((0, y + _ROW / 2), (WIDTH, y + _ROW / 2), RULE, 0.5)
        page.words((0, y), kind, "label")
        page.words((right, y), str(here["finds"].sum()), "label", bold=True, side="center")
        for m, document in enumerate(documents["document"]):
            _cell(page, _NAMES + m * step, step - _GAP, y, here[here["document"] == document])
    return page


def _head(page, x, document, width):
    """A document's name and date over its column."""
    name = lines_of(document.short, "label", width - _GAP / 2)
    page.words((x, page.height), name, "label", bold=True, side="center")
    dated = lines_of(written(document.published), "mark", width)
    page.words((x, page.height - len(name) * lead("label")), dated, colour=MUTED, side="center")


def _cell(page, left, width, y, rows):
    """A bar in shares of the document's finds of this kind, and their numbers over it."""
    if rows.empty:
        page.words((left + width / 2, y), "–", colour=MUTED, side="center")
        return
    numbers = rows.set_index("state")["finds"]
    words = " + ".join(str(numbers[state]) for state in coverage.STATES if state in numbers)
    page.words((left, y + 0.11), words, colour=INK)
    at, scale = left, width / numbers.sum()
    for state in (state for state in coverage.STATES if state in numbers):
        row = rows[rows["state"] == state].iloc[0]
        end = at + numbers[state] * scale
        page.shape([box(at, end, y - 0.05 - _TALL, y - 0.05)], _FILLS[state], _said(row))
        at = end


def _said(row) -> str:
    words = " ".join(plain(row["quote"]).split())
    words = words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + " …"
    head = f"{row['source']}, {row['kind']}: {row['finds']} {row['state']}"
    head += f" ({row['reasons']})" if row["reasons"] else ""
    if row["kind"] != _QUOTED:  # whose words are a mark
        head += f"; {'first' if row['finds'] > 1 else 'it'}: {row['words']}"
    return hover(head, words, row["source"], written(row["published"]))
