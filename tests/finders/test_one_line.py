"""A currency, a country's name, a form of date, a unit and a mineral are each added by one line in a CSV."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minerals import finders

PACKAGE = Path(finders.__file__).parents[1]
ASK = """
import json, sys
from datetime import date
from minerals.finders import Context, find
for line in sys.stdin:
    found = find(json.loads(line), Context(date(2026, 2, 4)))
    print(json.dumps([[m.kind, m.text, m.iso3 or m.currency or m.mineral or m.date or m.unit] for m in found]))
"""
LINES = {  # the list, its new line, a sentence, what is found in it
    "currency": (
        "quantities/currencies",
        "XTS,XT$,tester;testers,Testian,,",
        "They paid XT$5 million and 30 testers.",
        [["money", "XT$5 million", "XTS"], ["money", "30 testers", "XTS"]],
    ),
    "country": (
        "countries/names",
        "Maoriland,NZL,name,,,",
        "A deal with Maoriland was signed.",
        [["country", "Maoriland", "NZL"]],
    ),
    "date": (
        "dates/forms",
        'feast,harvest,"harvest feast( of {year})?",month=9;day=22,It opens at the harvest feast of 2026.,2026-09-22',
        "It opens at the harvest feast of 2026.",
        [["date", "harvest feast of 2026", "2026-09-22"]],
    ),
    "date after a word that starts another form": (
        "dates/forms",
        "year gone,year,year just gone,year_shift=-1,Prices rose in the year just gone.,2025",
        "Prices rose in the year just gone.",
        [["date", "year just gone", "2025"]],
    ),
    "unit": (
        "quantities/units",
        "zg,zg,symbol",
        "The mine sold 40 zg of ore.",
        [["count", "40", "zg"]],
    ),
    "mineral": (
        "minerals/names",
        "unobtainium,unobtainium,name,,,",
        "The mine yields unobtainium.",
        [["mineral", "unobtainium", "unobtainium"]],
    ),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What a copy of the package with all the new lines finds in each sentence."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, folder / "minerals", ignore=shutil.ignore_patterns("__pycache__"))
    for name, line, *_ in LINES.values():
        with (folder / "minerals" / "finders" / f"{name}.csv").open(
            "a", encoding="utf-8", newline=""
        ) as file:
            file.write(line + "\n")
    asked = "".join(json.dumps(sentence) + "\n" for _, _, sentence, _ in LINES.values())
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=folder, input=asked, capture_output=True, text=True, check=True
    )
    return dict(zip(LINES, map(json.loads, done.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("what", LINES)
def test_one_line_adds(what, answers):
    assert answers[what] == LINES[what][3]
    assert not any(mention.text == LINES[what][3][0][1] for mention in finders.find(LINES[what][2]))
