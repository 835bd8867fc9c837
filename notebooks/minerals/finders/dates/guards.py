"""Whether words that have a date's form are one: "may" the verb, USA Today and 2000 tonnes are not.

A guard sees the words and what is before and after them. The words that it asks for are listed in
`guards.csv`, a role for each of its questions.
"""

import re

from ..lexicons import rows
from .forms import MONTHS
from .forms import WORDS as DATE_WORDS

WORDS: dict[str, set[str]] = {}
for _row in rows("dates/guards"):
    WORDS.setdefault(_row["role"], set()).add(_row["word"])

_REACH = 40  # characters to either side that a guard may look at
_OPENING, _AFTER_WORD = "'\"“‘(", " \u00a0\n-"
_NEXT_WORD = re.compile(r"[ \u00a0\n]([\w-]+)")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;\n•|>–—-])[\s\"“”'‘’(*_]*\Z")
_MONTH = f"(?:{'|'.join(name.capitalize() for name in MONTHS)})"
_MONTH_BEFORE = re.compile(rf"{_MONTH}(?:, | and | or |, and |/| ?[-–] ?| to )\Z")
_MONTH_AFTER = re.compile(rf"(?:, | and | or |/| ?[-–] ?| to | through ){_MONTH}\b")
_SHORT = {name.capitalize() for name in DATE_WORDS["month_short"]}
_OTHER_DAY = re.compile(r"\bday (?:before|after) \Z")
_NUMBERS = re.compile(r"\d[ \u00a0]\Z")
_YEARS = re.compile(r"(?:\A|[^\d \u00a0])[ \u00a0]?(?:(?:19|20)\d\d[ \u00a0])+\Z")
_HOURS = re.compile(r"(?<![Ff]rom )\b\w+day ?(?:to|-|–|through) ?\||\| ?(?:to|-|–|through) ?\w+day\b")
_OWNS_NAME = re.compile(r"['’]s [A-Z]")
# "than May's", "May's 3% rise": the month's, where no Mrs May comes before
_OWN_FIGURE = re.compile(
    r"\b(?:than|versus|vs\.?|against)[ \n]\||(?:\A|\n|[,;:(] ?|\b[a-z]+[.,;:]?[ \n])\|['’]s[ \n][$€£0-9a-z]"
)
_HAS_YEAR = re.compile(r"\d{4}|year")
_NO_QUARTER_AFTER = re.compile(r" of\b|-[a-z]")
_LINE_START = re.compile(r"(?:\A|\n)[\s*_#>(\[•–-]*\Z")
_ENDS = "[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Cc]lose|[Rr]est|[Rr]emainder"
UNIT_EXTENSION = re.compile(rf"(?<!\w)(?:(?:{_ENDS})[ \n]of|(?:[Ee]arlier|[Ll]ater)[ \n]in)[ \n]\Z")
_TO_NOW = re.compile("-(?:present|today|now|date)")
_STREET = re.compile(rf"[ ](?:[A-Z0-9][\w.]*[ ]){{1,3}}(?:{'|'.join(WORDS['street'])})\b")


def is_date(form: str, text: str, start: int, end: int) -> bool:
    """Whether text[start:end], which has the form, is a date there."""
    guard = _GUARDS.get(form)
    if not guard:
        return True
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return guard(text[start:end], before, after)


def _previous(before: str) -> str:
    """The word before, with only a space, a hyphen or an opening mark between; else ""."""
    rest = before.rstrip(_OPENING)
    if rest[-1:] in _AFTER_WORD and (words := rest[:-1].rsplit(None, 1)):
        word = words[-1].lstrip(_OPENING)
        return word if word[-1:].isalnum() else ""
    return ""


def _following(after: str) -> str:
    found = _NEXT_WORD.match(after)
    return found[1] if found else ""


def _month(word: str, before: str, after: str) -> bool:
    """A month's name by itself. March and May need a preposition, an owner ("its March sales") or another month
    next to them; April, June and August may be people; short forms need a preposition or a month."""
    previous, following = _previous(before), _following(after)
    owned = previous.lower() in WORDS["month owner"] or previous.endswith(("'s", "’s"))
    capital_follows = following[:1].isupper()
    if (word == "May" and following == "Day") or previous.lower() in WORDS["no month before"]:
        return False
    if word.rstrip(".").capitalize() in _SHORT and (
        re.match("-[a-z]", after) or following in WORDS["no short month before"]
    ):
        return False  # Mar-a-Lago, Jan van Eyck
    if previous.lower() in WORDS["month cue"]:
        person = word in WORDS["month that is a name"] and capital_follows
        return not (person and previous.lower() in WORDS["person cue"])
    if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after):
        return True
    if after[:2] in ("'s", "’s") and not capital_follows and _OWN_FIGURE.search(f"{before}|{after}"):
        return True
    if word.capitalize() in WORDS["month that is a word"]:
        return owned and following.islower() and following not in WORDS["no month after"]
    if word in WORDS["month that is a name"]:
        owns = after[:2] in ("'s", "’s")
        return not capital_follows and (owned or owns or previous[:1].islower())
    return word.lower() in DATE_WORDS["month"]


def _weekday(word: str, before: str, after: str) -> bool:
    """A weekday by itself, in full; not every one of them, nor a part of a feast's or paper's name."""
    previous, following = _previous(before).lower(), _following(after)
    around = f"{before[-20:]}|{after}"
    if "day" in around and _HOURS.search(around) and previous != "from":
        return False
    anaphoric = previous == "the" and following in WORDS["part of day"]
    if before.endswith(" One "):  # Air Force One Tuesday
        previous = ""
    if previous == "a" and following in WORDS["after a weekday"]:  # a Saturday meeting
        return True
    return len(word) > 5 and not (
        anaphoric or previous in WORDS["no weekday before"] or following in WORDS["no weekday after"]
    )


