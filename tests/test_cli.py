"""The commands, from the outside: what they print, and that bad input gets one clear line and no traceback."""

import csv
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest

from minerals import __main__, finders


def minerals(root, *arguments, **more):
    return subprocess.run(
        [sys.executable, "-m", "minerals", *map(str, arguments)],
        capture_output=True, text=True, timeout=120, **({"cwd": root / "notebooks"} | more),
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
    ("directory", "holds no file; name a folder with text files in it"),
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


def test_find_takes_folders_files_and_standard_input_in_order(root, tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("in/b.txt", "in/a.txt", "in/deep/c.md", "in/.hidden.txt", "in/~$a.txt", "one.txt"):
        (tmp_path / name).write_text("It fell in 2025.", "utf-8")
    names = [tmp_path / "one.txt", "-", tmp_path / "in"]
    run = minerals(root, "find", *names, input="It rose in 2024.")
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(m["file"].removeprefix(f"{tmp_path}/"), m["date"]) for m in found] == [
        ("one.txt", "2025"), ("-", "2024"), ("in/a.txt", "2025"), ("in/b.txt", "2025"), ("in/deep/c.md", "2025"),
    ]  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")


def test_what_a_folder_holds_that_is_no_text_is_named_and_skipped(root, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF\0")
    (tmp_path / "b.txt").write_text("It fell in 2025.", "utf-8")
    run = minerals(root, "find", tmp_path)
    assert [json.loads(line)["date"] for line in run.stdout.splitlines()] == ["2025"]
    assert run.returncode == 1
    assert re.match(r"minerals: .*a\.pdf: is a binary file .*; skipped\nminerals: 1 file ", run.stderr)


def test_find_writes_csv_that_no_spreadsheet_runs(root, tmp_path):
    path = tmp_path / "=cmd()|'x'!A1.txt"
    path.write_text("-5 countries, or +$6 million, in 2025", "utf-8")
    run = minerals(root, "find", path.name, "--format", "csv", cwd=tmp_path,
                   env=os.environ | {"PYTHONPATH": str(root / "notebooks")})  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert [*rows[0]] == ["file", *finders.Mention._fields]
    assert {row["file"] for row in rows} == {f"'{path.name}"}
    assert not [cell for row in rows for cell in row.values() if re.match(r"[=+@-]", cell)]
    assert (run.returncode, run.stderr) == (0, "")


def test_find_keeps_no_text_of_the_files_that_it_has_read(tmp_path, monkeypatch):
    """When a text is read, none but the one before it is still there."""
    import weakref

    from minerals.corpus import seeds, texts

    class Text(str):  # a plain str takes no weak reference
        pass

    last, decode = [], seeds.decode

    def watched(path):
        assert not [ref for ref in last[:-1] if ref()], "a text is still there, with another read since"
        text = Text(decode(path))
        last.append(weakref.ref(text))
        return text

    monkeypatch.setattr(seeds, "decode", watched)
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text("It fell in 2025.", "utf-8")
    given = texts.each([str(tmp_path)], skip=None)
    while pair := next(given, None):
        finders.find(pair[1])
        del pair
    assert len(last) == 4


def commands():
    parser = __main__._parser()
    (subparsers,) = [a for a in parser._actions if hasattr(a, "choices") and a.choices]
    return subparsers.choices


@pytest.mark.parametrize("name", commands())
def test_the_help_of_a_command_has_an_example(root, name):
    help_ = " ".join(minerals(root, name, "--help").stdout.split())
    assert f"example: python -m minerals {name}" in help_


@pytest.mark.parametrize(
    "name", ["build", "audit", "suggest", "add", "find"]
)  # `make figures` runs the other
def test_the_example_of_a_command_runs(root, five, tmp_path, name):
    """In a copy, so that nothing is added here; with nothing on standard error but progress, and with --quiet nothing."""
    for part in ("seeds", "data"):
        shutil.copytree(five / part, tmp_path / part)
    shutil.copytree(root / "notebooks" / "minerals", tmp_path / "notebooks" / "minerals")
    (tmp_path / "tests").mkdir()
    shutil.copy(root / "tests" / "new_document.txt", tmp_path / "tests")
    example = shlex.split(commands()[name].epilog.removeprefix("example: python -m minerals "))
    run = minerals(tmp_path, *example, *(["--quiet"] if "--quiet" not in example else []))
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout
