"""The scorer of marked-up texts: what is right by span and by value, and what counts for neither."""

import json

import pytest

from score_finders import figures, load, score


def marked(*mentions, text="worth US$12 billion in March"):
    return {"text": text, "mentions": list(mentions)}


MONEY = {"kind": "money", "start": 6, "end": 19, "low": 12e9, "high": 12e9, "currency": "USD"}
NZD = MONEY | {"currency": "NZD"}
SHORT = MONEY | {"end": 11}


@pytest.mark.parametrize(
    ("gold", "found", "by", "expected"),  # right, missed, too many
    [
        ([MONEY], [MONEY], "span", (1, 0, 0)),
        ([MONEY], [NZD], "span", (1, 0, 0)),
        ([MONEY], [NZD], "value", (0, 1, 1)),
        ([MONEY], [SHORT], "span", (0, 1, 1)),
        ([MONEY], [SHORT], "value", (1, 0, 0)),
        ([MONEY], [MONEY, SHORT], "value", (1, 0, 1)),  # a mention serves once
        ([MONEY | {"currency": "AUD;NZD"}], [NZD], "value", (1, 0, 0)),  # either is right
        ([MONEY | {"currency": "AUD;CAD"}], [NZD], "value", (0, 1, 1)),
        ([MONEY | {"optional": True}], [MONEY], "span", (0, 0, 0)),
        ([MONEY | {"optional": True}], [NZD], "value", (0, 0, 0)),
        ([MONEY | {"optional": True}], [], "value", (0, 0, 0)),
    ],
)
def test_right_missed_and_too_many(gold, found, by, expected):
    assert score([marked(*gold)], [found], "money", by)[:3] == expected


def test_figures():
    assert figures(3, 1, 2) == (0.6, 0.75, pytest.approx(2 / 3))
    assert figures(0, 0, 0) == (1, 1, 1)


def test_a_mark_that_is_not_its_words_stops(tmp_path):
    (tmp_path / "01.txt").write_text(marked()["text"])
    told = {"date": None, "mentions": [MONEY | {"text": "US$12 billions"}]}
    (tmp_path / "01.json").write_text(json.dumps(told))
    with pytest.raises(AssertionError, match=r"01\.txt"):
        load(tmp_path)
