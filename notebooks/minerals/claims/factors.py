"""Words that multiply: what "doubling" is worth."""

import csv
from pathlib import Path

with Path(__file__).with_name("factors.csv").open(encoding="utf-8", newline="") as _file:
    WORDS = {word: float(row["factor"]) for row in csv.DictReader(_file) for word in row["words"].split(";")}


def parse(words: str) -> float | None:
    """The factor that `words` name (2.0 for "double the value"), or None."""
    found = [WORDS[word] for word in words.lower().split() if word in WORDS]
    return found[0] if len(found) == 1 else None
