"""What a new document brings, as lines to read: what differs or may, what agrees, what is new, and what is to be coded.

Every find in its body is in one of the five. What a sentence is about is told by the words that it shares with the
names of measures and events: a hint for a person, who decides by coding it.
"""

import re
from collections.abc import Iterator

from ..coding.documents import Page
from ..coding.rows import Document
from ..corpus.passages import BODY, HEAD
from ..finders import find
from ..tables.build import Inputs
from . import comparison, coverage, suggest
from .comparison import AGREES, DIFFERS, MAY, NEW, TO_CODE, Compared

_LONG = 60  # characters of a sentence on either side of the words it is quoted for
_TAKEN = ("title", "publisher", "authors", "published")
_SENTENCE = re.compile(
    r"^(?:[^\w\n]*\w+\b){6}", re.MULTILINE
)  # a line of as many words as a menu's entry hardly has
_HEADS = {
    DIFFERS: "differs from what is coded",
    MAY: "may differ: look",
    AGREES: "agrees with what is coded",
    NEW: "new, in no other document",
    TO_CODE: "to be coded, since the code cannot tell what is said of it",
}


def lines(name: str, before: Inputs, after: Inputs) -> Iterator[str]:
    """What there is to say of the seed `name`, in lines."""
    found = coverage.judged(after)
    known = {comparison.key(m) for page in before.pages for m in page.document.mentions}
    for page in (page for page in after.pages if page.document.source_file == name):
        doc = page.document
        yield f"{doc.id}: added as seeds/{name}, {sum(p.end - p.start for p in doc.body):,} characters of text"
        own = [f for f in found if f.document == doc.id and f.state == "open"]
        judged = comparison.compare(doc, own, after, known)
        sentences = {place: i for i, place in enumerate(dict.fromkeys((f.first, f.last) for f in own))}
        yield from _taken(page)
        yield from _dollars(doc)
        yield from _aside(page)
        if not own:
            yield "nothing in it is to be coded"
        for verdict, head in _HEADS.items():
            items = [b for b in judged if b.verdict == verdict]
            if items:
                yield f"{head} ({_number(items)})"
            yield from (
                _compared(doc, items, after) if verdict in (DIFFERS, MAY, AGREES) else _listed(doc, items)
            )
        if own:
            yield "this goes by the words that sentences share: look before you rely on it"
            yield (
                f"all {_number(judged)} finds, in {len(sentences)} sentences, are to be coded: `python -m minerals suggest` "
                "writes them as rows"
            )
            yield from _again(own)
    yield from _unjudged(before, after)


def _taken(page: Page) -> Iterator[str]:
    """What it is said to be, and by what, so that a wrong guess is seen."""
    read = [f"{f.field} «{_plain(f.value)}» ({f.note or f.basis})" for f in page.fields if f.field in _TAKEN]
    missing = [field for field in _TAKEN if not page.value(field) and field != "authors"]
    read += [f"no {field} (--{field} gives it one)" for field in missing]
    yield f"read as {', '.join(read)}; if one is wrong, take the document out, and add it with the right one"


def _dollars(doc: Document) -> Iterator[str]:
    """Each bare dollar with its currency, where none is given for the document: every passage is read by itself."""
    bare = [m for m in doc.mentions if m.kind == "money" and _plain(m.text).startswith("$")]
    read = ", ".join(dict.fromkeys(f"«{_plain(m.text)}» as {m.currency or 'no currency'}" for m in bare))
    if bare and not doc.context.currency:
        yield f"{read}: so read, for no --currency was given; if one is wrong, take the document out, and add it with one"


def _aside(page: Page) -> Iterator[str]:
    """What is taken for page furniture though it tells of something, or is as long as a sentence: nobody codes it."""
    doc = page.document
    for kind, start, end in page.passages:
        if kind in BODY + HEAD:
            continue
        long = next((m.start() for m in _SENTENCE.finditer(doc.text, start, end)), None)
        if long is None and find(doc.text[start:end], doc.context, [*coverage.QUANTITIES, "country"]):
            long = start
        if long is not None:
            yield f"set aside as {kind}, {start}-{end}: {excerpt(doc.text, start, end, long, long)}"


