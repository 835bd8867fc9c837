"""Disagreements: what the code finds to differ and what a person sees, judged, with both sides anchored.

`data/coding/disagreements.csv` judges: a row is a disagreement, `found` the key of what the code found, or empty
where only a person can see it; its quote, where it has one, is the reason that the corpus itself gives. In
`sides.csv` a person adds a telling by its words, with a name for its `side` where several say the same; words
inside a telling that the code found are its reading.
"""

from itertools import count

from .coding import Document, Row
from .differences import Found, Side, claim_id, find, place_of
from .errors import Problem


def build(
    sheets: dict[str, list[Row]], documents: dict[str, Document], claims: dict[str, list[dict]]
) -> list[dict]:
    """The table: a row a telling, by disagreement and side. Problem where something found is not judged, or gone."""
    for row in sheets["counted"]:
        if row["measure"] not in {f["measure"] for f in claims["figures"]}:
            raise row.fail(f"no figure is a «{row['measure']}»; take the row out")
    found = {f.key: f for f in find(claims, sheets["counted"], list(documents.values()))}
    judged = sheets["disagreements"]
    _hold(judged, found)
    for row in [*judged, *sheets["sides"]]:
        if row["document"] or row.sheet == "sides":
            if row["document"] not in documents:
                raise row.fail(f"unknown document «{row['document']}»; known: {', '.join(documents)}")
            row.anchor(documents[row["document"]])
    names = {
        row["term"]: row["description"] for row in sheets["vocabulary"] if row["vocabulary"] == "disagreement"
    }
    added = {row["disagreement"]: [] for row in judged}
    for row in sheets["sides"]:
        if row["disagreement"] not in added:
            raise row.fail(f"«{row['disagreement']}» is judged in no row of disagreements.csv; add one")
        added[row["disagreement"]].append(row)
    lines = []
    for row in judged:
        tellings = _tellings(found.get(row["found"]), added[row["disagreement"]])
        if len({side.group for side in tellings}) < 2:
            raise row.fail("has fewer than two sides; add another to sides.csv, or take the row out")
        lines += _lines(row, names[row["disagreement"]], tellings, documents)
    return lines


def _hold(judged: list[Row], found: dict[str, Found]) -> None:
    """Problem unless each thing found is judged once, and nothing else is."""
    seen = {}
    for row in judged:
        key = row["found"]
        if row["disagreement"] in seen or (key and key in seen):
            raise row.fail("is judged twice; take one of the rows out")
        seen |= {row["disagreement"]: row, **({key: row} if key else {})}
        if key and key not in found:
            now = [k for k in found if k.rpartition(":")[0] == key.rpartition(":")[0]]
            raise row.fail(
                f"the code no longer finds «{key}»; "
                + (f"it finds «{now[0]}» ({_told(found[now[0]])}): judge that, and put its key here" if now
                   else "take the row out")
            )  # fmt: skip
    for key, difference in found.items():
        if key not in seen:
            raise Problem(
                f"disagreements.csv: nobody has judged «{key}» ({_told(difference)}); add a row with this key as "
                "found, a kind and a verdict"
            )


def _told(found: Found) -> str:
    """What each side of it says, and where."""
    told = {side.group: side for side in found.sides}.values()
    return "; ".join(f"{side.claim['document']}, {side.claim['start']}: {side.reading[:80]}" for side in told)


def _tellings(found: Found | None, added: list[Row]) -> list[Side]:
    """The tellings that the code found, in a person's words where they gave any, and those that a person added."""
    tellings = list(found.sides) if found else []
    of_code = range(len(tellings))
    for row in added:
        words = row.words("words")
        inside = [i for i in of_code if _holds(tellings[i].claim, row, words)]
        for i in inside:
            tellings[i] = tellings[i]._replace(reading=words.text)
        if inside and row["side"]:
            raise row.fail(
                "these words are of a telling that the code found, whose side it knows; leave side empty"
            )
        if not inside:
            anchor = {"document": row.document.id, "source_file": row.document.source_file}
            claim = anchor | {"start": row.start, "end": row.end, "quote": row["quote"]}
            tellings.append(Side(row["side"] or words.text.casefold(), words.text, claim))
    return tellings


def _holds(claim, row, words) -> bool:
    return (
        claim["document"] == row.document.id and claim["start"] <= words.start and words.end <= claim["end"]
    )


def _lines(row: Row, topic: str, tellings: list[Side], documents: dict[str, Document]) -> list[dict]:
    """One disagreement's rows; its sides are numbered in the order in which they were first told."""

    def told(side):
        document, *place = place_of(side.claim)
        return documents[document].date, document, *place, claim_id(side.claim)

    tellings, numbers, next_number = sorted(tellings, key=told), {}, count(1)
    for side in tellings:
        if side.group not in numbers:
            numbers[side.group] = next(next_number)
    reason = {"reason": row["quote"], "reason_document": row["document"]} if row["document"] else {}
    lines = []
    for side in sorted(tellings, key=lambda side: numbers[side.group]):
        lines.append({
            "disagreement": row["disagreement"], "topic": topic, "kind": row["kind"], "verdict": row["verdict"],
            "side": numbers[side.group], "reading": side.reading, "found": bool(row["found"]),
            "claim": claim_id(side.claim),
            **{c: side.claim[c] for c in ("document", "source_file", "start", "end", "quote")}, **reason,
            "reason_start": row.start, "reason_end": row.end, "note": row["note"],
        })  # fmt: skip
    return lines
