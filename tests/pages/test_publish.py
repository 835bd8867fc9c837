"""What is made again and what is not: by content, file by file that a notebook has read."""

import json
import os

import pytest

from conftest import ROOT
from minerals.pages import inputs, publish

CELL = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Two notebooks that each read a table of their own, run once; the store with what they were made of."""
    root = tmp_path_factory.mktemp("run")
    for folder in ("notebooks", "data", ".venv"):
        (root / folder).mkdir()
    (root / "notebooks" / "minerals").symlink_to(ROOT / "notebooks" / "minerals")
    (root / "requirements.txt").write_text("pandas==1\n")
    for name in ("a", "b"):
        (root / "data" / f"{name}.csv").write_text("1\n")
        cells = [CELL | {"id": name, "source": f"open('../data/{name}.csv').read()"}]
        words = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
        (root / "notebooks" / f"{name}.ipynb").write_text(words)
    made = inputs.Made(root)
    changed = list(publish._make(publish._notebook, publish.stale(publish.notebooks(root), made), root, made))
    assert [path.name for path in changed] == ["a.ipynb", "b.ipynb"]
    assert all("'1\\\\n'" in path.read_text() for path in changed)
    return root


def stale(root, **more):
    inputs.environment.cache_clear()
    return [task.name for task in publish.stale(publish.notebooks(root), inputs.Made(root), **more)]


def changed(path, old, new):
    """`path` with `old` in it replaced; what it held, to be put back."""
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new))
    return before


def test_nothing_is_run_again_where_nothing_changed(run):
    for name in ("a", "b"):
        os.utime(run / "data" / f"{name}.csv")  # only the time is another
        os.utime(run / "notebooks" / f"{name}.ipynb")
    assert stale(run) == []
    assert stale(run, everything=True) == ["a.ipynb", "b.ipynb"]


CHANGES = [  # a file, what changes in it, which notebooks are run again
    ("data/a.csv", "1", "2", ["a.ipynb"]),
    ("notebooks/b.ipynb", ".read()", ".readline()", ["b.ipynb"]),  # its source
    ("notebooks/b.ipynb", "'1\\\\n'", "'7\\\\n'", ["b.ipynb"]),  # its output, written by hand
    ("requirements.txt", "1", "2", ["a.ipynb", "b.ipynb"]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), CHANGES)
def test_what_changed_is_run_again(run, file, old, new, expected):
    before = changed(run / file, old, new)
    assert stale(run) == expected
    (run / file).write_text(before)
    assert stale(run) == []


def test_a_change_of_the_library_runs_everything_again(run, tmp_path):
    link, other = run / "notebooks" / "minerals", tmp_path / "minerals"
    other.mkdir()
    (other / "words.csv").write_text("word\n")
    link.unlink()
    link.symlink_to(other)
    assert stale(run) == ["a.ipynb", "b.ipynb"]
    link.unlink()
    link.symlink_to(ROOT / "notebooks" / "minerals")
    assert stale(run) == []


def test_a_file_that_is_gone_or_a_store_that_is_torn_runs_it_again(run):
    before = (run / "data" / "a.csv").read_text()
    (run / "data" / "a.csv").unlink()
    assert stale(run) == ["a.ipynb"]
    (run / "data" / "a.csv").write_text(before)
    store = run / ".venv" / "made.json"
    kept = store.read_text()
    store.write_text(kept[:40])
    assert stale(run) == ["a.ipynb", "b.ipynb"]
    store.write_text(kept)
