"""Targets and deadlines: what is to be reached, from where, and by when."""

import datetime

from dateutil.relativedelta import relativedelta

from ..coding.rows import Row
from ..finders import edtf
from . import factors, inferred
from .rows import anchor, dated, first_day

_WITHIN = ("within ", "in no more than ", "in less than ")
# how fine a date must be for a length of time to be counted from it
_FINE = {"month": ("day", "interval", "month"), "year": ("day", "interval", "month", "year")}


def read(row: Row, names: dict[str, str], about: dict[str, str], days: inferred.Days) -> dict:
    """A target or deadline. A deadline of some days is counted from its base, or from the document's date.

    `days` are the events' days, for a base that only other documents date.
    """
    value, unit, factor = None, "", None
    words = row.words("value_words")
    if words.text:
        found = [
            m for kind in ("money", "percent", "share", "count", "duration") for m in row.found(kind, words)
        ]
        if len(found) != 1:
            raise row.fail(f"expected one quantity in «{words.text}», found {len(found)}; choose other words")
        value, unit = found[0].value, found[0].currency or found[0].unit
    if row["factor_words"]:
        factor = factors.parse(row.words("factor_words").text)
        if not factor:
            raise row.fail(f"«{row['factor_words']}» is no factor; allowed: {', '.join(factors.WORDS)}")
    baseline = value / factor if value and factor else None
    return {
        "target": row.id(row["metric"], row["value_words"], row["factor_words"], row["due_words"]),
        "metric": row["metric"], "name": names[row["metric"]], "initiative": about.get(row["metric"], ""),
        "direction": row["direction"],
        "value": value, "unit": unit, "factor": factor,
        "baseline": baseline, "baseline_kind": "implied" if baseline else "", **_due(row, days), **anchor(row),
    }  # fmt: skip


def _due(row, days) -> dict:
    """When it is due: the date in its words, or its durations counted from their base; «within» gives the latest day."""
    span = row.words("due_words", "due_quote")
    lengths = row.found("duration", span) if span.text else []
    if not lengths:
        date = dated(row, "due")[0]
        return {"due": date, "due_words": span.text, "due_basis": "stated" if date else ""}
    base = row.words("base_words", "base_quote")
    start = row.the_one("date", base).date if base.text else row.document.published
    if row["base_event"]:
        start = inferred.day_of(row, row["base_event"], days)
    for m in lengths:
        if edtf.precision(start) not in _FINE.get(m.unit, ("day", "interval")):
            raise row.fail(
                f"«{m.text}» cannot be counted from {start}, which is no day; give base_words that are"
            )
    month = edtf.precision(start) == "month"
    ends = [after(first_day(row, base, start), m.value, m.unit, month) for m in lengths]
    due = "/".join(dict.fromkeys(ends))
    if span.text.lower().startswith(_WITHIN):
        due = f"../{due}"
    return {
        "due": due,
        "due_words": span.text,
        "due_basis": "counted",
        "due_from": start,
        "base_event": row["base_event"],
    }


def after(start: datetime.date, number: float, unit: str, month: bool = False) -> str:
    """EDTF of what lies `number` units after `start`, no finer than the unit; years from a `month` end in that month.

    >>> after(datetime.date(2026, 2, 4), 6, "month")
    '2026-08'
    >>> after(datetime.date(2025, 10, 1), 1, "year", month=True)
    '2026-10'
    """
    day = start + relativedelta(**{f"{unit}s": int(number)})
    return day.isoformat()[: {"month": 7, "year": 7 if month else 4}.get(unit, 10)]
