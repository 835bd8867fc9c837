"""What a new document brings: what no other has, what agrees and what differs, and what remains to be coded.

Which figure or event a sentence is about is told by the words that it shares with their names: a hint for a
person, who decides by coding it.
"""

import re
from collections.abc import Iterator

from . import audit, differences
from .build import Inputs
from .coding import Document
from .mentions import Mention, countries, edtf

_WORD = re.compile(r"[a-z]{4,}")
_PLAIN = frozenset(
    "about been from have into more other said such than that their this were will with would".split()  # noqa: SIM905
)  # words that say nothing of what a sentence is about
_STEM = 5  # letters that tell a word from others: "signed" and "signing" are one
_SHARED, _SHARE = 2, 0.5  # words, and share of a name's words, that a sentence has at least in common with it
_NEW = {"dates": ("date",), "figures": audit.QUANTITIES, "countries": ("country",), "minerals": ("mineral",)}


def lines(name: str, before: Inputs, after: Inputs) -> Iterator[str]:
    """What there is to say of the seed `name`, in lines."""
    found = audit.judged(after)
    for doc in (page.document for page in after.pages if page.document.source_file == name):
        yield f"{doc.id}: added as seeds/{name}, {sum(p.end - p.start for p in doc.body):,} characters of text"
        yield from _new(doc, before)
        yield from _beside(doc, after)
        own = [f for f in found if f.document == doc.id and f.state == "open"]
        yield f"to code: {len(own)} finds; `python -m minerals suggest` writes them as rows"
        yield from (f"  {f.kind} «{f.text}» in «{' '.join(f.sentence.split())}»" for f in own)
    yield from _unjudged(before, after)


def _new(doc: Document, before: Inputs) -> Iterator[str]:
    """The finds that no other document has, by kind."""
    known = {_key(m) for page in before.pages for m in page.document.mentions} | {()}
    for title, kinds in _NEW.items():
        fresh = {_key(m): m for m in reversed(doc.mentions) if m.kind in kinds and _key(m) not in known}
        if fresh:
            yield f"new {title}: {', '.join(_said(m) for m in sorted(fresh.values(), key=lambda m: m.start))}"
    quotations = sum(
        doc.text.count("“", p.start, p.end) + doc.text.count('"', p.start, p.end) / 2 for p in doc.body
    )
    if quotations:
        yield f"quotations: {quotations:.0f}"


def _key(m: Mention) -> tuple:
    """What a find says: the same for every find that says the same, and empty where it says nothing."""
    if m.kind in audit.QUANTITIES:
        return m.kind, m.low, m.high, m.unit, m.currency
    said = m.iso3 or m.mineral or m.date
    return (m.kind, said) if said else ()


def _said(m: Mention) -> str:
    if m.kind == "country":
        return countries.name(m.iso3)
    noun = f" {m.unit}" if m.kind == "count" else ""
    return f"«{m.text.lstrip(chr(92))}{noun}»" + (f" ({m.date})" if m.date else "")


def _beside(doc: Document, after: Inputs) -> Iterator[str]:
    """Its figures and dates beside those coded of what its sentences seem to be about."""
    dates = {}
    for m in doc.mentions:
        first, last = audit.sentence(doc, m.start, m.end)
        about = _stems(doc.text[first:last])
        if m.kind in audit.QUANTITIES:
            yield from _compared(m, *_figures(m, about, after))
        if m.kind == "date" and edtf.precision(m.date) == "day":
            dates.setdefault((first, last), []).append((m, about))
    for (m, about), *others in dates.values():
        if not others:  # of two dates in a sentence nobody knows which is the event's
            yield from _compared(m, *_events(m, about, after))


def _figures(m: Mention, about: set[str], after: Inputs):
    """(name, tellings as (document, reading, whether it says the same)) of the measure that the sentence is about."""
    nouns = {word: row["unit"] for row in after.sheets["units"] for word in row["words"].split(";")}
    like = (m.kind, nouns.get(m.unit, m.unit))
    labels = {r["label"]: r["measure"] for r in after.sheets["measures"] if (r["kind"], r["unit"]) == like}
    label = _nearest(about, labels)
    told = [
        f
        for f in after.claims["figures"]
        if label and f["measure"] == labels[label] and f["currency"] == m.currency
    ]
    same = (m.low, m.high)
    return label, [(f["document"], f["words"].lstrip("\\"), (f["low"], f["high"]) == same) for f in told]


def _events(m: Mention, about: set[str], after: Inputs):
    """The same of the event that the sentence is about."""
    dated = [e for e in after.claims["events"] if e["date"]]
    name = _nearest(about, dict.fromkeys(e["name"] for e in dated))
    return name, [(e["document"], e["date"], _meet(e["date"], m.date)) for e in dated if e["name"] == name]


def _compared(m: Mention, label: str, told: list[tuple[str, str, bool]]) -> Iterator[str]:
    agreeing = [t for t in told if t[2]]
    if told:
        whom = ", ".join(dict.fromkeys(document for document, *_ in agreeing or told))
        readings = (
            "" if agreeing else ", «" + "», «".join(dict.fromkeys(reading for _, reading, _ in told)) + "»"
        )
        yield f"{'agrees' if agreeing else 'differs'}: {_said(m)} with {whom}: {label}{readings}"


def _nearest(about: set[str], names) -> str:
    """The name that shares most of its words with `about`, if it shares enough."""
    best, most = "", 0.0
    for name in names:
        stems = _stems(name)
        shared = len(stems & about)
        if shared >= _SHARED and shared / len(stems) >= _SHARE and shared / len(stems) > most:
            best, most = name, shared / len(stems)
    return best


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in set(_WORD.findall(text.lower())) - _PLAIN}


def _meet(one: str, other: str) -> bool:
    """Whether two EDTF dates have a day in common."""
    (a, b), (c, d) = edtf.bounds(one), edtf.bounds(other)
    return not ((b and c and b < c) or (d and a and d < a))


def _unjudged(before: Inputs, after: Inputs) -> Iterator[str]:
    """What the code finds to differ that it did not find before: the build waits for a person's verdict."""
    known = {found.key for found in _differences(before)}
    for found in _differences(after):
        if found.key not in known:
            sides = "; ".join(
                f"{side.claim['document']}: «{' '.join(side.reading.split())}»" for side in found.sides
            )
            yield f"to judge in data/coding/disagreements.csv: {found.key}: {sides}"


def _differences(inputs: Inputs):
    documents = [page.document for page in inputs.pages]
    return differences.find(inputs.claims, inputs.sheets["counted"], documents)
