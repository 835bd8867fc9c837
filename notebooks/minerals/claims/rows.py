"""What every claim needs of its row: its anchor, its date, and words that stand where they are said to stand."""

import datetime
import re

from ..coding.rows import Row
from ..finders import Context, edtf
from ..finders.dates import finder as dates
from . import inferred

_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\))?")
_A_DAY = re.compile(
    r"(?<!\d)\d{1,2}(?!\d)|day\b|today|tonight|tomorrow|morning|afternoon|evening|night", re.I
)


def anchor(row: Row) -> dict:
    doc = row.document
    return {
        "document": doc.id, "source_file": doc.source_file,
        "start": row.start, "end": row.end, "quote": doc.text[row.start : row.end], "note": row["note"],
    }  # fmt: skip


def dated(row: Row, stem: str) -> tuple[str, str]:
    """(EDTF, words) of the row's `stem`_words: a find in them, or the words resolved against their base."""
    span = row.words(f"{stem}_words", f"{stem}_quote")
    if not span.text:
        return "", ""
    base = row.words("base_words", "base_quote") if row.cells.get("base_words") else None
    found = row.found("date", span)
    several = found or dates.find(
        span.text, Context(row.document.context.date)
    )  # page furniture has no finds
    if len(several) > 1:
        named = ", ".join(f"«{m.text}»" for m in several)
        raise row.fail(
            f"{stem}_words «{span.text}» hold {len(several)} dates ({named}); code one of "
            "them, or words that make one interval of them, or a row for each"
        )
    if base:
        date = dates.resolve(span.text, first_day(row, base, row.the_one("date", base).date))
    else:
        day = row.document.context.date
        date = found[0].date if found else dates.resolve(span.text, day) if day else ""
    date = inferred.rounded(date, span.text, row.document.context.date)
    if not date or "XXXX" in date:
        raise row.fail(
            f"{stem}_words «{span.text}» do not parse to a date; choose other words, or give base_words"
        )
    hold_precision(row, date, span.text)
    return date, span.text


def first_day(row, span, date) -> datetime.date:
    first, _ = edtf.bounds(date)
    if not first:
        raise row.fail(
            f"«{span.text}» parses to {date or 'no date'}, which no relative date can be counted from"
        )
    return first


def hold_precision(row, date, words):
    """No date is finer than its words: a day needs a numeral or a word that names a day."""
    if edtf.precision(date) == "day" and not _A_DAY.search(words):
        raise row.fail(
            f"the date {date} is finer than its words «{words}»; this is a fault of the date grammar"
        )


def basis(row: Row, stem: str) -> str:
    """Where the words of the row's `stem` stand: `stated` in its own quote, in the `context` of it, or nowhere."""
    words, elsewhere = row.cells[f"{stem}_words"], row.cells.get(f"{stem}_quote")
    return ("context" if elsewhere else "stated") if words else ""


def plain(words: str) -> str:
    """`words` with the marks of a Markdown link taken off: `[strategy](#)` is `strategy`."""
    return _LINK.sub(r"\1", words)


def span_columns(date: str) -> dict:
    first, last = edtf.bounds(date) if date else (None, None)
    return {
        "date": date, "date_start": first, "date_end": last, "precision": edtf.precision(date) if date else "",
    }  # fmt: skip


def stands(row, column) -> str:
    """The words of `column`, which must stand somewhere in the row's document."""
    doc = row.document
    if row[column] and row[column] not in doc.text[doc.start : doc.end]:
        raise row.fail(f"{column} «{row[column]}» does not stand in {doc.id}; copy the words from it")
    return row[column]
