"""Countries in text: names, abbreviations, demonyms, metonyms, and country words inside names of bodies.

>>> [(m.text, m.iso3, m.form) for m in find("US-led talks; Korea Zinc; Beijing agreed", Context())]
[('US', 'USA', 'abbreviation'), ('Korea', 'KOR', 'in_name'), ('Beijing', 'CHN', 'metonym')]

ISO 3166-1 names come from pycountry; what English writes beside them stands in `lists/`. A row there may
depend on what else the text says: words under `for` settle the reading, words under `against` rule it
out (`*`: only `for` lets it in), and the first row that holds is taken. What stands around a find decides
the rest: whether it counts at all, and whether it is part of a name.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

import pycountry

from ..errors import Problem
from .base import Context, Mention
from .forms import either, rows
from .metonyms import acts
from .surroundings import (
    WINDOW, after_person, in_address, inside_word, is_headline, last_word, line_around, one_of, word_lists,
)  # fmt: skip

USER_ASSIGNED = {"EUU", "XKX"}  # the European Union; Kosovo, as the World Bank and the EU code it
CONTINENT = "ATA"  # Antarctica has a code, but continents are no countries
PREFIXES = {"Sino": "CHN", "Russo": "RUS", "Franco": "FRA", "Anglo": "GBR", "Indo": "IND", "Nippo": "JPN"}


class Reading(NamedTuple):
    """What a written form stands for, and the words in a text that settle it or rule it out."""

    iso3: str
    form: str
    settled_by: re.Pattern | None = None
    ruled_out_by: re.Pattern | None = None


def codes() -> set[str]:
    """Every code that a find may carry: ISO 3166-1 alpha-3 without Antarctica, EUU and XKX."""
    return {country.alpha_3 for country in pycountry.countries} - {CONTINENT} | USER_ASSIGNED


@cache
def name(iso3: str) -> str:
    """The name that people write for a code: 'South Korea', 'DR Congo'. Problem for an unknown code."""
    for row in rows("countries"):
        if row["iso3"] == iso3 and row["display"]:
            return row["written"]
    country = pycountry.countries.get(alpha_3=iso3)
    if country is None:
        raise Problem(f"country code {iso3!r}: expected an ISO 3166-1 alpha-3 code, EUU or XKX")
    return getattr(country, "common_name", country.name)


def _written() -> dict[str, list[Reading]]:
    """Every written form of the tables and of ISO 3166-1 with what it may stand for; none where excluded."""
    written: dict[str, list[Reading]] = {row["written"]: [] for row in rows("country_exclusions")}
    for row in rows("countries") + [{**row, "form": "demonym"} for row in rows("demonyms")]:
        reading = Reading(row["iso3"], row["form"], _any_of(row["for"]), _any_of(row["against"]))
        written.setdefault(row["written"], []).append(reading)
        if row["form"] == "demonym" and row["written"][-1] not in "sh":
            written.setdefault(row["written"] + "s", []).append(reading)
    for country in pycountry.countries:
        for words in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")):
            if words and country.alpha_3 != CONTINENT and not re.search(r"[,(]", words):
                written.setdefault(words.removeprefix("the "), [Reading(country.alpha_3, "name")])
    return written


def _any_of(words: str) -> re.Pattern | None:
    """A pattern for any of the `;`-separated `words`; `*` is found in every text."""
    if not words:
        return None
    return re.compile("" if words == "*" else one_of(words.split(";")))


def _variants(words: str) -> set[str]:
    """The forms that occur beside one: without accents, "St." for "Saint", "&" for "and", curly, capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    forms = {words, plain}
    for long, short in (("Saint ", "St. "), ("Saint ", "St "), ("St ", "St. "), (" and ", " & "), ("'", "’"),
                        ("-", "\u2010"), ("-", "\u2011"), ("-", "\u2013")):  # fmt: skip
        forms |= {form.replace(long, short) for form in forms}
    return forms | {form.upper() for form in forms}


def _readings() -> dict[str, list[Reading]]:
    exact = _written()
    readings = {row["written"]: [Reading(row["iso3"], row["kind"])] for row in rows("metonyms")} | exact
    for words, meant in exact.items():
        for variant in _variants(words):
            readings.setdefault(variant, meant)
    return readings


READINGS = _readings()
FORMS = re.compile(either(READINGS) + r"(?!\w|\.\w)")

W = {role: set(words) for role, words in word_lists("country_words").items()}
_LINK = r"(?:(?:of|for|and|on|the|&|de)[ \u00a0])"
_RUN = re.compile(rf"[ \u00a0][A-Z](?:[\w&’'-]|\.(?=\w))*(?:[ \u00a0]{_LINK}{{0,2}}[A-Z](?:[\w&’'-]|\.(?=\w))*){{0,6}}")
_OF = re.compile(r"\bof[ \u00a0](?:the[ \u00a0])?$")
_GEOGRAPHY = re.compile(rf"[ \u00a0]{either({w.title() for w in W['geography']})}\b")
_GEOGRAPHY_OF = re.compile(rf"\b{either({w.title() for w in W['geography_of']})}[ \u00a0]of[ \u00a0](?:the[ \u00a0])?$")
_AMOUNT = re.compile(r"[0-9½](?:[ \u00a0](?:hundred|thousand|million|billion|trillion|bn|m))?[ \u00a0]$|[0-9](?:bn|m|k)[ \u00a0]$")
_CURRENCY = re.compile(rf"\\*[$¢]|[ \u00a0]{one_of(list(W['money_word']))}")
_SURNAME = re.compile(r"[ \u00a0]([A-Z][a-zé’'-]+)\b")
_PREFIX = re.compile(rf"\b({either(PREFIXES)})[-\u2010\u2011\u2013]$")
_LANGUAGE_BEFORE = re.compile(rf"{one_of(list(W['language_before']))}\s$")
_LANGUAGE_AFTER = re.compile(rf"[- ]{one_of(list(W['language_after']))}")
_IN = re.compile(r"\b(?:in|into|from)\s(?:both\s)?(?:[A-Z]\w+(?:,\s|\sand\s|\sor\s))*$")
_LANGUAGE_END = re.compile(rf"\s*(?:$|[^\w\s-]|{one_of(list(W['language_end']))})")
_PRONOUN_LINE = re.compile(rf"\W*(?i:{either(W['pronoun_after'])})\s(?:TO\s|WITH\s|FOR\s)?US\W*")


