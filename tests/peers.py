"""What other libraries find in the same texts, in the shape of our mentions: `ask(NAME, documents)`.

They have an environment of their own, from requirements-peers.txt; this file is also the program that runs
there. Every peer gets the best mapping that its answers allow. Its seconds are CPU time of its own calls:
neither its start nor the mapping counts.
"""

import datetime
import json
import logging
import os
import re
import subprocess
import sys
import time
import warnings
from functools import cache
from pathlib import Path

PYTHON = Path(__file__).parents[1] / ".venv" / "peers" / "bin" / "python"
ONE_CORE = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS")}
UNTRAINED = "spaCy, untrained"  # no model is installed: the network's speed, and no finds


def ask(name: str, documents: list[dict]) -> dict:
    """`finds` for each of `documents` (text, date, currency), `seconds`, and the peer's `name` and version."""
    answer = subprocess.run(
        [PYTHON, __file__, name],
        input=json.dumps(documents),
        env=os.environ | ONE_CORE,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return json.loads(answer.stdout)


def main() -> None:
    warnings.simplefilter("ignore")
    logging.disable()
    title, call, mapped = PEERS[sys.argv[1]]()
    finds, seconds = [], 0.0
    documents = json.load(sys.stdin)
    call(**(documents[0] | {"text": "On Monday 20 mines in Chile cost US$5 million."}))  # what it loads late
    for document in documents:
        start = time.process_time()
        answers = call(**document)
        seconds += time.process_time() - start
        finds.append([find for find in mapped(answers, **document) if find["end"] > find["start"]])
    json.dump({"name": title, "seconds": seconds, "finds": finds}, sys.stdout)


def _find(kind: str, start: int, end: int, **fields) -> dict:
    return {"kind": kind, "start": start, "end": end, **fields}


def _version(package: str) -> str:
    from importlib.metadata import version

    return f"{package} {version(package)}"


def quantulum3():
    """Amounts, percents, counts and shares with their spans; durations are times and left out."""
    from quantulum3 import parser

    def mapped(quantities, text, date, currency):
        for quantity in quantities:
            start, end = quantity.span
            yield from _quantity(quantity, start, text[start:end].rstrip(), currency)

    return _version("quantulum3"), lambda text, date, currency: parser.parse(text), mapped


def _quantity(quantity, start: int, words: str, currency: str):
    """A find of quantulum3; "$12b" is "dollar bit" to it, still an amount in dollars. Years are left out."""
    unit, end, spread = quantity.unit, start + len(words), quantity.uncertainty or 0
    value = {"low": quantity.value - spread, "high": quantity.value + spread}
    code = next(filter(None, map(_currency_code, [unit.name, *(d["base"] for d in unit.dimensions)])), "")
    if code:
        bare = unit.name.startswith("dollar")
        yield _find("money", start, end, currency=currency or "USD" if bare else code, **value)
    elif unit.name in ("percentage", "per cent"):
        yield _find("percent", start, end, unit="percent", **value)
    elif 0 < quantity.value < 1 and unit.name == "dimensionless":
        yield _find("share", start, end, unit="share", **value)
    elif unit.entity.name != "time" and not re.fullmatch("(?:19|20)[0-9]{2}", words):
        number = _NUMBER.match(words) if unit.name != "dimensionless" else None
        noun = words[number.end() :].strip(" -") if number else ""
        yield _find("count", start, end - (len(words) - number.end() if number else 0), unit=noun, **value)


@cache
def _currency_code(unit: str) -> str:
    from quantulum3 import load

    known = load.units().names.get(unit)
    return getattr(known, "currency_code", None) or "" if known else ""


_NUMBER = re.compile(r".*(?:\d|(?:hundred|thousand|million|billion|trillion|dozen)\b)", re.S)
_MARKS = {"$": "", "US$": "USD", "NZ$": "NZD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "€": "EUR",
          "HK$": "HKD", "S$": "SGD", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₦": "NGN", "R$": "BRL"}  # fmt: skip


def price_parser():
    """One price at a time: each sentence is asked again behind the last price found in it."""
    from price_parser import Price

    def call(text, date, currency):
        found = []
        for sentence in re.finditer(r"[^\n]+?(?:[.!?;](?=\s)|$)", text, re.M):
            at = sentence.start()
            while at < sentence.end():
                price = Price.fromstring(text[at : sentence.end()])
                if price.amount is None:
                    break
                start = text.find(price.amount_text, at)
                if start < 0:
                    break
                found.append((start, price))
                at = start + len(price.amount_text)
        return found

    def mapped(found, text, date, currency):
        for start, price in found:
            mark, end = price.currency, start + len(price.amount_text)
            if not mark:
                continue
            before = text.rfind(mark, max(0, start - 8), start)
            after = text.find(mark, end, end + 8)
            start, end = (before, end) if before >= 0 else (start, after + len(mark) if after >= 0 else end)
            code = (currency or "USD") if mark == "$" else _MARKS.get(mark, mark)
            yield _find("money", start, end, currency=code, low=float(price.amount), high=float(price.amount))

    return _version("price-parser"), call, mapped


def dateparser():
    """Days, months, weeks and years: each find is parsed again for how fine it is."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def settings(date):
        base = datetime.datetime.fromisoformat(date) if date else None
        return {"RELATIVE_BASE": base} if base else {}

    def call(text, date, currency):
        return search_dates(text, languages=["en"], settings=settings(date)) or []

    def mapped(found, text, date, currency):
        parser, at = DateDataParser(languages=["en"], settings=settings(date)), 0
        for words, moment in found:
            start = text.find(words, at)
            if start < 0:
                continue
            at = start + len(words)
            bare = re.sub(r"^(?:(?:on|in|by|at|of|to|the|from|for|until|since)\s)+|[\s,.]+(?:and|to|at)?$", "",
                          words, flags=re.I)  # fmt: skip
            start += words.index(bare)
            period = (parser.get_date_data(words) or parser.get_date_data(bare)).period
            yield _find("date", start, start + len(bare), date=_edtf(moment.date(), period))

    return _version("dateparser"), call, mapped


def _edtf(day: datetime.date, period: str) -> str:
    if period == "week":
        monday = day - datetime.timedelta(days=day.weekday())
        return f"{monday}/{monday + datetime.timedelta(days=6)}"
    return str(day)[: {"year": 4, "month": 7}.get(period, 10)]


def country_converter():
    """Its matching of names, asked for every run of capitalised words."""
    import country_converter as coco

    converter = coco.CountryConverter()
    forms = {code: re.compile(form, re.I) for code, form in zip(converter.data.ISO3, converter.data.regex, strict=True)}  # fmt: skip
    names = re.compile(
        r"(?:The\s)?([A-Z][\w.'’&-]*+(?!\$)(?:\s(?:(?:of|and|the|de)\s)*[A-Z][\w.'’&-]*+(?!\$))*)"
    )

    def call(text, date, currency):
        found = [(m.start(1), re.sub(r"(?:['’]s)?\W*$", "", m[1])) for m in names.finditer(text)]
        codes = converter.convert([words for _, words in found] + ["-"], to="ISO3", not_found="-")
        return list(zip(found, codes, strict=False))

    def mapped(found, text, date, currency):
        for (start, words), codes in found:
            for code in [codes] if isinstance(codes, str) else codes:
                if code in forms:
                    a, b = _whole_words(words, forms[code].search(words))
                    yield _find("country", start + a, start + b, iso3=code, form="name")

    return _version("country_converter"), call, mapped


def _whole_words(words: str, found: re.Match | None) -> tuple[int, int]:
    """Where a name stands in the words that were asked for: its match, grown to whole words, or all of them."""
    start, end = found.span() if found and found[0].strip() else (0, len(words))
    start = words.rfind(" ", 0, start + len(words[start:]) - len(words[start:].lstrip())) + 1
    start += len(words[start:end]) - len(re.sub("^(?:[Tt]he|and|of) ", "", words[start:end]))
    end = words.find(" ", max(end - 1, start))
    return start, end if end >= 0 else len(words)


def spacy():
    """Entities of the first model installed; names are then read by country_converter, numbers by quantulum3,
    dates by dateparser. Without a model: the speed of a named-entity network of the usual size."""
    import spacy

    models = sorted(spacy.util.get_installed_models())
    nlp = spacy.load(models[0], exclude=["parser", "tagger", "lemmatizer"]) if models else _untrained(spacy)
    readers = {"GPE": country_converter, "NORP": country_converter, "DATE": dateparser}
    readers |= dict.fromkeys(("MONEY", "PERCENT", "CARDINAL", "QUANTITY"), quantulum3)

    def mapped(entities, text, date, currency):
        for label, start, end in entities if models else ():
            if label in readers:
                _, call, read = cache(readers[label])()
                asked = {"text": text[start:end], "date": date, "currency": currency}
                for find in list(read(call(**asked), **asked))[:1]:
                    yield find | {"start": start, "end": end}

    def call(text, date, currency):
        return [(entity.label_, entity.start_char, entity.end_char) for entity in nlp(text).ents]

    return f"spaCy {models[0]}" if models else UNTRAINED, call, mapped


def _untrained(spacy):
    """spaCy's own recognizer with as many labels as its English models have, and random weights."""
    nlp = spacy.blank("en")
    recognizer = nlp.add_pipe("ner")
    for label in (f"label {n}" for n in range(18)):
        recognizer.add_label(label)
    nlp.initialize()
    return nlp


PEERS = {maker.__name__: maker for maker in (spacy, quantulum3, price_parser, dateparser, country_converter)}

if __name__ == "__main__":
    main()
