"""The context of a mention: lines and headlines, addresses, people's names, lists of words.

No rule looks further than WINDOW characters (a web address: ADDRESS), so that one long line costs no more
than many short ones.
"""

import re
from typing import NamedTuple

from .lexicons import either, rows

WINDOW = 90
ADDRESS = 300
LONGEST = 32  # characters of the word before a mention

_OPENING = "(“\"'‘[*•-–—"
_JOINED = set("@.-")
_ADDRESS_END = re.compile(r"@|[\w-]{0,40}\.(?:com|org|net|gov|edu|info|co|int)\b")
GIVEN_NAMES = {row["name"] for row in rows("given_names")}
_ADDRESS = re.compile(r"(?:://|www\.|@|\]\(|=[\"'])[^\s<>]*$")
SMALL_WORDS = set(next(row["words"] for row in rows("headline_words")).split(";"))
_SENTENCE = re.compile(r"(?<![A-Z])[.!?][”\"’)]?(?:\s|$)|\n")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Window(NamedTuple):
    """A mention in its text, with up to WINDOW characters on either side.

    `previous` is the word right before it, one space between, without an opening mark; empty if there is none.
    `capital_follows` says whether a word with a capital follows, one space between.
    """

    text: str
    start: int
    end: int
    words: str
    before: str
    after: str
    previous: str
    capital_follows: bool

    @property
    def line(self) -> str:
        """The line that holds the mention, cut at WINDOW characters on either side."""
        return self.before.rpartition("\n")[2] + self.words + self.after.partition("\n")[0]

    @property
    def of_precedes(self) -> bool:
        """Whether "of" or "of the" may come right before."""
        return self.previous == "of" or (self.previous == "the" and self.before[-7:-5] == "of")


def window(text: str, start: int, end: int) -> Window:
    """The context window of `text[start:end]`."""
    before = text[start - WINDOW if start > WINDOW else 0 : start]
    after = text[end : end + WINDOW]
    previous = ""
    if before[-1:] in (" ", "\u00a0"):
        previous = before[-LONGEST:-1].rpartition(" ")[2]
        if not previous.isalnum():
            edge = max(previous.rfind("\n"), previous.rfind("\u00a0"), previous.rfind(">"))
            previous = previous[edge + 1 :].lstrip(_OPENING)
    capital = after[:1] in (" ", "\u00a0") and after[1:2].isupper()
    return Window(text, start, end, text[start:end], before, after, previous, capital)


def word_lists(table: str) -> dict[str, list[str]]:
    """The columns `role` and `words` (separated by `;`) of a word list."""
    return {row["role"]: row["words"].split(";") for row in rows(table)}


def one_of(words: list[str], capitals: bool = False) -> str:
    """A regular expression for whole `words`; with `capitals` the first letter may be one."""
    return rf"\b{either(words, capitals)}\b"


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is neither the end of a longer word, or of a name in a program or a network,
    nor part of a web or mail address, nor of the target of a Markdown link.
    """
    if text[end : end + 1] in _JOINED and _ADDRESS_END.match(text, end):
        return False
    previous = text[start - 1] if start else " "
    if previous in " \n\u00a0\t":
        return True
    if previous.isalnum() or previous in "_@":
        return False
    before = text[max(0, start - ADDRESS) : start]
    return not _ADDRESS.search(before, before.rfind(" ") + 1)


def after_person(here: Window, honorifics: set[str]) -> bool:
    """Whether a given name or an honorific comes before: "Bill English", "Alan M. English", "Mr English"."""
    word = here.previous
    if word[1:] == "." and word[0].isupper():
        word = " ".join(here.before.split()[-2:-1])
    return word in GIVEN_NAMES or word in honorifics


def is_headline(here: Window) -> bool:
    """Whether all words of the sentence begin with a capital, but for those that headlines leave small."""
    before, end = _SENTENCE.split(here.before)[-1], _SENTENCE.search(here.after)
    after = here.after[: end.start()] if end else here.after
    if len(before) == WINDOW or len(after) == WINDOW or (end and end[0][0] == "."):
        return False  # longer than a headline, or ended by a full stop
    words = [
        word
        for word in _WORD.findall(before + here.words + after)
        if len(word) > 2 and word not in SMALL_WORDS
    ]
    return len(words) > 2 and all(not word[0].islower() for word in words)
