"""Dates in a text, each with its EDTF value: `find`; and what a date's words mean elsewhere: `resolve`.

A span holds the words that give the value and no more: no preposition, article, "early" or "about" (they
are the `modifier`), no time of day. Seen from 4 February 2026:

>>> [(m.text, m.date) for m in find("On Monday, as in late 2025 ...", Context(date(2026, 2, 4)))]
[('Monday', '2026-02-02'), ('2025', '2025')]
"""

import re
from datetime import date, timedelta

from ..base import Context, Mention
from ..candidates import Candidates
from ..lexicons import either
from ..numbers import parse
from .calendar import asks_for_tense, interval, parts_to_edtf
from .forms import SPACE, WORDS
from .guards import UNIT_EXTENSION
from .neighbours import resolved
from .reading import BETWEEN, Atom, Parts, read
from .tense import tense

_MODIFIER = re.compile(
    rf"(?<![\w-])(?:(?P<plain>{either(WORDS['modifier'], capitals=True)}){SPACE}"
    rf"|(?P<said>{either(WORDS['modifier_the'], capitals=True)})(?:{SPACE}(?:in{SPACE})?(?:the{SPACE})?|-))\Z"
)
# Looked up before the expression is tried: most dates have no modifier.
_ENDS = {word[-2:] for role in ("modifier", "modifier_the") for word in WORDS[role]} | {"in", "he"}
_PART = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[- ])?"
_RANGE = re.compile(
    rf"[ \u00a0]?[-–—]{SPACE}?\Z|,?{SPACE}(?:to|through|until){SPACE}(?:the{SPACE})?{_PART}\Z"
)
_FROM = re.compile(rf"\b[Ff]rom{SPACE}(?:the{SPACE})?\Z")
_AND = re.compile(rf",?{SPACE}and{SPACE}{_PART}\Z")
_BEFORE = frozenset(" -\n\t\u00a0\u202f;")  # what may be between a modifier and its date
_GAP, _LEFT = 12, 24  # characters between and before what belongs together


def find(text: str, context: Context = Context(), places: Candidates | None = None) -> list[Mention]:
    """All dates in `text`, in order; relative ones have a `date` where the context has one."""
    atoms = resolved(list(read(text, places)), text, context.date, _edtf)
    found, skip = [], False
    for n, atom in enumerate(atoms):
        if skip:
            skip = False
            continue
        following = atoms[n + 1] if n + 1 < len(atoms) else None
        skip = following is not None and _makes_range(atom, following, text)
        found.append(_mention(text, atom, following if skip else None, context.date))
    return found


def _mention(text: str, atom: Atom, last: Atom | None, base: date | None) -> Mention:
    """The mention of one atom, or of the interval from it to `last`."""
    start, end = atom.start, (last or atom).end
    if atom.parts.form == "end of a unit":
        start = UNIT_EXTENSION.search(text, max(0, start - _LEFT), start).start()
    edtf = _interval(atom, last, text, base) if last else _edtf(atom, text, base)
    ends = text[max(0, start - 3) : start - 1].lower() if text[start - 1 : start] in _BEFORE else "-"
    may = ends in _ENDS if ends.isalpha() else ends != "-"
    modifier = _MODIFIER.search(text, max(0, start - _LEFT), start) if may else None
    said = " ".join((modifier["plain"] or modifier["said"]).lower().split()) if modifier else ""
    return Mention("date", start, end, text[start:end], modifier=said, date=edtf)


def _edtf(atom: Atom, text: str, base: date | None) -> str:
    told = tense(text, atom.start, atom.end) if asks_for_tense(atom.parts, base) else ""
    return parts_to_edtf(atom.parts, base, told)


def _makes_range(first: Atom, last: Atom, text: str) -> bool:
    """Whether two neighbours are the ends of one interval: "January to March", "between 2020 and 2025"."""
    between = text[first.end : last.start]
    if len(between) > _GAP or not (_AND.match(between) or _RANGE.match(between)):
        return False
    grain = _grain(first.parts)
    ends = {grain, _grain(last.parts)}
    if not grain or (
        len(ends) > 1 and (ends != {"month", "year"} or not (first.parts.year and last.parts.year))
    ):
        return False
    if _AND.match(between):
        return bool(BETWEEN.search(text, max(0, first.start - _LEFT), first.start))
    a, b = first.parts, last.parts
    if grain == "weekday" and not _FROM.search(text, max(0, first.start - _LEFT), first.start):
        return False
    return not (a.year and b.year and a.year > b.year)


