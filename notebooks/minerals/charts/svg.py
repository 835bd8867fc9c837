"""A figure as SVG: letters as shapes that are defined once, so that it looks the same where the font is not."""

import io
import re

from matplotlib.figure import Figure
from matplotlib.text import Text

_DIGITS = re.compile(r'(\d\.\d{3})\d+(?=[ \n"])')  # of lengths in points, beyond what an eye can see
_HALOED = re.compile(r'^( *)<g id="halo">\n(.*?)^\1</g>\n', re.DOTALL | re.MULTILINE)
_GLYPH = 1 / 64  # Matplotlib's scale of a letter's shape, under that of its text
_DEFINED = re.compile(r" *<defs>.*?</defs>\n", re.DOTALL)


def written(figure: Figure, title: str, halo: tuple[float, str]) -> bytes:
    """The figure; a text with a path effect gets a halo, so many points wide, of that colour, as its letters once more."""
    for text in figure.findobj(Text):
        if text.get_path_effects():  # which would write every letter out, twice
            text.set(path_effects=[], gid="halo")
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Title": title})
    whole = _DIGITS.sub(r"\1", buffer.getvalue().decode())
    return _HALOED.sub(lambda found: _outlined(found[2], *halo), whole).encode()


def _outlined(letters: str, width: float, colour: str) -> str:
    """The letters, and under them the same letters as a broad outline, in the units of their own scale."""
    scale = float(re.search(r"scale\(([\d.]+) ", letters)[1])
    look = f'style="fill: none; stroke: {colour}; stroke-width: {width / scale / _GLYPH:.0f}; stroke-linejoin: round"'
    under = re.sub(r'<g(?: style="[^"]*")?', f"<g {look}", _DEFINED.sub("", letters), count=1)
    return under + letters
