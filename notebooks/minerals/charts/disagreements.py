"""Where the documents differ: a line a topic, a mark for the side that each document takes, and what each side says."""

import re
from itertools import groupby

import pandas as pd

from ..claims.disagreements import AGAINST
from . import cited
from .chart import BLUE, INK, MUTED, ORANGE, PAPER, RULE, WIDTH, Chart, hover
from .plate import Mark, Piece, Plate, lead, lines_of, wide
from .stretches import written

GROUPS = {
    "08_disagreements": (
        "unjudged",
        "conflict",
        "speaker and reporter differ",
        "left open",
        "different calendars",
    ),
    "08_disagreements_wording": ("differs in scope", "worded differently"),
}
# of a topic's sides, in the order in which they were first told
_SYMBOLS = (
    ("o", 7), ("D", 6), ("^", 7.5), ("s", 6.5), ("P", 7.5), ("v", 7.5), ("*", 9), ("<", 7.5), (">", 7.5),
)  # fmt: skip
_GLYPHS, _HOLLOW = "●◆▲■✚▼★◀▶", "○◇△□✛▽☆◁▷"
_APART = ("   ", INK, False)
# inches: the topics, a document's column, then what the sides say; marks of one document apart
_TOPIC, _COLUMN, _INDENT, _BESIDE = 2.7, 0.46, 0.08, 0.13
_ABREAST = 3  # marks of one document on a line, where there is a second line for more
_HEAD, _PAD, _SECTION = 0.32, 0.07, 0.34  # inches: the documents' names, between lines, a verdict's heading
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")


