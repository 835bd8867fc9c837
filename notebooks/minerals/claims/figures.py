"""Figures: amounts parsed from their words, and how they stand to one another."""

from ..coding.terms import allowed
from ..errors import Problem
from . import vague
from .rows import anchor, dated, stands

OPEN = ("include", "includes", "including", "such as")  # what leaves room for more


def read(rows, measures, units, actors) -> list[dict]:
    """Figures with their relations: coded ones, and what equal measures say to each other."""
    known = {m["measure"]: m for m in measures}
    nouns = {word: u for u in units for word in u["words"].split(";")}
    for row in rows:
        if row["measure"] not in known:
            terms = allowed(row["measure"], known, "measure", "measures")
            raise row.fail(f"unknown measure «{row['measure']}»; known: {terms}")
    lines = [_figure(row, known[row["measure"]], nouns, actors) for row in rows]
    for measure in measures:
        if bool(measure["whole"]) != (measure["kind"] in ("percent", "share")):
            raise measure.fail(
                "say in «whole» what a percent or share is a share of, and leave it empty otherwise"
            )
    for sheet, column, used in (
        (measures, "measure", {row["measure"] for row in rows}),
        (units, "unit", {line["unit"] for line, _ in lines}),
    ):  # a vocabulary's dead terms hide what is coded
        for term in sheet:
            if term[column] not in used:
                raise term.fail(f"the {column} «{term[column]}» is used by no figure; use it, or take it out")
    unread = nouns.keys() - {noun for _, noun in lines}
    if unread:
        raise Problem(f"units.csv: no figure is in {', '.join(sorted(unread))}; take the words out")
    return _related([line for line, _ in lines], rows)


def _figure(row, measure, nouns, actors) -> tuple[dict, str]:
    """The row's figure, and the noun that the finder saw counted."""
    span = row.words("words")
    mention = vague.count(span) if measure["kind"] == "count" and not row.found("count", span) else None
    mention = mention or row.the_one(measure["kind"], span, f"measure «{row['measure']}»")
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
    }, noun  # fmt: skip


def _related(table, rows) -> list[dict]:
    """Adds `relation` and `related_to`, each a list with `;` between, in step with one another.

    Coded: part of, conversion of. Computed: a figure restates the first telling of its measure with the same
    amount, and contradicts the first telling of every other amount, in order of publication, until it is judged.
    """
    keys = {row["key"]: line["figure"] for row, line in zip(rows, table, strict=True)}
    _hold_no_circle(rows)
    order = sorted(
        range(len(rows)), key=lambda i: (rows[i].document.date, rows[i].document.id, table[i]["start"])
    )
    first: dict[str, dict] = {}
    for i in order:
        row, line, relations = rows[i], table[i], []
        if bool(row["relation"]) != bool(row["related_to"]) or (
            row["related_to"] and row["related_to"] not in keys
        ):
            raise row.fail(
                f"«{row['relation']}» of «{row['related_to']}»: give both, and the key of another row"
            )
        if row["relation_words"] and not row["relation"]:
            raise row.fail("relation_words are given, and no relation; give both")
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


def _hold_no_circle(rows) -> None:
    """Problem where a figure is, step by step, related to itself."""
    of = {row["key"]: row["related_to"] for row in rows}
    for row in rows:
        steps, key = [row["key"]], row["related_to"]
        while key and key not in steps:
            steps.append(key)
            key = of.get(key, "")
        if key == row["key"]:
            raise row.fail(f"is «{row['relation']}» itself ({' → '.join([*steps, key])}); mend related_to")
