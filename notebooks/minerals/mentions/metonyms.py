"""Capitals and seats of government as actors: "Beijing tried", "talks with Beijing", "the Kremlin".

A capital is a metonym only where its surroundings say that it acts, or that someone acts on it; as a
place ("in Washington, D.C.", "BEIJING, Feb 5 --", "Wellington-based") it is nothing. A seat ("the White
House") is one unless it is a place ("at the White House"). The word lists stand in `lists/metonym_words.csv`.
"""

import re

from .forms import either
from .surroundings import GIVEN_NAMES, last_word, one_of, word_lists

W = word_lists("metonym_words")
_ADVERBS = rf"(?:\s{one_of(W['adverb'])}|\s[a-z]+ly\b){{0,3}}"
_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.-]*)?"
_VERB = (
    rf"{_ADVERBS}\s(?:{one_of(W['verb'])}"
    rf"|(?:has|have|had){_ADVERBS}\s(?:been\s[a-z]+ing\b|{one_of(W['participle'])}|[a-z]+ed\b)"
    rf"|(?:is|are|was|were|be|been|remains?|remained|seems?|appears?){_ADVERBS}\s(?:[a-z]+ing\b|{one_of(W['state'])})"
    rf"|(?:will|would|could|can|may|might|shall|should|must|did|does|do|cannot|won[’']t|doesn[’']t|didn[’']t|isn[’']t)"
    rf"{_ADVERBS}\s(?!host|be\b|have\b)[a-z]+)"
)
_ACTS = re.compile(rf"(?:,?\swhich|\s(?:and|or)\s{_NAME})?{_VERB}")
_OWNS = re.compile(rf"[’'](?:s\b)?\s(?!(?:[\w-]+\s){{0,2}}{one_of(W['place_noun'])})[a-z“\"‘]")
_LINKED = re.compile(rf"[-\u2010\u2011\u2013](?:{one_of(W['linked'])}|{_NAME}\s{one_of(W['label'])})")
_LABEL_END = re.compile(rf"\s{one_of(W['label'])}")
_LABEL_START = re.compile(r"[A-Z][\w.]*[-\u2010\u2011\u2013]$")
_FOLLOWED = re.compile(rf"\s{one_of(W['following'])}")
_SPAN = r"(?:\b(?:both|either|neither|then|and)\s)?"
_ACTED_ON = re.compile(rf"{one_of(W['object'] + W['object_of'], True)}\s{_SPAN}(?:{_NAME}(?:,\s{_NAME})*,?\s(?:and|or)\s)?$")
_TRAVEL = re.compile(one_of(W["travel"]))
_AT_PLACE = re.compile(rf"{one_of(W['place_before'], True)}\s(?:{_NAME}\sand\s)?$")
_PLACE_AFTER = re.compile(r"[-\u2010\u2011]|,?\s(?:D\.?C\b|[A-Z])|[’']s?\s")
_AT_SEAT = re.compile(rf"{one_of(W['seat_place'], True)}\s(?:the\s)?(?:[0-9]+\s)?$")
_SEAT_NOUN = re.compile(rf"\s{either(W['seat_noun'], True)}\b")
_OPENERS = set(
    "But And While When If As Both Since Although Though Yet So Now Then Because After Before Until That What Why "
    "How Where Even Neither Either With By Between Against For To From In On At The Did Will Would Has Is Can".split()
)


def acts(kind: str, before: str, after: str) -> bool:
    """Whether a `capital` or `seat` between the texts `before` and `after` stands for its government."""
    if kind == "seat":
        return not (_AT_SEAT.search(before) or _SEAT_NOUN.match(after))
    word = last_word(before).lstrip("(“\"'‘[*")
    if word in GIVEN_NAMES or (word[:1].isupper() and word.isalpha() and word not in _OPENERS):
        return False
    if _OWNS.match(after) or _LINKED.match(after) or _FOLLOWED.match(after):
        return True
    if _LABEL_START.search(before) and _LABEL_END.match(after):
        return True
    if _ACTED_ON.search(before) and not _PLACE_AFTER.match(after):
        return not _TRAVEL.search(before)
    return bool(_ACTS.match(after)) and not _AT_PLACE.search(before)
