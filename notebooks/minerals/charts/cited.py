"""The source line under a chart: the documents it draws, then the reference it holds them against."""

import pandas as pd

from .. import reference
from ..tables import ROOT
from .stretches import written

REFERENCE = ROOT / "data" / "reference"


def line(documents: pd.DataFrame, references: str = "") -> str:
    """Rows of the table `documents`, and the words of `outside`."""
    words = f"Sources: {'; '.join(f'{d.short}, {written(d.published)}' for d in documents.itertuples())}"
    return f"{words}. {references}" if references else words


def outside(ids: list[str]) -> str:
    """The sources `ids` of `data/reference/`, each with its publisher and date: marked as a second layer."""
    known = {row["source_id"]: row for row in reference.rows(REFERENCE, "sources")}
    return "Reference: " + "; ".join(
        f"{known[i]['publisher']}, {written(known[i]['published'])}" for i in dict.fromkeys(ids)
    )
