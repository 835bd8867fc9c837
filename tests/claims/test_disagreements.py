"""Disagreements: found by code, judged by a person, both sides anchored; what nobody has judged is open work."""

import csv
import itertools
import re

import pytest

from conftest import ROOT, edit, put_seed
from minerals import tables
from minerals.claims import disagreements
from minerals.claims.differences import amounts, find
from minerals.corpus import seeds
from minerals.errors import Problem
from minerals.review import coverage, crosscheck
from minerals.tables import build


@pytest.fixture(scope="module")
def told():
    return tables.load("disagreements")


@pytest.fixture(scope="module")
def inputs():
    return build.read(ROOT)


def found_in(inputs, claims=None):
    return find.find(
        claims or inputs.claims, inputs.sheets["counted"], [page.document for page in inputs.pages]
    )


def test_every_disagreement_has_two_sides_and_one_judgement(told):
    for _, rows in told.groupby("disagreement"):
        assert sorted(set(rows["side"])) == list(range(1, rows["side"].nunique() + 1))
        assert rows["side"].nunique() >= 2
        for column in ("topic", "kind", "verdict", "found", "reason", "note"):
            assert rows[column].nunique() == 1


def test_every_side_opens_to_its_words(told):
    texts = seeds.load(ROOT / "seeds")
    for row in told.itertuples():
        assert texts[row.source_file][row.start : row.end] == row.quote


def test_every_reason_stands_where_it_says(told):
    texts, files = seeds.load(ROOT / "seeds"), tables.load("documents").set_index("document")["source_file"]
    with_reason = told[told["reason"] != ""]
    assert len(with_reason)
    for row in with_reason.itertuples():
        assert texts[files[row.reason_document]][row.reason_start : row.reason_end] == row.reason


def test_what_the_code_found_rests_on_claims(told):
    known = set()
    for name, column in (("events", "claim"), ("countries", "claim"), ("figures", "figure"), ("targets", "target"),
                         ("statements", "statement"), ("initiatives", "claim")):  # fmt: skip
        known |= set(tables.load(name)[column])
    claims = told[told["claim"] != ""]
    assert set(claims["claim"]) <= known
    by_code = told[told["found"]].groupby("disagreement")["claim"]
    assert by_code.apply(lambda ids: (ids != "").any()).all()


def test_everything_found_is_judged_once_and_only_that(inputs):
    keys = [found.key for found in found_in(inputs)]
    judged = [row["found"] for row in inputs.sheets["disagreements"] if row["found"]]
    assert len(set(keys)) == len(keys)
    assert sorted(keys) == sorted(judged)


KNOWN = [  # of the issue: words of the topic, its verdict, and how many sides at least
    ("Countries at the ministerial", "conflict", 2),
    ("New agreements counted and named", "left open", 3),
    ("Deals before the ministerial", "left open", 2),
    ("Countries in the Minerals Security Partnership", "conflict", 2),
    ("New Zealand in the Minerals Security Partnership", "conflict", 2),
    ("The trade bloc: put forward or launched", "conflict", 2),
    ("US and EU: within a plan or yet to close", "left open", 2),
    ("A bare dollar sign", "differs in scope", 2),
    ("Letters of interest, within the support or beside it", "left open", 2),
    ("Over the weekend", "no conflict", 2),
    ("The last administration and critical minerals", "speaker and reporter differ", 2),
    ("One entry, and two days", "different calendars", 2),
    ("Jones on the Minerals Security Partnership", "worded differently", 2),
    ("NZ and US: how far their framework is", "differs in scope", 3),
    ("Elements, negotiations, delegations", "no conflict", 3),
    ("Agreements signed, countries that would join", "left open", 2),
]


@pytest.mark.parametrize(("topic", "verdict", "sides"), KNOWN)
def test_the_known_ones_are_there(told, topic, verdict, sides):
    rows = told[told["topic"] == topic]
    assert set(rows["verdict"]) == {verdict}
    assert rows["side"].nunique() >= sides


def test_the_corpus_holds_about_forty_and_looks_alike_are_kept_apart(told):
    topics = told.drop_duplicates("disagreement")
    assert (~topics["verdict"].isin(["no conflict", "later update"])).sum() >= 40
    assert (topics["verdict"] == "no conflict").any()


