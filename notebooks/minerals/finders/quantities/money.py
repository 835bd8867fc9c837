"""Money: the currency before or after a number.

A sign or a noun may belong to several currencies ("$", "Rs", "pesos", "cents"). Then the document's own
currency decides, else the only one whose country the text is about (for a bare dollar: `dollars`), else the
one that is usually meant (`usual` in `currencies.csv`), else it stays empty. In that list `~` marks what
is money only next to an amount with a scale, of a thousand and more, or so much a piece ("R5 million" is rand,
"R5" a road), and `/100` a part.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from ..base import Context, Mention
from ..lexicons import either, rows
from .dollars import BARE, choose, converted
from .quantity import REACH, Quantity, times

CURRENCIES = rows("quantities/currencies")
PLACES = {row["code"]: row["countries"].split(";") for row in CURRENCIES}
USUAL = {form: row["code"] for row in CURRENCIES for form in row["usual"].split(";") if form}
CLEARLY = 3  # a text is about the country that it names so many times as often as all its rivals together
BRITISH = ("pound", "pounds", "p")  # money where the text is British; else a weight, or nothing

PARTS: dict[str, int] = {}


def _by_form(column: str) -> tuple[dict[str, tuple[str, ...]], set[str]]:
    """The currencies that each form in `column` may mean, and the forms marked `~`; fills PARTS."""
    codes: dict[str, tuple[str, ...]] = {}
    marked_forms = set()
    for row in CURRENCIES:
        for form in filter(None, row[column].split(";")):
            form, marked = form.removesuffix("~"), form.endswith("~")
            name, _, part = form.rpartition("/")
            if part.isdigit():
                form = name
                PARTS[form] = int(part)
            if marked:
                marked_forms.add(form)
            codes[form] = (*codes.get(form, ()), row["code"])
    return codes, marked_forms


SIGNS, MARKED_SIGNS = _by_form("signs")
NOUNS, MARKED_NOUNS = _by_form("nouns")
TITLES = {
    noun.capitalize(): noun for noun in NOUNS if len(noun) > 3 and noun.islower()
}  # "5 Million Dollars"
ADJECTIVES, _ = _by_form("adjectives")
SIGNS["$"] = NOUNS["dollar"]
# Peso countries and some others write a bare "$" too, but only their own documents do.
DOLLARS = {*NOUNS["peso"], *(code for sign, codes in SIGNS.items() if "$" in sign for code in codes)}

_GAP = "[ \u00a0\u202f\u2009]?"
_LETTERS = either(sign for sign in SIGNS if sign[0].isalpha()).replace(r"\$", r"\\{0,2}\$")
_SIGN = re.compile(
    rf"(?:(?<![\w$])(?<![A-Z]{{3}}/)({_LETTERS})|({either(s for s in SIGNS if not s[0].isalpha())})){_GAP}$"
)
# Looked up before the expression is tried: the last character of a sign, of two where it is a letter of several.
_SIGN_ENDS = {sign[-2:] if len(sign) > 1 and sign[-1].isalpha() else sign[-1] for sign in SIGNS}
_CODES = [sign for sign in SIGNS if re.fullmatch("[A-Z]{3}", sign)]
_AFTER = ["US$", "$", "€", "£", "₽", "₴", "₺", "₫"]  # signs that may follow their number
_NOUN = re.compile(
    rf"[- \u00a0\n]?(?:({either(ADJECTIVES)})[- \u00a0\n])?({either([*NOUNS, *TITLES])})(?!\w)"
    rf"|{_GAP}()({either([*_CODES, *_AFTER])})(?!\w|{_GAP}[0-9])"
)
# Looked up before the expression is tried: most numbers are no money.
_NOUN_STARTS = {form[:2] for form in (*ADJECTIVES, *NOUNS, *TITLES, *_CODES, *_AFTER)}
_GAPS = set("- \u00a0\u202f\u2009\n")
# "95c a kilo", "745c/kg", "fell 3c to $1.20", "up 2c, or 1 per cent": cents, and no section 12c
_CENTS = re.compile(
    r"c(?:(?=/[a-z])|(?=[ \u00a0](?:an?|per|each)\b|[ \u00a0](?:at|to)[ \u00a0][A-Z]{0,2}\$)|(?=,? or [0-9.]+ ?(?:%|per)))"
)
NOUNS["c"], PARTS["c"] = NOUNS["cents"], 100
_PRICE = re.compile(
    r"(?<=\.[0-9]{2})(?![\w.])|[ \u00a0](?:an?\b|per\b|each\b|p/|p\.m\.)|/"
    r"|[ \u00a0]for[ \u00a0](?:the|one|every|your)[ \u00a0](?:first[ \u00a0])?(?:day|week|month|year)\b"
)
_MINUS = re.compile(r"[^0-9\n][ \u00a0(][-−]$")  # "a loss of -$5 million", but no "$5 -$10" and no list
_PAID = re.compile(
    r"\b(?:pays?|paid|paying|costs?|costing|charge[sd]?|price of|priced at|fee of|fine of|fined|sold for) $"
)
# Indian English leaves the rupees out where crores are spent: "an outlay of 1,500 crore for roads".
_CRORES = re.compile(r"(?:crore|lakh)s?$", re.I)
_SPENT = re.compile(
    r"\b(?:worth|set aside|spen[dt]|spending|invest(?:ed|ing|s)?|allocated|sanctioned|costing"
    r"|(?:outlay|expenditure|investments?|costs?"
    r"|budget|allocation|corpus|grants?|loans?|sum|revenues?|turnover|profits?|penalty|package) of)"
    r"(?: (?:about|around|over|nearly|almost|another|up to|more than|an additional|approximately))? $",
    re.I,
)
_NOTHING_COUNTED = re.compile(
    r"\W*(?:$|\n)|[.,;:)]|[ \u00a0\n](?:for|in|to|by|on|over|from|as|at|and|under|during|with|towards?|will|would|is"
    r"|was|were|has|have|had|each|per|of)\b"
)


def read(text: str, number: Quantity) -> bool:
    """Make `number` an amount of money, where a currency is next to it."""
    sign, start = _sign(number) if number.digits else ("", number.start)
    adjective, noun, end = _noun(text, number)
    if (
        sign in MARKED_SIGNS
        and not (_is_large(text, number) and not _is_a_model(text, sign, number))
        and not _PAID.search(text, max(0, start - REACH), start)
    ):
        sign = ""
    if not sign and not noun and _is_rupees(text, number):
        noun = "rupees"
    if noun in MARKED_NOUNS and not (sign or adjective or _is_large(text, number)):
        noun = ""
    if not sign and not noun:
        return False
    number.kind, number.form = "money", sign or noun
    number.choices = SIGNS.get(sign, ())
    if noun and not (sign and noun in BARE and not adjective):
        of_noun = NOUNS.get(noun) or SIGNS[noun]
        number.choices = tuple(c for c in of_noun if c in ADJECTIVES[adjective]) if adjective else of_noun
        number.scale = number.scale / PARTS[noun] if noun in PARTS else number.scale
    sure = len(number.choices) == 1 and (adjective or noun not in BRITISH)
    number.currency = number.choices[0] if sure else ""
    number.start = start if sign else number.start
    number.head = end
    if number.currency or noun not in BRITISH:
        number.end = end
    number.low = number.high = times(number.coefficient, number.scale)
    if sign and _MINUS.search(text, max(0, start - 3), start):
        number.start -= 1
        number.low = number.high = -number.low
    return True


def _is_rupees(text: str, number: Quantity) -> bool:
    """Is it an amount in lakhs or crores that leaves the rupees to be understood?"""
    if not number.scale > 1 or not _CRORES.search(text, number.start, number.end):
        return False
    return bool(_SPENT.search(number.before) and _NOTHING_COUNTED.match(text, number.end))


def _is_large(text: str, number: Quantity) -> bool:
    """Is it an amount with a scale, of a thousand and more, or so much a piece?"""
    return number.scale > 1 or number.coefficient >= 1000 or bool(_PRICE.match(text, number.end))


def _is_a_model(text: str, sign: str, number: Quantity) -> bool:
    """Is it a letter and a bare number of four figures, which is a name more often than a price: P1000, R2000?"""
    bare = number.digits.isdigit() and number.scale == 1 and not _PRICE.match(text, number.end)
    return bare and len(sign) == 1 and not number.before.endswith(" ")


def _sign(number: Quantity) -> tuple[str, int]:
    """The sign before a number and where it starts; ("", …) where there is none."""
    nearest = number.before.rstrip(" \u00a0\u202f\u2009")[-2:]
    if nearest not in _SIGN_ENDS and nearest[-1:] not in _SIGN_ENDS:
        return "", number.start
    found = _SIGN.search(number.before, max(0, len(number.before) - 12))
    if not found:
        return "", number.start
    sign, at = (found[1] or found[2]).replace("\\", ""), found.start()
    if " " in sign and number.before[:at].endswith("the "):  # "cost the US $5 billion"
        sign, at = "$", number.before.rindex("$")
    return sign, number.start - len(number.before) + at


def _noun(text: str, number: Quantity) -> tuple[str, str, int]:
    """The adjective, the noun or code of a currency after a number, and where they end."""
    at = number.end + (text[number.end : number.end + 1] in _GAPS)
    may = text[at : at + 2] in _NOUN_STARTS or text[at : at + 1] in _NOUN_STARTS
    found = _NOUN.match(text, number.end) if may else None
    if not found:
        cents = text.startswith("c", number.end) and number.digits and _CENTS.match(text, number.end)
        return ("", "c", cents.end()) if cents else ("", "", number.end)
    adjective, noun = found[1] or "", TITLES.get(found[2], found[2] or found[4])
    mismatch = adjective and not set(NOUNS[noun]) & set(ADJECTIVES[adjective])
    per_month = noun == "p" and not found[0].startswith("p") and text.startswith("/", found.end())
    if mismatch or per_month or (noun in BRITISH and text.startswith(" of ", found.end())):
        return "", "", number.end
    return adjective, noun, found.end()


def settle(
    quantities: Iterable[Quantity], context: Context, places: Callable[[], list[Mention]], text: str
) -> None:
    """Give the amounts whose sign or noun is not enough their currency; pounds without one are weights."""
    amounts = [q for q in quantities if q.kind == "money"]
    chosen: dict[str, str] = {}
    for amount in amounts:
        if amount.currency:
            continue
        if amount.form not in chosen:
            chosen[amount.form] = _choose(amount, amounts, context, places, text)
        amount.currency = chosen[amount.form]
        if amount.form in BRITISH and not amount.currency:
            amount.kind, amount.unit = "count" if amount.form != "p" else "", amount.form
        else:
            amount.end = max(amount.end, amount.head)


def _choose(
    amount: Quantity,
    amounts: list[Quantity],
    context: Context,
    places: Callable[[], list[Mention]],
    text: str,
) -> str:
    """The document's currency, or that of the country that the text is about, or the usual one, or none."""
    bare = amount.form in BARE
    never = converted(amounts) if bare else set()
    given = context.currency
    if (given in amount.choices or (bare and given in DOLLARS)) and given not in never:
        return given
    if bare:
        return choose(text, amounts, places(), never)
    written = {other.currency for other in amounts}.intersection(amount.choices)
    if len(written) == 1:
        return min(written)
    about = Counter(m.iso3 for m in places() if m.form != "in_name")
    named = {code: sum(about.get(place, 0) for place in PLACES[code]) for code in amount.choices}
    named = {code: count for code, count in named.items() if count}
    if not named:
        return USUAL.get(amount.form, "")
    best = max(named, key=lambda code: named[code])
    return best if named[best] > CLEARLY * (sum(named.values()) - named[best]) else ""
