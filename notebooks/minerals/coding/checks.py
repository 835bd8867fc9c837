"""The coding sheets read and checked: each row has its cells filled, a key of its own, and terms that are known."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from ..corpus import leftovers
from ..errors import Faults, Problem
from . import about, sheets
from .rows import Row

_FEW, _NEAR = 8, 0.75  # terms that a message lists, and how like one is that it names from a longer list
_NAMED = (
    "event",
    "target_metric",
    "initiative",
    "disagreement",
    "provision",
)  # whose descriptions are read as names


def load(folder: Path, faults: Faults | None = None) -> dict[str, list[Row]]:
    """Every sheet of `folder`, its terms checked against the vocabulary: none unknown, none unused.

    What is wrong with a row goes to `faults`, or is raised where they are not given. Problem where a sheet cannot be
    read at all.
    """
    own, columns = faults or Faults(), sheets.columns()
    strangers = [p for p in leftovers.kept(folder) if p.name != "README.md" and not _is_sheet(p, columns)]
    own.each(_refuse, strangers)
    rows = dict(
        own.each(lambda name: (name, read(folder / f"{name}.csv", list(columns[name]), own)), columns)
    )
    if strangers or rows.keys() != columns.keys():
        own.stop()
    for name in rows:
        own.found += _unfilled(name, rows[name])
        own.found += _not_told_apart(name, rows[name])
    own.found += _unknown_terms(columns, rows, own)
    own.found += _unused_terms(columns, rows, own)
    own.found += about.unfit(rows)
    if not faults:
        own.stop()
    return rows


def read(path: Path, columns: list[str], faults: Faults | None = None) -> list[Row]:
    """The rows of one sheet, every cell as text; Problem where its columns are not `columns`."""
    own = faults or Faults()
    rows = [Row(path.stem, number, cells) for number, cells in sheets.cells(path, columns, own)]
    if not faults:
        own.stop()
    return rows


def allowed(term: str, terms: Iterable[str], of: str, kept: str) -> str:
    """What to write for `term`: a short list whole, of a long one the nearest; and the sheet where they are `kept`."""
    terms = sorted(terms)
    listed = ", ".join(terms)
    if len(terms) > _FEW:
        near = difflib.get_close_matches(term, terms, cutoff=_NEAR)
        listed = f"the {len(terms)} terms of {of}"
        if near:
            listed += f" (did you mean {' or '.join(f'«{t}»' for t in near)}?)"
    more = "; take one" if of in sheets.fixed() else ": take one, or add a line there"
    return f"{listed}; they are kept in data/coding/{kept}.csv{more}"


def _is_sheet(path: Path, columns) -> bool:
    return path.stem in columns and path.suffix == ".csv"


def _refuse(path: Path):
    raise Problem(f"{path}: is no coding sheet; the sheets are {', '.join(sorted(sheets.columns()))}")


def _unfilled(name: str, rows: list[Row]):
    """The cells left empty that the code goes by, as in a suggested row that nobody has decided."""
    for column in (c for c, kind in sheets.filled()[name].items() if kind):
        for row in (row for row in rows if not row[column].strip()):
            vocabulary = sheets.columns()[name][column]
            term = f" with a term of {vocabulary} in data/coding/vocabulary.csv" if vocabulary else ""
            yield row.fail(f"{column} is empty; fill it in{term}")
    for row in rows if name == "vocabulary" else ():
        if row["vocabulary"] in _NAMED and not row["description"].strip():
            yield row.fail(f"the {row['vocabulary']} «{row['term']}» has no description, which is its name on charts; "
                           "write one")  # fmt: skip


def _not_told_apart(name: str, rows: list[Row]):
    """The rows with the key of another, of which the second would take the place of the first."""
    columns, seen = sheets.keys(name), {}
    for row in rows if columns else ():
        key = tuple(row[column] for column in columns)
        if key in seen and all(key):
            yield row.fail(
                f"row {seen[key]} has the same {' and '.join(columns)}, «{': '.join(key)}»; take one of the two out, or "
                "give it another"
            )
        seen.setdefault(key, row.number)


def _terms(columns, rows):
    """(vocabulary, column, term, row) of each term that a cell has; some columns take several with `;` between."""
    for name, cols in columns.items():
        for column, vocabulary in ((c, v) for c, v in cols.items() if v):
            several = (name, column) in sheets.lists()
            for row in (row for row in rows[name] if row[column]):
                terms = row[column].split(";") if several else [row[column]]
                yield from ((vocabulary, column, term, row) for term in terms)


def _unknown_terms(columns, rows, faults: Faults):
    """The terms that a row takes and its vocabulary has not."""
    known = defaultdict(set)
    for row in rows["vocabulary"]:
        known[row["vocabulary"]].add(row["term"])
    if not faults.lists_all(rows["vocabulary"], "vocabulary", "vocabulary", "term"):
        return
    for vocabulary, column, term, row in _terms(columns, rows):
        if term not in known[vocabulary]:
            terms = allowed(term, known[vocabulary], vocabulary, "vocabulary")
            yield row.fail(f"{column} is «{term}», which is no {vocabulary}; allowed: {terms}")


def _unused_terms(columns, rows, faults: Faults):
    """The terms that no row takes; none of a vocabulary whose rows have faults, for one of them may mean it."""
    used = {(vocabulary, term) for vocabulary, _, term, _ in _terms(columns, rows)}
    users = defaultdict(set)
    for name, cols in columns.items():
        for vocabulary in filter(None, cols.values()):
            users[vocabulary].add(name)
    for row in faults.sound(rows["vocabulary"]):
        vocabulary, term = row["vocabulary"], row["term"]
        if (vocabulary, term) not in used and faults.none_in(*users[vocabulary]):
            yield row.fail(f"the term «{term}» of {vocabulary} is used by no row; use it, or take it out")
