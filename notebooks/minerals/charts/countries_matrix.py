"""Countries against initiatives: who leads, takes part, agrees, talks, is critical, or is why it is done.

`initiatives.csv` says which initiatives are columns, in which order; `roles.csv` puts roles together into marks.
"""

from pathlib import Path

import pandas as pd

from ..chart import BLUE, GREEN, MUTED, ORANGE, PAPER, RULE, SIZE, SKY, WIDTH, Chart, hover, width_of
from . import cited
from .countries import COMMISSION, MEETING, SIGNED, delegations, list_source, on_the_list
from .plate import Mark, Plate
from .stretches import written

_COUNT = "agreements-signed-at-ministerial"
_LISTED = "on the reference list only"
_MARKS = {
    "leads": Mark("s", 8, BLUE),
    "takes part": Mark("o", 8, SKY),
    _LISTED: Mark("o", 7, PAPER, BLUE, 0.8),
    "agrees": Mark("D", 7, GREEN),
    "in talks": Mark("D", 6, PAPER, GREEN, 1.2),
    "stays away": Mark("X", 7.5, ORANGE),
}
_LETTERS = {
    "gives": ("G", MUTED), "benefits": ("B", MUTED), "venue or area": ("V", MUTED), "looks on": ("O", MUTED),
    "is critical": ("C", ORANGE), "causes concern": ("T", ORANGE), "not named": ("?", ORANGE),
}  # fmt: skip
_KEYS = {
    "stays away": "did not attend",
    "causes concern": "target of concern",
    "is critical": "critic",
    "looks on": "observer",
    "gives": "gives or supports",
}
_DEALS = "Agreements with the United States"
_HOST, _NEW, _OTHER, _TALKS, _GROUPED, _THERE, _DISPUTED, _AWAY, _APART = _GROUPS = (
    "Host", "New agreement", "Other agreement", "In talks", "Partnership", "Ministerial only", "Sources disagree",
    "On no list", "Counted apart",
)  # fmt: skip
_NAMES, _COLUMN, _ROW, _GAP, _BETWEEN = 2.4, 0.287, 0.18, 0.08, 0.1  # inches
_HEAD, _KEY = 1.85, 0.6  # inches over the rows: the columns' heads, and the key over them


