"""The finds of a document beside what the others' coded rows say: agrees, differs, may differ, new, or to be coded.

What a sentence is about is told by likeness alone, so the bars are high: a difference is said only where one
measure or event is clearly the likest, and elsewhere that it may differ. Everything else is to be coded.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..coding.rows import Document
from ..finders import Mention, edtf
from ..tables.build import Inputs
from . import coverage, reporting
from .similarity import Names, Near, Sentences, stem, words

AGREES, DIFFERS, MAY, NEW, TO_CODE = VERDICTS = ("agrees", "differs", "may differ", "new", "to be coded")
# the share of a name's words that a sentence must hold for the same amount, or the same date, to agree with it
_AMOUNT, _DATE = 0.4, 0.75
_HINT = 0.6  # of its words, for a name to be what a find may be about
_FEW = 2  # measures in one unit, at most, for each to be what a find may be about
_NEAR, _CLEAR = 0.75, 0.9  # share of the highest likeness that still counts, and that leaves it unclear
_PLACE = ("document", "start", "end")
_SHORT = re.compile(r"\((\w+)\)")  # "Minerals Security Partnership (MSP)"
_APPOSED = re.compile(r", (?=the )")  # "Project Vault, the stockpile" is two names


class Telling(NamedTuple):
    """What another document says: its words and where they stand, inside the quote (`first` to `last`) of their row."""

    document: str
    start: int
    end: int
    first: int
    last: int
    words: str
    same: bool


class Compared(NamedTuple):
    """A find, what is to be said of it, the measure or event (`name`) that it seems to be about, and who tells of that."""

    find: coverage.Find
    verdict: str
    name: str = ""
    label: str = ""
    told: list[Telling] = []  # noqa: RUF012
    noun: str = ""
    date: str = ""


def compare(doc: Document, found: list[coverage.Find], after: Inputs, known: set[tuple]) -> list[Compared]:
    """Every open find of `doc`; `known` are the keys of what other documents hold."""
    chooser, items = _Chooser(doc, after), []
    mentions = {(m.kind, m.start, m.end): m for m in doc.mentions}
    for find in found:
        m = mentions.get((find.kind, find.start, find.end))  # none for a quotation mark
        more = {"noun": m.unit if m.kind == "count" else "", "date": m.date} if m else {}
        items.append(Compared(find, *(_one(m, chooser, known) if m else (TO_CODE,)))._replace(**more))
    return items


def key(m: Mention) -> tuple:
    """What a find says: the same for every find that says the same, and empty where it says nothing."""
    if m.kind in coverage.QUANTITIES:
        return m.kind, m.low, m.high, m.unit, m.currency
    said = m.iso3 or m.mineral or m.date
    return (m.kind, said) if said else ()


def _one(m: Mention, chooser: "_Chooser", known: set[tuple]) -> tuple:
    """(verdict, name, label, tellings) of one find."""
    if m.kind == "country" and (apart := chooser.presence(m)):
        return MAY, *apart
    candidates = list(chooser.candidates(m))
    date, best = m.kind == "date", max((near.weight for near, *_ in candidates), default=0)
    for near, label, told in candidates:
        likely = near.whole or (
            near.share >= (_DATE if date else _AMOUNT) and near.weight >= best * _NEAR > 0
        )
        if likely and any(t.same for t in told):
            return AGREES, near.name, label, sorted(told, key=lambda t: not t.same)
    whole = [c for c in candidates if c[0].whole]
    clear = [c for c in whole if c[0].weight >= whole[0][0].weight * _CLEAR]
    if len(clear) == 1 and clear[0][0].weight >= best * _NEAR:
        return DIFFERS, clear[0][0].name, *clear[0][1:]
    hints = [(c[0].name, *c[1:]) for c in candidates if c[0].share >= (_DATE if date else _HINT)]
    hint = next((h for h in hints if any(t.same for t in h[2])), next(iter(hints), ()))
    if hint and not any(t.same for t in hint[2]) and m.kind != "country":
        return MAY, *hint
    return NEW if key(m) and key(m) not in known else TO_CODE, *hint


class _Chooser:
    """What the other documents tell of, to choose from."""

    def __init__(self, doc: Document, after: Inputs):
        self.sentences = Sentences(doc)
        self.nouns = {word: row["unit"] for row in after.sheets["units"] for word in row["words"].split(";")}
        self.figures = [f for f in after.claims["figures"] if f["document"] != doc.id]
        told = {f["measure"] for f in self.figures}
        self.measures = {r["measure"]: r for r in after.sheets["measures"] if r["measure"] in told}
        self.by_kind = {
            kind: Names({
                name: (_APPOSED.split(r["label"]), f"{name.replace('-', ' ')} {r['whole']} {r['description']}")
                for name, r in self.measures.items() if r["kind"] == kind
            }, {name: r["unit"] for name, r in self.measures.items()})
            for kind in coverage.QUANTITIES
        }  # fmt: skip
        self.events = [e for e in after.claims["events"] if e["date"] and e["document"] != doc.id]
        self.roles = defaultdict(list)
        for c in after.claims["countries"]:
            if c["document"] != doc.id:
                self.roles[c["iso3"], c["initiative"]].append(c)
        described = {
            r["term"]: r["description"] for r in after.sheets["vocabulary"] if r["vocabulary"] == "initiative"
        }
        self.initiatives = Names(
            {
                name: ([description.partition("(")[0], *_SHORT.findall(description)], "")
                for name, description in described.items()
            }
        )
        self.described = described
        self.wholes = {name: words(r["whole"]).meant for name, r in self.measures.items()}
        self.named = Names({e["event"]: ([e["name"]], e["title"]) for e in self.events})

    def candidates(self, m: Mention) -> Iterator[tuple[Near, str, list[Telling]]]:
        """(likeness, name, who tells of it) of what the find may be about, the likest first."""
        if m.kind in coverage.QUANTITIES:
            return self._measures(m)
        if m.kind == "date" and m.date and edtf.precision(m.date) in ("day", "month"):
            return self._dated(m)
        if m.kind == "country":
            return self._roles(m)
        return iter(())

    def _measures(self, m):
        unit = self.nouns.get(m.unit, m.unit)
        own, sentence = self.sentences.around(m)
        near_ones = self.by_kind[m.kind].nearest(own, sentence)
        tellings = {
            name: self._tellings(m, name)
            for name, row in self.measures.items()
            if row["kind"] == m.kind and (row["unit"] == unit or (m.kind == "count" and not unit))
        }
        same = [name for name, told in tellings.items() if any(t.same for t in told)]
        of_it = [name for name in tellings if self.wholes[name] and self.wholes[name] <= sentence.meant]
        alike = same or (list(tellings) if m.kind == "count" and len(tellings) <= _FEW else of_it)
        if not any(near.whole for near in near_ones):
            near_ones += [Near(name, _HINT, False, 0) for name in alike]
        for near in near_ones:
            if tellings.get(near.name):
                yield near, self.measures[near.name]["label"], tellings[near.name]

    def _tellings(self, m, name) -> list[Telling]:
        same = (m.low, m.high)
        return [
            Telling(f["document"], f["words_start"], f["words_end"], f["start"], f["end"], f["words"],
                    (f["low"], f["high"]) == same)
            for f in self.figures if f["measure"] == name and f["currency"] == m.currency
        ]  # fmt: skip

    def _dated(self, m):
        saying = reporting.verb(self.sentences.doc.text, *self.sentences.ends(m), m.start, m.end)
        for near in self.named.nearest(*self.sentences.around(m)):
            told = [e for e in self.events if e["event"] == near.name]
            if saying and stem(saying) not in words(told[0]["name"]).said:
                continue  # the day on which somebody speaks of it, unless it is that somebody speaks
            yield near, told[0]["name"], [
                Telling(*_words(e), e["start"], e["end"], _plain(e["date"]), _meet(e["date"], m.date))
                for e in told
            ]  # fmt: skip

    def presence(self, m) -> tuple[str, str, list[Telling]] | None:
        """(name, label, tellings) where the find's clause has a country present, and the others absent, or the reverse."""
        said = _presence(self.sentences.told_of(m))
        for (iso3, initiative), told in self.roles.items() if said else ():
            if iso3 != m.iso3:
                continue
            there = {c["role"] for c in told} & {"attendee", "absent"}
            if there and said not in there:
                return initiative, self.described[initiative], [
                    _role(c) for c in told if c["role"] in there
                ]  # fmt: skip
        return None

    def _roles(self, m):
        """What the country is said to be in what the sentence names; never enough for a verdict."""
        for near in self.initiatives.nearest(*self.sentences.around(m)):
            told = self.roles.get((m.iso3, near.name))
            if told and near.whole:
                yield near._replace(whole=False), self.described[near.name], [_role(c) for c in told]


