"""Progress of long work, on standard error: what is done, how far it is, and how long it will still take.

On a terminal one line is written over; elsewhere each step is a plain line. Only the commands show it (`shown`): in a
notebook it would be part of the output.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
shown = False


class Progress:
    """Steps of one piece of work called `name`; `total` is how many there are, or None where nobody knows."""

    def __init__(self, name: str, total: int | None = None, clock=time.monotonic):
        self.name, self.total, self.done = name, total, 0
        self._clock, self._start, self._width = clock, clock(), 0

    def step(self, what: str) -> None:
        """Say that `what` is done."""
        self.done += 1
        self.say(what)

    def say(self, what: str) -> None:
        """Say how far it is, and `what` is being done or was."""
        self._show(f"{self.name}: {self._counted()} {what}{self._left()}")

    def end(self) -> None:
        """Leave the terminal's line."""
        if self._width:
            print(file=sys.stderr)

    def _counted(self) -> str:
        return f"{self.done:,} of {self.total:,}" if self.total else f"{self.done:,}"

    def _left(self) -> str:
        if not self.total or self.done >= self.total:
            return ""
        seconds = (self._clock() - self._start) / self.done * (self.total - self.done)
        return f"; about {_time(seconds)} left"

    def _show(self, line: str) -> None:
        if not shown:
            return
        if not sys.stderr.isatty():
            print(line, file=sys.stderr, flush=True)
            return
        print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)
        self._width = len(line)


def over(items: Iterable[T], name: str, every: int) -> Iterator[T]:
    """The items, one by one, with a line after every so many."""
    progress = Progress(name)
    for item in items:
        yield item
        progress.done += 1
        if progress.done % every == 0:
            progress.say("done")
    progress.end()


def _time(seconds: float) -> str:
    """A length of time as people say it.

    >>> _time(3.4), _time(61), _time(600)
    ('3 s', '1 min', '10 min')
    """
    return f"{seconds / 60:.0f} min" if seconds >= 60 else f"{max(seconds, 1):.0f} s"
