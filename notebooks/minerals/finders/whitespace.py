"""Blanks that print and markup leave between words: two for one, before a line's end, Windows line ends.

The finders read a text in which each is one blank or line break; `Squeezed` leads back to the text as it was.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

_RUN = re.compile("[ \t\u00a0\r\n]{2,}|\r")
# looked up before the expression is tried, as most texts have no such run: pairs of blanks, and what may be in others
_PAIRS, _RARE = ("  ", " \n", "\n "), ("\r", "\t", "\u00a0")


class Squeezed(NamedTuple):
    """`text` without superfluous blanks; from each place in `places` on, `removed` characters are missing."""

    text: str
    places: list[int]
    removed: list[int]

    def back(self, at: int) -> int:
        """The place in the original of the character at `at`."""
        return at + self.removed[bisect_right(self.places, at) - 1]


def squeeze(text: str) -> Squeezed | None:
    """`text` with one blank or line break for each run of blanks; None where it has no such run.

    Blanks between two figures stay, since they part the columns of a table.
    """
    if not any(sign in text for sign in _PAIRS + _RARE):
        return None
    parts, places, removed, past, length, lost = [], [0], [0], 0, 0, 0
    for run in _RUN.finditer(text):
        lines = run[0].count("\n") or run[0].count("\r")
        start, end = run.span()
        if not lines and text[start - 1 : start].isdigit() and text[end : end + 1].isdigit():
            continue
        blank = "\n" * lines or " "
        if blank == run[0]:
            continue
        parts += (text[past:start], blank)
        length += start - past + len(blank)
        lost += end - start - len(blank)
        past = end
        places.append(length)
        removed.append(lost)
    return Squeezed("".join([*parts, text[past:]]), places, removed) if parts else None
