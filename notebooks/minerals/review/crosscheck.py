"""The corpus held against the record: what the facts of `data/reference/` say of each claim that they can speak to.

`held.csv` says which claims a list of the record speaks to; a measure names its own row of the official
record. Nothing is settled here: both values stand, with where each was read.
"""

import csv
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from .. import finders
from ..claims import reference
from ..finders import Context
from ..tables.build import read

VERDICTS = ("agrees", "differs", "not in the record", "not in the corpus")
_ONE = re.compile(
    r"\bthe (?:last|past|previous|preceding) (year|month|week|day)\b|\bthe (year|month|week|day) before\b"
)
_IN = {"year": (12, "month"), "week": (7, "day")}  # how lengths of time are compared
_MODIFIER = re.compile(r" \(([^()]+)\)$")


class Held(NamedTuple):
    """A claim and what the record has of it; without an anchor where the corpus is silent, without `source_id` where
    the record is. `verdict` is one of `VERDICTS`."""

    topic: str
    subject: str
    verdict: str
    corpus: str
    record: str
    document: str = ""
    source_file: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""
    source_id: str = ""


def held(root: Path) -> list[Held]:
    """Every claim of the collection at `root` that the record speaks to, and every fact that no claim tells."""
    claims, folder = read(root).claims, root / "data" / "reference"
    return [row for hold in (_figures, _delegations, _minerals, _exports) for row in hold(claims, folder)]


def counts(rows: list[Held]) -> list[tuple[str, int, int, int, int]]:
    """(topic, and how many rows of each verdict) in the order of the topics."""
    seen = Counter((row.topic, row.verdict) for row in rows)
    topics = dict.fromkeys(row.topic for row in rows)
    return [(topic, *(seen[topic, verdict] for verdict in VERDICTS)) for topic in topics]


def lengths(text: str) -> dict[str, tuple[float, str]]:
    """The lengths of time in `text`, in days or months, by their words.

    >>> lengths("over the past six months, or the last year")
    {'six months': (6, 'month'), 'the last year': (12, 'month')}
    """
    found = {
        m.text: (m.value, m.unit) for m in finders.find(text, Context(), ["duration"]) if m.value is not None
    }
    found |= {m[0]: (1, m[1] or m[2]) for m in _ONE.finditer(text)}
    return {words: (n * _IN[u][0], _IN[u][1]) if u in _IN else (n, u) for words, (n, u) in found.items()}


def _figures(claims, folder):
    """Amounts against the official record, and the periods that both give for them."""
    facts = {row["record_id"]: row for row in reference.rows(folder, reference.RECORD)}
    said, attending = {f["record"] for f in claims["figures"]}, _present(claims)
    listed = {rule["subject"]: rule["reference"] for rule in _rules("counts the list")}
    for figure in claims["figures"]:
        words, fact = _told(figure), facts.get(figure["record"])
        if figure["measure"] in listed:
            name = listed[figure["measure"]]
            number = {"value": len(reference.rows(folder, name)), "unit": figure["unit"]}
            fact = number | {"source_id": ";".join(reference.supporting(folder, name)), "statement": ""}
        if not fact:
            yield _row("figure", figure["label"], "not in the record", words, "", figure)
            continue
        same = figure["low"] <= float(fact["value"]) <= (figure["high"] or float("inf"))
        same = same and fact["unit"] == (figure["currency"] or figure["unit"])
        yield _row("figure", figure["label"], _verdict(same), words, _plain(fact), figure, fact["source_id"])
        yield from _period(figure, fact)
    for fact in (f for name, f in facts.items() if name not in said):
        yield _unsaid(fact, attending)


def _told(figure) -> str:
    """A figure as its source writes it, with what it counts."""
    words = f"{figure['modifier']} {figure['words'].lstrip(chr(92))}".strip()
    noun = figure["noun"] or _noun(figure["unit"], figure["value"])
    return f"{words} {noun}" if figure["kind"] == "count" else words


def _period(figure, fact):
    ours, theirs = lengths(figure["quote"]), lengths(fact["statement"])
    if theirs:
        same = bool(set(ours.values()) & set(theirs.values()))
        verdict = _verdict(same) if ours else "not in the corpus"
        yield _row("period", figure["label"], verdict, _join(ours), _join(theirs), figure, fact["source_id"])


def _unsaid(fact, attending) -> Held:
    """A fact that no figure tells; of one that names a country, a claim that it was there says the same."""
    for mention in finders.find(fact["statement"], Context(), ["country"]):
        if mention.iso3 in attending and fact["unit"] != "countries":
            claim = attending[mention.iso3]
            return _row(
                "figure", fact["statement"], "agrees", claim["words"], _plain(fact), claim, fact["source_id"]
            )
    return Held(
        "figure", fact["statement"], "not in the corpus", "", _plain(fact), source_id=fact["source_id"]
    )


def _present(claims) -> dict[str, dict]:
    """Country -> the first claim that it was among those who came."""
    rules = {(r["subject"], r["role"]) for r in _rules("on the list")}
    return {c["iso3"]: c for c in reversed(claims["countries"]) if (c["initiative"], c["role"]) in rules}


