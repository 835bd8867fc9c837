"""Whether a sentence tells of the past or the future where a date stands: `tense`.

The nearest verb before the date in its sentence decides, else the first one after it. Verbs of saying
decide only right before the date, or where there is no other: what is said on Monday may happen in June.
What lasts until a date or is due by it is ahead. The verbs are listed in `lists/dates_tense.csv`; other
words in -ed are past.
"""

import re

from .dates_calendar import FUTURE, PAST
from .forms import either, rows

_TENSES = {row["word"]: row["tense"] for row in rows("dates_tense")}
_TOLD = either(word for word, tense in _TENSES.items() if tense == "reported")
# "had expected" is past and "be opened" is not, whatever the list says of their second words
_CUE = re.compile(rf"(?<![\w-])(?:had(?: been)? [a-z]+|be [a-z]+|{either(_TENSES)}|[a-z]+(?<!e)ed)(?![\w-])")
_TERM = re.compile(r"\b(?:by|until|till|before)\s(?:the\s)?(?:early[\s-]|mid[\s-]|late[\s-]|end\sof\s)?\Z")
_TELLING = re.compile(rf"\b{_TOLD}\s(?:[a-z]+\s)?\Z")
_END = re.compile(r"[.!?][\"”’)]*\s|\n")
_BEFORE, _AFTER = 140, 100  # characters


def tense(text: str, start: int, end: int) -> str:
    """ "past", "future" or "" at text[start:end]."""
    before = _END.split(text[max(0, start - _BEFORE) : start])[-1]
    if _TERM.search(before):
        return PAST if re.search(r"\bhad\b", before) else FUTURE
    if _TELLING.search(before):
        return PAST
    after = _END.split(text[end : end + _AFTER], maxsplit=1)[0]
    said = [_tense_of(cue) for cue in [*reversed(_CUE.findall(before)), *_CUE.findall(after)]]
    decided = [name for name in said if name in (PAST, FUTURE)]
    return decided[0] if decided else PAST if "reported" in said else ""


def _tense_of(cue: str) -> str:
    return FUTURE if cue.startswith("be ") else _TENSES.get(cue, PAST)
