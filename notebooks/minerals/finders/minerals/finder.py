"""Minerals, metals and materials in text, with one name for their spellings, and groups kept as groups.

>>> [(m.text, m.mineral, m.form) for m in find("cesium, rare earths and Barrick Gold", Context())]
[('cesium', 'caesium', 'name'), ('rare earths', 'rare earth elements', 'group'), ('Gold', 'gold', 'in_name')]

Only the element or class word is the mention ("lithium" in "lithium carbonate", "iron" in "iron ore").
Steel is a material by itself. None: critical minerals as a class, other alloys, magnets, oil and gas, medals
and figures of speech. "lead" is the metal only next to another mineral or a word of its trade. A capital where no
sentence begins, next to another capital, makes a mineral part of a company's, deposit's or scheme's name.
"""

import re
from functools import cache

from ..base import Context, Mention
from ..candidates import Candidates, candidates
from ..context import (  # fmt: skip
    Window,
    after_person,
    is_headline,
    is_whole_word,
    one_of,
    window,
    word_lists,
)
from ..lexicons import branches, either
from .lexicon import MATERIALS, Material, groups

__all__ = ["find", "groups"]

FORMS = re.compile(rf"(?<![A-Za-z0-9_])(?:{branches(MATERIALS)})(?!\w)")

W = word_lists("minerals/context_words")
_MINERAL = either(form for form, material in MATERIALS.items() if material and material.mineral != "lead")
_JOINT = r"(?:\s?[,/&]\s?(?:(?:and|or)\s)?|\s(?:and|or|as\swell\sas)\s|[-\u2010\u2011\u2013])"
_LEAD_BEFORE = re.compile(rf"{one_of(W['lead_before'], True)}\s$")
_LEAD_AFTER = re.compile(rf"[-\s]{one_of(W['lead_after'], True)}")
_QUOTE = re.compile(r"(?:\s\([A-Z]\w+\))?\s\|?\s?[$£€]?[0-9][0-9,]*[.0-9]")
_LEAD_MOVES = re.compile(rf"\s{one_of(W['lead_moves'])}(?:\s[a-z]+){{0,2}}\s[$£€]?[0-9]")
_LEAD_VERB = re.compile(rf"{one_of(W['lead_verb'], True)}\s$")
_LEAD_FOLLOWS = re.compile(rf"\s{one_of(W['lead_follows'])}")
_CAPITAL_AFTER = re.compile(r"[ \u00a0-](?![A-Z]{1,3}\$)([A-Z][\w’'&-]*)")
_COMPANY = re.compile(rf"(?:[ \u00a0-][A-Z][\w&-]*){{0,2}}[ \u00a0](?i:({one_of(W['company'])}))")
_TICKER = re.compile(rf"{one_of(W['exchange'])}\s?:\s?$")
_LEAD_LAST = re.compile(r"\bmetals?\b[^.;\n]*\b(?:was|were|is|are|and|or|like|than|for) lead[.,;)]$")
_LEAD_IS = re.compile(rf":|[ \u00a0]{one_of(W['lead_is'])}")
_ACTS = re.compile(rf"[ \u00a0]{one_of([word.title() for word in W['acts']])}")
_COMMON = set(W["common"])
_STOP = re.compile(r"[.;!?\n]")
_BYLINE = re.compile(r"\b(?:edit|report|writ|compil)(?:ing|ed|ten) by [^.;()\n]*$", re.I)
_OPENERS = set(W["opener"])


def find(text: str, context: Context = Context(), places: Candidates | None = None) -> list[Mention]:
    """All mentions of minerals in `text`, in order; `context` is not needed."""
    past = -1
    found: list[Mention] = []
    settled: dict[re.Pattern, bool] = {}
    named: set[str] = set()  # parts of names met in running text, to know them again in headlines
    for start in (places or candidates(text)).minerals:
        match = FORMS.match(text, start) if start > past else None
        if not match:
            continue
        words, past = match[0], match.end()
        end = past
        material = MATERIALS[words if words in MATERIALS else re.sub(r"\s", " ", words)]
        if material is None or not is_whole_word(text, start, end):
            continue
        if material.settled_by and material.settled_by not in settled:
            settled[material.settled_by] = bool(material.settled_by.search(text))
        here = window(text, start, end)
        form = settled.get(material.settled_by, True) and _form(material, here, named)
        if form:
            found.append(Mention("mineral", start, end, words, mineral=material.mineral, form=form))
    return found


