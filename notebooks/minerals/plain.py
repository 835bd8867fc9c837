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
