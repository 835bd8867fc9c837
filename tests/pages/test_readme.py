"""The README and the collection say the same."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from minerals import charts
from minerals.coding import sheets
from minerals.pages import readme

PAGES = {
    page: (ROOT / page).read_text("utf-8")
    for page in ("README.md", "notebooks/README.md", "data/README.md", "data/coding/README.md",
                 "data/reference/README.md", "notebooks/minerals/finders/README.md")
}  # fmt: skip
TEXT = PAGES["README.md"]
EVERYTHING = "\n".join(PAGES.values())


@pytest.mark.parametrize("page", PAGES)
def test_every_path_in_it_exists(page):
    paths = [p for p in re.findall(r"\]\(([^)#]+)[^)]*\)", PAGES[page]) if "://" not in p]
    assert paths or "reference" in page
    assert not [p for p in paths if not ((ROOT / page).parent / p).exists()]


@pytest.mark.parametrize("page", PAGES)
def test_every_heading_that_a_link_names_exists(page):
    for path, heading in re.findall(r"\]\(([^)#]+)#([^)]+)\)", PAGES[page]):
        target = ((ROOT / page).parent / path).resolve().relative_to(ROOT).as_posix()
        heads = re.findall(r"^#+ (.+)", PAGES[target], re.M)
        assert heading in {re.sub(r"[^a-z0-9 -]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_notebook_and_every_top_folder_is_in_it():
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        assert f"({path.name}" in PAGES["notebooks/README.md"], (
            f"notebooks/README.md does not list {path.name}"
        )
    for path in (p for p in ROOT.iterdir() if p.is_dir() and p.name[0] != "." and p.name != "site"):
        assert f"({path.name}" in TEXT, f"the README does not list {path.name}"


def test_the_front_page_is_a_front_page():
    """A sentence on what this is, the findings, one picture, and the commands, in about a screen."""
    words = re.sub(r"```.*?```|!\[.*?\)|\]\(.*?\)", "", TEXT, flags=re.S).split()
    assert len(words) <= 330
    assert len(re.findall(r"!\[", TEXT)) == 1


def test_every_make_target_in_it_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", EVERYTHING, re.M))
    assert {"figures", "test", "lab"} <= named <= targets


def test_its_lists_are_what_the_tables_give():
    for path, text in readme.filled(ROOT).items():
        assert path.read_text("utf-8") == text, "run `make figures` and commit the pages"


def test_it_lists_every_package():
    folders = {p.parent.name for p in (ROOT / "notebooks" / "minerals").glob("*/__init__.py")}
    assert folders == set(readme.PACKAGES)


def test_it_shows_a_chart():
    shown = re.findall(r"!\[[^\]]{40,}\]\(figures/(\w+)\.png\)", TEXT)
    assert shown
    assert set(shown) <= set(charts.MADE)


def test_the_python_on_it_runs(tmp_path):
    code = re.search(r"```python\n(.*?)```", TEXT, re.S)[1]
    code = code.replace(", rows)", ', m.load("events").head(20))')
    subprocess.run([sys.executable, "-c", code], cwd=ROOT / "notebooks", check=True)


def test_its_commands_are_the_programs(root):
    from minerals.__main__ import _parser

    commands = re.findall(r"-m minerals (\w+[^#\n`]*)", EVERYTHING)
    for command in commands:
        _parser().parse_args(shlex.split(command))
    for name in re.findall(r"^    (\w+) ", _parser().format_help(), re.M):
        shown = any(command.startswith(name) for command in commands) or f"make {name}" in EVERYTHING
        assert shown, f"no README does not show `{name}`"


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
