"""The collection as it was before anybody added to it: for tests of what a document brings to these five.

A document that is added later, its coded rows and what they alone use are left out. A difference that was judged again
with it is judged as it stands without it.
"""

import csv
import shutil
from pathlib import Path

from minerals.claims import vague
from minerals.claims.actors import Actors
from minerals.claims.differences import find
from minerals.coding import documents, sheets
from minerals.coding import rows as coding
from minerals.corpus import seeds
from minerals.review import coverage
from minerals.tables import build

FILES = (
    "000_522727d457dc2f60.txt", "001_ac9a8749a1814255.txt", "002_d843bd71c5f8ee0e.txt", "003_5d864af3d8b16bed.txt",
    "004_bede271d1d92b66d.txt",
)  # fmt: skip


def make(root: Path, folder: Path) -> Path:
    """Write the seeds, the coding and the reference facts of the first five of `root` to `folder`."""
    shutil.copytree(root / "data" / "reference", folder / "data" / "reference")
    (folder / "seeds").mkdir()
    for name in FILES:
        shutil.copy(root / "seeds" / name, folder / "seeds")
    sums = (root / "seeds" / seeds.SUMS).read_text().splitlines(keepends=True)
    (folder / "seeds" / seeds.SUMS).write_text("".join(s for s in sums if s.split()[1] in FILES))
    rows = coding.load(root / "data" / "coding")
    rows["documents"] = [row for row in rows["documents"] if row["source_file"] in FILES]
    pages = documents.pages(seeds.load(folder / "seeds"), rows["documents"])
    known = {page.document.id: page.document for page in pages}
    publishers = [page.value("publisher") for page in pages]
    for name in rows:
        rows[name] = [row for row in rows[name] if not row.cells.get("document") or row["document"] in known]
    _used(rows, known, publishers)
    _write(folder, rows)
    judged = build.read(folder)
    found = [f.key for f in find.find(judged.claims, judged.sheets["counted"], list(known.values()))]
    for row in rows["disagreements"]:
        subject = row["found"].rpartition(":")[0]
        if row["found"] and row["found"] not in found:
            row.cells["found"] = next((key for key in found if key.rpartition(":")[0] == subject), None)
    rows["disagreements"] = [row for row in rows["disagreements"] if row["found"] is not None]
    _used(rows, known, publishers)
    _write(folder, rows)
    return folder


def _used(rows, known, publishers) -> None:
    """Take out what no row uses any more: actors, measures, units, terms."""
    measures = {row["measure"] for row in rows["figures"]}
    actors = Actors(rows["actors"], publishers)
    for name, column in (
        ("events", "actors"),
        ("figures", "said_by"),
        ("statements", "speaker"),
        ("provisions", "said_by"),
    ):
        for row in rows[name]:
            for words in filter(None, row[column].split(";")):
                actors.id(words, row, column)
    rows["actors"] = [row for row in rows["actors"] if row["actor"] in actors.used]
    for name in ("measures", "counted"):
        rows[name] = [row for row in rows[name] if row["measure"] in measures]
    nouns = set()
    for row in rows["figures"]:
        row.anchor(known[row["document"]])
        span = row.words("words")
        nouns |= {m.unit for kind in coverage.QUANTITIES for m in row.found(kind, span)}
        nouns |= {found.unit for found in [vague.count(span)] if found}
    for row in rows["units"]:
        row.cells["words"] = ";".join(word for word in row["words"].split(";") if word in nouns)
    rows["units"] = [row for row in rows["units"] if row["words"]]
    names = {row["disagreement"] for row in rows["disagreements"]}
    rows["sides"] = [row for row in rows["sides"] if row["disagreement"] in names]
    terms = {
        (vocabulary, term)
        for name, columns in sheets.columns().items() for column, vocabulary in columns.items() if vocabulary
        for row in rows[name] for term in row[column].split(";")
        if name != "vocabulary"
    }  # fmt: skip
    terms |= {
        ("initiative", term)
        for row in rows["vocabulary"] if (row["vocabulary"], row["term"]) in terms
        for term in row["initiative"].split(";")
    }  # fmt: skip
    rows["vocabulary"] = [row for row in rows["vocabulary"] if (row["vocabulary"], row["term"]) in terms]


def _write(folder, rows) -> None:
    (folder / "data" / "coding").mkdir(exist_ok=True)
    for name, columns in sheets.columns().items():
        with (folder / "data" / "coding" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerows([list(columns), *([row[c] for c in columns] for row in rows[name])])
