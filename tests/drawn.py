"""What a chart draws, for the tests of charts: its plate holds what both faces show."""

import html
import re


def answers(chart) -> list[str]:
    """What its shapes and marks answer, one for each that does."""
    if not hasattr(chart, "drawn"):
        return [said for said, _ in live(chart)]
    return [said for *_, said in (*chart.drawn.shapes, *chart.drawn.marks) if said]


def words(chart) -> list[str]:
    """The words on the plate, a line each."""
    return ["".join(text for text, *_ in line) for text in chart.drawn.texts for line in text.lines]


def plain(said: str) -> str:
    """A hover without its tags."""
    return html.unescape(re.sub("<[^>]+>", " ", said))


def live(chart):
    """(words, claims) of every mark of a live chart that answers: of a filled shape it is the trace's text."""
    for trace in chart.interactive().data:
        if trace.customdata is not None:
            said = trace.hovertext if trace.hovertext is not None else trace.text
            said = [said] if isinstance(said, str) else said
            yield from zip(said, trace.customdata, strict=True)