def sides(disagreements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """A row for each side that a document takes, with `alone`: it takes no side with another, while others agree.

    `reading` is the document's shortest, its own words before what the code makes of them.
    """
    rows = disagreements.merge(documents[["document", "short", "published"]], on="document")
    by = ["disagreement", "side", "document"]
    own = [r.reading in r.quote for r in rows.itertuples()]
    rows = rows.assign(own=own, length=rows["reading"].str.len())
    rows = rows.sort_values(
        [*by, "own", "length", "start"], ascending=[True] * 3 + [False, True, True], kind="stable"
    )
    rows = rows.drop_duplicates(by)
    rows["backing"] = rows.groupby(["disagreement", "side"])["document"].transform("nunique")
    most = rows.groupby("disagreement")["backing"].transform("max")
    shares = rows.groupby(["disagreement", "document"])["backing"].transform("max") > 1
    rows["alone"] = (most > 1) & ~shares
    rows["topics"] = rows.groupby("verdict")["disagreement"].transform("nunique")
    place = {name: i for i, name in enumerate(disagreements["disagreement"].drop_duplicates())}
    rows["place"] = rows["disagreement"].map(place)
    return rows.sort_values(["place", "side", "published", "document"], kind="stable", ignore_index=True)


def chart(disagreements: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """Topics on which they contradict one another, leave it open, or count by two calendars."""
    return _chart(disagreements, documents, "08_disagreements")


def wording(disagreements: pd.DataFrame, documents: pd.DataFrame) -> Chart:
    """Topics that they tell in other words, or of which they tell more or less."""
    return _chart(disagreements, documents, "08_disagreements_wording")


def _chart(disagreements, documents, name) -> Chart:
    """The topics that are judged as `GROUPS[name]` says."""
    rows = sides(disagreements, documents)
    rows = rows[rows["verdict"].isin(GROUPS[name])].reset_index(drop=True)
    columns = documents[documents["document"].isin(disagreements["document"])]
    columns = columns.sort_values(["published", "document"], kind="stable", ignore_index=True)
    return Chart(
        name=name,
        title=_title(rows, name),
        subtitle="A line is a topic, a mark the side that a document takes; on the right, what each side says. "
        "Hollow and orange: of a document that shares no side, while others agree (blue). Black: one document’s side",
        source=cited.line(columns),
        alt=_alt(rows),
        table=rows.assign(
            topics_shown=rows["disagreement"].nunique(), alone_on=rows["short"].map(_alone(rows))
        ),
        plate=lambda: _page(rows, columns, GROUPS[name]),
    )


def _alone(rows) -> pd.Series:
    """Document -> on how many topics it stands alone."""
    alone = rows[rows["alone"]].groupby("short")["disagreement"].nunique()
    return alone.sort_values(ascending=False, kind="stable")


def _title(rows, name) -> str:
    on = rows.groupby("verdict")["disagreement"].nunique()
    if name == "08_disagreements_wording":
        return f"On {on.sum()} topics the documents use other words, or say more or less"
    said = f"On {on.get('conflict', 0)} topics the documents contradict one another or themselves"
    left = on.get("left open", 0)
    return f"{said}; on {left} their words leave it open" if left else said


def _alt(rows) -> str:
    alone = ", ".join(f"{short} on {n}" for short, n in _alone(rows).items())
    verdicts = rows.drop_duplicates("disagreement")["verdict"].value_counts()
    judged = ", ".join(f"{n} {verdict}" for verdict, n in verdicts.items())
    conflicts = "; ".join(rows.loc[rows["verdict"] == "conflict", "topic"].unique())
    listed = f"They contradict one another or themselves on: {conflicts}. " if conflicts else ""
    first = rows[rows["disagreement"] == rows["disagreement"].iloc[0]]
    said = "; ".join(f"{r.short} says {r.reading}" for r in first.itertuples())
    return (
        f"A table of topics by documents, a mark for each side taken. Topics by verdict: {judged}. "
        f"{listed}Alone against others that agree: {alone or 'nobody'}. "
        f"The first topic is {first['topic'].iloc[0]}: {said}."
    )


def _page(rows, columns, verdicts) -> Plate:
    """Sections from the top down, each line as tall as what its sides say."""
    topics = groupby(rows.itertuples(), key=lambda r: r.disagreement)
    said = {name: _said(own, len(columns)) for name, own in topics}
    told = [v for v in verdicts if v in set(rows["verdict"])]
    tall = sum(len(lines) * lead("mark") + _PAD for lines in said.values())
    names = max((len(short.split()) for short in columns["short"]), default=0)
    above = max(0, names - 2) * lead("mark")  # over the two lines that the head has room for
    page = Plate(WIDTH, _HEAD + tall + _SECTION * len(told) + _PAD + above)
    top = page.height - above - _HEAD
    x = {r.document: _TOPIC + (i + 0.5) * _COLUMN for i, r in columns.iterrows()}
    for r in columns.itertuples():
        for i, word in enumerate(reversed(r.short.split())):
            at = x[r.document], top + (i + 0.6) * lead("mark")
            page.words(at, word, colour=MUTED, side="center")
    y = top
    for verdict in told:
        here = rows[rows["verdict"] == verdict]
        head = f"{verdict[0].upper()}{verdict[1:]} ({here['topics'].iloc[0]})"
        page.words((0, y - 0.62 * _SECTION), head, "label", INK, bold=True)
        y -= _SECTION
        page.line((0, y + 0.03), (WIDTH, y + 0.03), INK, 0.8)
        for name, own in groupby(here.itertuples(), key=lambda r: r.disagreement):
            y = _topic(page, list(own), x, said[name], y)
    return page


def _topic(page, own, x, said, y) -> float:
    """One topic's line, from its rows; where it ends."""
    middle = y - 0.5 * lead("mark") - 0.5 * _PAD
    page.words((0, middle), own[0].topic)
    for document in dict.fromkeys(r.document for r in own):
        taken = [r for r in own if r.document == document]
        abreast = len(taken) if len(taken) <= _ABREAST or len(said) == 1 else -(-len(taken) // 2)
        for i, r in enumerate(taken):
            line, i = divmod(i, abreast)
            beside = min(abreast, len(taken) - line * abreast)
            at = x[document] + (i - (beside - 1) / 2) * min(_BESIDE, _COLUMN / beside)
            words = hover(f"{r.topic}: {_plain(r)}", r.quote, r.short, written(r.published))
            symbol, size = _SYMBOLS[r.side - 1]
            mark = Mark(symbol, size, _colour(r))
            if r.alone:
                mark = Mark(symbol, size - 1.2, PAPER, ORANGE, 1.2)
            page.mark((at, middle - line * lead("mark")), mark, words)
    for n, line in enumerate(said):
        page.pieces((_TOPIC + len(x) * _COLUMN + _INDENT, middle - n * lead("mark")), line)
    end = y - len(said) * lead("mark") - _PAD
    page.line((0, end), (WIDTH, end), RULE, 0.5)
    return end


def _colour(row) -> str:
    return ORANGE if row.alone else BLUE if row.backing > 1 else INK


def _said(own, columns: int) -> list[list[Piece]]:
    """What each side of a topic says, in lines of coloured pieces: a side begins a line where it does not fit."""
    room = WIDTH - _TOPIC - columns * _COLUMN - _INDENT
    lines, sides = [[]], {}
    for r in sorted(own, key=lambda r: r.side):
        sides.setdefault(r.side, []).append(r)
    for side, (r, *others) in sides.items():
        glyph = (_HOLLOW if r.alone else _GLYPHS)[side - 1]
        for i, words in enumerate(lines_of(f"{glyph} {_label([r, *others])}", "mark", room)):
            piece = (words, _colour(r), False)
            if lines[-1] and (i or wide([*lines[-1], _APART, piece]) > room):
                lines.append([])
            lines[-1] += [_APART, piece] if lines[-1] else [piece]
    return lines


def _label(told) -> str:
    """What one side says, in the words of each document; of a speaker whom it quotes, with the name."""
    by = [f"{r.said_by}: " if r.verdict == AGAINST and r.said_by else "" for r in told]
    words = {}
    for name, r in zip(by, told, strict=True):
        words.setdefault((name + _plain(r)).casefold(), name + _plain(r))
    return " / ".join(words.values())


def _plain(row) -> str:
    """A reading as people write it: days in words, a term without its hyphens."""
    if re.fullmatch(r"[a-z]+(-[a-z]+)+", row.reading) and not row.own:
        return row.reading.replace("-", " ")
    return _DAYS.sub(lambda days: _days(*map(written, days[0].split("/"))), row.reading)


def _days(first: str, last: str = "") -> str:
    """A day, or from one day to another, the month named once where it is the same."""
    if not last:
        return first
    day, month = first.split(" ", 1)
    return f"{day if last.endswith(month) else first}–{last}"