PLANTED = {  # finder: a table, and how a copy of one of its claims is made to differ
    "amount": ("figures", lambda f: f["kind"] == "percent", {"low": 1.0, "high": 1.0, "value": 1.0, "words": "one"}),
    "list": ("figures", lambda f: f["measure"] == "agreements-signed-at-ministerial", {"low": 9.0, "high": 9.0}),
    "date": ("events", lambda e: e["event"] == "pcmdp-proclamation", {"date": "1999-01-01"}),
    "told-as": ("events", lambda e: e["event"] == "uk-mou", {"status": "denied", "start": 0, "end": 1}),
    "status": ("initiatives", lambda i: i["initiative"] == "us-uk-mou", {"status": "proposed"}),
    "sort": ("initiatives", lambda i: i["initiative"] == "us-uk-mou", {"kind": "strategy"}),
    "role": ("statements", lambda s: s["speaker"] == "Winston Peters", {"role": "Prime Minister"}),
    "quotation": ("statements", lambda s: s["speaker"] == "Jamieson Greer", {"speaker": "JD Vance"}),
    "member": ("countries", lambda c: c["initiative"] == "bilateral-frameworks" and c["role"] == "signatory",
               {"iso3": "CHE", "country": "Switzerland", "start": 0, "end": 1}),
    "currency": ("figures", lambda f: f["words"].startswith("$"), {"currency": "AUD"}),
    "calendar": ("events", lambda e: e["event"] == "tribunal-memorandum", {"calendar": "America/New_York"}),
    "words": ("events", lambda e: e["event"] == "front-page", {"event": "another", "date": "1999-01-01"}),
    "standing": ("countries", lambda c: c["initiative"] == "us-uk-mou", {"status": "proposed", "start": 0, "end": 1}),
    "end": ("events", lambda e: e["event"] == "forge-chair", {"date_words": "to June"}),
    "alike": ("figures", lambda f: f["measure"] == "msp-members", {"measure": "another"}),
}  # fmt: skip


@pytest.mark.parametrize("finder", PLANTED)
def test_a_planted_difference_is_found(inputs, finder):
    table, which, change = PLANTED[finder]
    line = next(line for line in inputs.claims[table] if which(line))
    claims = inputs.claims | {table: [*inputs.claims[table], line | change]}
    before, after = ({f.key for f in found_in(inputs, c)} for c in (inputs.claims, claims))
    assert [key for key in after - before if key.startswith(f"{finder}:")]


def test_what_agrees_is_not_found(inputs):
    """A claim told again in the same words by nobody else adds nothing."""
    for table in ("figures", "events", "initiatives", "countries"):
        again = inputs.claims | {table: [*inputs.claims[table], dict(inputs.claims[table][0])]}
        assert {f.key for f in found_in(inputs, again)} == {f.key for f in found_in(inputs)}


def test_order_does_not_matter(inputs):
    turned = {name: lines[::-1] for name, lines in inputs.claims.items()}
    assert {f.key for f in found_in(inputs, turned)} == {f.key for f in found_in(inputs)}


def plant(copy, texts):
    """A digit changed in a sentence and in its coding: two sources no longer agree, and nobody has judged that."""
    file = next(name for name, text in texts.items() if "identifies 37 minerals" in text)
    put_seed(copy, file, texts[file].replace("identifies 37 minerals", "identifies 38 minerals"))
    for sheet in ("figures", "initiatives", "statements", "minerals", "countries", "events", "targets"):
        edit(copy, sheet, lambda rows: [
            row.update({c: v.replace("identifies 37 minerals", "identifies 38 minerals") for c, v in row.items()})
            for row in rows
        ])  # fmt: skip
    edit(copy, "figures", lambda rows: [
        row.update(words="38 minerals") for row in rows if "38 minerals" in row["quote"]
    ])  # fmt: skip


def open_in(root):
    """disagreement -> its rows, of what nobody has judged."""
    lines = build.assemble(root)[0]["disagreements"]
    names = {line["disagreement"] for line in lines if line["verdict"] == disagreements.UNJUDGED}
    return {name: [line for line in lines if line["disagreement"] == name] for name in names}


def test_what_nobody_has_judged_is_in_the_table_and_open(copy, texts):
    plant(copy, texts)
    ((name, lines),) = open_in(copy).items()
    assert name.startswith("amount-minerals-on-nz-list-")
    assert [(line["side"], line["reading"]) for line in lines] == [(1, "38 minerals"), (2, "37 minerals")]
    assert {(line["kind"], line["topic"]) for line in lines} == {("amount", "amount: minerals on nz list")}
    (one,) = coverage.unjudged(build.read(copy))
    assert one.disagreement == name
    assert one.row is None
    build.build(copy, copy / "tables")  # the schema takes it


def test_a_judgement_of_other_tellings_is_open_again_under_its_name(copy):
    edit(copy, "disagreements", spoil("found", "status:forge:00000000", disagreement="forge-state"))
    ((name, lines),) = open_in(copy).items()
    assert name == "forge-state"
    assert {line["topic"] for line in lines} == {"FORGE: launched, or its launch announced"}
    assert not any(line.get("note") or line.get("reason") for line in lines)
    (one,) = coverage.unjudged(build.read(copy))
    assert one.row["verdict"] == "worded differently"


