"""Dates that no words of a document state: from what other documents say, and what "8 weeks ago" leaves open."""

from collections import defaultdict
from datetime import date, timedelta

from ..coding.rows import Row
from ..finders import edtf

UNSTATED = "unstated"  # the calendar of a date whose source does not say whose day it counts

_WEEK = 6  # days from a week's first to its last
# unit -> its days, and how many units an age may be more and less: weeks and months are counted up to the last whole one
_UNITS = {"week": (7, 1, 0.5), "month": (30.44, 1, 0.5), "year": (365.25, 0.5, 0.5)}

Days = dict[str, dict[str, set[str]]]  # event -> document -> its days, in EDTF


def days(events: list[dict]) -> Days:
    """The days that each document gives each event; vaguer dates are left out."""
    found: Days = defaultdict(lambda: defaultdict(set))
    for line in events:
        if line["precision"] == "day":
            found[line["event"]][line["document"]].add(line["date"])
    return found


def day_of(row: Row, event: str, found: Days) -> str:
    """EDTF of the day that other documents than the row's give the event; an interval where they differ."""
    own = found[event].get(row.document.id)
    if own:
        raise row.fail(f"{row.document.id} dates the event «{event}» itself; point at these words instead")
    told = sorted(day for days in found[event].values() for day in days)
    if not told:
        raise row.fail(f"no other document gives the event «{event}» a day; leave it out")
    return told[0] if told[0] == told[-1] else f"{told[0]}/{told[-1]}"


def rounded(found: str, words: str, base: date | None) -> str:
    """EDTF of what "8 weeks ago" allows: people count in whole units, and what they count need not be this week's day.

    >>> rounded("2025-12-08/2025-12-14", "8 weeks ago", date(2026, 2, 4))
    '2025-12-04/2025-12-14'
    >>> rounded("2025", "a year ago", date(2026, 2, 5))
    '2024-08/2025-08'
    """
    if not found or base is None or not words.lower().endswith(" ago"):
        return found
    first, last = edtf.bounds(found)
    unit = "week" if (last - first).days == _WEEK else edtf.precision(found)
    if unit not in _UNITS:
        return found
    days, more, less = _UNITS[unit]
    age = round((base - first - (last - first) / 2).days / days)
    ends = base - timedelta((age + more) * days - 1), base - timedelta((age - less) * days)
    return "/".join(str(end)[: 10 if unit == "week" else 7] for end in ends)
