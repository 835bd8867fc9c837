"""The timeline on a phone: the events that most documents report, from the first down."""

from matplotlib.figure import Figure

from .speakers import when
from .style.measure import lines
from .style.page import Page
from .style.palette import INK, MUTED, PAPER, RULE
from .style.sizes import Size, points

_MOST, _LEFT = 9, 26  # events; pixels left of their names


def draw(data, words, size: Size, lanes: dict[str, str], weeks) -> Figure:
    """A line down the left with a mark for each event, in the colour of its lane; y counts the lines of words."""
    rows = data.assign(claim=data.groupby("mark")["claim"].transform(";".join))
    rows = rows[rows["rank"].between(1, _MOST)].drop_duplicates("mark")
    said = [
        lines(row.name, size.text, size.width - 2 * size.margin - _LEFT, True) for row in rows.itertuples()
    ]
    left = data["event"].nunique() - len(rows)
    step = 1.32 * size.text
    tall = (sum(len(name) + 1.55 for name in said) + len(lanes) + 1.2) * step
    page = Page(size, words.less(left), tall)
    axes = page.axes(0, 0, _LEFT, page.height)
    y = 0.2
    for name, colour in lanes.items():
        axes.plot([0.32], [y + 0.5], "o", ms=points(9), mfc=colour, mec=colour, clip_on=False)
        page.put(_LEFT, (y + 0.5) * step, name, size.small, colour, bold=True, va="center_baseline")
        y += 1
    y += 0.7
    axes.plot([0.32, 0.32], [y, tall / step - 1], color=RULE, lw=1.5, zorder=0)
    for row, name in zip(rows.itertuples(), said, strict=True):
        colour = lanes[row.lane]
        face = colour if row.documents > 1 else PAPER
        axes.plot(
            [0.32],
            [y + 0.5],
            "o",
            ms=points(10),
            mfc=face,
            mec=colour,
            mew=1.3,
            gid=f"mark {row.claim}",
            clip_on=False,
        )
        until = row.date.startswith("../")
        day = f"until {when(row.date[3:])}" if until else when(row.date)
        page.put(_LEFT, (y + 0.5) * step, day, size.small, MUTED, va="center_baseline")
        for n, line in enumerate(name):
            page.put(_LEFT, (y + 1.5 + n) * step, line, size.text, INK, bold=True, va="center_baseline")
        y += len(name) + 1.55
    axes.set(xlim=(0, 1), ylim=(tall / step, 0))
    axes.axis("off")
    return page.figure
