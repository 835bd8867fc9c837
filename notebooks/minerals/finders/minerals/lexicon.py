"""What the written forms of minerals name: `MATERIALS`, of `minerals.csv` and `mineral_exclusions.csv`."""

import re
from functools import cache
from typing import NamedTuple

from ..context import one_of
from ..lexicons import rows


class Material(NamedTuple):
    """What a written form names. `settled_by`: words the text must have; `not_near`: words that rule it out."""

    mineral: str
    form: str
    settled_by: re.Pattern | None = None
    not_near: re.Pattern | None = None


@cache
def groups() -> dict[str, str]:
    """Every canonical name, in order, with the group that it belongs to (empty: none)."""
    return {row["mineral"]: row["group"] for row in rows("minerals/names")}


def _variants(words: str) -> set[str]:
    """Hyphenated, with capitals, and in capitals; an abbreviation's capitals stay."""
    if words.isupper() or words[:-1].isupper():
        return {words}
    forms = {words, words.replace(" ", "-", 1)}
    titles = {re.sub(r"\b(?!and\b)[a-z]", lambda first: first[0].upper(), form) for form in forms}
    return forms | titles | {form[0].upper() + form[1:] for form in forms} | {form.upper() for form in forms}


def _materials() -> dict[str, Material | None]:
    """Every written form with what it names; None for an exclusion."""
    materials: dict[str, Material | None] = {}
    for row in rows("minerals/names"):
        near, needed = (
            re.compile(one_of(row[c].split(";"), True)) if row[c] else None for c in ("not_near", "for")
        )
        for form in _variants(row["written"]):
            materials[form] = Material(row["mineral"], row["form"], needed, near)
    for row in rows("minerals/exclusions"):
        written = row["written"]
        materials |= dict.fromkeys(_variants(written) if written.islower() else {written, written.upper()})
    return materials


MATERIALS = _materials()
