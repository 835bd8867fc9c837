"""The evidence: what people read has no marks of links in it, and what it rests on can be reached."""

import re

import pandas as pd
import pytest

from minerals import charts, tables
from minerals.charts import cited
from minerals.claims import reference
from minerals.corpus.display import plain
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
    said = [said for *_, said in (*charts.make(name).drawn.shapes, *charts.make(name).drawn.marks)]
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
