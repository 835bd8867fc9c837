"""A new document, from `add` to a mark on a chart; `new_document.txt` was written for these tests."""

import csv
import os
import re
import shutil
import subprocess
import sys
import textwrap

import pytest

from conftest import ROOT
from minerals import __main__
from minerals.corpus import seeds
from minerals.errors import Problem
from minerals.review import add, coverage, report, suggest
from minerals.tables import build, files

DOCUMENT = ROOT / "tests" / "new_document.txt"
GIVEN = {"published": "2026-02-20", "publisher": "Andes Wire", "currency": "USD"}


@pytest.fixture
def copy(copy_of_five):
    """What a document brings is told beside these five, whatever was added since."""
    return copy_of_five


def bytes_of(root):
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def put(folder, text):
    path = folder / "given.txt"
    path.write_text(text, "utf-8")
    return path


def test_it_is_a_seed_like_the_others(copy):
    name, before, after = add.add(copy, DOCUMENT, GIVEN)
    text = seeds.load(copy / "seeds")[name]
    assert text.endswith(DOCUMENT.read_text("utf-8"))
    assert text.startswith('---\npublished: "2026-02-20"\npublisher: "Andes Wire"\n')
    (page,) = [page for page in after.pages if page not in before.pages and page.document.source_file == name]
    assert page.document.id == "andes-wire-2026-02-20"
    assert page.document.context.currency == "USD"
    assert page.value("title") == "Chile opens talks with Washington on lithium supply"
    assert len(build.read(copy).pages) == len(before.pages) + 1


def test_what_it_brings_is_said(copy):
    """In order: what it is, what differs, agrees, is new, is to be coded; with the words and places of both sides."""
    name, before, after = add.add(copy, DOCUMENT, GIVEN)
    lines = list(report.lines(name, before, after))
    text = seeds.load(copy / "seeds")[name]
    heads = [line for line in lines if not line.startswith(" ")]
    assert heads[2:6] == [
        "differs from what is coded (2)",
        "agrees with what is coded (2)",
        "new, in no other document (8)",
        "to be coded, since the code cannot tell what is said of it (5)",
    ]
    assert heads[-1] == (
        "all 17 finds, in 7 sentences, are to be coded: `python -m minerals suggest` writes them as rows"
    )
    at = lines.index("  countries at the ministerial: «56 countries»")
    here = text.index("56 countries")
    assert lines[at + 1] == (
        f"    here, {here}-{here + 2}: «Delegations from 56 countries were at the ministerial, according to the …»"
    )
    assert lines[at + 2].startswith("    «54» in nrgi-2026-02-04, ")
    assert lines[at + 2].endswith("; also sp-global-2026-02-05")
    assert lines[at + 3].startswith("    «55» in afp-2026-02-05, ")
    assert max(map(len, lines)) < 250
    assert len(lines) < 40


def test_every_find_is_in_the_report_once(copy):
    name, before, after = add.add(copy, DOCUMENT, GIVEN)
    heads = [line for line in report.lines(name, before, after) if re.search(r"\(\d+\)$", line)]
    doc = next(page.document for page in after.pages if page.document.source_file == name)
    own = [f for f in coverage.judged(after) if f.document == doc.id and f.state == "open"]
    marks = sum(f.kind == "quotation mark" for f in own)
    assert sum(int(re.search(r"\((\d+)\)$", head)[1]) for head in heads) == len(own) - marks // 2


def test_what_gets_no_row_of_its_own_is_said(copy):
    text = "A title of five words\n\nBolivia has 14 mines, he said on the steps. La Paz has no more to say, or so has Bolivia.\n"
    name, before, after = add.add(copy, put(copy, text), GIVEN)
    lines = list(report.lines(name, before, after))
    finds = int(re.match(r"all (\d+) finds, ", lines[-2])[1])
    assert lines[-1].startswith("  1 of them without a row of their own, ")
    assert lines[-1].endswith(": «Bolivia»")
    assert sum(suggest.suggest(copy).values()) == finds - 1


