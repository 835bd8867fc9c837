"""What can be measured of a chart's picture: its words, their places, and what is drawn of the data."""

from itertools import combinations

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from colours import contrast
from minerals.charts.style.sizes import INCH

SLACK = 0.75  # pixels of a page: letters' own blank edges


def words(figure):
    """The words drawn, with their boxes in pixels of the size."""
    with mpl.rc_context({"text.hinting": "none"}):
        figure.set_dpi(INCH)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        renderer = canvas.get_renderer()
    found = []
    for text in figure.findobj(Text):
        if text.get_text().strip() and text.get_visible() and _shown(text, figure):
            found.append((text, Text.get_window_extent(text, renderer)))
    return found


def _shown(text, figure):
    """A tick's label outside its axis is there and not drawn."""
    axes = text.axes
    if axes is None or text not in [*axes.get_xticklabels(), *axes.get_yticklabels()]:
        return True
    low, high = sorted(axes.get_xlim())
    return low <= text.get_position()[0] <= high if text in axes.get_xticklabels() else True


def small(figure, least):
    """Words in letters below `least` pixels."""
    return [t.get_text() for t, _ in words(figure) if t.get_size() * INCH / 72 < least - 0.01]


def cut_off(figure):
    """Words that reach out of the picture."""
    page = figure.bbox
    return [
        t.get_text()
        for t, box in words(figure)
        if box.x0 < -SLACK or box.y0 < -SLACK or box.x1 > page.x1 + SLACK or box.y1 > page.y1 + SLACK
    ]


def overlaps(figure):
    """Pairs of words that run into one another."""
    boxes = [(t.get_text(), box) for t, box in words(figure)]
    return [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if _overlap(one, two)]


def covered(figure):
    """Words that run into a mark that is not their ground; a country's outline is a ground for names."""
    marks = []
    for artist in figure.findobj(
        lambda a: str(a.get_gid() or "").startswith("mark ") and type(a) is not PathPatch
    ):
        box = artist.get_window_extent()
        if box.width and box.height:
            marks.append(box)
    inside = [
        (t.get_text(), box, mark)
        for t, box in words(figure)
        for mark in marks
        if _overlap(box, mark)
        and not (
            mark.x0 <= box.x0 + 1
            and box.x1 - 1 <= mark.x1
            and mark.y0 <= box.y0 + 1
            and box.y1 - 1 <= mark.y1
        )
    ]
    return [text for text, *_ in inside]


def _overlap(one, two):
    wide = min(one.x1, two.x1) - max(one.x0, two.x0)
    tall = min(one.y1, two.y1) - max(one.y0, two.y0)
    return wide > SLACK and tall > 0.16 * min(one.height, two.height) + SLACK


def faint(figure):
    """Words whose colour is too near to white, or to the face that they are on."""
    found = []
    for t, _ in words(figure):
        box = t.get_bbox_patch()
        ground = to_hex(box.get_facecolor()) if box else getattr(t, "ground", "#ffffff")
        if contrast(to_hex(t.get_color()), ground) < 4.5:
            found.append(t.get_text())
    return found


def drawn(figure):
    """Ids of the claims that the figure's marks name."""
    gids = [str(a.get_gid() or "") for a in figure.findobj()]
    return {
        claim for gid in gids if gid.startswith("mark ") for claim in gid.removeprefix("mark ").split(";")
    }
