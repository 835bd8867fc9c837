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
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in list(colours)[:_COLOURS] for part in colour])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)
