"""Which days a date's words mean, seen from a base date: `parts_to_edtf`, by the calendar alone.

Weeks run from Monday to Sunday and weekends are their last two days, as in ISO 8601. A date that needs a
base date is empty without one; a month or day of no known year keeps it open (`XXXX-05`).
"""

from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache

from ..edtf import PARTS, bounds
from .reading import EITHER_WAY, Parts

PAST, FUTURE = "past", "future"
# A day without a year is near the document's own date (elsewhere a writer adds the year), whatever the
# tense; a month without a year and tense is a past one, or one of the next two.
NEAR = timedelta(days=45)
WEEK = timedelta(weeks=1)
_SHOWS_YEAR = timedelta(days=500)  # how far a day lies whose weekday shows the year
_RATHER_PAST = 1.5
_MONTHS_AHEAD = 2


@lru_cache(maxsize=4096)
def parts_to_edtf(parts: Parts, base: date | None, tense: str = "") -> str:
    """EDTF for `parts`; `tense` ("past", "future" or "") decides between the last and the next of its name."""
    relative = parts.unit or parts.which is not None or (parts.weekday is not None and not parts.day)
    if parts.unit == "fiscal" or (base is None and relative):
        return ""
    try:
        if parts.unit:
            shifted = _shifted(parts.unit, parts.shift, base, tense, parts.form)
            if parts.to_day:
                return f"{shifted}-01/{date.fromisoformat(f'{shifted}-{parts.to_day:02}')}"
            if parts.weekday is None:
                return shifted
            return (bounds(shifted)[0] + timedelta(days=parts.weekday)).isoformat()
        if parts.weekday is not None and not parts.day:
            return _weekday(parts, base, tense).isoformat()
        if parts.day and not parts.month:
            return _day_of_a_month(parts.day, base, tense)
        return _calendar(parts, base, tense)
    except (OverflowError, ValueError):  # before year 1 or after 9999
        return ""


def asks_for_tense(parts: Parts, base: date | None) -> bool:
    """Whether the tense may change what `parts` mean: it does not for a day near the base date."""
    if base is None or parts.year is not None or parts.year_shift is not None or parts.decade:
        return False
    if parts.day and parts.month:
        return parts.which is not None or not is_near(parts, base)
    return parts.unit in ("", "weekend")


def is_near(parts: Parts, base: date) -> bool:
    """Whether the month and day are those of a day near the base date."""
    return abs(_nearest(parts, base, "") - base) <= NEAR


def interval(first: str, last: str) -> str:
    """From the first day of `first` to the last of `last`; parts of a year become their months."""
    if not first or not last:
        return ""
    ends = [_month_end(edtf, n) for n, edtf in enumerate((first.split("/")[0], last.split("/")[-1]))]
    days = [bounds(edtf)[n] for n, edtf in enumerate(ends)]
    backwards = None not in days and days[0] > days[1]
    return "" if backwards else "/".join(ends)


def _month_end(edtf: str, n: int) -> str:
    """The first (n=0) or last (n=1) month of a part of a year; other dates as they are."""
    if len(edtf) == 7 and edtf[5:].isdigit() and int(edtf[5:]) in PARTS and edtf[0] != "X":
        return bounds(edtf)[n].isoformat()[:7]
    return edtf


