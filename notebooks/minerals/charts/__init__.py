"""The charts of the collection: each is made from the tables alone, and named after the notebook that shows it."""

from .. import tables
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


def make(name: str) -> Chart:
    """The chart `name` from the built tables."""
    maker, *needs = MADE[name]
    return maker(*(tables.load(table) for table in needs))
