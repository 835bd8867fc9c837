"""Units beside numbers, by kind: `lists/units.csv`.

A `symbol` stands for its unit ("MW", "g/t"), a `measure` is its word ("tonnes"); a `counted` noun is one that
is counted singly too ("one country"), a `hyphened` one only behind a hyphen ("1,200-strong"); a `duration` is time.
"""

import re

from ..lexicons import either, rows

_ROWS = rows("units")
KIND = {row["form"]: row["kind"] for row in _ROWS}
UNIT = {row["form"]: row["unit"] for row in _ROWS}
GAP = "[ \u00a0\u202f\u2009]"


def units(*kinds: str) -> str:
    """A regular expression for the units of `kinds`."""
    return either(form for form, kind in KIND.items() if kind in kinds)


SYMBOLS = units("symbol")
SYMBOL = re.compile(rf"{GAP}?-?({SYMBOLS})(?![\w])")
HYPHENED = re.compile(
    rf"-(?:metric-)?((?:(?:square|cubic|nautical)-)?{units('measure', 'counted', 'hyphened')})(?![\w])"
)
# "240MW/480MWh": what makes the second a number of its own and no part of an address
SLASHED = re.compile(rf"[0-9]{GAP}?(?:{SYMBOLS})/$")
