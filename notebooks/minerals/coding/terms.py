"""The terms that a cell may hold: each sheet's against the vocabulary, and what to write instead of an unknown one."""

import difflib
from collections import defaultdict
from collections.abc import Iterable

from . import sheets
from .sheets import fixed

_FEW, _NEAR = 8, 0.75  # terms that a message lists, and how like one is that it names from a longer list


def allowed(term: str, terms: Iterable[str], of: str, kept: str) -> str:
    """What to write for `term`: a short list whole, of a long one the nearest; and the sheet where they are `kept`."""
    terms = sorted(terms)
    listed = ", ".join(terms)
    if len(terms) > _FEW:
        near = difflib.get_close_matches(term, terms, cutoff=_NEAR)
        listed = f"the {len(terms)} terms of {of}"
        if near:
            listed += f" (did you mean {' or '.join(f'«{t}»' for t in near)}?)"
    more = "; take one" if of in fixed() else ": take one, or add a line there"
    return f"{listed}; they are kept in data/coding/{kept}.csv{more}"


def hold(columns: dict[str, dict[str, str]], rows: dict[str, list]) -> None:
    """Problem where a row takes a term that its vocabulary has not, or a term is taken by no row."""
    known = defaultdict(dict)
    for row in rows["vocabulary"]:
        known[row["vocabulary"]][row["term"]] = row
    used = defaultdict(set)
    for name, cols in columns.items():
        for column, vocabulary in ((c, v) for c, v in cols.items() if v):
            several = (name, column) in sheets.lists()
            for row, term in (
                (r, t) for r in rows[name] for t in (r[column].split(";") if several else [r[column]])
            ):
                if term not in known[vocabulary] and (term or row[column]):
                    terms = allowed(term, known[vocabulary], vocabulary, "vocabulary")
                    raise row.fail(f"{column} is «{term}», which is no {vocabulary}; allowed: {terms}")
                used[vocabulary].add(term)
    for vocabulary, terms in known.items():
        for term, row in terms.items():
            if term not in used[vocabulary]:
                raise row.fail(f"the term «{term}» of {vocabulary} is used by no row; use it, or take it out")