def _delegations(claims, folder):
    """Who is told to have come, or not, against the list of delegations; the host sends none."""
    listed = {_iso3(row): row["delegation"] for row in reference.rows(folder, reference.DELEGATIONS)}
    source = ";".join(reference.supporting(folder, reference.DELEGATIONS))
    means = {
        (r["subject"], r["role"]): r["means"] for r in _rules() if r["reference"] == reference.DELEGATIONS
    }
    told = [
        (c, means[c["initiative"], c["role"]])
        for c in claims["countries"]
        if (c["initiative"], c["role"]) in means
    ]
    hosts = {c["iso3"] for c, meaning in told if meaning == "receives the list"}
    named = set()
    for claim, meaning in ((c, m) for c, m in told if c["iso3"] not in hosts):
        there, name = meaning == "on the list", listed.get(claim["iso3"], "")
        verdict = "agrees" if there == bool(name) else "differs" if name else "not in the record"
        said = claim["words"] if there else f"{claim['words']}: {claim['role']}"
        yield _row("delegation", claim["country"], verdict, said, name or "not on the list", claim, source)
        named.add(claim["iso3"])
    for iso3, name in listed.items():
        if iso3 not in named:
            yield Held("delegation", name, "not in the corpus", "", name, source_id=source)


def _minerals(claims, folder):
    """Minerals named against New Zealand's list."""
    listed = {line["mineral"]: line for line in reference.nz_list(folder)}
    for claim in claims["minerals"]:
        line = listed.get(claim["mineral"])
        on_it = claim["role"] == next(iter(listed.values()))["role"]  # the source says that it is on the list
        verdict = "agrees" if line else "differs" if on_it else "not in the record"
        yield _row("mineral", claim["mineral"], verdict, claim["words"], line["words"] if line else "", claim,
                   line["source_id"] if line else "")  # fmt: skip
    named = {claim["mineral"] for claim in claims["minerals"]}
    for mineral, line in listed.items():
        if mineral not in named:
            yield Held(
                "mineral", mineral, "not in the corpus", "", line["words"], source_id=line["source_id"]
            )


def _exports(claims, folder):
    """A target, and the baseline that it implies, against the pair that the record publishes for it.

    Each source of the record publishes a baseline and a target that belong together: a claim is compared with the
    pair in force; another document's pair, as that of a draft, is a fact that no claim states.
    """
    metrics = {r["subject"] for r in _rules("grows from the list")}
    told = [t for t in claims["targets"] if t["metric"] in metrics]
    facts = reference.rows(folder, reference.EXPORTS)
    current = {row["source_id"] for row in facts if row["kind"] == "target"}
    for row in facts:
        kind = "baseline" if row["kind"] == "actual" else "target"
        published = f"{row['period']}: {_plain({'value': row['value_nzd'], 'unit': 'NZD'})}"
        if row["source_id"] not in current:
            yield Held(kind, row["period"], "not in the corpus", "", published, source_id=row["source_id"])
            continue
        column = "value" if kind == "target" else kind
        for target in (t for t in told if t[column] is not None):
            value = target[column]
            ours = _plain({"value": value, "unit": target["unit"]})
            ours = f"{ours} (implied: target divided by {target['factor']:g})" if kind == "baseline" else ours
            same = rounded(float(row["value_nzd"]), value) == value and target["unit"] == "NZD"
            yield _row(kind, target["name"], _verdict(same), ours, published, target, row["source_id"])


def rounded(value: float, like: float) -> float:
    """`value` to as many significant digits as `like` is written with, by which a rounded number agrees with it.

    >>> rounded(1_460_000_000, 1_500_000_000), rounded(1_030_000_000, 1_500_000_000)
    (1500000000.0, 1000000000.0)
    """
    digits = f"{like:.15g}".replace(".", "").strip("0")
    return float(f"{value:.{max(1, len(digits)) - 1}e}")


def _rules(means: str = "") -> list[dict]:
    """The rows of `held.csv`, or those with this meaning."""
    with Path(__file__).with_name("held.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if not means or row["means"] == means]


def _row(topic, subject, verdict, corpus, record, claim, source_id="") -> Held:
    anchor = (claim[column] for column in ("document", "source_file", "start", "end", "quote"))
    return Held(topic, subject, verdict, corpus, record, *anchor, source_id if record else "")


def _verdict(same: bool) -> str:
    return "agrees" if same else "differs"


def _plain(fact: dict) -> str:
    """A fact's value with its modifier and unit.

    >>> _plain({"value": "30000000000", "unit": "USD", "statement": "Support (more than)"})
    'more than USD 30 billion'
    """
    value, unit = float(fact["value"]), fact["unit"]
    number = f"{value / 1e9:.15g} billion" if value >= 1e9 else f"{value:,.15g}"
    modifier = _MODIFIER.search(fact.get("statement", ""))
    said = f"{unit} {number}" if unit.isupper() else f"{number} {_noun(unit, value)}"
    return f"{modifier[1]} {said}" if modifier else said


def _noun(unit: str, value: float | None) -> str:
    """The plain unit as it stands behind `value`: one institution.

    >>> _noun("countries", 1), _noun("agreements", 1), _noun("countries", 54)
    ('country', 'agreement', 'countries')
    """
    return re.sub(r"ies$", "y", unit).removesuffix("s") if value == 1 else unit


def _join(found) -> str:
    return " and ".join(found)


def _iso3(row) -> str:
    """The delegation's code; of an institution the one that the finder gives its name."""
    return row["iso3"] or "".join(m.iso3 for m in finders.find(row["delegation"], Context(), ["country"])[:1])
