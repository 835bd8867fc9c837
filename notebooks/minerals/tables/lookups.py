"""Tables to look things up in: each initiative and measure once, and the facts of the reference layer."""

from collections import Counter
from pathlib import Path

from ..claims import reference
from ..claims.actors import Actors
from ..coding.rows import Row

_MEMBER = "member"  # the role of the countries that belong to an initiative


def initiatives(sheets: dict[str, list[Row]], made: dict[str, list[dict]]) -> list[dict]:
    """A row for each initiative of the vocabulary, with what the reports of it say between them.

    Reports may differ on its kind: all of theirs are there, the most frequent first. One that says what it succeeds
    says as much of its predecessor.
    """
    links = {(r["initiative"], r["successor"]) for r in made["initiatives"] if r["successor"]}
    links |= {(r["predecessor"], r["initiative"]) for r in made["initiatives"] if r["predecessor"]}
    lines = []
    for term in (row for row in sheets["vocabulary"] if row["vocabulary"] == "initiative"):
        name = term["term"]
        reports = [line for line in made["initiatives"] if line["initiative"] == name]
        roles = [line for line in made["countries"] if line["initiative"] == name]
        lines.append({
            "initiative": name, "name": term["description"],
            "kind": ";".join(kind for kind, _ in Counter(r["kind"] for r in reports).most_common()),
            "members": _sorted(r["iso3"] for r in roles if r["role"] == _MEMBER),
            "countries": _sorted(r["iso3"] for r in roles),
            "predecessor": _sorted(before for before, after in links if after == name),
            "successor": _sorted(after for before, after in links if before == name),
        })  # fmt: skip
    return lines


def coded(sheets: dict[str, list[Row]]) -> dict[str, list[dict]]:
    """The tables that are sheets as they are: the measures, and the ids of claims that changed."""
    return {name: [dict(row.cells) for row in sheets[name]] for name in ("measures", "claim_ids")}


def facts(folder: Path, actors: Actors) -> dict[str, list[dict]]:
    """The tables of the reference layer, each row with the sources that support it."""
    delegations = [
        {
            "delegation": row["delegation"], "iso3": row["iso3"], "kind": row["kind"],
            "actor": actors.country(row["iso3"]) if row["iso3"] else actors.named(row["delegation"]),
            "source_id": ";".join(reference.supporting(folder, reference.DELEGATIONS)),
        }
        for row in reference.rows(folder, reference.DELEGATIONS)
    ]  # fmt: skip
    record, exports = (reference.rows(folder, name) for name in (reference.RECORD, reference.EXPORTS))
    return {
        "delegations": delegations,
        "official_record": [row | {"value": float(row["value"])} for row in record],
        "exports": [row | {"value_nzd": float(row["value_nzd"])} for row in exports],
        "sources": reference.rows(folder, "sources"),
    }


def _sorted(terms) -> str:
    return ";".join(sorted(set(terms)))
