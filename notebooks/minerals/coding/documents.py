"""What the documents say of themselves: title, publisher, authors, date, address; stated, inferred or unknown.

Read from the page where a rule can (front matter, headline, byline, dateline, stamp, a bundle's index); the
rest is coded in `data/coding/documents.csv`, each value as words of the file with the reason they rest on.
"""

from typing import NamedTuple

from ..corpus import anchors, seeds
from ..corpus.passages import BODY, Passage, split
from ..errors import Faults, Problem
from ..finders import Context, edtf
from ..finders.countries import finder as countries
from ..finders.dates import finder as dates
from ..finders.quantities import money
from . import head
from .head import Field
from .rows import Document, Row, slug

FIELDS = ("title", "publisher", "short", "authors", "published", "url", "kind", "currency", "speaks_for")
_MANY = ("authors",)  # a document may state several; they are joined with "; "
_FINE = ("day", "month", "year")  # of a date of publication
YEARS = (1000, 2100)


class Page(NamedTuple):
    """A document with what was read of it: its fields and its passages."""

    document: Document
    fields: list[Field]
    passages: list[Passage]

    def value(self, field: str) -> str:
        """The document's `field`, several joined with `; `; empty where it has none.

        One without a short name goes by its publisher's, and without either by its file's.
        """
        value = "; ".join(f.value for f in self.fields if f.field == field)
        stem = self.document.source_file.rsplit(".", 1)[0]
        return value or ((self.value("publisher") or stem) if field == "short" else "")


def pages(texts: dict[str, str], coded: list[Row], faults: Faults | None = None) -> list[Page]:
    """Every document of the files in `texts`, in the order in which they stand, none with the id of another.

    What is wrong goes to `faults`, or is raised where they are not given. What a document says of itself is not known
    where a row about its file has a fault: it is left out.
    """
    own = faults or Faults()
    parts = {name: own.each(lambda name: seeds.parts(texts[name], name), [name]) for name in texts}
    own.each(lambda row: _place(row, texts, parts), own.sound(coded))
    sound, found = own.sound(coded), []
    for name in _unbroken(texts, coded, own):
        rows = [row for row in sound if row["source_file"] == name]
        for part in (part for found_there in parts[name] for part in found_there):
            found += own.each(
                lambda part, name=name, rows=rows: _page(name, texts[name], part, rows, own), [part]
            )
    found = [page for page in found if page]
    ids = [page.document.id for page in found]
    for twice in dict.fromkeys(i for i in ids if ids.count(i) > 1):
        says = f"two documents would be called {twice}; give one of them another «short» in documents.csv"
        own.found.append(Problem(says, "documents"))
    if not faults:
        own.stop()
    return found


def _unbroken(texts, coded, faults) -> list[str]:
    """The files about which no row has a fault; none where a row with a fault may be about any of them."""
    files = {row.number: row["source_file"] for row in coded}
    broken = {files.get(problem.row) for problem in faults.found if problem.sheet == "documents"}
    return [name for name in texts if name not in broken] if broken <= texts.keys() else []


def _place(row: Row, texts: dict[str, str], parts) -> None:
    """Find the row's quote in its file, inside one of its documents."""
    if row["source_file"] not in texts:
        raise row.fail(f"unknown source file «{row['source_file']}»; known: {', '.join(texts)}")
    try:
        row.start, row.end = anchors.locate(texts[row["source_file"]], row["quote"], row["prefix"])
    except Problem as problem:
        raise row.fail(f"quote in {row['source_file']}: {problem}") from None
    if not any(_inside(row, part) for found in parts[row["source_file"]] for part in found):
        raise row.fail(f"the quote is in no one document of {row['source_file']}; quote less of it")


def _inside(row: Row, part: seeds.Part) -> bool:
    return part.start <= row.start and row.end <= part.end


