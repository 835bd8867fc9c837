"""Counts and durations: the noun or the unit after a number.

What is counted here, where people differ:
- The span is the number; `unit` is the head noun as written, in lower case unless it is a people: "11 new
  bilateral critical minerals frameworks" counts `frameworks`, "10,000 Canadians" `Canadians`. Signs for units keep
  their case and do not scale: "1.2Mt" is 1.2.
- A number without its noun counts what its sentence named before ("11 countries, and another 20 are
  interested": countries), and with an empty unit what its own words say ("three of them", "a population of
  5.3 million", "the death toll rose to 72"). Where nothing says what ("killed 12") it is no count.
- "One" and "1" count only what one counts one by one (`counted` in `units.csv`: one country, one
  person, one tonne), at least one of anything, and one of a thing next to a number of others ("two texts and one
  decision"), since "one reason" or "one day" is no count. The word "zero" counts nothing.
- Vague plurals ("dozens of", "hundreds", "millions of") have no number and are no counts.
- Names and labels are none: section 5, Boeing 737 jets, the Five Eyes, "a three-way deal", years, ages, scores.
"""

import re

from ..lexicons import either, rows
from ..numbers import DIGITS, FORMS, WORDS, parse
from .counts_without_noun import implied_noun
from .lexicon import (
    ADJECTIVES,
    HYPHENED,
    KIND,
    MONTHS,
    PEOPLES,
    PERSONS,
    STOPS,
    SYMBOL,
    SYMBOLS,
    UNIT,
    plural,
)
from .lexicon import GAP as _GAP
from .numbered_names import labelled
from .quantity import Quantity, is_year, modifier, times

_MEASURE_AFTER = 2  # words of an adjective and a measure: "metric ton"

DEMONYMS = {row["written"] for row in rows("countries/demonyms")}
PARTS = [parse(form) for form, (_, kind) in FORMS.items() if kind == "part"]


_CLOCK = re.compile(rf":|{_GAP}?(?:[ap]\.?m\b|o['’]clock)|{_GAP}(?:GMT|UTC|hrs)\b")
_MORE = re.compile(r"\+|[- ]plus\b|-odd\b| or (?:more|fewer|less|so)\b")
_OF = re.compile(
    r" of (?:(?:all|the|these|those|its|their|our|his|her|some) ){0,2}" rf"(?:(?:{DIGITS}|{WORDS}) )?"
)
# "U.S."; "OPEC+"; and a size of what is counted: "20 660-MW units", "three 12-inch pipes"
_WORD = (
    r"(?:[^\W\d_]\.){2,4}|[^\W\d_][\w'’&-]{0,30}\+?"
    rf"|[0-9][0-9.,]{{0,8}}(?:-[a-z][\w-]{{0,30}}|[- ]?(?:{SYMBOLS}))"
)
_NOUN_PHRASE = re.compile(
    rf"(?:{_GAP}(?:{either(ADJECTIVES)}),(?={_GAP}[a-z]))*"  # "three small, remote islands"
    rf"(?:(?:{_GAP}|\n\s{{0,40}}(?=[a-z]))(?:[“\"‘']|\*{{1,2}})?(?!(?:{either(STOPS)})(?![\w'’-]))(?:{_WORD})(?![\w])(?:[”\"]|\*{{1,2}})?)"
    + "{1,7}"
)
_MARKUP = re.compile(r"(?:\*{1,3}|__?|</(?:b|strong|em|i|span|a|u)>)(?=[ \u00a0])")  # "**12** mines"
_MONTH = re.compile(rf"{_GAP}?(?:{either(month.capitalize() for month in MONTHS)})\b")
_GLUED = re.compile(r"[a-z]{3,}s(?=[A-Z][a-z])")  # "countriesAnother": where markup was taken out
_HOURS = re.compile(r"[0-9] ?h(?:rs?|ours?)? ?$")
_COMPASS = re.compile(r" ?(?:[0-9.]+['’′] ?)?[NSEW]\b")
_STREET = re.compile(
    r" (?:(?!Wall)[A-Z][\w'’]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Quay|Terrace)\b"
)
_OR_TWO = re.compile(r"(?: or | to |-to-|-or-)(?:two|three|2|3)\b")
_SOME = r"(?:[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten|dozen)"
_WITH_ONE = re.compile(rf"\b{_SOME} [a-z][^.;:\n0-9]{{1,30}} and $")
_ONE_WITH = re.compile(rf" [a-z-]+(?: [a-z-]+)? and {_SOME} [a-z]")
_AREA = ("square", "cubic", "nautical")  # of another dimension than what follows
_SPACES = " \u00a0\u202f\u2009\n"
_ENDS = ".,;:)]"
_TOKEN = re.compile(r"\S+")


