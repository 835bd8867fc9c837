"""The notebooks as they are stored: run from the top, readable without running, and showing what the tables give.

nbval re-runs them; this holds what it does not see.
"""

import asyncio
import base64
import json
import platform
import re
import subprocess
import sys

import pytest
from tornado.web import HTTPError

from conftest import ROOT
from minerals import charts, tables
from minerals.errors import Problem
from minerals.pages import lab, overview
from minerals.pages.run import run

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MOST = 500_000  # bytes of a notebook with its outputs


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return json.loads(request.param.read_text("utf-8")) | {"path": request.param}


def code(notebook):
    return [c for c in notebook["cells"] if c["cell_type"] == "code"]


def source(cell):
    return "".join(cell["source"])


def test_there_are_notebooks():
    assert NOTEBOOKS


def test_it_was_run_from_the_top_and_its_outputs_are_stored(notebook):
    assert [c["execution_count"] for c in code(notebook)] == list(range(1, len(code(notebook)) + 1))
    assert any(c["outputs"] for c in code(notebook))
    assert not [
        o
        for c in code(notebook)
        for o in c["outputs"]
        if o["output_type"] == "error" or o.get("name") == "stderr"
    ]


def test_it_opens_with_its_finding_before_any_code(notebook):
    first = notebook["cells"][0]
    assert first["cell_type"] == "markdown"
    assert re.match(r"# .+\n\n\*\*.+\.\*\*", source(first)), "expected a heading, then the finding in bold"


def test_no_number_is_typed_into_its_prose(notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            assert not re.findall(r"\d", re.sub(r"\]\([^)]*\)|`[^`]*`", "", source(cell))), source(cell)


def test_its_cells_are_short(notebook):
    lines = sorted(source(c).count("\n") + 1 for c in code(notebook))
    assert lines[-1] <= 20
    assert lines[len(lines) // 2] <= 3
    assert not [c for c in code(notebook) if re.search(r"^\s*(def|class) ", source(c), re.M)]


def test_every_load_is_followed_by_a_count_and_an_assertion(notebook):
    for cell in code(notebook):
        if "tables.load(" in source(cell):
            assert "assert " in source(cell)
            assert "len(" in source(cell)


def test_its_reader_comes_before_its_code(notebook):
    """What is imported, and how a chart is asked for, is folded; a line says how a chart is woken."""
    cells = notebook["cells"]
    for cell in code(notebook):
        if re.match(r"from |import |make\(|overview\.", source(cell)):
            assert cell["metadata"].get("jupyter", {}).get("source_hidden"), source(cell)
    first = next((n for n, cell in enumerate(cells) if source(cell).startswith("make(")), None)
    if first is not None:
        assert any("point at a chart" in source(cell) for cell in cells[:first])


def test_nothing_in_it_is_empty_without_a_kernel(notebook):
    kinds = {kind for c in code(notebook) for output in c["outputs"] for kind in output.get("data", {})}
    assert kinds and not [kind for kind in kinds if "widget" in kind]
    assert "widgets" not in notebook["metadata"]


def test_every_table_is_shown_by_a_notebook():
    sources = [source(cell) for path in NOTEBOOKS for cell in code(json.loads(path.read_text("utf-8")))]
    for name in tables.described():
        assert any(f'"{name}"' in words for words in sources), name


def test_it_is_small(notebook):
    assert notebook["path"].stat().st_size < MOST


def test_its_pictures_are_what_the_tables_give(notebook):
    """nbval never compares a picture."""
    for cell in code(notebook):
        for output in cell["outputs"]:
            picture = output.get("data", {}).get("image/png")
            if picture:
                made = re.search(r'make\("(.+?)"\)', source(cell))
                expected = charts.make(made[1]).save("png") if made else overview.pictures().png
                assert base64.b64decode(picture) == expected, "run `make figures` and commit"


def test_it_carries_nothing_of_the_machine(notebook):
    assert notebook["metadata"]["language_info"] == {"name": "python"}
    assert not re.search(r"/(home|root|Users|tmp)/", notebook["path"].read_text("utf-8"))


STUCK = {"dead": "import os; os._exit(1)", "stuck": "import time; time.sleep(1000)"}


def test_a_dead_or_stuck_kernel_is_noticed_within_a_minute(tmp_path):
    """With the options of `make test`, read from the Makefile; but a cell gets a second, so that nobody waits."""
    options = re.search(r"pytest (-n 2 .*--nbval.*) notebooks", (ROOT / "Makefile").read_text())[1].split()
    timeout = options.index("--nbval-cell-timeout") + 1
    assert int(options[timeout]) < 60
    options[timeout] = "1"
    for name, words in STUCK.items():
        cell = {
            "cell_type": "code",
            "id": name,
            "metadata": {},
            "source": words,
            "outputs": [],
            "execution_count": 1,
        }
        (tmp_path / f"{name}.ipynb").write_text(
            json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
        )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, tmp_path], cwd=ROOT, capture_output=True, text=True
    )
    assert "2 failed" in run.stdout


def test_a_failing_cell_is_named_in_one_plain_line(tmp_path):
    cell = {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "source": "1 / 0",
        "outputs": [],
        "execution_count": None,
    }
    words = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    (tmp_path / "bad.ipynb").write_text(words)
    with pytest.raises(
        Problem, match=r"^bad\.ipynb: a cell fails: ZeroDivisionError: division by zero; open it with"
    ):
        run(tmp_path / "bad.ipynb")
    assert (tmp_path / "bad.ipynb").read_text() == words


def test_jupyterlab_may_read_a_seed_and_not_write_it(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("as it came")
    files = lab.Contents(root_dir=str(tmp_path))
    model = asyncio.run(files.get("seeds/a.txt"))
    assert model["content"] == "as it came" and not model["writable"]
    with pytest.raises(
        HTTPError, match=r"seeds/a\.txt is a source document: it can be read here, and not changed"
    ):
        asyncio.run(files.save(model | {"content": "changed"}, "seeds/a.txt"))
    assert (tmp_path / "seeds" / "a.txt").read_text() == "as it came"
    assert asyncio.run(files.list_checkpoints("seeds/a.txt")) == []
    assert [path.name for path in (tmp_path / "seeds").iterdir()] == ["a.txt"]


def test_jupyterlab_adds_nothing_of_the_machine(tmp_path):
    """It is given the metadata that it would set, so that opening changes nothing; and none of it is written."""
    stored = NOTEBOOKS[0].read_bytes()
    (tmp_path / "a.ipynb").write_bytes(stored)
    files = lab.Contents(root_dir=str(tmp_path))
    model = asyncio.run(files.get("a.ipynb"))
    assert model["content"]["metadata"] == lab.here()
    assert model["content"]["metadata"]["language_info"]["version"] == platform.python_version()
    asyncio.run(files.save(model, "a.ipynb"))
    assert (tmp_path / "a.ipynb").read_bytes() == stored