def _day_word(word: str, before: str, after: str) -> bool:
    """Today and the like: with a capital only where a sentence starts, and no name's part."""
    if _OTHER_DAY.search(before) or _following(after) in WORDS["no day word after"]:
        return False
    if word[0].islower():
        return True
    dated = before[-2:-1].isdigit() and after[:2] == ", "  # Brussels, 4 February 2026 Today, the Commission
    return not (word.isupper() or _OWNS_NAME.match(after)) and bool(dated or _SENTENCE_START.search(before))


def _relative(word: str, before: str, after: str) -> bool:
    """This, last, next of a unit or name: "the last year" is a span of time, "last week of May" is May's.

    In capitals both at a headline's end: "Rates Fall Again This Week", but "This Week" by itself is a label.
    """
    unit = word.split()[-1]
    if unit[0].isupper() and unit.lower() in DATE_WORDS["unit"]:
        return word[0].isupper() and before[-1:] == " " and not (after[:1] == " " and _following(after))
    if word.lower().startswith("this"):
        return True
    return _following(after) != "of" and _previous(before).lower() not in WORDS["owner of a span"]


def _year(word: str, before: str, after: str) -> bool:
    """Four digits that are a year: no count, no code, no street number, no part of a web address. One before
    1900 or at the turn of a century needs a preposition or brackets."""
    following = _following(after)
    bracketed = before[-1:] == "("
    cue = _previous(before).lower() in WORDS["year cue"] or bracketed
    glued = (before[-1:] == "-" and not cue) or (before[-1:] in (".", "(") and before[-2:-1].isalnum())
    if glued or _numbered(before) or (_NUMBERS.search(before) and not _YEARS.search(before)):
        return False
    if (after[:1] == "-" and after[1:2].isalnum() and not _TO_NOW.match(after)) or _STREET.match(after):
        return False
    if following in WORDS["count"] or following in WORDS["hour"]:
        return False
    return cue or ("1900" <= word < "2100" and not word.endswith("00"))


def _numbered(before: str) -> bool:
    """Whether a thing that has numbers comes before: Vision 2030, page 2025, ext. 2025."""
    word = _previous(before.replace(". ", " ")).lower()
    return word in WORDS["no year before"] or word in WORDS["number of a thing"]


def _day(word: str, before: str, after: str) -> bool:
    """A month and a day: "in June 20 million tonnes" has none, nor has "Rule 5 May"."""
    counts = _following(after) in WORDS["count"]
    return bool(_HAS_YEAR.search(word)) or not (
        counts or _previous(before).lower() in WORDS["number of a thing"]
    )


def _season(word: str, before: str, after: str) -> bool:
    """Prices that fall next year name no season."""
    season = word.split()[0].rstrip(",")
    dated = word[-1].isdigit() and " of " not in word
    return (
        dated
        or season.lower() not in WORDS["season that is a word"]
        or _previous(before).lower() in WORDS["season cue"]
    )


def _quarter(word: str, before: str, after: str) -> bool:
    """The first quarter of a game or century, and question 1, are no quarters of a year."""
    question = word[0] == "Q" and after[:1] in tuple(":.)") and _LINE_START.search(before)
    return bool(_HAS_YEAR.search(word)) or not (question or _NO_QUARTER_AFTER.match(after))


def _end_of_unit(word: str, before: str, after: str) -> bool:
    return bool(UNIT_EXTENSION.search(before)) and not re.match(" of|-", after)


def _address(word: str, before: str, after: str) -> bool:
    glued = before[-1:] == "-" and _previous(before).lower() not in WORDS["year cue"]
    return not glued and not _numbered(before) and not re.match(r"[-/_]\w|\.[a-z]{2,4}\b", after)


_GUARDS = {
    "month": _month,
    "weekday": _weekday,
    "day word": _day_word,
    "relative unit": _relative,
    "relative weekday": _relative,
    "relative month": _relative,
    "relative season": _relative,
    "relative fiscal year": _relative,
    "year": _year,
    "years": lambda word, before, after: (
        _address(word, before, after) and _following(after) not in WORDS["hour"]
    ),
    "year and month": _address,
    "year month day": _address,
    "decade": lambda word, before, after: _address(word, before, ""),
    "compact day": _address,
    "day of a month": lambda word, before, after: before.lower().endswith("on the "),
    "numeric": lambda word, before, after: not before.endswith("-"),
    "month and year": lambda word, before, after: not _numbered(before) and not re.match("-[0-9]", after),
    "dotted day": lambda word, before, after: word[0] == "0" or not _LINE_START.search(before),
    "year first": _address,
    "month day": _day,
    "day month": _day,
    "season": _season,
    "day in words": lambda word, before, after: _previous(before).lower() not in WORDS["fraction of"],
    "end of a unit": _end_of_unit,
    "quarter": _quarter,
    "quarter by its last month": lambda word, before, after: before[-1:] not in "-–" or not before,
    "half by its last month": lambda word, before, after: before[-1:] not in "-–" or not before,
    "half alone": lambda word, before, after: _previous(before).lower() in WORDS["half cue"],
    "numbered quarter": _quarter,
    "half": _quarter,
    "weekend": lambda word, before, after: _previous(before).lower() in ("the", "over"),
}
