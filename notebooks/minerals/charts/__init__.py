"""The charts of the collection: each is made from the tables alone, and named after the notebook that shows it."""

from .. import tables
from ..chart import Chart
from . import timeline

MADE = {"02_timeline": (timeline.chart, "events", "documents")}


def make(name: str) -> Chart:
    """The chart `name` from the built tables."""
    maker, *needs = MADE[name]
    return maker(*(tables.load(table) for table in needs))
