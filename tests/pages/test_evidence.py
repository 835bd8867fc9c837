"""The evidence: what people read has no marks of links and no codes in it, and what it rests on can be reached."""

import json
import re
from html import unescape

import pandas as pd
import pytest

from conftest import ROOT
from drawn import answers
from minerals import charts, tables
from minerals.charts import cited
from minerals.claims import reference
from minerals.corpus.display import plain
from minerals.pages import columns
from minerals.pages.evidence import evidence, listing


def quotes():
    """Table -> its quotes and other text."""
    for name in tables.described():
        table = tables.load(name)
        for column in {"quote", "attribution", "reason", "reading", "date_words"} & set(table):
            yield from ((name, column, words) for words in table[column])


def test_nothing_that_people_read_keeps_the_marks_of_links():
    read = [(name, column, plain(words)) for name, column, words in quotes()]
    assert any(words != before for (*_, words), (*_, before) in zip(read, quotes(), strict=True))
    assert [row for row in read if "](" in row[2] or "\\$" in row[2]] == []


@pytest.mark.parametrize("name", charts.MADE)
def test_no_hover_shows_them(name):
    said = answers(charts.make(name))
    assert [words for words in said if "](" in words or "\\" in words] == []


def test_a_table_is_read_and_its_quote_stays_as_it_is():
    events = tables.load("events")
    marked = events[events["quote"].str.contains(r"\]\(", regex=True)]
    shown = evidence(marked, "name")
    assert len(marked) and "](" not in shown.html() and "\\" not in shown.html()
    assert list(shown.table["quote"]) == list(marked["quote"])


def test_a_row_of_the_reference_leads_to_its_sources():
    minerals = tables.load("minerals")
    known = minerals[minerals["layer"] == "reference"].assign(quote=lambda t: t["words"])
    addresses = {s["source_id"]: s["url"] for s in reference.rows(cited.REFERENCE, "sources")}
    for row, source in zip(known.itertuples(), evidence(known, "mineral").table["source"], strict=True):
        assert re.findall('href="(.+?)"', source) == [addresses[i] for i in row.source_id.split(";")]


@pytest.mark.parametrize("column", ["source_id", "source"])
def test_a_source_outside_the_corpus_is_named_and_linked_in_any_table(column):
    source = next(s for s in reference.rows(cited.REFERENCE, "sources") if s["url"] and s["published"])
    value = source["source_id"] if column == "source_id" else cited.outside([source["source_id"]])
    shown = listing(pd.DataFrame({column: [value]})).html()
    assert re.search(f'<a href="{re.escape(source["url"])}"[^>]*>{re.escape(source["publisher"])}, ', shown)
    assert source["source_id"] not in shown.replace(source["url"], "")


def test_a_source_without_an_address_is_named():
    source = next(s for s in reference.rows(cited.REFERENCE, "sources") if not s["url"])
    shown = listing(pd.DataFrame({"source_id": [source["source_id"]]})).html()
    assert source["publisher"] in shown and "<a" not in shown


CLAIMS = ("events", "countries", "figures", "targets", "statements", "initiatives")
TABLES = [
    (path.stem, cell["id"], unescape(html))
    for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
    for cell in json.loads(path.read_text("utf-8"))["cells"]
    for output in cell.get("outputs", [])
    if (html := "".join(output.get("data", {}).get("text/html", ""))).startswith("<table>")
]


@pytest.mark.parametrize("name", CLAIMS)
def test_a_link_leads_to_the_line_and_the_columns_of_its_quote(name):
    """As JupyterLab reads the address, a line from 0, and as GitHub does, lines and columns from 1."""
    claims = tables.load(name)
    for row, link in zip(claims.itertuples(), evidence(claims).table["source"], strict=True):
        address = re.search(r'href="../seeds/(\S+)#line=(\d+),L(\d+)C(\d+)-L(\d+)C(\d+)"', link)
        line, first, left, last, right = (int(place) for place in address.groups()[1:])
        lines = (ROOT / "seeds" / address[1]).read_text("utf-8").split("\n")
        units = ["\n".join(lines[:n]).encode("utf-16-le") for n in (first - 1, last - 1)]
        start, end = (
            len(before) // 2 + (n > 0) for before, n in zip(units, (first - 1, last - 1), strict=True)
        )
        text = "\n".join(lines).encode("utf-16-le")
        quote = text[2 * (start + left - 1) : 2 * (end + right - 1)].decode("utf-16-le")
        assert line == first - 1
        assert quote == row.quote


def test_characters_are_a_column_of_their_own_out_of_the_way():
    shown = evidence(tables.load("events"), "date")
    assert list(shown.table)[-2:] == ["source", "characters"]
    assert shown.table["characters"].str.fullmatch(r"\d+–\d+").all()
    documents = set(shown.table["source"].str.replace(r"<.*?>", "", regex=True))
    assert len(documents) == tables.load("events")["document"].nunique()


