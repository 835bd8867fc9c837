"""The evidence under a chart: its rows with their sentences, each leading to its place in its seed."""

import html
from dataclasses import dataclass

import pandas as pd

from .tables import ROOT

_STYLE = "text-align:left;vertical-align:top;white-space:normal;max-width:34em"


@dataclass(frozen=True)
class Listing:
    """A table to read, and no more: `table` without its index, every cell as text; `links` are HTML already."""

    table: pd.DataFrame
    links: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        head = "".join(f'<th style="{_STYLE}">{html.escape(c.replace("_", " "))}</th>' for c in self.table)
        rows = (dict(zip(self.table, row, strict=True)) for row in self.table.itertuples(index=False))
        body = "".join("<tr>" + "".join(self._cell(*cell) for cell in row.items()) + "</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _cell(self, column, value) -> str:
        words = "" if pd.isna(value) else str(value)
        return f'<td style="{_STYLE}">{words if column in self.links else html.escape(words)}</td>'

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
    """A link to the line of the seed on which the row's quote begins, named by its document and characters."""
    line = (ROOT / "seeds" / row.source_file).read_text("utf-8").count("\n", 0, row.start) + 1
    return f'<a href="../seeds/{row.source_file}#L{line}">{row.document}</a>, {row.start}–{row.end}'
