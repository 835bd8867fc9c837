"""The second layer: facts from outside the corpus, each row with its source in `data/reference/sources.csv`."""

import re
from pathlib import Path

from ..coding import sheets
from ..errors import Problem

NZ_LIST = "nz_critical_minerals_list_2025"
DELEGATIONS, RECORD, EXPORTS = "ministerial_delegations", "official_record", "nz_mineral_exports"
_LISTED = "reference"  # where its columns are listed
_NUMBERS, _NUMBER = ("value", "value_nzd"), re.compile(r"\d+(\.\d+)?")


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one reference file, every cell as text; Problem where a cell that is used is empty or no number."""
    listed, path = sheets.filled(_LISTED)[name], folder / f"{name}.csv"
    found, seen = sheets.cells(path, list(listed)), {}
    if not found:
        raise Problem(f"{path}: has no rows; restore the file")
    for number, cells in found:
        for column, kind in listed.items():
            if kind and not cells[column].strip():
                raise Problem(f"{path}, row {number}: {column} is empty; fill it in, or restore the file")
            if column in _NUMBERS and not _NUMBER.fullmatch(cells[column]):
                raise Problem(
                    f"{path}, row {number}: {column} is «{cells[column]}»; write a plain number, such as 54"
                )
        key = tuple(cells[column] for column in sheets.keys(name, _LISTED))
        if key and key in seen:
            raise Problem(f"{path}, row {number}: is «{key[0]}», as row {seen[key]} is; take one of them out")
        seen[key] = number
    return [cells for _, cells in found]


def supporting(folder: Path, name: str) -> list[str]:
    """The ids of the sources that support the file `name`; Problem where there is none."""
    sources = [source["source_id"] for source in rows(folder, "sources") if name in source["supports"]]
    if not sources:
        raise Problem(f"{folder / 'sources.csv'}: no source supports {name}.csv; say which does")
    return sources


def nz_list(folder: Path) -> list[dict]:
    """New Zealand's critical minerals list as rows of the table of minerals, layer `reference`."""
    sources = supporting(folder, NZ_LIST)
    return [
        {
            "claim": f"nz-list-{canonical(row['mineral']).replace(' ', '-')}",
            "mineral": canonical(row["mineral"]),
            "group": is_group(row["mineral"]),
            "role": "on-nz-list",
            "on_nz_list": True,
            "in_draft": row["in_draft_2024"] == "yes",
            "layer": "reference",
            "source_id": ";".join(sources),
            "words": row["mineral"],
        }
        for row in rows(folder, NZ_LIST)
    ]


def canonical(name: str) -> str:
    """The finder's name for the one mineral that `name` names, or `name` itself in lower case."""
    found = {m.mineral for m in _minerals(name)}
    return found.pop() if len(found) == 1 else name.lower()


def is_group(name: str) -> bool:
    """Whether `name` names a group of minerals."""
    return any(m.form == "group" for m in _minerals(name))


def _minerals(name: str):
    from ..finders import find  # whoever reads only the rows needs no finder

    return find(name, kinds=["mineral"])