def test_what_a_notebook_stores_is_what_it_shows_live():
    """No face of a table needs a kernel: a widget's view is empty once the kernel is gone."""
    shown = evidence(tables.load("events"), "date")
    assert shown._repr_html_().startswith(shown.html())
    assert not hasattr(shown, "_repr_mimebundle_")


def test_a_long_table_answers_and_a_short_one_is_only_read():
    events = tables.load("events")
    assert "<script>" in evidence(events, "date")._repr_html_()
    assert "<script>" not in evidence(events.head(15), "date")._repr_html_()


def test_what_people_choose_from_is_offered_and_dates_and_numbers_have_ends():
    figures = tables.load("figures")
    html = evidence(figures, "measure", "kind", "value", "as_of").html()
    heads = dict(re.findall(r'<th [^>]*data-filter="(\w+)"[^>]*>(.*?)</th>', html)[::-1])
    kinds = [kind for kind, _ in re.findall(r'<th [^>]*data-filter="(\w+)"[^>]*>(.*?)</th>', html)]
    assert set(kinds) == {"choice", "number", "date"} and heads["number"] == "value"
    assert 'data-from="2025-01-01" data-to="2025-01-31">January 2025<' in html


@pytest.mark.parametrize(
    ("column", "value", "read"),
    [
        ("initiative", "bilateral-frameworks", "New bilateral frameworks and memoranda of the United States"),
        ("status", "in-talks;not-agreed", "in talks; not agreed"),
        ("speaks_for", "EUU;JPN", "European Union; Japan"),
        ("document", "nrgi-2026-02-04", "NRGi, 4 February 2026"),
        ("calendar", "Pacific/Auckland", "Auckland"),
        ("date", "2026-02-02/2026-02-08", "2 February 2026 to 8 February 2026"),
        ("date", "../2026-06", "until June 2026"),
        ("date", "2025-12/..", "since December 2025"),
        ("commission", True, "yes"),
        ("document", "nrgi-2026-02-04; mfat-2026-02-03", "NRGi, 4 February 2026; MFAT, 3 February 2026"),
        ("date", "2025-35", "2025-35"),  # what no one word says stays EDTF
        ("role", "vice-chair", "vice-chair"),  # a source's own word, and no term
        ("words", "rare-earths", "rare-earths"),
        ("value", "Jo Moir; Adam Pearse", "Jo Moir; Adam Pearse"),
        ("value", 12e9, "12,000,000,000"),
    ],
)
def test_names_are_read_and_no_codes(column, value, read):
    assert columns.shown(column, value) == read


def test_no_code_reaches_a_reader():
    """In the notebooks as they are stored; the words of a source are its own, and one cell shows a raw table."""
    heads = [(*place, head) for *place, html in TABLES for head in re.findall(r"<th [^>]*>(.*?)</th>", html)]
    assert heads and [head for head in heads if "_" in head[-1] or head[-1] in ("size", "join", "iso3")] == []
    terms = {t for names in columns._vocabulary().values() for t in names if "-" in t} | set(
        tables.load("documents")["document"]
    )
    cells = [
        (*place, cell) for *place, html in TABLES for cell in re.findall(r"<td [^>]*>([^<]*)</td>", html)
    ]
    assert cells and [cell for cell in cells if set(re.split("[;,] ?", cell[-1])) & terms] == []


def test_every_line_of_the_columns_is_a_column_that_is_shown():
    known = {c for name in tables.described() for c in tables.columns()[name]}
    assert set(columns._columns()) <= known | {"source", "short", "told_by"}


def test_names_are_in_the_order_of_names():
    """The United Arab Emirates, whose code begins with A, come after Argentina."""
    countries = tables.load("countries").sort_values("iso3", key=columns.named)["country"]
    assert list(countries) == sorted(countries)
    for *place, html in TABLES:
        for cell in re.findall(r"<td [^>]*>([^<]*)</td>", html):
            names = [name for name in re.split("[;,] ", cell) if name in set(countries)]
            if len(names) > 9:
                assert names == sorted(names), (*place, cell)


def test_talks_are_found_by_what_the_row_is_about():
    """The newspaper writes of discussions and conversations; the row says which initiative, and that it is in talks."""
    initiatives = tables.load("initiatives")
    html = evidence(initiatives, "status").html()
    rows = [unescape(re.sub("<.*?>", " ", row)) for row in re.findall("<tr>(<td.*?)</tr>", html, re.DOTALL)]
    talks = initiatives["status"].eq("in-talks")
    assert talks.any() and (~initiatives.loc[talks, "quote"].str.contains("talks")).any()
    for row, code in zip((row for row, said in zip(rows, talks, strict=True) if said),
                         initiatives.loc[talks, "initiative"], strict=True):  # fmt: skip
        assert "in talks" in row and columns.shown("initiative", code) in row
