"""Which columns a sheet has, whose terms they take, and which are filled: `sheets.csv`; and how a sheet is read.

The facts of `data/reference/` are read as the coding sheets are, their columns listed in `reference.csv`.
"""

import csv
import io
from collections import defaultdict
from functools import cache
from pathlib import Path

from ..errors import Faults, Problem

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


def cells(path: Path, expected: list[str], faults: Faults | None = None) -> list[tuple[int, dict[str, str]]]:
    """(row number, its cells by column) of a sheet, the head being row 1.

    A row that is double, short or long goes to `faults`, or is raised where they are not given. Problem where there is no
    such sheet, it has other columns, or a spreadsheet saved it otherwise than as CSV with commas.
    """
    lines = _lines(path, expected)
    if not lines or lines[0] != expected:
        raise Problem(
            f"{path}: the columns are {lines[:1]}, expected {expected}; mend the first line", path.stem
        )
    seen = {}
    for number, line in enumerate(lines[1:], 2):
        seen.setdefault(tuple(line), number)

    def row(numbered):
        number, line = numbered

        def fail(message):
            return Problem(f"{path}, row {number}: {message}", path.stem, number)

        if len(line) != len(expected):
            raise fail(f"{len(line)} cells for {len(expected)} columns; mind the commas")
        if seen[tuple(line)] != number:
            raise fail(f"repeats row {seen[tuple(line)]}; take one of them out")
        for column in (c for c, cell in zip(expected, line, strict=True) if "\r" in cell):
            raise fail(
                f"{column} has a Windows line end (CR LF) inside its cell, where the source has a plain one; take the CR out"
            )
        return number, dict(zip(expected, line, strict=True))

    own = faults or Faults()
    rows = own.each(row, enumerate(lines[1:], 2))
    if not faults:
        own.stop()
    return rows


def _lines(path, expected) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")  # Excel begins "CSV UTF-8" with a byte order mark
        for mark, name in _OTHER.items():
            if mark in text.partition("\n")[0] and "," not in text.partition("\n")[0]:
                raise Problem(
                    f"{path}: {name} stand between its cells; save it as CSV with commas", path.stem
                )
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except FileNotFoundError:
        raise Problem(
            f"{path}: no such sheet; it needs the columns {', '.join(expected)}", path.stem
        ) from None
    except (UnicodeDecodeError, csv.Error) as error:
        torn = "a quotation mark is opened and never closed" if "unexpected end" in str(error) else error
        raise Problem(f"{path}: is not CSV in UTF-8 ({torn}); mend it, and save it so", path.stem) from None


def keys(name: str, listed: str = "sheets") -> list[str]:
    """The columns by which the rows of a sheet are told apart."""
    return [column for column, kind in filled(listed)[name].items() if kind == "key"]