def _grain(parts: Parts) -> str:
    """What can be at either end of an interval: a day, weekday, part of a year, month or year; else ""."""
    if parts.to_day or parts.to_month or parts.to_year or parts.unit or parts.decade:
        return ""
    if parts.day and not parts.month:
        return ""
    names = ("day", "weekday", "part", "month", "year")
    given = (parts.day, parts.weekday is not None, parts.part, parts.month, parts.year)
    return next(name for name, value in zip(names, given, strict=True) if value)


def _interval(first: Atom, last: Atom, text: str, base: date | None) -> str:
    """The interval of two atoms; a year that only one of them names holds for both."""
    a, b = first.parts, last.parts
    if a.weekday is not None and not a.day:
        start = _edtf(first, text, base)
        return interval(start, start and _weekday_after(date.fromisoformat(start), b.weekday))
    if b.year is None and b.year_shift is None:
        b = b._replace(year=a.year, year_shift=a.year_shift)
    end = _edtf(last._replace(parts=b), text, base)
    if a.year is None and a.year_shift is None and end[:4].isdigit():
        a = a._replace(year=int(end[:4]) - ((a.month, a.part, a.day) > (b.month, b.part, b.day)))
    return interval(_edtf(first._replace(parts=a), text, base), end)


def _weekday_after(day: date, weekday: int) -> str:
    return (day + timedelta(days=(weekday - day.weekday()) % 7)).isoformat()


_ANAPHORA = re.compile(
    rf"(?:[Tt]hat|[Tt]he(?!{SPACE}weekend)(?:{SPACE}(?P<which>same|following|next|previous))?){SPACE}"
    rf"(?:(?P<weekday>{either(w.capitalize() for w in WORDS['weekday'])})|(?P<unit>day|{either(WORDS['unit'])})"
    r"|(?P<time>morning|afternoon|evening|night))\b"
)
_AWAY = re.compile(
    rf"(?P<count>\w+){SPACE}(?P<unit>day|week|month|year|decade)s?{SPACE}(?P<way>earlier|later|before|after)\b"
)


def resolve(words: str, base: date) -> str:
    """EDTF of the first date in `words`, seen from `base`; "" where they hold none.

    It also takes words that point at a date named before, which `find` leaves out: "that afternoon",
    "the same day", "the following week", "two days later". A weekday of that kind is the nearest to `base`.

    >>> resolve("that Saturday's", date(2026, 1, 30)), resolve("Monday", date(2026, 2, 4))
    ('2026-01-31', '2026-02-02')
    """
    if in_year := next((atom.parts for atom in read(words) if atom.parts.same_year), None):
        return parts_to_edtf(in_year._replace(year=base.year + in_year.shift), base)
    if pointed := _ANAPHORA.search(words):
        return _pointed(pointed, base)
    if away := _AWAY.search(words):
        number = 1 if away["count"] in ("a", "an") else parse(away["count"])
        if isinstance(number, int):
            shift = number if away["way"] in ("later", "after") else -number
            return parts_to_edtf(Parts("away", unit=away["unit"], shift=shift), base)
    return next((found.date for found in find(words, Context(base)) if found.date), "")


def _pointed(found: re.Match, base: date) -> str:
    """The EDTF of words that point back to `base`, or to the day, week, month next to it."""
    shift = {"following": 1, "next": 1, "previous": -1}.get(found["which"] or "", 0)
    if found["weekday"]:
        ahead = (int(WORDS["weekday"][found["weekday"].lower()]) - base.weekday()) % 7
        days = {1: ahead or 7, -1: ahead - 7}.get(shift, ahead if ahead <= 3 else ahead - 7)
        return (base + timedelta(days=days)).isoformat()
    return parts_to_edtf(Parts("pointed", unit=found["unit"] or "day", shift=shift), base)


def year_of(words: str) -> int | None:
    """The year in which `words` were written, where they name one year twice: "2025: ... last year" is 2026's.

    None where they do not, or where several years would do.
    """
    parts = [atom.parts for atom in read(words)]
    years = {p.year for p in parts if p.year and not p.to_year}
    shifts = {
        p.year_shift if p.year_shift is not None else p.shift
        for p in parts
        if p.unit == "year" or p.year_shift is not None
    }
    written = {year - shift for year in years for shift in shifts}
    return written.pop() if len(written) == 1 else None
