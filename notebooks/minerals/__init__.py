"""The collection for analysts: `import minerals as m`.

Comes in: the tables that `make figures` builds. Goes out: DataFrames, charts and the sentences behind them.
Public: `load`, `describe`, `about`, `chart`, `evidence`, `find`, and the error `Problem`.
"""

from typing import TYPE_CHECKING

from .errors import Problem

if TYPE_CHECKING:
    import datetime

    import pandas as pd

    from .charts.chart import Chart
    from .pages.about import About
    from .pages.evidence import Listing

__all__ = ["Problem", "about", "chart", "describe", "evidence", "find", "load"]

# Each function imports what it needs when it is called: starting a notebook that loads one table costs one table.


def load(name: str | None = None) -> "pd.DataFrame":
    """A table as a typed DataFrame; without a name, the list of tables.

    Text is `str` (empty where unknown), numbers are nullable, dates are ISO 8601 or EDTF text. `attrs` holds what a
    row is (`description`) and what each column means (`columns`). Raises Problem for an unknown name.

    >>> load("documents")["document"].is_unique
    True
    """
    from . import tables

    if name is None:
        return tables.listed()
    table = tables.load(name)
    table.attrs = tables.attributes(name)  # here and not in `tables`: pandas copies it with every step
    return table


def describe(name: str) -> "pd.DataFrame":
    """The columns of a table: type, unit, meaning, and whether each was copied, coded or computed.

    >>> describe("events").loc["date_start", "type"]
    'date'
    """
    from . import tables

    return tables.describe(name)


def about(name: str) -> "About":
    """All that the corpus says of a country, an initiative, a person or body, a document or a mineral.

    `name` is a code, an id or a name: "JPN", "Japan", "forge", "Christopher Luxon". The result maps table names to
    DataFrames and shows as one page in JupyterLab. Raises Problem with the nearest names.

    >>> about("JPN")["countries"]["iso3"].unique().tolist()
    ['JPN']
    """
    from .pages import about

    return about.about(name)


def chart(name: str, table: "pd.DataFrame | None" = None) -> "Chart":
    """The chart `name` ("timeline"), from its whole table or from the rows in `table`.

    >>> chart("timeline").table.empty
    False
    """
    from . import charts

    return charts.make(name, table)


def evidence(table: "pd.DataFrame", *columns: str) -> "Listing":
    """The rows of a table with `columns`, each with its sentence and a link to where the source has it.

    >>> print(evidence(load("targets").head(3), "name", "due"))
    3 rows: name, due, initiative, sentence, source, characters
    """
    from .pages.evidence import evidence

    return evidence(table, *columns)


def find(
    text: str, date: "datetime.date | str | None" = None, currency: str = "", kinds: "tuple[str, ...]" = ()
) -> "pd.DataFrame":
    """Countries, money, percents, shares, counts, durations, dates and minerals in any text; a row for each mention.

    `date` (ISO 8601) is the text's own, for words like "on Monday"; `currency` (ISO 4217) is what a bare "$" means.
    `start` and `end` count code points, `end` exclusive.

    >>> find("worth nearly US$12 billion")[["text", "value", "currency"]].values.tolist()
    [['US$12 billion', 12000000000.0, 'USD']]
    """
    from .finders.frame import frame

    return frame(text, date, currency, kinds)
