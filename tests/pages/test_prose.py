"""Numbers in prose: each is in the table below, with how it follows from the tables, and equals what they give.

A sentence that a person wrote may hold numbers; when the tables no longer bear one out, the row fails and names it.
"""

import datetime
import json
import re
from zoneinfo import ZoneInfo

import pytest

from conftest import ROOT
from minerals import tables
from minerals.charts import growth, speakers
from minerals.charts.amounts import money
from minerals.charts.stretches import written
from minerals.review import crosscheck

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NUMERALS = {10: "ten", 11: "eleven"}
MEETING, NEW = "countries-at-ministerial", "agreements-signed-at-ministerial"
_CODE = re.compile(
    r"```.*?```|`[^`]*`|\[\d\d_\w+\]\([^)]*\)|\]\([^)]*\)|<!-- (\w+) -->.*?<!-- /\1 -->", re.S
)  # and links, and what is made


def values(measure):
    """The values of a measure, least first."""
    figures = tables.load("figures")
    return sorted({int(v) for v in figures.loc[figures["measure"] == measure, "value"].dropna()})


def of_the_meeting():
    """Its month, as most documents that date it to a day have it."""
    events = tables.load("events")
    own = events[(events["event"] == "critical-minerals-ministerial") & (events["precision"] == "day")]
    return written(own["date"].mode()[0][:7])


def partners():
    countries = tables.load("countries")
    new = countries[(countries["initiative"] == "bilateral-frameworks") & (countries["role"] == "signatory")]
    return new["iso3"].nunique()


def latest_report():
    """The day of the latest document that says how far the framework is."""
    initiatives, documents = tables.load("initiatives"), tables.load("documents")
    own = initiatives[initiatives["initiative"] == "nz-us-framework"]["document"]
    return written(documents.loc[documents["document"].isin(own), "published"].max())


