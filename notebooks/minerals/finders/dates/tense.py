"""Whether a sentence speaks of the past or the future at a date: `tense`.

The nearest verb before the date in its sentence (or in the clause after "said that") decides, else the first
one after it. A verb of saying before the date decides only next to it, or where there is no other: she said
that it opens in June. What lasts until a date or is due by it is ahead, and so is a contract for delivery.
The verbs are listed in `tense.csv`; other words in -ed are past. Where no verb says anything, what
is under a schedule is ahead.
"""

import re

from ..lexicons import either, rows
from .calendar import FUTURE, PAST

_TENSES = {row["word"]: row["tense"] for row in rows("dates/tense") if row["tense"] != "ahead"}
_AHEAD = re.compile("[ \n]" + either(row["word"] for row in rows("dates/tense") if row["tense"] == "ahead"))
_TOLD = either(word for word, tense in _TENSES.items() if tense == "reported")
# "had expected" is past and "be opened" is not, whatever the list says of their second words
_CUE = re.compile(
    rf"(?<![\w-])(?:had(?: been)? [a-z]+|(?:to )?be (?:[a-z]+ly )?[a-z]+|{either(_TENSES)}|[a-z]+(?<!e)ed)(?![\w-])"
    r"|\A\W*[A-Z][a-z]+ed\b"
)
_PART = r"(?:the\s)?(?:early[\s-]|mid[\s-]|late[\s-]|end(?:\sof|-)?\s?)?\Z"
_TERM = re.compile(
    rf"\b(?:[Bb]y\s|[Uu]ntil\s|till\s|[Bb]efore\s|[Aa]head\sof\s|(?:[Ss]tarting|[Bb]eginning)\s(?:in\s|on\s|from\s)?){_PART}"
)
_SINCE = re.compile(rf"\b[Ss]ince\s{_PART}")
_OPENS = re.compile(r"\W*(?:(?:But|And|Yet|Then)\s)?\Z")
# "said in a statement on", "told the Financial Times late on": where and whom, and no word of a new clause
_CLAUSE = "(?:that|which|who|it|he|she|they|we|will|would|could|should|may|might|can|is|was|are|were|be|has|have|had)"
_TELLING = re.compile(
    rf"\b(?:{_TOLD}\s(?:[a-z]+\s)?|(?:{_TOLD}\s(?:in|at|during|via|from|after)|told)\s(?:(?!{_CLAUSE}\s)\S+\s){{1,7}}?)"
    r"(?:(?:late|early)\s)?(?:on\s)?\Z"
)
# "retail sales data for August" are about the past, whenever they come out
_DATA_FOR = re.compile(r"\b(?:data|index|figures|numbers|reading|statistics|PMI|results) for\s\Z")
_NEW_CLAUSE = re.compile(rf"{_TOLD}\s(?:\S+\s)?that\s")
_HAD = re.compile(r"\bhad\b")
_HAD_BY = re.compile(r",\s(?:\S+\s){1,5}?had\b")  # by Friday, the two had agreed
_END = re.compile(r"[.!?][\"”’)]*\s|;\s|\n")
_PLAN = re.compile(
    r"\b(?:[Ss]chedule|[Ff]ixtures|[Ii]tinerary|[Tt]imetable)\b"
)  # a list without verbs under it
_HEADLINE = re.compile(
    r"\W*(?:[A-Z][\w'’.&-]*[ ]){1,6}to [a-z]+ "
)  # "Jakarta to raise blend on Jan 1, official says"
_BEFORE, _AFTER, _PLANNED = 140, 100, 800  # characters


def tense(text: str, start: int, end: int) -> str:
    """ "past", "future" or "" at text[start:end]."""
    before = _END.split(text[max(0, start - _BEFORE) : start])[-1]
    after = _END.split(text[end : end + _AFTER], maxsplit=1)[0]
    if (term := _TERM.search(before)) or _AHEAD.match(after):
        told = term and _OPENS.match(before[: term.start()]) and _first(after) == PAST
        return PAST if told or _HAD.search(before) or _HAD_BY.match(after) else FUTURE
    if _SINCE.search(before) or _DATA_FOR.search(before):
        return PAST
    if _TELLING.search(before):
        return PAST
    clause = _NEW_CLAUSE.split(before)[-1]
    earlier = [_tense_of(cue) for cue in reversed(_CUE.findall(clause))]
    later = [_tense_of(cue).replace("reported", PAST) for cue in _CUE.findall(after)]
    headline = [FUTURE] if _HEADLINE.match(before) else []
    decided = [name for name in earlier + headline + later if name in (PAST, FUTURE)]
    if decided:
        return decided[0]
    if "reported" in earlier or len(clause) < len(before):
        return PAST
    return FUTURE if _PLAN.search(text, max(0, start - _PLANNED), start) else ""


def _first(after: str) -> str:
    """The tense of the first verb: "By Friday, prices rose" """
    return next((tense for cue in _CUE.findall(after) if (tense := _tense_of(cue)) in (PAST, FUTURE)), "")


def _tense_of(cue: str) -> str:
    return FUTURE if cue.startswith(("be ", "to be ")) else _TENSES.get(cue, PAST)