def test_a_row_without_a_verdict_is_not_judged(copy):
    edit(copy, "disagreements", spoil("verdict", "", disagreement="weekend"))
    assert set(open_in(copy)) == {"weekend"}


def test_nothing_in_the_collection_waits_for_its_judgement(told):
    left = sorted(set(told[told["verdict"] == disagreements.UNJUDGED]["topic"]))
    assert not left, (
        f"judge {left} in data/coding/disagreements.csv (`python -m minerals suggest` writes the rows)"
    )


def test_every_finder_has_a_kind(inputs):
    with (ROOT / "notebooks" / "minerals" / "claims" / "finders.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        assert {row["finder"] for row in csv.DictReader(file)} == {*PLANTED, "conversion", "within"}


def drop(**which):
    def change(rows):
        rows[:] = [row for row in rows if not all(row[c] == v for c, v in which.items())]

    return change


def spoil(column, value, **which):
    def change(rows):
        next(r for r in rows if all(r[c] == v for c, v in which.items()))[column] = value

    return change


def swap(rows, one, other):
    """The two rows' verdicts change places, a conflict for the second's: no term is left without a row."""
    for name, verdict in (
        (other, next(r["verdict"] for r in rows if r["disagreement"] == one)),
        (one, "conflict"),
    ):
        spoil("verdict", verdict, disagreement=name)(rows)


BAD = [  # sheet, what a person got wrong, what the build says
    ("disagreements", drop(disagreement="weekend"), r"the term «weekend» of disagreement is used by no row"),
    ("disagreements", spoil("found", "", disagreement="weekend"), r"\(weekend\): has fewer than two sides"),
    ("disagreements", spoil("verdict", "", disagreement="cabinet"), r"\(cabinet\): has no verdict; its terms are in data/coding/vocabulary\.csv"),
    ("disagreements", spoil("found", "status:us-uk-mou:00000000", disagreement="weekend"), r"no longer finds «status:us-uk-mou:00000000»; take the row out"),
    ("disagreements", spoil("verdict", "who knows", disagreement="weekend"), r"verdict is «who knows», which is no verdict; allowed: "),
    ("disagreements", spoil("kind", "gossip", disagreement="weekend"), r"kind is «gossip», which is no disagreement_kind; allowed: "),
    ("disagreements", spoil("verdict", "conflicts", disagreement="weekend"), r"allowed: conflict, .*; they are kept in data/coding/vocabulary\.csv; take one$"),
    ("disagreements", spoil("kind", "amuont", disagreement="weekend"), r"allowed: the \d+ terms of disagreement_kind \(did you mean «amount»[^?]*\?\); they are kept in"),
    ("disagreements", lambda rows: rows.append(rows[0] | {"note": "again"}), r"is judged twice"),
    ("disagreements", spoil("quote", "no such words", disagreement="biden"), r"disagreements\.csv, row \d+ \(biden\): quote in .*expected «no such words»"),
    ("sides", drop(disagreement="biden"), r"\(biden\): has fewer than two sides; add another to sides\.csv"),
    ("sides", spoil("quote", "no such words", disagreement="biden"), r"sides\.csv, row \d+ \(biden\): quote in .*expected «no such words»"),
    ("sides", spoil("document", "no-such", disagreement="biden"), r"unknown document «no-such»; known: "),
    ("sides", spoil("side", "one", disagreement="framework-state"), r"\(framework-state\): these words are of a telling that the code found"),
    ("disagreements", lambda rows: swap(rows, "biden", "cabinet"),
     r"\(biden\): its sides are of one document, which only passes them on \(Vance, the document itself\); judge it «speaker and"),
    ("disagreements", spoil("verdict", "speaker and reporter differ", disagreement="cabinet"),
     r"\(cabinet\): no document differs from a speaker whom it quotes"),
    ("sides", spoil("said_by", "Nobody At All", words="failing to address"), r"said_by «Nobody At All» does not stand in"),
    ("sides", spoil("said_by", "Luxon", words="discussions"), r"leave them empty"),
    ("counted", spoil("measure", "no-such", measure="msp-members"), r"counted\.csv, row \d+ .*: no figure is a «no-such»"),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "change", "says"), BAD)
def test_a_wrong_row_stops_the_build(copy, sheet, change, says):
    edit(copy, sheet, change)
    with pytest.raises(Problem, match=says):
        build.assemble(copy)


def test_no_finder_knows_a_document_a_place_or_a_number():
    """The code holds no word of the corpus: neither a document, nor an event, nor an initiative."""
    terms = tables.load("documents")["document"].tolist() + tables.load("events")["event"].tolist()
    terms += tables.load("initiatives")["initiative"].tolist() + tables.load("countries")["country"].tolist()
    folder = ROOT / "notebooks" / "minerals" / "claims"
    modules = [*(folder / "differences").glob("*.py"), folder / "disagreements.py"]
    assert len(modules) > 4
    for module, term in itertools.product(modules, sorted(set(terms))):
        assert not re.search(rf"\b{re.escape(term)}\b", module.read_text("utf-8")), (module, term)