def test_who_says_otherwise_stands_under_what_agrees(copy):
    text = "A title of five words\n\nDelegations from 55 countries were at the ministerial, he said on the steps there.\n"
    lines = list(report.lines(*add.add(copy, put(copy, text), GIVEN)))
    at = lines.index("  countries at the ministerial: «55 countries»")
    assert lines[at + 2].startswith("    «55» in afp-2026-02-05, ")
    assert lines[at + 3].startswith("    but «54» in nrgi-2026-02-04, ")


def test_what_is_taken_for_page_furniture_is_said(copy):
    words = "It was so on a day that nobody knows, said the people who had been there to see it."
    text = f"A title of five words\n\n{words}\n\n• 54 countries attended\n• Peru signed, too\n\n{words[:40]}, he said.\n"
    lines = list(report.lines(*add.add(copy, put(copy, text), GIVEN)))
    (line,) = [line for line in lines if line.startswith("set aside as ")]
    assert line.endswith(": «• 54 countries attended • Peru signed, too»")


def test_a_dollar_of_no_country_is_said_to_be_a_guess(copy):
    lines = list(report.lines(*add.add(copy, DOCUMENT, GIVEN | {"currency": ""})))
    assert lines[2].startswith(
        "«$750 million» as USD: so read, for no --currency was given; if one is wrong, take"
    )


def test_each_dollar_is_said_with_its_currency(copy):
    text = "A title of five words\n\nIt has $5 million, he said.\n\nNew Zealand spent $7 million on it, and $8 million more.\n"
    path = put(copy, text)
    lines = list(report.lines(*add.add(copy, path, GIVEN | {"currency": ""})))
    assert lines[2].startswith("«$5 million» as USD, «$7 million» as NZD, «$8 million» as NZD: so read")


def test_a_dollar_whose_currency_is_given_is_no_guess(copy):
    lines = list(report.lines(*add.add(copy, DOCUMENT, GIVEN)))
    assert not [line for line in lines if "so read" in line]


HEADED = """Skip to content
Home | World | Business

Talks open on a mine in the hills

By Ana Rojas
Lima, 20 February 2026

It was so on a day that nobody knows, said the people who had been there to see it.
"""


def test_what_it_was_read_as_is_said_and_what_is_missing(copy):
    """The headline is the line before the byline; the line after it dates the page."""
    name, _, after = add.add(copy, put(copy, HEADED), {})
    lines = list(report.lines(name, after, after))
    assert lines[1].startswith(
        "read as title «Talks open on a mine in the hills» (headline), authors «Ana Rojas» (byline), published «2026-02-20» "
        "(dateline), no publisher (--publisher gives it one); "
    )
    assert not [line for line in lines if line.startswith("set aside")]


def test_a_line_as_long_as_a_sentence_that_is_set_aside_is_said(copy):
    lead = "Miners and ministers met on the hill for talks"
    text = f"{lead}\n\nAnother line that is taken for it\n\n{HEADED.rsplit(chr(10), 2)[1]}\n"
    lines = list(report.lines(*add.add(copy, put(copy, text), GIVEN)))
    assert [line for line in lines if line.startswith("set aside as menu") and lead in line]
    assert lines[1].startswith("read as title «Another line that is taken for it» (headline)")


def test_another_status_of_a_country_waits_for_its_judgement(copy):
    """The claim, coded, that a country was absent whom another document lists: found, and no stop to the build."""
    text = "A title of five words\n\nIndia did not attend the ministerial, he said on the steps of the house there.\n"
    _, _, after = add.add(copy, put(copy, text), GIVEN)
    doc = after.pages[-1].document
    quote = "India did not attend the ministerial"
    append(copy, "countries", [doc.id, quote, "", "India", "critical-minerals-ministerial", "", "absent", "stated",
                               "", "", "", "", ""])  # fmt: skip
    (one,) = coverage.unjudged(build.read(copy))
    assert one.found.key.startswith("standing:critical-minerals-ministerial-presence:")
    assert [side.reading for side in one.found.sides] == ["India: attendee, stated", "India: absent, stated"]


