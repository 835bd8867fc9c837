"""Capitals and seats of government as actors: "Beijing tried", "talks with Beijing", "the Kremlin".

A capital is a metonym only where its surroundings say that it acts, or that someone acts on it; as a
place ("in Washington, D.C.", "BEIJING, Feb 5 --", "Wellington-based") it is nothing. A seat ("the White
House") is one unless it is a place ("at the White House"). The word lists are in `metonym_words.csv`.
"""

import re

from ..base import Mention
from ..context import GIVEN_NAMES, Window, one_of, word_lists
from ..lexicons import either

W = word_lists("countries/metonym_words")
_ADVERBS = rf"(?:\s{one_of(W['adverb'])}|\s[a-z]+ly\b){{0,3}}"
_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.-]*)?"
_VERB = (
    rf"{_ADVERBS}\s(?:{one_of(W['verb'])}"
    rf"|(?:has|have|had){_ADVERBS}\s(?:been\s[a-z]+ing\b|{one_of(W['participle'])}|[a-z]+ed\b)"
    rf"|(?:is|are|was|were|be|been|remains?|remained|seems?|appears?){_ADVERBS}\s(?:[a-z]+ing\b|{one_of(W['state'])})"
    rf"|(?:will|would|could|can|may|might|shall|should|must|did|does|do|cannot|won[’']t|doesn[’']t|didn[’']t|isn[’']t)"
    rf"{_ADVERBS}\s(?!host|be\b|have\b)[a-z]+)"
)
_ACTS = re.compile(
    rf"(?:,?\swhich|,\s(?:however|meanwhile|too|in\sturn|for\sits\spart|by\scontrast|in\sresponse),|\s(?:and|or)\s{_NAME})?{_VERB}|\s(?:and|or)\s{_NAME}\s(?:have|are|were)\b"
)
_OWNS = re.compile(rf"[’'](?:s\b)?\s(?!(?:[\w-]+\s){{0,2}}{one_of(W['place_noun'])})[a-z“\"‘]")
_LINKED = re.compile(rf"[-\u2010\u2011\u2013](?:{one_of(W['linked'])}|{_NAME}\s{one_of(W['label'])})")
_LABEL_END = re.compile(rf"\s{one_of(W['label'])}")
_LABEL_START = re.compile(r"[A-Z][\w.]*[-\u2010\u2011\u2013]$")
_FOLLOWED = re.compile(rf"\s{one_of(W['following'])}")
_PARTNERS = re.compile(rf"\sand\s(?:its\s)?(?:[a-z]+\s)?(?:[A-Z][\w-]*\s)?{one_of(W['partner'])}")
_SPANS = ["both", "either", "neither", "then", "and"]
_SPAN = rf"(?:{one_of(_SPANS)}\s)?"
_ACTED_ON = re.compile(
    rf"{one_of(W['object'] + W['object_of'], True)}\s{_SPAN}(?:{_NAME}(?:,\s{_NAME})*,?\s(?:and|or)\s)?$"
)
_LAST_WORDS = {words.split()[-1] for words in W["object"] + W["object_of"] + _SPANS} | {"or"}
_LAST_LETTERS = tuple(_LAST_WORDS)
_TRAVEL = re.compile(one_of(W["travel"]))
_PLACES = {word for small in W["place_before"] for word in (small, small.capitalize())}
_AT_PLACE = re.compile(rf"{one_of(W['place_before'], True)}\s(?:{_NAME}\sand\s)?$")
_PLACE_AFTER = re.compile(r"[-\u2010\u2011]|,?[ \u00a0](?:D\.?C\b|[A-Z])|[’']s?\s")
_AT_SEAT = re.compile(rf"{one_of(W['seat_place'], True)}\s(?:the\s)?(?:[0-9]+\s)?$")
_SEAT_NOUN = re.compile(rf"\s(?i:{either(W['seat_noun'])})\b")
_OPENERS = {word.title() for word in W["opener"]}


def acts(kind: str, here: Window) -> bool:
    """Whether a `capital` or a `seat` means its government here."""
    before, after, word = here.before, here.after, here.previous
    if kind == "seat":
        return not (_AT_SEAT.search(before) or _SEAT_NOUN.match(after))
    if word in GIVEN_NAMES or (word[:1].isupper() and word.isalpha() and word not in _OPENERS):
        return False
    if _OWNS.match(after) or _LINKED.match(after) or _FOLLOWED.match(after) or _PARTNERS.match(after):
        return True
    if _LABEL_START.search(before) and _LABEL_END.match(after):
        return True
    if word.lower() in _LAST_WORDS and _ACTED_ON.search(before) and not _PLACE_AFTER.match(after):
        return not _TRAVEL.search(before)
    return bool(_ACTS.match(after)) and not _at_place(here)


def _at_place(here: Window) -> bool:
    return here.previous in _PLACES or _AT_PLACE.search(here.before) is not None


def _acted_on(here: Window) -> bool:
    may = not here.previous or here.previous.lower().endswith(_LAST_LETTERS)
    return may and _ACTED_ON.search(here.before) is not None


_LIST = re.compile(r"(?:[’']s?)?(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)")


class Capitals:
    """The capitals of a list act together: "how Tokyo, Beijing and Seoul can". Kept: those that wait for one."""

    def __init__(self) -> None:
        self.last: Mention | None = None
        self.waiting: list[Mention] = []
        self.place = False

    def form(self, text: str, here: Window, capital: Mention) -> str:
        """The form of `capital`, seen with the list that it is in."""
        last, self.last = self.last, capital
        linked = (
            last is not None
            and capital.start - last.end < 12
            and _LIST.fullmatch(text, last.end, capital.start) is not None
        )
        if not linked:
            self.waiting, self.place = [], False
        if capital.form or (linked and last and last.form):
            self.last = capital._replace(form="metonym")
            return "metonym"
        self.place = self.place or (_at_place(here) and not _acted_on(here))
        if not self.place:
            self.waiting.append(capital)
        return ""

    def released(self) -> list[Mention]:
        """The capitals of the list so far, as one of them acts."""
        waiting, self.waiting = self.waiting, []
        return [capital._replace(form="metonym") for capital in waiting]
