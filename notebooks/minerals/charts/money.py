"""The reported sums of money: which are separate amounts, which restate, convert or are part of another."""

import pandas as pd

from .amounts import related, tellings


def amounts(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Each amount of money as one document tells it, with the `whole_amount` that it is, restates, converts or is part of.

    `place` is whole, part, conversion, open: in one sentence with a larger amount, and no source says how they stand
    to one another, or rival: another number for the same measure (`beside` names the amount that it is drawn under).
    """
    rows = tellings(figures, documents, "money")
    holds, place = {}, {}
    for row in rows.itertuples():
        for name, what in (("part of", "part"), ("conversion of", "conversion")):
            for other in related(row, name):
                holds[row.reading], place[row.reading] = other, what
    reading = dict(zip(rows["figure"], rows["reading"], strict=True))
    tops = [reading[holds[r]] if r in holds else r for r in rows["reading"]]
    rows = rows.assign(whole_amount=tops, place=[place.get(r, "whole") for r in rows["reading"]])
    wholes = rows[rows["place"] == "whole"].sort_values("value", ascending=False, kind="stable")
    first = wholes.drop_duplicates(["document", "start", "currency"]).set_index(
        ["document", "start", "currency"]
    )
    beside = [
        first["reading"].get((row.document, row.start, row.currency), "") if row.place == "whole" else ""
        for row in rows.itertuples()
    ]
    rows["beside"] = ["" if b == r else b for b, r in zip(beside, rows["reading"], strict=True)]
    rows.loc[rows["beside"] != "", "place"] = "open"
    return _rivals(rows)


def _rivals(rows) -> pd.DataFrame:
    """Where numbers of one measure differ, whether they contradict one another or not, the one that most documents tell
    stands: the others are its rivals, and no further amounts."""
    own = rows[rows["place"].isin(["whole", "open"])]
    for _, told in own.groupby(["measure", "currency"], sort=False):
        backed = told.groupby("reading").agg(documents=("document", "nunique"), value=("value", "first"))
        head, *others = backed.sort_values(["documents", "value"], ascending=False, kind="stable").index
        rows.loc[rows["reading"].isin(others), ["place", "beside"]] = "rival", head
        both = (rows["reading"] == head) & rows["beside"].isin(others)  # in one sentence: one is drawn first
        rows.loc[both, ["place", "beside"]] = "whole", ""
    return rows


def _count(rows) -> int:
    """How many separate amounts the rows are at most."""
    return len(set(rows["whole_amount"]) - set(rows[rows["place"] == "rival"]["reading"]))
