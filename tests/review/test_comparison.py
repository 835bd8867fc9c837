"""What `add` says of each find of a new document: agrees, differs, new, or to be coded; and never a wrong verdict.

The sentences were written for these tests; the last test takes each document of the corpus as if it were new.
"""

from collections import Counter

import pytest

from conftest import ROOT
from minerals.review import (
    add,
    comparison,
    coverage,
    similarity,
)
from minerals.tables import build

AGREES, DIFFERS, MAY, NEW, TO_CODE = comparison.VERDICTS
REFINED, MINED, STOCK = (
    "rare earths that China processes",
    "rare earths that China mines",
    "Project Vault, the stockpile",
)
SAID = [  # a sentence, a find in it, the verdict, what it is about
    ("China refines 90 per cent of rare earths.", "90 per cent", AGREES, REFINED),
    ("China refines 85 per cent of rare earths.", "85 per cent", DIFFERS, REFINED),
    ("China refines 90 per cent of rare earths and mines about 75% of them.", "75%", DIFFERS, MINED),
    ("China mines 60 percent of rare earths, and processes ninety percent of them.", "60 percent", AGREES, MINED),
    ("China mines 60 percent of rare earths, and processes ninety percent of them.", "ninety percent", AGREES, REFINED),
    ("China eats 33 percent of the world's rice.", "33 percent", NEW, ""),
    ("The stockpile is worth nearly $12 billion.", "$12 billion", AGREES, STOCK),
    ("The stockpile is worth about $17 billion.", "$17 billion", DIFFERS, STOCK),
    ("The stockpile costs $19 billion, of which the Export-Import Bank lends $9 billion.", "$9 billion", DIFFERS, "Export-Import Bank loan"),
    ("The ferry costs $12 billion.", "$12 billion", TO_CODE, STOCK),  # perhaps
    ("Exports should double to NZ$3bn.", "NZ$3bn", TO_CODE, "goal for New Zealand's minerals exports"),
    ("Minerals exports reached NZ$1.46 billion in the year to June.", "NZ$1.46 billion", NEW, ""),
    ("Officials from 54 countries came to the meeting in Washington.", "54", AGREES, "countries at the ministerial"),
    ("Delegations from 58 countries were at the ministerial.", "58", DIFFERS, "countries at the ministerial"),
    ("Ministers from 13 countries came to a meeting in Nairobi on fish.", "13", MAY, "countries at the ministerial"),
    ("The ministerial was held in a hall with 300 seats.", "300", NEW, ""),
    ("New Zealand's list now names 38 minerals.", "38", DIFFERS, "minerals on New Zealand's list"),
    ("The Critical Minerals Ministerial was held on 9 February 2026.", "9 February 2026", DIFFERS, "Critical Minerals Ministerial"),
    ("Two weeks after the Critical Minerals Ministerial of 4 February 2026, they met.", "4 February 2026", AGREES, "Critical Minerals Ministerial"),
    ("The Critical Minerals Ministerial went well, the minister said today.", "today", NEW, ""),
    ("On 12 February 2026, Mr Rojas said that the Critical Minerals Ministerial went well.", "12 February 2026", NEW, ""),
    ("Mr Rojas told reporters on Wednesday that the Critical Minerals Ministerial went well.", "Wednesday", NEW, ""),
    ("Mr Rojas said that the Critical Minerals Ministerial was held on 10 February 2026.", "10 February 2026", DIFFERS, "Critical Minerals Ministerial"),
    ("The Critical Minerals Ministerial was held on 11 February 2026, Mr Rojas said today.", "11 February 2026", DIFFERS, "Critical Minerals Ministerial"),
    ("The US stockpile Project Vault was announced on 3 January 2026.", "3 January 2026", DIFFERS, "The US stockpile, Project Vault, is announced"),
    ("The Ministry of Regional Resources spoke of minerals on 3 March 2026.", "3 March 2026", NEW, ""),
    ("The United States signed 14 new bilateral frameworks.", "14", MAY, "new agreements at the ministerial"),
    ("The bloc would cover half of the global economy.", "half", MAY, "what the trade bloc aims to cover"),
    ("Denmark was represented by its envoy, while Italy stayed away.", "Denmark", MAY, "Critical Minerals Ministerial"),
    ("Denmark was represented by its envoy, while Italy stayed away.", "Italy", MAY, "Critical Minerals Ministerial"),
    ("Denmark did not send a delegation, and Italy came.", "Denmark", TO_CODE, ""),
    ("Denmark did not send a delegation, and Italy came.", "Italy", TO_CODE, ""),
    ("Denmark sent a delegation, but did not sign the paper.", "Denmark", MAY, "Critical Minerals Ministerial"),
    ("Italy sent a delegation, but did not sign the paper.", "Italy", TO_CODE, ""),
    ("Bolivia was there.", "Bolivia", NEW, ""),
    ("Peru was there.", "Peru", TO_CODE, ""),
    ("New Zealand is in the Minerals Security Partnership.", "New Zealand", TO_CODE, "Minerals Security Partnership (MSP)"),
    ("Minerals exports should double to NZ$3bn by 2035.", "NZ$3bn", AGREES, "goal for New Zealand's minerals exports"),
    ("They mine gold.", "gold", NEW, ""),
    ("He called it “fine”.", "“", TO_CODE, ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def said(tmp_path_factory, five):
    """sentence -> its finds, each beside what is coded, of one document that holds them all."""
    root = tmp_path_factory.mktemp("said")
    path = root / "given.txt"
    sentences = dict.fromkeys(sentence for sentence, *_ in SAID)
    path.write_text("A title over them all\n\n" + "\n\n".join(sentences) + "\n", "utf-8")
    text = f'---\npublished: "2026-02-20"\ncurrency: USD\n---\n\n{path.read_text("utf-8")}'
    path.write_text(text, "utf-8")
    for part in ("seeds", "data"):
        (root / part).symlink_to(five / part)
    inputs = build.read(five)
    page = add.documents.pages({str(path): text}, [])[0]
    after = inputs._replace(pages=[*inputs.pages, page])
    known = {comparison.key(m) for old in inputs.pages for m in old.document.mentions}
    own = [f for f in coverage.judged(after) if f.document == page.document.id]
    told = {sentence: [] for sentence in sentences}
    for one in comparison.compare(page.document, own, after, known):
        told[one.find.sentence].append(one)
    return told


@pytest.mark.parametrize(("sentence", "words", "verdict", "label"), SAID)
def test_a_find_gets_its_verdict(said, sentence, words, verdict, label):
    (one,) = [one for one in said[sentence] if one.find.text == words][:1]
    assert (one.verdict, one.label) == (verdict, label)
    assert bool(one.told) == bool(label)
    assert verdict != AGREES or one.told[0].same
    assert verdict not in (DIFFERS, MAY) or not any(t.same for t in one.told)


def test_no_find_is_left_without_a_verdict(said):
    for sentence, told in said.items():
        assert told, sentence
        assert {one.verdict for one in told} <= set(comparison.VERDICTS)


def test_a_telling_stands_where_it_says(said, five, texts):
    files = {page.document.id: page.document.source_file for page in build.read(five).pages}
    for told in (t for sentence in said.values() for one in sentence for t in one.told):
        assert told.first <= told.start <= told.end <= told.last
        assert texts[files[told.document]][told.start : told.end] or told.start == told.end


STEMS = [
    ("mines", "mining"),
    ("processes", "processing"),
    ("countries", "country"),
    ("signed", "signing"),
    ("doubled", "double"),
]


@pytest.mark.parametrize(("one", "other"), STEMS)
def test_forms_of_a_word_are_one(one, other):
    assert similarity.stem(one) == similarity.stem(other)


def test_a_ministry_is_no_ministerial():
    assert similarity.words("ministry").meant != similarity.words("ministerial").meant


def test_each_document_beside_the_others_gets_no_wrong_verdict():
    """What agrees or differs is what a person coded it as; some of what they coded is recognised."""
    inputs, right = build.read(ROOT), Counter()
    found = coverage.judged(inputs)
    for doc in (page.document for page in inputs.pages):
        others = [page.document for page in inputs.pages if page.document is not doc]
        known = {comparison.key(m) for other in others for m in other.mentions}
        own = [f for f in found if f.document == doc.id and f.kind in (*coverage.QUANTITIES, "date")]
        for one in comparison.compare(doc, own, inputs, known):
            coded = {f["measure"] for f in inputs.claims["figures"] if f["document"] == doc.id
                     and f["words_start"] == one.find.start}  # fmt: skip
            coded |= {e["event"] for e in inputs.claims["events"] if e["document"] == doc.id
                      and e["start"] <= one.find.start < e["end"]}  # fmt: skip
            if one.verdict in (AGREES, DIFFERS):
                assert one.name in coded, (doc.id, one.find.text, one.find.sentence, one.label)
                right[one.verdict] += 1
    assert right[AGREES] >= 10
    assert right[DIFFERS] >= 1
