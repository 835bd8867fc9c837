"""Tables in, charts out: each is named after the notebook that shows it, and drawn from the rows that it is given.

A chart is a module with four functions on its rows (`style` has what all of them share):

- `data(...)` takes tables, whole or in part, and gives a tidy DataFrame: a row for each report that is drawn, with its
  `claim`, `quote`, `source`, `published` and `document`, and the `mark` that reports share;
- `words(data)` gives the title (the finding), the note, the source line and the alt text;
- `static(data, size)` gives a Matplotlib Figure at one of the sizes of `style.sizes`, its axes in the data's units;
- `spec(data)` gives Plotly's JSON, and `interactive(data)` the `plotly.graph_objects.Figure` of it.

Each of them draws any part of a table, and says that there is nothing to draw where there is none.
"""

from .. import tables
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


def make(name: str, **parts) -> Chart | Plated:
    """The chart `name` from the built tables, or from `parts` of them: `make("02_timeline", events=mine)`."""
    maker, *needs = MADE[name]
    given = [parts[table] if table in parts else tables.load(table) for table in needs]
    return maker(*given) if callable(maker) else Chart(name, maker, maker.data(*given))
