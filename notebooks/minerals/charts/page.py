"""A plate whose words are set as on a page: unframed, in lines from their top or about their middle."""

import html
from dataclasses import dataclass, field

from ..chart import INK, SIZE, wrapped
from .plate import Plate

_LEAD = 1.3  # line to line, of a size


@dataclass
class Page(Plate):
    """`words` of several lines stand below their point, a single line about it."""

    set_words: list[tuple] = field(default_factory=list)

    def words(self, at, text, size="mark", colour=INK, bold=False, side="right", italic=False) -> None:
        lines = [text] if isinstance(text, str) else list(text)
        self.set_words.append((at, lines, not isinstance(text, str), size, colour, bold, side, italic))

    def draw(self, axes) -> None:
        super().draw(axes)
        for (x, y), lines, below, size, colour, bold, side, italic in self.set_words:
            for n, line in enumerate(lines):
                axes.text(
                    x, y - n * lead(size), line, size=SIZE[size], color=colour, va="top" if below else "center_baseline",
                    ha={"right": "left", "left": "right"}.get(side, "center"), weight="bold" if bold else "normal",
                    style="italic" if italic else "normal", zorder=4,
                )  # fmt: skip

    def layout(self) -> dict:
        return super().layout() | {"annotations": [_annotation(*words) for words in self.set_words]}


def lead(size: str) -> float:
    """Inches from a line to the next."""
    return SIZE[size] * _LEAD / 72


def _annotation(at, lines, below, size, colour, bold, side, italic) -> dict:
    text = "<br>".join(map(html.escape, lines))
    text = f"<b>{text}</b>" if bold else f"<i>{text}</i>" if italic else text
    return {
        "x": at[0], "y": at[1], "text": text, "showarrow": False, "borderpad": 0,
        "align": "center" if side == "center" else "left", "xanchor": {"right": "left", "left": "right"}.get(side, "center"),
        "yanchor": "top" if below else "middle", "font": {"size": SIZE[size] * 4 / 3, "color": colour},
    }  # fmt: skip


def lines_of(words: str, size: str, width: float) -> list[str]:
    """`words` in lines no wider than `width` inches."""
    return wrapped(words, SIZE[size], width=width)


def box(x0: float, x1: float, y0: float, y1: float) -> list[tuple[float, float]]:
    """The corners of a rectangle."""
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
