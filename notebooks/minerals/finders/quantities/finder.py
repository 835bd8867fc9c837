"""Money, percents, shares, counts and durations: each number of a text is read once, for one of them.

>>> [(m.kind, m.text, m.low, m.high, m.unit) for m in find("10 to 15 mines within 30 days")]
[('count', '10 to 15', 10, 15, 'mines'), ('duration', '30 days', 30, 30, 'day')]

A range is one mention: "$5-6 billion", "between 10 and 15 countries", "two or three". From one value to
another ("cut from 25 to 15 percent") are two mentions, since that is a change.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from ..base import Context, Mention
from ..candidates import Candidates, candidates
from ..numbers import parse
from . import counts, measures, money
from .counts_without_noun import elided, noun_before, shared
from .quantity import Quantity, is_year, modifier, numbers, times

_LINK = re.compile(
    r"(?P<dash>[ \u00a0]?[-‐‑–—][ \u00a0]?)|(?:-?[ \u00a0\n]|-)(?P<word>to|or|and)[- \u00a0\n]|(?P<comma>, )"
    r"|[- \u00a0\n](?P<among>(?:in|out[- ]of)(?:[- ]every)?|of every)[- \u00a0\n]"
)
_LONGEST_LINK, _SENTENCE = 15, 120  # characters between two numbers, and before them
_BETWEEN = re.compile(r"\bbetween (?:[a-z]+ ){0,3}$", re.I)
_MOVED = re.compile(
    r"\b(?:rose|fell|gained|lost|added|shed|dropped|climbed|slid|slipped|up|down|by) \W{0,2}$"
)
# "A is up 6 points to 15%, B up 3 to 11%": the points are named once
_POINTS_TO = re.compile(r"\bpoints? to [0-9][^.!?\n]*$")
_CHANGE = re.compile(
    r"(\b(?:rang\w{1,3}|running|runs|varying|varies|anywhere|priced) )?\bfrom (?:[a-z]+ ){0,3}$", re.I
)
ROUND = {*range(2, 11), 12, 15, 20, 25, 30, 40, 50, 100, 1000, 10_000, 100_000, 1_000_000}  # one in so many


def find(
    text: str,
    context: Context = Context(),
    named: Callable[[], list[Mention]] | None = list,
    places: Candidates | None = None,
) -> list[Mention]:
    """The quantities of `text`. `named` gives its countries; asked only where a currency depends on them.

    Without `named` (None) an amount whose sign is not enough stays without its currency.
    """
    found: list[Quantity] = []
    for number in numbers(text, (places or candidates(text)).numbers):
        if _read(text, number):
            _add(text, found, number)
    if named:
        money.settle(found, context, named, text)
        _convert(text, found)
    return [_mention(text, quantity) for quantity in found if quantity.kind]


def _read(text: str, number: Quantity) -> bool:
    """Say what `number` counts; False where it is no quantity at all."""
    if money.read(text, number):
        return True
    if number.before[-1:].isalnum():
        return False
    return (
        measures.percent(text, number)
        or measures.duration(text, number)
        or measures.share(text, number)
        or counts.count(text, number)
    )


def _add(text: str, found: list[Quantity], number: Quantity) -> None:
    """Put `number` at the end of `found`, or join it with the last of them to a range or a ratio."""
    if found and number.start < found[-1].end:
        return  # "5 USD 6": the code is taken
    last = found[-1] if found else None
    near = last and 0 < number.start - last.end <= _LONGEST_LINK
    link = _LINK.fullmatch(text, last.end, number.start) if near else None
    if link and last:
        among, kind = link["among"], link["word"] or link.lastgroup or ""
        if _ratio(last, number, among) if among else _range(text, found, number, kind):
            return
    if last and _bare(number):
        noun = "" if is_year(number) else _noun_before(text, found, number)
        if noun:
            number.kind, number.unit = "count", noun
    elif last and _bare(last) and number.kind == "count" and shared(text, last, number):
        _count_too(text, found, number)
    if number.glued and (number.kind in ("", "count") or not number.digits):
        return  # the second half of a name, or of "multi-million"
    found.append(number)


def _noun_before(text: str, found: list[Quantity], number: Quantity) -> str:
    """What a number without a noun counts, as the sentence named it before; "" where it did not."""
    return found[-1].unit if elided(text, found[-1], number) else noun_before(text, found, number)


def _bare(quantity: Quantity) -> bool:
    return quantity.kind in ("", "count") and not quantity.unit


def _ratio(last: Quantity, number: Quantity, link: str) -> bool:
    """Join "one" and "five" to one in five."""
    if not _bare(last) or number.kind not in ("", "count") or not 0 < last.low < number.low:
        return False
    if link == "in" and (number.low not in ROUND or number.scale > 1 < last.scale):
        return False
    last.kind, last.unit, last.end, last.head = "share", "share", number.end, 0
    last.low = last.high = last.low / number.low
    return True


def _range(text: str, found: list[Quantity], number: Quantity, link: str) -> bool:
    """Join the last of `found` and `number` to a range; True where `number` needs no place of its own."""
    last = found[-1]
    before = text[max(0, last.start - 40) : last.start]
    between = link == "and" and bool(_BETWEEN.search(before))
    if link == "comma" or (link == "and" and not between):
        _share_percent(text, found, number, link)
        return False
    if not _alike(text, last, number, link):
        return False
    if last.kind == "money" and number.unit == number.suffix != "":  # "$400-450m" are no metres
        number.end, number.scale = number.end + len(number.suffix), parse(number.suffix) or 1
        number.kind = ""
    if last.scale == 1 < number.scale and last.coefficient < number.coefficient:
        last.scale = number.scale
        last.low = last.high = times(last.coefficient, last.scale)
    high = number.high if number.kind else times(number.coefficient, number.scale)
    if last.low >= high:
        if link == "dash" and number.kind == "count":
            found.pop()  # "a 6-3 vote"
            return True
        return False
    if _bare(last):
        first = replace(number, start=last.start, end=last.end, head=0)
        first.coefficient, first.scale, first.low, first.high = (
            last.coefficient,
            last.scale,
            last.low,
            last.high,
        )
        first.before = last.before
        found[-1] = last = first
    change = _CHANGE.search(before) if link == "to" else None
    if change and not change[1]:
        return False
    last.end, last.head, last.high = number.end, number.head, high
    return True


def _alike(text: str, last: Quantity, number: Quantity, link: str) -> bool:
    """May the two be the ends of one range?"""
    if _bare(last):
        moved = link == "to" and number.kind == "percent" and _MOVED.search(last.before)
        return not (moved and _POINTS_TO.search(text, max(0, last.start - _SENTENCE), last.start))
    if link == "or" or (link == "to" and last.kind == "money" and _MOVED.search(last.before)):
        return False
    if last.kind == "money" and (_bare(number) or (link == "dash" and number.kind == "count")):
        return True
    same = last.kind == number.kind and last.unit == number.unit
    return same and last.kind != "count" and (last.choices == number.choices or not last.choices)


def _share_percent(text: str, found: list[Quantity], number: Quantity, link: str) -> None:
    """Let the numbers of a list take the percent of its last: "5, 10 and 15 per cent"."""
    if number.kind != "percent" or link != "and":
        return
    for index in range(len(found) - 1, -1, -1):
        if not _bare(found[index]):
            return
        if index < len(found) - 1 and text[found[index].end : found[index + 1].start] != ", ":
            return
        found[index].kind, found[index].unit = "percent", number.unit
        found[index].low = found[index].high = times(found[index].coefficient, found[index].scale)


def _count_too(text: str, found: list[Quantity], number: Quantity) -> None:
    """Let the numbers of a list count what its last counts: "10, 15 and 20 mines"."""
    for index in range(len(found) - 1, -1, -1):
        number_before = found[index]
        if not _bare(number_before) or is_year(number_before):
            return
        if index < len(found) - 1 and text[number_before.end : found[index + 1].start] != ", ":
            return
        number_before.kind, number_before.unit = "count", number.unit
        number_before.low = number_before.high = times(number_before.coefficient, number_before.scale)


def _convert(text: str, found: list[Quantity]) -> None:
    """A bare sign in brackets after an amount converts it: it cannot be in the same currency."""
    for first, second in pairwise(found):
        if (
            first.kind == second.kind == "money"
            and second.form in money.BARE
            and first.form not in money.BARE
        ):
            gap = text[first.end : second.start].replace("\\", "") if second.start - first.end < 12 else ""
            if (
                gap.startswith(" (")
                and first.currency == second.currency
                and gap.strip(" (") in ("", "about")
            ):
                second.currency = ""


def _mention(text: str, q: Quantity) -> Mention:
    value = q.low if q.low == q.high else None
    unit = "" if q.kind == "money" else q.unit
    return Mention(
        q.kind, q.start, q.end, text[q.start : q.end], value=value, low=q.low, high=q.high,
        unit=unit, currency=q.currency, modifier=modifier(text, q),
    )  # fmt: skip
