"""The map as a picture: outlines in degrees, diamonds on those that signed, the names that matter."""

from itertools import product

from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from . import shapes
from .style.measure import lines, width
from .style.page import Page
from .style.palette import BLUE, FAINT, INK, ORANGE, PAPER, SKY
from .style.sizes import PHONE, Size, points
from .style.words import Words

_LOOK = {  # face, whether it has thin lines
    "host": (BLUE, False), "came, named in the documents": (SKY, False), "came, by a reference list only": (SKY, True),
    "sources disagree": (ORANGE, True), "said to be absent": (ORANGE, False),
}  # fmt: skip
_SPAN = (-169, 191, -56, 79)  # degrees west, east, south, north
_SMALL = 14  # square degrees: what is smaller has a dot as well
AT_SEA = {"EUU": (-13, 47)}  # where the map has the Commission, which is no country
_OFF = 8  # pixels from a country's middle to its name


def draw(data, words: Words, size: Size) -> Figure:
    """Every country that came; on a phone the names of the host and of New Zealand alone."""
    west, east, south, north = _SPAN
    wide = size.width - 2 * size.margin
    once = data.assign(claim=data.groupby("mark")["claim"].transform(";".join)).drop_duplicates("mark")
    key = _key(once)
    rows = _rows(key, size, wide)
    head = (rows[-1][1] + 1) * 1.7 * size.small
    page = Page(size, words, head + wide * (north - south) * shapes.ASPECT / (east - west))
    tall = page.height - head
    across = min(page.width, tall * (east - west) / ((north - south) * shapes.ASPECT))
    left = (page.width - across) / 2
    axes = page.axes(
        left, head, left + across, head + across * (north - south) * shapes.ASPECT / (east - west)
    )
    axes.set(xlim=(west, east), ylim=(south, north))
    axes.axis("off")
    _draw_key(page, key, rows, size)
    came = {row.mark: row for row in once.itertuples()}
    for country in shapes.countries():
        if country.rings:
            _outline(axes, country, came.get(country.iso3), size)
    _dots(axes, came, size)
    _names(page, axes, came, size, (left, head, across))
    return page.figure


def _outline(axes, country, row, size):
    """Its rings as one path."""
    path = Path.make_compound_path(*(Path(ring, closed=True) for ring in country.rings))
    face, lined = _LOOK[row.came] if row else (FAINT, False)
    look = {"fc": face, "ec": PAPER, "lw": 0.5 * size.small / 12.5, "zorder": 1 + bool(row)}
    axes.add_artist(
        PathPatch(path, hatch="////" if lined else None, gid=f"mark {row.claim}" if row else None, **look)
    )


def _dots(axes, came, size):
    """A dot on what is too small to see, a square at sea for the Commission, a diamond on who signed."""
    places = {c.iso3: c for c in shapes.countries()}
    scale = size.small / 12.5 * (0.62 if size is PHONE else 1)
    for mark, row in came.items():
        country = places.get(mark)
        at = AT_SEA.get(mark) or (country.at if country else None)
        if at is None:
            continue
        gid = f"mark {row.claim}"
        if mark in AT_SEA or country.size < _SMALL:
            face, _ = _LOOK[row.came]
            axes.plot(
                *[[v] for v in at],
                "s" if mark in AT_SEA else "o",
                ms=points(8 * scale),
                mfc=face,
                mec=PAPER,
                mew=0.7,
                zorder=4,
                gid=gid,
            )
        if row.signed:
            face = INK if row.signed == "signed there" else PAPER
            axes.plot(
                *[[v] for v in at],
                "D",
                ms=points(6.5 * scale),
                mfc=face,
                mec=INK if face == PAPER else PAPER,
                mew=0.9,
                zorder=5,
                gid=gid,
            )


