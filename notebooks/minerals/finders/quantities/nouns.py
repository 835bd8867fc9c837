"""Nouns and other words beside numbers, by kind: `lists/nouns.csv`; and plurals, as far as their form tells."""

from functools import lru_cache

from ..lexicons import rows

_WORDS: dict[str, set[str]] = {}
for _row in rows("nouns"):
    _WORDS.setdefault(_row["kind"], set()).add(_row["word"])
STOPS, LABELS, MONTHS, PLURALS, SINGULARS, PEOPLES, ADJECTIVES, BEFORE, HEADLINE, PERSONS, GROUPS = (
    _WORDS[kind]
    for kind in (
        "stop",
        "label",
        "month",
        "plural",
        "singular",
        "people",
        "adjective",
        "before",
        "headline",
        "person",
        "group",
    )
)


@lru_cache(4096)
def plural(word: str) -> bool:
    """Is `word`, in lower case, the plural of a noun, as far as its form tells?"""
    if word in PLURALS:
        return True
    if word.endswith(("'s", "’s")) or word in SINGULARS or word in STOPS:
        return False
    word = word.rstrip("'’")
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
