"""From coded rows to claims: what each row's words are worth, parsed by the code from the source's own text.

`build` gives the claim tables as lists of plain rows. Every row carries its anchor (document,
source_file, start, end, quote); every value comes from a mention that the finders see in the coded words.
"""

from ..coding import about
from ..coding.rows import Document, Row
from ..errors import Problem
from . import figures, inferred, reports, targets
from .actors import Actors

Table = list[dict]
TABLES = ("events", "countries", "figures", "targets", "minerals", "statements", "initiatives", "provisions")
ID = {"figures": "figure", "targets": "target", "statements": "statement"}  # elsewhere the column is `claim`


def build(
    sheets: dict[str, list[Row]], documents: dict[str, Document], nz_list: set[str], actors: Actors
) -> dict[str, Table]:
    """The claim tables by name. `nz_list` is the reference list of minerals, in canonical names."""
    for name in (*TABLES, "dismissed"):
        for row in sheets[name]:
            if row["document"] not in documents:
                raise row.fail(f"unknown document «{row['document']}»; known: {', '.join(documents)}")
            row.anchor(documents[row["document"]])
    names = _names(sheets["vocabulary"])
    of_event, of_metric = (about.initiatives(sheets, term) for term in about.TERMS)
    events = [reports.event(row, names["event"], of_event, actors) for row in sheets["events"]]
    days = inferred.days(events)
    made = {
        "events": events,
        "countries": [line for row in sheets["countries"] for line in reports.countries(row, actors)],
        "figures": figures.read(sheets["figures"], sheets["measures"], sheets["units"], actors),
        "targets": [targets.read(row, names["target_metric"], of_metric, days) for row in sheets["targets"]],
        "minerals": [line for row in sheets["minerals"] for line in reports.minerals(row, nz_list)],
        "statements": [reports.statement(row, actors, days) for row in sheets["statements"]],
        "initiatives": [reports.initiative(row) for row in sheets["initiatives"]],
        "provisions": [reports.provision(row, names["provision"], actors) for row in sheets["provisions"]],
    }
    actors.hold_used()
    for name, table in made.items():
        _unique(name, table)
    return made


def _names(vocabulary):
    """Vocabulary -> term -> its description, which is the short name of an event or a metric."""
    names = {row["vocabulary"]: {} for row in vocabulary}
    for row in vocabulary:
        names[row["vocabulary"]][row["term"]] = row["description"]
    return names


def _unique(name, table):
    seen = set()
    for line in table:
        key = line[ID.get(name, "claim")]
        if key in seen:
            raise Problem(
                f"{name}.csv: two rows make the same claim {key} of «{line['quote']}»; take one of them out"
            )
        seen.add(key)
