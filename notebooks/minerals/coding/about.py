"""What rows are about: the initiatives of an event, a target's metric and a measure, each coded once with its term.

An event's and a metric's stand in `vocabulary.csv`, a measure's in `measures.csv`. A row of countries or statements
names its own, and a topic where it is about no initiative.
"""

from collections.abc import Iterator

from ..errors import Problem

TERMS = ("event", "target_metric")  # the vocabularies whose terms are about initiatives
_SHEETS = ("countries", "statements")  # whose rows say themselves what they are about


def unfit(rows: dict[str, list]) -> Iterator[Problem]:
    """The terms that name initiatives and are neither events nor metrics, and the rows that say nothing of what they
    are about."""
    for row in rows["vocabulary"]:
        if row["initiative"] and row["vocabulary"] not in ("", *TERMS):
            yield row.fail(
                f"initiative is «{row['initiative']}», and only the vocabularies {' and '.join(TERMS)} have one; empty it"
            )
    for row in (row for sheet in _SHEETS for row in rows[sheet]):
        if not row["initiative"] and not row["topic"]:
            yield row.fail(
                "initiative and topic are both empty; name the initiative that the row is about, or a term of topic in "
                "data/coding/vocabulary.csv where it is about none"
            )


def initiatives(rows: dict[str, list], vocabulary: str) -> dict[str, str]:
    """Term of `vocabulary` (an event, a target's metric, or a measure) -> its initiatives, with `;` between."""
    if vocabulary == "measure":
        return {row["measure"]: row["initiative"] for row in rows["measures"]}
    return {row["term"]: row["initiative"] for row in rows["vocabulary"] if row["vocabulary"] == vocabulary}
