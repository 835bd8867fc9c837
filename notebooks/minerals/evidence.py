"""The evidence under a chart: its rows with their sentences, each leading to its place in its seed."""

import html
from dataclasses import dataclass

import pandas as pd

from .tables import ROOT

_STYLE = "text-align:left;vertical-align:top;white-space:normal"


@dataclass(frozen=True)
class Evidence:
    """A table to read: the columns that matter, the source's words, and where they stand."""

    table: pd.DataFrame

    def _repr_html_(self) -> str:
        head = "".join(f'<th style="{_STYLE}">{html.escape(c)}</th>' for c in [*self._plain(), "quote", "source"])
        return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(map(self._row, self.table.index))}</tbody></table>"

    def __repr__(self) -> str:
        return f"{len(self.table)} rows: {', '.join(self.table.columns)}"

    def _plain(self):
        return [c for c in self.table if c not in ("quote", "source_file", "start", "end", "document")]

    def _row(self, index):
        row = self.table.loc[index]
        cells = [html.escape(_text(row[c])) for c in self._plain()] + [html.escape(row["quote"]), place(row)]
        return "<tr>" + "".join(f'<td style="{_STYLE}">{c}</td>' for c in cells) + "</tr>"


def evidence(table: pd.DataFrame, *columns: str) -> Evidence:
    """The rows of a table with `columns`, their quotes and their places."""
    kept = table[[*columns, "quote", "document", "source_file", "start", "end"]]
    return Evidence(kept.reset_index(drop=True))


def place(row) -> str:
    """A link to the line of the seed on which the row's quote begins, named by its document and characters."""
    line = (ROOT / "seeds" / row["source_file"]).read_text("utf-8").count("\n", 0, int(row["start"])) + 1
    return f'<a href="../seeds/{row["source_file"]}#L{line}">{row["document"]}</a>, {row["start"]}–{row["end"]}'


def _text(value) -> str:
    return "" if pd.isna(value) else str(value)
