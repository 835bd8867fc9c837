"""A document's passages: what is body and what is page furniture, every non-blank character in exactly one.

How a page is built is written down in `furniture.csv`; the rest is told by shape: a line with a
sentence's end or a sentence's length is prose, and a short line is a heading where prose follows it.
"""

import csv
import re
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

BODY = ("paragraph", "heading", "highlight", "caption")
HEAD = ("title", "byline", "dateline", "front matter", "index", "stamp", "label")
_JOINED = ("index", "stamp")  # of these and of furniture, neighbours of one kind are one passage

_LINE = re.compile(r"[^\n]+")
_FRONT_MATTER = re.compile(r"\s*---\n.*?\n---(?=\n|$)", re.DOTALL)
_ENDS = re.compile(r"[.!?…][”\"’')\]*“]*$")
_HIGHLIGHTS = re.compile(r"(?i)(key |news )?(highlights|points|takeaways|summary)$")
_BYLINE = re.compile(r"By [A-Z]")  # under a headline
_LONG = 120  # characters: no heading or menu entry is as long
_RESUMES = 3  # prose lines in a row that end a block of offers
_HEADLINE = 4  # words a headline has at least, and a byline at most


class Passage(NamedTuple):
    """`start` and `end` are code points in the file, end exclusive."""

    kind: str
    start: int
    end: int


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    kind: str  # empty where no rule knows the line
    prose: bool
    gap: bool  # a blank line stands before it


def _rules():
    path = Path(__file__).with_name("furniture.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["kind"], row["extent"], re.compile(row["pattern"])) for row in csv.DictReader(file)]


_RULES = _rules()


def split(text: str, start: int, end: int) -> list[Passage]:
    """The passages of `text[start:end]`, in order."""
    front = _FRONT_MATTER.match(text, start, end)
    head = [Passage("front matter", _first(text, start), front.end())] if front else []
    lines = _ruled(_lines(text, front.end() if front else start, end))
    kinds = _shaped(lines)
    passages = [Passage(k, line.start, line.end) for k, line in zip(kinds, lines, strict=True)]
    return head + _grouped(_mended(text, passages))


def _first(text, start):
    return next(i for i in range(start, len(text)) if not text[i].isspace())


def _lines(text, start, end):
    lines, last = [], start
    for found in _LINE.finditer(text, start, end):
        line = found[0].strip()
        if not line:
            continue
        a = found.end() - len(found[0].lstrip())
        b = a + len(line)
        prose = (len(line.split()) >= 3 and bool(_ENDS.search(line))) or b - a >= _LONG
        lines.append((a, b, line, prose, text.count("\n", last, a) > 1))
        last = b
    return lines


def _ruled(lines):
    """Lines with the kind that the table of furniture gives them, blocks and rests carried on."""
    known = [next(((k, e) for k, e, p in _RULES if p.search(line[2])), ("", "")) for line in lines]
    ruled, block, rest = [], "", ""
    for i, ((a, b, words, prose, gap), (kind, extent)) in enumerate(zip(lines, known, strict=True)):
        block = "" if gap else block
        coming = range(i, min(i + _RESUMES, len(lines)))
        if rest and len(coming) == _RESUMES and all(lines[j][3] and not known[j][0] for j in coming):
            rest = ""
        block = kind if extent == "block" else block
        rest = kind if extent == "rest" else rest
        ruled.append(_Line(a, b, words, block or (kind if extent != "rest" else "") or rest, prose, gap))
    return ruled


def _shaped(lines):
    """A kind for every line: the rule's, or what its shape and its neighbours say."""
    kinds = ["paragraph" if not n.kind and n.prose else n.kind for n in lines]
    seen = Counter(n.text for n in lines)
    first = kinds.index("paragraph") if "paragraph" in kinds else len(kinds)
    _shape_head(lines, kinds, first, seen)
    captions = set()
    for i in range(len(lines) - 1, -1, -1):
        if not kinds[i]:
            follows = kinds[i + 1] if i + 1 < len(kinds) else "footer"
            kinds[i] = "heading" if follows in ("paragraph", "heading", "highlight") else follows
            if kinds[i] in (*HEAD, "caption"):
                kinds[i] = "menu"
    for i, line in enumerate(lines):
        if kinds[i] == "paragraph" and line.text.endswith("?") and kinds[i + 1 : i + 2] == ["heading"]:
            kinds[i] = "heading"
        if kinds[i] == "caption" and line.text in captions:
            kinds[i] = "duplicate caption"
        captions.add(line.text)
    return kinds


def _shape_head(lines, kinds, first, seen):
    """Title, byline and highlights, which stand before the first paragraph."""
    open_lines = [i for i in range(first) if not kinds[i]]
    dated = max((i for i in range(first) if kinds[i] == "dateline"), default=None)
    signed = next((i for i in open_lines if i and _BYLINE.match(lines[i].text)), None)
    ends = dated if signed is None else signed
    before = [i for i in open_lines if ends is None or i < ends]
    titles = [i for i in before if len(lines[i].text.split()) >= _HEADLINE and seen[lines[i].text] == 1]
    title = titles[-1] if titles else None
    listing = False
    for i in open_lines:
        if i == title:
            kinds[i] = "title"
        elif i == signed:
            kinds[i] = "byline"
        elif (title is not None and i < title) or (title is None and dated is not None and i < dated):
            kinds[i] = "menu"
        elif _HIGHLIGHTS.match(lines[i].text):
            kinds[i], listing = "heading", True
        elif listing or len(lines[i].text.split()) > _HEADLINE:
            kinds[i] = "highlight"
        elif title is not None:
            kinds[i] = "byline"


def _mended(text, passages):
    """Paragraphs that a page break cut are joined; what it repeated in garbled form is set apart."""
    mended, last = [], (0, 0)  # the last line of what is joined: its end is looked at, and it does not grow
    for passage in passages:
        before = mended[-1] if mended else None
        if (
            passage.kind == "paragraph"
            and before
            and before.kind == "paragraph"
            and text[passage.start].islower()
        ):
            if not _ENDS.search(text[last[0] : last[1]]):
                mended[-1] = before._replace(end=passage.end)
                last = passage.start, passage.end
                continue
            if _repeats(text[before.start : before.end], text[passage.start : passage.end]):
                passage = passage._replace(kind="page break")
        mended.append(passage)
        last = passage.start, passage.end
    return mended


def _repeats(before, after, size=12):
    """Whether most of the first words of `after` are among the last of `before`."""
    opening = re.findall(r"\w+", after.lower())[:size]
    closing = Counter(re.findall(r"\w+", before.lower())[-2 * size :])
    return sum((Counter(opening) & closing).values()) > 0.6 * len(opening)


def _grouped(passages):
    """Neighbouring pieces of furniture of one kind become one passage."""
    grouped = []
    for kind, run in groupby(passages, key=lambda p: p.kind):
        run = list(run)
        whole = kind in (*BODY, *HEAD) and kind not in _JOINED
        grouped += run if whole else [Passage(kind, run[0].start, run[-1].end)]
    return grouped
