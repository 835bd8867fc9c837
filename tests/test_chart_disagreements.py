"""The charts of disagreements: what their heads need, they have."""

import pytest

from minerals import tables
from minerals.charts import disagreements
from minerals.charts.plate import lead


@pytest.mark.parametrize("short", ["One", "One Two", "One Two Three", "One Two Three Four Five"])
def test_a_documents_name_stands_on_the_plate(short):
    told, documents = tables.load("disagreements"), tables.load("documents")
    documents = documents.assign(
        short=documents["short"].where(documents["document"] != told["document"].iloc[0], short)
    )
    plate = disagreements.chart(told, documents).drawn
    heads = [t for t in plate.texts if t.side == "center" and t.lines[0][0][0] in short.split()]
    assert [t.lines[0][0][0] for t in sorted(heads, key=lambda t: -t.at[1])] == short.split()
    assert max(t.at[1] for t in plate.texts) + lead("mark") / 2 <= plate.low + plate.height
