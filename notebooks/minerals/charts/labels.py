"""Names on a map: where `names.csv` puts them, else on their country or beside it, wherever nothing else is."""

import csv
import textwrap
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .chart import SIZE, width_of

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top
_LINE = 0.135  # inches that a line of a name takes, without the space between lines
_WIDE, _NARROW = 20, 12  # letters in a line
_OFF = (0.07, 0.2, 0.33)  # inches from the country's middle; from the second on, with a line to it
_AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, 1), (-1, -1))
_OVER = 1.6  # how much wider than its country a name on it may be


class Name(NamedTuple):
    """Where a name stands: its middle, its lines, and where a line from its country ends, if it needs one."""

    at: Point
    text: str
    end: Point | None


@cache
def chosen() -> dict[str, Point]:
    """ISO 3166 code -> longitude and latitude of the middle of its name, where a map is too crowded for a rule."""
    with Path(__file__).with_name("names.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["iso3"]: (float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(file)
        }


@dataclass
class Space:
    """What is free in a window: `inside` its box, where nothing else is `taken`."""

    inside: Box
    taken: list[Box] = field(default_factory=list)

    def take(self, at: Point, half: float) -> None:
        self.taken.append((at[0] - half, at[1] - half, at[0] + half, at[1] + half))

    def put(self, words: str, at: Point, middle: Point, bold: bool) -> Name:
        """The name of the country at `at` with its own middle at `middle`, whatever is there."""
        text, wide, tall = _size(words, _NARROW, bold)
        box = _box(middle, wide, tall)
        self.taken.append(box)
        end = (
            min(max(at[0], box[0]), box[2]),
            min(max(at[1], box[1]), box[3]),
        )  # of the box, the nearest to it
        apart = max(abs(end[0] - at[0]), abs(end[1] - at[1]))
        return Name(middle, text, end if apart > _OFF[0] * 1.5 else None)

    def name(self, words: str, at: Point, bold: bool, room: float) -> Name | None:
        """The first free place around `at` for the name of a country `room` wide; None where there is none."""
        for dx, dy, off in [(0, 0, 0), *((*way, off) for off in _OFF for way in _AROUND)]:
            for letters in (_WIDE, _NARROW):
                text, wide, tall = _size(words, letters, bold)
                middle = at[0] + dx * (wide / 2 + off), at[1] + dy * (tall / 2 + off * 0.7)
                box = _box(middle, wide, tall)
                if (off or wide < _OVER * room) and self._free(box):
                    self.taken.append(box)
                    end = (middle[0] - dx * wide / 2, middle[1] - dy * tall / 2)
                    return Name(middle, text, end if off > _OFF[0] else None)
        return None

    def _free(self, box) -> bool:
        left, low, right, high = self.inside
        if box[0] < left or box[2] > right or box[1] < low or box[3] > high:
            return False
        return all(box[2] <= b[0] or b[2] <= box[0] or box[3] <= b[1] or b[3] <= box[1] for b in self.taken)


def _size(words, letters, bold) -> tuple[str, float, float]:
    """The words in lines, and how wide and tall they are."""
    lines = textwrap.wrap(words, letters, break_long_words=False)
    return (
        "\n".join(lines),
        max(width_of(line, SIZE["mark"], bold) for line in lines),
        _LINE * len(lines),
    )


def _box(middle, wide, tall) -> Box:
    return middle[0] - wide / 2, middle[1] - tall / 2, middle[0] + wide / 2, middle[1] + tall / 2
