"""The three sizes of a picture. A hundred pixels are an inch, so that a length in pixels is one on any of them."""

from typing import NamedTuple

INCH = 100  # pixels


class Size(NamedTuple):
    """`height` is what the picture must have, or 0 where its chart decides; lengths and letters in pixels.

    `scale` is how many pixels of the file one of them takes, `least` the smallest letters allowed.
    """

    name: str
    width: int
    height: int
    margin: int
    title: float
    text: float
    small: float
    least: float
    scale: int = 1


PAGE = Size("page", 1150, 0, 30, 25, 14.5, 12.5, 12)
SLIDE = Size("slide", 1920, 1080, 70, 46, 26, 20, 18)
PHONE = Size("phone", 390, 0, 14, 18.5, 12.5, 11.25, 11, 2)
SIZES = {size.name: size for size in (PAGE, SLIDE, PHONE)}


def points(pixels: float) -> float:
    """Matplotlib's size of letters that are so many pixels."""
    return pixels * 72 / INCH
