"""Mentions of countries, money, percents, shares, counts, durations, dates and minerals in plain text.

>>> [(m.text, m.value, m.currency) for m in find("worth nearly US$12 billion", kinds=["money"])]
[('US$12 billion', 12000000000, 'USD')]

Takes a text and what it does not say of itself (`Context`); gives `Mention`s. Public: `find`, `KINDS`, `Context`,
`Mention`; each package here says what of it is public.

Each finder reads the text by itself. What one needs of another is decided here: the countries decide what
a bare "$" is, and what belongs to a date is no count and no duration.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter
from types import ModuleType

from .base import Context, Mention
from .whitespace import squeeze

QUANTITIES = ("money", "percent", "share", "count", "duration")
KINDS = ("country", *QUANTITIES, "date", "mineral")

_POUNDS = re.compile("[Pp]ounds?(?<![A-Za-z]pound)(?<![A-Za-z]pounds)")
_ORDER = itemgetter(1, 2, 0)  # start, end, kind

__all__ = ["KINDS", "Context", "Mention", "find"]


def find(text: str, context: Context = Context(), kinds: Iterable[str] = KINDS) -> list[Mention]:
    """All mentions of `kinds` in `text`, in order of their start; mentions of one kind never overlap."""
    squeezed = squeeze(text)
    if squeezed is None:
        return _find(text, context, kinds)
    return [
        mention._replace(start=start, end=end, text=text[start:end])
        for mention in _find(squeezed.text, context, kinds)
        for start, end in [(squeezed.back(mention.start), squeezed.back(mention.end - 1) + 1)]
    ]


def _find(text: str, context: Context, kinds: Iterable[str]) -> list[Mention]:
    countries, dates, minerals, quantities, candidates = _finders()
    wanted = set(kinds)
    places = candidates.candidates(text) if wanted - {"country"} else None

    @cache
    def named() -> list[Mention]:
        return countries.find(text, context)

    found: list[Mention] = []
    dated = dates.find(text, context, places) if wanted & {"date", "count", "duration"} else []
    if "country" in wanted:
        found += named()
    if wanted.intersection(QUANTITIES):
        # besides money, only pounds, which may be a weight, depend on the countries that the text is about
        needed = "money" in wanted or ("pound" in text.lower() and _POUNDS.search(text))
        found += _outside(quantities.find(text, context, named if needed else None, places), dated)
    if "mineral" in wanted:
        found += minerals.find(text, context, places)
    found += dated
    if not wanted.issuperset(KINDS):
        found = [mention for mention in found if mention.kind in wanted]
    return sorted(found, key=_ORDER)


@cache
def _finders() -> tuple[ModuleType, ...]:
    """The modules of the finders: a third of a second to import, which nobody pays who only reads tables."""
    from . import candidates
    from .countries import finder as countries
    from .dates import finder as dates
    from .minerals import finder as minerals
    from .quantities import finder as quantities

    return countries, dates, minerals, quantities, candidates


def _outside(found: list[Mention], dated: list[Mention]) -> Iterator[Mention]:
    """`found` without the counts and durations that share a character with a date; both are in order."""
    ahead = iter(dated)
    date = next(ahead, None)
    for mention in found:
        while date and date.end <= mention.start:
            date = next(ahead, None)
        if not (date and date.start < mention.end and mention.kind in ("count", "duration")):
            yield mention
