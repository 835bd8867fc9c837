"""What the documents say of themselves: title, publisher, authors, date, address; stated, inferred or unknown.

Read from the page where a rule can (front matter, headline, byline, dateline, stamp, a bundle's index); the
rest is coded in `data/coding/documents.csv`, each value as words of the file with the reason they rest on.
"""

import re
from typing import NamedTuple

import yaml

from ..corpus import anchors, seeds
from ..corpus.passages import BODY, Passage, split
from ..errors import Problem
from ..finders import Context, edtf
from ..finders.countries import finder as countries
from ..finders.dates import finder as dates
from ..finders.quantities import money
from .rows import Document, Row, slug

FIELDS = ("title", "publisher", "short", "authors", "published", "url", "kind", "currency", "speaks_for")
_MANY = ("authors",)  # a document may state several; they are joined with "; "
_FRONT_MATTER = {
    "title": "title", "date": "published", "published": "published", "url": "url", "link": "url",
    "publisher": "publisher", "short": "short", "currency": "currency",
    "author": "authors", "authors": "authors", "by": "authors", "ministers": "authors",
}  # fmt: skip
_FINE = ("day", "month", "year")  # of a date of publication
YEARS = (1000, 2100)
_BY = re.compile(r"(?:By )?")  # before the name in a byline
_LINK = re.compile(r"\[([^\]\n]+)\]\(")


class Field(NamedTuple):
    """One value that a document gives of itself; `quote` is what it was read from."""

    field: str
    value: str
    basis: str  # stated | inferred
    start: int
    end: int
    quote: str
    note: str = ""


class _Head(yaml.BaseLoader):
    """YAML whose fields stand once: the loader itself would take the last."""

    def construct_mapping(self, node, deep=False):
        seen = {}
        for key, _ in node.value:
            if key.value in seen and isinstance(key.value, str):
                line, other = (n.start_mark.line + 1 for n in (key, seen[key.value]))
                raise yaml.YAMLError(f"{key.value} stands in its lines {other} and {line}")
            seen[key.value if isinstance(key.value, str) else id(key)] = key
        return super().construct_mapping(node, deep)


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


def pages(texts: dict[str, str], coded: list[Row]) -> list[Page]:
    """Every document of the files in `texts`, in the order in which they stand, none with the id of another."""
    found, waiting = [], list(coded)
    for name, text in texts.items():
        for part in seeds.parts(text, name):
            here = [row for row in waiting if row["source_file"] == name and _within(row, text, part)]
            waiting = [row for row in waiting if row not in here]
            found.append(_page(name, text, part, here))
    for row in waiting:
        raise row.fail(f"unknown source file «{row['source_file']}»; known: {', '.join(texts)}")
    ids = [page.document.id for page in found]
    for twice in (i for i in ids if ids.count(i) > 1):
        raise Problem(
            f"two documents would be called {twice}; give one of them another «short» in documents.csv"
        )
    return found


def _within(row, text, part):
    try:
        row.start, row.end = anchors.locate(text, row["quote"], row["prefix"])
    except Problem as problem:
        raise row.fail(f"quote in {row['source_file']}: {problem}") from None
    return part.start <= row.start and row.end <= part.end


def _page(name, text, part, coded):
    passages = split(text, part.start, part.end)
    front = list(_front_matter(name, text, passages))
    stated = {f.field for f in front}  # a head of its own is what a document says of itself
    read = [*front, *(f for f in _head(text, passages) if f.field not in stated)]
    if part.publisher:
        start, end = part.publisher
        read.append(
            Field("publisher", text[start:end], "stated", start, end, text[start:end], "the bundle's index")
        )
    fields = [*read, *_coded(text, coded, read)]
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


def _front_matter(name, text, passages):
    """The fields of a YAML head, each where its value stands."""
    for head in (p for p in passages if p.kind == "front matter"):
        block = text[head.start : head.end]
        try:
            data = yaml.load(block.strip("-\n"), _Head) or {}
        except RecursionError:
            raise Problem(
                f"{name}: the front matter is nested too deep; write plain fields, as title: …"
            ) from None
        except yaml.YAMLError as error:
            says = " ".join(str(error).split())
            raise Problem(
                f"{name}: the front matter is not YAML ({says}); mend it, or take it away"
            ) from None
        if not isinstance(data, dict):
            raise Problem(f"{name}: the front matter has no fields; write them as title: …, or take it away")
        for key, field in _FRONT_MATTER.items():
            values = data.get(key) or []
            for value in values if isinstance(values, list) else [values]:
                at = head.start + block.find(str(value))
                if at < head.start:
                    raise Problem(
                        f"{name}: {key} in the front matter has escapes or lines; write it plainly, on one"
                    )
                yield Field(
                    field, str(value), "stated", at, at + len(str(value)), str(value), f"front matter: {key}"
                )


def _head(text, passages):
    """The fields of a page's head: its headline, the names under it, its dateline or its stamp."""
    for kind, start, end in passages:
        line = text[start:end]
        if kind == "title":
            yield Field("title", line, "stated", start, end, line, "headline")
        if kind == "byline" and len(line.split()) > 1:
            by = len(_BY.match(line)[0])
            yield Field("authors", line[by:], "stated", start + by, end, line[by:], "byline")
        if kind == "dateline":
            for link in _LINK.finditer(line):
                yield Field(
                    "authors",
                    link[1],
                    "stated",
                    start + link.start(1),
                    start + link.end(1),
                    link[1],
                    "byline",
                )
        if kind in ("dateline", "stamp"):
            for m in dates.find(line, Context()):
                if edtf.precision(m.date) == "day":
                    basis, note = (
                        ("inferred", "the day it was received") if kind == "stamp" else ("stated", kind)
                    )
                    yield Field("published", m.date, basis, start + m.start, start + m.end, m.text, note)
                    break


def _coded(text, rows, read):
    """The fields that a person pointed at; a year that the text tells of itself completes a date without one."""
    stated = {f.field for f in read}
    years = [row for row in rows if row["field"] == "published_year"]
    year = dates.year_of(years[0]["words"]) if years else None
    for row in rows:
        field, words = row["field"], row["words"]
        if field in stated and field not in _MANY:
            raise row.fail(f"{field} stands in the text and is read from there; take the row out")
        if words not in row["quote"]:
            raise row.fail(f"the words «{words}» are not in the quote «{row['quote']}»; copy them from it")
        value = words
        if field == "published":
            value = _date(words, year)
        if field == "currency":
            value = _currency(words)
        if field == "speaks_for":
            value = ";".join(sorted({m.iso3 for m in countries.find(words, Context())}))
        if field in ("published", "currency", "speaks_for") and not value:
            raise row.fail(f"no {field} can be read from «{words}»; point at other words")
        if field == "published_year":
            if not year:
                raise row.fail(
                    f"«{words}» does not tell the document's own year; it needs a year and «last year»"
                )
            continue
        yield Field(field, value, row["basis"], row.start, row.end, row["quote"], row["note"])


def _date(words, year):
    found = dates.find(words, Context())
    value = found[0].date if len(found) == 1 else ""
    return value.replace("XXXX", str(year)) if year else value if "X" not in value else ""


def _currency(words):
    """The dollar of the one country that `words` name."""
    named = {m.iso3 for m in countries.find(words, Context())}
    codes = [code for code in sorted(money.DOLLARS) if named & set(money.PLACES[code])]
    return codes[0] if len(named) == len(codes) == 1 else ""
