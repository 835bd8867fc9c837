"""All that the corpus says of one country, initiative, person or body, document or mineral: `about`."""

import difflib
import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from .. import tables
from ..errors import Problem
from .evidence import evidence

# kind -> table -> the columns that may hold its id; a cell holds several with `;` between
_IDS = {
    "country": {
        "countries": ["iso3"], "events": ["actor_ids"], "statements": ["speaks_for"], "figures": ["said_by_id"],
        "mentions": ["iso3"],
    },
    "initiative": {
        "initiatives": ["initiative", "predecessor", "successor"], "countries": ["initiative"],
        "events": ["initiative"], "figures": ["initiative"], "targets": ["initiative"], "statements": ["initiative"],
    },
    "mineral": {"minerals": ["mineral"], "mentions": ["mineral"]},
    "document": {
        name: ["document"]
        for name in ("events", "countries", "figures", "targets", "minerals", "statements", "initiatives", "mentions")
    },
    "actor": {"statements": ["speaker_id"], "events": ["actor_ids"], "figures": ["said_by_id"]},
}  # fmt: skip
# kind -> table and the columns that name one: the id, its name, and other words for it with `;` between
_NAMES = {
    "country": ("countries", ["iso3", "country"]),
    "initiative": ("initiatives", ["initiative", "name"]),
    "mineral": ("minerals", ["mineral"]),
    "document": ("documents", ["document", "title", "short"]),
    "actor": ("actors", ["actor", "name", "aliases"]),
}
_SHOWN = {
    "events": ["date", "name", "title"], "countries": ["country", "initiative", "role", "status", "date"],
    "figures": ["label", "words", "said_by", "as_of"], "targets": ["name", "direction", "value", "unit", "due"],
    "minerals": ["mineral", "role"], "statements": ["said_on", "speaker", "venue"],
    "initiatives": ["name", "status", "date"], "mentions": ["kind"], "disagreements": ["topic", "verdict", "reading"],
}  # fmt: skip
_NEAREST = 3


@dataclass(frozen=True)
class About(Mapping):
    """Table name -> its rows about `name`, as DataFrames; shows as one page, each row with its sentence."""

    name: str
    kind: str
    tables: dict[str, pd.DataFrame]

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self.tables[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(rows)} in {table}" for table, rows in self.tables.items() if len(rows))
        return f"{self.name} ({self.kind}): {counts or 'no rows'}"

    def _repr_html_(self) -> str:
        parts = [f"<h3>{html.escape(self.name)}</h3>", f"<p>{html.escape(repr(self))}</p>"]
        for table, rows in self.tables.items():
            if len(rows):
                shown = rows.rename(columns={"text": "quote"}) if table == "mentions" else rows
                parts += [f"<h4>{table.capitalize()}</h4>", evidence(shown, *_SHOWN[table]).html()]
        return "\n".join(parts)


def about(name: str) -> About:
    """The rows about `name`: an id, a code or a name, in any case. Raises Problem with the nearest names."""
    names, word = _names(), name.casefold()
    if word not in names:
        word = _code(name).casefold()  # "UK", "the Republic of Korea": names that no document needs to use
    if word not in names:
        near = difflib.get_close_matches(name.casefold(), names, n=_NEAREST, cutoff=0.5)
        hint = " or ".join(f"«{names[word][2]}»" for word in near)
        raise Problem(
            f"the corpus has nothing called «{name}»; "
            + (
                f"did you mean {hint}?"
                if hint
                else "countries, initiatives, actors, documents and minerals have names"
            )
        )
    kind, key, _ = names[word]
    found = {table: _holding(tables.load(table), columns, key) for table, columns in _IDS[kind].items()}
    found["disagreements"] = _disagreements(found)
    return About(_title(kind, key), kind, found)


@cache
def _names() -> dict[str, tuple[str, str, str]]:
    """A name in lower case -> kind, id, and the name as it is written. Where two kinds share one, the first has it."""
    names = {}
    for kind, (table, columns) in _NAMES.items():
        for row in tables.load(table)[columns].drop_duplicates().itertuples(index=False):
            for cell in row:
                for word in filter(None, cell.split(";") if kind == "actor" else [cell]):
                    names.setdefault(word.casefold(), (kind, row[0], word))
    return names


def _code(name):
    """The ISO 3166-1 code of a country that the finders know by `name`; empty if they know none."""
    from ..finders import find  # only for names that are not in the tables

    return next((m.iso3 for m in find(name, kinds=["country"]) if m.text == name), "")


def _title(kind, key):
    table, columns = _NAMES[kind]
    rows = tables.load(table)
    return next(filter(None, rows.loc[rows[columns[0]] == key, columns[1:2] or columns].iloc[0]), key)


def _holding(rows, columns, key):
    found = pd.Series(False, index=rows.index)
    for column in columns:
        found |= (";" + rows[column] + ";").str.contains(f";{key};", regex=False)
    return rows[found].reset_index(drop=True)


def _disagreements(found):
    """All sides of every disagreement in which one of the rows `found` is a side."""
    rows = tables.load("disagreements")
    claims = {claim for table in found.values() for claim in table.iloc[:, 0]}
    topics = rows.loc[rows["claim"].isin(claims), "disagreement"]
    return rows[rows["disagreement"].isin(topics)].reset_index(drop=True)
