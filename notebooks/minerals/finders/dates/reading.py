"""From text to what its dates say: `read` finds the written forms and takes their words apart."""

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..candidates import Candidates, candidates
from ..lexicons import either
from ..numbers import NUMBER, parse
from .forms import CAPITAL, FORMS, MAY_FIT, MAY_START, SAYS, SHORTER, SPACE, WEEKDAYS, WORD, WORDS, value
from .guards import is_date


class Parts(NamedTuple):
    """What a date's words say. `part` is EDTF's code for a part of the year (33 is the first quarter); `unit` and
    `shift` are a relative date's; `which` is -1, 0 or 1: the last, this or next of its name; `same_year` asks for
    the year named before, or with `shift` for a year from it."""

    form: str = ""
    year: int | None = None
    year_shift: int | None = None
    same_year: bool = False
    decade: str = ""
    month: int = 0
    day: int = 0
    part: int = 0
    weekday: int | None = None
    unit: str = ""
    shift: int = 0
    which: int | None = None
    to_year: int | None = None
    to_month: int = 0
    to_day: int = 0


class Atom(NamedTuple):
    start: int
    end: int
    parts: Parts


EITHER_WAY = "numeric, day or month first"
_LARGER = {"fortnight": ("week", 2), "decade": ("year", 10)}
_AWAY = re.compile(
    rf"(?<![\w$€£.,-])(?<![Hh]alf )(?P<count>(?:[Aa]n?{SPACE})?(?:{NUMBER}|couple{SPACE}of)|[Aa])"
    rf"{SPACE}(?P<unit>(?i:{either([*_LARGER, 'day', 'week', 'month', 'year'])}))"
    rf"(?:s?{SPACE}(?i:{either(WORDS['away'].keys() - {'time'})})|(?:s['’]|['’]s){SPACE}time)\Z"
)
_WEEKDAY_GAP = re.compile(rf",?{SPACE}(?:the{SPACE})?")
_WEEKDAY_AFTER = re.compile(
    rf",{SPACE}(?:{either(name.capitalize() for name in WORDS['weekday'])})(?=[,.;:)\n]|\Z| at | in )"
)
_DAY_LIST = re.compile(rf"{SPACE}(?:and|&){SPACE}(?:the{SPACE})?")
BETWEEN = re.compile(rf"\b[Bb]etween{SPACE}(?:the{SPACE})?\Z")
_LONGEST_COUNT = 60  # characters before "ago" that may belong to it


def read(text: str, places: Candidates | None = None) -> Iterator[Atom]:
    """The written forms of dates in `text`, in order and without overlap; `places` are its starts."""
    places = places or candidates(text)
    past = 0
    for start, word in sorted(
        _triggers(WORD, text, places.dates_small) + _triggers(CAPITAL, text, places.dates_large)
    ):
        if start < past:
            continue
        trigger = _start(word)
        away = trigger in WORDS["away"]
        atom = _away(text, start, word, past) if away else _form(text, start, trigger)
        if (
            not atom and trigger in SHORTER
        ):  # "last nightfall" is no "last night": perhaps a "last" of another form
            atom = next(filter(None, (_form(text, start, shorter) for shorter in SHORTER[trigger])), None)
        if atom:
            yield from _listed(text, atom) if atom.parts.to_day else (atom,)
            past = atom.end


def _triggers(pattern: re.Pattern, text: str, places: list[int]) -> list[tuple[int, str]]:
    """The words at `places` that may start a form, with their starts: also one within another ("the year-end")."""
    found = ((start, pattern.match(text, start)) for start in places)
    return [(start, word[0]) for start, word in found if word]


def _listed(text: str, atom: Atom) -> tuple[Atom, ...]:
    """ "8 and 9 July" are two days, except between them."""
    joint = _DAY_LIST.search(text, atom.start, atom.end)
    if not joint or BETWEEN.search(text, max(0, atom.start - 12), atom.start):
        return (atom,)
    first, last = atom.parts._replace(to_day=0), atom.parts._replace(day=atom.parts.to_day, to_day=0)
    return Atom(atom.start, joint.start(), first), Atom(joint.end(), atom.end, last)


