"""Coverage: everything found in the corpus is coded or dismissed, and what a new sentence brings is listed."""

import pytest

from conftest import ROOT, edit, put_seed
from minerals.coding import rows as coding
from minerals.review import coverage

FILE = "003_5d864af3d8b16bed.txt"


@pytest.fixture(scope="module")
def found():
    return coverage.finds(ROOT)


def test_the_whole_corpus_is_coded_or_dismissed(found):
    left = [
        f"{f.document}, {f.start}: {f.kind} «{f.text}» in «{f.sentence}»" for f in found if f.state == "open"
    ]
    assert not left, "\n".join(
        ["code these, or dismiss them with a reason (`python -m minerals suggest`):", *left]
    )


def test_every_kind_is_sought(found):
    for kind, coded, dismissed, open_ in coverage.counts(found):
        assert coded, kind
        assert coded + dismissed + open_ == sum(f.kind == kind for f in found)


def test_a_find_is_where_it_says_and_inside_its_sentence(found, texts):
    bodies = {text for text in texts.values()}
    for f in found:
        assert f.state in coverage.STATES
        assert bool(f.reason) == (f.state == "dismissed")
        assert f.first <= f.start < f.end <= f.last
        assert f.text in f.sentence
        assert any(
            text[f.first : f.last] == f.sentence and text[f.start : f.end] == f.text for text in bodies
        )


ADDED = [  # a sentence put into a copy, what is open then
    ("It cost $5 million.", [("money", "$5 million")]),
    ("A third of it, 12 percent, went to 14 towns in six weeks.",
     [("share", "third"), ("percent", "12 percent"), ("count", "14"), ("duration", "six weeks")]),
    ("It began on 3 March 2025.", [("date", "3 March 2025")]),
    ("Bolivia was there.", [("country", "Bolivia")]),
    ("Lithium is mined there.", [("mineral", "Lithium")]),
    ("He called it “good”.", [("quotation mark", "“"), ("quotation mark", "”")]),
    ("New Zealand was there.", []),  # its role is told in the document
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ADDED)
def test_what_a_sentence_adds_is_open(copy, texts, sentence, expected):
    put_seed(copy, FILE, texts[FILE].replace("\n\n**Editors", f"\n\n{sentence} It is so.\n\n**Editors"))
    left = [f for f in coverage.finds(copy) if f.state == "open"]
    assert [(f.kind, f.text) for f in left] == expected
    assert {f.sentence for f in left} <= {sentence}


def test_a_dismissal_taken_out_is_open_again(copy):
    taken = []
    edit(copy, "dismissed", lambda rows: taken.append(rows.pop(0)))
    left = [f for f in coverage.finds(copy) if f.state == "open"]
    assert [(f.kind, f.text) for f in left] == [(taken[0]["kind"], taken[0]["words"])]


def test_a_coded_quotation_leaves_open_what_it_says_of_amounts_and_dates(copy, texts):
    said = (
        "“Fifty-five countries were in the room on 3 March 2041, and lithium cost $5 million,” Mr Jones said."
    )
    put_seed(copy, FILE, texts[FILE].replace("\n\n**Editors", f"\n\n{said}\n\n**Editors"))
    row = {"quote": said, "prefix": "", "attribution": "Mr Jones said", "words": said[1 : said.index("”")]}
    edit(copy, "statements", lambda rows: rows.append(
        next(r for r in rows if r["document"].startswith("beehive") and r["speaker"] == "Shane Jones") | row
    ))  # fmt: skip
    left = [f for f in coverage.finds(copy) if f.state == "open"]
    assert [(f.kind, f.text) for f in left] == [
        ("count", "Fifty-five"), ("date", "3 March 2041"), ("mineral", "lithium"), ("money", "$5 million"),
    ]  # fmt: skip


SENTENCES = [  # a paragraph, words in it, the sentence that holds them
    (
        "It rose. On Feb. 4 Mr. Jones of the U.S. Treasury said so. It fell.",
        "Jones",
        "On Feb. 4 Mr. Jones of the U.S. Treasury said so.",
    ),
    ("“We won’t.” He left.", "left", "He left."),
    ("“We won’t.” He left.", "won’t", "“We won’t.”"),
    ("It cost $1.5 billion. Why? Nobody knows", "Nobody", "Nobody knows"),
    ("It cost $1.5 billion. Why? Nobody knows", "Why", "Why?"),
    ("It ended in 2025.", "2025", "It ended in 2025."),
]


@pytest.mark.parametrize(("text", "words", "expected"), SENTENCES)
def test_a_sentence_ends_where_it_ends(text, words, expected):
    from minerals.corpus.passages import Passage
    from minerals.finders import Context

    doc = coding.Document("x", "x.txt", text, 0, len(text), Context(), [Passage("paragraph", 0, len(text))])
    first, last = coverage.sentence(doc, text.index(words), text.index(words) + len(words))
    assert text[first:last] == expected
