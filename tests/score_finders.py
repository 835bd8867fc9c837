"""Precision, recall and F1 of our finders, and of other libraries, on texts that someone has marked up.

    python tests/score_finders.py FOLDER [--peers] [--errors]

FOLDER holds texts `NN.txt` (UTF-8) and, beside each, `NN.json` with what is to be found:

    {"date": "2026-02-04", "currency": "NZD", "mentions": [{"kind": "money", "start": 6, "end": 19, ...}]}

`date` and `currency` are what the finders are told of the document (null or "" for nothing). A mention has
the fields of `minerals.mentions.Mention`; missing ones are empty, and of several joined by ";" any is right.
"optional": true marks what may be found or not. A find is right by *span* where its kind, start and end are those of a mention, and by *value* where
it overlaps a mention of the same value; a mention and a find serve once. --errors lists what was not.
"""

import argparse
import datetime
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "notebooks"))

from minerals.finders import Context, find  # noqa: E402

OURS = "ours"


def _bounds(m: dict) -> tuple:
    return tuple(None if m.get(end) is None else float(f"{m[end]:.6g}") for end in ("low", "high"))


# what must be equal for a find to have a mention's value, by row of the table: its kind, and its key
ROWS: dict[str, tuple[str, Callable[[dict], object]]] = {
    "country": ("country", lambda m: m.get("iso3", "")),
    "country with form": ("country", lambda m: (m.get("iso3", ""), m.get("form", ""))),
    "money": ("money", lambda m: (_bounds(m), m.get("currency", ""))),
    "percent": ("percent", lambda m: (_bounds(m), m.get("unit", ""))),
    "share": ("share", _bounds),
    "count": ("count", lambda m: (_bounds(m), m.get("unit", ""))),
    "count, number alone": ("count", _bounds),
    "date": ("date", lambda m: m.get("date", "")),
    "mineral": ("mineral", lambda m: m.get("mineral", "")),
}
MODIFIED = ("money", "percent", "share", "count", "date")


def load(folder: Path) -> list[dict]:
    """The marked-up documents, in order: text, date, currency, mentions."""
    documents = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        told = json.loads(path.with_suffix(".json").read_text("utf-8"))
        for mention in told["mentions"]:
            words = mention.get("text", text[mention["start"] : mention["end"]])
            assert text[mention["start"] : mention["end"]] == words != "", (path, mention)
        context = {"date": told.get("date") or "", "currency": told.get("currency") or ""}
        documents.append({"name": path.stem, "text": text, **context, "mentions": told["mentions"]})
    return documents


def ours(document: dict) -> list[dict]:
    date = datetime.date.fromisoformat(document["date"]) if document["date"] else None
    return [mention._asdict() for mention in find(document["text"], Context(date, document["currency"]))]


def match(gold: list[dict], found: list[dict], same: Callable[[dict, dict], bool]) -> tuple[list, list, int]:
    """The mentions missed, the finds too many, and how many fit; what is optional counts for neither."""
    missed, left, right = [], list(found), 0
    for mention in sorted(gold, key=lambda m: m.get("optional", False)):
        fit = next((f for f in left if same(mention, f)), None)
        if fit is not None:
            left.remove(fit)
            right += not mention.get("optional")
        elif not mention.get("optional"):
            missed.append(mention)
    spared = [m for m in gold if m.get("optional")]
    return missed, [f for f in left if not any(_overlap(f, m) for m in spared)], right


def _overlap(a: dict, b: dict) -> bool:
    return a["start"] < b["end"] and b["start"] < a["end"]


def _same(told: object, found: object) -> bool:
    """Whether a find's value is a mention's, or one of those that its text allows."""
    if isinstance(told, tuple):
        return all(_same(*pair) for pair in zip(told, found, strict=True))
    return found in told.split(";") if isinstance(told, str) else told == found


def score(documents: list[dict], finds: list[list[dict]], row: str, by: str) -> tuple[int, int, int, list]:
    """Right, missed, too many, and (document, what, mention) of the last two, for a row, by "span" or "value"."""
    kind, key = ROWS[row]
    tests = {
        "span": lambda m, f: (m["start"], m["end"]) == (f["start"], f["end"]),
        "value": lambda m, f: _overlap(m, f) and _same(key(m), key(f)),
    }
    right, misses, extras, errors = 0, 0, 0, []
    for document, found in zip(documents, finds, strict=True):
        gold = [m for m in document["mentions"] if m["kind"] == kind]
        missed, extra, fit = match(gold, [f for f in found if f["kind"] == kind], tests[by])
        right, misses, extras = right + fit, misses + len(missed), extras + len(extra)
        errors += [(document, "missed", m) for m in missed] + [(document, "extra", f) for f in extra]
    return right, misses, extras, errors


def figures(right: int, missed: int, extra: int) -> tuple[float, float, float]:
    """Precision, recall, F1; 1 where there is nothing to find and nothing found."""
    precision = right / (right + extra) if right + extra else float(not missed)
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * right / (2 * right + missed + extra) if right + missed + extra else 1.0


def table(documents: list[dict], finds: dict[str, list[list[dict]]]) -> Iterable[str]:
    """A Markdown table: a line for each row and each library that finds its kind."""
    yield "| kind | mentions | by | span P | span R | span F1 | value P | value R | value F1 |"
    yield "| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for row, (kind, _) in ROWS.items():
        for name, found in finds.items():
            if name != OURS and not any(f["kind"] == kind for each in found for f in each):
                continue
            right, missed, *_ = score(documents, found, row, "span")
            cells = [
                f"{x:.3f}" for by in ("span", "value") for x in figures(*score(documents, found, row, by)[:3])
            ]
            yield f"| {row} | {right + missed} | {name} | {' | '.join(cells)} |"


def modifiers(documents: list[dict], finds: list[list[dict]]) -> tuple[int, int]:
    """How many of our finds with a mention's exact span and kind also have its modifier, and how many there are."""
    pairs = [
        (m.get("modifier") or "", f["modifier"])
        for document, found in zip(documents, finds, strict=True)
        for m in document["mentions"]
        for f in found
        if m["kind"] in MODIFIED and (m["kind"], m["start"], m["end"]) == (f["kind"], f["start"], f["end"])
    ]
    return sum(a == b for a, b in pairs), len(pairs)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peers", action="store_true", help="score other libraries too (after make bench)")
    parser.add_argument("--errors", action="store_true", help="list what ours missed or found too many")
    options = parser.parse_args()
    documents = load(options.folder)
    finds = {OURS: [ours(document) for document in documents]}
    if options.peers:
        import peers

        asked = [{key: document[key] for key in ("text", "date", "currency")} for document in documents]
        answers = [peers.ask(name, asked) for name in peers.PEERS]
        finds |= {answer["name"]: answer["finds"] for answer in answers}
    marked = sum(not m.get("optional") for document in documents for m in document["mentions"])
    print(
        f"{len(documents)} texts, {sum(len(d['text']) for d in documents):,} characters, {marked} mentions\n"
    )
    print("\n".join(table(documents, finds)))
    same, pairs = modifiers(documents, finds[OURS])
    print(f"\nmodifiers: {same} of the {pairs} finds with an exact span")
    for row in ROWS if options.errors else ():
        for document, what, m in score(documents, finds[OURS], row, "value")[3]:
            words = document["text"][max(0, m["start"] - 40) : m["end"] + 40].replace("\n", " ")
            print(f"{document['name']} {row} {what}: {ROWS[row][1](m)} in «{words}»")


if __name__ == "__main__":
    main()
