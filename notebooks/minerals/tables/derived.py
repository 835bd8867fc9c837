"""Columns that follow from another, the same in every table: a date's first and last day, a quote as its reader saw it."""

from ..corpus.display import plain
from ..finders import edtf


def complete(made: dict[str, list[dict]], columns: dict[str, dict[str, dict]]) -> None:
    """Add to each line of the tables what `columns` asks for and the line has not.

    Next to an EDTF column `due` go `due_start` and `due_end`, its first and last day, empty where it is open; next to
    `quote` goes `text`, the same without link targets and backslashes.
    """
    for name, lines in made.items():
        dated = [column for column, spec in columns[name].items() if spec["unit"] == "EDTF"]
        read = "quote" in columns[name]
        for line in lines:
            for column in dated:
                first, last = edtf.bounds(line.get(column) or "")
                line.setdefault(f"{column}_start", first)
                line.setdefault(f"{column}_end", last)
            if read:
                line["text"] = plain(line.get("quote") or "")