def find(text: str, context: Context = Context()) -> list[Mention]:
    """All mentions of countries in `text`, in order; `context` is not needed."""
    found: list[Mention] = []
    holds: dict[int, Reading | None] = {}
    for match in FORMS.finditer(text):
        start, end = match.span()
        if inside_word(text, start):
            continue
        readings = READINGS.get(match[0]) or READINGS[match[0].replace("\n", " ").replace("\u00a0", " ")]
        if id(readings) not in holds:
            holds[id(readings)] = _settle(readings, text)
        reading = holds[id(readings)]
        if reading is None:
            continue
        before, after = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
        form = _form(reading, match[0], before, after, text, start, end)
        if form:
            prefix = before[-1:] in "-\u2010\u2011\u2013" and _PREFIX.search(before)
            if prefix:
                at = start - len(before) + prefix.start(1)
                found.append(Mention("country", at, at + len(prefix[1]), prefix[1], PREFIXES[prefix[1]], "demonym"))
            found.append(Mention("country", start, end, match[0], reading.iso3, form))
    return found


def _settle(readings: list[Reading], text: str) -> Reading | None:
    """The first reading that the words of the text allow."""
    for reading in readings:
        settled = reading.settled_by and reading.settled_by.search(text)
        if settled or not (reading.ruled_out_by and reading.ruled_out_by.search(text)):
            return reading
    return None


def _form(reading: Reading, words: str, before: str, after: str, text: str, start: int, end: int) -> str:
    """How a find mentions its country; empty where it does not."""
    if in_address(text, start):
        return ""
    if reading.form in ("capital", "seat"):
        return "metonym" if acts(reading.form, before, after) else ""
    if _CURRENCY.match(after) and (after[0] in "\\$¢" or _AMOUNT.search(before)):
        return ""  # part of an amount of money
    if reading.form == "abbreviation":
        if words == "US" and _is_pronoun(text, start, end):
            return ""
    elif _GEOGRAPHY.match(after) or _GEOGRAPHY_OF.search(before):
        return ""
    elif " " not in words and (_is_person(words, before, after, text, start, end) or _is_language(words, before, after, text, start, end)):
        return ""
    return "in_name" if _in_name(before, after) else reading.form


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether capitals make a pronoun of "US": "CONTACT US" alone, or "TELL US MORE" in a line of capitals."""
    line = line_around(text, start, end)
    if _PRONOUN_LINE.fullmatch(line):
        return True
    word = last_word(text[max(0, start - WINDOW) : start])
    return line.isupper() and word.isupper() and word.lower() in W["pronoun_after"]


def _is_person(words: str, before: str, after: str, text: str, start: int, end: int) -> bool:
    """Whether the word is a part of someone's name: "Bill English", "Mr Jordan", "Jordan Peterson"."""
    if before and after_person(before, W["honorific"]):
        return True
    surname = words in W["given"] and _SURNAME.match(after)
    if not surname or is_headline(text, start, end):
        return False
    return not any(surname[1].lower() in W[role] for role in ("office", "title", "body", "industry", "plain"))


def _is_language(words: str, before: str, after: str, text: str, start: int, end: int) -> bool:
    """Whether the word is a language: "in English.", "speaks French", "Russian-language", alone in a menu line."""
    if words not in W["language"]:
        return False
    if _LANGUAGE_BEFORE.search(before) or _LANGUAGE_AFTER.match(after):
        return True
    if line_around(text, start, end).strip(" \t\u00a0•*-|") == words:
        return True
    return bool(_IN.search(before) and _LANGUAGE_END.match(after))


def _in_name(before: str, after: str) -> bool:
    """Whether a country word is part of a body's name: "US Export-Import Bank", "Bank of England", "Air India"."""
    run = _RUN.match(after)
    for place, word in enumerate(run[0].replace("\u00a0", " ").split() if run else []):
        bare = re.sub(r"[’']s?$", "", word).lower()
        if bare in W["title"]:
            return False
        if bare in W["body"] or (place == 0 and bare in W["industry"]):
            return True
    if last_word(before).lower() in W["prefix"] and last_word(before)[0].isupper():
        return True
    of = _OF.search(before)
    for word in reversed(before[: of.start()].split()) if of else []:
        bare = word.lower()
        if bare in W["plain"] or not (word[0].isupper() or bare in ("of", "and", "for", "the", "&")):
            return False
        if word[0].isupper() and bare in W["body"]:
            return True
    return False
