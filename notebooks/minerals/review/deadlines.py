"""Which dates are the end of a target, as their sentence tells: one that lies ahead, and something to be reached."""

import csv
import re
from pathlib import Path

from ..claims import factors
from ..coding.rows import Document
from ..finders import edtf
from .coverage import Find

with Path(__file__).with_name("goals.csv").open(encoding="utf-8", newline="") as _file:
    GOALS = {row["word"] for row in csv.DictReader(_file)}
_WORD = re.compile(r"\w+")
_BY = re.compile(r"\b(?:by|until|before)(?: the end of)? $", re.I)


def target(find: Find, doc: Document, coded: list[dict]) -> dict[str, str]:
    """The cells of a row of `targets.csv` for a date; empty where it is no target's, as far as the code can tell.

    A goal's word, a word that multiplies or "by" beside an amount tell it. The metric and the direction are those of
    the one `coded` target that says the same.
    """
    mention = next(
        (m for m in doc.mentions if (m.kind, m.start, m.end) == ("date", find.start, find.end)), None
    )
    first_day = edtf.bounds(mention.date)[0] if mention and mention.date else None
    if not first_day or first_day <= doc.date:
        return {}
    spoken = _WORD.findall(find.sentence)
    factor = [word for word in spoken if word.lower() in factors.WORDS]
    inside = [m for m in doc.mentions if find.first <= m.start and m.end <= find.last]
    amounts = [m for m in inside if m.kind in ("money", "percent", "share")]
    by = _BY.search(doc.text, find.first, find.start)
    if not (GOALS & {word.lower() for word in spoken} or factor or (by and amounts)):
        return {}
    value = amounts[0] if len(amounts) == 1 else None
    due = doc.text[by.start() if by else find.start : find.end]
    cells = {"value_words": value.text if value else "", "factor_words": factor[0] if len(factor) == 1 else "",
             "due_words": due}  # fmt: skip
    cells = {column: words if find.sentence.count(words) == 1 else "" for column, words in cells.items()}
    multiple = factors.parse(cells["factor_words"]) if cells["factor_words"] else None
    same = {
        (t["metric"], t["direction"])
        for t in coded
        if t["due"] == mention.date
        and ((value and (t["value"], t["unit"]) == (value.value, value.currency or value.unit))
             or (multiple and t["factor"] == multiple))
    }  # fmt: skip
    known = dict(zip(("metric", "direction"), same.pop(), strict=True)) if len(same) == 1 else {}
    return cells | known if cells["due_words"] else {}
