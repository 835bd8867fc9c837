"""What several tests share: the collection's root, and a copy of its inputs to spoil."""

import csv
import hashlib
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

import first_five
from minerals.corpus import seeds

# where CI is set the examples are the same each time: a change is judged, not a throw of dice
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("random", deadline=None)
settings.load_profile("repeatable" if os.environ.get("CI") else "random")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture
def copy(tmp_path):
    """A copy of the seeds, the coding and the reference facts."""
    for part in ("seeds", "data/coding", "data/reference"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


@pytest.fixture(scope="session")
def five(tmp_path_factory):
    """The collection without what was added to it: to be read only."""
    return first_five.make(ROOT, tmp_path_factory.mktemp("five"))


@pytest.fixture
def copy_of_five(five, tmp_path):
    return shutil.copytree(five, tmp_path, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def texts():
    return seeds.load(ROOT / "seeds")


def put_seed(root, name, text):
    """Change a seed and the checksum list along with it."""
    folder = root / "seeds"
    (folder / name).write_bytes(text.encode())
    names = sorted(p.name for p in folder.iterdir() if p.name != seeds.SUMS)
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / seeds.SUMS).write_text("".join(sums))


def edit(root, sheet, change):
    """Rewrite a sheet after `change(rows)`, rows being dicts."""
    path = root / "data" / "coding" / f"{sheet}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, fields = list(reader), reader.fieldnames
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
