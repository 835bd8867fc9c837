"""Tables in, charts out: each is named after the notebook that shows it, and drawn from the rows that it is given.

A chart is a module with four functions on its rows (`style` has what all of them share):

- `data(...)` takes tables, whole or in part, and gives a tidy DataFrame: a row for each report that is drawn, with its
  `claim`, `quote`, `source`, `published` and `document`, and the `mark` that reports share;
- `words(data)` gives the title (the finding), the note, the source line and the alt text;
- `static(data, size)` gives a Matplotlib Figure at one of the sizes of `style.sizes`, its axes in the data's units;
- `spec(data)` gives Plotly's JSON, and `interactive(data)` the `plotly.graph_objects.Figure` of it.

Each of them draws any part of a table, and says that there is nothing to draw where there is none.
"""

import difflib

import pandas as pd

from .. import tables
from ..errors import Problem
from . import (
    beside,
    calendar,
    corpus,
    countries_map,
    countries_status,
    coverage,
    disagreements,
    exports,
    minerals,
    shares,
    statements,
    stockpile,
    support,
    timeline,
)
from .chart import Chart as Plated
from .style.chart import Chart

MADE = {
    "01_corpus": (corpus.chart, *corpus.TABLES),
    "02_timeline": (timeline, "events", "documents"),
    "03_countries_map": (countries_map, "countries", "figures", "documents"),
    "03_countries_status": (countries_status, "countries", "figures", "documents"),
    "04_figures_stockpile": (stockpile, "figures", "documents"),
    "04_figures_support": (support, "figures", "documents"),
    "04_figures_shares": (shares, "figures", "documents"),
    "05_minerals": (minerals, "minerals", "documents"),
    "06_targets_exports": (exports, "targets", "documents"),
    "06_targets_calendar": (calendar, "targets", "documents"),
    "07_statements": (statements.chart, "statements", "documents", "initiatives"),
    "07_statements_government": (beside.chart, "statements", "documents", "initiatives"),
    "08_disagreements": (disagreements.chart, "disagreements", "documents"),
    "08_disagreements_wording": (disagreements.wording, "disagreements", "documents"),
    "09_coverage": (coverage.chart, "documents"),
}
PLATED = [name for name, (maker, *_) in MADE.items() if callable(maker)]  # drawn in inches, and to be redrawn


def make(name: str, table: pd.DataFrame | None = None, **parts: pd.DataFrame) -> Chart | Plated:
    """The chart `name`, with or without its notebook's number, from the built tables or from the rows in `table`.

    `parts` are rows of its other tables, by name: `make("timeline", mine, documents=some)`. Raises Problem with the
    nearest name where there is no such chart.
    """
    name = _full(name)
    maker, first, *rest = MADE[name]
    given = {first: table} if table is not None else {}
    loaded = [
        (given | parts)[need] if need in given | parts else tables.load(need) for need in (first, *rest)
    ]
    return maker(*loaded) if callable(maker) else Chart(name, maker, maker.data(*loaded))


def _full(name):
    short = {full.split("_", 1)[1]: full for full in MADE}
    if name not in MADE and name not in short:
        near = difflib.get_close_matches(name, short, n=1, cutoff=0.4)
        hint = f"did you mean «{near[0]}»? The charts are" if near else "the charts are"
        raise Problem(f"no chart is called «{name}»; {hint} {', '.join(short)}")
    return short.get(name, name)