def test_the_readme_shows_what_it_says(copy):
    text = (ROOT / "data" / "coding" / "README.md").read_text("utf-8")
    shown = re.search(r"<!-- added -->(.+?) *<!-- /added -->", text, re.DOTALL)[1]
    shown = textwrap.dedent(shown).strip().removeprefix("```\n").removesuffix("\n```").splitlines()
    assert set(shown) <= set(report.lines(*add.add(copy, DOCUMENT, GIVEN)))
    for field, value in GIVEN.items():
        assert f"--{field} {value}" in text or f'--{field} "{value}"' in text


def test_words_changed_inside_marks_are_found(copy, texts):
    """A speaker's words, quoted by another document otherwise: the code says so before anybody has coded them."""
    said = "“Joining the MSP is of significant importance for New Zealand’s global relationships,” Mr Peters says."
    own = "The minister spoke to reporters on the steps of Parliament, and took two of their questions, before he left."
    path = put(copy, f"Peters welcomes the partnership in Wellington\n\n{said}\n\n{own}\n")
    lines = list(report.lines(*add.add(copy, path, GIVEN)))
    assert [
        line
        for line in lines
        if line.startswith("to judge, quotation: winston peters: `python -m minerals suggest`")
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
    name, _, after = add.add(copy, path, given | {"published": "2026-02-20"})
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
    (lambda t: DOCUMENT.read_text("utf-8"), {}, "no date of publication can be read; type the command again with --published 2026-02-20"),
    (lambda t: t["004_bede271d1d92b66d.txt"], {}, r"is in the collection already, as seeds/004_bede271d1d92b66d\.txt; nothing is added"),
    (lambda t: t["004_bede271d1d92b66d.txt"], {"short": "Copy"}, r"100% of it is in sp-global-2026-02-05 \(seeds/004_\w+\.txt\) word for word"),
    (own_copy, GIVEN, r"100% of afp-2026-02-05 is in it \(seeds/002_\w+\.txt\) word for word: a copy, or one story on two sites"),
    (lambda t: "---\ndate: 2026-02-20\n---\nIt was so.", GIVEN, "published stands in its front matter; leave --published out"),
    (lambda t: "---\ndate: 20 February\n---\nIt was so.", {}, "the date of publication is «20 February»; write it as 2026-02-04"),
    (lambda t: "---\ntitle: [\n---\nIt was so.", {}, "the front matter is not YAML"),
    (lambda t: "---\njust words\n---\nIt was so.", {}, "the front matter has no fields"),
    (lambda t: "---\ntitle: A\ndate: 2026-02-20\ndate: 2026-02-21\n---\nIt was so.", {}, "date stands in its lines 2 and 3"),
    (lambda t: f"---\nx: {'[' * 2000}{']' * 2000}\n---\nIt was so.", GIVEN, "the front matter is nested too deep"),
    (lambda t: "---\ndate: 2026-03-01/2026-03-30\n---\nIt was so on a day.", {}, "date of publication is «2026-03-01/2026-03-30»; write it as"),
    (lambda t: "---\ndate: 9999-12-31\n---\nIt is due next month.", {}, "the years are 1000 to 2100; mend it"),
    (lambda t: "It was so on a day.", GIVEN | {"title": "\udcff"}, "--title is not UTF-8"),
    (lambda t: t["004_bede271d1d92b66d.txt"] + "\n\nIt rose again. " * 9, {"short": "Copy"}, r"\d+% of sp-global-2026-02-05 is in it \(seeds/004_"),
    (lambda t: 'It was so on a day.', {"published": "2026-02-20", "currency": "dollars"}, "the currency «dollars» is no ISO 4217 code"),
    (lambda t: "It was so on a day.", {"published": "2026-02-05", "short": "AFP"}, "would be called afp-2026-02-05, as seeds/002_.* is; give it another name with --short"),
    (lambda t: " \n", GIVEN, "is empty; give a file with text in it"),
    (lambda t: "<!DOCTYPE html><html><body><p>It was so.</p></body></html>", GIVEN, r"is a web page \(HTML\); save its text"),
    (lambda t: "A title\n\n<div class=x>It was so.</div>", GIVEN, r"is a web page \(HTML\)"),
    (lambda t: "{\\rtf1 It was so.}", GIVEN, r"is a word processor's file \(RTF\)"),
    (lambda t: "%PDF-1.7 It was so.", GIVEN, r"is a PDF; save its text"),
    (lambda t: "---\ntitle: Open\n\nIt was so on a day.", GIVEN, "opens its front matter with --- and never closes it"),
    (lambda t: "x", GIVEN, "holds no body text that could be read; nothing is added"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "given", "says"), REFUSED)
