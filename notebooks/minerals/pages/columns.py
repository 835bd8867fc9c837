"""What people read in a table's place of a code: the header of a column, and the name, date or number in a cell.

`columns.csv` has a line for each column that needs one: its header, whose names its codes have, and how it is filtered.
"""

import csv
import re
from collections import defaultdict
from functools import cache
from numbers import Real
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from .. import tables
from ..charts.stretches import written
from ..coding import sheets
from ..finders import edtf

_VOCABULARY = {
    "event": "event",
    "initiative": "initiative",
    "metric": "target_metric",
}  # whose terms have names
_DAY = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")  # as people write it too
_DATE = re.compile(rf"{_DAY.pattern}(/{_DAY.pattern})?")


class Column(NamedTuple):
    """A line of `columns.csv`: `values` is what its codes are of, `filter` is `choice`, `date` or empty."""

    header: str
    values: str = ""
    filter: str = ""


@cache
def _columns() -> dict[str, Column]:
    with Path(__file__).with_name("columns.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["column"]: Column(row["header"] or row["column"], row["values"], row["filter"])
            for row in csv.DictReader(file)
        }


def column(name: str) -> Column:
    """How the column `name` is shown; one that has no line keeps its name, or its document's, and is not filtered."""
    return _columns().get(name) or Column(_names("document").get(name, name.replace("_", " ")))


def shown(name: str, value) -> str:
    """The `value` of a cell of the column `name` as people read it; several codes are parted by `; `.

    >>> shown("status", "in-talks;not-agreed"), shown("date", "2026-02-02/2026-02-08"), shown("value", 1e6)
    ('in talks; not agreed', '2 February 2026 to 8 February 2026', '1,000,000')
    """
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return _date(f"{value:%Y-%m-%d}")
    if pd.api.types.is_bool(value):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{int(value):,}" if value.is_integer() else f"{value:.3g}"
    values = column(name).values
    if values == "date" or (values == "mixed" and _DATE.fullmatch(str(value))):
        return _date(str(value))
    if values:
        return "; ".join(_name(values, code) for code in re.split("; ?", str(value)))
    return str(value)


def named(column: pd.Series) -> pd.Series:
    """The column as people read it: the key to sort a table by, in the order of names and not of codes."""
    return column.map(lambda value: shown(column.name, value))


def _date(value: str) -> str:
    """An EDTF date in words, as far as there are words for it."""
    first, *last = (written(day) if _DAY.fullmatch(day) else day for day in value.split("/"))
    if not last:
        return first
    return (
        f"until {last[0]}"
        if first == ".."
        else f"since {first}"
        if last == [".."]
        else f"{first} to {last[0]}"
    )


def _name(values: str, code: str) -> str:
    if values == "zone":
        return code.split("/")[-1].replace("_", " ")
    if values in ("term", "mixed"):
        return re.sub(r"\w+(-\w+)+", lambda word: _plain(word[0]), code)
    return _names(values).get(code, code)


def _plain(word: str) -> str:
    """A term without its hyphens; a source's own word, which is none, as it is."""
    return word.replace("-", " ") if any(word in terms for terms in _vocabulary().values()) else word


@cache
def _names(values: str) -> dict[str, str]:
    """Code -> name."""
    if values == "document":
        rows = tables.load("documents")
        return {d.document: f"{d.short}, {written(d.published)}" for d in rows.itertuples()}
    if values == "country":
        rows = tables.load("countries")
        return dict(zip(rows["iso3"], rows["country"], strict=True))
    if values == "measure":
        rows = tables.load("figures")
        return dict(zip(rows["measure"], rows["label"], strict=True))
    return _vocabulary()[_VOCABULARY[values]]


@cache
def _vocabulary() -> dict[str, dict[str, str]]:
    """Vocabulary -> term -> what it means."""
    path, found = tables.ROOT / "data" / "coding" / "vocabulary.csv", defaultdict(dict)
    for _, row in sheets.cells(path, list(sheets.columns()["vocabulary"])):
        found[row["vocabulary"]][row["term"]] = row["description"]
    return found


def bounds(name: str, value) -> tuple[str, str] | None:
    """The first and the last day that a date may mean, or a number twice: what ranges and sorting go by."""
    if pd.isna(value) or value == "":
        return None
    if column(name).filter == "date":
        first, last = edtf.bounds(str(value)[:10] if isinstance(value, pd.Timestamp) else str(value))
        return (str(first or "0001-01-01"), str(last or "9999-12-31")) if first or last else None
    number = isinstance(value, Real) and not pd.api.types.is_bool(value)
    return (str(value), str(value)) if number else None
