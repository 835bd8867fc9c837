"""The charts of the collection: each is made from the tables alone, and named after the notebook that shows it."""

import difflib

import pandas as pd

from .. import tables
from ..errors import Problem
from . import (
    beside,
    corpus,
    countries_map,
    countries_matrix,
    coverage,
    deadlines,
    disagreements,
    figures,
    figures_counts,
    minerals,
    statements,
    targets,
    timeline,
)
from .chart import Chart

MADE = {
    "01_corpus": (corpus.chart, *corpus.TABLES),
    "02_timeline": (timeline.chart, "events", "documents"),
    "03_countries_map": (countries_map.chart, "countries", "figures", "documents"),
    "03_countries_matrix": (countries_matrix.chart, "countries", "figures", "documents"),
    "04_figures_money": (figures.chart, "figures", "documents"),
    "04_figures_shares": (figures_counts.shares, "figures", "documents"),
    "04_figures_counts": (figures_counts.counts, "figures", "documents"),
    "05_minerals": (minerals.chart, "minerals", "documents"),
    "06_targets_exports": (targets.chart, "targets", "documents"),
    "06_targets_calendar": (deadlines.chart, "targets", "documents"),
    "07_statements": (statements.chart, "statements", "documents", "initiatives"),
    "07_statements_government": (beside.chart, "statements", "documents", "initiatives"),
    "08_disagreements": (disagreements.chart, "disagreements", "documents"),
    "08_disagreements_wording": (disagreements.wording, "disagreements", "documents"),
    "09_coverage": (coverage.chart, "documents"),
}


def make(name: str, table: pd.DataFrame | None = None) -> Chart:
    """The chart `name`, with or without its notebook's number, from the built tables or from the rows in `table`.

    Raises Problem with the nearest name where there is no such chart.
    """
    maker, *needs = MADE[_full(name)]
    loaded = [table if n == 0 and table is not None else tables.load(need) for n, need in enumerate(needs)]
    return maker(*loaded)


def _full(name):
    short = {full.split("_", 1)[1]: full for full in MADE}
    if name not in MADE and name not in short:
        near = difflib.get_close_matches(name, short, n=1, cutoff=0.4)
        hint = f"did you mean «{near[0]}»? The charts are" if near else "the charts are"
        raise Problem(f"no chart is called «{name}»; {hint} {', '.join(short)}")
    return short.get(name, name)
