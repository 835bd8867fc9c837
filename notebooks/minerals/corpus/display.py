"""A quote as its reader saw it: what a table keeps to the letter, without the marks that only a machine reads."""

import re

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ESCAPED = re.compile(r"\\+\$")


def plain(quote: str) -> str:
    """`quote` with the words of its links in place of the links, and its dollar signs without a backslash.

    >>> plain(r"nearly [\\$12 billion](#)")
    'nearly $12 billion'
    """
    return _ESCAPED.sub("$", _LINK.sub(r"\1", quote))


def quoted(words: str) -> str:
    """`words` between quotation marks, those within them single ones; what they begin or end themselves is not doubled.

    >>> quoted("He said “no”"), quoted("“No, never."), quoted("“No,” he said.")
    ('“He said ‘no’”', '“No, never.”', '“‘No,’ he said.”')
    """
    words = words.strip()
    words = words[1:] if words.startswith("“") and words.count("”") == words.count("“") - 1 else words
    words = words[:-1] if words.endswith("”") and words.count("”") == words.count("“") + 1 else words
    if words.startswith("“") and words.endswith("”") and words.count("“") == words.count("”") == 1:
        return words
    return f"“{words.replace('“', '‘').replace('”', '’')}”"
