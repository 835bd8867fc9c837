"""How English writes dates: `forms.csv` over the words of `words.csv`, compiled.

`FORMS` holds, by the word that a form starts with, its name and regular expression, in the order of the
table; numbers have theirs under "[year]" (four digits) and "[number]". `WORD` and `CAPITAL` match those words,
and a form may start there if `MAY_START` matches.
"""

import re
from typing import NamedTuple

from ..lexicons import branches, either, rows
from ..numbers import parse

WORDS: dict[str, dict[str, str]] = {}
for _row in rows("dates/words"):
    WORDS.setdefault(_row["role"], {})[_row["word"].lower()] = _row["value"]
MONTHS = WORDS["month"] | WORDS["month_short"]
WEEKDAYS = WORDS["weekday"] | WORDS["weekday_short"]


def _names(role: str) -> str:
    """The names in a role: with a capital, or in capitals throughout."""
    return either([word.capitalize() for word in WORDS[role]] + [word.upper() for word in WORDS[role]])


# also a no-break space as markup writes it, and a line break with the next line's indentation
SPACE = "(?:[ \u00a0\u202f\t]{1,3}(?:\r?\n[ \t]{0,8})?|\r?\n[ \t]{0,8}|&nbsp;)"
_TO = f"(?:{SPACE}?[-–—/]{SPACE}?|{SPACE}(?:to|and|&|through|until){SPACE}(?:the{SPACE})?)"
_TH = "(?:[ ]?(?:<sup>)?(?:st|nd|rd|th)(?:</sup>)?)"
_YEAR = r"(?:1[5-9][0-9]{2}|20[0-9]{2}|2100)(?!\w|%|[.,:/][0-9])"
_DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]){_TH}?(?!\w|%|[.:][0-9]|,[0-9]{{1,3}}\b)"
_DAY_WORDS = {*WORDS["day_word"], *(word.capitalize() for word in WORDS["day_word"])}
_ROLES = {
    "month": rf"{_names('month')}|{_names('month_short')}\b\.?",
    "end_month": rf"{_names('month')}|{_names('month_short')}\b\.?",
    "dotted_month": rf"(?:{_names('month_short')})[.]",
    "month_end": "March|June|September|December",
    "half_end": "June|December",
    "month_digits": "1[0-2]|0?[1-9]",
    "month_zero": "0[1-9]|1[0-2]",
    "day_ordinal": "(?:3[01]|[12]?[0-9])(?:st|nd|rd|th)",
    "day_zero": "0[1-9]|[12][0-9]|3[01]",
    "year_in_words": "two thousand(?: and)? (?:(?:twenty|thirty)(?:-[a-z]+)?|ten|eleven|twelve|[a-z]+teen)",
    "century_year": "(?:19|20)[0-9]{2}",
    "weekday": rf"{_names('weekday')}|{_names('weekday_short')}\b\.?",
    "day": _DAY,
    "to_day": _DAY,
    "day_digits": "3[01]|[12][0-9]|0?[1-9]",
    "to": _TO,
    "one": "[0-3]?[0-9]",
    "two": "[0-3]?[0-9]",
    "yy": "[0-9]{2}",
    "short_year": "(?:1[5-9]|2[0-9]|3[0-5])(?!\\w|[/.,][0-9])",
    "week": "week\\b(?!-[a-z])",
    "year_digits": _YEAR,
    "glued_year": "(?:19|20)[0-9]{2}(?=[A-Z][a-z]|[a-z]{3})",  # by a lost line break: "August 17, 2025The"
    "same_year": f"(?:that|the{SPACE}same){SPACE}year",
    "from_year": "1[5-9][0-9]{2}|20[0-9]{2}",
    "year_word": either(WORDS["which"]),
    "to_year": r"(?:[12][0-9]{3}|[0-9]{2})(?!\w|[-–/.,][0-9])",
    "split_year": r"[0-9]{2}(?!\w|[-–/.,][0-9])",
    "decade": "1[5-9][0-9]|20[0-9]",
    "short_decade": "[3-9]",
    "quarter": "[1-4]",
    "last_quarter": "[Ll]ast|[Ff]inal|[Cc]losing",
    "half": "[12]",
    "half_ordinal": "[Ff]irst|[Ss]econd|1st|2nd",
    "number": "[a-z]+|[0-9]{1,2}",
    "days": "[a-z]+|[0-9]{1,2}",
    "quarters": "two|three|2|3",
    "month_unit": "month\\b(?!-[a-z])",
    "ordinal": either(WORDS["ordinal"].keys() | {word.upper() for word in WORDS["ordinal"]}, capitals=True),
    "day_in_words": either(WORDS["day_in_words"], capitals=True) + r"\b",
    "coming": "[Cc]oming",
    "coming_unit": "(?:week|weekend|month|quarter|year)\\b(?!-[a-z])",
    "beside": either(WORDS["beside"], capitals=True),
    "beside_unit": "month|quarter",
    "day_word": either(_DAY_WORDS | {word.upper() for word in _DAY_WORDS}),
    "season": either(WORDS["season"], capitals=True),
    "which": either(WORDS["which"], capitals=True),
    "unit": either(WORDS["unit"], capitals=True) + r"\b(?!-[a-z])",
    "fiscal_unit": either(WORDS["fiscal_unit"]),
}
_PHRASES = {
    "year": "{year_digits}|{year_word} year|{same_year}",
    "whole_year": "{year_digits}|{year_word} year|the year|{fiscal}['’]?({year_digits}|{yy})",
    "fiscal": "(FY|CY)[ -]?|[Ff]iscal ([Yy]ear )?",
}


