"""Differences of amounts: numbers, the lists they count, equal numbers of unlike things, and money."""

import re
from collections import defaultdict
from itertools import combinations

from ...coding.rows import slug
from .base import Found, Side, differing, grouped, place_of

_A_LIST = 3  # countries named in one breath, at least
_BEFORE = re.compile(
    r"\b(?:including|such as|like|for example|e\.g\.),?(?: the)? ?\Z", re.I
)  # what opens a list of examples
_AFTER = re.compile(r",? (?:among(?:st)? (?:many )?others|and (?:many )?others)\b", re.I)  # and what ends one


def amount(figure) -> str:
    """A figure as its source writes it: «over 40 countries»."""
    unit = (figure["noun"] or figure["unit"]) if figure["kind"] == "count" else ""
    unit = f"of {unit}" if figure["value"] is None else unit
    return " ".join(filter(None, (figure["modifier"], figure["words"].lstrip("\\"), unit)))


def bounds(figure) -> str:
    return f"{figure['low']}-{figure['high']}{figure['currency']}"


def lists_of(countries) -> dict[tuple, list[dict]]:
    """(initiative, role) -> the lists of countries in it: each the claims of one quote."""
    lists = defaultdict(list)
    for (initiative, role, *_), told in grouped(countries, _one_breath).items():
        if initiative and len(told) >= _A_LIST:
            lists[initiative, role].append(told)
    return lists


def _one_breath(line) -> tuple:
    return line["initiative"], line["role"], line["document"], line["start"], line["end"]


def _named(told) -> tuple[int, str]:
    """How many countries a list names, the EU apart, and that in words."""
    number = sum(line["iso3"] != "EUU" for line in told)
    return number, f"{number} countries{' and the EU' * (number < len(told))} named"


def _open(listed) -> bool:
    """Whether the list says that there are others."""
    quote = listed[0]["quote"]
    places = [(quote.index(line["words"]), len(line["words"])) for line in listed if line["words"] in quote]
    first, last = min(start for start, _ in places), max(start + size for start, size in places)
    return bool(_BEFORE.search(quote[:first]) or _AFTER.match(quote, last))


def counts_and_lists(figures, counted, lists):
    """A number of countries or agreements, and the list of them, that do not come to the same."""
    for row in counted:
        told_of = [f for f in figures if f["measure"] == row["measure"]]
        all_of_them = "/".join(
            sorted({bounds(f) for f in told_of})
        )  # one side: how they differ is a row of its own
        sides = [Side(all_of_them, amount(f), f) for f in told_of]
        numbers = {n for s in sides for n in (s.claim["low"], s.claim["high"])}
        for told in lists.get((row["initiative"], row["role"]), []):
            number, reading = _named(told)
            numbers.add(number)
            sides.append(Side(reading, reading, told[0]))
        if len(numbers) > 1:
            yield Found("list", row["measure"], sides)


def members(countries, lists):
    """A country that has a role by one report, and is not on another's list of those that have it.

    A list that says that it leaves some out ("among others") denies nothing, and is no side.
    """
    for (initiative, role), found in lists.items():
        if not (listed := [one for one in found if not _open(one)]):
            continue
        told = [c for c in countries if (c["initiative"], c["role"]) == (initiative, role)]
        names = {c["iso3"]: c["country"] for c in told}
        shared = set.intersection(*({line["iso3"] for line in one} for one in listed))
        places = {place_of(one[0]) for one in found}
        sides = [Side(*_beside(one, names.keys() - shared, names), one[0]) for one in listed]
        sides += [Side(c["iso3"], f"with {c['country']}", c) for c in told
                  if c["iso3"] not in shared and place_of(c) not in places]  # fmt: skip
        if len(names) > len(shared):
            yield Found("member", f"{initiative}-{role}", sides)


def _beside(listed, apart, names) -> tuple[str, str]:
    """The countries of a list, and how it stands to those `apart`, which are not on every list."""
    inside = {line["iso3"] for line in listed}
    words = [_named(listed)[1]]
    for sign, some in (("with", apart & inside), ("without", apart - inside)):
        if some:
            words.append(f"{sign} {', '.join(names[iso3] for iso3 in sorted(some))}")
    return ";".join(sorted(inside)), ", ".join(words)


def alike(figures, lists):
    """One number told of several things: equal counts, lengths of time or amounts of money."""
    told = [
        (f["kind"], f["value"], f["currency"] or (f["unit"] if f["kind"] == "duration" else ""),
         Side(f["measure"], f"{amount(f)}: {f['label']}", f))
        for f in figures if f["kind"] in ("count", "duration", "money") and f["value"] is not None
    ]  # fmt: skip
    for (initiative, role), listed in lists.items():
        for line in listed:
            number, reading = _named(line)
            if number >= _A_LIST:
                side = Side(f"{initiative}-{role}", f"{reading} as {role}", line[0])
                told.append(("count", number, "", side))
    for (kind, value, unit), same in grouped(told, lambda t: t[:3]).items():
        sides = [side for *_, side in same]
        if len({side.group for side in sides}) > 1:
            yield Found("alike", slug(f"{kind} {value:.15g} {unit}"), sides)


def bare_dollars(figures):
    bare = [f for f in figures if f["words"].lstrip("\\").startswith("$")]
    yield from differing("currency", bare, lambda _: "bare-dollar", lambda f: f["currency"])


def pairs(figures):
    """Two amounts of money in one sentence with nothing said of how they stand, or one the conversion of the other."""
    ids = {f["figure"]: f for f in figures}
    for f in figures:
        for relation, other in zip(f["relation"].split(";"), f["related_to"].split(";"), strict=True):
            if relation == "conversion of":
                pair = [ids[other], f]
                yield Found("conversion", f["measure"], [Side(g["measure"], amount(g), g) for g in pair])
    money = [f for f in figures if f["kind"] == "money"]
    for a, b in combinations(money, 2):
        related = b["figure"] in a["related_to"].split(";") or a["figure"] in b["related_to"].split(";")
        if (
            place_of(a) == place_of(b)
            and a["currency"] == b["currency"]
            and not related
            and not _of_one(a, b, ids)
        ):
            yield Found("within", "-".join(sorted((a["measure"], b["measure"]))),
                        [Side(g["measure"], amount(g), g) for g in (a, b)])  # fmt: skip


def _of_one(a, b, ids) -> bool:
    """Whether both are parts of one whole."""
    return bool(set(a["related_to"].split(";")) & set(b["related_to"].split(";")) & ids.keys())
