"""Mentions of countries, money, percents, shares, counts, durations, dates and minerals in plain text.

>>> [(m.text, m.value, m.currency) for m in find("worth nearly US$12 billion", kinds=["money"])]
[('US$12 billion', 12000000000, 'USD')]
"""

from collections.abc import Iterable

from . import countries, dates, minerals, quantities
from .base import Context, Mention

FINDERS = {
    countries: ("country",),
    quantities: ("money", "percent", "share", "count", "duration"),
    dates: ("date",),
    minerals: ("mineral",),
}
KINDS = tuple(kind for kinds in FINDERS.values() for kind in kinds)

__all__ = ["KINDS", "Context", "Mention", "find"]


def find(text: str, context: Context = Context(), kinds: Iterable[str] = KINDS) -> list[Mention]:
    """All mentions of `kinds` in `text`, in order of their start; finds of one kind never overlap."""
    wanted = set(kinds)
    found = [m for finder, gives in FINDERS.items() if wanted & set(gives) for m in finder.find(text, context)]
    return sorted((m for m in found if m.kind in wanted), key=lambda m: (m.start, m.end, m.kind))
