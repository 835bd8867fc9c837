"""Counts without a number: «dozens of countries» are two dozen of them at least, and have no upper bound."""

import csv
import re
from pathlib import Path

from ..coding.rows import Span
from ..finders import Mention

with Path(__file__).with_name("vague.csv").open(encoding="utf-8", newline="") as _file:
    LEAST = {row["word"]: float(row["least"]) for row in csv.DictReader(_file)}
_COUNT = re.compile(rf"\b({'|'.join(LEAST)}) of (\w+)", re.I)


def count(span: Span) -> Mention | None:
    """The one vague count in the words, or None."""
    found = list(_COUNT.finditer(span.text))
    if len(found) != 1:
        return None
    word, noun = found[0].groups()
    start = span.start + found[0].start(1)
    return Mention("count", start, start + len(word), word, low=LEAST[word.lower()], unit=noun.lower())
