"""How to cite a chart, and what it rests on."""

import re

from .. import tables
from ..charts.chart import Chart
from ..claims import reference

TITLE = "The Critical Minerals Ministerial of February 2026: charts anchored to their sources"
_AUTHOR = "Critical Minerals Ministerial notebooks"


def sources(chart: Chart) -> list[dict[str, str]]:
    """The documents and references that the chart's source line names, as the fields of a citation."""
    documents = [
        {
            "key": d.document,
            "title": d.title or f"[untitled{f' {d.kind}' if d.kind else ''}]",
            "author": d.authors,
            "publisher": d.publisher,
            "date": d.published,
            "url": d.url,
        }
        for d in tables.load("documents").itertuples()
        if re.search(rf"(?<!\w){re.escape(d.short)}, ", chart.source)
    ]
    outside = chart.source.partition("Reference: ")[2]
    return documents + [
        {
            "key": r["source_id"],
            "author": "",
            "date": r["published"],
            **{f: r[f] for f in ("title", "publisher", "url")},
        }
        for r in reference.rows(tables.ROOT / "data" / "reference", "sources")
        if r["publisher"] in outside and r["published"][:4] in outside
    ]


def _year() -> str:
    """The year of the last document: the collection says nothing later."""
    return tables.load("documents")["published"].max()[:4]


def text(chart: Chart) -> str:
    """The chart's citation as a line of text."""
    return f"{_AUTHOR}, “{chart.title}” ({chart.name}), in: {TITLE}, {_year()}."


def bibtex(chart: Chart) -> str:
    """The chart and each of its sources as BibTeX entries."""
    own = {
        "key": chart.name,
        "title": chart.title,
        "author": _AUTHOR,
        "publisher": TITLE,
        "date": _year(),
        "url": "",
    }
    return "\n".join(_entry(fields) for fields in (own, *sources(chart)))


def _entry(fields: dict[str, str]) -> str:
    title, *authors = map(_plain, (fields["title"], *(fields["author"] or fields["publisher"]).split("; ")))
    lines = [
        (
            "title",
            f"{{{title}}}",
        ),  # in braces of their own, so that BibTeX leaves their capitals and commas alone
        ("author", " and ".join(f"{{{name}}}" for name in authors)),
        ("howpublished", _plain(fields["publisher"])),
        ("year", fields["date"][:4]),
        ("date", fields["date"]),
        ("url", _plain(fields["url"])),
    ]
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in lines if value)
    return f"@misc{{{fields['key']},\n{body}}}\n"


_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    c: f"\\{c}" for c in "&%$#_{}"
}


def _plain(words: str) -> str:
    r"""`words` with what TeX would take for a command escaped.

    >>> print(_plain(r"50% of {A_1} ~ C:\x^2"))
    50\% of \{A\_1\} \textasciitilde{} C:\textbackslash{}x\textasciicircum{}2
    """
    return "".join(_TEX.get(c, c) for c in words)
