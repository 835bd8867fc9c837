"""Word lists: the CSVs beside the modules that use them, and the regular expressions made of them."""

import csv
import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

PACKAGE = Path(__file__).parent
# What precedes a word. An expression that begins with it skips from one to the next and tries its words
# only there; one that begins with \b or a look-around is tried at every character. The text is searched with
# a line break put before it, and what is found starts one character further back.
EDGE = "[^A-Za-z0-9_]"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of the list `name`, such as "dates/words"; nothing is taken for missing but the empty string."""
    with (PACKAGE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def branches(words: Iterable[str]) -> str:
    """As `either`, without the group around it; small letters come first, as they are met most often."""
    tree = sorted(set(words), key=lambda word: (not word[0].islower(), word))
    return "|".join(_branch(list(group), False) for _, group in groupby(tree, key=lambda word: word[0]))


def either(words: Iterable[str], capitals: bool = False) -> str:
    """A regular expression for any of `words`, longest first, that shares their beginnings.

    Sharing makes it several times faster than a plain `a|b|c`; it backtracks within a word only.
    With `capitals` the first letter may be a capital too; a space also stands for a no-break space
    or a line break.

    >>> either(["tonne", "tonnes", "ton"])
    'ton(?:ne(?:s)?)?'
    """
    tree: list[str] = sorted(set(words))
    return _branch(tree, capitals)


def _branch(words: list[str], capitals: bool) -> str:
    """The expression for sorted `words`, which may hold an empty word first: then all is optional."""
    rest = [word for word in words if word]
    if not rest:
        return ""
    ways = [
        _letter(first, capitals) + _branch([word[1:] for word in group], False)
        for first, group in groupby(rest, key=lambda word: word[0])
    ]
    if len(rest) < len(words):
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _letter(letter: str, capitals: bool) -> str:
    if letter == " ":
        return r"[ \u00a0\n]"
    if capitals and letter.upper() != letter:
        return f"[{letter.upper()}{letter}]"
    return re.escape(letter)
