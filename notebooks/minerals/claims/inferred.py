"""Days that no words of a document state, inferred from what other documents say."""

from collections import defaultdict

from ..coding.rows import Row

UNSTATED = "unstated"  # the calendar of a date whose source does not say whose day it counts

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
