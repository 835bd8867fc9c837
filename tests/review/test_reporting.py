"""Which dates are the day on which something is said: sentences of the tests' own, each with the verb or without."""

import pytest

from minerals.review import reporting

SAID = [  # a sentence, the date in it, the verb of saying that it goes with
    ("Luxon said today that the ministerial had gone well.", "today", "say"),
    ("The ministerial went well, the minister said today.", "today", "say"),
    ("“It went well,” Mr Rojas said on Monday.", "Monday", "say"),
    ("Mr Rojas said late on Monday the ministerial would be held.", "Monday", "say"),
    ("Mr Rojas told reporters in Washington on 5 February 2026 that it went well.", "5 February 2026", "tell"),
    ("Mr Rojas, who told Parliament on Tuesday that it went well, left.", "Tuesday", "tell"),
    ("It went well, the State Department said in a statement on 6 February 2026.", "6 February 2026", "say"),
    ("The department said in a joint statement released on 6 February 2026 that it went well.", "6 February 2026", "say"),
    ("She wrote in a post on X on 7 February 2026 that the ministerial failed.", "7 February 2026", "write"),
    ("On Monday, Prime Minister Ana Rojas said the ministerial had gone well.", "Monday", "say"),
    ("On 9 February 2026 Mr Rojas confirmed that the ministerial was held.", "9 February 2026", "confirm"),
    ("In a statement on Monday, the embassy noted the ministerial.", "Monday", "note"),
    ("The embassy on Tuesday said the ministerial went well.", "Tuesday", "say"),
    ("It went well, according to the State Department on Wednesday.", "Wednesday", "say"),
    ("Speaking on Monday, she praised the ministerial.", "Monday", "speak"),
    ("Asked on Monday about the ministerial, she smiled.", "Monday", "ask"),
    ("The US announced on 3 February 2026 that it would hold a ministerial.", "3 February 2026", "announce"),
    ("Mr Rojas told the ministerial on 4 February 2026 that prices fall.", "4 February 2026", "tell"),
]  # fmt: skip
OTHER = [  # a sentence whose date is that of what is spoken of
    ("The ministerial was held on 9 February 2026, Mr Rojas said.", "9 February 2026"),
    ("Mr Rojas said that the ministerial was held on 9 February 2026.", "9 February 2026"),
    ("Mr Rojas said the ministerial on 9 February 2026 would go well.", "9 February 2026"),
    ("Mr Rojas told reporters the ministerial would be held on 9 February 2026.", "9 February 2026"),
    ("Mr Rojas said today’s ministerial went well.", "today"),
    ("On 9 February 2026 the ministerial was held, Mr Rojas said.", "9 February 2026"),
    ("On 9 February 2026, the ministerial opened.", "9 February 2026"),
    ("The US hosted the ministerial on 9 February 2026.", "9 February 2026"),
    ("“We met on 9 February 2026,” he said.", "9 February 2026"),
]  # fmt: skip


def verb(sentence, words):
    start = sentence.index(words)
    return reporting.verb(sentence, 0, len(sentence), start, start + len(words))


@pytest.mark.parametrize(("sentence", "words", "expected"), SAID)
def test_the_day_of_saying_goes_with_its_verb(sentence, words, expected):
    assert verb(sentence, words) == expected


@pytest.mark.parametrize(("sentence", "words"), OTHER)
def test_the_day_of_what_is_spoken_of_is_not_one_of_saying(sentence, words):
    assert verb(sentence, words) == ""
