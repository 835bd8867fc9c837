"""What the charts of figures share: each telling of an amount, in the words that a reader expects."""

import csv
import re
from functools import cache
from pathlib import Path

import pandas as pd

from ..claims import reference
from ..errors import Problem
from ..finders import lexicons
from ..tables import ROOT

REFERENCE = ROOT / "data" / "reference"
_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_NICE = (1, 2, 5)


def tellings(figures: pd.DataFrame, documents: pd.DataFrame, *kinds: str) -> pd.DataFrame:
    """The figures of `kinds`, each with its document, what it is `written` as, and its `reading`.

    A reading is an amount of a measure: the figures that restate one another have one reading, named after the
    first of them. `bound` says on which side of the number the amount lies: above, below, near, or empty.
    """
    rows = figures[figures["kind"].isin(kinds)].merge(
        documents[["document", "short", "published"]], on="document", how="left", validate="m:1"
    )
    rows = rows.rename(columns={"short": "source"})
    rows["written"] = [written(row) for row in rows.itertuples()]
    rows["bound"] = [bound(words) for words in rows["modifier"]]
    rows["reading"] = [(related(row, "restates") or [row.figure])[0] for row in rows.itertuples()]
    rows["telling"] = rows.groupby("reading").cumcount()
    return rows


def related(row, relation: str) -> list[str]:
    """The figures that `row` stands in `relation` to."""
    pairs = zip(row.relation.split(";"), row.related_to.split(";"), strict=True)
    return [figure for name, figure in pairs if name == relation]


def relations(tellings: pd.DataFrame) -> pd.DataFrame:
    """A row for each relation of a telling to another, `of` being that other as it is `written`."""
    rows = tellings[tellings["related_to"] != ""]
    rows = rows.assign(relation=rows["relation"].str.split(";"), related_to=rows["related_to"].str.split(";"))
    rows = rows.explode(["relation", "related_to"])
    return rows.assign(of=rows["related_to"].map(tellings.set_index("figure")["written"]))


def written(row) -> str:
    """The amount of a figure as people write it, with its modifier: 'nearly US$12 billion', 'about 60%'."""
    if row.kind == "money":
        words = money(row.value, row.currency)
    elif row.kind == "count" and not row.words.isdecimal():
        words = f"{row.value:g} (“{row.words}”)"
    else:
        words = row.words
    return f"{row.modifier} {words}".strip()


def money(value: float, currency: str) -> str:
    """An amount with its currency's sign.

    >>> money(14_800_000_000, "USD"), money(0, "NZD")
    ('US$14.8 billion', 'NZ$0')
    """
    signs = {row["code"]: row["signs"].split(";")[0] for row in lexicons.rows("quantities/currencies")}
    sign = signs.get(currency) or f"{currency} "
    size, scale = next(((size, words) for size, words in _SCALES if value >= size), (1, ""))
    return f"{sign}{value / size:,.10g}{scale}"


@cache
def _bounds() -> dict[str, str]:
    path = Path(__file__).with_name("bounds.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["modifier"]: row["bound"] for row in csv.DictReader(file)}


def bound(modifier: str) -> str:
    """Where the amount lies from its number: above, below, near or exact; empty without a modifier."""
    if modifier and modifier not in _bounds():
        raise Problem(
            f"bounds.csv: no row for the modifier «{modifier}»; add one that says above, below, near or exact"
        )
    return _bounds().get(modifier, "")


def who(rows: pd.DataFrame) -> str:
    """Who tells the rows: each document once, with whom it names and how often it says so."""
    return tellers(list(rows.itertuples()))


def tellers(rows: list) -> str:
    """The same of rows as tuples."""
    said_by = [re.sub("^The ", "the ", row.said_by) for row in rows]
    named = [f"{row.source} ({by})" if by else row.source for row, by in zip(rows, said_by, strict=True)]
    times = {name: named.count(name) for name in named}
    return ", ".join(f"{name} ×{count}" if count > 1 else name for name, count in times.items())


def steps(limit: float, least: float) -> list[float]:
    """Round ticks from 0 to the first at or above `limit`, `least` or more apart."""
    size = 10.0 ** (len(str(int(least))) - 1)
    step = next(n * s for s in (size, size * 10) for n in _NICE if n * s >= least)
    return [step * i for i in range(int(-(-limit // step)) + 1)]


def against(rows: pd.DataFrame, folder: Path = REFERENCE) -> pd.DataFrame:
    """The tellings that the official record has a row for, beside what that row says; the record settles nothing here."""
    facts = pd.DataFrame(reference.rows(folder, "official_record"))
    facts["recorded"] = [
        money(float(f.value), f.unit) if f.unit.isupper() else f.value for f in facts.itertuples()
    ]
    facts = facts[["record_id", "statement", "recorded", "value", "source_id"]]
    held = rows[rows["record"] != ""].merge(
        facts, left_on="record", right_on="record_id", how="left", suffixes=("", "_recorded"), validate="m:1"
    )
    same = held["value"] == pd.to_numeric(held["value_recorded"])
    return held.assign(same_number=same.map({True: "yes", False: "no"}))