def hours_ahead():
    day = datetime.datetime.fromisoformat(f"{tables.load('documents')['published'].max()}T00:00")
    ahead = day.replace(tzinfo=ZoneInfo("America/New_York")) - day.replace(
        tzinfo=ZoneInfo("Pacific/Auckland")
    )
    return int(ahead.total_seconds() // 3600)


def pace():
    """The target, its growth a year, and the baseline of its own source."""
    rows = growth.exports(tables.load("targets"), tables.load("documents"))
    goal = rows[(rows["mark"] == growth.TARGET) & (rows["written"] != "")].iloc[0]
    rate = rows[(rows["mark"] == growth.GROWTH) & (rows["of"] == growth.PUBLISHED)].iloc[0]
    last = written(tables.load("documents")["published"].max())
    return (
        goal["written"],
        goal["words"],
        rate["rate"],
        rate["rate_before"],
        rate["written"],
        rate["words"],
        last,
    )


def of_washington():
    """Its quotations, and how many of them are of the days of the ministerial."""
    rows = speakers.readings(tables.load("statements"), tables.load("documents"))
    own = rows[rows["side"] == speakers.US]
    return len(own), int(own["said_on"].isin(["2026-02-04", "2026-02-05"]).sum())


def differing():
    return sum(row.verdict == "differs" for row in crosscheck.held(ROOT))


def python():
    """The oldest that the lock is made for."""
    return re.search(r"--python-version (\S+)", (ROOT / "Makefile").read_text("utf-8"))[1]


def worth():
    figures = tables.load("figures")
    return int(figures.loc[figures["measure"] == "project-vault-worth", "value"].iloc[0])


def amount(measure):
    """The one amount that documents give of a measure, as people write it."""
    figures = tables.load("figures")
    ((value, currency),) = set(
        figures.loc[figures["measure"] == measure, ["value", "currency"]].itertuples(index=False, name=None)
    )
    return money(int(value), currency)


def meeting_day():
    """The day of the ministerial, which the sources that date it agree on in Washington's calendar."""
    events = tables.load("events")
    own = events[(events["event"] == "critical-minerals-ministerial") & (events["precision"] == "day")]
    return written(own["date"].mode()[0])


ROWS = [  # where, the words with a place for each number, and the numbers
    ("00_start_here", "how many countries came, {} or {}", lambda: values(MEETING)),
    ("02_timeline", "in the latest report, of {}", lambda: [latest_report()]),
    ("02_timeline", "New Zealand is {} hours ahead of Washington in February", lambda: [hours_ahead()]),
    ("03_countries", "{} counted, {} named", lambda: [NUMERALS[values(NEW)[0]].capitalize(), NUMERALS[partners()]]),
    ("03_countries", "Reports count {} new agreements and name {} partners", lambda: [*values(NEW), partners()]),
    ("04_figures", "the {} agreements signed", lambda: values(NEW)),
    ("04_figures", "the {} countries that would join", lambda: values("countries-that-would-join")),
    ("06_targets", "to {} {} takes growth of {} to {} a year from the strategy's own baseline, {} in the {}; most of the "
     "other deadlines were still ahead on the day of the last document, {}", pace),
    ("07_statements", "Of Washington's {} quotations {} are of 4 and 5 February", of_washington),
    ("07_statements", "on {} February in New Zealand", lambda: [4]),
    ("09_coverage", "differ from a claim on {} points", lambda: [differing()]),
    ("README", "The Critical Minerals Ministerial of {}", lambda: [of_the_meeting()]),
    ("README", "Python {} or later", lambda: [python()]),
    ("README", "On {} the United States hosted", lambda: [meeting_day()]),
    ("README", "more than {} of support", lambda: [amount("us-support-for-supply-chains")]),
    ("README", "of nearly {} is mostly one loan of {}",
     lambda: [amount("project-vault-worth"), amount("project-vault-loan")]),
    ("README", "{} or {} countries came", lambda: values(MEETING)),
    ("data/README", "{} US dollars", lambda: [f"{worth():,}"]),
]  # fmt: skip


def prose(name):
    """What people read of a notebook or of the README, without code, addresses and what is made from the tables."""
    if name.endswith("README"):
        return _CODE.sub(" ", (ROOT / f"{name}.md").read_text("utf-8"))
    cells = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8"))["cells"]
    return _CODE.sub(" ", "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown"))


@pytest.mark.parametrize(("place", "words", "numbers"), ROWS, ids=[f"{p}: {w}" for p, w, _ in ROWS])
def test_a_number_in_prose_is_the_tables(place, words, numbers):
    assert words.format(*numbers()) in prose(place)


@pytest.mark.parametrize(
    "place", [*(path.stem for path in NOTEBOOKS), "README", "data/README", "notebooks/README"]
)
def test_every_number_in_prose_is_tested(place):
    left = prose(place)
    for _, words, numbers in (row for row in ROWS if row[0] == place):
        left = left.replace(words.format(*numbers()), "")
    assert not re.findall(r"[^\s]*\d[^\s]*", left), "give each a row in ROWS"


def test_what_the_notebooks_say_in_words():
    """Sentences without a digit that rest on a count all the same."""
    total, at_the_ministerial = of_washington()
    assert total == 2 * at_the_ministerial and "half of Washington's quotations" in prose("07_statements")
    statements = tables.load("statements")
    days = statements.loc[statements["speaker"] == "Christopher Luxon", "said_on"].map(
        datetime.date.fromisoformat
    )
    assert (days.map(datetime.date.weekday) == 0).mean() > 0.8 and "mostly on Mondays" in prose(
        "07_statements"
    )
    early = statements[(statements["said_on"] == "2026-02-04") & (statements["speaks_for"] == "NZL")]
    assert set(early["calendar"]) == {"Pacific/Auckland"} and set(early["speaker"]) == {
        "Christopher Luxon",
        "David Seymour",
    }
    assert "mostly one loan" in prose("README")
