"""What is coded, what a person set aside with a reason, and what is still to do.

Every automatic mention of a quantity or a date in body text, and every quotation mark, is behind the words of
a coded row, or dismissed in `data/coding/dismissed.csv`; what is neither is the list of work left.
"""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from .build import read
from .coding import Document, Row

KINDS = ("money", "percent", "share", "count", "duration", "date", "quotation mark")
_MARKS = re.compile('[“”"]')
_BESIDE = 2  # characters between a quotation's words and its mark: a full stop, a comma


class Find(NamedTuple):
    """A mention or mark in body text; `state` is coded, dismissed or open, `reason` why it is dismissed."""

    document: str
    kind: str
    start: int
    end: int
    text: str
    sentence: str
    state: str
    reason: str


def finds(root: Path) -> list[Find]:
    """Every find of `KINDS` in the collection at `root`, in order of document and place."""
    sheets, pages, _, _ = read(root)
    documents = {page.document.id: page.document for page in pages}
    coded: dict[str, list[tuple[int, int]]] = {name: [] for name in documents}
    said: dict[str, list[tuple[int, int]]] = {name: [] for name in documents}
    for name in ("events", "countries", "figures", "targets", "initiatives", "statements"):
        for row in sheets[name]:
            coded[row["document"]] += row.used
            if name == "statements":
                words = row.words("words")
                said[row["document"]].append((words.start - _BESIDE, words.end + _BESIDE))
    dismissed = {name: [row for row in sheets["dismissed"] if row["document"] == name] for name in documents}
    by_kind = {"quotation mark": said}
    return [
        _judged(doc, kind, start, end, by_kind.get(kind, coded)[name], dismissed[name])
        for name, doc in documents.items()
        for start, end, kind in sorted(_sought(doc))
    ]


def _sought(doc: Document):
    for mention in doc.mentions:
        if mention.kind in KINDS:
            yield mention.start, mention.end, mention.kind
    for passage in doc.body:
        for mark in _MARKS.finditer(doc.text, passage.start, passage.end):
            yield mark.start(), mark.end(), "quotation mark"


def _judged(doc: Document, kind, start, end, coded, dismissed: list[Row]) -> Find:
    """One find with its state; a dismissal counts only where its words hold the whole of it."""
    state, reason = "open", ""
    if any(a < end and start < b for a, b in coded):
        state = "coded"
    else:
        for row in dismissed:
            words = row.words("words")
            if row["kind"] == kind and words.start <= start and end <= words.end:
                state, reason = "dismissed", row["reason"]
    return Find(doc.id, kind, start, end, doc.text[start:end], _sentence(doc, start, end), state, reason)


def _sentence(doc: Document, start: int, end: int) -> str:
    """The words around a find, to know it by."""
    left, right = next((p.start, p.end) for p in doc.body if p.start <= start < p.end)
    return " ".join(doc.text[max(left, start - 60) : min(right, end + 60)].split())


def counts(found: list[Find]) -> list[tuple[str, int, int, int]]:
    """(kind, coded, dismissed, open) for each kind."""
    states = Counter((f.kind, f.state) for f in found)
    return [(kind, *(states[kind, state] for state in ("coded", "dismissed", "open"))) for kind in KINDS]