def _source(pattern: str) -> str:
    """The regular expression of a form: a role in braces becomes a group, numbered to be unique."""
    count = iter(range(99))

    def grown(text: str) -> str:
        return re.sub(r"\[[^\]]*\]|,\? | |\{([a-z_]+)\}", piece, text)

    def piece(found: re.Match) -> str:
        role = found[1]
        if role in _PHRASES:
            return f"(?:{grown(_PHRASES[role])})"
        if role:
            return f"(?P<{role}_{next(count)}>{_ROLES[role]})"
        return {" ": SPACE, ",? ": f"(?:,{SPACE}?|{SPACE})"}.get(found[0], found[0])

    return rf"(?:{grown(pattern)})(?:(?!\w)|(?=T[0-9])|(?<=[0-9]{{4}})(?=[A-Z][a-z]|[a-z]{{3}}))"


def _starts(role: str) -> list[str]:
    """The words that a form may start with: those of a role, or the ones that the table lists."""
    return [*WORDS[role], *WORDS.get(f"{role}_short", ())] if role in WORDS else role.lower().split("|")


# (after a line break written out too, as in the strings of JSON)
MAY_START = re.compile(
    r"(?:(?<!\w)|(?<=\\[nrt]))(?<![$€£¥#=&_+])(?<!=[\"'])(?!(?<=[0-9][.,:-])[0-9])(?!(?<=/)[0-9a-z])"
)


def _fields(given: str) -> dict[str, int | str]:
    """What a row says of every date in its form: "month=12;day=25"."""
    pairs = (pair.partition("=") for pair in given.split(";") if pair)
    return {name: int(value) if value.lstrip("-").isdigit() else value for name, _, value in pairs}


class Form(NamedTuple):
    """A row of `forms.csv`: its name, regular expression and what it says by itself."""

    name: str
    pattern: re.Pattern
    fields: dict[str, int | str]


FORMS: dict[str, list[Form]] = {}
for _row in rows("dates/forms"):
    _form = Form(_row["form"], re.compile(_source(_row["pattern"])), _fields(_row["fields"]))
    for _word in _starts(_row["starts"]):
        FORMS.setdefault(_word, []).append(_form)
# "This" and "last" seldom start a date: one expression says so for all their forms at once.
MAY_FIT = {
    word: re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", form.pattern.pattern) for form in FORMS[word]))
    for word in WORDS["which"].keys() & FORMS.keys()
}

# A number starts a date where a month follows, or where it is a year itself. Two expressions, as each
# then skips quickly to the few characters that it starts with: the space before a word, capitals and digits.
_TAIL = (
    r"(?:[0-9]{3}(?:[0-9]{4}(?=T[0-9]))?(?![0-9])|[0-9]{7}(?![0-9])|[QH]"
    r"|[0-9]?(?:[ ]?[-/.][ ]?|\\/)[0-9]{1,2}(?:[ ]?[-/.][ ]?|\\/)[12][0-9]{3}"
    r"|[0-9]?/[0-9]{1,2}/[0-9]{2}(?![0-9])|[0-9][.][01][0-9][.][0-9]{2}(?![0-9])|[0-9]/20[0-9]{2}"
    rf"|[0-9]?{_TH}?(?:{_TO}[0-9]{{1,2}}{_TH}?)?(?:[.]?{SPACE}(?:day{SPACE})?(?:of{SPACE})?|[-/])(?=[A-Z][a-zA-Z]))"
)
# They start no word; but a lost space may stand before them ("Published18 June"), or a line break written out.
# An ordinal by itself is one of a month in "on the 7th, they met".
_NUMBER = (
    rf"[0-9](?:(?:(?<!\w[0-9])|(?<=\\[nrt][0-9])|(?<=[a-z][a-z][a-z][0-9])){_TAIL}"
    r"|(?<=[oO]n the [0-9])[0-9]?(?:st|nd|rd|th)(?=[,.;:)]| that | and | as ))"
)
_CODED = {"q", "h", "fy", "cy"}  # in capitals only, and before a number
_WORDS = (FORMS.keys() | WORDS["away"].keys()) - {"[year]", "[number]"} - _CODED
# The words that another one starts with: where "last night" is no date, "last" may start one.
_SHORTER = {
    word: [other for other in _WORDS if re.fullmatch(rf"{re.escape(other)}\W.*", word)]
    for word in _WORDS
    if not word.isalpha()
}
SHORTER = {word: sorted(others, key=len, reverse=True) for word, others in _SHORTER.items() if others}
LOWER = _WORDS - MONTHS.keys() - WEEKDAYS.keys()
UPPER = {word.upper() for word in _WORDS} | {word.capitalize() for word in _WORDS}
CODES = [f"{code.upper()}(?=[ '’-]?[0-9])" for code in sorted(_CODED)]
WORD = re.compile(rf"(?:{branches(LOWER)})\b")
CAPITAL = re.compile("|".join([_NUMBER, branches(UPPER), *CODES]))


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
