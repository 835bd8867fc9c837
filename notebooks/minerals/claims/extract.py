"""From coded rows to claims: what each row's words are worth, parsed by the code from the source's own text.

`build` gives the claim tables as lists of plain rows. Every row carries its anchor (document,
source_file, start, end, quote); every value comes from a mention that the finders see in the coded words.
"""

from collections import defaultdict
from itertools import chain

from ..coding import about
from ..coding.rows import Document, Row
from ..errors import Faults, Problem
from . import figures, inferred, reports, targets
from .actors import Actors

Table = list[dict]
TABLES = ("events", "countries", "figures", "targets", "minerals", "statements", "initiatives", "provisions")
ID = {"figures": "figure", "targets": "target", "statements": "statement"}  # elsewhere the column is `claim`


def build(
    sheets: dict[str, list[Row]],
    documents: dict[str, Document],
    nz_list: set[str],
    actors: Actors,
    faults: Faults,
) -> dict[str, Table]:
    """The claim tables by name. `nz_list` is the reference list of minerals, in canonical names.

    What is wrong with a row goes to `faults`; the row is left out.
    """
    for name in (*TABLES, "dismissed"):
        _anchor(sheets[name], documents, faults)
    names = _names(sheets["vocabulary"])
    of_event, of_metric = (about.initiatives(sheets, term) for term in about.TERMS)

    def each(name, read):
        return faults.each(read, _anchored(sheets[name], faults))

    events = each("events", lambda row: reports.event(row, names["event"], of_event, actors))
    days = inferred.days(events)
    made = {
        "events": events,
        "countries": chain(*each("countries", lambda row: list(reports.countries(row, actors)))),
        "figures": figures.read(sheets, _anchored(sheets["figures"], faults), actors, faults),
        "targets": each("targets", lambda row: targets.read(row, names["target_metric"], of_metric, days)),
        "minerals": chain(*each("minerals", lambda row: list(reports.minerals(row, nz_list)))),
        "statements": each("statements", lambda row: reports.statement(row, actors, days)),
        "initiatives": each("initiatives", reports.initiative),
        "provisions": each("provisions", lambda row: reports.provision(row, names["provision"], actors)),
    }
    each("dismissed", lambda row: row.words("words"))
    made = {name: list(table) for name, table in made.items()}
    if not faults.found:
        faults.found += actors.unused()  # else a row with a fault may name them
    for name, table in made.items():
        faults.found += _twice(name, table)
    return made


def _anchor(rows: list[Row], documents: dict[str, Document], faults: Faults) -> None:
    """Tie the rows to their places; those of a document that is itself left out for a fault stay without."""
    known = faults.none_in("documents", "")

    def tie(row):
        if row["document"] in documents:
            row.anchor(documents[row["document"]])
        elif known:
            raise row.fail(f"unknown document «{row['document']}»; known: {', '.join(documents)}")

    faults.each(tie, faults.sound(rows))


def _anchored(rows: list[Row], faults: Faults) -> list[Row]:
    return [row for row in faults.sound(rows) if row.document]


def _names(vocabulary):
    """Vocabulary -> term -> its description, which is the short name of an event or a metric."""
    names = defaultdict(lambda: defaultdict(str))
    for row in vocabulary:
        names[row["vocabulary"]][row["term"]] = row["description"]
    return names


def _twice(name, table):
    seen = set()
    for line in table:
        key = line[ID.get(name, "claim")]
        if key in seen:
            yield Problem(
                f"{name}.csv: two rows make the same claim {key} of «{line['quote']}»; take one of them out",
                name,
            )
        seen.add(key)
