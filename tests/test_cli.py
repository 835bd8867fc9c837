"""The commands, from the outside: what they print, and that bad input gets one clear line and no traceback."""

import json
import os
import subprocess
import sys

import pytest

from minerals import finders


def minerals(root, *arguments, **more):
    return subprocess.run(
        [sys.executable, "-m", "minerals", *map(str, arguments)],
        cwd=root / "notebooks", capture_output=True, text=True, timeout=120, **more,
    )  # fmt: skip


def test_find_prints_one_mention_a_line(root, tmp_path):
    (tmp_path / "a.txt").write_text("On Monday New Zealand put $5 million into lithium.", "utf-8")
    run = minerals(root, "find", tmp_path / "a.txt", "--date", "2026-02-04", "--currency", "NZD")
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 0
    assert run.stderr == ""
    assert [*lines[0]] == ["file", *finders.Mention._fields]
    assert [(m["kind"], m["text"]) for m in lines] == [
        ("date", "Monday"), ("country", "New Zealand"), ("money", "$5 million"), ("mineral", "lithium"),
    ]  # fmt: skip
    assert [lines[0]["date"], lines[1]["iso3"], lines[2]["value"], lines[2]["currency"], lines[3]["mineral"]] == [
        "2026-02-02", "NZL", 5000000, "NZD", "lithium",
    ]  # fmt: skip


def test_find_leaves_relative_dates_empty_without_a_date(root, tmp_path):
    (tmp_path / "a.txt").write_text("It fell last week.", "utf-8")
    assert json.loads(minerals(root, "find", tmp_path / "a.txt").stdout)["date"] == ""


BAD = [  # what is wrong with the file, what the line says of it
    (None, "no such file; check the name"),
    ("directory", "is a directory; name a text file in it"),
    (b"PK\x03\x04\0\0", "is a binary file (a zero byte at 4); give plain text in UTF-8"),
    (b"caf\xe9", "is not UTF-8 (byte 0xe9 at 3); save it as UTF-8"),
    (b"", "is empty; give a file with text in it"),
]


@pytest.mark.parametrize(("content", "says"), BAD)
def test_bad_files_get_one_clear_line(root, tmp_path, content, says):
    path = tmp_path / "bad.txt"
    if content == "directory":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    run = minerals(root, "find", path)
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr == f"minerals: {path}: {says}\n"


def test_a_file_that_cannot_be_read_stops_the_others_too(root, tmp_path):
    (tmp_path / "good.txt").write_text("In 2025 it fell.", "utf-8")
    run = minerals(root, "find", tmp_path / "good.txt", tmp_path / "missing.txt")
    assert (run.returncode, run.stdout) == (1, "")


def test_fifty_megabytes_on_one_line_are_refused(root, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("The US paid $5 million for lithium in 2025, said 11 countries. " * 800_000, "utf-8")
    assert path.stat().st_size > 50_000_000
    run = minerals(root, "find", path)
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "is too large" in run.stderr


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--date", "4 February", "'4 February' is no date; write it as 2026-02-04"),
        ("--date", "9999-12-31", "'9999-12-31' is not in the years 1000 to 2100; mend it"),
        ("--currency", "dollars", "'dollars' is no ISO 4217 code; write NZD or USD, say"),
    ],
)
def test_bad_options_say_what_is_allowed(root, tmp_path, option, value, says):
    run = minerals(root, "find", "x.txt", option, value)
    assert run.returncode == 2
    assert says in run.stderr
    assert "Traceback" not in run.stderr


def test_a_reader_that_stops_early_is_no_error(root, tmp_path):
    (tmp_path / "a.txt").write_text("In 2025 it fell. " * 20_000, "utf-8")
    script = f"{sys.executable} -m minerals find {tmp_path / 'a.txt'} | head -n 1"
    run = subprocess.run(script, shell=True, cwd=root / "notebooks", capture_output=True, text=True)
    assert run.stdout.count("\n") == 1
    assert "Traceback" not in run.stderr


def test_what_it_prints_is_utf_8_whatever_the_terminal_says(root, tmp_path):
    (tmp_path / "a.txt").write_text("It cost €5 million.", "utf-8")
    run = minerals(
        root, "find", tmp_path / "a.txt", env=os.environ | {"PYTHONIOENCODING": "ascii"}, encoding="utf-8"
    )
    assert "€5 million" in run.stdout
    assert run.stderr == ""
