"""How English writes numbers, and what they are worth.

The grammar is shared by every finder that meets a number. `DIGITS` and `WORDS` are regular expression
sources without captures; put a boundary of your own around them:

>>> re.findall(rf"\\b(?:{NUMBER})\\b", "Two hundred and ten of 1,250 sites, twenty-five now")
['Two hundred and ten', '1,250', 'twenty-five']
>>> parse("Two hundred and ten"), parse("half a million"), parse("1.25bn"), parse("two-thirds")
(210, 500000, 1250000000, 0.6666666666666666)

A leading article is no part of a number ("a dozen" is `dozen`), but `parse` passes over it.
"""

import re
from decimal import Decimal
from functools import lru_cache

from .lexicons import either, rows

FORMS = {row["form"]: (int(row["value"]), row["kind"]) for row in rows("numbers")}
GLYPHS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅕": (1, 5)}
LONGEST, MOST = 24, 16  # digits of a number, words of a number; longer rows of them are no quantity


# what number words begin with
FIRST_WORDS = {
    word
    for form, (_, kind) in FORMS.items()
    if kind != "suffix"
    for word in (form, form[0].upper() + form[1:])
}


def _forms(*kinds: str) -> list[str]:
    return [form for form, (_, kind) in FORMS.items() if kind in kinds]


# 1,234,567 and 12,34,567 (Indian); 12 000 (international); 1,5 billion (a decimal comma); 1234.5
_SPACE = "[ \u00a0\u2009\u202f]"
DIGITS = (
    r"[0-9]{1,3}(?:,[0-9]{2,3}){0,5},[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    rf"|[1-9][0-9]{{0,2}}(?:{_SPACE}[0-9]{{3}}){{1,4}}(?![0-9]|[.,]?{_SPACE}?[0-9])"
    rf"|[0-9]{{1,3}},[0-9]{{1,2}}(?={_SPACE}?(?:m|b|tr)illion\b)"
    r"|[0-9]+(?:\.[0-9]+)?"
)
_GAP = r"[-\u2010\u2011 \u00a0\n]"
_SMALL = (
    rf"(?:{either(_forms('ten'), True)}(?:{_GAP}{either(_forms('digit'))}\b)?"
    rf"|{either(_forms('digit', 'teen'), True)})"
)
_SCALE = either(_forms("scale"), True)
_PART = either(_forms("part"), True)
_GROUP = rf"(?:{_SMALL}{_GAP})?{_SCALE}(?:{_GAP}{_SCALE}){{0,3}}"
_SCALED = rf"{_GROUP}\b(?:{_GAP}(?:and{_GAP})?{_GROUP}\b){{0,5}}(?:{_GAP}(?:and{_GAP})?{_SMALL}\b)?"
_OF_SCALE = rf"(?:{_GAP}of{_GAP}an?{_GAP}{_SCALE})?"
_HALVES = rf"(?:{_GAP}and{_GAP}an?{_GAP}(?:half|quarter|third)\b(?:{_GAP}{_SCALE})?)"
WORDS = (
    rf"(?:[Hh]alf{_GAP}an?{_GAP}{_SCALE}|(?:[Hh]alf|[Qq]uarter)-{_SCALE}"
    rf"|{_SCALED}"
    rf"|{_SMALL}(?:{_GAP}{_PART}{_OF_SCALE}\b|{_HALVES})?"
    rf"|{_PART}{_OF_SCALE})\b"
)
_LOUD = either(form.upper() for form in _forms("scale"))  # in a line of capitals
# "5 million", "5 lakh crore", "100+ million"
SCALE = rf"\+?{_GAP}?(?:{_SCALE}|{_LOUD})\b(?:{_GAP}(?:{_SCALE}|{_LOUD})\b){{0,3}}"
SUFFIX = rf"(?:{_SPACE}?{either(_forms('suffix'))})(?![^\W_]|/[ds]\b)"  # not of "5 b/d"
NUMBER = rf"{WORDS}|(?:{DIGITS})"

_TOKEN = re.compile(rf"{DIGITS}|[^\W\d_]+|[{''.join(GLYPHS)}]")
_PASSED = {"a", "an", "of", "and"}


@lru_cache(4096)
def parse(words: str) -> int | float | None:
    """What a written number is worth, scale and fractions worked out; None where it is not one number."""
    total, part, previous = Decimal(0), None, ""
    tokens = _TOKEN.findall(words.lower())
    if len(tokens) > MOST or all(token in _PASSED for token in tokens):
        return None
    for token in tokens:
        if token[0] in "0123456789":
            if part is not None or len(token) > LONGEST:
                return None
            part = decimal(token)
        elif token in GLYPHS:
            part = (part or 0) + Decimal(GLYPHS[token][0]) / GLYPHS[token][1]
        elif token in FORMS:
            worth, kind = FORMS[token]
            if kind in ("scale", "suffix"):
                total, part = _scaled(total, part, worth)
            elif kind == "part":
                after_and = previous == "and" and part is not None
                part = part + Decimal(1) / worth if after_and else (part or 1) / Decimal(worth)
            elif part is not None and part % (10 if kind == "digit" else 100):
                return None  # "two three" is two numbers
            else:
                part = (part or 0) + worth
        elif token not in _PASSED:
            return None
        previous = token if token not in ("a", "an") else previous
    return plain(total + (part or 0))


def _scaled(total: Decimal, part: Decimal | None, worth: int) -> tuple[Decimal, Decimal | None]:
    """`part` and the sum so far after a scale word: hundreds stay open for what follows, thousands close."""
    if part is None and total:
        return total * worth, None  # "five lakh crore"
    if worth < 1000:
        return total, (part or 1) * worth
    return total + (1 if part is None else part) * worth, None


def decimal(digits: str) -> Decimal:
    """The number that `digits` writes, which match DIGITS."""
    if re.fullmatch(r"[0-9]{1,3},[0-9]{1,2}", digits):
        return Decimal(digits.replace(",", "."))
    return Decimal(re.sub(r"[^0-9.]", "", digits))


def plain(number: Decimal) -> int | float:
    """`number` as an int where it is whole, else as a float."""
    return int(number) if number == number.to_integral_value() else float(number)
