"""Units and nouns next to numbers, by kind: `units.csv` and `nouns.csv`; and plurals, as far as their form shows.

A `symbol` is short for its unit ("MW", "g/t"), a `measure` is its word ("tonnes"); a `counted` noun is one that
is counted singly too ("one country"), a `hyphened` one only behind a hyphen ("1,200-strong"); a `duration` is time.
"""

import re
from functools import lru_cache

from ..lexicons import either, rows

_ROWS = rows("quantities/units")
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

_WORDS: dict[str, set[str]] = {}
for _row in rows("quantities/nouns"):
    _WORDS.setdefault(_row["kind"], set()).add(_row["word"])
STOPS, LABELS, MONTHS, PLURALS, SINGULARS, PEOPLES, ADJECTIVES, BEFORE, HEADLINE, PERSONS, GROUPS = (
    _WORDS[kind]
    for kind in (
        "stop",
        "label",
        "month",
        "plural",
        "singular",
        "people",
        "adjective",
        "before",
        "headline",
        "person",
        "group",
    )
)


@lru_cache(4096)
def plural(word: str) -> bool:
    """Is `word`, in lower case, the plural of a noun, as far as its form tells?"""
    if word in PLURALS:
        return True
    if word.endswith(("'s", "’s")) or word in SINGULARS or word in STOPS:
        return False
    word = word.rstrip("'’")
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
