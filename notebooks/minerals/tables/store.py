"""The tidy tables: their schema, how they are written, and how they are read.

`tables.csv` and `columns.csv` describe each table and column once; the Data Package descriptor is
made from them, and the public tool that reads it (`frictionless`) is the check that every build must pass.
"""

import csv
import hashlib
import io
import json
import os
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pandas as pd

from ..coding.sheets import columns as sheet_columns
from ..coding.sheets import lists as sheet_lists
from ..corpus import leftovers
from ..errors import Problem
from . import keys

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "data" / "tables"
_LISTS = Path(__file__).parent
_BESIDE = ".tables-"  # how the folder beside it begins, in which the new tables are written
_FORMULA = re.compile(r"'*[=+\-@]")  # what a spreadsheet would run
_NUMBERS = {"integer": "Int64", "number": "Float64"}


@cache
def columns() -> dict[str, dict[str, dict]]:
    """Table -> column -> its row of `columns.csv`."""
    found = {row["table"]: {} for row in _rows("tables.csv")}
    for row in _rows("columns.csv"):
        found[row["table"]][row["column"]] = row
    return found


def described() -> dict[str, str]:
    """Table -> what a row of it is."""
    return {row["table"]: row["description"] for row in _rows("tables.csv")}


def _rows(name):
    with (_LISTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def load(name: str, folder: Path = FOLDER) -> pd.DataFrame:
    """A built table, typed: text as str (empty where unknown), numbers and booleans nullable, days as datetime64 (NaT).

    A date in EDTF ("2026-02", "2026-02-02/2026-02-08") stays text; the first and the last day next to it are days.
    """
    path = folder / f"{name}.csv"
    if name not in columns():
        raise Problem(f"no table is called «{name}»; there are {', '.join(columns())}")
    if not path.exists():
        raise Problem(
            f"{path.name}: the tables are not built; run `make figures`, or `python -m minerals build`"
        )
    table = pd.read_csv(path, dtype=str, keep_default_na=False, na_filter=False)
    for column, spec in columns()[name].items():
        if spec["type"] == "string":
            table[column] = table[column].str.replace(r"^'(?='*[=+\-@])", "", regex=True)
        elif spec["type"] == "boolean":
            table[column] = table[column].map({"true": True, "false": False}).astype("boolean")
        elif spec["type"] == "date":
            table[column] = pd.to_datetime(table[column].replace("", None)).astype("datetime64[us]")
        else:
            table[column] = pd.to_numeric(table[column].replace("", None)).astype(_NUMBERS[spec["type"]])
    return table


def _cell(value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    words = str(value)
    return f"'{words}" if isinstance(value, str) and _FORMULA.match(words) else words


def _csv(name: str, lines: list[dict]) -> bytes:
    """The table's bytes: UTF-8, LF, columns and rows in a fixed order."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns()[name])
    writer.writerows([_cell(line.get(column)) for column in columns()[name]] for line in lines)
    return buffer.getvalue().encode()


def _field(table, spec, terms) -> dict:
    field = {"name": spec["column"], "type": spec["type"], "description": _sentence(spec)}
    constraints = {key: True for key in ("required", "unique") if spec[key]}
    vocabulary = sheet_columns().get(table, {}).get(spec["column"])
    if vocabulary and spec["origin"] == "coded" and (table, spec["column"]) not in sheet_lists():
        constraints["enum"] = sorted(terms[vocabulary])
    return (
        field
        | ({"unit": spec["unit"]} if spec["unit"] else {})
        | ({"constraints": constraints} if constraints else {})
    )


def _sentence(spec):
    return f"{spec['description'][0].upper()}{spec['description'][1:]} ({spec['origin']})."


def _descriptor(files: dict[str, bytes], terms: dict[str, set[str]]) -> dict:
    """The Data Package: each table's title, bytes, hash and columns; foreign keys hold rows to their documents."""
    resources = []
    for row in _rows("tables.csv"):
        name, content = row["table"], files[row["table"]]
        schema = {
            "fields": [_field(name, spec, terms) for spec in columns()[name].values()],
            "missingValues": [""],
            **keys.schema(name),
        }
        resources.append({
            "name": name, "path": f"{name}.csv", "title": row["title"], "description": row["description"],
            "type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "dialect": {"lineTerminator": "\n"}, "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "schema": schema,
        })  # fmt: skip
    return {
        "name": "critical-minerals-ministerial",
        "title": "The Critical Minerals Ministerial of February 2026 and New Zealand: tables anchored to their sources",
        "description": "A text cell that would begin with = + - or @ has an apostrophe before it, so that no "
        "spreadsheet runs it; nothing but the empty cell means missing.",
        "resources": resources,
    }


def save(tables: dict[str, list[dict]], terms: dict[str, set[str]], folder: Path = FOLDER) -> bool:
    """Write every table and the descriptor, all or nothing; True if anything changed.

    They are written beside the old ones, checked there, and put in their place by one rename.
    """
    files = {name: _csv(name, lines) for name, lines in tables.items()}
    package = json.dumps(_descriptor(files, terms), ensure_ascii=False, indent=1) + "\n"
    fresh = {f"{name}.csv": content for name, content in files.items()} | {
        "datapackage.json": package.encode()
    }
    recover(folder)
    if folder.is_dir() and _kept(folder, fresh) == fresh:
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=_BESIDE) as temporary:
        new = Path(temporary) / "new"
        new.mkdir()
        for name, content in fresh.items():
            (new / name).write_bytes(content)
        check(new)
        aside = _aside(folder)
        if folder.exists():
            os.replace(folder, aside)
        os.replace(new, folder)
        shutil.rmtree(aside, ignore_errors=True)
    return True


def _kept(folder: Path, fresh: dict[str, bytes]) -> dict[str, bytes]:
    """The files that are built already; Problem where another stands among them, which a build would take away."""
    there = leftovers.kept(folder)
    for path in there:
        if path.name not in fresh:
            raise Problem(f"{path}: is no table, and the build owns this folder whole; put it elsewhere")
    return {path.name: path.read_bytes() for path in there}


def _aside(folder):
    return folder.with_name(f".{folder.name}-old")


def recover(folder: Path) -> None:
    """Undo a swap that was cut off between its two renames, and take away what a killed build left beside it."""
    aside = _aside(folder)
    if aside.exists() and not folder.exists():
        os.replace(aside, folder)
    for left in folder.parent.glob(f"{_BESIDE}*"):
        shutil.rmtree(left, ignore_errors=True)


def check(folder: Path) -> None:
    """Problem naming the first cell that does not fit its schema, as `frictionless validate` sees it."""
    from frictionless import Package, system  # a second to import, and only builds need it

    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    for task in report.tasks:
        for row, field, cell, note in task.flatten(["rowNumber", "fieldName", "cell", "note"]):
            where = (
                f"{task.name}.csv"
                + (f", row {row}" if row else "")
                + (f", {field} «{cell}»" if field else "")
            )
            raise Problem(f"{where}: {note}; mend the coded rows it comes from, or columns.csv")
    for note in (error.note for error in report.errors):
        raise Problem(f"datapackage.json: {note}; mend the schema in columns.csv")
