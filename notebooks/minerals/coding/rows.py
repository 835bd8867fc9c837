"""What people decided: the sheets of `data/coding/`, each row tied to its place in a document.

A sheet says which sentence (`quote`), which words in it (`*_words`) and what they are about (terms of a
vocabulary). It never says what the words are worth. Columns of a sheet are listed in `sheets.csv`.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from .. import finders
from ..corpus import anchors, leftovers
from ..corpus.passages import Passage
from ..errors import Problem
from ..finders import Context, Mention, edtf
from . import about, sheets, terms
from .sheets import columns as sheet_columns

_LABELS = (
    "key",
    "event",
    "provision",
    "speaker",
    "initiative",
    "disagreement",
    "actor",
)  # what a row is called by in a message
_NAMED = (
    "event",
    "target_metric",
    "initiative",
    "disagreement",
    "provision",
)  # whose descriptions are read as names
_HEAD = 30  # characters of the date that opens a chronicle's entry, at most


@dataclass(frozen=True, eq=False)
class Document:
    """A logical document: `text` is its whole file, `start` and `end` its extent there, `body` its body passages."""

    id: str
    source_file: str
    text: str
    start: int
    end: int
    context: Context
    body: list[Passage]
    published: str = ""  # EDTF; the context has a date only where it is a day

    @property
    def date(self) -> date:
        """The first day on which it may have been published: documents are put in order by it."""
        return edtf.bounds(self.published)[0]

    @cached_property
    def mentions(self) -> list[Mention]:
        """The finds in its body, in offsets of the file; sought when first asked for.

        Under a paragraph that opens with a day and a colon, as a chronicle's entries do, "Monday" and "over
        the weekend" are seen from that day, until the next entry; elsewhere from the document's own date.
        """
        found, context = [], self.context
        for passage in self.body:
            text = self.text[passage.start : passage.end]
            here = self.context
            if passage.kind == "paragraph":
                here = context = self._entry(text) or context
            for m in finders.find(text, here):
                found.append(m._replace(start=m.start + passage.start, end=m.end + passage.start))
        return found

    def _entry(self, text: str) -> Context | None:
        """The context of an entry that opens with its date; None where the paragraph opens without one."""
        head, colon, _ = text.partition(":")
        dates = finders.find(head, self.context, ["date"]) if colon and len(head) <= _HEAD else []
        if len(dates) != 1 or dates[0].text != head:
            return None
        day = edtf.precision(dates[0].date) == "day"
        return self.context._replace(date=edtf.bounds(dates[0].date)[0]) if day else self.context


class Span(NamedTuple):
    """`text` and where it stands in its file; empty where a sheet gives no words."""

    start: int | None = None
    end: int | None = None
    text: str = ""


class Row:
    """A row of a coding sheet. `cells` are its columns; `start` and `end` hold once it is anchored."""

    def __init__(self, sheet: str, number: int, cells: dict[str, str]):
        self.sheet, self.number, self.cells = sheet, number, cells
        self.document: Document | None = None
        self.start = self.end = None
        self.used: list[tuple[int, int]] = []  # the places of the words that the code has read

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def name(self) -> str:
        label = next((self.cells[c] for c in _LABELS if self.cells.get(c)), "")
        return f"{self.sheet}.csv, row {self.number}" + (f" ({label})" if label else "")

    def fail(self, message: str) -> Problem:
        return Problem(f"{self.name}: {message}")

    def anchor(self, document: Document) -> None:
        """Find the row's quote in its document."""
        self.document = document
        self.start, self.end = self._locate(
            "quote", self["quote"], self["prefix"], document.start, document.end
        )

    def words(self, column: str, within: str = "") -> Span:
        """The words of `column`: in the row's quote, or in the quote of the column `within` where that is given."""
        words, elsewhere = self[column], self[within] if within else ""
        if not words:
            return Span()
        start, end = self.start, self.end
        if elsewhere:
            start, end = self._locate(within, elsewhere, "", self.document.start, self.document.end)
        place = self._locate(column, words, "", start, end)
        self.used.append(place)
        return Span(*place, words)

    def _locate(self, column, quote, prefix, start, end):
        try:
            return anchors.locate(self.document.text, quote, prefix, start, end)
        except Problem as problem:
            raise self.fail(
                f"{column} in {self.document.id} ({self.document.source_file}): {problem}"
            ) from None

    def found(self, kind: str, span: Span) -> list[Mention]:
        """The automatic mentions of `kind` that lie inside `span`."""
        return [
            m
            for m in self.document.mentions
            if m.kind == kind and span.start <= m.start and m.end <= span.end
        ]

    def the_one(self, kind: str, span: Span, what: str = "") -> Mention:
        """The only mention of `kind` inside `span`; Problem if there is none or another beside it.

        `what` says in the message what asks for that kind.
        """
        found = self.found(kind, span)
        if len(found) != 1:
            reads = ", ".join(f"«{m.text}»" for m in found) or "none"
            others = {m.kind for m in self.document.mentions if span.start <= m.start and m.end <= span.end}
            if not found and others:
                reads = f"none but a {' and a '.join(sorted(others))}"
            asks = f"{what} is of the kind {kind}: " if what else ""
            again = f", or another {what.split(' ')[0]}" if what else ""
            raise self.fail(
                f"{asks}expected one {kind} in «{span.text}», and the words parse to {reads}; "
                f"choose other words{again}"
            )
        return found[0]

    def id(self, stem: str, *content: str) -> str:
        """A name that lives as long as its content: a readable stem and eight digits of its hash."""
        whole = "\x1f".join((self.sheet, self.document.id, self["prefix"], self["quote"], *content))
        return f"{slug(stem)}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def slug(words: str) -> str:
    """Lower-case ASCII letters and digits with hyphens between; `&` joins its neighbours ('S&P' is 'sp')."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower().replace("&", "")).strip("-")


def read(path: Path, columns: list[str]) -> list[Row]:
    """The rows of one sheet, every cell as text; Problem where its columns are not `columns` or a row is double."""
    return [Row(path.stem, number, cells) for number, cells in sheets.cells(path, columns)]


def load(folder: Path) -> dict[str, list[Row]]:
    """Every sheet of `folder`, its terms held against the vocabulary: none unknown, none unused."""
    columns = sheet_columns()
    for path in leftovers.kept(folder):
        if path.name != "README.md" and (path.stem not in columns or path.suffix != ".csv"):
            raise Problem(f"{path}: is no coding sheet; the sheets are {', '.join(sorted(columns))}")
    rows = {name: read(folder / f"{name}.csv", list(cols)) for name, cols in columns.items()}
    for name in rows:
        _hold_filled(name, rows[name])
        _hold_told_apart(name, rows[name])
    terms.hold(columns, rows)
    about.hold(rows)
    return rows


def _hold_filled(name: str, rows: list[Row]) -> None:
    """Problem where a row leaves a cell empty that the code goes by, as a suggested row does that nobody decided."""
    for column in (c for c, kind in sheets.filled()[name].items() if kind):
        for row in (row for row in rows if not row[column].strip()):
            vocabulary = sheet_columns()[name][column]
            term = f" with a term of {vocabulary} in data/coding/vocabulary.csv" if vocabulary else ""
            raise row.fail(f"{column} is empty; fill it in{term}")
    for row in rows if name == "vocabulary" else ():
        if row["vocabulary"] in _NAMED and not row["description"].strip():
            raise row.fail(f"the {row['vocabulary']} «{row['term']}» has no description, which is its name on charts; "
                           "write one")  # fmt: skip


def _hold_told_apart(name: str, rows: list[Row]) -> None:
    """Problem where two rows have one key, of which the second would take the place of the first."""
    columns, seen = sheets.keys(name), {}
    for row in rows if columns else ():
        key = tuple(row[column] for column in columns)
        if key in seen and all(key):
            raise row.fail(
                f"row {seen[key]} has the same {' and '.join(columns)}, «{': '.join(key)}»; take one of the two out, or "
                "give it another"
            )
        seen[key] = row.number
