"""Seeds: what the checksum list catches, how a bundle is split, and that no character is lost."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import GROWING, steps
from minerals.corpus import passages, seeds
from minerals.errors import Problem

ROOT = Path(__file__).parents[2]
TEXTS = seeds.load(ROOT / "seeds")


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))


def some_seed(folder):
    return sorted(p for p in folder.iterdir() if p.name != seeds.SUMS)[0]


def listed(folder, name, content):
    """Write a file and put its checksum in the list."""
    (folder / name).write_bytes(content)
    lines = [n for n in (folder / seeds.SUMS).read_text().splitlines() if not n.endswith(f"  {name}")]
    lines.append(f"{hashlib.sha256(content).hexdigest()}  {name}")
    (folder / seeds.SUMS).write_text("\n".join(lines) + "\n")


def test_a_changed_seed_is_named(folder):
    seed = some_seed(folder)
    seed.write_bytes(seed.read_bytes() + b" ")
    with pytest.raises(Problem, match=f"{seed.name}: has changed"):
        seeds.load(folder)


def test_a_missing_seed_is_named(folder):
    seed = some_seed(folder)
    seed.unlink()
    with pytest.raises(Problem, match=f"{seed.name}: is listed in SHA256SUMS and missing"):
        seeds.load(folder)


def test_an_extra_seed_is_named(folder):
    (folder / "extra.txt").write_text("words")
    with pytest.raises(Problem, match=r"extra\.txt: is not listed"):
        seeds.load(folder)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a\xff", r"is not UTF-8 \(byte 0xff at 1\)"),
        (b"a\0b", "is a binary file"),
        (b" \n\t", "is empty"),
    ],
)
def test_a_seed_that_is_no_text_is_named(folder, content, says):
    listed(folder, "new.txt", content)
    with pytest.raises(Problem, match=rf"new\.txt: {says}"):
        seeds.load(folder)


def test_a_torn_checksum_list_names_its_line(folder):
    (folder / seeds.SUMS).write_text("abc\n")
    with pytest.raises(Problem, match="SHA256SUMS, line 1: expected '<sha256>  <name>'"):
        seeds.load(folder)


def test_a_bundle_is_its_cover_and_every_appendix_that_its_index_lists():
    rows = {name: len(re.findall(r"^[“\"][A-Z][”\"]\t.+ _ .+\t", text, re.M)) for name, text in TEXTS.items()}
    assert any(rows.values())
    assert {name: len(seeds.parts(text, name)) - 1 for name, text in TEXTS.items()} == rows


def test_the_parts_of_a_file_are_all_of_it():
    for name, text in TEXTS.items():
        parts = seeds.parts(text, name)
        ends = [0, *(p.end for p in parts)]
        assert [p.start for p in parts] == ends[:-1]
        assert ends[-1] == len(text)


def test_an_index_that_lists_what_is_not_there_says_so():
    with pytest.raises(Problem, match="lists appendix A as 'Some title', and no later line is that title"):
        seeds.parts("“A”\tSome title _ Some body\t1 - 2\n\nOther words\n", "bundle.txt")


def inked(text):
    return [i for i, c in enumerate(text) if not c.isspace()]


def held(text, found):
    return [i for p in found for i in range(p.start, p.end) if not text[i].isspace()]


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_of_a_seed_is_in_exactly_one_passage(name):
    text = TEXTS[name]
    found = [p for part in seeds.parts(text, name) for p in passages.split(text, part.start, part.end)]
    assert held(text, found) == inked(text)


LINES = st.sampled_from([
    "", "Advertisement", "  • Home", "More News", "A headline of five words", "Jane Doe", "5 Feb, 2026 03:40 AM",
    "This is a sentence that ends.", "and this goes on without an end", "A street. Photo / Some One", "HIGHLIGHTS",
    "RECEIVED by a court", "---", "title: x", "We use cookies on this website to help.", "What now?", "\ttab", "\r",
])  # fmt: skip


@given(st.lists(LINES | st.text(max_size=30), max_size=25).map("\n".join))
def test_every_character_of_any_text_is_in_exactly_one_passage(text):
    assert held(text, passages.split(text, 0, len(text))) == inked(text)


def kinds(text):
    return [(p.kind, text[p.start : p.end]) for p in passages.split(text, 0, len(text))]


PAGES = [  # what a page looks like -> the kinds of its passages, in order
    ("The rise of things\n\nJane Doe\n5 Feb, 2026 03:40 AM\n\nIt rose again today.", "title byline dateline paragraph"),
    ("Alpha\nBeta\nAlpha\nBeta\nMay 05, 2025\nHIGHLIGHTS\nOne thing fell\nIt fell by half.", "menu dateline heading highlight paragraph"),
    (f"It rose {'again and ' * 20}\n\nfell later on.", "paragraph"),  # a page break inside a sentence
    ("It rose in the north and the far south.\n\nrose in north and far the south, again.", "paragraph page break"),
    ("It rose once more.\n\nWhat follows\n\nIt fell later on.", "paragraph heading paragraph"),
    ("It rose once more.\n\nLatest from World\n\nOther rises\n\n05 Feb 04:10 AM", "paragraph related"),
    ("A street. Photo / A B\n\nA street. Photo / A B\nIt rose once more.", "caption duplicate caption paragraph"),
    ("---\ntitle: T\n---\n\nIt rose once more.", "front matter paragraph"),
    ("It rose once more.\nMore News\n- a\n- b\nOne is here.\nTwo is here.\nThree is here.", "paragraph related paragraph paragraph paragraph"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_the_shape_of_a_page_tells_its_passages(page, expected):
    names = sorted(
        {*passages.BODY, *passages.HEAD, "menu", "related", "duplicate caption", "page break"}, key=len
    )
    known = re.compile("|".join(reversed(names)))
    assert [kind for kind, _ in kinds(page)] == known.findall(expected)


@pytest.mark.parametrize("make", GROWING)
def test_a_text_of_eight_times_the_length_takes_eight_times_the_steps(make):
    short, long = ("It rose.\n\n" + make(n) for n in (4_000, 32_000))
    assert steps(lambda: passages.split(long, 0, len(long))) < 9 * steps(
        lambda: passages.split(short, 0, len(short))
    )
