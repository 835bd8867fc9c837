"""What is coded, what a person set aside with a reason, and what is still to do.

Every automatic mention of a quantity, a date, a country or a mineral in body text, and every quotation mark, is behind
the words of a coded row or dismissed for a reason; what is neither is the list of work left, and so is what the
code finds to differ and nobody has judged.
"""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from ..claims import disagreements
from ..claims.disagreements import Open
from ..coding.rows import Document, Row
from ..tables.build import Inputs, read

QUANTITIES = ("money", "percent", "share", "count", "duration")
KINDS = (*QUANTITIES, "date", "country", "mineral", "quotation mark")
STATES = ("coded", "dismissed", "open")
_CODED = ("events", "countries", "figures", "targets", "initiatives", "statements", "minerals", "provisions")
MARKS = re.compile('[“”"]')
_BESIDE = 2  # characters between a quotation's words and its mark: a full stop, a comma
_STOP = re.compile(r"[.!?…][”\"’')\]*]*\s+(?=[“\"‘'(\[*A-Z0-9\\])")
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mrs?|Ms|Dr|St|No|Rt|Hon|Prof|Gen|Sen|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co))$"
)
_ROLE_TOLD = "told-elsewhere"  # of a country or mineral whose role another sentence of the document tells


class Find(NamedTuple):
    """A mention or mark in body text; `state` is one of `STATES`, `reason` why it is dismissed.

    `first` and `last` are the ends of its `sentence`; `subject` is a country's or a mineral's name.
    """

    document: str
    kind: str
    start: int
    end: int
    text: str
    first: int
    last: int
    sentence: str
    state: str
    reason: str
    subject: str


def finds(root: Path) -> list[Find]:
    """Every find of `KINDS` in the collection at `root`, in order of document and place."""
    return judged(read(root))


def judged(inputs: Inputs) -> list[Find]:
    """Every find of `KINDS` in what was read, with its state."""
    documents = {page.document.id: page.document for page in inputs.pages}
    words = {name: [] for name in documents}  # the places of words that the code has read
    said, told = {name: [] for name in documents}, {name: [] for name in documents}
    for name in _CODED:
        for row in inputs.sheets[name]:
            used = row.used
            if (
                name == "statements"
            ):  # it codes who said the words; what they say of amounts and dates it does not
                span = row.words("words")
                used = [place for place in row.used if place != (span.start, span.end)]
                said[row["document"]].append((span.start - _BESIDE, span.end + _BESIDE))
            words[row["document"]] += used
            if name == "countries":
                told[row["document"]].append((row.start, row.end))
    places = {"quotation mark": said, "country": told}
    roles = {(claim["document"], claim["iso3"]) for claim in inputs.claims["countries"]}
    roles |= {(claim["document"], claim["mineral"]) for claim in inputs.claims["minerals"]}
    return [
        Find(
            doc.id,
            kind,
            start,
            end,
            doc.text[start:end],
            first,
            last,
            doc.text[first:last],
            state,
            reason,
            subject,
        )
        for name, doc in documents.items()
        for start, end, kind, subject in sorted(_sought(doc))
        for first, last in [sentence(doc, start, end)]
        for state, reason in [
            _state(inputs, doc, kind, start, end, places.get(kind, words)[name], (name, subject) in roles)
        ]
    ]


def unjudged(inputs: Inputs) -> list[Open]:
    """What the code finds to differ in what was read, and nobody has judged."""
    documents = {page.document.id: page.document for page in inputs.pages}
    return disagreements.unjudged(inputs.sheets, documents, inputs.claims)


def _sought(doc: Document):
    for mention in doc.mentions:
        if mention.kind in KINDS:
            yield mention.start, mention.end, mention.kind, mention.iso3 or mention.mineral
    for passage in doc.body:
        for mark in MARKS.finditer(doc.text, passage.start, passage.end):
            yield mark.start(), mark.end(), "quotation mark", ""


def _state(inputs, doc: Document, kind, start, end, coded, has_role) -> tuple[str, str]:
    """(state, reason) of one find; a dismissal counts only where its words hold the whole of it."""
    if any(a < end and start < b for a, b in coded):
        return "coded", ""
    for row in inputs.sheets["dismissed"]:
        if row["document"] == doc.id and row["kind"] == kind and _holds(row, start, end):
            return "dismissed", row["reason"]
    return ("dismissed", _ROLE_TOLD) if has_role else ("open", "")


def _holds(row: Row, start: int, end: int) -> bool:
    words = row.words("words")
    return words.start <= start and end <= words.end


def sentence(doc: Document, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds `start` to `end` begins and ends, inside its passage."""
    first, last = next((p.start, p.end) for p in doc.body if p.start <= start < p.end)
    for stop in _STOP.finditer(doc.text, first, last):
        if _SHORT.search(doc.text, first, stop.start()) and doc.text[stop.start()] == ".":
            continue
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end - 1:
            return first, len(doc.text[: stop.end()].rstrip())
    return first, last


def counts(found: list[Find]) -> list[tuple[str, int, int, int]]:
    """(kind, coded, dismissed, open) for each kind."""
    seen = Counter((f.kind, f.state) for f in found)
    return [(kind, *(seen[kind, state] for state in STATES)) for kind in KINDS]
