"""Numbers whose noun is not after them: "another 20 are interested", "the toll rose to 72", "24 processing"."""

import re

from ..lexicons import either
from ..numbers import WORDS
from .lexicon import BEFORE, KIND, STOPS, plural
from .quantity import Quantity

_GAP = "[ \u00a0\u202f\u2009]"
_OF_THEM = re.compile(rf"{_GAP}of{_GAP}(?:them|these|those|which|whom|us|the|its)\b")
_STANDS_ALONE = re.compile(
    rf"{_GAP}(?:more{_GAP})?(?:are|were|have|had|will|would|could|can|may)\b"
    rf"|{_GAP}more(?=[.,;:)]|{_GAP}\()"
)
_STATE = re.compile(
    rf"{_GAP}(?:dead|injured|wounded|killed|missing|hurt)\b"
)  # "two men died and five injured"
_ADDED = re.compile(
    r"\b(?:another|an additional|a further|an extra|all|the other|the remaining)[ \u00a0\n]$", re.I
)
_AT_LEAST = re.compile(
    r"\b(?:more than|at least|up to|nearly|almost|as many as|no fewer than|fewer than|some|an estimated"
    r"|approximately|roughly)(?: an?| another)?[ \u00a0\n]$",
    re.I,
)
_TOTAL = re.compile(
    r"\b(?:total|number|population|toll|workforce|headcount|membership|staff|crew) of(?: about| nearly| over| some)?"
    r"[ \u00a0\n]$",
    re.I,
)
_SAID = re.compile(r"\b(?:the|these|those)[ \u00a0\n]$", re.I)  # "the two have met": no more than "they"
_STOP = re.compile(r"[.!?](?:[ \u00a0][A-Z“\"]|\n|$)|\n\n")
# "the death toll from the storm rose to 72": what is counted comes before the verb
_TALLIED = (
    r"toll(?! (?:roads?|bridges?|booths?|free))|dead|deaths|casualties|injuries|infections|arrests|fatalities"
    "|headcount|workforce|membership|population|tally"
    r"|numbers? of (?P<of>(?:[a-z]+ ){0,3}?(?:[a-z]+(?<!s)s|people|women|men|children))"
    r"|(?!the|these|those|such|record|phone)(?P<what>[a-z]+) numbers(?! of)"
)
_MOVES = (
    r"ris\w{1,3}|rose|climb\w{0,3}|jump\w{0,3}|increase[sd]?|grow\w{0,2}|grew|f[ae]ll\w{0,3}|dropp?\w{0,3}|up|down"
    r"|soar\w{1,3}|revised|raised|brought"
)
_TOLL = re.compile(
    rf"\b(?:{_TALLIED})\b[^.;:!?\n]{{0,80}}?"
    rf"\b(?:(?:{_MOVES}) (?:by [^;:!?\n]{{1,24}} )?to|st(?:ands|ood) at|reach(?:es|ed)|hits?|now|surpass(?:es|ed)"
    r"|passed|tops|exceed(?:s|ed))"
    r"(?: (?:at least|nearly|about|more than|almost|over|some|around))?[ \n]$",
    re.I,
)
_POPULATION = re.compile(r"\bpopulation(?::| is| was)?(?: about| nearly| over)? $", re.I)
_SENTENCE, _LIST = 160, 70  # characters before a number that may hold its noun, and between two of a list
_RANGE = re.compile(rf" ?[-‐‑–—] ?[0-9]|[- ](?:to|or|and)[- ](?:[0-9]|{WORDS})")  # whose end has the noun
_BACK, _NEAR, _FAR = 4, 50, 160  # quantities and characters back to a noun named before
_LISTED = re.compile(r"[^.:!?\n\d“”\"]{3,}(?:[,;] and|[,;]| and) ")
_ITEM = re.compile(
    rf"{_GAP}(?!(?:{either(STOPS)})(?![\w'’-]))[a-z][\w-]*(?:{_GAP}[a-z][\w-]*){{0,2}}(?:[,;.]|{_GAP}and\b)"
)
# between two numbers that count one noun: "500 soil and 225 rock samples", "10, 15 and 20 mines", "from 167 to 62"
_SHARED = re.compile(
    rf"(?:{_GAP}(?!(?:{either(STOPS)})(?![\w'’-]))[a-z][\w-]{{1,20}}){{0,2}}(?:, ?)?{_GAP}(?:and|or|to){_GAP}"
)


def implied_noun(text: str, number: Quantity) -> str | None:
    """What the number counts as its own words say, without a noun behind it: "the number of people rose to".

    Empty where they name nothing that is counted ("three of them", "the toll rose to"), None where it is no count.
    """
    if _figure_alone(number):
        return None
    before = number.before
    if _OF_THEM.match(text, number.end):
        return None if _SAID.search(before) else ""
    last = before.rsplit(None, 1)[-1:]  # looked up before the expressions are tried: most numbers have none
    if not last or last[0].lower().lstrip("([“‘\"'—") not in BEFORE:
        return None
    if _TOTAL.search(before) or _POPULATION.search(before):
        return ""
    tally = _TOLL.search(text, max(0, number.start - _SENTENCE), number.start)
    return (tally["of"] or tally["what"] or "").rpartition(" ")[2].lower() if tally else None


def _figure_alone(number: Quantity) -> bool:
    """Is the number one that no sentence leaves without its noun: "one", "4K", "3.10"?"""
    if (number.coefficient == 1 and number.scale == 1) or len(number.suffix) == 1:
        return True
    return "." in number.digits and number.scale == 1


def noun_before(text: str, found: list[Quantity], number: Quantity) -> str:
    """What `number` counts where its sentence named it before: "11 countries, and another 20 are interested"."""
    if _figure_alone(number) or not _refers(text, number) or _RANGE.match(text, number.end):
        return ""
    far = _NEAR if _STATE.match(text, number.end) else _FAR
    for quantity in reversed(found[-_BACK:]):
        if number.start - quantity.end > far or _STOP.search(text, quantity.end, number.start):
            return ""
        if quantity.kind == "count" and plural(quantity.unit):
            return quantity.unit
    return ""


def _refers(text: str, number: Quantity) -> bool:
    """May a noun be left out around the number, since it was named?"""
    before = number.before
    after = _STANDS_ALONE.match(text, number.end) or _STATE.match(text, number.end)
    if number.scale >= 1_000_000 or after:
        return not _SAID.search(before)
    last = before.rsplit(None, 1)[-1:]
    if not last or last[0].lower().lstrip("([“‘\"'—") not in BEFORE:
        return False
    return any(known.search(before) for known in (_ADDED, _AT_LEAST))


def elided(text: str, last: Quantity, number: Quantity) -> bool:
    """Does a list leave out what `number` counts, since it was named before? "25 mining projects, 24 processing"."""
    if last.kind != "count" or not plural(last.unit) or number.scale > 1:
        return False
    if not (text[number.start - 1] == " " and _ITEM.match(text, number.end)):
        return False
    between = number.start - last.end <= _LIST and _LISTED.fullmatch(text, last.end, number.start)
    return bool(between) and number.coefficient != 1


def shared(text: str, last: Quantity, number: Quantity) -> bool:
    """Does `last`, without a noun, count what `number` after it counts? "500 soil and 225 rock samples"."""
    if (
        not plural(number.unit)
        or last.scale > number.scale
        or (last.before.endswith(", ") and last.before[-3:-2].isalpha())
    ):
        return False
    if "." in last.digits and KIND.get(number.unit) != "measure":
        return False  # "for Python 3.9 and 3.10 programs"
    return bool(_SHARED.fullmatch(text, last.end, number.start)) and last.coefficient != 1
