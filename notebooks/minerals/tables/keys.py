"""Keys: which columns tell a table's rows apart, and which lead to a row of another table; `keys.csv` lists them.

`primary`: the columns that together are unique. `foreign`: a value, where there is one, is in the column that it
refers to. `list`: the same of each of several values with `;` between, which a Data Package cannot say and only this
module checks.
"""

import csv
import difflib
from functools import cache
from pathlib import Path

from ..errors import Problem


@cache
def listed() -> list[dict[str, str]]:
    """The rows of `keys.csv`: table, column (several with `;` between in a primary key), key, refers_to."""
    with Path(__file__).with_name("keys.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def schema(table: str) -> dict:
    """The keys of `table` as its Table Schema has them."""
    foreign = [
        {
            "fields": [row["column"]],
            "reference": dict(zip(("resource", "fields"), _target(table, row), strict=True)),
        }
        for row in listed()
        if (row["table"], row["key"]) == (table, "foreign")
    ]
    return {"primaryKey": _primary(table)} | ({"foreignKeys": foreign} if foreign else {})


def hold(made: dict[str, list[dict]]) -> None:
    """Problem naming the first row whose key is there twice, or leads to no row."""
    for row in listed():
        if row["key"] == "primary":
            _hold_unique(row["table"], made[row["table"]])
        else:
            _hold_there(row, made)


def _primary(table) -> list[str]:
    found = [r["column"].split(";") for r in listed() if (r["table"], r["key"]) == (table, "primary")]
    if not found:
        raise Problem(
            f"keys.csv: the table {table} has no primary key; add the columns that tell its rows apart"
        )
    return found[0]


def _target(table, row) -> tuple[str, list[str]]:
    """The resource and field that a key refers to; a table's own name is empty there, as the standard asks."""
    other, _, column = row["refers_to"].partition(".")
    return ("" if other == table else other), [column]


def _hold_unique(table, lines) -> None:
    columns, seen = _primary(table), {}
    for number, line in enumerate(lines, 2):  # the head is row 1
        key = tuple(line.get(column) for column in columns)
        if key in seen:
            raise Problem(
                f"{table}.csv, row {number}: has the {' and '.join(columns)} of row {seen[key]}, "
                f"«{': '.join(map(str, key))}»; take one of the coded rows out"
            )
        seen[key] = number


def _hold_there(row, made) -> None:
    table, column = row["table"], row["column"]
    other, _, target = row["refers_to"].partition(".")
    there = {line[target] for line in made[other]}
    for number, line in enumerate(made[table], 2):
        value = line.get(column) or ""
        for one in value.split(";") if row["key"] == "list" else [value]:
            if one not in there and (one or value):
                near = difflib.get_close_matches(one, sorted(there))
                meant = f"; did you mean {' or '.join(f'«{n}»' for n in near)}?" if near else ""
                raise Problem(
                    f"{table}.csv, row {number}: {column} «{one}» is no {target} of {other}.csv{meant}"
                )
