"""The timeline on a page or a slide: panels of date axes that share their lanes."""

from typing import NamedTuple

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .style.measure import lines, width
from .style.page import Page
from .style.palette import INK, PAPER, RULE
from .style.sizes import INCH, Size, points

_NAMED = {"page": 14, "slide": 11}  # events that are named, at most
_SHARES = {"before": 0.27, "weeks": 0.57, "ahead": 0.16}
_HEAPS = {"page": 14, "slide": 3}  # lines of other marks in a lane, at most
_GAP, _TALLEST = 10, 890  # pixels between panels, and of a page
_HEAD = 2.6  # of the small letters' size: the dates above the lanes
DAY = pd.Timedelta(days=1)


class Panel(NamedTuple):
    """Days from `first` to before `last`, between the pixels `left` and `right`."""

    name: str
    first: pd.Timestamp
    last: pd.Timestamp
    left: float
    right: float

    def x(self, day: pd.Timestamp) -> float:
        share = (day - self.first) / (self.last - self.first)
        return self.left + (self.right - self.left) * min(max(share, 0), 1)


class Placed(NamedTuple):
    """A mark with its row of the data, its pixels across, its y below its lane's top, and the lines of its name."""

    row: tuple
    panel: Panel
    x0: float
    x1: float
    y: float
    name: list[str]
    left: bool


def panels(data: pd.DataFrame, weeks, room: float) -> list[Panel]:
    """The panels that the rows need, next to one another over `room` pixels."""
    starts, ends = pd.to_datetime(data["from"]), pd.to_datetime(data["to"])
    first, last = weeks
    spans = {}
    if pd.isna(first):
        first = last - 7 * DAY
    if (starts < first).any():
        spans["before"] = (starts.min().replace(month=1, day=1), first)
    spans["weeks"] = (first - DAY, last)
    if (ends >= last).any():
        spans["ahead"] = (last, ends.max() + 12 * DAY)
    whole, at, found = sum(_SHARES[name] for name in spans), 0.0, []
    for name, (start, stop) in spans.items():
        wide = _SHARES[name] / whole * (room + _GAP)
        found.append(Panel(name, start, stop, at, at + wide - _GAP))
        at += wide
    return found


def draw(data, words, size: Size, lanes: dict[str, str], weeks) -> Figure:
    """As many of the events named as there is room for, those that most documents report first."""
    page = Page(size, words, 0)
    parts = panels(data, weeks, page.width)
    room = page.height if size.height else _TALLEST - page.figure.get_figheight() * INCH
    lots, tall = _lots(data, parts, size, list(lanes), most := _NAMED[size.name])
    while tall > room and most:
        lots, tall = _lots(data, parts, size, list(lanes), most := most - 1)
    left = data["mark"].nunique() - sum(len(placed) for placed, _ in lots.values())
    page = Page(size, words.less(left), tall)
    axes = [_axes(page, part, size) for part in parts]
    head, extra = _HEAD * size.small, max(0, page.height - tall) / len(lots)
    y = head
    for lane, (placed, height) in lots.items():
        page.put(0, y + 0.3 * size.text, lane, size.text, lanes[lane], bold=True, va="top")
        for ax in axes:
            ax.axhline(y, color=RULE, lw=1, zorder=0)
        for mark in placed:
            _mark(page, axes, parts, mark, y, lanes[lane], size)
        y += height + extra
    for ax in axes:
        ax.set_ylim(page.height, head)
    return page.figure


def _lots(data, parts, size, lanes, most):
    """Lane -> its marks in their places and its height; and the height of all."""
    once = data.assign(claim=data.groupby("mark")["claim"].transform(";".join)).drop_duplicates("mark")
    lots = {}
    for lane in lanes:
        here = once[once["lane"] == lane]
        if len(here):
            named = here[here["rank"].between(1, most)]
            top, step = 0.45 * size.text, 2.5 * size.small
            marks, rows = _names(named, parts, size, top, step, width(f"{lane} ", size.text, True))
            quiet, deep = _quiet(here.drop(named.index), parts, top + rows * step + 0.5 * size.small, size)
            lots[lane] = marks + quiet, top + rows * step + deep + 0.9 * size.text
    return lots, sum(height for _, height in lots.values()) + _HEAD * size.small


def _where(row, parts) -> tuple[Panel, float, float]:
    start, stop = pd.Timestamp(row.start_day), pd.Timestamp(row.end_day)
    panel = next((p for p in parts if start < p.last), parts[-1])
    x0 = panel.x(start + DAY / 2 if row.precision == "day" else start)
    x1 = x0 if row.precision == "day" else max(panel.x(stop + DAY), x0 + 8)
    return panel, x0, x1


