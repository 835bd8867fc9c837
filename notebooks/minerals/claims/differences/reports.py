"""Differences of tellings: dates, calendars, statuses, and words in quotation marks."""

import re
from itertools import combinations

from ...coding.rows import slug
from ...finders import edtf
from ..rows import plain
from .base import Found, Side, differing, grouped, overlap, place_of

_WORD = re.compile(r"\w+")
_QUOTED = 5  # words in a run that make two quotations one
_IN_A_TEXT = 8  # and that make a quotation a text's own words


def _apart(one: str, other: str) -> bool:
    """Whether two EDTF dates have no day in common."""
    (a, b), (c, d) = edtf.bounds(one), edtf.bounds(other)
    return bool((b and c and b < c) or (d and a and d < a))


def dates(lines, subject, column, finder="date"):
    """Dates of one subject with no day in common."""
    for found in differing(finder, lines, subject, column):
        if any(_apart(x, y) for x, y in combinations({side.group for side in found.sides}, 2)):
            yield found


def words_of_two_dates(events):
    """«Over the weekend», and another weekend in the same document."""
    yield from dates(events, lambda e: f"{e['document']} {e['date_words']}", "date", "words")


def tellings(events, initiatives):
    """Events told as happened and as not; not those told along with an initiative, which has its own statuses."""
    for found in differing("told-as", events, "event", "status"):
        if not told_along(found.sides, initiatives):
            yield found


def told_along(sides: list[Side], initiatives) -> bool:
    """Whether an initiative is told in the same words as the sides, and differs there itself."""
    told = grouped(initiatives, "initiative").values()
    places = {place_of(side.claim) for side in sides}
    return any(
        len({i["status"] for i in own if any(overlap(place_of(i), p) for p in places)}) > 1 for own in told
    )


def document_day(event) -> str:
    return f"{event['document']} {event['date']}"


def dated_in(event) -> str:
    return f"{event['date']} in {event['calendar'].split('/')[-1].replace('_', ' ')}"


def _tokens(words: str) -> list[str]:
    return _WORD.findall(re.sub(r"['’-]", "", plain(words)).casefold())


def _runs(words: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words; two texts that share one share at least as long a run."""
    tokens = _tokens(words)
    return set(zip(*(tokens[n:] for n in range(length)), strict=False))


def quotations(statements, texts):
    """The same words quoted twice and not alike or not of one speaker, or otherwise than another document has them."""
    runs = {s["statement"]: _runs(s["quote"], _QUOTED) for s in statements}
    for a, b in combinations(statements, 2):
        alike = (a["speaker"], a["quote"]) == (b["speaker"], b["quote"])
        if not alike and runs[a["statement"]] & runs[b["statement"]]:
            yield _quoted(a["speaker"], a, b)
    passages = [(t, p, t.text[p.start : p.end]) for t in texts for p in t.body]
    unquoted = [
        (text, p, words, _runs(words, _IN_A_TEXT))
        for text, p, words in passages
        if not any(_inside(s, text, p) for s in statements)
    ]
    for a in statements:
        own = _runs(a["quote"], _IN_A_TEXT)
        for text, p, words, others in unquoted:
            if text.id != a["document"] and a["quote"] not in words and own & others:
                anchor = {"document": text.id, "source_file": text.source_file}
                yield _quoted(a["speaker"], a, anchor | {"start": p.start, "end": p.end, "quote": words})


def _inside(statement, text, passage) -> bool:
    return (
        statement["document"] == text.id
        and statement["start"] < passage.end
        and passage.start < statement["end"]
    )


def _quoted(speaker, *claims):
    return Found("quotation", slug(speaker), [Side(c["quote"], c["quote"], c) for c in claims])
