"""What the other dates of a text say of one: `resolved`.

"That year" and "the previous month" start from the one named before, the year of a list's last month holds for
all of it, a full date's year for the days next to it, and one 13/02/2026 shows how 04/02/2026 is to be read.
"""

import re
from collections.abc import Callable
from datetime import date

from ..lexicons import rows
from .calendar import NEAR, WEEK, is_near
from .forms import SPACE, WORDS
from .reading import EITHER_WAY, Atom, Parts

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+[A-Z“\"]|\n\s*\n")
_LIST = re.compile(rf",?{SPACE}(?:(?:and|or|&){SPACE})?")
_AND = re.compile(rf",?{SPACE}(?:and|or|&){SPACE}|/")
_COMMA = re.compile(rf",{SPACE}")
_IN_YEAR = re.compile(
    rf"(?:\A|\n|[.!?:;][\"”’)]*\s)[\"“]?(?:In|During|Throughout){SPACE}(?:early |mid-|late )?\Z"
)
_ATTACK = re.compile(
    rf"(?:,)?{SPACE}(?:{'|'.join(row['word'] for row in rows('dates/guards') if row['role'] == 'attack')})"
)
_SENTENCE = 240  # characters


def resolved(
    atoms: list[Atom], text: str, base: date | None, edtf: Callable[[Atom, str, date | None], str]
) -> list[Atom]:
    """The atoms with what the others say of them; `edtf` gives what an atom means by itself."""
    shown = [atom for atom in atoms if atom.parts.form == "numeric" and atom.parts.day > 12]
    month_first = {not text.startswith(str(atom.parts.day), atom.start) for atom in shown}
    atoms = _with_years_of_lists(atoms, text)
    done: list[Atom] = []
    named = month = None  # the last year named, and the last month or quarter
    for n, atom in enumerate(atoms):
        parts = atom.parts
        if parts.form == EITHER_WAY:
            parts = _one_way(parts, month_first, base)
        elif parts.weekday is not None and not parts.day and not parts.unit:
            parts = _dated_beside(atoms, n, text, month_first, base) or parts
        elif parts.same_year and parts.unit:
            parts = _beside(parts, month, month and edtf(month, text, base)[:4])
        elif parts.same_year:
            year = named or (base.year if base and parts.shift else None)
            parts = parts._replace(year=year and year + parts.shift)
        elif parts.year is None and (parts.month or parts.part) and parts.year_shift is None:
            year = _year_beside(atoms, n, text, base)
            parts = parts._replace(year=year) if year else parts
        named = parts.year or named
        done.append(atom if parts is atom.parts else atom._replace(parts=parts))
        month = done[-1] if parts.month or 33 <= parts.part <= 36 else month
    return done


def _one_way(parts: Parts, month_first: set[bool], base: date | None) -> Parts:
    """How 04/02/2026 is read: as the text's other dates are, else as the day that is near the document's."""
    ways = {
        first: parts._replace(form="numeric", day=day, month=month)
        for first, day, month in ((False, parts.day, parts.month), (True, parts.month, parts.day))
    }
    if len(month_first) != 1 and base:
        away = {first: abs(date(way.year, way.month, way.day) - base) for first, way in ways.items()}
        near = {first for first in away if away[first] < NEAR}
        month_first = near if len(near) == 1 else {first for first in away if away[first] < WEEK}
    return ways[month_first.pop()] if len(month_first) == 1 else parts


def _beside(parts: Parts, named: Atom | None, year: str | None) -> Parts:
    """The month or quarter before or after the one named last, in that `year`; the document's where none was."""
    length, first = (12, 1) if parts.unit == "month" else (4, 33)
    number = named and (named.parts.month if parts.unit == "month" else named.parts.part)
    if not number:
        return parts._replace(same_year=False)
    turns, number = divmod(number - first + parts.shift, length)
    one = {"month": number + 1} if parts.unit == "month" else {"part": number + 33}
    return Parts(parts.form, year=int(year) + turns if year and year.isdigit() else None, **one)


