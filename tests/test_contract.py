"""Data flows one way: no package imports one that comes after it, and a planted import that does is seen."""

import re
import shutil
import subprocess
import sys
import tomllib

import pytest

from conftest import ROOT


def contracts(folder):
    """What import-linter says of the library in `folder`, by the contracts of pyproject.toml."""
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
        cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True,
    )  # fmt: skip
    return run.returncode, run.stdout + run.stderr


@pytest.fixture
def library(tmp_path):
    shutil.copytree(ROOT / "notebooks" / "minerals", tmp_path / "minerals")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_no_package_imports_one_that_comes_after_it(library):
    code, says = contracts(library)
    assert code == 0, says


def test_every_package_is_in_the_contract():
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    named = set(re.findall(r"minerals\.(\w+)", " ".join(rules[0]["layers"])))
    assert named == {path.parent.name for path in (ROOT / "notebooks" / "minerals").glob("*/__init__.py")}


PLANTED = [  # a module, an import that runs against the flow, what is said of it
    ("corpus/seeds.py", "from ..coding import rows", "minerals.corpus is not allowed to import minerals.coding"),
    ("claims/rows.py", "from ..tables import store", "minerals.claims is not allowed to import minerals.tables"),
    ("tables/store.py", "from ..review import add", "minerals.tables is not allowed to import minerals.review"),
    ("errors.py", "from .corpus import seeds", "minerals.errors is not allowed to import minerals.corpus"),
]  # fmt: skip


def test_a_planted_import_is_seen(library):
    for module, line, _ in PLANTED:
        path = library / "minerals" / module
        path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")
    code, says = contracts(library)
    assert code == 1
    for _, _, expected in PLANTED:
        assert expected in says