def test_what_cannot_be_taken_in_leaves_nothing_behind(copy, tmp_path_factory, texts, make, given, says):
    path = put(tmp_path_factory.mktemp("given"), make(texts))
    before = bytes_of(copy)
    with pytest.raises(Problem, match=says) as problem:
        add.add(copy, path, given)
    assert "\n" not in str(problem.value)
    assert str(path) in str(problem.value)
    assert bytes_of(copy) == before


def test_the_same_file_twice(copy):
    add.add(copy, DOCUMENT, GIVEN)
    before = bytes_of(copy)
    for given in (GIVEN, {}, GIVEN | {"publisher": "Another"}):
        with pytest.raises(
            Problem, match=r"is in the collection already|100% of it is in andes-wire-2026-02-20"
        ):
            add.add(copy, DOCUMENT, given)
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
        add.add(copy, DOCUMENT, GIVEN)
    assert bytes_of(copy) == before


def test_what_a_killed_add_left_is_swept_away(copy):
    """Killed outright between its writes, it leaves a seed that no list has; the next one takes it away."""
    name, *_ = add.add(copy, DOCUMENT, GIVEN)
    kept = bytes_of(copy)
    sums = copy / "seeds" / seeds.SUMS
    sums.write_text("".join(line for line in sums.read_text().splitlines(keepends=True) if name not in line))
    (copy / "seeds" / f".{name}.new").write_text("half")
    with pytest.raises(Problem, match=r"is not listed in SHA256SUMS; take it away"):
        build.read(copy)
    add.add(copy, DOCUMENT, GIVEN)
    assert bytes_of(copy) == kept


def test_a_file_of_somebody_elses_is_not_swept_away(copy):
    (copy / "seeds" / "005_0123456789abcdef.txt").write_text("mine")
    with pytest.raises(Problem, match=r"005_0123456789abcdef\.txt: is not listed in SHA256SUMS"):
        add.add(copy, DOCUMENT, GIVEN)
    assert (copy / "seeds" / "005_0123456789abcdef.txt").read_text() == "mine"


@pytest.mark.parametrize("cut", [1, 2])
def test_a_folder_that_cannot_be_written_is_said(copy, monkeypatch, cut):
    before, write, calls = bytes_of(copy), files.write, []

    def refuse(path, content):
        calls.append(path)
        if len(calls) == 2 + cut:
            raise OSError(28, "No space left on device")
        write(path, content)

    monkeypatch.setattr(files, "write", refuse)
    with pytest.raises(
        Problem, match=r"seeds: cannot be written \(No space left on device\); nothing is added"
    ):
        add.add(copy, DOCUMENT, GIVEN)
    assert bytes_of(copy) == before


STOPS = [  # what stops a command, what it says and gives back
    (PermissionError(13, "Permission denied", "seeds"), 1, "minerals: seeds: Permission denied; check the folder, its permissions and the disk\n"),
    (OSError(28, "No space left on device"), 1, "minerals: No space left on device; check the folder, its permissions and the disk\n"),
    (KeyboardInterrupt(), 130, "minerals: stopped; what was there before is there still\n"),
]  # fmt: skip


