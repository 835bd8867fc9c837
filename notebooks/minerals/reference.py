"""The second layer: facts from outside the corpus, each row with its source in `data/reference/sources.csv`."""

import csv
from pathlib import Path

from .errors import Problem

NZ_LIST = "nz_critical_minerals_list_2025"


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one reference file, every cell as text."""
    path = folder / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Problem(f"{path}: cannot be read as CSV in UTF-8 ({error}); restore it") from None


def nz_list(folder: Path) -> list[dict]:
    """New Zealand's critical minerals list as rows of the table of minerals, layer `reference`."""
    sources = [s["source_id"] for s in rows(folder, "sources") if NZ_LIST in s["supports"]]
    if not sources:
        raise Problem(f"{folder / 'sources.csv'}: no source supports {NZ_LIST}.csv; say which does")
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
    from .mentions import find  # whoever reads only the rows needs no finder

    return find(name, kinds=["mineral"])