def _form(material: Material, here: Window, named: set[str]) -> str:
    """The form of a mention; empty where it is none."""
    if material.not_near and material.not_near.search(_clause(here)):
        return ""
    if here.words.isupper() and _TICKER.search(here.before):
        return ""
    if material.mineral == "lead" and not _is_metal(here):
        return ""
    if material.settled_by or not here.words[0].isupper():
        return material.form  # abbreviations and plain words
    company = _COMPANY.match(here.after)
    company = bool(company and (company[1][0].isupper() or _named_before(here)))
    if not company and (after_person(here, set()) or _BYLINE.search(here.before)):
        return ""
    return "in_name" if _in_name(here, named, company) else material.form


def _clause(here: Window) -> str:
    """The words around the mention up to the next full stop, semicolon or line break."""
    return _STOP.split(here.before)[-1] + " " + _STOP.split(here.after, maxsplit=1)[0]


@cache
def _beside_lead() -> tuple[re.Pattern, re.Pattern, re.Pattern]:
    """Another mineral right before, right after, anywhere; compiled when first asked for: that takes a while."""
    return (
        re.compile(rf"\b{_MINERAL}{_JOINT}$"),
        re.compile(rf"{_JOINT}{_MINERAL}\b"),
        re.compile(rf"\b{_MINERAL}\b"),
    )


def _is_metal(here: Window) -> bool:
    """Whether "lead" is the metal: "lead and zinc", "lead smelter", "tonnes of lead"; never after "to", "will"."""
    before = here.before[-40:]
    if _LEAD_VERB.search(before):
        return False
    mineral_before, mineral_after, other_mineral = _beside_lead()
    if any(after.match(here.after) for after in (mineral_after, _LEAD_AFTER, _LEAD_MOVES)):
        return True
    if here.words == "Lead" and _LEAD_IS.match(here.after) and _begins(here):
        return True
    if _QUOTE.match(here.after) and (other_mineral.search(here.after) or other_mineral.search(here.before)):
        return True  # in a list of prices
    if _LEAD_LAST.search(here.before + here.words + here.after[:1]):
        return True
    beside = mineral_before.search(before) or _LEAD_BEFORE.search(before)
    return bool(beside) and not _LEAD_FOLLOWS.match(here.after)


def _named_before(here: Window) -> str:
    """The capital's own word right before, or before an "&": "Barrick Gold", "Copper & Gold"; else empty."""
    word = here.previous
    if word == "&":
        word = " ".join(here.before.split()[-2:-1])
    return word if word[:1].isupper() and word[-1].isalnum() and word not in _OPENERS else ""


def _begins(here: Window) -> bool:
    """Whether the mention begins a sentence or a line, so that its capital says nothing."""
    head = here.before.rstrip(" \u00a0*>•–—-")
    return not head or head[-1] in '.!?\n”"’'


def _in_name(here: Window, named: set[str], company: bool) -> bool:
    """Whether a mineral with a capital is part of a name; a headline's capitals say nothing of themselves."""
    before, after = _named_before(here), _CAPITAL_AFTER.match(here.after)
    parts = {f"{before} {here.words}"} if before else set()
    if after and after[1].lower() not in _COMMON and f"{after[1]}" not in MATERIALS:
        parts.add(f"{here.words} {after[1]}")
    acts = before and _ACTS.match(here.after)  # "Boreal Gold Closes Placement"
    if not (company or acts) and (is_headline(here) or here.words.isupper()):
        return not named.isdisjoint(parts)
    named |= parts
    return bool(company or parts)
