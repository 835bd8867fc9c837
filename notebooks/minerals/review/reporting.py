"""Which dates are the day on which something is said, and not the day of what is spoken of.

"Luxon said today that the ministerial went well" dates what Luxon said. The verbs of saying and the occasions on which
people say things (a statement, an interview) are in `reporting.csv`.
"""

import csv
import re
from pathlib import Path

with Path(__file__).with_name("reporting.csv").open(encoding="utf-8", newline="") as _file:
    _ROWS = list(csv.DictReader(_file))
_VERBS = {row["word"]: row["verb"] for row in _ROWS if row["kind"] == "verb"}
_OCCASIONS = "|".join(row["word"] for row in _ROWS if row["kind"] == "occasion")
SAYS = re.compile(rf"\b(?:{'|'.join(_VERBS)})\b", re.I)
_CLAUSE = (  # words that belong to a clause of their own: none is between a verb of saying and its date
    "that|was|were|is|are|am|be|been|being|had|has|have|would|will|could|should|may|might|must|can|who|which|while|when|"
    "held|took|takes?"
)
_WORD = rf"(?!(?:{_CLAUSE})\b)(?:[\w.&/-]|['’](?!s?\s))+(?:['’]s?)?"
_WHEN = r"(?:late|early|earlier|later|again|also|only|just|back|separately|publicly|already|first)"
_TO = rf"(?:{_WHEN} )*(?:(?:on|in|during|of|from|dated) )?(?:the )?"  # what leads to a date
_PUBLISHED = r"(?:made|given|released|published|issued|posted|dated|aired)"
_OCCASION = (  # "in a joint statement with Peru released"
    rf"(?:in|at|during|to|through|by|for|on|via|with) (?:{_WORD} ){{0,5}}?(?:{_OCCASIONS})"
    rf"(?: (?:on|with|to|by|for) {_WORD}(?: {_WORD})?)?(?: {_PUBLISHED})?"
)
_TOLD = "tells|told|telling|asks|asked|asking|informed|assured|briefed|reminded|according to"
_SAID = re.compile(  # "told reporters in Washington on", "said in a statement on", "said"
    rf"\b(?:(?:{_TOLD}),?(?: {_WORD}){{0,7}}|(?:{'|'.join(_VERBS)})(?: (?:{_WORD} )?{_OCCASION})?),? {_TO}$",
    re.I,
)
_OPENING = re.compile(rf"^\W*(?:(?:But|And|Then|Also|Yet|Still),? )?(?:{_OCCASION},? )?{_TO}$", re.I)
_SPEAKER = re.compile(
    rf",?(?: {_WORD}){{1,7}}?,? (?:{_WHEN} )?({SAYS.pattern})", re.I
)  # after an opening date
_AT_ONCE = re.compile(rf" (?:{_WHEN} )?({SAYS.pattern})", re.I)  # "Luxon on Monday said"


def verb(text: str, first: int, last: int, start: int, end: int) -> str:
    """The verb of saying that the date at `start` to `end` goes with, in its sentence `first` to `last`; else empty.

    >>> said, other = "He said on Monday that it was held.", "He said that it was held on Monday."
    >>> verb(said, 0, len(said), 11, 17), verb(other, 0, len(other), 28, 34)
    ('say', '')
    """
    before, after = text[first:start], text[end:last]
    if re.match(r"['’]s?\b", after):  # "said today's meeting"
        return ""
    if said := _SAID.search(before):
        return _verb(said[0]) or "say"
    follows = _SPEAKER if _OPENING.match(before) else _AT_ONCE
    if said := follows.match(after):
        return _verb(said[0])
    return ""


def _verb(words: str) -> str:
    """The first verb of saying in `words`, in its plain form."""
    found = SAYS.search(words)
    return _VERBS[found[0].lower()] if found else ""
