"""Who was at the ministerial, as the documents and the reference list tell it, and how each comes to its number."""

import pandas as pd

from ..claims import reference
from ..tables import ROOT

MEETING = "critical-minerals-ministerial"
SIGNED = ("bilateral-frameworks", "us-uk-mou")  # what was new at the ministerial, and a day after it
MADE = (
    "stated",
    "announced",
    "launched",
    "signed",
    "agreed",
    "joined",
    "completed",
    "ongoing",
)  # no longer ahead
_HERE = {"host": "host", "attendee": "named", "speaker": "named", "absent": "absent"}
MARKS = ("host", "named", "listed", "disputed", "absent")
_LIST = "ministerial_delegations"
COMMISSION = "EUU"


def delegations(countries: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each country, and the Commission, that a document or the reference list places at the ministerial or not.

    `mark` is host, named, listed (known from the reference list only), absent, or disputed: one source has it there
    and another says that it was absent. `signed` says whether a document tells that it made a new agreement with
    the host, and `later` whether only one of the day after.
    """
    told = countries[(countries["initiative"] == MEETING) & countries["role"].isin(_HERE)]
    told = told.merge(documents[["document", "short", "published"]], on="document")
    rows = told.groupby("iso3", sort=False).agg(
        name=("country", "first"), mark=("role", _mark), told_by=("short", joined),
        quote=("quote", "first"), source=("short", "first"), published=("published", "first"), claim=("claim", "first"),
    )  # fmt: skip
    against_list = (rows["mark"] == "absent") & rows.index.isin(on_the_list())
    rows.loc[against_list, "mark"] = "disputed"
    rows = pd.concat([rows.reset_index(), _listed(set(rows.index))], ignore_index=True)
    rows["kind"] = rows["iso3"].map({COMMISSION: "institution"}).fillna("country")
    rows.loc[rows["iso3"] == COMMISSION, "name"] = "European Commission"
    signed = countries[countries["initiative"].isin(SIGNED) & (countries["role"] == "signatory")]
    signed = signed[signed["status"].isin(MADE)]
    rows["signed"] = rows["iso3"].isin(signed["iso3"])
    rows["later"] = rows["signed"] & ~rows["iso3"].isin(signed.loc[signed["initiative"] == SIGNED[0], "iso3"])
    order = rows["mark"].map(MARKS.index)
    return (
        rows.assign(order=order)
        .sort_values(["order", "kind", "name"], ignore_index=True)
        .drop(columns="order")
    )


def _mark(roles) -> str:
    told = {_HERE[role] for role in roles}
    return "disputed" if told == {"named", "absent"} else min(told, key=MARKS.index)


def _listed(known: set[str]) -> pd.DataFrame:
    """The delegations of the reference list that no document names."""
    source = list_source()
    return pd.DataFrame(
        {"iso3": iso3, "name": name, "mark": "listed", "told_by": "", "quote": name,
         "source": source["publisher"], "published": source["published"], "claim": ""}
        for iso3, name in on_the_list().items() if iso3 not in known
    )  # fmt: skip


def the_list() -> list[dict]:
    """The delegations of the reference list."""
    return reference.rows(ROOT / "data" / "reference", _LIST)


def on_the_list() -> dict[str, str]:
    """ISO 3166 code -> the delegation as the reference list writes it; the Commission is among them."""
    return {row["iso3"] or COMMISSION: row["delegation"] for row in the_list()}


def list_source() -> dict:
    """The row of `sources.csv` that the list of delegations rests on."""
    sources = reference.rows(ROOT / "data" / "reference", "sources")
    return next(source for source in sources if f"{_LIST}.csv" in source["supports"])


def counts(countries: pd.DataFrame, figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each source that counts or names delegations: `counted` countries (empty: no number), how many of them
    it names, how many not, and whether it tells the Commission apart."""
    here = countries[(countries["initiative"] == MEETING) & countries["role"].isin(["attendee", "speaker"])]
    host = set(countries[(countries["initiative"] == MEETING) & (countries["role"] == "host")]["iso3"])
    number = figures[figures["measure"] == "countries-at-ministerial"].groupby("document")
    rows = []
    for d in documents.itertuples():
        named = set(here[here["document"] == d.document]["iso3"]) - host
        told = number.get_group(d.document) if d.document in number.groups else None
        told = told.loc[told["quote"].str.len().idxmax()] if told is not None else None  # what says most
        if named or told is not None:
            rows.append({
                "document": d.document, "source": d.short, "published": d.published, "mark": "named",
                "counted": None if told is None else int(told["value"]), "named": len(named - {COMMISSION}),
                "commission": COMMISSION in named, "iso3": ";".join(sorted(named - {COMMISSION})),
                "quote": "" if told is None else told["quote"],
            })  # fmt: skip
    listed = [row for row in the_list() if row["kind"] == "country"]
    rows.append({
        "document": "", "source": list_source()["publisher"], "published": list_source()["published"], "mark": "listed",
        "counted": len(listed), "named": len(listed), "commission": len(listed) < len(the_list()),
        "iso3": ";".join(row["iso3"] for row in listed), "quote": ", ".join(row["delegation"] for row in the_list()),
    })  # fmt: skip
    table = pd.DataFrame(rows).astype({"counted": "Int64"})
    table["unnamed"] = (table["counted"] - table["named"]).fillna(0).astype(int)
    return table.sort_values(["mark", "counted", "named"], ascending=False, kind="stable", ignore_index=True)


def joined(values) -> str:
    """Each value once."""
    return ", ".join(dict.fromkeys(values))
