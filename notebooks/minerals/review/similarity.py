"""Which of several names a sentence is about, told by the words that it shares with them: a hint, never a verdict.

A word counts by its stem, or by what `similarity.csv` says it means; a country by its code; the rarer a word
is among the names, the more. Words of the find's own clause count in full, the rest of its sentence half.
"""

import csv
import math
import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..coding.rows import Document
from ..finders import Context, Mention, find
from . import coverage

_WORD = re.compile(r"[a-z]{3,}|[A-Z]{3}(?=_)")
_ENDINGS = (("ies", "i"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""), ("y", "i"))
_SHORT = 3  # letters that a stem keeps
_CUT = re.compile(r"[,;:–—]| - | and | while | but | of which ")  # between two clauses
_TURN = re.compile(r"[;:–—]| while | whereas | but | and (?![A-Z])")  # where something else may be told
_HALF = 0.5  # of what a word of the find's own clause counts


def stem(word: str) -> str:
    """A word without its ending.

    >>> [stem(w) for w in ("mines", "mining", "processes", "countries", "country", "less")]
    ['min', 'min', 'process', 'countri', 'countri', 'less']
    """
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORT:
            return word[: len(word) - len(ending)] + instead
    return word


@cache
def _meanings() -> dict[str, str]:
    with Path(__file__).with_name("similarity.csv").open(encoding="utf-8", newline="") as file:
        return {stem(row["word"]): stem(row["means"]) for row in csv.DictReader(file)}


class Words(NamedTuple):
    """What a text speaks of: `meant` are stems in their meaning and codes of countries, `said` the stems as they are."""

    meant: set[str]
    said: set[str]


def words(text: str, countries: list[Mention] | None = None) -> Words:
    """What `text` speaks of; its `countries` are sought where they are not given."""
    found = find(text, Context(), ["country"]) if countries is None else countries
    codes = {m.iso3 for m in found}
    for m in sorted(found, reverse=True, key=lambda m: m.start):
        text = f"{text[: m.start]} {text[m.end :]}"
    said = {stem(word) for word in _WORD.findall(text.lower())}
    meanings = _meanings()
    return Words({meanings.get(s, s) for s in said} - {""} | codes, said | codes)


class Near(NamedTuple):
    """A name and how much of it a sentence holds: `share` of its words by weight, those beyond the find's own clause
    half; `whole` where the sentence holds all of them, and the clause those that tell it from the other names."""

    name: str
    share: float
    whole: bool
    weight: float


class Names:
    """Names to choose from: name -> (its readings, each enough by itself, and what further describes it).

    `plain` are the words that are said of all things of a name's sort, which tell none of them.
    """

    def __init__(self, texts: dict[str, tuple[list[str], str]], plain: dict[str, str] | None = None):
        empty = {name: words((plain or {}).get(name, "")) for name in texts}
        self.readings = {
            name: [Words(w.meant - empty[name].meant, w.said) for w in map(words, readings)]
            for name, (readings, _) in texts.items()
        }
        self.more = {name: words(more).meant - empty[name].meant for name, (_, more) in texts.items()}
        seen = Counter(w for all_ in self.readings.values() for w in set().union(*(r.meant for r in all_)))
        self.weight = {word: 1 + math.log(len(texts) / n) for word, n in seen.items()}

    def nearest(self, own: Words, sentence: Words) -> list[Near]:
        """The names that the sentence may be about, the likest first."""
        found = [near for name in self.readings for near in self._readings(name, own, sentence)]
        best = {}
        for near in sorted(found, key=lambda n: (not n.whole, -n.weight, n.name)):
            best.setdefault(near.name, near)
        return sorted(best.values(), key=lambda n: (-n.weight, n.name))

    def _readings(self, name, own, sentence):
        for reading in self.readings[name]:
            core, more = reading.meant, self.more[name] - reading.meant
            told = core & sentence.meant
            if told:
                most = max(map(self._weight, core))
                telling = {word for word in core if self._weight(word) == most}
                literal = {s for s in reading.said if _meanings().get(s, s) in core} & sentence.said
                alone = len(core) == 1 and not literal and not more & sentence.meant
                share = self._sum(told, own) / sum(map(self._weight, core))
                extra = self._sum(more & sentence.meant, own) / 4
                yield Near(name, share, told == core and telling <= own.meant and not alone,
                           self._sum(told, own) + extra)  # fmt: skip

    def _weight(self, word) -> float:
        return self.weight.get(word, 1)

    def _sum(self, told, own) -> float:
        return sum(self._weight(word) * (1 if word in own.meant else _HALF) for word in told)


class Sentences:
    """What a document's sentences, and the clauses in them, speak of."""

    def __init__(self, doc: Document):
        self.doc = doc
        self.mentions = sorted(doc.mentions, key=lambda m: m.start)
        self.starts = [m.start for m in self.mentions]

    def ends(self, m: Mention) -> tuple[int, int]:
        """Where the find's sentence begins and ends."""
        return coverage.sentence(self.doc, m.start, m.end)

    def around(self, m: Mention) -> tuple[Words, Words]:
        """The words of the find's own clause, and of its sentence."""
        first, last = self.ends(m)
        near = self.mentions[bisect_left(self.starts, first) : bisect_left(self.starts, last)]
        return self._spoken(near, *self._clause(near, m, first, last)), self._spoken(near, first, last)

    def told_of(self, m: Mention) -> str:
        """The part of its sentence that tells of the find, further parts after "while" or "but" cut off."""
        first, last = self.ends(m)
        first = max((c.end() for c in _TURN.finditer(self.doc.text, first, m.start)), default=first)
        return self.doc.text[
            first : min((c.start() for c in _TURN.finditer(self.doc.text, m.end, last)), default=last)
        ]

    def _clause(self, near: list[Mention], m: Mention, first: int, last: int) -> tuple[int, int]:
        """Where its clause begins and ends: a date's at any cut, another find's between it and its like."""
        text = self.doc.text
        before = max((o.end for o in near if o.kind == m.kind and o.end <= m.start), default=None)
        after = min((o.start for o in near if o.kind == m.kind and o.start >= m.end), default=None)
        if m.kind == "date":  # what a date dates stands beside it
            before, after = first, last
        if before is not None:
            whole = first if m.kind == "date" else before
            first = max((c.end() for c in _CUT.finditer(text, before, m.start)), default=whole)
        if after is not None:
            last = min((c.start() for c in _CUT.finditer(text, m.end, after)), default=after)
        return first, last

    def _spoken(self, near: list[Mention], start: int, end: int) -> Words:
        here = [
            o._replace(start=o.start - start, end=o.end - start)
            for o in near
            if o.kind == "country" and start <= o.start and o.end <= end
        ]
        return words(self.doc.text[start:end], here)
