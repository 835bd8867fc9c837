"""The README and the collection say the same."""

import re
import shlex
from pathlib import Path

from conftest import ROOT
from minerals import charts
from minerals.coding import sheets
from minerals.pages import readme

TEXT = (ROOT / "README.md").read_text("utf-8")


def test_every_path_in_it_exists():
    paths = [p for p in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in p]
    assert paths
    assert not [p for p in paths if not (ROOT / p).exists()]


def test_every_notebook_and_every_top_folder_is_in_it():
    for path in [
        *(ROOT / "notebooks").glob("*.ipynb"),
        *(p for p in ROOT.iterdir() if p.is_dir() and p.name[0] != "."),
    ]:
        assert f"({path.relative_to(ROOT)}" in TEXT, f"the README does not list {path.name}"


def test_every_make_target_in_it_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"\bmake ([a-z]+)", TEXT)) <= targets


def test_its_lists_are_what_the_tables_give():
    assert readme.filled(TEXT) == TEXT, "run `make figures` and commit README.md"


def test_it_shows_a_chart():
    shown = re.findall(r"!\[[^\]]{40,}\]\(figures/(\w+)\.png\)", TEXT)
    assert shown
    assert set(shown) <= set(charts.MADE)


def test_its_commands_are_the_programs(root):
    from minerals.__main__ import _parser

    commands = re.findall(r"-m minerals (\w+[^#\n`]*)", TEXT)
    for command in commands:
        _parser().parse_args(shlex.split(command))
    for name in re.findall(r"^    (\w+) ", _parser().format_help(), re.M):
        shown = any(command.startswith(name) for command in commands) or f"make {name}" in TEXT
        assert shown, f"the README does not show `{name}`"


def test_what_ci_runs_is_in_it():
    run = Path(ROOT / ".ci" / "run").read_text().splitlines()[-1]
    assert run in TEXT


def test_every_coding_sheet_and_column_is_explained():
    page = (ROOT / "data" / "coding" / "README.md").read_text("utf-8")
    rows = {line.split(" | ")[0].strip("| "): line for line in page.splitlines() if line.startswith("| ")}
    everywhere = {name for head in rows for name in re.findall(r"`(\w+)`", head)}
    for sheet, columns in sheets.columns().items():
        named = everywhere | set(re.findall(r"`(\w+)`", rows[f"{sheet}.csv"]))
        assert set(columns) <= named, f"{sheet}.csv: {set(columns) - named} not explained"