@pytest.mark.parametrize(("error", "code", "says"), STOPS)
def test_what_stops_a_command_is_one_line(monkeypatch, capsys, error, code, says):
    def stop(*_):
        raise error

    monkeypatch.setattr(add, "add", stop)
    assert __main__.main(["add", str(DOCUMENT)]) == code
    assert capsys.readouterr() == ("", says)


AS_GIVEN = [  # how the same text may come, byte for byte
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: b"\xef\xbb\xbf" + text.encode(),
]


@pytest.mark.parametrize("encoded", AS_GIVEN)
def test_windows_line_ends_and_a_byte_order_mark_make_no_other_document(copy, encoded):
    head = '---\ntitle: "Talks"\npublished: 2026-02-20\n---\n\n'
    plain = put(copy, head + DOCUMENT.read_text("utf-8"))
    text = add._text(plain)
    other = copy / "a file .. of one's own.txt"
    other.write_bytes(encoded(text))
    assert add._text(other) == text
    name, _, after = add.add(copy, other, {})
    assert (copy / "seeds" / name).read_text("utf-8") == text
    assert after.pages[-1].value("title") == "Talks"


def test_utf_16_and_what_is_no_file_are_said(copy):
    path = copy / "given.txt"
    path.write_text("It was so on a day.", "utf-16")
    with pytest.raises(Problem, match="is in UTF-16; save it as UTF-8"):
        add.add(copy, path, GIVEN)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(Problem, match="is neither a file nor a folder"):
        add.add(copy, path, GIVEN)


def test_no_two_documents_of_the_corpus_are_alike(texts):
    pages = [page.document for page in build.read(ROOT).pages]
    bodies = [add.body(doc.text, doc.body) for doc in pages]
    for n, one in enumerate(bodies):
        for other in bodies[:n]:
            assert add.alike(one, other) < add.ALIKE / 5


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
    drawn = chart.figure() if name in charts.PLATED else chart.static("page")
    drawn.draw_without_rendering()
    live = chart.interactive()
    print(name, "Andes Wire" in str(live["data"] if name in charts.PLATED else live.to_plotly_json()["data"]))
"""


def test_from_add_to_a_mark_on_a_chart(copy):
    """What the README takes a newcomer through, with the collection's own programs."""
    tmp_path, part = copy, "notebooks/minerals"
    shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    options = [word for field, value in GIVEN.items() for word in (f"--{field}", value)]
    said = run(tmp_path, "-m", "minerals", "add", DOCUMENT, *options)
    assert said.startswith("andes-wire-2026-02-20: added as seeds/")
    run(tmp_path, "-m", "minerals", "build")
    drawn = dict(line.split() for line in run(tmp_path, "-c", CHARTS).splitlines())
    assert drawn["01_corpus"] == "True"
    assert drawn["02_timeline"] == "False"

    assert "events.csv: 3 rows added" in run(tmp_path, "-m", "minerals", "suggest")
    row = suggested(tmp_path, "events")[0]
    decided = {"event": "chile-talks", "title": "Chile and the United States open talks", "category": "talks",
               "status": "happened", "calendar": "America/New_York"}  # fmt: skip
    append(tmp_path, "events", (row | decided).values())
    append(tmp_path, "vocabulary", ["event", "chile-talks", "Chile and the United States open talks", ""])
    run(tmp_path, "-m", "minerals", "build")
    assert "02_timeline True" in run(tmp_path, "-c", CHARTS, "02_timeline")
    assert "2026-02-18" in (tmp_path / "data" / "tables" / "events.csv").read_text("utf-8")

    row = next(row for row in suggested(tmp_path, "figures") if row["words"] == "56")
    assert row["measure"] == "countries-at-ministerial"  # filled in by the code
    append(tmp_path, "figures", row.values())
    built = run(tmp_path, "-m", "minerals", "build")  # a difference that nobody has judged stops nothing
    assert built.endswith("\n2 differences are not judged: python -m minerals audit\n")
    assert "unjudged" in (tmp_path / "data" / "tables" / "disagreements.csv").read_text("utf-8")
    assert "2 to judge" in run(tmp_path, "-m", "minerals", "audit")
    assert "disagreements.csv: 2 rows added" in run(tmp_path, "-m", "minerals", "suggest")
    judged = {row["disagreement"]: row for row in suggested(tmp_path, "disagreements")}
    path = tmp_path / "data" / "coding" / "disagreements.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [judged.get(row["disagreement"], row) for row in csv.DictReader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"verdict": row["verdict"] or "conflict"} for row in rows)
    run(tmp_path, "-m", "minerals", "build")
    assert "unjudged" not in (tmp_path / "data" / "tables" / "disagreements.csv").read_text("utf-8")
    assert " 0 to judge" in run(tmp_path, "-m", "minerals", "audit")


