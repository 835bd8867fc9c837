"""What the words in a role of a date's form say, as fields of its parts: `SAYS`."""

from ..numbers import parse
from .forms import MONTHS, WEEKDAYS, WORDS


def value(role: str, said: str) -> int:
    return int(WORDS[role][" ".join(said.lower().split())])


def _number(said: str) -> int:
    """Of an ordinal in figures: 3rd, 28 th, 4<sup>th</sup>."""
    return int(said[:2]) if said[:2].isdigit() else int(said[0])


SAYS = {
    "month": lambda said: {"month": int(MONTHS[said.lower().rstrip(".")])},
    "end_month": lambda said: {"to_month": int(MONTHS[said.lower().rstrip(".")])},
    "month_end": lambda said: {"part": 32 + int(MONTHS[said.lower()]) // 3},
    "half_end": lambda said: {"part": 39 + int(MONTHS[said.lower()]) // 6},
    "weekday": lambda said: {"weekday": int(WEEKDAYS[said.lower().rstrip(".")])},
    "day": lambda said: {"day": _number(said)},
    "to_day": lambda said: {"to_day": _number(said)},
    "yy": lambda said: {"year": 2000 + int(said)},
    "year_word": lambda said: {"year_shift": value("which", said)},
    "year_in_words": lambda said: {"year": parse(" ".join(said.split())) or 0},
    "same_year": lambda said: {"same_year": True},
    "decade": lambda said: {"decade": said},
    "short_decade": lambda said: {"decade": f"19{said}"},
    "last_quarter": lambda said: {"part": 36},
    "day_in_words": lambda said: {"day": value("day_in_words", said)},
    "coming": lambda said: {"which": 1},
    "week": lambda said: {"unit": "week"},
    "beside": lambda said: {"same_year": True, "shift": value("beside", said)},
    "quarter": lambda said: {"part": 32 + int(said)},
    "half": lambda said: {"part": 39 + int(said)},
    "half_ordinal": lambda said: {"part": 39 + value("ordinal", said)},
    "ordinal": lambda said: {"part": 32 + value("ordinal", said)},
    "number": lambda said: {"to_month": parse(said) or 0},
    "days": lambda said: {"day": 1, "to_day": parse(said) or 0},
    "quarters": lambda said: {"to_month": 3 * parse(said)},
    "month_unit": lambda said: {"unit": "month"},
    "day_word": lambda said: {"unit": "day", "shift": value("day_word", said)},
    "season": lambda said: {"part": value("season", said)},
    "which": lambda said: {"which": value("which", said)},
    "unit": lambda said: {"unit": said.lower()},
    "fiscal_unit": lambda said: {"unit": "fiscal"},
}


_FIGURES = {  # what a number in figures says, by the role that it is written in
    "year": ("year_digits", "from_year", "century_year", "glued_year"),
    "month": ("month_digits", "month_zero", "two"),
    "day": ("day_digits", "day_zero", "one"),
    "to_year": ("to_year", "split_year"),
}
SAYS |= {
    role: (lambda said, name=name: {name: int(said)}) for name, roles in _FIGURES.items() for role in roles
}
_ALIKE = {
    "dotted_month": "month",
    "day_ordinal": "day",
    "coming_unit": "unit",
    "beside_unit": "unit",
    "short_year": "yy",
}
SAYS |= {role: SAYS[like] for role, like in _ALIKE.items()}
