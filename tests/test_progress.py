"""Progress: plain lines where it is no terminal, one line written over on a terminal, nothing unless asked for."""

import io

import pytest

from minerals import progress
from minerals.__main__ import main


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock():
    """Every look at it is ten seconds later."""
    times = iter(range(0, 1000, 10))
    return lambda: next(times)


def test_plain_lines_say_what_how_far_and_how_long_still(monkeypatch, capsys, clock):
    monkeypatch.setattr(progress, "shown", True)
    steps = progress.Progress("charts", 3, clock)
    for name in ("one", "two", "three"):
        steps.step(name)
    steps.end()
    assert capsys.readouterr().err.splitlines() == [
        "charts: 1 of 3 one; about 20 s left", "charts: 2 of 3 two; about 10 s left", "charts: 3 of 3 three",
    ]  # fmt: skip


def test_on_a_terminal_a_line_is_written_over_and_its_rest_wiped(monkeypatch, clock):
    monkeypatch.setattr(progress, "shown", True)
    monkeypatch.setattr("sys.stderr", terminal := Terminal())
    steps = progress.Progress("charts", 2, clock)
    steps.step("a long one")
    steps.step("b")
    steps.end()
    first, second = "charts: 1 of 2 a long one; about 10 s left", "charts: 2 of 2 b"
    assert terminal.getvalue() == f"\r{first}\r{second:<{len(first)}}\n"


def test_nothing_is_shown_unless_a_command_asks_for_it(capsys, clock):
    assert not progress.shown
    progress.Progress("charts", 1, clock).step("one")
    assert list(progress.over(range(3), "find", 1)) == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_a_command_leaves_no_progress_behind(tmp_path):
    (tmp_path / "a.txt").write_text("Chile")
    assert main(["find", str(tmp_path / "a.txt")]) == 0
    assert not progress.shown
