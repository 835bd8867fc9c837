"""The map: who came to the ministerial, who signed with the host there, and where New Zealand is."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from . import countries_map_live, countries_map_static
from .countries import MEETING, SIGNED, delegations, list_source, on_the_list
from .style import live
from .style.page import empty, styled
from .style.sizes import Size
from .style.words import Words, capital, count, nothing, sentence, source

HOST, CAME, LISTED = "host", "came, named in the documents", "came, by a reference list only"
DISPUTED, ABSENT = "sources disagree", "said to be absent"
_CAME = {"host": HOST, "named": CAME, "listed": LISTED, "disputed": DISPUTED, "absent": ABSENT}
NEW, LATER = "signed there", "signed a day later"
HOME = "NZL"


def data(countries: pd.DataFrame, figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each report that places a country at the ministerial or away from it, or has it sign with the host.

    The reference list's row has no document. `mark` is the country's ISO 3166 code, `came` is host, came, came by the
    reference list only, disputed or absent; `signed` says whether it signed there or a day later; `counted` is how many
    countries the documents count.
    """
    there = delegations(countries, documents)
    here = countries[countries["initiative"].isin([MEETING, *SIGNED]) & countries["iso3"].isin(there["iso3"])]
    if here.empty:
        return pd.DataFrame(columns=_COLUMNS)
    rows = here.merge(documents[["document", "short", "published"]], on="document").rename(
        columns={"short": "source"}
    )
    origin = list_source()
    listed = pd.DataFrame(
        {"claim": f"list-{iso3}", "iso3": iso3, "initiative": MEETING, "role": "attendee", "document": "", "quote": name,
         "source": f"Reference list, {origin['publisher']}", "published": origin["published"]}
        for iso3, name in on_the_list().items()
    )  # fmt: skip
    rows = pd.concat([rows, listed], ignore_index=True)
    numbers = figures[figures["measure"] == "countries-at-ministerial"]["value"]
    facts = there.set_index("iso3")
    signed = facts["later"].map({True: LATER, False: NEW}).where(facts["signed"], "")
    rows = rows.assign(
        mark=rows["iso3"], country=rows["iso3"].map(facts["name"]), came=rows["iso3"].map(facts["mark"]).map(_CAME),
        kind=rows["iso3"].map(facts["kind"]), signed=rows["iso3"].map(signed),
        counted=" or ".join(f"{number:g}" for number in sorted(set(numbers))),
        order=(rows["initiative"] != MEETING).where(rows["document"] != "", True),
    )  # fmt: skip
    order = ["came", "country", "order", "published"]
    rows["came"] = pd.Categorical(rows["came"], list(_CAME.values()), ordered=True)
    rows = rows.sort_values(order, kind="stable", ignore_index=True)
    return rows.assign(came=rows["came"].astype(str))[_COLUMNS]


_COLUMNS = ["claim", "mark", "country", "kind", "came", "signed", "initiative", "role", "counted"]
_COLUMNS += ["source", "published", "document", "start", "end", "quote"]


def words(data: pd.DataFrame) -> Words:
    """The title says how many came by the documents' count, how many are named as signing, and where New Zealand is."""
    if data.empty:
        return nothing("country at the ministerial")
    once = data.drop_duplicates("mark")
    once = once[once["kind"] == "country"]
    came = once[once["came"].isin([CAME, LISTED])]
    signed = once[once["signed"] == NEW].sort_values("country")
    number = once["counted"].iloc[0]
    title = (
        f"{number} countries came to the ministerial"
        if number
        else f"{len(came)} countries are known to have come"
    )
    if len(signed):
        title += f"; {count(len(signed))} are named as signing with the US"
        title += ", and New Zealand is not one of them" * (HOME in set(came["mark"]) - set(signed["mark"]))
    listed, later = once[once["came"] == LISTED], once[once["signed"] == LATER]
    apart = [
        f"{sentence(once.loc[once['came'] == name, 'country'])}: {name}."
        for name in (DISPUTED, ABSENT) if (once["came"] == name).any()
    ]  # fmt: skip
    note = [
        f"{len(came)} are known by name, {len(listed)} of them from a reference list only (thin lines)."
    ] * bool(len(came))
    note += [f"{capital(sentence(later['country']))} signed a day later."] * bool(len(later))
    note += [*apart, "Borders as Natural Earth draws them; they settle nothing."]
    ids = [list_source()["source_id"]] if (data["document"] == "").any() else []
    return Words(
        title, " ".join(note), source(data, ids),
        f"{title}. World map in which those that came are coloured. Named as signing there: "
        f"{sentence(signed['country'], 12) or 'none'}. {' '.join(apart)}".strip(),
    )  # fmt: skip


def static(data: pd.DataFrame, size: Size) -> Figure:
    """One Axes in degrees, the key above it."""
    with styled():
        return countries_map_static.draw(data, words(data), size) if len(data) else empty(size, words(data))


def spec(data: pd.DataFrame) -> dict[str, Any]:
    """Plotly's JSON: a filled outline for each country on axes of degrees, its groups in the legend."""
    return countries_map_live.spec(data, words(data)) if len(data) else live.nothing(words(data))


def interactive(data: pd.DataFrame):
    """A `plotly.graph_objects.Figure`."""
    return live.figure(spec(data))
