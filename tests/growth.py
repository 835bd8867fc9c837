"""How work grows with its text: counted in lines of Python for the tests, and timed by `make bench`.

The steps that a pattern takes inside one call are not seen by the count: only the clock sees those.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "notebooks"))

from minerals.corpus import passages
from minerals.finders.quantities.finder import find

GROWING = [  # a text as long as it is asked to be, in which something goes on and on
    lambda n: "a" + " " * n + "b",
    lambda n: " " * n,
    lambda n: "\t \n" * (n // 3),
    lambda n: ("so it went on and on " * 6 + "\n") * (n // 127),
    lambda n: ("so it went on and on " * 6 + ".\n") * (n // 128),
    lambda n: "Short line\n" * (n // 11),
    lambda n: "." * n,
]

REPEATED = """1|$|$1|1,|1,11|1.|1 111 |one hundred |half a |two and a |hundred |twenty-|five |5 new |5-|5 to |$5-|
between 5 and |5, |“|‘“|5% |one in |5 million |US$|Rs |at least |5 a.|third |half |5 of the 5 |1/|\\$|-5|5m|1½|
5 and |more than |a third |5 MW/|five (5) |5 (|5 12-inch |20 5, 6 and |Units 1 and |10 Ab |5 “a” |In Ab |ten of |5 to 6 to |A|5 a-a-a-a |from 5 to |one million and |(((5|5 x' |٣|１"""
HOSTILE = REPEATED.replace("\n", "").split("|")
MOST = 24  # times as long for eight times the text: 8 is linear, 64 the square


def steps(work: Callable[[], object]) -> int:
    """The lines of Python that `work` runs: the same on any machine, however busy."""
    count, before = 0, sys.gettrace()

    def line(frame, event, _):
        nonlocal count
        count += event == "line"
        return line

    sys.settrace(line)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def seconds(work: Callable[[str], object], text: str) -> float:
    """CPU time of `work` on `text`, the least of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work(text)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Say which texts take much more than eight times as long at eight times the length; the exit is 1 if any does."""
    cases = [
        (f"passages, {make(20)!r}", lambda text: passages.split(text, 0, len(text)), make) for make in GROWING
    ]
    cases += [(f"quantities, {p!r}", find, lambda n, p=p: (p * (n // len(p) + 1))[:n]) for p in HOSTILE]
    worst, slow = 0, 0
    for name, work, make in cases:
        short, long = (seconds(work, f"It rose.\n\n{make(n)}") for n in (10_000, 80_000))
        ratio = long / max(short, 0.005)
        worst, slow = max(worst, ratio), slow + (ratio > MOST)
        if ratio > MOST:
            print(f"{name}: {ratio:.0f} times as long at eight times the length")
    print(f"{len(cases)} texts grown eight times: at most {worst:.0f} times as long (aim: {MOST} or less)")
    sys.exit(bool(slow))


if __name__ == "__main__":
    main()
