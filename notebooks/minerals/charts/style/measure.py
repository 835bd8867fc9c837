"""How wide words are in the charts' font, without drawing them, and lines that fit."""

import re
from functools import cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

FONT = "DejaVu Sans"
_UNBROKEN = re.compile(
    r"(?<=\d) (?=[A-Z][a-z]+ \d{4}|[mbtr]+illion)|(?<=[a-z]) (?=\d{4})"
)  # within a date, an amount


@cache
def _advance(letter: str, bold: bool) -> float:
    """How far a letter moves the next, of its size."""
    font = get_font(findfont(FontProperties(family=FONT, weight="bold" if bold else "normal")))
    font.set_size(100, 72)
    return font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100


def width(words: str, size: float, bold: bool = False) -> float:
    """The width of a line of `words` in letters of `size`, in the unit of `size`."""
    return sum(_advance(letter, bold) for letter in words) * size


def lines(words: str, size: float, room: float, bold: bool = False, most: int = 0) -> list[str]:
    """`words` in lines no wider than `room`, at most `most` of them if it is given: then the last ends in "…".

    No date or amount is broken; a word wider than the room has a line of its own.
    """
    found, left, space = [], 0.0, width(" ", size, bold)
    for word in filter(None, re.split(r"[ \n]+", _UNBROKEN.sub("\u00a0", words))):
        wide = width(word, size, bold)
        if found and space + wide <= left:
            found[-1] += f" {word}"
            left -= space + wide
        else:
            found.append(word)
            left = room - wide
    if most and len(found) > most:
        return [*found[: most - 1], cut(" ".join(found[most - 1 :]), size, room, bold)]
    return found


def cut(words: str, size: float, room: float, bold: bool = False) -> str:
    """`words` as they are, or their beginning with "…" where they are wider than `room`."""
    if width(words, size, bold) <= room:
        return words
    while words and width(f"{words}…", size, bold) > room:
        words = words[:-1].rstrip()
    return f"{words}…"


def balanced(words: str, size: float, room: float) -> list[str]:
    """Bold words in as few lines as hold them, about as long as one another."""
    whole = lines(words, size, room, True)
    while len(whole) > 1 and len(tighter := lines(words, size, room - size, True)) == len(whole):
        whole, room = tighter, room - size
    return whole
