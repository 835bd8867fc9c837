"""The cells of the matrix: which part a country has in an initiative, and to which group of rows it belongs.

`initiatives.csv` says which initiatives are columns, in which order; `roles.csv` puts roles together into marks.
"""

from pathlib import Path

import pandas as pd

from .countries import COMMISSION, MADE, MEETING, SIGNED, UNCLEAR, delegations, list_source, on_the_list
from .stretches import written

COUNT = "agreements-signed-at-ministerial"
AHEAD = "is to agree"
UNSURE = "may stay away"  # of several, one of which did
LISTED = "on the reference list only"
_DEALS = "Agreements with the United States"
_HOST, _NEW, AFTER, _OTHER, TALKS, _GROUPED, _THERE, _DISPUTED, _AWAY, _APART = _GROUPS = (
    "Host", "New agreement", "A day later", "Other agreement", "In talks", "Partnership", "Ministerial only",
    "Sources disagree", "On no list", "Counted apart",
)  # fmt: skip


def cells(countries: pd.DataFrame, figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each family of roles that a country has in an initiative of `initiatives.csv`, with its columns and
    rows on the chart; `counted` is the number of new agreements that sources state."""
    heads, families = listed_in("initiatives"), listed_in("roles")
    shown = heads[heads["group"] != ""]["initiative"]
    told = countries[countries["initiative"].isin(shown)].merge(
        documents[["document", "short", "published"]], on="document"
    )
    told["family"] = told["role"].map(families.set_index("role")["family"])
    told.loc[(told["family"] == "agrees") & ~told["status"].isin(MADE), "family"] = AHEAD
    told.loc[(told["family"] == "stays away") & (told["status"] == UNCLEAR), "family"] = UNSURE
    told["report"] = list(zip(told["quote"], told["short"], map(written, told["published"]), strict=True))
    together = told.groupby(["iso3", "initiative", "family"], sort=False).agg(
        name=("country", "first"), roles=("role", joined), status=("status", joined), told_by=("short", joined),
        quote=("quote", "first"), source=("short", "first"), published=("published", "first"), claim=("claim", "first"),
        reports=("report", lambda reports: tuple(dict.fromkeys(reports))),
    )  # fmt: skip
    rows = pd.concat(
        [together.reset_index(), _listed(together.reset_index(), countries, documents)], ignore_index=True
    )
    rows = pd.concat([rows, _unnamed(rows, figures, documents)], ignore_index=True)
    own = zip(rows["quote"], rows["source"], map(written, rows["published"]), strict=True)
    rows["reports"] = [
        many if isinstance(many, tuple) else (one,) for many, one in zip(rows["reports"], own, strict=True)
    ]
    rows["group"] = rows["iso3"].map({iso3: _group(here) for iso3, here in rows.groupby("iso3")})
    reach = rows.groupby("iso3")["initiative"].transform("nunique")
    rows["counted"] = rows["counted"].astype("Int64")
    order = pd.DataFrame({
        "group": rows["group"].map(_GROUPS.index), "unnamed": rows["iso3"] == "", "reach": -reach, "name": rows["name"],
        "initiative": rows["initiative"].map(list(shown).index),
    })  # fmt: skip
    return rows.loc[order.sort_values(list(order), kind="stable").index].reset_index(drop=True)


def sentences(countries: pd.DataFrame) -> pd.DataFrame:
    """Rows of the table `countries` put together by the sentence that they rest on; `told` says who is what in which
    initiative."""
    place = ["document", "source_file", "start", "end", "quote"]
    roles = countries.groupby([*place, "initiative", "role"], sort=False)["country"].agg(joined).reset_index()
    roles["told"] = roles["initiative"] + ", " + roles["role"] + ": " + roles["country"]
    return roles.groupby(place, sort=False)["told"].agg("; ".join).reset_index()


def undrawn(countries: pd.DataFrame) -> list[str]:
    """What the lists do not know: initiatives of several countries, and roles in those drawn."""
    heads, roles = listed_in("initiatives"), listed_in("roles")["role"]
    new = countries[~countries["initiative"].isin(["", *heads["initiative"]])]
    members = new.groupby("initiative")["iso3"].nunique()
    shown = countries[countries["initiative"].isin(heads.loc[heads["group"] != "", "initiative"])]
    other = shown[~shown["role"].isin(roles)]
    told = [f"{row.country} as {row.role} in {row.initiative}" for row in other.itertuples()]
    return [*members.index[members > 1], *dict.fromkeys(told)]


def listed_in(name) -> pd.DataFrame:
    return pd.read_csv(Path(__file__).with_name(f"{name}.csv"), dtype=str, keep_default_na=False)


def joined(values) -> str:
    return ", ".join(dict.fromkeys(values))


def _listed(rows, countries, documents) -> pd.DataFrame:
    """The countries of the chart that only the reference list has at the ministerial, whatever others say of them."""
    there, source = delegations(countries, documents), list_source()
    named = rows[(rows["initiative"] == MEETING) & (rows["family"] == "takes part")]["iso3"]
    there = there[
        there["mark"].isin(["listed", "disputed"]) & there["iso3"].isin(set(rows["iso3"]) - set(named))
    ]
    there = there.assign(
        told_by="", quote=there["iso3"].map(on_the_list()), source=source["publisher"], published=source["published"],
        claim="", reports=None,
    )  # fmt: skip
    names = dict(zip(rows["iso3"], rows["name"], strict=True))
    return there.assign(
        initiative=MEETING, family=LISTED, roles="attendee", status="", name=there["iso3"].map(names)
    )[[c for c in rows.columns]]


def partners(rows) -> pd.DataFrame:
    """The cells of those that a source says made a new agreement, not of those that are only expected to."""
    new = rows[
        (rows["initiative"] == SIGNED[0]) & rows["roles"].str.contains("signatory") & (rows["iso3"] != "")
    ]
    return new[new["family"] == "agrees"]


def _unnamed(rows, figures, documents) -> pd.DataFrame:
    """A row where the sources count more new agreements than they name partners; whether those named are among those
    counted, none says.

    Where they count differently it is of the largest number, and told by who states that one.
    """
    told = figures[figures["measure"] == COUNT].merge(documents, on="document")
    told = told[told["value"] == told["value"].max()]
    named = partners(rows)
    first, told_by = told.iloc[0], joined(told["short"])
    counted = int(first["value"])
    missing = max(0, counted - named["iso3"].nunique())  # some may be named that the count leaves out
    return pd.DataFrame([{
        "iso3": "", "initiative": SIGNED[0], "family": "not named", "name": "others not named", "roles": "signatory",
        "status": "", "told_by": told_by,
        "quote": first["quote"], "source": first["short"], "published": first["published"],
        "claim": first["figure"], "counted": counted,
        "reports": tuple((t.quote, t.short, written(t.published)) for t in told.drop_duplicates("document").itertuples()),
    }] * bool(missing), columns=[*rows.columns, "counted"])  # fmt: skip


def _group(here) -> str:
    """The group of the country whose cells are `here`."""
    families = set(zip(here["initiative"], here["family"], strict=True))
    by = dict(listed_in("initiatives")[["initiative", "group"]].itertuples(index=False))
    iso3 = here["iso3"].iloc[0]
    if iso3 == COMMISSION:
        return _APART
    if (MEETING, "leads") in families:
        return _HOST
    if not iso3 or len(partners(here)):
        return _NEW
    if any((initiative, "agrees") in families for initiative in SIGNED[1:]):
        return AFTER
    if not {(MEETING, "takes part"), (MEETING, LISTED)} & families:
        return _AWAY
    groups = {by[initiative] for initiative, _ in families}
    if any(family == "in talks" for _, family in families):
        return TALKS
    if {(MEETING, "stays away"), (MEETING, UNSURE)} & families:
        return _DISPUTED
    return _OTHER if _DEALS in groups else _GROUPED if "Groupings" in groups else _THERE
