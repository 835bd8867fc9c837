"""What a chart draws, for the tests of charts: its plate holds what both faces show."""

import html
import re


def answers(chart) -> list[str]:
    """What its shapes and marks answer, one for each that does."""
    return [said for *_, said in (*chart.drawn.shapes, *chart.drawn.marks) if said]


def words(chart) -> list[str]:
    """The words on the plate, a line each."""
    return ["".join(text for text, *_ in line) for text in chart.drawn.texts for line in text.lines]


def plain(said: str) -> str:
    """A hover without its tags."""
    return html.unescape(re.sub("<[^>]+>", " ", said))