def count(text: str, number: Quantity) -> bool:
    """Make `number` a count; False where it is none and can be no part of a range either."""
    year = is_year(number)
    if year and text[number.end : number.end + 1] in _ENDS:
        return False  # most numbers are years
    named = labelled(text, number)
    if named == "label" or _CLOCK.match(text, number.end):
        return False
    if number.digits and _MONTH.match(text, number.end):
        return False
    if not number.digits and number.coefficient in (0, *PARTS):
        return False
    unit, end = _unit(text, number)
    if unit is None and end == number.end and number.coefficient == 1 and _counted_one(text, number):
        unit, end = _any_noun(text, end)
    if unit is None or (unit in KIND and KIND[unit] == "duration"):
        return False
    if named and KIND.get(unit) not in ("measure", "symbol") and unit not in PERSONS:
        return False
    if year and not (KIND.get(unit) or (unit and _estimated(text, number))):
        return False
    counted = unit or implied_noun(text, number)
    if counted is not None:
        number.kind, number.unit, number.head = "count", counted, end
    number.low = number.high = times(number.coefficient, number.scale)
    return True


def _estimated(text: str, number: Quantity) -> bool:
    """Is it "about 2000 companies", and not "above 2019 levels"?"""
    return modifier(text, number) not in ("", "below", "above", "over", "under", "beyond")


def _unit(text: str, number: Quantity) -> tuple[str | None, int]:
    """What `number` counts and where that ends; "" for nothing, None where it cannot be a number of things."""
    if number.suffix:
        return _suffix(text, number)
    end = number.end
    one = number.coefficient == 1 and number.scale == 1
    following = text[end : end + 1]
    symbol = SYMBOL.match(text, end) if number.digits and following else None
    if symbol and (len(symbol[1]) > 1 or symbol[1] in "tmg°" or following == symbol[1]):
        return (None if _no_unit(text, number, symbol) else UNIT[symbol[1]]), symbol.end()
    if following.isalnum():
        return None, end
    if following == "\n" and number.before[-1:] in ("", "\n"):
        return "", end  # the number of a page
    more = _MORE.match(text, end) or (_MARKUP.match(text, end) if following and following in "*_<" else None)
    if more:
        end = more.end()
    elif following and following in "-‐‑":
        hyphened = HYPHENED.match(text, end)
        if hyphened:
            return hyphened[1].replace("-", " ") if hyphened[1].startswith(_AREA) else hyphened[
                1
            ], hyphened.end()
        linked = text.startswith(("to-", "or-", "in-", "out-"), end + 1)
        return None if text[end + 1 : end + 2].isalpha() and not linked else "", end
    elif not following or following not in _SPACES:
        return "", end
    if number.digits.isdigit() and _STREET.match(text, end):
        return None, end
    return _noun(text, end, one)


def _no_unit(text: str, number: Quantity, symbol: re.Match[str]) -> bool:
    """Is the sign after the number no unit: minutes ("2h 30m"), a coordinate ("45.5° N")?"""
    if symbol[1] == "m":
        return bool(_HOURS.search(number.before))
    return symbol[1] == "°" and bool(_COMPASS.match(text, symbol.end()))


