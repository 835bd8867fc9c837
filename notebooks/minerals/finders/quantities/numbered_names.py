"""Numbers that are names or parts of them: section 5, 12 May, Boeing 737, the Five Eyes, Phases 2 and 3."""

import re

from ..numbers import WORDS
from .lexicon import GROUPS, HEADLINE, LABELS, MONTHS, STOPS
from .quantity import Quantity

_CAPITAL = re.compile(r"[- \u00a0][A-Z]")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Ff]rom|[Nn]ear|[Aa]t|[Oo]utside) (?:the )?(?:[A-Z][\w'’-]+ ){1,3}$"
)
_MODEL = re.compile(r"[0-9]{1,4}|[0-9]{1,2}\.[0-9]{1,2}")  # of a product: "Boeing 737", "Release 4.2"
# "Sections 232 and 301", "Units one to three": what the first is makes the second a label too
_LABELLED = re.compile(rf"([\w.]+)[ \u00a0](?:[0-9][0-9.]{{0,5}}|{WORDS}),? (?:and|or|to|&)[ \u00a0]$")
_RUN = re.compile(r"[\w.]+")
# "by year ten of the plan", and not "this year ten firms"
_PERIOD = re.compile(r"\b(?:by|in|from|of|until|to|through|since|after|at) year $", re.I)
_VERB = re.compile(r"[a-z](?:s|ed|ing)$")
_SHORTENED = 4  # letters
_OPENS = ".!?:;|•–—-“‘\"'([\n"  # before a word that is a capital's only reason


def labelled(text: str, number: Quantity) -> str:
    """Does the word before make the number a name? "label" surely (section 5), "name" likely (Boeing 737)."""
    before = number.before if number.digits else number.before.rstrip("“‘\"'(")
    if before[-1:] not in " \u00a0\n":
        return ""
    if before.endswith("..... "):
        return "label"  # of a table of contents
    if "\n" in before[len(before.rstrip()) : -1]:
        return ""  # a line is empty between
    words = before.rsplit(None, 1)
    last = words[-1].lstrip("(“‘\"'[*_") if words else ""
    lower = last.rstrip(".").lower()
    ends = last.endswith(".") and len(lower) > _SHORTENED  # a sentence, as "No." does not
    if (lower in LABELS and not ends) or (last.isdigit() and len(last) < 4 and before[-1] != "\n"):
        return "label"
    if lower == "year" and _PERIOD.search(before):
        return "label"
    if lower in MONTHS and last[0].isupper() and number.coefficient <= 31 and number.scale == 1:
        return "label"
    if lower in ("and", "or", "to", "&"):
        if LABELS.isdisjoint(word.rstrip(".") for word in _RUN.findall(before.lower())):
            return ""
        first = _LABELLED.search(before)
        return "label" if first and first[1].rstrip(".").lower() in LABELS else ""
    if lower == "of" and words[0].endswith(("Group", "Gang")):
        return "label"
    if not number.digits and text[number.start].isupper() and lower in GROUPS:
        return "label"  # "the Big Four"
    if not number.digits and text[number.start].isupper() and last.islower() and last.isalpha():
        return "label" if _CAPITAL.match(text, number.end) else ""  # "the Five Eyes"
    if not last[:1].isupper() or not last[-1].isalnum() or last.endswith(("'s", "’s")):
        return ""
    if lower in STOPS or lower in _WEEKDAYS:
        return ""
    if not number.digits or number.scale > 1 or not _MODEL.fullmatch(number.digits):
        return ""
    opening = before[: before.rindex(words[-1])].rstrip(" \u00a0")
    if not opening or opening[-1] in _OPENS or _PLACED.search(before):
        return ""
    if _CAPITAL.match(text, number.end) and (
        lower in HEADLINE or _VERB.search(last) or opening.endswith(" to")
    ):
        return ""  # "Storm Kills 12 Sailors"
    above = opening.rpartition(" ")[2]
    if lower == "top" and (not above[:1].isupper() or above.lower() in STOPS):
        return ""  # "the Top 10 Exporters"
    return "name"