def _form(text: str, start: int, trigger: str) -> Atom | None:
    """The first form that fits at `start`, which the `trigger` starts, if it is a date there."""
    if trigger in MAY_FIT and not MAY_FIT[trigger].match(text, start):
        return None
    forms = FORMS.get(trigger, ())
    if glued := not MAY_START.match(text, start):  # by a lost line break: "ReutersJul 25, 2025"
        if not (text[start - 1].islower() and (text[start].isupper() or text[start].isdigit())):
            return None
        forms = [form for form in forms if form.name in ("month day", "day month")]
    for name, pattern, fields in forms:
        found = pattern.match(text, start)
        parts = found and _parts(name, found, fields)
        if not parts or (glued and name == "month day" and not parts.year):
            continue
        if name == "weekday" and (dated := _dated_weekday(text, found.end())):
            return Atom(start, dated.end, dated.parts._replace(weekday=parts.weekday))
        if is_date(name, text, start, found.end()):
            weekday = parts.day and _WEEKDAY_AFTER.match(text, found.end())
            return Atom(start, weekday.end() if weekday else found.end(), parts)
    return None


@lru_cache(1024)
def _start(word: str) -> str:
    """What `FORMS` calls the trigger `word`."""
    if word[0].isdigit():
        return "[year]" if word[:4].isdigit() else "[number]"
    return " ".join(word.lower().split())


def _dated_weekday(text: str, end: int) -> Atom | None:
    """The day right after a weekday: Wednesday, 4 February."""
    gap = _WEEKDAY_GAP.match(text, end)
    trigger = gap and CAPITAL.match(text, gap.end())
    atom = trigger and trigger[0].lower() not in WEEKDAYS and _form(text, gap.end(), _start(trigger[0]))
    return atom if atom and atom.parts.day else None


def _away(text: str, start: int, word: str, past: int) -> Atom | None:
    """ "8 weeks ago", "a year from now", "two weeks' time": None for a few, several, hours."""
    if word[0] in "tT" and text[max(0, start - 2) : start - 1] not in ("'", "’", "s"):
        return None  # most often; else three weeks' time
    end = start + len(word)
    found = _AWAY.search(text, max(past, start - _LONGEST_COUNT), end)
    count = found and re.sub("(?i)couple of", "two", " ".join(found["count"].split()))
    number = count and (1 if count in "aA" else parse(count))
    if not isinstance(number, int) or number > 1000:
        return None
    unit, times = _LARGER.get(found["unit"].lower(), (found["unit"].lower(), 1))
    return Atom(found.start(), end, Parts("ago", unit=unit, shift=number * times * value("away", word)))


def _parts(form: str, found: re.Match, fields: dict[str, int | str]) -> Parts | None:
    """What a form and its groups say; None for days, months and years that there are not."""
    return _said(form, found[0], (*fields.items(),), tuple(found.groupdict().items()))


@lru_cache(4096)
def _said(form: str, words: str, given: tuple, groups: tuple[tuple[str, str | None], ...]) -> Parts | None:
    fields: dict = dict(given)
    for group, said in groups:
        says = said and SAYS.get(group.rpartition("_")[0])
        if says:
            fields |= says(said)
    parts = Parts(form, **fields)
    if parts.unit and parts.which is not None:
        parts = parts._replace(shift=parts.which, which=None)
    if form == "months to the end":
        parts = parts._replace(month=13 - parts.to_month, to_month=12)
    elif form == "part of a split year" and parts.to_month > parts.month:
        parts = parts._replace(to_year=None)  # April to June 2024-25: both in its first year
    elif form == "numeric":
        parts = _day_first(parts, dict(groups)["mark"].strip())
    elif form == "year-end" and not parts.year:
        parts = parts._replace(unit="year")
    if words.endswith("the year") and not parts.unit:
        parts = parts._replace(year_shift=0)
    if parts.to_year is not None and parts.to_year < 100:
        season = parts.to_year == (parts.year + 1) % 100  # 2025/26 is one, 2025/43 a number
        to_year = parts.year + 1 if season else parts.year // 100 * 100 + parts.to_year
        parts = parts._replace(to_year=to_year if season or "/" not in words else 0)
    return parts if _possible(parts) else None


def _day_first(parts: Parts, mark: str) -> Parts:
    """Which number of 13/02/2026 is the day; with points it is the first, else the text must show it."""
    if parts.month > 12:
        return parts._replace(day=parts.month, month=parts.day)
    if parts.day > 12 or parts.day == parts.month or mark == ".":
        return parts
    return parts._replace(form=EITHER_WAY)


def _possible(parts: Parts) -> bool:
    if not (0 <= parts.month <= 12 and 0 <= parts.to_month <= 12 and (parts.month or not parts.to_month)):
        return False
    if parts.form == "days from the start" and not parts.to_day:
        return False
    if parts.form.startswith("months") and not 1 < parts.to_month - parts.month + 1 < 12:
        return False
    if parts.to_year is not None and not 0 < parts.to_year - parts.year <= 300:
        return False
    last = monthrange(parts.year or 2000, parts.month)[1] if parts.month else 31
    return parts.day <= last and (not parts.to_day or parts.day < parts.to_day <= last)