def _again(own: list[coverage.Find]) -> Iterator[str]:
    """What gets no row of its own: a country or mineral that is named again, which the row of its first covers."""
    firsts = set(suggest.wanted(own))
    again = [f.text for f in own if f not in firsts]
    named = ", ".join(f"«{_plain(text)}»" for text in dict.fromkeys(again))
    if again:
        yield f"  {len(again)} of them without a row of their own, named again and coded with the row of the first: {named}"


def _number(items: list[Compared]) -> int:
    """How many finds; the two marks of a quotation are one."""
    marks = sum(b.find.kind == "quotation mark" for b in items)
    return len(items) - marks + (marks + 1) // 2


def _compared(doc: Document, items: list[Compared], after: Inputs) -> Iterator[str]:
    """Each find with its place and words, and under it what the others say, a line for each reading."""
    texts = {page.document.id: page.document.text for page in after.pages}
    for b in items:
        f = b.find
        yield f"  {b.label}: «{_said(b)}»"
        yield f"    here, {f.start}-{f.end}: {excerpt(doc.text, f.first, f.last, f.start, f.end)}"
        readings = {}
        for told in b.told:
            readings.setdefault("" if told.same else told.words, []).append(told)
        for words, same in readings.items():
            first, more = same[0], dict.fromkeys(t.document for t in same if t.document != same[0].document)
            but = "but " if words and b.verdict == AGREES else ""
            also = f"; also {', '.join(more)}" if more else ""
            quote = excerpt(texts[first.document], first.first, first.last, first.start, first.end)
            yield f"    {but}«{_plain(first.words)}» in {first.document}, {first.start}-{first.end}: {quote}{also}"


def _listed(doc: Document, items: list[Compared]) -> Iterator[str]:
    """The finds by sentence, with what they may be about."""
    sentences = {}
    for b in items:
        sentences.setdefault((b.find.first, b.find.last), []).append(b)
    for (first, last), here in sentences.items():
        once = {
            b.find.subject or b.find.start: b for b in reversed(here)
        }  # a country, named twice in a sentence, once
        said = ", ".join(dict.fromkeys(_hinted(b) for b in here if b in once.values()))
        yield f"  {first}-{last}: {excerpt(doc.text, first, last, first, first)}: {said}"


def _said(b: Compared) -> str:
    """A find's words; of a quantity with the noun that it counts, of a date with what it is read as."""
    if b.find.kind == "quotation mark":
        return "a quotation"
    words = _plain(f"{b.find.text} {b.noun}".strip())
    return f"{words} = {b.date}" if b.date and b.date not in words else words


def _hinted(b: Compared) -> str:
    hint = "; ".join(dict.fromkeys(f"«{_plain(t.words)}» in {t.document}" for t in b.told[:2]))
    return f"{_said(b)}" + (f" [{b.label}: {hint}?]" if hint else "")


def excerpt(text: str, first: int, last: int, start: int, end: int) -> str:
    """What stands around `start` to `end` in their sentence, on one line, cut at words."""
    a = first if start - first <= _LONG else text.find(" ", start - _LONG, start) + 1 or start
    b = (
        last
        if last - end <= _LONG
        else (text.rfind(" ", end, end + _LONG) if " " in text[end : end + _LONG] else end)
    )
    return f"«{'… ' if a > first else ''}{_plain(text[a:b])}{' …' if b < last else ''}»"


def _plain(words: str) -> str:
    return " ".join(words.replace("\\", "").split())


def _unjudged(before: Inputs, after: Inputs) -> Iterator[str]:
    """What the code finds to differ that it did not find before: a person judges it."""
    known = {one.found.key for one in coverage.unjudged(before)}
    for one in coverage.unjudged(after):
        if one.found.key not in known:
            yield f"to judge, {one.topic}: `python -m minerals suggest` writes the row"
            for side in one.found.sides:
                claim = side.claim
                yield f"    {claim['document']}, {claim['start']}-{claim['end']}: «{_plain(side.reading)}»"
