"""Which columns a coding sheet has, and whose terms they take: `lists/sheets.csv`; and which vocabularies are closed."""

import csv
from collections import defaultdict
from pathlib import Path

_LISTS = Path(__file__).with_name("lists")


def columns() -> dict[str, dict[str, str]]:
    """Sheet -> column -> the vocabulary whose terms it takes, or empty."""
    columns = defaultdict(dict)
    with (_LISTS / "sheets.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            columns[row["sheet"]][row["column"]] = row["vocabulary"]
    return dict(columns)


def fixed() -> set[str]:
    """The vocabularies whose terms the code itself goes by, so that a new one would mean nothing: `lists/fixed.csv`."""
    with (_LISTS / "fixed.csv").open(encoding="utf-8", newline="") as file:
        return {row["vocabulary"] for row in csv.DictReader(file)}
