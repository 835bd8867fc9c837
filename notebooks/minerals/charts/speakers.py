"""Who is quoted and for whom they speak: the quotations with their side, and those that are quoted twice."""

from collections.abc import Iterator

import pandas as pd

from ..corpus.display import plain
from ..finders import edtf
from .chart import BLUE, GREEN, MUTED, ORANGE
from .stretches import written

NZ, BOTH, US, OTHERS = (
    "New Zealand’s government",
    "The two together",
    "the United States’ government",
    "Others",
)
SIDES = {NZ: BLUE, BOTH: GREEN, US: ORANGE, OTHERS: MUTED}
_OF = {"NZL": NZ, "NZL;USA": BOTH, "USA": US}


def headed(side: str) -> str:
    """A side's name at the head of something."""
    return side[0].upper() + side[1:]


def when(day: str) -> str:
    """An EDTF date or interval as people write it.

    >>> when("2026-02-07/2026-02-08"), when("2025-11"), when("../2026-03-06")
    ('7 to 8 February 2026', 'November 2025', 'by 6 March 2026')
    """
    first, *last = day.split("/")
    if first == "..":
        return f"by {when(last[0])}"
    if last and first[:7] == last[0][:7]:
        return f"{int(first[8:])} to {written(last[0])}"
    return " to ".join(map(written, (first, *last)))


def sides(statements: pd.DataFrame) -> pd.DataFrame:
    """A row for each speaker: for whose government they speak, and the `side` that this makes."""
    own = statements[["speaker", "speaks_for"]].drop_duplicates("speaker")
    return own.assign(side=[side_of(codes) for codes in own["speaks_for"]])


def side_of(codes: str) -> str:
    """The side of who speaks for the governments with these codes, `;` between."""
    return _OF.get(codes, OTHERS)


def readings(statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The statements with their side and first and last day, sides in order, each side's speakers by first word."""
    rows = statements.merge(sides(statements)[["speaker", "side"]], on="speaker").merge(
        documents[["document", "short", "published"]], on="document"
    )
    bounds = [edtf.bounds(day) for day in rows["said_on"]]
    rows = rows.rename(columns={"short": "source"}).assign(
        first=[str(a) for a, _ in bounds], last=[str(b) for _, b in bounds],
        precision=[edtf.precision(day) for day in rows["said_on"]],
        rank=rows["side"].map(list(SIDES).index),
        by_side=rows.groupby("side")["quote"].transform("size"),
        by_speaker=rows.groupby("speaker")["quote"].transform("size"),
        that_day=rows.groupby(["speaker", "said_on"])["quote"].transform("size"),
    )  # fmt: skip
    rows["began"] = rows.groupby("speaker")["first"].transform("min")
    rows = rows.sort_values(["rank", "began", "speaker", "first", "document", "start"], kind="stable")
    return rows.drop(columns=["rank", "began"]).reset_index(drop=True)


def repeats(rows: pd.DataFrame, words: int = 6) -> pd.DataFrame:
    """Pairs of one speaker's quotations that share a run of at least so many `words`, with what is shared."""
    pairs = [
        (one.speaker, " ".join(run), when(one.said_on), when(other.said_on))
        for one, other, run in _pairs(rows, words)
    ]
    return pd.DataFrame(pairs, columns=["speaker", "shared words", "dated", "and"])


def remarks(rows: pd.DataFrame) -> int:
    """How many different remarks the quotations are: one that repeats an earlier one is no other."""
    return len(rows) - len({other.statement for _, other, _ in _pairs(rows)})


def _pairs(rows, words: int = 6) -> Iterator[tuple]:
    """(one, other, the run of words that both share)."""
    for _, own in rows.groupby("speaker", sort=False):
        said = [(r, plain(r.quote).split()) for r in own.itertuples()]
        for i, (one, first) in enumerate(said):
            for other, second in said[i + 1 :]:
                if len(run := _shared(first, second)) >= words:
                    yield one, other, run


def _shared(first: list[str], second: list[str]) -> list[str]:
    """The longest run of words in both."""
    lengths, best, end = {}, 0, 0
    for i, word in enumerate(first):
        lengths = {j: lengths.get(j - 1, 0) + 1 for j, other in enumerate(second) if other == word}
        if lengths and max(lengths.values()) > best:
            best, end = max(lengths.values()), i + 1
    return first[end - best : end]
