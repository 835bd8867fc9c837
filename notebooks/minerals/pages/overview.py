"""The collection on one page: each chart's finding, where it is argued, and a small picture of each."""

import base64
import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from PIL import Image

from .. import charts
from ..tables import ROOT
from .evidence import Listing

_ACROSS, _WIDE, _TALL, _GAP = 3, 380, 400, 20  # pictures in a row; pixels of each at most, and between
_COLOURS = 96


def findings() -> Listing:
    """A row for each chart: what it finds, in numbers from the tables, and the notebook that shows how."""
    rows = [{"finding": charts.make(name).title, "notebook": link(name)} for name in charts.MADE]
    return Listing(pd.DataFrame(rows), links=("notebook",))


def link(name: str) -> str:
    """A link to the notebook that shows the chart `name`."""
    path = next((ROOT / "notebooks").glob(f"{name[:2]}_*.ipynb"))
    return f'<a href="{path.name}">{path.stem}</a>'


@dataclass(frozen=True)
class Pictures:
    """A sheet of small pictures, and the words for who cannot see it."""

    png: bytes
    alt: str

    def _repr_mimebundle_(self, include=None, exclude=None):
        faces = {"image/png": base64.b64encode(self.png).decode(), "text/plain": self.alt}
        return faces, {"image/png": {"alt": self.alt}}


def pictures() -> Pictures:
    """Every chart as it stands in `figures/`, small, in the order of the notebooks."""
    small = [_small(ROOT / "figures" / f"{name}.png") for name in charts.MADE]
    rows = [small[i : i + _ACROSS] for i in range(0, len(small), _ACROSS)]
    tall = [max(picture.height for picture in row) for row in rows]
    size = _ACROSS * (_WIDE + _GAP) - _GAP, sum(tall) + _GAP * (len(rows) - 1)
    sheet = Image.new("RGB", size, "white")
    for n, row in enumerate(rows):
        for m, picture in enumerate(row):
            sheet.paste(picture, (m * (_WIDE + _GAP), sum(tall[:n]) + n * _GAP))
    buffer = io.BytesIO()
    sheet.quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(buffer, "png")
    return Pictures(buffer.getvalue(), "Small pictures of the charts whose findings stand above.")


def _small(path: Path) -> Image.Image:
    picture = Image.open(path).convert("RGB")
    scale = min(_WIDE / picture.width, _TALL / picture.height)
    size = round(picture.width * scale), round(picture.height * scale)
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
