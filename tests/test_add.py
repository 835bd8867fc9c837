"""A new document, from `add` to a mark on a chart; `new_document.txt` was written for these tests."""

import csv
import re
import shutil
import subprocess
import sys

import pytest

from conftest import ROOT
from minerals import adding, build, files, news, seeds
from minerals.errors import Problem

DOCUMENT = ROOT / "tests" / "new_document.txt"
GIVEN = {"published": "2026-02-20", "publisher": "Andes Wire", "currency": "USD"}


def bytes_of(root):
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def put(folder, text):
    path = folder / "given.txt"
    path.write_text(text, "utf-8")
    return path


def test_it_is_a_seed_like_the_others(copy):
    name, before, after = adding.add(copy, DOCUMENT, GIVEN)
    text = seeds.load(copy / "seeds")[name]
    assert text.endswith(DOCUMENT.read_text("utf-8"))
    assert text.startswith('---\npublished: "2026-02-20"\npublisher: "Andes Wire"\n')
    (page,) = [page for page in after.pages if page not in before.pages and page.document.source_file == name]
    assert page.document.id == "andes-wire-2026-02-20"
    assert page.document.context.currency == "USD"
    assert page.value("title") == "Chile opens talks with Washington on lithium supply"
    assert len(build.read(copy).pages) == len(before.pages) + 1


def test_what_it_brings_is_said(copy):
    lines = list(news.lines(*adding.add(copy, DOCUMENT, GIVEN)))
    assert lines[1:10] == [
        "new dates: «18 February 2026» (2026-02-18), «Thursday» (2026-02-19)",
        "new figures: «$750 million», «two plants», «40 percent», «56 countries», «11 agreements»",
        "new countries: Chile",
        "quotations: 1",
        "differs: «56 countries» with nrgi-2026-02-04, afp-2026-02-05, sp-global-2026-02-05: countries at the ministerial, "
        "«54», «55»",
        "agrees: «11 agreements» with nz-herald-2026-02-09, sp-global-2026-02-05: new agreements at the ministerial",
        "agrees: «US$12 billion» with nrgi-2026-02-04, afp-2026-02-05: Project Vault, the stockpile",
        lines[8],
        lines[9],
    ]
    assert lines[8].startswith("differs: «9 February 2026» (2026-02-09) with ")
    assert ": Critical Minerals Ministerial, «2026-02" in lines[8]
    assert lines[9] == f"to code: {len(lines) - 10} finds; `python -m minerals suggest` writes them as rows"
    assert all(line.startswith("  ") for line in lines[10:])


def test_the_readme_shows_what_it_says(copy):
    text = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"<!-- added -->\n```\n(.+?)\n```\n<!-- /added -->", text, re.DOTALL)[1].splitlines()
    assert set(shown) <= set(news.lines(*adding.add(copy, DOCUMENT, GIVEN)))
    for field, value in GIVEN.items():
        assert f"--{field} {value}" in text or f'--{field} "{value}"' in text


def test_words_changed_inside_marks_are_found(copy, texts):
    """A speaker's words, quoted by another document otherwise: the code says so before anybody has coded them."""
    said = "“Joining the MSP is of significant importance for New Zealand’s global relationships,” Mr Peters says."
    own = "The minister spoke to reporters on the steps of Parliament, and took two of their questions, before he left."
    path = put(copy, f"Peters welcomes the partnership in Wellington\n\n{said}\n\n{own}\n")
    lines = list(news.lines(*adding.add(copy, path, GIVEN)))
    assert [
        line for line in lines if line.startswith("to judge in data/coding/disagreements.csv: quotation:")
    ]


HEADS = [  # the file's own head, what is given, the head that it gets
    ("", {"title": 'He said "no"'}, "---\ntitle: 'He said \"no\"'\n---\n\n"),
    ("", {"title": 'It\'s "no"'}, '---\ntitle: |-\n  It\'s "no"\n---\n\n'),
    ("---\nurl: x\n---\n", {"short": "AW"}, '---\nurl: x\nshort: "AW"\n---\n'),
    ("---\n---\n", {"short": "AW"}, '---\nshort: "AW"\n---\n'),
]


@pytest.mark.parametrize(("head", "given", "expected"), HEADS)
def test_what_is_given_stands_in_its_head_word_for_word(copy, head, given, expected):
    words = "It was so on a day that nobody knows, said the people who had been there to see it."
    path = put(copy, f"{head}A title of five words\n\n{words}\n")
    name, _, after = adding.add(copy, path, given | {"published": "2026-02-20"})
    text = (copy / "seeds" / name).read_text("utf-8")
    assert text.replace('published: "2026-02-20"\n', "").startswith(expected)
    page = next(page for page in after.pages if page.document.source_file == name)
    for field, value in given.items():
        assert page.value(field) == value
    for field in page.fields:
        assert text[field.start : field.end] == field.quote


