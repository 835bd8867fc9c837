"""Countries in text: names, abbreviations, demonyms, metonyms, and country words inside names of bodies.

>>> [(m.text, m.iso3, m.form) for m in find("US-led talks; Korea Zinc; Beijing agreed", Context())]
[('US', 'USA', 'abbreviation'), ('Korea', 'KOR', 'in_name'), ('Beijing', 'CHN', 'metonym')]

ISO 3166-1 names come from pycountry; what else English writes is in the CSVs here. A row there may
depend on what else the text says: words under `for` decide the reading, words under `against` rule it
out (`*`: only `for` lets it in), and the first row that holds is taken. The context window decides
the rest: whether it counts at all, and whether it is part of a name.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

import pycountry

from ...errors import Problem
from ..base import Context, Mention
from ..context import Window, is_whole_word, one_of, window
from ..lexicons import either, rows
from .guards import counts, in_name, is_plain
from .metonyms import Capitals, acts

USER_ASSIGNED = {"EUU", "XKX"}  # the European Union; Kosovo, as the World Bank and the EU code it
CONTINENT = "ATA"  # Antarctica has a code, but continents are no countries
DEMONYMS = [{**row, "form": "demonym"} for row in rows("countries/demonyms")]
PREFIXES = {row["written"][:-1]: row["iso3"] for row in DEMONYMS if row["written"].endswith("-")}


class Reading(NamedTuple):
    """What a written form means, and the words in a text that decide for it or rule it out."""

    iso3: str
    form: str
    settled_by: re.Pattern | None = None
    ruled_out_by: re.Pattern | None = None


def codes() -> set[str]:
    """Every code that a mention may have: ISO 3166-1 alpha-3 without Antarctica, EUU and XKX."""
    return {country.alpha_3 for country in pycountry.countries} - {CONTINENT} | USER_ASSIGNED


@cache
def name(iso3: str) -> str:
    """The name that people write for a code: 'South Korea', 'DR Congo'. Problem for an unknown code."""
    for row in rows("countries/names"):
        if row["iso3"] == iso3 and row["display"]:
            return row["written"]
    country = pycountry.countries.get(alpha_3=iso3)
    if country is None:
        raise Problem(f"country code {iso3!r}: expected an ISO 3166-1 alpha-3 code, EUU or XKX")
    return getattr(country, "common_name", country.name)


def _written() -> dict[str, list[Reading]]:
    """Every written form of the tables and of ISO 3166-1 with what it may mean; nothing where excluded."""
    written: dict[str, list[Reading]] = {row["written"]: [] for row in rows("countries/exclusions")}
    for row in rows("countries/names") + [row for row in DEMONYMS if not row["written"].endswith("-")]:
        reading = Reading(row["iso3"], row["form"], _any_of(row["for"]), _any_of(row["against"]))
        written.setdefault(row["written"], []).append(reading)
    for country in pycountry.countries:
        for words in (
            country.name,
            getattr(country, "common_name", ""),
            getattr(country, "official_name", ""),
        ):
            if words and country.alpha_3 != CONTINENT and not re.search(r"[,(]", words):
                written.setdefault(words.removeprefix("the "), [Reading(country.alpha_3, "name")])
    for people in [words for words, meant in written.items() if meant and meant[0].form == "demonym"]:
        written.setdefault(people + "s", written[people])
    return written


def _any_of(words: str) -> re.Pattern | None:
    """A pattern for any of the `;`-separated `words`; `*` is found in every text."""
    if not words:
        return None
    return re.compile("" if words == "*" else one_of(words.split(";")))


def _variants(words: str) -> set[str]:
    """Other spellings of one form: without accents, "St." for "Saint", "&" for "and", curly, capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    forms = {words, plain}
    for long, short in (("Saint ", "St. "), ("Saint ", "St "), ("St ", "St. "), (" and ", " & "), ("'", "’"),
                        ("-", "\u2010"), ("-", "\u2011"), ("-", "\u2013")):  # fmt: skip
        forms |= {form.replace(long, short) for form in forms}
    # a newspaper's first word in capitals: "SOUTH Africa"
    opening = {f"{first.upper()} {rest}" for first, space, rest in (f.partition(" ") for f in forms) if space}
    return forms | opening | {form.upper() for form in forms}


def _readings() -> dict[str, list[Reading]]:
    exact = _written()
    readings = {
        row["written"]: [Reading(row["iso3"], row["kind"])] for row in rows("countries/metonyms")
    } | exact
    for words, meant in exact.items():
        for variant in _variants(words):
            readings.setdefault(variant, meant)
    return readings


READINGS = _readings()
# forms that mean the same in every text, as most do
SURE = {words: meant[0] for words, meant in READINGS.items() if meant and not meant[0].ruled_out_by}
FORMS = re.compile(either(READINGS) + r"(?!\w|\.\w)")

_LAST_LETTERS = {written[-1] for written in PREFIXES}
_PREFIX = re.compile(rf"\b({either(PREFIXES)})[-\u2010\u2011\u2013]$")
_PLAIN = {"name", "abbreviation"}  # an adjective may be a language, a capital a place


def find(text: str, context: Context = Context()) -> list[Mention]:
    """All mentions of countries in `text`, in order; `context` is not needed."""
    found: list[Mention] = []
    capitals = Capitals()
    settled: dict[str, Reading | None] = {}
    for match in FORMS.finditer(text):
        words, (start, end) = match[0], match.span()
        reading = SURE.get(words)
        if reading is None:
            if words not in settled:
                settled[words] = _settle(words, text)
            reading = settled[words]
        if reading is None:
            continue
        if reading.form in _PLAIN and is_plain(text, start, end):
            found.append(Mention("country", start, end, words, reading.iso3, reading.form))
            continue
        if not is_whole_word(text, start, end):
            continue
        here = window(text, start, end)
        form = _form(reading, here)
        if reading.form == "capital":
            capital = Mention("country", start, end, words, reading.iso3, form)
            form = capitals.form(text, here, capital)
            if form:
                found += capitals.released()
        if form:
            found += _prefix(here)
            found.append(Mention("country", start, end, words, reading.iso3, form))
    return found


def _settle(words: str, text: str) -> Reading | None:
    """The first reading of the written form `words` that the words of the text allow."""
    for reading in READINGS[words if words in READINGS else re.sub(r"\s", " ", words)]:
        settled = reading.settled_by and reading.settled_by.search(text)
        if settled or not (reading.ruled_out_by and reading.ruled_out_by.search(text)):
            return reading
    return None


def _form(reading: Reading, here: Window) -> str:
    """The form of a mention; empty where it is none."""
    if reading.form in ("capital", "seat"):
        return "metonym" if acts(reading.form, here) else ""
    if not counts(here, reading.form):
        return ""
    return "in_name" if in_name(here, reading.form, here.previous in READINGS) else reading.form


def _prefix(here: Window) -> list[Mention]:
    """The first half of "Sino-Australian", "Franco-German": a country too, because another follows."""
    hyphened = here.before[-1:] in "-\u2010\u2011\u2013" and here.before[-2:-1] in _LAST_LETTERS
    match = _PREFIX.search(here.before) if hyphened else None
    if match is None:
        return []
    start = here.start - len(match[0])
    return [Mention("country", start, start + len(match[1]), match[1], PREFIXES[match[1]], "demonym")]
