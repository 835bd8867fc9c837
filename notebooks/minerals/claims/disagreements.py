"""Disagreements: what the code finds to differ and what a person sees, judged, with both sides anchored.

`data/coding/disagreements.csv` judges: a row is a disagreement, `found` the key of what the code found, or empty
where only a person can see it; its quote, where it has one, is the reason that the corpus itself gives. In
`sides.csv` a person adds a telling by its words, with a name for its `side` where several say the same; words
inside a telling that the code found are its reading. What nobody has judged, or judged when it said something
else, is in the table as `unjudged`, and the audit counts it as work.
"""

import csv
from collections.abc import Iterator
from itertools import chain, combinations, count
from pathlib import Path
from typing import NamedTuple

from ..coding.rows import Document, Row, slug
from ..errors import Faults, Problem
from .differences.find import Found, Side, claim_id, find, place_of
from .rows import stands

UNJUDGED = "unjudged"
CONFLICT, AGAINST = "conflict", "speaker and reporter differ"
_APART = (UNJUDGED, CONFLICT)  # verdicts under which two amounts of one measure contradict each other


class Open(NamedTuple):
    """What the code found and nobody has judged; `row` is a judgement of it that no longer holds, if there is one."""

    disagreement: str
    kind: str
    topic: str
    found: Found
    row: Row | None = None


def build(
    sheets: dict[str, list[Row]], documents: dict[str, Document], claims: dict[str, list[dict]]
) -> list[dict]:
    """The table: a row a telling, by disagreement and side. Problem where a judgement is of nothing that is told."""
    faults, measures = Faults(), {f["measure"] for f in claims["figures"]}
    faults.found += [
        row.fail(f"no figure is a «{row['measure']}»; take the row out")
        for row in sheets["counted"] if row["measure"] not in measures
    ]  # fmt: skip
    found = {f.key: f for f in find(claims, sheets["counted"], list(documents.values()))}
    judged, topics = sheets["disagreements"], _topics(sheets)
    waiting = _waiting(judged, found, topics, faults)
    added = {row["disagreement"]: [] for row in judged}
    for row in sheets["sides"]:
        added[row["disagreement"]].append(row)
    reopened = {open_.disagreement: open_ for open_ in waiting}

    def one(row):
        open_ = reopened.pop(row["disagreement"], None)
        tellings = _tellings(open_.found if open_ else found.get(row["found"]), added[row["disagreement"]])
        if len({side.group for side in tellings}) < 2:
            raise row.fail("has fewer than two sides; add another to sides.csv, or take the row out")
        if not open_:
            _hold_voices(row, tellings)
        judgement = _open(open_) if open_ else _judgement(row, topics[row["disagreement"]])
        return _lines(judgement, tellings, documents)

    lines = faults.each(one, faults.sound(judged))
    faults.stop()
    lines += [_lines(_open(open_), list(open_.found.sides), documents) for open_ in reopened.values()]
    return list(chain(*lines))


def hold(sheets: dict[str, list[Row]], documents: dict[str, Document], faults: Faults) -> None:
    """Tie the judgements and the sides to their places; what is wrong with one goes to `faults`, whatever it judges."""
    known, names = faults.none_in("documents", ""), {row["disagreement"] for row in sheets["disagreements"]}
    complete = faults.lists_all(sheets["disagreements"], "disagreements", "disagreement")
    faults.found += _unfit(faults.sound(sheets["disagreements"]))

    def tie(row):
        if row.sheet == "sides" and row["disagreement"] not in names and complete:
            raise row.fail(f"«{row['disagreement']}» is judged in no row of disagreements.csv; add one")
        if row["document"] in documents:
            row.anchor(documents[row["document"]])
            row.words("words") if row.sheet == "sides" else None
        elif known and (row["document"] or row.sheet == "sides"):
            raise row.fail(f"unknown document «{row['document']}»; known: {', '.join(documents)}")

    faults.each(tie, faults.sound([*sheets["disagreements"], *sheets["sides"]]))


def settled(figures: list[dict], judged: list[Row], lines: list[dict]) -> list[dict]:
    """The figures, whose amounts contradict one another only where a person judged so, or nobody has yet: elsewhere
    the verdict is their relation. `lines` is the table of disagreements."""
    verdicts = {line["disagreement"]: line["verdict"] for line in lines}
    held = {}  # a measure -> the verdict on its amounts
    for row in judged:
        finder, _, subject = row["found"].rpartition(":")[0].partition(":")
        if finder == "amount":
            held[subject] = verdicts[row["disagreement"]]

    def now(figure):
        verdict = held.get(slug(figure["measure"]), UNJUDGED)
        return figure["relation"] if verdict in _APART else figure["relation"].replace("contradicts", verdict)

    return [figure | {"relation": now(figure)} for figure in figures]


def unjudged(
    sheets: dict[str, list[Row]], documents: dict[str, Document], claims: dict[str, list[dict]]
) -> list[Open]:
    """What the code finds to differ and nobody has judged."""
    found = {f.key: f for f in find(claims, sheets["counted"], list(documents.values()))}
    faults = Faults()
    waiting = _waiting(sheets["disagreements"], found, _topics(sheets), faults)
    faults.stop()
    return waiting


def _topics(sheets) -> dict[str, str]:
    return {
        row["term"]: row["description"] for row in sheets["vocabulary"] if row["vocabulary"] == "disagreement"
    }


