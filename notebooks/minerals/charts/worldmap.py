"""A world map on plain axes: Natural Earth's outlines in the Equal Earth projection, asking no host for anything."""

import math
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ..claims import reference
from ..tables import ROOT

MIDDLE = 11  # degrees east: the map is cut at 169° west, between Russia and Alaska, where no land is
_A = (1.340264, -0.081106, 0.000893, 0.003796)  # Equal Earth's polynomial (Šavrič, Patterson and Jenny, 2018)
Point = tuple[float, float]


class Country(NamedTuple):
    """A country's outlines, the largest first, and its middle, projected. Without outlines it is a point."""

    iso3: str
    name: str
    rings: list[list[Point]]
    at: Point


@dataclass(frozen=True)
class Frame:
    """A window onto the projected earth: `low` and `high` corners, drawn from `left`, `bottom` at `scale` inches a unit."""

    low: Point
    high: Point
    left: float
    bottom: float
    scale: float

    def place(self, point: Point) -> Point:
        """Inches of a projected point, to a tenth of a pixel."""
        x, y = (
            start + (p - low) * self.scale
            for start, p, low in zip((self.left, self.bottom), point, self.low, strict=True)
        )
        return round(x, 3), round(y, 3)

    def holds(self, point: Point) -> bool:
        return all(a <= p <= b for a, p, b in zip(self.low, point, self.high, strict=True))

    def rings(self, country: Country) -> list[list[Point]]:
        """What of the country's outlines the window shows, in inches."""
        shown = (clipped(ring, self.low, self.high) for ring in country.rings)
        return [[self.place(point) for point in ring] for ring in shown if len(ring) > 2]

    @property
    def corners(self) -> list[Point]:
        (x0, y0), (x1, y1) = self.place(self.low), self.place(self.high)
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def window(
    west: float, south: float, east: float, north: float, left: float, top: float, width: float
) -> Frame:
    """A frame `width` inches wide whose upper left corner is at `left`, `top`, around these degrees."""
    edges = [projected(x, y) for y in (south, min(max(0, south), north), north) for x in (west, east)]
    low, high = ((pick(x for x, _ in edges), pick(y for _, y in edges)) for pick in (min, max))
    scale = width / (high[0] - low[0])
    return Frame(low, high, left, top - (high[1] - low[1]) * scale, scale)


def projected(longitude: float, latitude: float) -> Point:
    """Equal Earth's x and y of a place in degrees, around the map's middle."""
    a = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    slope = 9 * _A[3] * a**8 + 7 * _A[2] * a**6 + 3 * _A[1] * a**2 + _A[0]
    x = 2 * math.sqrt(3) * math.radians(longitude - MIDDLE) * math.cos(a) / (3 * slope)
    return x, _A[3] * a**9 + _A[2] * a**7 + _A[1] * a**3 + _A[0] * a


@cache
def countries() -> tuple[Country, ...]:
    """Every country of `data/reference/country_shapes.csv`."""
    return tuple(map(_country, reference.rows(ROOT / "data" / "reference", "country_shapes")))


def _country(row) -> Country:
    numbers = (list(map(float, part.split())) for part in row["path"].split("M")[1:])
    rings = [[projected(*p) for p in zip(ring[:-2:2], ring[1:-2:2], strict=True)] for ring in numbers]  # open
    if row["kind"] == "point":
        return Country(row["iso3"], row["name"], [], projected(*map(float, row["path"][1:].split())))
    return Country(row["iso3"], row["name"], rings, centre(rings[0]))


def centre(ring: list[Point]) -> Point:
    """The centroid of a closed ring."""
    doubled = x = y = 0.0
    for (x0, y0), (x1, y1), cross in _crosses(ring):
        doubled, x, y = doubled + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return x / (3 * doubled), y / (3 * doubled)


def area(ring: list[Point]) -> float:
    return abs(sum(cross for *_, cross in _crosses(ring))) / 2


def width(ring: list[Point]) -> float:
    xs = [x for x, _ in ring]
    return max(xs, default=0) - min(xs, default=0)


def _crosses(ring):
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        yield (x0, y0), (x1, y1), x0 * y1 - x1 * y0


def clipped(ring: list[Point], low: Point, high: Point) -> list[Point]:
    """The part of a ring inside a box, one edge after the other (Sutherland and Hodgman)."""
    for axis, edge, inside in ((0, low[0], 1), (0, high[0], -1), (1, low[1], 1), (1, high[1], -1)):
        kept = []
        for a, b in zip(ring[-1:] + ring[:-1], ring, strict=True):
            within = [(p[axis] - edge) * inside >= 0 for p in (a, b)]
            if within[0] != within[1]:
                share = (edge - a[axis]) / (b[axis] - a[axis])
                kept.append(tuple(p + share * (q - p) for p, q in zip(a, b, strict=True)))
            if within[1]:
                kept.append(b)
        ring = kept
        if not ring:
            return []
    return ring