def _with_years_of_lists(atoms: list[Atom], text: str) -> list[Atom]:
    """The year of "January, February and March 2025" or of "Q1 and Q2 2025" is that of all."""
    done = list(atoms)
    listed = False  # whether the atom after the one at hand has its year from the end of a list
    for n in range(len(done) - 2, -1, -1):
        if done[n + 1].start - done[n].end > 12:
            listed = False
            continue
        one, after = done[n].parts, done[n + 1].parts
        between = text[done[n].end : done[n + 1].start]
        joined = _AND.fullmatch(between) or (listed and _COMMA.fullmatch(between))
        bare = one.year is None and one.year_shift is None and one.which is None and not one.unit
        alike = (bool(one.month), bool(one.part), 0) == (bool(after.month), bool(after.part), after.day)
        dated = after.year is not None or after.year_shift is not None
        listed = bool(joined and bare and alike and dated and not one.day and (one.month or one.part))
        if listed:
            turns = (one.month, one.part) > (after.month, after.part)
            year = after.year and after.year - turns
            shift = after.year_shift if after.year_shift is None else after.year_shift - turns
            done[n] = done[n]._replace(parts=one._replace(year=year, year_shift=shift))
    return done


def _dated_beside(
    atoms: list[Atom], n: int, text: str, month_first: set[bool], base: date | None
) -> Parts | None:
    """The day that a weekday is bracketed with: "on Tuesday (Jan 13)", "Jan 13 (Tuesday)"."""
    if n + 1 < len(atoms) and atoms[n + 1].parts.day and text[atoms[n].end : atoms[n + 1].start] == " (":
        day = atoms[n + 1].parts
        day = _one_way(day, month_first, base) if day.form == EITHER_WAY else day
        return None if day.form == EITHER_WAY else day
    bracketed = n and text[atoms[n - 1].end : atoms[n].start] == " (" and text.startswith(")", atoms[n].end)
    day = atoms[n - 1].parts
    return day if bracketed and day.day and not day.to_day and day.form != EITHER_WAY else None


def _year_beside(atoms: list[Atom], n: int, text: str, base: date | None) -> int | None:
    """The year that the sentence of atom n settles for its month or day; None where it names none, or two."""
    parts = atoms[n].parts
    if parts.day and _ATTACK.match(text, atoms[n].end):
        return int(WORDS["attack"].get(f"{parts.month}-{parts.day}", 0)) or None
    year = _year_of_sentence(atoms, n, text, base)
    return year or (_year_of_days(atoms, n, text, base) if parts.day or base is None else None)


def _year_of_sentence(atoms: list[Atom], n: int, text: str, base: date | None) -> int | None:
    """The year that a sentence starts with ("In 2024, they met in May"), if it is over or no other is known."""
    for other in reversed(atoms[max(0, n - 4) : n]):
        if atoms[n].start - other.end > _SENTENCE:
            return None
        year = other.parts.form == "year" and other.parts.year
        if not year or (base and year >= base.year):
            continue
        if _IN_YEAR.search(text, max(0, other.start - 24), other.start):
            return None if _SENTENCE_END.search(text, other.end, atoms[n].start) else year
    return None


def _year_of_days(atoms: list[Atom], n: int, text: str, base: date | None) -> int | None:
    """The year of the one full date in the sentence of atom n.

    Where the document's date is known, only a date in the same list counts, or one long past, for a day that is
    not near: in "the talks
    of Feb. 4 follow a deal of Oct. 20, 2025" the year is there because it is not that of Feb. 4.
    """
    here, years = atoms[n], set()
    near = base is not None and is_near(here.parts, base)
    for other in atoms[max(0, n - 3) : n] + atoms[n + 1 : n + 4]:
        between = text[min(here.end, other.end) : max(here.start, other.start)]
        if len(between) > _SENTENCE:
            continue
        past = base is None or (not near and base.year - (other.parts.year or base.year) > 1)
        listed = past or _LIST.fullmatch(between)
        dated = other.parts.year and (other.parts.day or (base is None and other.parts.month))
        if dated and listed and not _SENTENCE_END.search(between):
            years.add(other.parts.year)
    return years.pop() if len(years) == 1 else None