def own_copy(texts):
    """A wire story on a second site: other furniture, and half of it."""
    text = texts["002_d843bd71c5f8ee0e.txt"]
    return "Another headline over the story\n\n" + text[len(text) // 2 :]


REFUSED = [  # what is given, what is said
    (lambda t: DOCUMENT.read_text("utf-8"), {}, "no date of publication can be read; give one in its front matter"),
    (lambda t: t["004_bede271d1d92b66d.txt"], {}, r"is in the collection already, as seeds/004_bede271d1d92b66d\.txt; nothing is added"),
    (lambda t: t["004_bede271d1d92b66d.txt"], {"short": "Copy"}, r"100% of it is in sp-global-2026-02-05 \(seeds/004_\w+\.txt\) word for word"),
    (own_copy, GIVEN, r"\d+% of it is in afp-2026-02-05 \(seeds/002_\w+\.txt\) word for word: a copy, or one story on two sites"),
    (lambda t: "---\ndate: 2026-02-20\n---\nIt was so.", GIVEN, "published stands in its front matter; leave --published out"),
    (lambda t: "---\ndate: 20 February\n---\nIt was so.", {}, "the date of publication is «20 February»; write it as 2026-02-04"),
    (lambda t: "---\ntitle: [\n---\nIt was so.", {}, "the front matter is not YAML"),
    (lambda t: "---\njust words\n---\nIt was so.", {}, "the front matter has no fields"),
    (lambda t: 'It was so on a day.', {"published": "2026-02-20", "currency": "dollars"}, "the currency «dollars» is no ISO 4217 code"),
    (lambda t: "It was so on a day.", {"published": "2026-02-05", "short": "AFP"}, "two documents would be called afp-2026-02-05"),
    (lambda t: " \n", GIVEN, "is empty; give a file with text in it"),
    (lambda t: "x", GIVEN, "holds no body text that could be read; nothing is added"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "given", "says"), REFUSED)
def test_what_cannot_be_taken_in_leaves_nothing_behind(copy, tmp_path_factory, texts, make, given, says):
    path = put(tmp_path_factory.mktemp("given"), make(texts))
    before = bytes_of(copy)
    with pytest.raises(Problem, match=says) as problem:
        adding.add(copy, path, given)
    assert "\n" not in str(problem.value)
    assert str(path) in str(problem.value) or "two documents" in says
    assert bytes_of(copy) == before


def test_the_same_file_twice(copy):
    adding.add(copy, DOCUMENT, GIVEN)
    before = bytes_of(copy)
    for given in (GIVEN, {}, GIVEN | {"publisher": "Another"}):
        with pytest.raises(
            Problem, match=r"is in the collection already|100% of it is in andes-wire-2026-02-20"
        ):
            adding.add(copy, DOCUMENT, given)
    assert bytes_of(copy) == before


@pytest.mark.parametrize("cut", [1, 2])
def test_cut_off_between_its_writes_nothing_is_left(copy, monkeypatch, cut):
    before, write, calls = bytes_of(copy), files.write, []

    def cut_off(path, content):
        calls.append(path)
        if len(calls) == 2 + cut:  # after the two of the trial
            raise KeyboardInterrupt
        write(path, content)

    monkeypatch.setattr(files, "write", cut_off)
    with pytest.raises(KeyboardInterrupt):
        adding.add(copy, DOCUMENT, GIVEN)
    assert bytes_of(copy) == before


def test_no_two_documents_of_the_corpus_are_alike(texts):
    pages = [page.document for page in build.read(ROOT).pages]
    bodies = [adding.body(doc.text, doc.body) for doc in pages]
    for n, one in enumerate(bodies):
        for other in bodies[:n]:
            assert adding.alike(one, other) < adding.ALIKE / 5


def run(root, *arguments):
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=root / "notebooks",
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


CHARTS = """
import sys
from minerals import charts
for name in sys.argv[1:] or charts.MADE:
    chart = charts.make(name)
    chart.figure().draw_without_rendering()
    print(name, "Andes Wire" in str(chart.interactive()["data"]))
"""


def test_from_add_to_a_mark_on_a_chart(tmp_path):
    """What the README takes a newcomer through, with the collection's own programs."""
    for part in ("seeds", "data", "notebooks/minerals"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    options = [word for field, value in GIVEN.items() for word in (f"--{field}", value)]
    said = run(tmp_path, "-m", "minerals", "add", DOCUMENT, *options)
    assert said.startswith("andes-wire-2026-02-20: added as seeds/")
    run(tmp_path, "-m", "minerals", "build")
    drawn = dict(line.split() for line in run(tmp_path, "-c", CHARTS).splitlines())
    assert drawn["01_corpus"] == "True"
    assert drawn["02_timeline"] == "False"

    assert "events.csv: 3 rows added" in run(tmp_path, "-m", "minerals", "suggest")
    with (tmp_path / "data" / "suggested" / "events.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    decided = {"event": "chile-talks", "title": "Chile and the United States open talks", "category": "talks",
               "status": "happened", "calendar": "America/New_York"}  # fmt: skip
    append(tmp_path, "events", (row | decided).values())
    append(tmp_path, "vocabulary", ["event", "chile-talks", "Chile and the United States open talks"])
    run(tmp_path, "-m", "minerals", "build")
    assert "02_timeline True" in run(tmp_path, "-c", CHARTS, "02_timeline")
    assert "2026-02-18" in (tmp_path / "data" / "tables" / "events.csv").read_text("utf-8")


def append(root, sheet, cells):
    with (root / "data" / "coding" / f"{sheet}.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(cells)