def _page(name, text, part, rows, faults) -> Page | None:
    """The document in `part`, with what the rows inside it code; None where one of them has a fault."""
    coded = [row for row in rows if _inside(row, part)]
    passages = split(text, part.start, part.end)
    read = head.fields(name, text, passages)
    if part.publisher:
        start, end = part.publisher
        read.append(
            Field("publisher", text[start:end], "stated", start, end, text[start:end], "the bundle's index")
        )
    fields = [*read, *_coded(coded, read, faults)]
    if len(faults.sound(coded)) < len(coded):
        return None
    for field in FIELDS:
        values = [f.value for f in fields if f.field == field]
        if len(values) > 1 and field not in _MANY:
            raise Problem(f"{name}: {field} is read as {' and as '.join(values)}; code one of them, or none")
    given = {f.field: f.value for f in fields}
    date, currency = given.get("published", ""), given.get("currency", "")
    _hold_date(name, date)
    day = edtf.bounds(date)[0] if edtf.precision(date) == "day" else None  # else "on Monday" is no day either
    if currency and currency not in money.PLACES:
        raise Problem(f"{name}: the currency «{currency}» is no ISO 4217 code; write NZD or USD, say")
    context = Context(day, currency)
    stem = given.get("short") or given.get("publisher") or name.rsplit(".", 1)[0]
    body = [p for p in passages if p.kind in BODY]
    document = Document(f"{slug(stem)}-{date}", name, text, part.start, part.end, context, body, date)
    return Page(document, sorted(fields, key=lambda f: (FIELDS.index(f.field), f.start)), passages)


def _hold_date(name: str, date: str) -> None:
    """Problem where the date of publication is none, an interval, or not of these times."""
    if not date:
        raise Problem(
            f"{name}: no date of publication can be read; give one in its front matter (`published: "
            "2026-02-04`, which `add --published` writes), or in documents.csv, with words it rests on"
        )
    try:
        fine, (first, last) = edtf.precision(date), edtf.bounds(date)
    except ValueError:
        fine = ""
    if fine not in _FINE:
        raise Problem(
            f"{name}: the date of publication is «{date}»; write it as 2026-02-04, or as 2026-02 or 2026 where that is all "
            "that is known"
        )
    if not first or not (YEARS[0] <= first.year and last.year <= YEARS[1]):
        raise Problem(
            f"{name}: the date of publication is «{date}», and the years are {YEARS[0]} to {YEARS[1]}; mend it"
        )


def _coded(rows, read, faults) -> list[Field]:
    """The fields that a person pointed at; a year that the text tells of itself completes a date without one."""
    stated = {f.field for f in read} - set(_MANY)
    years = faults.each(_year, [row for row in rows if row["field"] == "published_year"])
    fields = [row for row in rows if row["field"] != "published_year"]
    return faults.each(lambda row: _field(row, stated, years[0] if years else None), fields)


def _year(row: Row) -> int:
    year = dates.year_of(_words(row))
    if not year:
        raise row.fail(
            f"«{row['words']}» does not tell the document's own year; it needs a year and «last year»"
        )
    return year


def _words(row: Row) -> str:
    if row["words"] not in row["quote"]:
        raise row.fail(f"the words «{row['words']}» are not in the quote «{row['quote']}»; copy them from it")
    return row["words"]


def _field(row: Row, stated: set[str], year: int | None) -> Field:
    field = row["field"]
    if field in stated:
        raise row.fail(f"{field} stands in the text and is read from there; take the row out")
    value = words = _words(row)
    if field == "published":
        value = _date(words, year)
    if field == "currency":
        value = _currency(words)
    if field == "speaks_for":
        value = ";".join(sorted({m.iso3 for m in countries.find(words, Context())}))
    if not value:
        raise row.fail(f"no {field} can be read from «{words}»; point at other words")
    return Field(field, value, row["basis"], row.start, row.end, row["quote"], row["note"])


def _date(words, year):
    found = dates.find(words, Context())
    value = found[0].date if len(found) == 1 else ""
    return value.replace("XXXX", str(year)) if year else value if "X" not in value else ""


def _currency(words):
    """The dollar of the one country that `words` name."""
    named = {m.iso3 for m in countries.find(words, Context())}
    codes = [code for code in sorted(money.DOLLARS) if named & set(money.PLACES[code])]
    return codes[0] if len(named) == len(codes) == 1 else ""
