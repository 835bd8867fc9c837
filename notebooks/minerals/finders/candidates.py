"""Where a number, a date or a mineral may start in a text: found in two passes for all three.

Each of the three then tries its own expressions there and nowhere else. What the passes find is more than
any of them needs: all that they ask of a place is a word of one of the lists, or a figure.
"""

import re
from typing import NamedTuple

from .dates.forms import CODES, LOWER, UPPER
from .lexicons import EDGE, either
from .minerals.lexicon import MATERIALS
from .numbers import FIRST_WORDS, GLYPHS


class Candidates(NamedTuple):
    """Places in a text where a mention may start, each list in order. A date's are those of small letters and
    signs, and those of capitals and figures, where a lost space may precede them."""

    numbers: list[int]
    minerals: list[int]
    dates_small: list[int]
    dates_large: list[int]


_WORDS = {*LOWER, *UPPER, *FIRST_WORDS, *MATERIALS}
_FIRST = {word[0] for word in _WORDS}


def _after(*letters: str) -> str:
    """What must follow one of the first `letters`: the rest of a word, or of a code before a number."""
    words = either(word[1:] for word in _WORDS if word[0] in letters)
    codes = [code[1:] for code in CODES if code[0] in letters]
    return "|".join(filter(None, [rf"{words}\b" if letters[0] in _SMALL_FIRST else words, *codes]))


# Only the first letter is taken, so that no word hides another's start. Signs and figures share a branch, and so
# are refused in one step.
_SMALL_FIRST = sorted(letter for letter in _FIRST if letter.islower())
_SIGNS = sorted(letter for letter in _FIRST if not letter.isalpha())
_SMALL = re.compile(
    rf"{EDGE}(?:{'|'.join(f'{letter}(?={_after(letter)})' for letter in _SMALL_FIRST)}"
    rf"|[{''.join(_SIGNS)}](?={_after(*_SIGNS)})|[{''.join(GLYPHS)}])"
)
# This expression, unlike one that begins with a look-ahead, skips from one capital or figure to the next.
_CAPITALS = sorted({letter for letter in _FIRST if letter.isupper()} | {code[0] for code in CODES})
_LARGE = re.compile(
    "|".join(
        [f"{letter}(?={_after(letter)})" for letter in _CAPITALS]
        + [rf"{figure}(?<![0-9]{figure})" for figure in range(10)]
    )
)

# Which kinds a word may be of by its first letters; what is none of these, as a figure, may be of all.
_LETTERS = 3
_LISTS = {"numbers": FIRST_WORDS, "minerals": MATERIALS, "dates": LOWER | UPPER}
_KINDS: dict[str, set[str]] = {}
for _kind, _words in _LISTS.items():
    for _word in filter(str.isalpha, (word[:_LETTERS] for word in _words)):
        _KINDS.setdefault(_word, set()).add(_kind)
_ANY = set(_LISTS)


def candidates(text: str) -> Candidates:
    """All places of `text` where a number, a date or a mineral may start."""
    small = [found.start() for found in _SMALL.finditer("\n" + text)]
    large = [found.start() for found in _LARGE.finditer(text)]
    kinds = {start: _KINDS.get(text[start : start + _LETTERS], _ANY) for start in sorted(small + large)}
    return Candidates(
        [start for start, of in kinds.items() if "numbers" in of],
        [start for start, of in kinds.items() if "minerals" in of and not text[start].isdigit()],
        [start for start in small if "dates" in kinds[start]],
        [start for start in large if "dates" in kinds[start]],
    )
