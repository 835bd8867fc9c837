"""A time axis of several stretches, each with its own scale, for days that crowd and years that do not."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..finders import edtf

DAY = datetime.timedelta(days=1)


class Axis:
    """The years before, the weeks in question, and what lies ahead, side by side on `width` inches.

    `stretches` are (first day, day after the last, left, right), in inches.
    """

    def __init__(self, days: list[datetime.date], shares: tuple[float, ...], width: float, gap: float):
        self.stretches, at = [], 0.0
        for (start, stop), share in zip(pairwise(days), shares, strict=True):
            self.stretches.append((start, stop, at, at + share * width - gap))
            at += share * width

    def at(self, day: datetime.date) -> float:
        """Where `day` begins."""
        start, stop, left, right = next((s for s in self.stretches if day < s[1]), self.stretches[-1])
        return left + (right - left) * (day - start).days / (stop - start).days

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Place and label of each year, then of each Monday, then of each month."""
        years, weeks, ahead = self.stretches
        for year in range(years[0].year, years[1].year):
            yield self.at(datetime.date(year, 1, 1)), str(year)
        for days in range((weeks[1] - weeks[0]).days):
            if (day := weeks[0] + days * DAY).weekday() == 0:
                yield self.at(day), f"{day.day} {day:%b}"
        for days in range((ahead[1] - ahead[0]).days):
            if (day := ahead[0] + days * DAY).day == 1:
                yield self.at(day), f"{day:%b}"


def latest(published: Iterable[str]) -> datetime.date:
    """The latest day of EDTF dates of publication; of a month or a year its first day, as no later one is sure."""
    return max(first for first, _ in map(edtf.bounds, published) if first)


def written(day: str) -> str:
    """An EDTF date as people write it, if it is a day, a month or a year.

    >>> written("2026-02-04"), written("2026-02")
    ('4 February 2026', 'February 2026')
    """
    parts = [int(part) for part in day.split("-")]
    date = datetime.date(*parts, *(1,) * (3 - len(parts)))
    return f"{date.day} {date:%B %Y}" if len(parts) == 3 else f"{date:%B %Y}" if len(parts) == 2 else day