def _waiting(
    judged: list[Row], found: dict[str, Found], topics: dict[str, str], faults: Faults
) -> list[Open]:
    """What is found and not judged; a row that judges what is no longer found goes to `faults`."""
    kinds = _kinds()
    left = {
        key: one
        for key, one in found.items()
        if key not in {row["found"] for row in judged if row["verdict"]}
    }
    waiting = []
    for row in judged:
        key = row["found"]
        if not key or (key in found and row["verdict"]):
            continue
        subject = key.rpartition(":")[0]
        now = key if key in left else next((k for k in left if k.rpartition(":")[0] == subject), "")
        if not now:
            faults.found.append(row.fail(f"the code no longer finds «{key}»; take the row out"))
            continue
        one = left.pop(now)
        waiting.append(
            Open(row["disagreement"], row["kind"] or kinds[one.finder], topics[row["disagreement"]], one, row)
        )
    for key, one in left.items():
        kind = kinds[one.finder]
        waiting.append(Open(slug(key), kind, f"{kind}: {one.subject.replace('-', ' ')}", one))
    return waiting


def _unfit(judged: list[Row]) -> Iterator[Problem]:
    """The rows that judge what another judges, or lack what a judgement needs."""
    seen = set()
    for row in judged:
        names = {row["disagreement"]} | ({row["found"]} if row["found"] else set())
        if names & seen:
            yield row.fail("is judged twice; take one of the rows out")
        seen |= names
        for column in ("disagreement", *(() if row["found"] else ("kind", "verdict"))):
            if not row[column]:
                yield row.fail(f"has no {column}; its terms are in data/coding/vocabulary.csv")


def _kinds() -> dict[str, str]:
    """Finder -> the kind of what it finds."""
    with Path(__file__).with_name("finders.csv").open(encoding="utf-8", newline="") as file:
        return {row["finder"]: row["kind"] for row in csv.DictReader(file)}


def _open(open_: Open) -> dict:
    columns = {"disagreement": open_.disagreement, "topic": open_.topic, "kind": open_.kind}
    return columns | {"verdict": UNJUDGED, "found": True}


def _judgement(row: Row, topic: str) -> dict:
    """A person's verdict, with the words of the corpus that give the reason for it."""
    reason = {"reason": row["quote"], "reason_document": row["document"]} if row["document"] else {}
    return {
        "disagreement": row["disagreement"], "topic": topic, "kind": row["kind"], "verdict": row["verdict"],
        "found": bool(row["found"]), **reason, "reason_start": row.start, "reason_end": row.end, "note": row["note"],
    }  # fmt: skip


def _tellings(found: Found | None, added: list[Row]) -> list[Side]:
    """The tellings that the code found, in a person's words where they gave any, and those that a person added."""
    tellings = list(found.sides) if found else []
    of_code = range(len(tellings))
    for row in added:
        words = row.words("words")
        inside = [i for i in of_code if _holds(tellings[i].claim, row, words)]
        for i in inside:
            tellings[i] = tellings[i]._replace(reading=words.text)
        if inside and (row["side"] or row["said_by"]):
            raise row.fail(
                "these words are of a telling that the code found, whose side and speaker it knows; leave them empty"
            )
        if not inside:
            anchor = {"document": row.document.id, "source_file": row.document.source_file}
            claim = anchor | {"start": row.start, "end": row.end, "quote": row["quote"]}
            claim |= {"said_by": stands(row, "said_by")}
            tellings.append(Side(row["side"] or words.text.casefold(), words.text, claim))
    return tellings


def _voice(side: Side) -> str:
    """Whom the source names as saying it; empty where it speaks for itself."""
    return side.claim.get("said_by") or side.claim.get("speaker", "")


def _hold_voices(row: Row, tellings: list[Side]) -> None:
    """Problem where a conflict is none of the sources': what a speaker says does not bind the document that quotes it."""
    pairs = [(a, b) for a, b in combinations(tellings, 2) if a.group != b.group]
    told = [(a.claim["document"] == b.claim["document"], {_voice(a), _voice(b)}) for a, b in pairs]
    if row["verdict"] == CONFLICT and all(same and len(voices) > 1 for same, voices in told):
        voices = ", ".join(sorted({voice or "the document itself" for _, voices in told for voice in voices}))
        raise row.fail(
            f"its sides are of one document, which only passes them on ({voices}); judge it «{AGAINST}»"
        )
    if row["verdict"] == AGAINST and not any(
        same and "" in voices and len(voices) > 1 for same, voices in told
    ):
        raise row.fail(
            "no document differs from a speaker whom it quotes; give said_by in sides.csv, or another verdict"
        )


def _holds(claim, row, words) -> bool:
    return (
        claim["document"] == row.document.id and claim["start"] <= words.start and words.end <= claim["end"]
    )


def _lines(judgement: dict, tellings: list[Side], documents: dict[str, Document]) -> list[dict]:
    """One disagreement's rows; its sides are numbered in the order in which they were first told."""

    def told(side):
        document, *place = place_of(side.claim)
        return documents[document].date, document, *place, claim_id(side.claim)

    tellings, numbers, next_number = sorted(tellings, key=told), {}, count(1)
    for side in tellings:
        if side.group not in numbers:
            numbers[side.group] = next(next_number)
    return [
        {
            **judgement, "side": numbers[side.group], "reading": side.reading, "claim": claim_id(side.claim),
            "said_by": _voice(side),
            **{c: side.claim[c] for c in ("document", "source_file", "start", "end", "quote")},
        }
        for side in sorted(tellings, key=lambda side: numbers[side.group])
    ]  # fmt: skip