def suggested(root, sheet):
    with (root / "data" / "suggested" / f"{sheet}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def append(root, sheet, cells):
    with (root / "data" / "coding" / f"{sheet}.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(cells)


COARSE = [  # a date of publication, the id that it gives, what "on Monday" is then
    ("2026-02-20", "andes-wire-2026-02-20", "2026-02-16"),
    ("2026-02", "andes-wire-2026-02", ""),
    ("2026", "andes-wire-2026", ""),
]


@pytest.mark.parametrize(("published", "name", "monday"), COARSE)
def test_no_day_is_counted_from_a_document_that_has_none(copy, published, name, monday):
    text = "A title of five words\n\nIt was so on Monday, he said on the steps of the house there.\n"
    _, _, after = add.add(copy, put(copy, text), GIVEN | {"published": published})
    doc = after.pages[-1].document
    assert doc.id == name
    (when,) = [m for m in doc.mentions if m.kind == "date"]
    assert when.date == monday
    row = {"quote": "It was so on Monday", "event": "monday", "title": "It was so", "category": "talks",
           "status": "happened", "date_words": "on Monday", "calendar": "America/New_York", "document": name}  # fmt: skip
    with (copy / "data" / "coding" / "events.csv").open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    append(copy, "events", [row.get(column, "") for column in head])
    append(copy, "vocabulary", ["event", "monday", "A Monday", ""])
    if monday:
        assert monday in {e["date"] for e in build.read(copy).claims["events"]}
    else:
        with pytest.raises(
            Problem, match="«on Monday» do not parse to a date; choose other words, or give base_words"
        ):
            build.read(copy)


def test_a_report_that_fails_adds_nothing(copy):
    def fails(*_):
        raise ValueError

    before = bytes_of(copy)
    with pytest.raises(ValueError):
        add.add(copy, DOCUMENT, GIVEN, fails)
    assert bytes_of(copy) == before


def test_two_at_once_are_both_taken_in(tmp_path):
    for part in ("seeds", "data/coding", "data/reference", "notebooks/minerals"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    adds = []
    for word in ("north", "south"):
        (tmp_path / f"{word}.txt").write_text(
            f"It was so in the {word}, he said on the steps there.", "utf-8"
        )
        adds.append(subprocess.Popen(
            [sys.executable, "-m", "minerals", "add", tmp_path / f"{word}.txt", "--published", "2026-02-20", "--short", word],
            cwd=tmp_path / "notebooks", stdout=subprocess.DEVNULL,
        ))  # fmt: skip
    assert [one.wait(120) for one in adds] == [0, 0]
    names = {page.document.id for page in build.read(tmp_path).pages}
    assert {"north-2026-02-20", "south-2026-02-20"} <= names
    assert len(seeds.load(tmp_path / "seeds")) == len(seeds.load(ROOT / "seeds")) + 2
