"""What an EDTF string says: its first and last day, and how fine it is.

Levels 0 and 1 of the Extended Date/Time Format, and level 2's parts of a year (25 to 41). The `edtf`
package reads more, but takes a fifth of a second to import and milliseconds a date; the tests hold
this module against it.
"""

import re
from calendar import monthrange
from datetime import date

# parts of a year: their first month and their number of months; a season's are those of the north
PARTS = (
    {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
    | {33 + n: (1 + 3 * n, 3) for n in range(4)}
    | {37 + n: (1 + 4 * n, 4) for n in range(3)}
    | {40 + n: (1 + 6 * n, 6) for n in range(2)}
)
NAMES = {range(21, 25): "season", range(33, 37): "quarter", range(37, 40): "third", range(40, 42): "half"}
_DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?[~?%]?\Z")


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day that `edtf` may mean, each None where it is open or `edtf` is empty.

    Seasons are those of the northern hemisphere. Raises ValueError for what is not EDTF.

    >>> bounds("2025-35")
    (datetime.date(2025, 7, 1), datetime.date(2025, 9, 30))
    """
    if edtf in ("", ".."):
        return None, None
    if "/" in edtf:
        first, last = edtf.split("/")
        return bounds(first)[0], bounds(last)[1]
    year, month, day = _fields(edtf)
    if year == "XXXX":
        return None, None
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month in ("", "XX"):
        return date(low, 1, 1), date(high, 12, 31)
    start, length = PARTS.get(int(month), (int(month), 1))
    if day not in ("", "XX"):
        return date(low, start, int(day)), date(high, start, int(day))
    turns, end = divmod(start + length - 2, 12)
    return date(low, start, 1), date(high + turns, end + 1, monthrange(high + turns, end + 1)[1])


def precision(edtf: str) -> str:
    """How fine `edtf` is: day, month, quarter, season, third, half, year, decade, century, interval; or "".

    >>> precision("199X"), precision("XXXX-05"), precision("2026-02-02/2026-02-08")
    ('decade', 'month', 'interval')
    """
    if not edtf:
        return ""
    if "/" in edtf:
        return "interval"
    year, month, day = _fields(edtf)
    if day and day != "XX":
        return "day"
    if month and month != "XX":
        return next((name for codes, name in NAMES.items() if int(month) in codes), "month")
    return {1: "decade", 2: "century"}.get(year.count("X"), "year")


def _fields(edtf: str) -> tuple[str, str, str]:
    found = _DATE.match(edtf)
    if not found:
        raise ValueError(
            f"{edtf!r} is no EDTF date; expected such as 2026, 2026-02, 2026-02-04, 2025-35 or 199X"
        )
    return found[1], found[2] or "", found[3] or ""
