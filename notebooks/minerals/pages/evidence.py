"""The evidence under a chart: its rows with their sentences, each leading to its place in its seed or to its address.

Stored in a notebook it is a plain table, which every reader shows. In a live JupyterLab it can be searched,
sorted and filtered: by document, by country, by a span of dates.
"""

import html
import os
from dataclasses import dataclass
from functools import cache

import pandas as pd

from ..charts import cited
from ..corpus.display import plain
from ..tables import ROOT

_STYLE = "text-align:left;vertical-align:top"
_DOLLAR = "<span>$</span>"  # two bare ones in a cell would be set as mathematics
_LIVE = "JPY_SESSION_NAME"  # a Jupyter server sets it for its kernels; a run without a reader has none


@dataclass(frozen=True)
class Listing:
    """A table to read: `table` without its index, every cell as text; `links` are HTML already."""

    table: pd.DataFrame
    links: tuple[str, ...] = ()

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self._live() if _LIVE in os.environ else {"text/html": self.html(), "text/plain": repr(self)}

    def _live(self):
        from itables.widget import ITable  # only a reader needs it

        shown = pd.DataFrame({c: [self._text(c, v) for v in self.table[c]] for c in self.table})
        shown.columns = [c.replace("_", " ") for c in shown]
        options = {
            "layout": {"topStart": "searchBuilder", "topEnd": "search"},
            "classes": "display",
            "style": "width:100%",
            "lengthMenu": [10, 25, 100],
        }
        return ITable(shown, allow_html=True, showIndex=False, **options)._repr_mimebundle_()

    def html(self) -> str:
        """The table as plain HTML."""
        head = "".join(f'<th style="{_STYLE}">{html.escape(c.replace("_", " "))}</th>' for c in self.table)
        rows = (zip(self.table, row, strict=True) for row in self.table.itertuples(index=False))
        body = "".join(f"<tr>{''.join(self._cell(*cell) for cell in row)}</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _cell(self, column, value) -> str:
        return f'<td style="{_STYLE}">{self._text(column, value)}</td>'

    def _text(self, column, value) -> str:
        words = "" if pd.isna(value) else str(value)
        if isinstance(value, float) and words:
            words = f"{int(value):,}" if value.is_integer() else f"{value:.3g}"
        if column in self.links:
            return words
        if column == "source_id" or words.startswith(cited.MARK):
            return cited.linked(words)
        return html.escape(plain(words)).replace("$", _DOLLAR)

    def __repr__(self) -> str:
        return f"{len(self.table)} rows: {', '.join(self.table.columns)}"


def listing(table: pd.DataFrame) -> Listing:
    """The table as a reader wants it: left-aligned, whole, without row numbers."""
    return Listing(table.reset_index() if table.index.name else table)


def evidence(table: pd.DataFrame, *columns: str) -> Listing:
    """The rows of a claim table with `columns`, each with its quote and a link to where it stands."""
    rows = table[[*columns, "quote"]].assign(source=[place(row) for row in table.itertuples()])
    return Listing(rows, links=("source",))


def place(row) -> str:
    """A link to the line of the seed on which the row's quote begins, named by its document and characters.

    A row of the reference has no seed: it leads to where its sources are on the web.
    """
    if not row.source_file:
        return cited.linked(cited.outside(row.source_id.split(";")))
    line = _seed(row.source_file).count("\n", 0, int(row.start)) + 1
    return f'<a href="../seeds/{row.source_file}#L{line}">{row.document}</a>, {int(row.start)}–{int(row.end)}'


@cache
def _seed(name: str) -> str:
    return (ROOT / "seeds" / name).read_text("utf-8")
