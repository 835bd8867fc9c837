"""The source line under a chart: the documents it draws, then the reference it holds them against."""

import html
import re
from functools import cache

import pandas as pd

from ..claims import reference
from ..tables import ROOT
from .stretches import written

REFERENCE = ROOT / "data" / "reference"
MARK = "Reference: "


def line(documents: pd.DataFrame, references: str = "") -> str:
    """Rows of the table `documents`, and the words of `outside`."""
    words = f"Sources: {'; '.join(f'{d.short}, {written(d.published)}' for d in documents.itertuples())}"
    return f"{words}. {references}" if references else words


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Source of `data/reference/` -> its publisher and date, and its address; without one, empty."""
    return {
        row["source_id"]: (f"{row['publisher']}, {written(row['published'])}", row["url"])
        for row in reference.rows(REFERENCE, "sources")
        if row["published"]
    }


def outside(ids: list[str]) -> str:
    """The sources `ids` of `data/reference/`, each with its publisher and date: marked as a second layer."""
    return MARK + "; ".join(_known()[i][0] for i in dict.fromkeys(ids))


def linked(words: str) -> str:
    """Words of `outside`, or ids of sources, as HTML in which each source with an address leads to it."""
    known = {name: source for i, source in _known().items() for name in (i, source[0])}
    mark = MARK if words.startswith(MARK) else ""
    parts = (known.get(part, (part, "")) for part in re.split(r"; ?", words.removeprefix(MARK)))
    return html.escape(mark) + "; ".join(
        f'<a href="{html.escape(url)}">{html.escape(name)}</a>' if url else html.escape(name)
        for name, url in parts
    )
