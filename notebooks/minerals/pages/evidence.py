"""The evidence under a chart: its rows with their sentences, each leading to its place in its seed or to its address.

It is a plain table, which every reader shows. A long one carries a script that lets it be searched, filtered and
sorted where it stands, without a kernel; where a reader runs no script, the table is what it was.
"""

import html
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from ..charts import cited
from ..corpus.display import plain
from ..tables import ROOT
from .columns import bounds, column, shown

_STYLE = "text-align:left;vertical-align:top"
_WIDE = {
    "quote": 20,
    "title": 11,
    "topic": 9,
    "source": 8,
    "date": 7,
    "said_on": 7,
}  # letters that a line holds, at least
_DOLLAR = "<span>$</span>"  # two bare ones in a cell would be set as mathematics
_SHORT = 15  # rows that are seen at a glance


@dataclass(frozen=True)
class Listing:
    """A table to read: `table` without its index, every cell as text; `links` are HTML already."""

    table: pd.DataFrame
    links: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        return self.html() + (f"<script>{_script()}</script>" if len(self.table) > _SHORT else "")

    def html(self) -> str:
        """The table as plain HTML."""
        head = "".join(self._head(c) for c in self.table)
        rows = (zip(self.table, row, strict=True) for row in self.table.itertuples(index=False))
        body = "".join(f"<tr>{''.join(self._cell(*cell) for cell in row)}</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _head(self, name) -> str:
        values = self.table[name]
        number = pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)
        kind = "number" if number else column(name).filter
        mark = f' data-filter="{kind}"' if kind and len(self.table) > _SHORT else ""
        wide = f";min-width:{_WIDE[name]}em" if name in _WIDE else ""
        return f'<th style="{_STYLE}{wide}"{mark}>{html.escape(column(name).header)}</th>'

    def _cell(self, name, value) -> str:
        ends = bounds(name, value) if len(self.table) > _SHORT else None
        mark = ' data-from="{}" data-to="{}"'.format(*ends) if ends else ""
        return f'<td style="{_STYLE}"{mark}>{self._text(name, value)}</td>'

    def _text(self, name, value) -> str:
        if name in self.links:
            return _underlined(value)
        words = shown(name, value)
        if name == "source_id" or words.startswith(cited.MARK):
            return _underlined(cited.linked(words))
        return html.escape(plain(words)).replace("$", _DOLLAR)

    def __repr__(self) -> str:
        return f"{len(self.table)} rows: {', '.join(column(c).header for c in self.table)}"


def listing(table: pd.DataFrame) -> Listing:
    """The table as a reader wants it: left-aligned, whole, without row numbers."""
    return Listing(table.reset_index() if table.index.name else table)


def evidence(table: pd.DataFrame, *columns: str) -> Listing:
    """The rows of a claim table with `columns`, each with its quote, a link to where it is, and its characters.

    Where the table says which initiative a row is about, the row does so too: people look for these by name.
    """
    rows = list(table.itertuples())
    about = ["initiative"] if "initiative" in table and "initiative" not in columns else []
    ends = [f"{int(row.start)}–{int(row.end)}" if row.source_file else "" for row in rows]
    whole = table[[*columns, *about, "quote"]].assign(source=[place(row) for row in rows], characters=ends)
    return Listing(whole, links=("source",))


def together(table: pd.DataFrame, column: str, *alike: str) -> pd.DataFrame:
    """A row for each sentence and each value of `alike`, with what `column` holds there, in the order of names."""
    groups = table.groupby(["document", "source_file", "start", "end", "quote", *alike], sort=False)
    return groups[column].agg(lambda values: "; ".join(sorted(set(values)))).reset_index()


def place(row) -> str:
    """A link to the row's quote in its seed, named by its document.

    A row of the reference has no seed: it leads to where its sources are on the web.
    """
    if not row.source_file:
        return cited.linked(cited.outside(row.source_id.split(";")))
    first, last = (_position(_seed(row.source_file), int(at)) for at in (row.start, row.end))
    where = f"line={first[0]},L{first[0] + 1}C{first[1] + 1}-L{last[0] + 1}C{last[1] + 1}"
    name = html.escape(shown("document", row.document))
    return f'<a href="../seeds/{row.source_file}#{where}">{name}</a>'


def _position(text: str, at: int) -> tuple[int, int]:
    """Line and column of the character `at`, counted from 0; a column in UTF-16 units, as browsers count.

    JupyterLab reads the first number of the address, a line counted from 0; GitHub reads what follows an L, counted
    from 1.
    """
    line = text[:at].rpartition("\n")[2]
    return text.count("\n", 0, at), len(line.encode("utf-16-le")) // 2


@cache
def _script() -> str:
    """What makes a table answer, on one line and without its comments."""
    lines = Path(__file__).with_name("table.js").read_text("utf-8").splitlines()
    return " ".join(line.strip() for line in lines if not re.match(r"\s*//", line))


def _underlined(links: str) -> str:
    return re.sub(r"<a ([^>]*)>", r'<a \1 style="text-decoration:underline">', links)


@cache
def _seed(name: str) -> str:
    return (ROOT / "seeds" / name).read_text("utf-8")
