"""From coded rows to claims: what each row's words are worth, parsed by the code from the source's own text.

`build` gives the seven claim tables as lists of plain rows. Every row carries its anchor (document,
source_file, start, end, quote); every value comes from a mention that the finders see in the coded words.
"""

import datetime

from . import factors
from .coding import Document, Row
from .errors import Problem
from .mentions import countries, dates, edtf

Table = list[dict]


def build(
    sheets: dict[str, list[Row]], documents: dict[str, Document], nz_list: set[str]
) -> dict[str, Table]:
    """The claim tables by name. `nz_list` is the reference list of minerals, in canonical names."""
    for name in TABLES:
        for row in sheets[name]:
            if row["document"] not in documents:
                raise row.fail(f"unknown document «{row['document']}»; known: {', '.join(documents)}")
            row.anchor(documents[row["document"]])
    names = {row["term"]: row["description"] for row in sheets["vocabulary"] if row["vocabulary"] == "event"}
    tables = {
        "events": [_event(row, names) for row in sheets["events"]],
        "countries": [line for row in sheets["countries"] for line in _countries(row)],
        "figures": _figures(sheets["figures"], sheets["measures"], sheets["units"]),
        "targets": [_target(row) for row in sheets["targets"]],
        "minerals": [line for row in sheets["minerals"] for line in _minerals(row, nz_list)],
        "statements": [_statement(row) for row in sheets["statements"]],
        "initiatives": [_initiative(row) for row in sheets["initiatives"]],
    }
    for name, table in tables.items():
        _unique(name, table)
    return tables


TABLES = ("events", "countries", "figures", "targets", "minerals", "statements", "initiatives")
ID = {"figures": "figure", "targets": "target", "statements": "statement"}  # elsewhere the column is `claim`


def _unique(name, table):
    seen = set()
    for line in table:
        key = line[ID.get(name, "claim")]
        if key in seen:
            raise Problem(
                f"{name}.csv: two rows make the same claim {key} of «{line['quote']}»; take one of them out"
            )
        seen.add(key)


def _anchor(row: Row) -> dict:
    doc = row.document
    return {
        "document": doc.id, "source_file": doc.source_file,
        "start": row.start, "end": row.end, "quote": doc.text[row.start : row.end],
    }  # fmt: skip


def _dated(row: Row, stem: str) -> tuple[str, str]:
    """(EDTF, words) of the row's `stem`_words: a find in them, or the words resolved against their base."""
    span = row.words(f"{stem}_words", f"{stem}_quote")
    if not span.text:
        return "", ""
    base = row.words("base_words", "base_quote") if row.cells.get("base_words") else None
    if base:
        date = dates.resolve(span.text, _first_day(row, base, row.the_one("date", base).date))
    else:
        found = row.found("date", span)
        date = found[0].date if len(found) == 1 else dates.resolve(span.text, row.document.date)
    if not date:
        raise row.fail(
            f"{stem}_words «{span.text}» do not parse to a date; choose other words, or give base_words"
        )
    _hold_precision(row, date, span.text)
    return date, span.text


def _first_day(row, span, date) -> datetime.date:
    first, _ = edtf.bounds(date)
    if not first:
        raise row.fail(
            f"«{span.text}» parses to {date or 'no date'}, which no relative date can be counted from"
        )
    return first


def _hold_precision(row, date, words):
    """No date is finer than its words: a day needs a numeral or a word that names a day."""
    if edtf.precision(date) == "day" and not dates.names_a_day(words):
        raise row.fail(
            f"the date {date} is finer than its words «{words}»; this is a fault of the date grammar"
        )


def _span_columns(date: str) -> dict:
    first, last = edtf.bounds(date) if date else (None, None)
    return {
        "date": date, "date_start": first, "date_end": last, "precision": edtf.precision(date) if date else "",
    }  # fmt: skip


def _event(row: Row, names: dict[str, str]) -> dict:
    date, words = _dated(row, "date")
    return {
        "claim": row.id(row["event"], row["event"], words), "event": row["event"], "name": names[row["event"]], **_span_columns(date),
        "date_words": words, "calendar": row["calendar"], "title": row["title"], "category": row["category"],
        "status": row["status"], "actors": _actors(row), **_anchor(row),
    }  # fmt: skip


