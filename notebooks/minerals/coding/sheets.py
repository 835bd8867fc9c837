"""Which columns a sheet has, whose terms they take, and which are filled: `sheets.csv`; and how a sheet is read.

The facts of `data/reference/` are read as the coding sheets are, their columns listed in `reference.csv`.
"""

import csv
import io
from collections import defaultdict
from functools import cache
from pathlib import Path

from ..errors import Problem

_LISTS = Path(__file__).parent
_OTHER = {";": "semicolons", "\t": "tabs"}  # what a spreadsheet may write between cells


@cache
def columns(listed: str = "sheets") -> dict[str, dict[str, str]]:
    """Sheet -> column -> the vocabulary whose terms it takes, or empty."""
    return _column(listed, "vocabulary")


@cache
def filled(listed: str = "sheets") -> dict[str, dict[str, str]]:
    """Sheet -> column -> `yes` where every row fills it, `key` where rows are told apart by it as well, or empty."""
    return _column(listed, "filled")


@cache
def lists() -> set[tuple[str, str]]:
    """(sheet, column) of the cells that take several terms, with `;` between."""
    return {
        (sheet, c) for sheet, cols in _column("sheets", "many").items() for c, kind in cols.items() if kind
    }


def _column(listed, wanted):
    found = defaultdict(dict)
    with (_LISTS / f"{listed}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["sheet"]][row["column"]] = row.get(wanted, "")
    return dict(found)


def fixed() -> set[str]:
    """The vocabularies whose terms the code itself goes by, so that a new one would mean nothing: `fixed.csv`."""
    with (_LISTS / "fixed.csv").open(encoding="utf-8", newline="") as file:
        return {row["vocabulary"] for row in csv.DictReader(file)}


def cells(path: Path, expected: list[str]) -> list[tuple[int, dict[str, str]]]:
    """(row number, its cells by column) of a sheet, the head being row 1; Problem where it has other columns, a row is
    double, short or long, or a spreadsheet saved it otherwise than as CSV with commas."""
    lines = _lines(path, expected)
    if not lines or lines[0] != expected:
        raise Problem(f"{path}: the columns are {lines[:1]}, expected {expected}; mend the first line")
    rows, seen = [], {}
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(expected):
            raise Problem(
                f"{path}, row {number}: {len(line)} cells for {len(expected)} columns; mind the commas"
            )
        if tuple(line) in seen:
            raise Problem(f"{path}, row {number}: repeats row {seen[tuple(line)]}; take one of them out")
        for column in (c for c, cell in zip(expected, line, strict=True) if "\r" in cell):
            raise Problem(
                f"{path}, row {number}: {column} has a Windows line end (CR LF) inside its cell, where the source has a "
                "plain one; take the CR out"
            )
        seen[tuple(line)] = number
        rows.append((number, dict(zip(expected, line, strict=True))))
    return rows


def _lines(path, expected) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")  # Excel begins "CSV UTF-8" with a byte order mark
        for mark, name in _OTHER.items():
            if mark in text.partition("\n")[0] and "," not in text.partition("\n")[0]:
                raise Problem(f"{path}: {name} stand between its cells; save it as CSV with commas")
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except FileNotFoundError:
        raise Problem(f"{path}: no such sheet; it needs the columns {', '.join(expected)}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        torn = "a quotation mark is opened and never closed" if "unexpected end" in str(error) else error
        raise Problem(f"{path}: is not CSV in UTF-8 ({torn}); mend it, and save it so") from None


def keys(name: str, listed: str = "sheets") -> list[str]:
    """The columns by which the rows of a sheet are told apart."""
    return [column for column, kind in filled(listed)[name].items() if kind == "key"]