def _suffix(text: str, number: Quantity) -> tuple[str, int]:
    """The noun after a scale of letters ("2.5m voters"), or the unit that the letters stand for ("24.5m")."""
    end, suffix = number.end, number.suffix.strip()
    symbol = SYMBOL.match(text, end) if suffix != "t" and text[end : end + 1] == " " else None
    if symbol and (len(symbol[1]) > 1 or symbol[1] == "t"):  # "8k TEU", "1.6mn t"
        return UNIT[symbol[1]], symbol.end()
    more = _MORE.match(text, end)
    noun, at = _noun(text, more.end() if more else end, False)
    if noun and suffix not in ("t", "mm") and not (suffix == "m" and number.coefficient >= 1000):
        return noun, at
    if KIND.get(suffix) != "symbol" or (suffix == "m" and _HOURS.search(number.before)):
        return "", end
    number.end, number.scale = end - len(number.suffix), 1
    return suffix, end


def _noun(text: str, end: int, one: bool) -> tuple[str | None, int]:
    """The head of the noun phrase at `end`, past "of the"; for one thing a noun that is counted singly."""
    of = _OF.match(text, end)
    if of and one:
        return None, end
    if one and _OR_TWO.match(text, end):
        return "", end
    phrase = _NOUN_PHRASE.match(text, of.end() - 1 if of else end)
    if not phrase:
        return "", end
    head, at, head_small, word = "", end, False, ""
    single, single_at = "", end  # "a 100 metric ton plant", "20 Chinese": where no plural follows
    for index, token in enumerate(_TOKEN.finditer(text, phrase.start(), phrase.end())):
        written = token[0] if token[0].isalpha() else token[0].strip('“”"*').lstrip("‘'")
        before, word = word, written.lower()
        if head and written[0].isupper() and head_small:
            break  # "12 comments Categories": what follows is no part of the phrase
        if word in ("and", "or", "&"):
            if head or not index or one:
                break
        elif one:
            if KIND.get(word) in ("measure", "counted"):
                head, at = word, token.end()
        elif plural(word):
            head, at, head_small = _unit_word(written), token.end(), written[0].islower()
            if len(word) != len(head):
                break  # "the two countries' leaders"
            if before in _AREA and head in KIND:
                head = f"{before} {head}"
        elif head:
            break
        elif glued := _GLUED.match(written):
            return glued[0], token.start() + glued.end()
        elif not single and _counts_alone(word, index, token.end() == phrase.end()):
            single, single_at = _unit_word(written), token.end()
    if one:
        return head or None, at
    return (head, at) if head else (single, single_at)


def _unit_word(written: str) -> str:
    """A noun as a unit: in lower case, but for a people's name."""
    word = written.rstrip("'’")
    return word if word in DEMONYMS or word.removesuffix("s") in DEMONYMS else word.lower()


def _counted_one(text: str, number: Quantity) -> bool:
    """Is "one" a number whatever follows? "at least one list", "55 resolutions and one decision"."""
    if number.before.endswith("t least ") or _WITH_ONE.search(number.before):
        return True
    return bool(_ONE_WITH.match(text, number.end))


def _any_noun(text: str, end: int) -> tuple[str | None, int]:
    """The last of the words at `end` that may be what is counted."""
    phrase = _NOUN_PHRASE.match(text, end)
    words = f"{phrase[0]} ".partition(" and ")[0].split() if phrase else []
    if (
        not phrase
        or not words
        or len(words) > 3
        or not words[-1].isalpha()
        or words[-1].endswith(("ly", "more"))
    ):
        return None, end
    return words[-1].lower(), phrase.end()


def _counts_alone(word: str, index: int, last: bool) -> bool:
    """May `word` be what is counted though it is no plural? "a 100 metric ton plant"; "20 Chinese", at the end."""
    return (index < _MEASURE_AFTER and KIND.get(word) == "measure") or (last and word in PEOPLES)
