"""Differences of countries: how far one is with an agreement, and whether it came.

`standing.csv` says which roles are told of one thing (`family`) and which says by itself what its status
would say (`reads_as`). A role of no family is a family of its own.
"""

import csv
from collections import defaultdict
from pathlib import Path

from .base import Found, Side, grouped, place_of
from .reports import told_along


def standings(countries, initiatives):
    """One initiative and family of roles in which a country has two statuses; not those told along with it."""
    told = defaultdict(list)
    families = _families()
    for line in (c for c in countries if c["initiative"]):
        family, reads_as = families.get(line["role"], (line["role"], ""))
        told[line["initiative"], family].append((reads_as or line["status"], line))
    for (initiative, family), lines in told.items():
        apart = [
            pair
            for own in grouped(lines, lambda pair: pair[1]["iso3"]).values()
            if len({group for group, _ in own}) > 1 and not told_along(_sides(own), initiatives)
            for pair in own
        ]
        if apart:
            yield Found("standing", f"{initiative}-{family}", _sides(apart))


def _sides(pairs) -> list[Side]:
    """A side for each status in each place, with the countries that have it there."""
    sides = []
    for (group, _), own in grouped(pairs, lambda t: (t[0], place_of(t[1]))).items():
        names, first = [line["country"] for _, line in own], own[0][1]
        sides.append(Side(group, f"{', '.join(names)}: {first['role']}, {first['status']}", first))
    return sides


def _families() -> dict[str, tuple[str, str]]:
    """Role -> (family, what it reads as)."""
    with Path(__file__).with_name("standing.csv").open(encoding="utf-8", newline="") as file:
        return {row["role"]: (row["family"], row["reads_as"]) for row in csv.DictReader(file)}
