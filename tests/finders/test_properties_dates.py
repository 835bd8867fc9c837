"""What holds of the dates found in any text, whatever it says."""

import re
from datetime import date
from functools import cache

from edtf import parse_edtf
from hypothesis import example, given
from hypothesis import strategies as st

from minerals.finders import Context
from minerals.finders.dates import finder as dates
from minerals.finders.edtf import bounds, precision

WORDS = [
    "4",
    "12",
    "26",
    "31",
    "99",
    "2025",
    "2026",
    "1840",
    "2000",
    "20",
    "Feb.",
    "February",
    "MAY",
    "May",
    "march",
    "March",
    "Sept",
    "June",
    "Ago",
    "Monday",
    "Sun",
    "Today",
    "today",
    "TODAY",
    "last",
    "next",
    "this",
    "the",
    "week",
    "weekend",
    "month",
    "year",
    "quarter",
    "first",
    "third",
    "Q3",
    "H1",
    "FY",
    "fiscal",
    "summer",
    "fall",
    "ago",
    "two",
    "a",
    "of",
    "in",
    "on",
    "by",
    "until",
    "between",
    "and",
    "to",
    "-",
    "–",
    "/",
    ",",
    ".",
    ":",
    "'",
    "’s",
    "\n",
    "(",
    ")",
    "$",
    "early",
    "mid-",
    "1990s",
    "2024-25",
    "2026-02-04",
    "04/02/2026",
    "said",
    "will",
    "was",
]
texts = st.one_of(
    st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join), st.lists(st.sampled_from(WORDS)).map("".join)
)
days = st.one_of(st.none(), st.dates())
PLAIN = "The mine is deep. Nobody knows how deep it is, and the owners do not say."


@cache
def accepted(edtf):
    """The package knows no quarter of an open year."""
    return parse_edtf(re.sub(r"XXXX-(2[1-4]|3[3-9]|4[01])", r"2000-\1", edtf)) is not None


@given(texts, days)
def test_a_find_is_its_words_and_finds_do_not_overlap(text, day):
    end = 0
    for mention in dates.find(text, Context(day)):
        assert mention.start >= end
        assert mention.end > mention.start
        assert text[mention.start : mention.end] == mention.text == mention.text.strip()
        end = mention.end


@given(texts, days)
def test_every_date_is_edtf(text, day):
    for mention in dates.find(text, Context(day)):
        if mention.date:
            assert accepted(mention.date)
            first, last = bounds(mention.date)
            assert precision(mention.date)
            assert first is None or last is None or first <= last


@given(texts, days)
def test_text_without_dates_around_changes_nothing(text, day):
    before, after = f"{PLAIN}\n\n", f"\n\n{PLAIN}"
    alone = [
        m._replace(start=m.start + len(before), end=m.end + len(before))
        for m in dates.find(text, Context(day))
    ]
    assert dates.find(before + text + after, Context(day)) == alone


@example("Monday Ago", date(2026, 2, 4))
@given(texts, st.dates())
def test_resolve_and_year_of_never_raise(text, day):
    edtf = dates.resolve(text, day)
    assert not edtf or accepted(edtf)
    dates.year_of(text)


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31)), days)
def test_a_day_written_out_is_that_day(day, read_on):
    for form in ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%A, %B %d, %Y", "%Y-%m-%d", "%d-%b-%Y"):
        words = day.strftime(form)
        assert [(m.text, m.date) for m in dates.find(f"On {words} it was said.", Context(read_on))] == [
            (words, day.isoformat())
        ]