def _shifted(unit: str, shift: int, base: date, tense: str, form: str) -> str:
    """The day, week, month ... that lies `shift` units from the base date's own."""
    monday = base - timedelta(days=base.weekday())
    if unit == "day":
        return (base + timedelta(days=shift)).isoformat()
    if unit == "week":
        monday += timedelta(weeks=shift)
        return f"{monday}/{monday + timedelta(days=6)}"
    if unit == "weekend":
        saturday = monday + timedelta(weeks=shift, days=5)
        if form == "weekend" and saturday > base and tense != FUTURE:
            saturday -= timedelta(weeks=1)
        return f"{saturday}/{saturday + timedelta(days=1)}"
    if unit == "year":
        return f"{base.year + shift:04}"
    if unit == "decade":
        return f"{base.year // 10 + shift:03}X"
    length = 3 if unit == "quarter" else 1
    year, number = divmod(base.year * 12 // length + (base.month - 1) // length + shift, 12 // length)
    return f"{year:04}-{33 + number if unit == 'quarter' else number + 1:02}"


def _weekday(parts: Parts, base: date, tense: str) -> date:
    """The weekday on or before the base date, or on or after it; "last" is before, "next" in the next week."""
    back = timedelta(days=(base.weekday() - parts.weekday) % 7)
    ahead = timedelta(days=(parts.weekday - base.weekday()) % 7)
    if parts.which == -1:
        return base - (back or timedelta(weeks=1))
    if parts.which == 1:
        return base + timedelta(days=7 - base.weekday() + parts.weekday)
    if parts.which == 0 and not tense:
        return base + timedelta(days=parts.weekday - base.weekday())
    return base + ahead if tense == FUTURE else base - back


def _day_of_a_month(day: int, base: date | None, tense: str) -> str:
    """The last such day up to the base date, or the next from it on: "on the 7th"."""
    if base is None:
        return f"XXXX-XX-{day:02}"
    month = base.year * 12 + base.month - 1
    if tense == FUTURE:
        month += day < base.day
    else:
        month -= day > base.day
    return date(month // 12, month % 12 + 1, day).isoformat()


def _calendar(parts: Parts, base: date | None, tense: str) -> str:
    """Year, month, day and parts of a year, and what runs from one of them to another."""
    if parts.decade:
        return f"{parts.decade}X"
    year = _year(parts, base, tense)
    kept_open = parts.month or (parts.part and not parts.same_year)
    if year is None and (not kept_open or parts.year_shift is not None):
        return ""
    stem = "XXXX" if year is None else f"{year:04}"
    if parts.form == EITHER_WAY:
        return stem
    number = parts.part or parts.month
    first = f"{stem}-{number:02}" if number else stem
    last = stem if parts.to_year is None else f"{parts.to_year:04}"
    if parts.to_month:
        return f"{first}/{last}-{parts.to_month:02}"
    if parts.to_year:
        return f"{first}/{last}"
    if not parts.day:
        return first
    days = [f"{first}-{day:02}" for day in (parts.day, parts.to_day) if day]
    if year is not None:
        [date.fromisoformat(day) for day in days]  # 29 February of a common year: ValueError
    return "/".join(days)


def _year(parts: Parts, base: date | None, tense: str) -> int | None:
    """The year that the words give, or the one that the base date and the tense ask for; None without either."""
    if parts.year is not None or base is None or parts.same_year:
        return parts.year
    if parts.year_shift is not None:
        return base.year + parts.year_shift
    if parts.day and parts.which is None:
        return _nearest(parts, base, tense).year
    if parts.day and parts.which == -1:
        return base.year - ((parts.month, parts.day) >= (base.month, base.day))
    first, length = PARTS[parts.part] if parts.part else (parts.month, 1)
    here = base.year * 12 + base.month - first  # months from the date's start in year 0 to the base date
    if parts.which == 0 and parts.part and tense != FUTURE:
        return base.year + round((base.month - first - 1) / 12)  # its middle is the nearest
    if parts.which == 0:
        return base.year + (tense == FUTURE and first < base.month)
    if parts.which == 1:
        return (here + 12) // 12
    if parts.which == -1:
        # in February "last January" is the one of the year before: this year's is "last month"
        skips = length == 1 and first == base.month - 1
        return (here - length) // 12 - skips
    if tense == FUTURE:
        return (here + 12 - length) // 12
    if parts.part:
        # a report of it is written in its last month, or later
        return (here - (length - 1) * (tense == PAST)) // 12
    return (here + _MONTHS_AHEAD * (not tense)) // 12


@lru_cache(maxsize=4096)
def _nearest(parts: Parts, base: date, tense: str) -> date:
    """The nearest such day; a past one may lie a little ahead of the base date and the other way round."""
    days = []
    for year in range(max(base.year - 4, 1), min(base.year + 5, 10000)):
        with suppress(ValueError):  # 29 February
            days.append(date(year, parts.month, parts.day))
    if fitting := [day for day in days if day.weekday() == parts.weekday and abs(day - base) < _SHOWS_YEAR]:
        return min(fitting, key=lambda day: abs(day - base))
    if tense == PAST:
        days = [day for day in days if day <= base + NEAR] or days
    elif tense == FUTURE:
        days = [day for day in days if day >= base - NEAR] or days
    return min(days, key=lambda day: base - day if day <= base else _RATHER_PAST * (day - base))
