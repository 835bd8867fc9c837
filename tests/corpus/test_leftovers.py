"""What editors and systems leave is no seed, no sheet, no fact and no table, and git does not see it."""

import subprocess
from pathlib import Path

import pytest

from conftest import ROOT
from minerals.corpus import leftovers, seeds
from minerals.errors import Problem
from minerals.review import add, suggest
from minerals.tables import build

LEFT = (
    ".DS_Store", "._events.csv", ".~lock.events.csv#", ".#events.csv", ".events.csv.swp", "events.csv.swp",
    "#events.csv#", "events.csv~", "~$events.csv", "~WRL0001.tmp", "Thumbs.db", "thumbs.db", "Desktop.ini",
)  # fmt: skip
FOLDERS = ("seeds", "data/coding", "data/reference", "data/suggested", "data/tables")
NEW = Path(__file__).parents[1] / "new_document.txt"


@pytest.fixture
def littered(copy_of_five):
    """The collection with a leftover of every sort in each of its folders; build, add and suggest once before."""
    build.build(copy_of_five)
    for folder in FOLDERS:
        (copy_of_five / folder).mkdir(exist_ok=True)
        for name in LEFT:
            (copy_of_five / folder / name).write_bytes(b"\0no text, no sheet")
        checkpoints = copy_of_five / folder / ".ipynb_checkpoints"
        checkpoints.mkdir()
        (checkpoints / "events-checkpoint.csv").write_text("an older one")
    return copy_of_five


def test_they_stop_no_command_and_stay_where_they_are(littered):
    before = {p: p.read_bytes() for p in littered.rglob("*") if p.name in LEFT}
    build.build(littered)
    assert suggest.suggest(littered) == {}
    given = {"published": "2026-02-20", "publisher": "Andes Wire", "currency": "USD"}
    name, *_ = add.add(littered, NEW, given)
    assert set(suggest.suggest(littered)) >= {"figures", "events"}
    assert name in seeds.sums(littered / "seeds" / seeds.SUMS)
    assert not set(LEFT) & seeds.sums(littered / "seeds" / seeds.SUMS).keys()
    assert {p: p.read_bytes() for p in before} == before


def test_what_is_no_leftover_is_still_named(littered):
    (littered / "seeds" / "notes.txt").write_text("words")
    with pytest.raises(Problem, match=r"notes\.txt: is not listed"):
        build.build(littered)


def test_a_listed_seed_is_one_whatever_its_name(littered):
    folder = littered / "seeds"
    (folder / "a.txt~").write_text("words")
    with (folder / seeds.SUMS).open("a") as file:
        file.write(f"{'0' * 64}  a.txt~\n")
    with pytest.raises(Problem, match=r"a\.txt~: has changed"):
        seeds.load(folder)


def test_names_that_only_resemble_them_are_kept(tmp_path):
    names = ("notes.swp.txt", "a#b.csv", "~notes.csv", "swop", "my-thumbs.db.csv")
    for name in (*names, *LEFT):
        (tmp_path / name).touch()
    assert [path.name for path in leftovers.kept(tmp_path)] == sorted(names)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone")
def test_git_does_not_see_them():
    paths = [f"{folder}/{name}" for folder in FOLDERS for name in (*LEFT, ".ipynb_checkpoints/a.csv")]
    run = subprocess.run(["git", "check-ignore", *paths], cwd=ROOT, capture_output=True, text=True)
    assert {line.strip('"') for line in run.stdout.splitlines()} == set(paths)
