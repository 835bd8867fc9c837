"""A figure as PNG in few colours: flat marks and smooth letters need no more, and the file is a third as large."""

import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, ImageColor

_COLOURS, _SHADES = 48, 4  # of a picture, and of each kept colour towards white


def written(figure: Figure, dpi: int, kept: tuple[str, ...]) -> bytes:
    """The figure at `dpi`; `kept` are colours as #rrggbb, white and the rules first: they and their shades stay."""
    figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    buffer = io.BytesIO()
    _flattened(picture, kept).save(buffer, "png", dpi=(dpi, dpi), compress_level=7)
    return buffer.getvalue()


def _flattened(picture: Image.Image, kept: tuple[str, ...]) -> Image.Image:
    """The picture in the kept colours with their shades, and its most frequent ones, so that nothing changes its hue."""
    ours = [ImageColor.getrgb(colour) for colour in kept]
    shades = [
        tuple(round(part + (255 - part) * n / (_SHADES + 1)) for part in colour)
        for colour in ours[2:]
        for n in range(1, _SHADES + 1)
    ]
    seen = sorted(picture.getcolors(picture.width * picture.height), reverse=True)
    colours = dict.fromkeys([*ours, *shades, *(colour for _, colour in seen)])
    return _nearest(picture, list(colours)[:_COLOURS])


def _nearest(picture: Image.Image, colours: list[tuple[int, ...]]) -> Image.Image:
    """Each pixel in the nearest of the colours; Pillow's own way rounds, and makes a white page grey."""
    pixels = np.asarray(picture).astype(np.int32) @ (65536, 256, 1)
    seen, where = np.unique(pixels, return_inverse=True)
    parts = np.stack([seen >> 16, seen >> 8 & 255, seen & 255], 1)
    index = ((parts[:, None] - np.array(colours)) ** 2).sum(2).argmin(1)
    flat = Image.fromarray(index[where].reshape(pixels.shape).astype(np.uint8), "P")
    flat.putpalette([part for colour in colours for part in colour])
    return flat
