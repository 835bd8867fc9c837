"""Which columns a coding sheet has, and whose terms they take: `lists/sheets.csv`."""

import csv
from collections import defaultdict
from pathlib import Path


def columns() -> dict[str, dict[str, str]]:
    """Sheet -> column -> the vocabulary whose terms it takes, or empty."""
    columns = defaultdict(dict)
    with (Path(__file__).with_name("lists") / "sheets.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            columns[row["sheet"]][row["column"]] = row["vocabulary"]
    return dict(columns)
