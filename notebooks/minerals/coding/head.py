"""What a page says of itself in its head: a YAML front matter, a headline, a byline, a dateline or a stamp."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from ..corpus.passages import Passage
from ..errors import Problem
from ..finders import Context, edtf
from ..finders.dates import finder as dates

_FRONT_MATTER = {
    "title": "title", "date": "published", "published": "published", "url": "url", "link": "url",
    "publisher": "publisher", "short": "short", "currency": "currency",
    "author": "authors", "authors": "authors", "by": "authors", "ministers": "authors",
}  # fmt: skip
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


def fields(name: str, text: str, passages: list[Passage]) -> list[Field]:
    """The fields of the document with these passages; what its front matter gives is not sought elsewhere."""
    front = list(_front_matter(name, text, passages))
    stated = {f.field for f in front}  # a head of its own is what a document says of itself
    return [*front, *(f for f in _head(text, passages) if f.field not in stated)]


def _front_matter(name, text, passages) -> Iterator[Field]:
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


def _head(text, passages) -> Iterator[Field]:
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
