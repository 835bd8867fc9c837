"""No pattern of the library holds what Debian's Python 3.11.2 matches wrongly: possessive and atomic groups.

https://github.com/python/cpython/issues/106052: "(?:ab?c)?+" may leave a part of a failed group in the match.
"""

import importlib
import pkgutil
import re

import pytest

import minerals

MODULES = sorted(
    m.name for m in pkgutil.walk_packages(minerals.__path__, "minerals.") if "__main__" not in m.name
)


def patterns(value, depth=3):
    """The compiled patterns in a value, its containers' included."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        yield from (p for inner in value.values() for p in patterns(inner, depth - 1))
    elif depth and isinstance(value, list | tuple | set | frozenset):
        yield from (p for inner in value for p in patterns(inner, depth - 1))


def possessive(pattern: str, flags: int = 0) -> bool:
    return bool(re.search("POSSESSIVE|ATOMIC", repr(re._parser.parse(pattern, flags))))


def test_a_possessive_group_is_seen():
    assert possessive("a(?:bc)*+d") and possessive("a(?>b|c)d") and not possessive("a(?:bc)*d")


@pytest.mark.parametrize("name", MODULES)
def test_no_pattern_is_possessive(name):
    for value in vars(importlib.import_module(name)).values():
        for found in patterns(value):
            if isinstance(found.pattern, str):
                assert not possessive(found.pattern, found.flags & ~re.UNICODE), found.pattern[:200]
