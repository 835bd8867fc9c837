"""A picture's frame in Matplotlib: the title above, the note and the sources below, and room for axes between."""

from pathlib import Path

import matplotlib as mpl
import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from .measure import balanced, lines
from .palette import INK, MUTED, PAPER
from .sizes import INCH, Size, points
from .words import Words

STYLE = Path(__file__).with_name("minerals.mplstyle")
_TITLE_LEAD, _LEAD = 1.22, 1.38  # from line to line, of the letters' size


def styled():
    """The charts' style, for a `with`."""
    return mpl.style.context([STYLE])


class Page:
    """`figure` with the words of a chart; `axes` puts axes into the `width` by `height` pixels that are left.

    `tall` is how many pixels the chart wants where the size leaves that to it.
    """

    def __init__(self, size: Size, words: Words, tall: float):
        self.size, self.width = size, size.width - 2 * size.margin
        title = balanced(words.title, size.title, self.width)
        small = [
            line
            for text in (words.note, words.source)
            for line in lines(text, size.small, self.width, most=9)
        ]
        above = size.margin + len(title) * size.title * _TITLE_LEAD + 0.6 * size.title
        below = 0.8 * size.margin + len(small) * size.small * _LEAD + size.small
        self.height = size.height - above - below if size.height else tall
        whole = size.height or round(above + tall + below)
        self.figure = Figure(figsize=(size.width / INCH, whole / INCH), facecolor=PAPER)
        self._top, self._tall = above, whole
        y = 0.9 * size.margin
        for line in title:
            self.put(0, y - above, line, size.title, bold=True, va="top")
            y += size.title * _TITLE_LEAD
        y = whole - below + size.small
        for line in small:
            self.put(0, y - above, line, size.small, MUTED, va="top")
            y += size.small * _LEAD

    def axes(self, left: float, top: float, right: float, bottom: float, **options) -> Axes:
        """Axes between these pixels of the room, counted from its upper left corner."""
        x, y = self._place(left, bottom)
        box = (x, y, (right - left) / self.size.width, (bottom - top) / self._tall)
        return self.figure.add_axes(box, **options)

    def put(self, x: float, y: float, text: str, size: float, colour=INK, bold=False, **options) -> Text:
        """A line of words at a place of the room, in letters of `size` pixels."""
        look = {"size": points(size), "color": colour, "weight": "bold" if bold else "normal"}
        return self.figure.text(*self._place(x, y), text, **look | options)

    def _place(self, x, y) -> tuple[float, float]:
        return (self.size.margin + x) / self.size.width, 1 - (self._top + y) / self._tall


def empty(size: Size, words: Words) -> Figure:
    """The picture of a chart without rows."""
    return Page(size, words, size.title).figure