def _actors(row: Row) -> str:
    """The actors as coded; a country must be found in the document, another name must stand in it."""
    doc = row.document
    named = {m.iso3 for m in doc.mentions if m.kind == "country"}
    for actor in filter(None, row["actors"].split(";")):
        if actor not in named and actor not in doc.text[doc.start : doc.end]:
            raise row.fail(
                f"the actor «{actor}» is neither a country that {doc.id} names nor words that stand in it"
            )
    return row["actors"]


def _countries(row: Row):
    span = row.words("words")
    finds = row.found("country", span)
    if not finds:
        raise row.fail(
            f"no country is found in «{span.text}»; allowed are ISO 3166-1 countries and the EU by name"
        )
    date, _ = _dated(row, "date")
    for iso3 in dict.fromkeys(m.iso3 for m in finds):
        words = next(m.text for m in finds if m.iso3 == iso3)
        yield {
            "claim": row.id(f"{iso3}-{row['role']}", iso3, row["initiative"], row["role"], row["status"], span.text),
            "iso3": iso3, "country": countries.name(iso3), "initiative": row["initiative"], "role": row["role"],
            "status": row["status"], "date": date, "words": words, **_anchor(row),
        }  # fmt: skip


def _figures(rows, measures, units) -> Table:
    """Figures with their relations: coded ones, and what equal measures say to each other."""
    known = {m["measure"]: m for m in measures}
    nouns = {word: u for u in units for word in u["words"].split(";")}
    for row in rows:
        if row["measure"] not in known:
            raise row.fail(f"unknown measure «{row['measure']}»; known: {', '.join(sorted(known))}")
    read = [_figure(row, known[row["measure"]], nouns) for row in rows]
    for sheet, column, used in (
        (measures, "measure", {row["measure"] for row in rows}),
        (units, "unit", {line["unit"] for line, _ in read}),
    ):  # a vocabulary's dead terms hide what is coded
        for term in sheet:
            if term[column] not in used:
                raise term.fail(f"the {column} «{term[column]}» is used by no figure; use it, or take it out")
    unread = nouns.keys() - {noun for _, noun in read}
    if unread:
        raise Problem(f"units.csv: no figure is in {', '.join(sorted(unread))}; take the words out")
    return _related([line for line, _ in read], rows)


def _figure(row, measure, nouns) -> tuple[dict, str]:
    """The row's figure, and the noun that the finder saw counted."""
    mention = row.the_one(measure["kind"], row.words("words"))
    noun = mention.unit
    if noun and noun not in nouns:
        raise row.fail(f"«{mention.text}» is in «{noun}», which is in no row of units.csv; add it to one")
    unit = nouns[noun]["unit"] if noun else ""
    if unit != measure["unit"]:
        raise row.fail(f"«{mention.text}» is in «{unit}», and {row['measure']} is in «{measure['unit']}»")
    if mention.kind == "money" and not mention.currency:
        raise row.fail(f"«{mention.text}» has no currency; code the document's currency in documents.csv")
    _stands(row, "said_by")
    return {
        "figure": row.id(row["measure"], mention.text, str(mention.start - row.start)), "measure": row["measure"],
        "kind": mention.kind, "value": mention.value, "low": mention.low, "high": mention.high, "unit": unit,
        "currency": mention.currency, "modifier": mention.modifier, "said_by": row["said_by"],
        "as_of": _dated(row, "as_of")[0], "words": mention.text, "words_start": mention.start,
        "words_end": mention.end, **_anchor(row),
    }, noun  # fmt: skip


def _related(table, rows) -> Table:
    """Adds `relation` and `related_to`, each a list with `;` between, in step with one another.

    Coded: part of, conversion of. Computed: a figure restates the first telling of its measure with the same
    amount, and contradicts the first telling of every other amount, in order of publication.
    """
    keys = {row["key"]: line["figure"] for row, line in zip(rows, table, strict=True)}
    if len(keys) < len(rows):
        raise Problem("figures.csv: two rows have the same key; keys are unique")
    order = sorted(
        range(len(rows)), key=lambda i: (rows[i].document.date, rows[i].document.id, table[i]["start"])
    )
    first: dict[str, dict] = {}
    for i in order:
        row, line, relations = rows[i], table[i], []
        if (
            bool(row["relation"]) != bool(row["related_to"])
            or row["related_to"]
            and row["related_to"] not in keys
        ):
            raise row.fail(
                f"«{row['relation']}» of «{row['related_to']}»: give both, and the key of another row"
            )
        if row["relation"]:
            relations.append((row["relation"], keys[row["related_to"]]))
        amount = (line["low"], line["high"], line["currency"])
        readings = first.setdefault(line["measure"], {})
        for other, figure in readings.items():
            relations.append(("restates" if other == amount else "contradicts", figure))
        readings.setdefault(amount, line["figure"])
        line["relation"] = ";".join(name for name, _ in relations)
        line["related_to"] = ";".join(figure for _, figure in relations)
    return table


