"""A chart as notebooks, the figures' folder and analysts have it: rows, words, and three kinds of picture."""

from dataclasses import dataclass
from types import ModuleType

import pandas as pd
from matplotlib.figure import Figure

from . import export
from .live import CONFIG, figure
from .sizes import SIZES
from .words import Words


@dataclass(frozen=True)
class Chart:
    """`data` is what is drawn; `module` has `words`, `static` and `spec` for it, as the package's docstring says."""

    name: str
    module: ModuleType
    data: pd.DataFrame

    @property
    def words(self) -> Words:
        return self.module.words(self.data)

    @property
    def title(self) -> str:
        return self.words.title

    @property
    def subtitle(self) -> str:
        return self.words.note

    @property
    def source(self) -> str:
        return self.words.source

    @property
    def alt(self) -> str:
        return self.words.alt

    @property
    def table(self) -> pd.DataFrame:
        return self.data

    def static(self, size: str = "page") -> Figure:
        """A Matplotlib Figure for a page, a slide or a phone."""
        if size not in SIZES:
            raise ValueError(f"no size «{size}»; there are {', '.join(SIZES)}")
        return self.module.static(self.data, SIZES[size])

    def interactive(self):
        """A `plotly.graph_objects.Figure`."""
        return figure(self.module.spec(self.data))

    def save(self, format: str, size: str = "page") -> bytes:
        """The static chart as `png` or `svg`."""
        drawn = self.static(size)
        return export.svg(drawn, self.words) if format == "svg" else export.png(drawn, SIZES[size])

    def _repr_mimebundle_(self, include=None, exclude=None):
        """The live chart for JupyterLab, and a picture for whatever cannot show it."""
        return {
            "application/vnd.plotly.v1+json": self.module.spec(self.data) | {"config": CONFIG},
            "image/svg+xml": self.save("svg").decode(),
            "text/plain": self.alt,
        }
