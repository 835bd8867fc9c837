"""Tables that link others: every claim with its table, and which claims are about an initiative or name an actor."""

from ..claims.actors import Actors
from ..claims.extract import ID, TABLES
from ..errors import Problem

_NAMED = {  # table -> its columns of actors, and the part that these have in a row
    "events": ("actor_ids", "actor"),
    "countries": ("iso3", "country"),
    "figures": ("said_by_id", "source"),
    "provisions": ("said_by_id", "source"),
    "statements": ("speaker_id", "speaker"),
}
_PLACE = ("document", "source_file", "start", "end", "quote")


def claim_of(table: str, line: dict) -> str:
    """The id of a row of a claim table."""
    return line[ID.get(table, "claim")]


def claims(made: dict[str, list[dict]]) -> list[dict]:
    """A row for each claim of the documents: its id, the table that it is a row of, and its place."""
    return [
        {"claim": claim_of(table, line), "table": table, **{c: line[c] for c in _PLACE}}
        for table in TABLES
        for line in made[table]
        if line.get("document")  # a row of the reference layer has none
    ]


def tables_of(claimed: list[dict], disagreements: list[dict]) -> None:
    """Add to each row of the disagreements the table that its claim, where it has one, is a row of."""
    tables = {line["claim"]: line["table"] for line in claimed}
    for line in disagreements:
        line["table"] = tables.get(line["claim"], "")


def named(disagreements: list[dict], known: Actors) -> None:
    """Add to each row of the disagreements the actor whom its `said_by` names; Problem where that is nobody."""
    for line in disagreements:
        line["said_by_id"] = known.named(line["said_by"]) if line["said_by"] else ""
        if line["said_by"] and not line["said_by_id"]:
            raise Problem(
                f"sides.csv: said_by «{line['said_by']}» is no actor; add a line or an alias to actors.csv"
            )


def initiatives(made: dict[str, list[dict]]) -> list[dict]:
    """A row for each initiative that a claim is about, by initiative."""
    return sorted(
        (
            {
                "initiative": initiative,
                "table": table,
                "claim": claim_of(table, line),
                "document": line["document"],
            }
            for table in TABLES
            for line in made[table]
            for initiative in filter(None, line.get("initiative", "").split(";"))
        ),
        key=lambda link: link["initiative"],
    )


def actors(made: dict[str, list[dict]], known: Actors) -> list[dict]:
    """A row for each actor in a claim and each member of a group there, by actor."""
    links = []
    for table, (column, part) in _NAMED.items():
        for line in made[table]:
            named = [actor for actor in line[column].split(";") if actor]
            for actor in dict.fromkeys(a for group in named for a in (group, *known.members(group))):
                link = {"actor": actor, "part": part, "table": table, "claim": claim_of(table, line)}
                links.append(link | {"document": line["document"]})
    return sorted(links, key=lambda link: link["actor"])
