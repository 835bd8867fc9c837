"""A figure as a file, the same bytes each time: PNG in few colours, and SVG whose text is text."""

import html
import io
import re

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, ImageColor

from .page import styled
from .palette import KEPT
from .sizes import INCH, Size
from .words import Words

_COLOURS, _SHADES = 64, 4  # of a picture, and of each kept colour towards white
_DIGITS = re.compile(r'(\d\.\d\d)\d+(?=[ \n"),])')  # of points, beyond what an eye can see
_NOTES = re.compile(r" *<metadata>.*?</metadata>\n", re.DOTALL)
_FONT = "'DejaVu Sans', Verdana, sans-serif"


def png(figure: Figure, size: Size) -> bytes:
    """The figure in pixels; a quarter as large as with every shade that its letters have."""
    with styled():
        figure.set_dpi(INCH * size.scale)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
    picture = _flattened(np.asarray(canvas.buffer_rgba())[..., :3].astype(np.int32))
    buffer = io.BytesIO()
    picture.save(buffer, "png", dpi=(INCH * size.scale,) * 2, compress_level=7)
    return buffer.getvalue()


def _flattened(pixels: np.ndarray) -> Image.Image:
    """Each pixel in the nearest of the kept colours, their shades, and the most frequent ones."""
    kept = [ImageColor.getrgb(colour) for colour in KEPT]
    shades = [
        tuple(round(part + (255 - part) * n / (_SHADES + 1)) for part in colour)
        for colour in kept[2:-1]
        for n in range(1, _SHADES + 1)
    ]
    seen, where, count = np.unique(
        pixels @ np.array((65536, 256, 1)), return_inverse=True, return_counts=True
    )
    parts = np.stack([seen >> 16, seen >> 8 & 255, seen & 255], 1)
    frequent = [tuple(map(int, parts[i])) for i in np.argsort(-count, kind="stable")[: 2 * _COLOURS]]
    colours = list(dict.fromkeys([*kept, *shades, *frequent]))[:_COLOURS]
    index = ((parts[:, None] - np.array(colours)) ** 2).sum(2).argmin(1)
    flat = Image.fromarray(index[where].reshape(pixels.shape[:2]).astype(np.uint8), "P")
    flat.putpalette([part for colour in colours for part in colour])
    return flat


def svg(figure: Figure, words: Words) -> bytes:
    """The figure with its title and its description, for search, for editing, and for who listens to it."""
    buffer = io.BytesIO()
    with styled():
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    whole = _DIGITS.sub(r"\1", _NOTES.sub("", buffer.getvalue().decode()))
    whole = whole.replace("'DejaVu Sans'", _FONT)
    said = "".join(
        f"<{tag}>{html.escape(text)}</{tag}>\n" for tag, text in (("title", words.title), ("desc", words.alt))
    )
    head, start, rest = whole.partition("<svg ")
    opening, end, body = rest.partition(">\n")
    name = html.escape(words.title)
    return f'{head}{start}role="img" aria-label="{name}" {opening}{end}{said}{body}'.encode()
