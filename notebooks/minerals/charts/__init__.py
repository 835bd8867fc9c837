"""The charts of the collection: each is made from the tables alone, and named after the notebook that shows it."""

from .. import tables
from ..chart import Chart
from . import figures, figures_counts, timeline

MADE = {
    "02_timeline": (timeline.chart, "events", "documents"),
    "04_figures_money": (figures.chart, "figures", "documents"),
    "04_figures_shares": (figures_counts.shares, "figures", "documents"),
    "04_figures_counts": (figures_counts.counts, "figures", "documents"),
}


def make(name: str) -> Chart:
    """The chart `name` from the built tables."""
    maker, *needs = MADE[name]
    return maker(*(tables.load(table) for table in needs))
