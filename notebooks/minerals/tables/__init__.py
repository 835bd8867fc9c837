"""Claims in; the tables of `data/tables/` out, with the Data Package that describes them.

Takes the rows of the claims. Gives typed DataFrames, the schema, and the check that every build must pass.
Public: `load`, `columns`, `described`, `build`.
"""

from .store import FOLDER, ROOT, attributes, columns, describe, described, listed, load, recover, save

__all__ = [
    "FOLDER",
    "ROOT",
    "attributes",
    "columns",
    "describe",
    "described",
    "listed",
    "load",
    "recover",
    "save",
]
