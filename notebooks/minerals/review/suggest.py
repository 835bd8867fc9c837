"""What is still to code or to judge, as rows of the coding sheets with all that the code can fill in: a person decides.

They go to `data/suggested/`, which no build reads; a row that stands there, edited or not, is never touched,
and what it holds is not suggested again. Moved into `data/coding/`, with its empty cells filled in, it is coded.
"""

import csv
import io
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from ..coding import rows as coding
from ..coding.rows import Document, slug
from ..corpus import anchors
from ..errors import Problem
from ..finders.context import GIVEN_NAMES
from ..tables import files
from ..tables.build import read
from . import comparison, coverage, deadlines, reporting
from .coverage import Find

SHEETS = {kind: ("figures", "words") for kind in coverage.QUANTITIES} | {
    "date": ("events", "date_words"), "country": ("countries", "words"), "mineral": ("minerals", "words"),
    "quotation mark": ("statements", "words"),
}  # fmt: skip
_QUOTATIONS = "statements"
TARGETS = ("targets", "due_words")  # for a date that ends a target
_WRITTEN = dict([*SHEETS.values(), TARGETS])
_PERSON = re.compile(r"[A-Z]\w+ [A-Z][\w'’-]+")  # a given name and a surname
_WORD = re.compile(r"\S+")
_NEAR = 6  # words that may be added on either side to tell a find from its like


def suggest(root: Path) -> dict[str, int]:
    """Write the open finds of the collection at `root` to `data/suggested/`; sheet -> rows added."""
    with files.alone(root / "seeds"):
        return _suggest(root)


def _suggest(root):
    inputs, folder = read(root), root / "data" / "suggested"
    documents = {page.document.id: page.document for page in inputs.pages}
    columns = {name: list(cells) for name, cells in coding.sheet_columns().items()}
    rows = {name: _standing(folder / f"{name}.csv", columns[name]) for name in _WRITTEN}
    held = [place for name in _WRITTEN for row in rows[name] for place in _place(row, name, documents)]
    keys = {row["key"] for name in ("figures", "targets") for row in (*inputs.sheets[name], *rows[name])}
    speakers = [row["name"] for row in inputs.sheets["actors"] if row["kind"] == "person"]
    fresh = {name: [] for name in rows}
    found = coverage.judged(inputs)
    about = _about(inputs, found, documents)
    for find in wanted(found):
        where = find.document, find.kind == "quotation mark"
        if any(place[:2] == where and place[2] < find.end and find.start < place[3] for place in held):
            continue
        doc = documents[find.document]
        goal = deadlines.target(find, doc, inputs.claims["targets"]) if find.kind == "date" else {}
        name, column = TARGETS if goal else SHEETS[find.kind]
        row = _row(find, column, doc) | goal
        if name == "figures":
            row |= {"key": _key(find, keys), "measure": about.get(find, "")}
        if name == "targets":
            row["key"] = _key(find, keys)
        if name == _QUOTATIONS:
            row["speaker"] = _speaker(row["attribution"], speakers)
        if name == "events":
            row["event"] = about.get(find, "")
        fresh[name].append([row.get(c, "") for c in columns[name]])
        held += _place(row, name, documents)
    fresh |= _to_judge(inputs, folder, columns)
    for name, lines in fresh.items():
        if lines:
            folder.mkdir(parents=True, exist_ok=True)
            _append(folder / f"{name}.csv", columns[name], lines)
    return {name: len(lines) for name, lines in fresh.items() if lines}


def _about(inputs, found: list[Find], documents) -> dict[Find, str]:
    """The measure or event of each open find with which a coded row agrees, or from which one differs."""
    about = {}
    for doc in documents.values():
        own = [f for f in found if f.document == doc.id and f.state == "open"]
        if own:
            beside = comparison.compare(doc, own, inputs, set())
            about |= {b.find: b.name for b in beside if b.verdict in (comparison.AGREES, comparison.DIFFERS)}
    return about


def _to_judge(inputs, folder: Path, columns) -> dict[str, list[list[str]]]:
    """Sheet -> rows for what nobody has judged: all but the verdict, and a name where it has none yet."""
    standing = {row["found"] for row in _standing(folder / "disagreements.csv", columns["disagreements"])}
    fresh = {"disagreements": [], "vocabulary": []}
    for one in coverage.unjudged(inputs):
        if one.found.key in standing or (one.row and one.row["found"] == one.found.key):
            continue  # it is there, and only the verdict is missing
        row = {"disagreement": one.disagreement, "found": one.found.key, "kind": one.kind}
        if one.row:  # the reason that was given may hold still
            row |= {column: one.row[column] for column in ("document", "quote", "prefix", "note")}
        fresh["disagreements"].append([row.get(c, "") for c in columns["disagreements"]])
        if not one.row:
            fresh["vocabulary"].append(["disagreement", one.disagreement, one.topic, ""])
    return fresh


def wanted(found: list[Find]) -> Iterator[Find]:
    """The open finds; of a country or mineral the first, since one role covers it."""
    seen = set()
    for find in (f for f in found if f.state == "open"):
        if not find.subject or (find.document, find.subject) not in seen:
            yield find
        seen.add((find.document, find.subject))


def _standing(path: Path, columns: list[str]) -> list[coding.Row]:
    return coding.read(path, columns) if path.exists() else []


