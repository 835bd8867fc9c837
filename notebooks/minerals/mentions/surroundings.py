"""What stands around a find: word lists, addresses, headlines, people's names.

No rule looks further than WINDOW characters, so that a long line costs no more than many short ones.
"""

import re

from .forms import either, rows

WINDOW = 90
ADDRESS = 300  # how far back a web address may begin

GIVEN_NAMES = {row["name"] for row in rows("given_names")}
_ADDRESS = re.compile(r"(?:://|www\.|@|\]\(|=[\"'])[^\s<>]*$")
_INITIAL = re.compile(r"(?:[ \u00a0][A-Z]\.){1,2}$")
_LONG_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")


def word_lists(table: str) -> dict[str, list[str]]:
    """The columns `role` and `words` (separated by `;`) of a table in `lists/`."""
    return {row["role"]: row["words"].split(";") for row in rows(table)}


def one_of(words: list[str], capitals: bool = False) -> str:
    """A regular expression for whole `words`; with `capitals` the first letter may be one."""
    return rf"\b{either(words, capitals)}\b"


def inside_word(text: str, start: int) -> bool:
    """Whether the character before `start` makes what begins there the end of a longer word."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_@$")


def in_address(text: str, start: int) -> bool:
    """Whether `start` is inside a web or mail address, or the target of a Markdown link."""
    if start == 0 or text[start - 1] in " \n\u00a0\t":
        return False
    return bool(_ADDRESS.search(text[max(0, start - ADDRESS) : start]))


def last_word(before: str) -> str:
    """The word right before a find, one space between; empty where something else stands there."""
    if before[-1:] not in (" ", "\u00a0") or before[-2:-1].isspace():
        return ""
    return before[:-1].replace("\u00a0", " ").replace("\n", " ").rpartition(" ")[2]


def after_person(before: str, honorifics: set[str]) -> bool:
    """Whether a given name or an honorific stands right before: "Bill English", "Alan M. English", "Mr English"."""
    word = last_word(_INITIAL.sub("", before[:-1]) + before[-1:]) if before[-2:-1] == "." else last_word(before)
    word = word or last_word(before)
    return word.lstrip("(“\"'‘[*") in GIVEN_NAMES or word in honorifics


def line_around(text: str, start: int, end: int) -> str:
    """The line that holds a find, cut at WINDOW characters on either side."""
    left = max(text.rfind("\n", max(0, start - WINDOW), start) + 1, start - WINDOW, 0)
    right = text.find("\n", end, end + WINDOW)
    return text[left : right if right >= 0 else end + WINDOW]


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether a find stands in a line whose longer words nearly all begin with a capital."""
    words = _LONG_WORD.findall(line_around(text, start, end))
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)