def _role(c) -> Telling:
    """What another document has a country be."""
    return Telling(*(c[x] for x in _PLACE), c["start"], c["end"], f"{c['role']}, {c['status']}", False)


@cache
def _presences() -> list[tuple[str, re.Pattern]]:
    with Path(__file__).with_name("presence.csv").open(encoding="utf-8", newline="") as file:
        return [(row["says"], re.compile(rf"\b(?:{row['pattern']})\b")) for row in csv.DictReader(file)]


def _presence(clause: str) -> str:
    """`attendee` or `absent`, as a clause says by `presence.csv`; empty where it says neither, or both.

    >>> [_presence(f"Peru {words}") for words in ("attended", "did not attend", "signed", "came, as Chile was absent")]
    ['attendee', 'absent', '', '']
    """
    says = set()
    for role, pattern in _presences():  # what denies comes first, and what it denies is no presence
        clause, number = pattern.subn("", clause)
        says |= {role} if number else set()
    return says.pop() if len(says) == 1 else ""


def _words(event) -> tuple[str, int, int]:
    """(document, start, end) of the event's date, or of its quote where the date stands elsewhere."""
    at = event["quote"].find(event["date_words"])
    if at < 0:
        return event["document"], event["start"], event["start"]
    return event["document"], event["start"] + at, event["start"] + at + len(event["date_words"])


def _plain(date: str) -> str:
    """An EDTF date to read: `../2026-06` is `until 2026-06`."""
    return date.replace("../", "until ").replace("/..", " and on").replace("/", " to ")


def _meet(one: str, other: str) -> bool:
    """Whether two EDTF dates have a day in common."""
    (a, b), (c, d) = edtf.bounds(one), edtf.bounds(other)
    return not ((b and c and b < c) or (d and a and d < a))
