"""The countries' outlines in degrees, as Natural Earth draws them: they settle nothing."""

from functools import cache
from typing import NamedTuple

from ..claims import reference
from ..tables import ROOT

ASPECT = 1.2  # how much longer a degree of latitude is drawn than one of longitude
Point = tuple[float, float]


class Country(NamedTuple):
    """Longitudes and latitudes: closed rings, the largest first, and the middle. Without rings it is a point."""

    iso3: str
    name: str
    rings: list[list[Point]]
    at: Point

    @property
    def size(self) -> float:
        """Square degrees of the largest ring."""
        return area(self.rings[0]) if self.rings else 0.0


@cache
def countries() -> tuple[Country, ...]:
    """Every country of `data/reference/country_shapes.csv`."""
    return tuple(map(_country, reference.rows(ROOT / "data" / "reference", "country_shapes")))


def _country(row) -> Country:
    numbers = [list(map(float, part.split())) for part in row["path"].split("M")[1:]]
    rings = [list(zip(ring[::2], ring[1::2], strict=True)) for ring in numbers]
    if row["kind"] == "point":
        return Country(row["iso3"], row["name"], [], rings[0][0])
    return Country(row["iso3"], row["name"], rings, centre(rings[0]))


def centre(ring: list[Point]) -> Point:
    """The centroid of a closed ring."""
    doubled = x = y = 0.0
    for (x0, y0), (x1, y1), cross in _crosses(ring):
        doubled, x, y = doubled + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return x / (3 * doubled), y / (3 * doubled)


def area(ring: list[Point]) -> float:
    """Square degrees."""
    return abs(sum(cross for *_, cross in _crosses(ring))) / 2


def _crosses(ring):
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        yield (x0, y0), (x1, y1), x0 * y1 - x1 * y0