def _stands(row, column) -> str:
    """The words of `column`, which must stand somewhere in the row's document."""
    doc = row.document
    if row[column] and row[column] not in doc.text[doc.start : doc.end]:
        raise row.fail(f"{column} «{row[column]}» does not stand in {doc.id}; copy the words from it")
    return row[column]


def _target(row: Row) -> dict:
    """A target or deadline. A deadline of some days is counted from its base, or from the document's date."""
    value, unit, factor = None, "", None
    words = row.words("value_words")
    if words.text:
        found = [m for kind in ("money", "percent", "count", "duration") for m in row.found(kind, words)]
        if len(found) != 1:
            raise row.fail(f"expected one quantity in «{words.text}», found {len(found)}; choose other words")
        value, unit = found[0].value, found[0].currency or found[0].unit
    if row["factor_words"]:
        factor = factors.parse(row.words("factor_words").text)
        if not factor:
            raise row.fail(f"«{row['factor_words']}» is no factor; allowed: {', '.join(factors.WORDS)}")
    baseline = value / factor if value and factor else None
    return {
        "target": row.id(row["metric"], row["value_words"], row["factor_words"], row["due_words"]),
        "metric": row["metric"], "direction": row["direction"], "value": value, "unit": unit, "factor": factor,
        "baseline": baseline, "baseline_kind": "implied" if baseline else "", **_due(row), **_anchor(row),
    }  # fmt: skip


def _due(row) -> dict:
    """When it is due: the date in its words, or its durations counted from their base."""
    span = row.words("due_words", "due_quote")
    lengths = row.found("duration", span) if span.text else []
    if not lengths:
        date = _dated(row, "due")[0]
        return {"due": date, "due_words": span.text, "due_basis": "stated" if date else ""}
    base = row.words("base_words", "base_quote")
    start = _first_day(row, base, row.the_one("date", base).date) if base.text else row.document.date
    ends = [edtf.after(start, m.value, m.unit) for m in lengths]
    return {"due": "/".join(dict.fromkeys(ends)), "due_words": span.text, "due_basis": "counted"}


def _minerals(row: Row, nz_list: set[str]):
    span = row.words("words")
    finds = row.found("mineral", span)
    if not finds:
        raise row.fail(
            f"no mineral is found in «{span.text}»; see the list of minerals that the finder knows"
        )
    for mineral in dict.fromkeys(m.mineral for m in finds):
        mention = next(m for m in finds if m.mineral == mineral)
        yield {
            "claim": row.id(f"{mineral}-{row['role']}", mineral, row["role"], span.text), "mineral": mineral,
            "group": mention.form == "group", "role": row["role"], "on_nz_list": mineral in nz_list,
            "layer": "corpus", "source_id": "", "words": mention.text, **_anchor(row),
        }  # fmt: skip


def _statement(row: Row) -> dict:
    """A quotation. Its anchor is the quoted words themselves; without a date of its own it has its document's."""
    words = row.words("words")
    date, said_words = _dated(row, "said")
    doc = row.document
    return {
        "statement": row.id(row["speaker"], words.text, str(words.start - row.start)), "speaker": row["speaker"],
        "role": row.words("role_words", "role_quote").text, "said_on": date or doc.date.isoformat(),
        "said_on_basis": "stated" if date else "document", "said_on_words": said_words,
        "venue": row.words("venue_words", "venue_quote").text,
        "attribution": row.words("attribution", "attribution_quote").text, **_anchor(row),
        "start": words.start, "end": words.end, "quote": words.text,
    }  # fmt: skip


def _initiative(row: Row) -> dict:
    date, words = _dated(row, "date")
    return {
        "claim": row.id(row["initiative"], row["initiative"], row["status"], row["name_words"]),
        "initiative": row["initiative"], "name": row.words("name_words").text, "kind": row["kind"],
        "lead": row.words("lead_words").text, "status": row["status"], "date": date, "date_words": words,
        "predecessor": row["predecessor"], "successor": row["successor"], **_anchor(row),
    }  # fmt: skip
