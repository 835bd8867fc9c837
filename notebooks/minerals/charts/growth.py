"""The target for minerals exports, the baselines that are known, and the growth a year that it takes from each."""

from datetime import date

import pandas as pd
from dateutil.relativedelta import relativedelta

from ..claims import reference
from ..finders import edtf
from . import cited
from .amounts import money
from .stretches import DAY

TARGET, IMPLIED, PUBLISHED = "target", "implied baseline", "published"
CONFIRMED, DRAFT, SUPERSEDED = "published target", "draft's baseline", "superseded target"
GROWTH = "growth"
_KINDS = {
    "actual": PUBLISHED,
    "target": CONFIRMED,
    "superseded target": SUPERSEDED,
}  # of nz_mineral_exports.csv
YEAR = 365.2425  # days


def exports(targets: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each mark: amounts with their period (`start` to `end`), then the growth from each baseline to the target.

    A document that states the target without its amount has a row without `value`. A source of the reference publishes
    a baseline with a target: each baseline grows to its own, the draft's to the draft's.

    `growth` is the rate a year from the
    `end` of a baseline's period to the last day of the target's due date, `growth_before` to the day before its first.
    """
    stated = targets[targets["factor"].notna()].merge(
        documents[["document", "short", "published"]], on="document"
    )
    stated = stated.sort_values("published", kind="stable")
    amounts = [
        _amount(TARGET, "corpus", r.value, r.unit, r.due_words, *edtf.bounds(r.due), r)
        for r in stated.itertuples()
    ]
    told = stated[stated["baseline"].notna()]
    facts = reference.rows(cited.REFERENCE, "nz_mineral_exports")
    drafts = {row["source_id"] for row in facts if _KINDS[row["kind"]] == SUPERSEDED}
    known = [_known(row, told["unit"].iloc[0], drafts) for row in facts]
    bases = [row for row in known if row["mark"] == PUBLISHED]
    bases += [
        _amount(IMPLIED, "corpus", r.baseline, r.unit, base["words"], None, base["end"], r)
        for r in told.itertuples()
        for base in bases
    ]
    goals = [row for row in amounts if pd.notna(row["value"])]
    pairs = [(base, goal) for goal in goals for base in bases]
    pairs += [
        (base, goal)
        for goal in known
        for base in known
        if (base["mark"], goal["mark"]) == (DRAFT, SUPERSEDED) and base["source_id"] == goal["source_id"]
    ]
    implied = [
        _amount(IMPLIED, "corpus", r.baseline, r.unit, r.baseline_kind, None, None, r)
        for r in told.itertuples()
    ]
    rates = [_rate(base, goal) for base, goal in pairs]
    table = pd.DataFrame([*amounts, *implied, *known, *rates])
    words = [column for column in table if column not in ("value", "growth", "growth_before")]
    return table.assign(**table[words].fillna("").astype("str"))


def _amount(mark, layer, value, unit, words, start, end, row) -> dict:
    """A row of the table; `row` says where it comes from."""
    return {
        "mark": mark, "of": mark, "layer": layer, "value": value, "unit": unit,
        "written": money(value, unit) if pd.notna(value) else "", "factor": f"{row.factor:g}",
        "words": words, "start": start, "end": end, "source": row.short,
        "published": row.published, "document": row.document, "quote": row.quote,
    }  # fmt: skip


def _known(row, unit, drafts) -> dict:
    """A row of the reference: a year's exports, or a target; those of the sources in `drafts` were given up."""
    end = date.fromisoformat(row["period_end"])
    mark, value = _KINDS[row["kind"]], float(row["value_nzd"])
    mark = DRAFT if mark == PUBLISHED and row["source_id"] in drafts else mark
    return {
        "mark": mark, "of": mark, "layer": "reference", "value": value, "unit": unit, "written": money(value, unit),
        "words": row["period"][:1].lower() + row["period"][1:], "start": end + DAY - relativedelta(years=1), "end": end,
        "source": cited.outside([row["source_id"]]), "source_id": row["source_id"], "quote": row["period"],
    }  # fmt: skip


def _rate(base, goal) -> dict:
    """The baseline's row with the growth a year that leads from it to the goal."""
    late, early = (
        (goal["value"] / base["value"]) ** (YEAR / (day - base["end"]).days) - 1
        for day in (goal["end"], goal["start"] - DAY)
    )
    return base | {"mark": GROWTH, "of": base["mark"], "growth": late, "growth_before": early} | {
        "rate": f"{100 * late:.1f}%", "rate_before": f"{100 * early:.1f}%"
    }  # fmt: skip