def _place(row, sheet: str, documents) -> list[tuple[str, bool, int, int]]:
    """(document, whether marks only, start, end) of what a row holds: its words, or its quote where it has no words yet.

    The row of a quotation holds its marks, and none of the amounts and dates that stand between them.
    """
    doc, column, marks = documents.get(row["document"]), _WRITTEN[sheet], sheet == _QUOTATIONS
    try:
        start, end = anchors.locate(doc.text, row["quote"], row["prefix"], doc.start, doc.end)
        if row[column]:
            start, end = anchors.locate(doc.text, row[column], "", start, end)
    except (Problem, AttributeError):
        return []  # a person's row in the making, or of a document that is gone: it holds nothing yet
    return [(doc.id, marks, start - marks, end + marks)]


def _row(find: Find, column: str, doc: Document) -> dict[str, str]:
    """The cells that the code can fill in."""
    first, last, start, end, more = find.first, find.last, find.start, find.end, {}
    if find.kind == "quotation mark":
        first, last, start, end = _quotation(find, doc)
        more = {"attribution": _attribution(doc.text, first, last, start, end)}
    if find.kind == "date":
        inside = (m for m in doc.mentions if m.kind == "country" and first <= m.start < last)
        more = {"actors": ";".join(dict.fromkeys(m.iso3 for m in inside))}
    quote = doc.text[first:last]
    words = (
        quote[start - first : end - first]
        if more.get("attribution") is not None
        else _words(find, doc, first, last)
    )
    return {"document": doc.id, "quote": quote, "prefix": _prefix(doc, first, last), column: words, **more}


def _prefix(doc: Document, first: int, last: int) -> str:
    """The words before the quote that tell it from its like, if it has any."""
    for back in range(0, first - doc.start + 1, 10):
        if doc.text.count(doc.text[first - back : last], doc.start, doc.end) == 1:
            return doc.text[first - back : first]
    return ""


def _words(find: Find, doc: Document, first: int, last: int) -> str:
    """The find's words, with neighbours where they stand twice in the quote, and no second find of its kind."""
    quote = doc.text[first:last]
    before = [m.start() for m in _WORD.finditer(doc.text, first, find.start)][::-1][:_NEAR]
    after = [m.end() for m in _WORD.finditer(doc.text, find.end, last)][:_NEAR]
    ends = sorted(product([find.start, *before], [find.end, *after]), key=lambda ab: (ab[1] - ab[0], ab))
    others = [m for m in doc.mentions if m.kind == find.kind and (m.start, m.end) != (find.start, find.end)]
    for a, b in ends:
        if quote.count(doc.text[a:b]) == 1 and not any(a <= m.start and m.end <= b for m in others):
            return doc.text[a:b]
    return ""


def _quotation(find: Find, doc: Document) -> tuple[int, int, int, int]:
    """(first, last, start, end): the sentences that hold a quotation, and its words; from either of its marks."""
    passage = next(p for p in doc.body if p.start <= find.start < p.end)
    opened, pairs = None, []
    for mark in coverage.MARKS.finditer(doc.text, passage.start, passage.end):
        if mark[0] == "“" or (mark[0] == '"' and opened is None):
            opened = mark
        elif opened is not None:
            pairs.append((opened.start(), mark.end()))
            opened = None
    if opened is not None:  # the quotation goes on in the next paragraph
        pairs.append((opened.start(), passage.end + 1))
    a, b = next(((a, b) for a, b in pairs if a <= find.start < b), (find.start, passage.end + 1))
    first, _ = coverage.sentence(doc, a, a + 1)
    _, last = coverage.sentence(doc, min(b, passage.end) - 1, min(b, passage.end))
    return first, max(last, min(b, passage.end)), a + 1, b - 1


def _attribution(text, first, last, start, end) -> str:
    """What stands outside the marks and says that somebody says it."""
    for piece in (text[end + 1 : last], text[first : start - 1]):
        plain = piece.strip(" ,.:\n")
        if (
            reporting.SAYS.search(plain)
            and text[first:last].count(plain) == 1
            and not coverage.MARKS.search(plain)
        ):
            return plain
    return ""


def _speaker(attribution: str, speakers: list[str]) -> str:
    """The one known person whose surname stands there, under no other given name; empty where there is none."""
    found = []
    for given, surname in (name.split(" ") for name in speakers if _PERSON.fullmatch(name)):
        before = re.search(rf"(?:(\w+) )?\b{surname}\b", attribution)
        if before and (before[1] == given or before[1] not in GIVEN_NAMES):
            found.append(f"{given} {surname}")
    return found[0] if len(found) == 1 else ""


def _key(find: Find, keys: set[str]) -> str:
    """A key that no figure has."""
    stem = slug(f"{find.document} {find.text}")
    key = next(k for k in (stem, *(f"{stem}-{n}" for n in range(2, len(keys) + 3))) if k not in keys)
    keys.add(key)
    return key


def _append(path: Path, columns: list[str], lines: list[list[str]]) -> None:
    """Add rows after what stands in the sheet, whose bytes are kept."""
    old = path.read_bytes() if path.exists() else b""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(lines if old else [columns, *lines])
    gap = b"" if not old or old.endswith(b"\n") else b"\n"
    files.write(path, old + gap + out.getvalue().encode())
