"""A corpus ten times as large: every table's rows once more for each of nine other sets of documents."""

import pandas as pd

OWN = {  # columns whose ids are each copy's own
    "documents": ["document", "short"],
    "events": ["claim", "event", "name", "document"],
    "figures": ["figure", "measure", "document"],
    "countries": ["claim", "document"],
    "minerals": ["claim", "document"],
    "targets": ["target", "metric", "name", "document"],
    "statements": ["statement", "speaker", "document"],
    "initiatives": ["claim", "document"],
    "disagreements": ["disagreement", "topic", "document"],
}


def tables(name, table, times=10):
    """The table and its copies; what a row refers to is its own copy's."""
    found = [table]
    for n in range(1, times):
        copy = table.copy()
        for column in OWN[name]:
            if column in copy:
                copy[column] = [f"{value} {n}" if value else value for value in copy[column].astype(str)]
        if "related_to" in copy:
            copy["related_to"] = [
                ";".join(f"{i} {n}" for i in ids.split(";")) if ids else "" for ids in copy["related_to"]
            ]
        found.append(copy)
    return pd.concat(found, ignore_index=True)
