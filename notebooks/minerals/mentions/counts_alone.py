"""Numbers whose noun is not after them: "another 20 are interested", "the toll rose to 72", "24 processing"."""

import re

from .amounts import Quantity
from .forms import either
from .nouns import BEFORE, STOPS, plural

_GAP = "[ \u00a0\u202f\u2009]"
_STANDS_ALONE = re.compile(
    rf"{_GAP}(?:more{_GAP})?(?:are|were|have|had|will|would|could|can|may)\b"
    rf"|{_GAP}of{_GAP}(?:them|these|those|which|whom|us|the|its)\b"
    rf"|{_GAP}more(?=[.,;:)]|{_GAP}\()"
    rf"|{_GAP}(?:dead|injured|wounded|killed|missing|hurt)\b"
)
_ADDED = re.compile(
    r"\b(?:another|an additional|a further|an extra|all|the other|the remaining)[ \u00a0\n]$", re.I
)
_AT_LEAST = re.compile(
    r"\b(?:more than|at least|up to|nearly|almost|as many as|no fewer than|fewer than|some|an estimated|approximately"
    r"|roughly|(?:total|number|population|toll|workforce|headcount|membership|staff|crew) of)(?: an?| another)?[ \u00a0\n]$",
    re.I,
)
_HURT = re.compile(r"\b(?:kill|injur|wound)(?:s|e|es|ed|ing)?[ \n]$", re.I)  # "which killed 12"
_SAID = re.compile(r"\b(?:the|these|those)[ \u00a0\n]$", re.I)  # "the two have met": no more than "they"
# "the death toll from the storm rose to 72": what the number is of stands before the verb
_TALLIED = (
    r"toll(?! (?:roads?|bridges?|booths?|free))|dead|deaths|casualties|injuries|infections|arrests|fatalities"
    "|headcount|workforce|membership|population|tally"
    "|number of (?:[a-z]+ ){0,3}?[a-z]+s"
)
_MOVES = (
    r"ris\w{1,3}|rose|climb\w{1,3}|jump\w{1,3}|increase[sd]?|grow\w{0,2}|grew|f[ae]ll\w{0,3}|dropp?\w{0,3}|up|down"
    r"|soar\w{1,3}|revised|raised|brought"
)
_TOLL = re.compile(
    rf"\b(?:{_TALLIED})\b[^.;:!?\n]{{0,80}}?"
    rf"\b(?:(?:{_MOVES}) to|st(?:ands|ood) at|reach(?:es|ed)|hits?|now|surpass(?:es|ed)|passed|tops|exceed(?:s|ed))"
    r"(?: (?:at least|nearly|about|more than|almost|over|some|around))?[ \n]$",
    re.I,
)
_POPULATION = re.compile(r"\bpopulation(?::| is| was)?(?: about| nearly| over)? $", re.I)
_SENTENCE, _LIST = 140, 70  # characters before a number that may hold its noun, and between two of a list
_LISTED = re.compile(r"[^.:!?\n\d“”\"]{3,}(?:[,;] and|[,;]| and) ")
_ITEM = re.compile(
    rf"{_GAP}(?!(?:{either(STOPS)})(?![\w'’-]))[a-z][\w-]*(?:{_GAP}[a-z][\w-]*){{0,2}}(?:[,;.]|{_GAP}and\b)"
)
# between two numbers that count one noun: "500 soil and 225 rock samples", "10, 15 and 20 mines"
_SHARED = re.compile(
    rf"(?:{_GAP}(?!(?:{either(STOPS)})(?![\w'’-]))[a-z][\w-]{{1,20}}){{0,2}}(?:, ?)?{_GAP}(?:and|or){_GAP}"
)


def alone(text: str, number: Quantity) -> bool:
    """Does the sentence show that a number without a noun counts something?"""
    if (number.coefficient == 1 and number.scale == 1) or len(number.suffix) == 1:
        return False  # "one", "4K"
    if "." in number.digits and number.scale == 1:
        return False  # "3.10 is supported"
    before = number.before
    if number.scale >= 1_000_000 or _STANDS_ALONE.match(text, number.end):
        return not _SAID.search(before)
    last = before.rsplit(None, 1)[-1:]  # looked up before the expressions are tried: most numbers have none
    if not last or last[0].lower().lstrip("([“‘\"'—") not in BEFORE:
        return False
    for known in (_ADDED, _AT_LEAST, _POPULATION, _HURT):
        if known.search(before):
            return True
    return bool(_TOLL.search(text, max(0, number.start - _SENTENCE), number.start))


def elided(text: str, last: Quantity, number: Quantity) -> bool:
    """Does a list leave out what `number` counts, since it was said before? "25 mining projects, 24 processing"."""
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
    return bool(_SHARED.fullmatch(text, last.end, number.start)) and last.coefficient != 1