def cells(countries: pd.DataFrame, figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each family of roles that a country has in an initiative of `initiatives.csv`, with its columns and
    rows on the chart; `counted` is the number of new agreements that sources state."""
    heads, families = listed_in("initiatives"), listed_in("roles")
    shown = heads[heads["group"] != ""]["initiative"]
    told = countries[countries["initiative"].isin(shown)].merge(
        documents[["document", "short", "published"]], on="document"
    )
    told["family"] = told["role"].map(families.set_index("role")["family"])
    together = told.groupby(["iso3", "initiative", "family"], sort=False).agg(
        name=("country", "first"), roles=("role", joined), status=("status", joined), told_by=("short", joined),
        quote=("quote", "first"), source=("short", "first"), published=("published", "first"), claim=("claim", "first"),
    )  # fmt: skip
    rows = pd.concat(
        [together.reset_index(), _listed(together.reset_index(), countries, documents)], ignore_index=True
    )
    rows = pd.concat([rows, _unnamed(rows, figures, documents)], ignore_index=True)
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
        claim="",
    )  # fmt: skip
    names = dict(zip(rows["iso3"], rows["name"], strict=True))
    return there.assign(
        initiative=MEETING, family=_LISTED, roles="attendee", status="", name=there["iso3"].map(names)
    )[[c for c in rows.columns]]


def _unnamed(rows, figures, documents) -> pd.DataFrame:
    """A row for the new agreements that the sources count and whose partner none of them names.

    Where they count differently it is of the largest number, and told by who states that one.
    """
    told = figures[figures["measure"] == _COUNT].merge(documents, on="document")
    told = told[told["value"] == told["value"].max()]
    named = rows[(rows["initiative"] == SIGNED[0]) & rows["roles"].str.contains("signatory")]
    first, told_by = told.iloc[0], joined(told["short"])
    counted = int(first["value"])
    missing = counted - len(named)
    return pd.DataFrame([{
        "iso3": "", "initiative": SIGNED[0], "family": "not named", "name": f"{missing} not named", "roles": "signatory",
        "status": "", "told_by": told_by, "quote": first["quote"], "source": first["short"], "published": first["published"],
        "claim": first["figure"], "counted": counted,
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
    if not iso3 or any((initiative, "agrees") in families for initiative in SIGNED):
        return _NEW
    if not {(MEETING, "takes part"), (MEETING, _LISTED)} & families:
        return _AWAY
    groups = {by[initiative] for initiative, _ in families}
    if any(family == "in talks" for _, family in families):
        return _TALKS
    if (MEETING, "stays away") in families:
        return _DISPUTED
    return _OTHER if _DEALS in groups else _GROUPED if "Groupings" in groups else _THERE


def chart(countries: pd.DataFrame, figures: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """From the tables `countries`, `figures` and `documents`, and the reference list of delegations."""
    rows = cells(countries, figures, documents)
    new = rows[(rows["initiative"] == SIGNED[0]) & rows["iso3"].isin(rows[rows["group"] == _NEW]["iso3"])]
    groups = {
        group: here.drop_duplicates("name")["name"] for group, here in rows.groupby("group", sort=False)
    }
    counted = " or ".join(f"{n:.0f}" for n in sorted(set(figures.loc[figures["measure"] == _COUNT, "value"])))
    talks = " and ".join(groups.get(_TALKS, ()))
    return Chart(
        name="03_countries_matrix",
        title=f"{(new['iso3'] != '').sum()} of {counted} new agreements have a named partner"
        + f"; {talks} was in talks" * bool(talks),
        subtitle="Countries against initiatives, by the part that documents give them. On no list: no source has them at "
        "the ministerial",
        source=cited.line(
            documents[documents["short"].isin(", ".join(rows["told_by"]).split(", "))],
            cited.outside([list_source()["source_id"]]),
        ),
        alt="Matrix of countries and initiatives. "
        + " ".join(f"{group}: {', '.join(names)}." for group, names in groups.items()),
        table=rows, plate=lambda: _plate(rows, _heads(countries)),
    )  # fmt: skip


def _heads(countries) -> pd.DataFrame:
    """The initiatives of the chart; what was signed at the ministerial and after it has its day in its head."""
    heads = listed_in("initiatives").query("group != ''")
    days = countries[countries["date"] != ""].groupby("initiative")["date"].agg(lambda s: s.mode()[0])
    return heads.assign(
        day=[written(days[i]).rsplit(" ", 1)[0] if i in SIGNED else "" for i in heads["initiative"]]
    )


def _plate(rows, heads) -> Plate:
    people = rows.drop_duplicates("name")
    height = _KEY + _HEAD + len(people) * _ROW + people["group"].nunique() * _GAP + 0.1
    plate = Plate(WIDTH, height)
    at = _columns(plate, heads, height - _KEY - _HEAD)
    y, before, right = height - _KEY - _HEAD - _ROW / 2, None, max(at.values()) + _COLUMN / 2
    for person in people.itertuples():
        y -= _GAP * (person.group != before)
        strong = person.group != before
        plate.line(
            (0 if strong else _NAMES - 0.9, y + _ROW / 2),
            (right, y + _ROW / 2),
            MUTED if strong else RULE,
            0.8 if strong else 0.4,
        )
        if strong:
            plate.words((0, y), person.group, bold=True)
        plate.words((_NAMES, y), person.name, side="left")
        for initiative, marks in rows[rows["name"] == person.name].groupby("initiative", sort=False):
            for i, row in enumerate(marks.itertuples()):
                _mark(plate, row, (at[initiative] + (i - (len(marks) - 1) / 2) * _COLUMN / 2.1, y), heads)
        y, before = y - _ROW, person.group
    _key(plate)
    return plate


def _mark(plate, row, place, heads):
    head = heads.set_index("initiative")["head"][row.initiative]
    told = f", told by {row.told_by}" if ", " in row.told_by else ""
    said = f"{row.name}: {', '.join(filter(None, (row.roles, row.status)))} ({head}){told}"
    source = f"Reference list, {row.source}" if row.family == _LISTED else row.source
    _symbol(plate, place, row.family, hover(said, row.quote, source, written(row.published)))


def _symbol(plate, place, family, said=""):
    """The family's mark, or a ring with its letter."""
    if family in _MARKS:
        plate.mark(place, _MARKS[family], said)
    else:
        letter, colour = _LETTERS[family]
        plate.mark(place, Mark("o", 8.5, PAPER, colour, 0.8), said)
        plate.words(place, letter, colour=colour, bold=True, side="center")


def _columns(plate, heads, top) -> dict[str, float]:
    """Where each initiative's column stands; draws their heads, and their groups' where there is room."""
    at, x = {}, _NAMES + 0.25
    for group, those in heads.groupby("group", sort=False):
        if len(those) > 1:
            plate.words((x - _COLUMN / 2, top + 0.08), group, colour=MUTED)
            plate.line(
                (x - _COLUMN / 2, top + 0.18), (x + (len(those) - 0.5) * _COLUMN, top + 0.18), MUTED, 0.6
            )
        for head in those.itertuples():
            plate.slanted((x - 0.07, top + 0.22), f"{head.head}, {head.day}" if head.day else head.head)
            at[head.initiative], x = x, x + _COLUMN
        x += _BETWEEN
    return at


def _key(plate):
    """What the marks mean, in two lines."""
    x, y = 0.06, plate.height - 0.1
    for family in [*_MARKS, *_LETTERS]:
        words = _KEYS.get(family, family)
        if family == next(iter(_LETTERS)):
            x, y = 0.06, y - 0.2
        _symbol(plate, (x, y), family)
        plate.words((x + 0.12, y), words)
        x += 0.12 + width_of(words, SIZE["mark"]) + 0.25