def _names(page, axes, came, size, frame):
    """Names of New Zealand, the host and those that signed or are in doubt, where there is room beside them."""
    left, head, across = frame
    west, east, _, north = _SPAN
    places = {c.iso3: c for c in shapes.countries()}
    matter = [m for m, r in came.items() if m == "NZL" or r.came == "host"]
    if size is not PHONE:
        matter += [
            m for m, r in came.items() if r.signed or r.came.startswith("sa") or r.came.startswith("sources")
        ]
    inch, spots = across / (east - west), {}
    for mark in came:
        if mark in places:
            x, y = places[mark].at
            spots[mark] = left + (x - west) * inch, head + (north - y) * inch * shapes.ASPECT
    taken = [
        (x - 6, y - 6, x + 6, y + 6)
        for m, (x, y) in spots.items()
        if came[m].signed or places[m].size < _SMALL
    ]
    for mark in dict.fromkeys(m for m in matter if m in spots):
        row, (x, y) = came[mark], spots[mark]
        inside = row.came == "host"
        bold = mark == "NZL" or inside
        for (dx, dy), wrap in product(
            [(0, 0)] if inside else [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)],
            (400, 90),
        ):
            said = lines(row.country, size.small, wrap * size.small / 12.5, bold)
            wide, tall = max(width(line, size.small, bold) for line in said), 1.2 * size.small * len(said)
            cx, cy = x + dx * (wide / 2 + _OFF), y + dy * (tall / 2 + _OFF)
            box = (cx - wide / 2 - 2, cy - tall / 2, cx + wide / 2 + 2, cy + tall / 2)
            free = all(box[2] <= a or c <= box[0] or box[3] <= b or d <= box[1] for a, b, c, d in taken)
            if free and box[0] >= 0 and box[2] <= page.width and box[1] >= head and box[3] <= page.height:
                break
        else:
            continue
        taken.append(box)
        for n, line in enumerate(said):
            page.put(
                cx, cy + (n - (len(said) - 1) / 2) * 1.2 * size.small, line, size.small, PAPER if inside else INK, bold=bold,
                ha="center", va="center_baseline",
                bbox={"fc": BLUE if inside else PAPER, "ec": "none", "pad": 0.8, "alpha": 1 if inside else 0.82},
            )  # fmt: skip


def _key(once) -> list[tuple[str, str]]:
    """(mark, words) of what the map shows, each with how many countries."""
    once = once[once["kind"] == "country"]
    entries = [(name, name) for name in _LOOK if (once["came"] == name).any()]
    found = [
        (mark, f"{words}: {(once['came'] == mark).sum()}" if mark != "host" else words)
        for mark, words in entries
    ]
    found += [(name, f"{name}: {(once['signed'] == name).sum()}") for name in ("signed there", "signed a day later")
              if (once["signed"] == name).any()]  # fmt: skip
    return found


def _rows(key, size, room) -> list[tuple[float, int]]:
    """Where each entry of the key begins: its pixels across, and its line."""
    x, line, found = 0.0, 0, []
    for _, words in key:
        wide = 2.2 * size.small + width(words, size.small) + 1.6 * size.small
        if x and x + wide > room:
            x, line = 0.0, line + 1
        found.append((x, line))
        x += wide
    return found


def _draw_key(page, key, rows, size):
    axes = page.axes(0, 0, page.width, page.height, zorder=-1)
    axes.set(xlim=(0, page.width), ylim=(page.height, 0))
    axes.axis("off")
    for (mark, words), (x, line) in zip(key, rows, strict=True):
        y = (line + 0.5) * 1.7 * size.small
        if mark in _LOOK:
            face, lined = _LOOK[mark]
            axes.bar(
                x + 0.8 * size.small,
                0.9 * size.small,
                1.6 * size.small,
                y - 0.45 * size.small,
                fc=face,
                ec=PAPER,
                lw=0.5,
                hatch="////" if lined else None,
            )
        else:
            face = INK if mark == "signed there" else PAPER
            axes.plot([x + 0.8 * size.small], [y], "D", ms=points(0.6 * size.small), mfc=face, mec=INK)
        page.put(x + 2.1 * size.small, y, words, size.small, va="center_baseline")
