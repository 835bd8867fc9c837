"""The numbers of a text, each with the characters right before it: what all quantities are read from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..lexicons import either, rows
from ..numbers import DIGITS, GLYPHS, LONGEST, SCALE, SUFFIX, WORDS, decimal, parse, plain
from .lexicon import SLASHED, SYMBOL

DASHES = ("-", "\u2010", "\u2011", "–")
REACH = 40  # how far before a number its sign, its modifier or what else decides on it may begin


@dataclass(slots=True)
class Quantity:
    """A number, and what it turns out to count. `kind` is empty while it counts nothing.

    `start` and `end` grow with the words of the mention. `coefficient` is the number before its scale.
    """

    start: int
    end: int
    coefficient: float
    scale: float
    digits: str = ""  # as written, empty for number words
    suffix: str = ""  # a scale of one or two letters, which may be a unit instead: the m of "5m"
    before: str = ""
    kind: str = ""
    low: float = 0
    high: float = 0
    unit: str = ""
    currency: str = ""
    form: str = ""  # the sign or noun of its currency
    choices: tuple[str, ...] = ()  # the currencies that this may mean
    modifier: str = ""
    head: int = 0  # where the noun that it counts ends

    @property
    def glued(self) -> bool:
        """Is it the second half of something hyphenated, a range or a name?"""
        return self.before[-1:] in DASHES and self.before[-2:-1].isalnum()


_VAGUE = ("several ", "few ", "many ", "couple ", "couple of ", "multiple ")  # hundred, million
_GLYPHS = "".join(GLYPHS)
_NUMBER = re.compile(
    rf"(?<!\w)(?P<fraction>[{_GLYPHS}]|[1-9]/[2-9](?= (?:of|majority)\b))"
    rf"|(?=[0-9])(?<![0-9])(?P<digits>{DIGITS})(?P<glyph>[{_GLYPHS}])?"
    rf"(?:(?P<scale>{SCALE})|(?P<suffix>{SUFFIX}))?"
    rf"|(?<!\w)(?P<words>{WORDS})"
)

# Currency signs that end in a point: "Rs.500" is no decimal.
_POINTED = re.compile(
    rf"(?<!\w){either(f for row in rows('quantities/currencies') for f in row['signs'].split(';') if f[-1:] == '.')}$"
)
_MODIFIERS = rows("quantities/modifiers")
_BEFORE = re.compile(
    rf"(?<![\w-])({either((r['words'] for r in _MODIFIERS if r['place'] == 'before'), True)})"
    rf"[ \u00a0\n]?(?:(?<=[\s\u00a0])(?:an?|the|another)[ \u00a0\n])?\\*$"
)
# Looked up before the expression is tried: most numbers have no modifier.
_LAST_WORDS = {row["words"].rpartition(" ")[2] for row in _MODIFIERS}
_LAST_TWO = tuple({" ".join(row["words"].split()[-2:]) for row in _MODIFIERS})
_ARTICLES = {"a", "an", "the", "another"}
_OPENING = "([{“‘\"'—–*_"
_ADDS = re.compile(
    r"\b(?:add(?:s|ed|ing)?|amount(?:s|ed|ing)?|tot(?:s|ted)|totals|liv(?:e|es|ed|ing)) $", re.I
)
_MARKUP = re.compile(r"[^\s\u00a0(]>\s?$")  # the end of a tag is no "more than"
_AFTER = re.compile(
    rf"[ \u00a0]?({either(r['words'] for r in _MODIFIERS if r['place'] == 'after')})(?![\w%])"
)


_AGAIN = re.compile(rf"[ \u00a0\n]\((?P<again>{WORDS}|(?:{DIGITS})(?:{SCALE})?)\)(?P<scale>{SCALE})?")


def numbers(text: str, starts: Iterable[int]) -> Iterator[Quantity]:
    """Every written number of `text` that may be a quantity, in order; it may start only at one of `starts`."""
    past = 0
    for start in starts:
        match = _NUMBER.match(text, start) if start >= past else None
        if not match:
            continue
        past = end = match.end()
        before = text[max(0, start - REACH) : start]
        fraction, digits, glyph, scale, suffix, words = match.groups()
        if _part_of_something(before, text, end, digits) or (words and before.endswith(_VAGUE)):
            continue
        if words:
            value, factor = _words(words)
        elif fraction:
            value, factor = _fraction(fraction), 1
        elif len(digits) > LONGEST or (scale and len(scale) > REACH):
            continue
        else:
            value = int(digits) if digits.isdigit() else plain(decimal(digits))
            value += parse(glyph) if glyph else 0
            factor = parse(scale or suffix) if scale or suffix else 1
        if value is None:
            continue
        if text.startswith("(", end + 1) and not suffix:
            end, factor = _said_again(text, end, value, factor)
            past = end
        yield Quantity(start, end, value, factor, digits or "", suffix or "", before)


def _words(words: str) -> tuple[float | None, float]:
    """Number words as a coefficient and a scale, which a range may share: "two to three million"."""
    first, _, last = words.replace("-", " ").rpartition(" ")
    scale = parse(last)
    whole = first.endswith((" a", " an", "alf", "uarter")) or " of" in first  # "half a million"
    if first and scale and scale >= 1000 and not whole:
        return parse(first), scale
    return parse(words), 1


def _said_again(text: str, end: int, value: float, factor: float) -> tuple[int, float]:
    """The end and the scale of a number that figures or words in brackets repeat: "sixty-one (61) million"."""
    again = _AGAIN.match(text, end)
    if not again or parse(again["again"]) not in (value, times(value, factor)):
        return end, factor
    if again["scale"] and factor > 1:
        return end, factor
    return again.end(), parse(again["scale"]) if again["scale"] else factor


def _fraction(figures: str) -> float:
    """What "½" or "2/3" is worth."""
    above, below = GLYPHS.get(figures) or map(int, figures.split("/"))
    return above / below


def _part_of_something(before: str, text: str, end: int, digits: str | None) -> bool:
    """Is the number a piece of a version, a clock time, a web address, a fraction of figures?"""
    last = before[-1:]
    if last and last in "/#@=_&?" and before[-2:] not in (">=", "<="):
        return not (last == "/" and SYMBOL.match(text, end) and SLASHED.search(before))
    if last == "+" and (before[-2:-1] == "+" or before[-2:-1].isalnum()):
        return True  # "C++23"
    if last and last in ".,:" and before[-2:-1].isalnum():
        return not (last == "." and digits and _POINTED.search(before))
    following = text[end : end + 2]
    if digits is None:
        return last in ("'", "’") and before[-2:-1].isalnum()
    return len(following) == 2 and following[0] in ".:,/" and following[1].isdigit()


def times(coefficient: float, scale: float) -> float:
    """`coefficient` times `scale`, free of the errors of binary fractions."""
    if isinstance(coefficient, int) and isinstance(scale, int):
        return coefficient * scale
    return plain(Decimal(repr(coefficient)) * Decimal(repr(scale)))


def _may_end_in_one(before: str) -> bool:
    """Whether a modifier, and perhaps an article after it, may be at the end of `before`."""
    words = before.rsplit(None, 3)[-3:]
    last = words[-1].lstrip(_OPENING) if words else ""
    if last in _ARTICLES:
        return " ".join(words[:-1]).endswith(_LAST_TWO) or not words[-2:][0][-1].isalnum()
    if last in _LAST_WORDS:
        return " ".join(words).endswith(_LAST_TWO)
    return bool(words) and not words[-1][-1].isalnum()


def modifier(text: str, quantity: Quantity) -> str:
    """The words directly before a quantity, or after it, that say how exact it is, in lower case."""
    before = text[max(0, quantity.start - REACH) : quantity.start]
    found = _BEFORE.search(before) if _may_end_in_one(before.rstrip("\\").lower()) else None
    if found and (_ADDS.search(before, 0, found.start()) or _MARKUP.search(before, 0, found.end())):
        found = None
    found = found or _AFTER.match(text, quantity.end)
    if not found and quantity.head > quantity.end:
        found = _AFTER.match(text, quantity.head)
    if not found and "+" in text[quantity.start : quantity.end]:
        return "+"  # "100+ million"
    return " ".join(found[1].lower().split()).lstrip("-") if found else ""


def is_year(number: Quantity) -> bool:
    """May the number be a year? 1900 to 2099, four figures with nothing between them."""
    return len(number.digits) == 4 and number.digits[:2] in ("19", "20") and number.scale == 1
