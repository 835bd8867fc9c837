"""The charts of statements: every quotation a mark, on the side its speaker speaks for, in the source's own words."""

import re

import pytest

from drawn import answers, words
from minerals import charts, tables
from minerals.charts import beside, speakers
from minerals.corpus.display import plain


@pytest.fixture(scope="module")
def statements():
    return tables.load("statements")


@pytest.fixture(scope="module")
def documents():
    return tables.load("documents")


def test_every_quotation_is_one_mark(statements):
    marks = answers(charts.make("07_statements"))
    assert len(marks) == len(statements)
    assert all(re.search("“.+”", words) for words in marks)


def test_hollow_marks_are_those_that_their_document_does_not_date(statements):
    marks = charts.make("07_statements").drawn.marks
    hollow = [said for _, mark, said in marks if mark.face == "#ffffff"]
    basis = statements["said_on_basis"].value_counts()
    assert len(hollow) == basis["document"] + basis["event"]
    for name, note in (
        ("document", "the day of the document"),
        ("event", "the day of the meeting in other documents"),
    ):
        assert sum(note in re.sub("<br>", " ", said) for said in hollow) == basis[name] > 0


# who speaks for whom, as the vocabulary describes them
SIDES = [
    ("Christopher Luxon", speakers.NZ, "NZL"),
    ("Ministry of Foreign Affairs and Trade", speakers.NZ, "NZL"),
    ("Jacob Helberg", speakers.US, "USA"),
    ("Bede Corry and Christopher Landau", speakers.BOTH, "NZL;USA"),
    ("Chinese Embassy in New Zealand", speakers.OTHERS, "CHN"),  # of China, in New Zealand
    ("Mexico and United States", speakers.OTHERS, "MEX;USA"),
    ("Jane Kelsey", speakers.OTHERS, ""),
]


@pytest.mark.parametrize(("speaker", "side", "countries"), SIDES, ids=lambda v: str(v)[:20])
def test_a_speakers_side(statements, speaker, side, countries):
    row = speakers.sides(statements).set_index("speaker").loc[speaker]
    assert (row["side"], row["speaks_for"]) == (side, countries)


def test_the_title_counts_its_speakers_quotations(statements):
    chart = charts.make("07_statements")
    own, whole, *days = map(
        int, re.findall(r"\d+(?! \w+ \d{4}|\d)", re.sub(r"on \d+ \w+ \d{4}", "", chart.title))
    )
    most = statements[statements["speaker"] == statements["speaker"].mode()[0]]
    assert (own, whole) == (len(most), len(statements))
    assert days == sorted(most.groupby("said_on").size())[-len(days) :]


def test_words_on_the_framework_are_the_sources_own(statements, documents):
    spoken = beside.spoken(statements, documents, tables.load("initiatives"))
    told = spoken[spoken["status"] != ""]
    terms = tables.load("initiatives").query("initiative == 'nz-us-framework'")
    assert {state for states in told["status"] for state in states.split(";")} <= set(terms["status"])
    for row in told.itertuples():
        assert row.shown.strip("… ") in plain(row.quote)


def test_each_speaker_has_words_for_each_day_on_which_it_is_quoted(statements, documents):
    spoken = beside.spoken(statements, documents, tables.load("initiatives"))
    assert (spoken.groupby(["speaker", "said_on"])["shown"].max() != "").all()


def test_the_governments_chart_counts_what_it_shows():
    chart = charts.make("07_statements_government")
    states = chart.table.assign(state=chart.table["status"].str.split(";")).explode("state")
    home, abroad = (
        states.loc[states["side"] == s, "state"].value_counts() for s in (speakers.NZ, speakers.US)
    )
    talks, added = "in-talks", home[~home.index.isin(["", *abroad.index])]
    said = states[(states["side"] == speakers.US) & (states["state"] == talks)]
    assert said["speaker"].nunique() == 1 and "one US official" in chart.title
    twice = speakers.repeats(said)
    assert len(twice) == 1, "one remark is quoted twice"
    assert [int(n) for n in re.findall(r"\d+", chart.title)] == [home[talks], abroad[talks] - 1, added.max()]
    assert set(states.loc[states["state"] == added.idxmax(), "speaker"]) == {"Christopher Luxon"}
    assert "Christopher Luxon adds that it is not agreed" in chart.title
    assert len(answers(chart)) == len(chart.table)


def test_the_joint_statement_is_in_the_governments_chart(documents):
    """It names the framework, and nobody quotes the sentence: it is the document's own."""
    table = charts.make("07_statements_government").table
    own = table[table["side"].eq(speakers.BOTH) & table["status"].ne("")]
    joint = documents[documents["speaks_for"] == "NZL;USA"]
    assert list(own["document"]) == list(joint["document"]) and "Framework" in own["shown"].iloc[0]


def test_a_quotation_tells_each_state_that_its_words_tell(statements, documents):
    """Talks that are on, and nothing agreed, in one breath; and who speaks of what Cabinet did is not grey."""
    spoken = beside.spoken(statements, documents, tables.load("initiatives"))
    both = spoken[spoken["status"].str.contains(";")]
    assert {"in-talks;not-agreed"} <= set(both["status"])
    assert all(
        "discussions" in q or "conversations" in q or "officials" in q for q in both["shown"].str.lower()
    )
    assert (spoken.loc[spoken["speaker"].isin(["David Seymour", "Jacob Helberg"]), "status"] != "").all()


def test_governments_that_agree_on_nothing_are_told_apart(statements, documents):
    initiatives = tables.load("initiatives")
    home = initiatives["quote"].str.contains("signable|nothing’s been agreed")
    abroad = initiatives["quote"].str.contains("very much in progress")
    told = initiatives[(initiatives["initiative"] != "nz-us-framework") | home | abroad]
    title = beside.chart(statements, documents, told).title
    assert (
        title
        == f"{speakers.NZ} says the framework is not agreed; {speakers.US} says the framework is in talks"
    )


def test_what_is_a_reading_says_so():
    """A quotation's state is not in its words: the chart tells whose reading it is."""
    chart = charts.make("07_statements_government")
    read = chart.table[chart.table["status"] != ""]
    shown = [line for line in words(chart) if line.startswith("read as ")]
    assert shown == [f"read as {beside.label(status)}" for status in read["status"]]


# the same words on two dates: in two documents, and twice in one
TWICE = [
    ("Shane Jones", "will help to attract funding"),
    ("Jacob Helberg", "mineral extraction to midstream processing"),
]


def test_words_told_twice_are_found(statements, documents):
    twice = speakers.repeats(speakers.readings(statements, documents))
    assert len(twice) == len(TWICE)
    for (speaker, shared), row in zip(TWICE, twice.itertuples(index=False), strict=True):
        assert row[0] == speaker
        assert shared in row[1]


@pytest.mark.parametrize(
    ("quote", "seen"),
    [
        ("the [Strategy](https://a.b/c) aims", "the Strategy aims"),
        ("nearly \\$12 billion", "nearly $12 billion"),
        ("a [sic] and (so)", "a [sic] and (so)"),
    ],
)
def test_links_and_escapes_are_not_shown(quote, seen):
    assert plain(quote) == seen


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-02-07/2026-02-08", "7 to 8 February 2026"),
        ("2026-01-31/2026-02-01", "31 January 2026 to 1 February 2026"),
        ("2025-01", "January 2025"),
    ],
)
def test_dates_are_written_as_people_write_them(date, words):
    assert speakers.when(date) == words