def test_a_conflict_is_of_documents_or_in_one_voice(told):
    """What a speaker says does not bind the document that quotes it; five are left."""
    conflicts = told[told["verdict"] == "conflict"]
    assert conflicts["disagreement"].nunique() == 5
    for topic, rows in conflicts.groupby("disagreement"):
        pairs = [
            (a, b) for a, b in itertools.combinations(rows.itertuples(), 2)
            if a.side != b.side and (a.document != b.document or a.said_by == b.said_by)
        ]  # fmt: skip
        assert pairs, topic
    (own,) = (
        set(rows["said_by"])
        for _, rows in told[told["verdict"] == "speaker and reporter differ"].groupby("topic")
    )
    assert own == {"Vance", ""}


def test_how_many_came_is_one_topic(told):
    """The list is compared with the counts as one side: how these differ is the conflict's own row."""
    rows = told[told["disagreement"] == "delegations-named"]
    assert rows["side"].nunique() == 2
    counts = rows[rows["reading"].str.contains("5[45] countries")]
    assert counts["side"].nunique() == 1 and counts["reading"].nunique() == 2


def list_of(words, quote):
    return [{"words": word, "quote": quote} for word in words]


@pytest.mark.parametrize(("words", "quote", "open_"), [
    (("Argentina", "the UK"), "with delegations from Argentina and the UK, among others.", True),
    (("Peru", "Chile"), "deals with countries such as Peru and Chile", True),
    (("Peru", "Chile"), "deals with Peru, Chile and others", True),
    (("Peru", "Chile"), "minerals including tin, in deals with Peru and Chile", False),
    (("Peru", "Chile"), "currently includes Peru and Chile", False),
])  # fmt: skip
def test_a_list_that_leaves_some_out_denies_nothing(words, quote, open_):
    assert amounts._open(list_of(words, quote)) == open_


def test_sides_are_numbered_as_they_were_told(told):
    days = tables.load("documents").set_index("document")["published"]
    for _, rows in told.groupby("disagreement"):
        first = [
            min(days[d] for d in rows[rows["side"] == side]["document"]) for side in sorted(set(rows["side"]))
        ]
        assert first == sorted(first)


def test_the_table_is_the_same_twice(inputs):
    documents = {page.document.id: page.document for page in inputs.pages}
    one, two = (disagreements.build(inputs.sheets, documents, inputs.claims) for _ in range(2))
    assert one == two


def relations(root):
    made, _ = build.assemble(root)
    return {name for f in made["figures"] for name in f["relation"].split(";")}


def test_amounts_contradict_until_they_are_judged_to_be_no_conflict(copy, texts):
    plant(copy, texts)
    (open_,) = coverage.unjudged(build.read(copy))
    assert "contradicts" in relations(copy)
    edit(copy, "disagreements", lambda rows: [
        row.update(verdict="later update") for row in rows if row["found"].startswith("amount:")
    ])  # fmt: skip
    row = {
        "disagreement": open_.disagreement,
        "found": open_.found.key,
        "kind": open_.kind,
        "verdict": "later update",
    }
    edit(copy, "disagreements", lambda rows: rows.append(dict.fromkeys(rows[0], "") | row))
    edit(copy, "vocabulary", lambda rows: rows.append(
        {"vocabulary": "disagreement", "term": open_.disagreement, "description": "Minerals"}
    ))  # fmt: skip
    assert relations(copy) >= {"restates", "later update"}
    assert "contradicts" not in relations(copy)


def test_a_side_reads_in_its_own_words(copy, texts):
    """What another noun counts is held against the rest, and printed as it is written."""
    file = next(name for name, text in texts.items() if "officials from 54 countries" in text)
    before, after = "officials from 54 countries", "officials from fifty-eight delegations"
    put_seed(copy, file, texts[file].replace(before, after))
    for path in sorted((copy / "data" / "coding").glob("*.csv")):
        path.write_bytes(path.read_bytes().replace(before.encode(), after.encode()))
    edit(
        copy,
        "figures",
        lambda rows: [row.update(words="fifty-eight delegations") for row in rows if after in row["quote"]],
    )
    edit(
        copy,
        "units",
        lambda rows: [
            row.update(words=f"{row['words']};delegations") for row in rows if row["unit"] == "countries"
        ],
    )
    found = [one.found for one in coverage.unjudged(build.read(copy))]
    assert "fifty-eight delegations" in {side.reading for one in found for side in one.sides}
    assert ("fifty-eight delegations", "54 countries") in {
        (row.corpus, row.record) for row in crosscheck.held(copy)
    }
