"""Figures: amounts parsed from their words, and how they stand to one another."""

from collections.abc import Iterator

from ..coding.checks import allowed
from ..coding.rows import Row
from ..errors import Faults, Problem
from . import vague
from .actors import Actors
from .rows import anchor, dated, stands

OPEN = ("include", "includes", "including", "such as")  # what leaves room for more


def read(sheets: dict[str, list[Row]], rows: list[Row], actors: Actors, faults: Faults) -> list[dict]:
    """The figures of the anchored `rows` with their relations: coded ones, and what equal measures say to each other."""
    measures, units = sheets["measures"], sheets["units"]
    faults.each(_hold_whole, faults.sound(measures))
    known = {m["measure"]: m for m in faults.sound(measures)}
    nouns = {word: u for u in faults.sound(units) for word in u["words"].split(";")}
    names, listed = {m["measure"] for m in measures}, faults.lists_all(measures, "measures", "measure")
    counted = faults.none_in("units")  # else a noun that is not there may be in a row with a fault

    def figure(row):
        if row["measure"] not in names and listed:
            terms = allowed(row["measure"], names, "measure", "measures")
            raise row.fail(f"unknown measure «{row['measure']}»; known: {terms}")
        if row["measure"] not in known:
            return None
        measure = known[row["measure"]]
        span = row.words("words")
        mention = vague.count(span) if measure["kind"] == "count" and not row.found("count", span) else None
        mention = mention or row.the_one(measure["kind"], span, f"measure «{row['measure']}»")
        if not counted and mention.unit and mention.unit not in nouns:
            return None
        return row, _figure(row, mention, measure, nouns, actors), mention.unit

    made = faults.each(figure, rows)
    keys = {row["key"] for row in sheets["figures"]}
    faults.each(lambda row: _hold_related(row, keys), faults.sound(rows))
    faults.found += _in_circles(faults.sound(rows))
    if len(made) < len(sheets["figures"]) or not faults.none_in("figures", "measures", "units"):
        return []  # what such a row is related to, and what it alone uses, is not known
    _hold_used(sheets, [line for _, line, _ in made], {noun for *_, noun in made}, nouns, faults)
    return _related([line for _, line, _ in made], [row for row, *_ in made])


def _hold_whole(measure: Row) -> None:
    if bool(measure["whole"]) != (measure["kind"] in ("percent", "share")):
        raise measure.fail(
            "say in «whole» what a percent or share is a share of, and leave it empty otherwise"
        )


def _hold_used(sheets, table, counted, nouns, faults) -> None:
    """A vocabulary's dead terms hide what is coded."""
    for sheet, column in (("measures", "measure"), ("units", "unit")):
        used = {line[column] for line in table}
        faults.found += [
            term.fail(f"the {column} «{term[column]}» is used by no figure; use it, or take it out")
            for term in sheets[sheet] if term[column] not in used
        ]  # fmt: skip
    unread = nouns.keys() - counted
    if unread and faults.none_in("units"):
        faults.found.append(
            Problem(f"units.csv: no figure is in {', '.join(sorted(unread))}; take the words out", "units")
        )


def _figure(row, mention, measure, nouns, actors) -> dict:
    noun = mention.unit
    if noun and noun not in nouns:
        raise row.fail(f"«{mention.text}» is in «{noun}», which is in no row of units.csv; add it to one")
    unit = nouns[noun]["unit"] if noun else ""
    if (
        mention.kind == "count" and not noun
    ):  # "another 20 are interested" leaves its noun to the sentence before
        unit = measure["unit"]
    if unit != measure["unit"]:
        if mention.kind == "money":
            raise measure.fail(
                f"the unit of an amount of money is read from its words; leave «{measure['unit']}» out"
            )
        raise row.fail(
            f"«{mention.text}» is in «{unit}», and {row['measure']} is in «{measure['unit']}»; choose other words, another "
            "measure, or mend its unit in measures.csv"
        )
    if mention.kind == "money" and not mention.currency:
        raise row.fail(f"«{mention.text}» has no currency; code the document's currency in documents.csv")
    stands(row, "said_by")
    bound = row.words("bound_words").text
    if bound and (mention.modifier or bound.lower() not in OPEN):
        raise row.fail(
            f"bound_words are «{bound}»; they open an amount without a modifier: {', '.join(OPEN)}"
        )
    return {
        "figure": row.id(row["measure"], mention.text, str(mention.start - row.start)), "measure": row["measure"],
        **{column: measure[column] for column in ("label", "topic", "initiative", "whole", "record")},
        "kind": mention.kind, "value": mention.value, "low": mention.low,
        "high": None if bound else mention.high, "unit": unit, "noun": noun,
        "currency": mention.currency, "modifier": mention.modifier or bound.lower(), "said_by": row["said_by"],
        "said_by_id": actors.id(row["said_by"], row, "said_by") if row["said_by"] else "",
        "as_of": dated(row, "as_of")[0],
        "period_words": row.words("period_words").text, "relation_words": row.words("relation_words").text,
        "words": mention.text, "words_start": mention.start, "words_end": mention.end, **anchor(row),
    }  # fmt: skip


def _related(table, rows) -> list[dict]:
    """Adds `relation` and `related_to`, each a list with `;` between, in step with one another.

    Coded: part of, conversion of. Computed: a figure restates the first telling of its measure with the same
    amount, and contradicts the first telling of every other amount, in order of publication, until it is judged.
    """
    keys = {row["key"]: line["figure"] for row, line in zip(rows, table, strict=True)}
    order = sorted(
        range(len(rows)), key=lambda i: (rows[i].document.date, rows[i].document.id, table[i]["start"])
    )
    first: dict[str, dict] = {}
    for i in order:
        row, line, relations = rows[i], table[i], []
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


def _hold_related(row: Row, keys: set[str]) -> None:
    given, to = row["relation"], row["related_to"]
    if bool(given) != bool(to) or (to and to not in keys):
        raise row.fail(f"«{given}» of «{to}»: give both, and the key of another row")
    if row["relation_words"] and not given:
        raise row.fail("relation_words are given, and no relation; give both")


def _in_circles(rows: list[Row]) -> Iterator[Problem]:
    """The figures that are, step by step, related to themselves."""
    of = {row["key"]: row["related_to"] for row in rows}
    for row in rows:
        steps, key = [row["key"]], row["related_to"]
        while key and key not in steps:
            steps.append(key)
            key = of.get(key, "")
        if key == row["key"]:
            yield row.fail(f"is «{row['relation']}» itself ({' → '.join([*steps, key])}); mend related_to")
