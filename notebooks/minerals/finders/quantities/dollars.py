"""Which dollar a bare "$" is in a text: the one it states, else that of the only dollar country it is about.

A country is in passing where another is named PASSING times as often, and one that is not the United States where
it is less than a PARTth of all countries named. Where no dollar country but the United
States is named, and that no more than a FEW times, provinces and cities (`dollar_places.csv`) and what is
within names speak for theirs. None of it: the US dollar.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ..base import Mention
from ..lexicons import EDGE, either, rows
from .quantity import Quantity

PASSING, FEW, PART = 3, 3, 5
BARE = ("$", "dollar", "dollars")
_ROWS = [row for row in rows("quantities/currencies") if "dollar" in row["nouns"].split(";")]
CODES = [row["code"] for row in _ROWS]
HOME = {place: row["code"] for row in _ROWS for place in row["countries"].split(";")}

_STATED_AS = {
    **{f"{adjective} dollars": row["code"] for row in _ROWS for adjective in row["adjectives"].split(";")},
    **{sign: row["code"] for row in _ROWS for sign in row["signs"].split(";") if " " not in sign},
}
_STATED_AS = {words.rstrip("~"): code for words, code in _STATED_AS.items()}
_STATED = re.compile(
    rf"{EDGE}(?:[Aa]ll\s(?:\w+\s){{0,3}}?(?:amounts|figures|values|prices|references|dollars|numbers|sums)"
    r"|[Aa]mounts|[Ff]igures|[Ee]xpressed|[Pp]resented|[Ss]tated|[Cc]urrency)\b[^.;\n]{0,60}?(?:\b(?:in|to|are|is)|:)\s"
    rf"(?:the\s|lawful\s)?(?:(?:thousands|millions)\sof\s)?({either(_STATED_AS)})(?![\w.]*\s?[0-9]|\w)"
)
_STATING = ("dollars", "amounts", "figures", "urrency:", "xpressed in", "resented in", "tated in")
_RATE = re.compile(r"\$(?<![A-Z]\$) ?1(?:\.00?)? ?= ?(?!US)[0-9A-Z€£¥₹]")  # "($1 = 1.38 Canadian dollars)"
_ABOUT = r"(?:about |around |some |or |roughly |approximately |equivalent to )?"
_OPENED = re.compile(rf"(?: |\n)[(\[]{_ABOUT}(?:[A-Za-z.]{{0,4}}\\*\$|[A-Z]{{3}}) ?$")
_CURRENCY = re.compile(r"\s(?:dollars?|cents?|Treasur(?:y|ies))\b")


@cache
def _places() -> tuple[re.Pattern, dict[str, str]]:
    home = {
        place: row["iso3"] for row in rows("quantities/dollar_places") for place in row["places"].split(";")
    }
    return re.compile(rf"{EDGE}({either(home)})(?!\w)"), home


def converted(amounts: Sequence[Quantity]) -> set[str]:
    """The currencies that the bare sign cannot be, as one converts the other in brackets:
    "C$5m ($3.6m)", "$5m (C$7m)"."""
    found = set()
    for first, second in pairwise(amounts):
        opened = second.start - first.end < 20 and _OPENED.search(second.before)
        if opened and not (first.currency and second.currency) and {first.form, second.form} & {*BARE}:
            found.add(first.currency or second.currency)
    return found - {""}


def choose(text: str, amounts: Sequence[Quantity], named: Sequence[Mention], never: set[str]) -> str:
    """The ISO 4217 code of the bare sign in `text`; empty where several dollar countries may be meant."""
    stated = _STATED.search("\n" + text) if any(word in text for word in _STATING) else None
    if stated and _STATED_AS[stated[1]] not in never:
        return _STATED_AS[stated[1]]
    if _RATE.search(text):
        return "USD"
    written = {amount.currency for amount in amounts} - {""}
    about = Counter(m.iso3 for m in named if m.form != "in_name" and HOME.get(m.iso3) not in never)
    for m in named:
        if m.iso3 in HOME and m.form != "in_name" and _CURRENCY.match(text, m.end):
            about[m.iso3] -= 1
    most = max(about.values(), default=0)
    meant = _homes(about, most)
    if len(meant) > 1:
        meant -= {"USD"} if "USD" in written else set()  # who marks the US dollar leaves his own bare
    elif meant <= {"USD"} and about["USA"] <= FEW:
        hinted = _homes(_hinted(text, named) + Counter(USA=about["USA"]), most) - written - never
        if not meant or "USD" not in hinted:
            meant = hinted or {"USD"} - never
    return min(meant) if len(meant) == 1 else ""


def _homes(counted: Counter[str], most: int) -> set[str]:
    """The currencies of the dollar countries that are counted more than in passing."""
    most = max(most, *counted.values(), 0)
    total = sum(counted.values())
    subjects = {iso3 for iso3, count in counted.items() if iso3 == "USA" or PART * count >= total}
    return {HOME[iso3] for iso3 in subjects if iso3 in HOME and PASSING * counted[iso3] > most}


def _hinted(text: str, named: Sequence[Mention]) -> Counter[str]:
    """How often each country is named within names, or by its provinces and cities."""
    places, home = _places()
    hints = Counter(home[match[1]] for match in places.finditer("\n" + text))
    return hints + Counter(m.iso3 for m in named if m.form == "in_name")