def _names(rows, parts, size, top, step, head) -> tuple[list[Placed], int]:
    """Named marks, each in the first line of its lane where its name fits to the right or the left of it; the lane's
    own name takes `head` pixels of the first line."""
    found, taken = [], [[(0, head)]]
    for row in _tuples(rows):
        panel, x0, x1 = _where(row, parts)
        bold = bool(row.documents > 1)
        sides = {}
        for left in (False, True):
            room = (x0 - panel.left if left else panel.right - x1) - 14
            said = lines(row.name, size.small, max(room, 40), bold, most=2)
            wide = max(width(line, size.small, bold) for line in said)
            sides[left] = said[-1].endswith("…") or wide > room, left, said, wide
        _, left, said, wide = min(sides.values(), key=lambda side: side[:2])
        ends = (x0 - wide - 14, x1 + 8) if left else (x0 - 8, x1 + wide + 14)
        n = next(
            (n for n, line in enumerate(taken) if all(ends[1] < a or b < ends[0] for a, b in line)),
            len(taken),
        )
        if n == len(taken):
            taken.append([])
        taken[n].append(ends)
        found.append(Placed(row, panel, x0, x1, top + (n + 0.5) * step, said, left))
    return found, len(taken)


def _quiet(rows, parts, top, size) -> tuple[list[Placed], float]:
    """The other marks, small, those of one day in a heap, in as many lines as a size has room for."""
    found, taken, step = [], [], 0.72 * size.small
    half = 0.36 * size.small
    for row in _tuples(rows):
        panel, x0, x1 = _where(row, parts)
        shifts = (0, 2 * half, -2 * half) if x0 == x1 else (0,)
        n, shift = next(
            (n, shift) for n in range(len(taken) + 1) for shift in shifts
            if n == len(taken) or all(x1 + shift + half <= a or b <= x0 + shift - half for a, b in taken[n])
        )  # fmt: skip
        if n == _HEAPS[size.name]:
            continue
        if n == len(taken):
            taken.append([])
        taken[n].append((x0 + shift - half, x1 + shift + half))
        found.append(Placed(row, panel, x0 + shift, x1 + shift, top + n * step, [], False))
    return found, len(taken) * step


def _tuples(rows):
    return rows.rename(columns={"from": "start_day", "to": "end_day"}).itertuples(index=False)


def _axes(page, part: Panel, size) -> Axes:
    """A panel's date axis, its ticks above."""
    axes = page.axes(part.left, _HEAD * size.small, part.right, page.height, label=part.name)
    axes.set_xlim(part.first, part.last)
    wide = part.right - part.left
    if part.name == "weeks":
        axes.xaxis.set_major_locator(mdates.WeekdayLocator(mdates.MO))
        form = "%-d %b"
    else:
        many = (part.last - part.first).days / (365.25 if part.name == "before" else 30.4)
        every = max(1, round(many * 4.2 * size.small / wide))
        axes.xaxis.set_major_locator(
            mdates.YearLocator(every) if part.name == "before" else mdates.MonthLocator(interval=every)
        )
        form = "%Y" if part.name == "before" else "%b"
    axes.xaxis.set_major_formatter(mdates.DateFormatter(form))
    axes.xaxis.tick_top()
    axes.tick_params(length=0, labelsize=points(size.small), pad=points(0.3 * size.small))
    for label in axes.get_xticklabels():
        label.set_ha("left")
    axes.set_yticks([])
    axes.spines[:].set_visible(False)
    axes.grid(axis="x")
    said = {"before": "by year", "weeks": f"by day, {part.last.year}", "ahead": "ahead"}[part.name]
    page.put(part.left, 0, said, size.small, INK, va="top", style="italic")
    return axes


def _mark(page, axes, parts, mark: Placed, top, colour, size):
    """A dot for a day, a bar for what is vaguer, over every panel that it reaches; filled where several report it."""
    row, y = mark.row, top + mark.y
    face, big = (colour if row.documents > 1 else PAPER), 1.6 if mark.name else 1.0
    scale = size.small / 12.5
    for ax, part in zip(axes, parts, strict=True):
        if row.precision == "day" and part is mark.panel:
            at = part.first + (part.last - part.first) * ((mark.x0 - part.left) / (part.right - part.left))
            ax.plot(
                [at], [y], "o", ms=points(6.4 * big**0.8 * scale), mfc=face, mec=colour, mew=1.1, zorder=3,
                gid=f"mark {row.claim}",
            )  # fmt: skip
        elif (
            row.precision != "day"
            and part.x(pd.Timestamp(row.end_day) + DAY) > part.left
            and (pd.Timestamp(row.start_day) < part.last)
        ):
            start = max(pd.Timestamp(row.start_day), part.first)
            stop = min(
                max(
                    pd.Timestamp(row.end_day) + DAY,
                    start + 8 * (part.last - part.first) / (part.right - part.left),
                ),
                part.last,
            )
            high = 4.6 * big * scale
            ax.barh(
                y, stop - start, left=start, height=high, fc=face, ec=colour, lw=1.1, zorder=3, gid=f"mark {row.claim}",
            )  # fmt: skip
    for n, line in enumerate(mark.name):
        x = mark.x0 - 9 * scale if mark.left else mark.x1 + 9 * scale
        at = y + (n - (len(mark.name) - 1) / 2) * 1.22 * size.small
        page.put(
            x, at, line, size.small, INK, bold=row.documents > 1, va="center_baseline",
            ha="right" if mark.left else "left", bbox={"fc": PAPER, "ec": "none", "pad": 0.3},
        )  # fmt: skip
