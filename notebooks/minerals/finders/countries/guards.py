"""Whether a country's name mentions the country, and whether it is part of a body's name.

The words that these questions ask for are in `context_words.csv`, each list with an example.
"""

import re

from ..context import GIVEN_NAMES, LONGEST, Window, after_person, is_headline, one_of, word_lists
from ..lexicons import either

W = {role: set(words) for role, words in word_lists("countries/context_words").items()}
_SPACE = "[ \u00a0]"
_CAPITAL = r"[A-Z](?:[\w&’'-]|\.(?=\w))*"
_RUN = re.compile(
    rf"{_SPACE}{_CAPITAL}(?:{_SPACE}(?:\([^\s()]{{2,12}}\){_SPACE})?(?:(?:of|for|and|on|the|&|de){_SPACE}){{0,2}}{_CAPITAL}){{0,6}}"
)
_OF = re.compile(rf"\b(?:of|de){_SPACE}(?:the{_SPACE})?$")
_MADE = {word.title() for word in W["made"]}
_OWN_CAPITAL = re.compile(r"[A-Z][\w&-]+")
_OF_A_COMPANY = re.compile(
    r",? (?:LLC|L\.L\.C|Inc|Ltd|Limited|Corp|PLC|plc|LLP|GmbH|Pty|S\.A|SpA|AG|NV|Pvt|Tbk)\b"
)
_LAST = {"UK", "NZ", "USA", "PNG"}  # companies' names end in them; "US" and "EU" begin other names
_INITIALS = re.compile(r"[A-Z]{3,5}")
_SMALL = re.compile(r"(?<![\w’'])[a-z]{2,}")
_LINKS = {"of", "and", "for", "the", "&"}
_GEOGRAPHY = re.compile(rf"{_SPACE}{either(word.title() for word in W['geography'])}\b")
_GEOGRAPHY_OF = re.compile(
    rf"\b{either(word.title() for word in W['geography_of'])}{_SPACE}of{_SPACE}(?:the{_SPACE})?$"
)
_CURRENCY_SIGNS = set("$¢")
_CURRENCY_SIGN = re.compile(r"\\*[$¢]|[ \u00a0]\\*\$\s?[0-9]")
_CURRENCY_WORD = re.compile(rf"{_SPACE}{one_of(W['money_word'], True)}")
_SURNAME = re.compile(rf"{_SPACE}([A-Z][a-zé’'-]+)\b")
_CHAIN = rf"(?:{either(W['language'] | W['tongue'])}(?:,\s(?:and\s)?|\sand\s|\sor\s)){{0,4}}$"
_LANGUAGE_BEFORE = re.compile(rf"{one_of(W['language_before'], True)}\s(?:both\s)?{_CHAIN}")
_LANGUAGE_AFTER = re.compile(rf"[- ]{one_of(W['language_after'])}")
_LANGUAGE_IN = re.compile(rf"\b(?:[Ii]n|into|from)\s(?:both\s)?{_CHAIN}")
_LANGUAGE_END = re.compile(rf"\s*(?:$|[^\w\s-]|{one_of(W['language_end'])})")
_PRONOUN = re.compile(rf"(?i:\b{either(W['pronoun_after'])})\s$")
_PRONOUN_LAST = {words.split()[-1] for words in W["pronoun_after"]}


# Before and after a country these call for the rules.
_CUES = {"of", "in", "de", *W["scale"], *W["honorific"], *GIVEN_NAMES}
_ASKING = set(" \u00a0\\@.-") | _CURRENCY_SIGNS


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether a country is where no rule of this module applies, as most do: before a small word or a
    comma, and after one space and a small word that is no cue, or in a list. No adjectives, which may be languages.
    """
    if text[end : end + 1] in _ASKING and not (text[end] == " " and text[end + 1 : end + 2].islower()):
        return False
    if start <= LONGEST or text[start - 1] != " ":
        return False
    word = text[start - LONGEST : start - 1].rpartition(" ")[2]
    if word[-1:] == ",":
        return word[:-1].isalpha() and text[start:end] != "SA"
    if not (word.islower() and word.isalpha()) or word in _CUES:
        return False
    if word in _PRONOUN_LAST and text[start:end] == "US":
        return False
    return word != "the" or text[start - 7 : start - 5] != "of"


def counts(here: Window, form: str) -> bool:
    """Whether a written form of the kind `form` mentions its country here."""
    if not _CURRENCY_SIGNS.isdisjoint(here.after[:3]) and _CURRENCY_SIGN.match(here.after):
        return False
    if (here.previous[:1].isdigit() or here.previous in W["scale"]) and _CURRENCY_WORD.match(here.after):
        return False  # both are part of an amount of money
    if form == "abbreviation":
        if here.words == "SA":  # after a name it says what kind of company it is: Vale SA
            return not here.previous[:1].isupper() or here.previous.lower() in W["small"]
        return here.words != "US" or not _is_pronoun(here)
    if here.capital_follows and _GEOGRAPHY.match(here.after):
        return False
    if here.previous.lower() in W["geography_before"] and here.previous[0].isupper():
        return False
    if here.of_precedes and _GEOGRAPHY_OF.search(here.before):
        return False
    return " " in here.words or not (_is_person(here) or _is_language(here))


def _is_pronoun(here: Window) -> bool:
    """Whether capitals make "US" of "us": "CONTACT US" by itself, or "TELL US MORE" in a line of capitals."""
    if here.previous.lower() not in _PRONOUN_LAST or not _PRONOUN.search(here.before):
        return False
    return here.line.isupper() or len(here.line.split()) < 4


def _is_person(here: Window) -> bool:
    """Whether the word is part of a person's name: "Bill English", "Mr Jordan", "Jordan Peterson"."""
    if after_person(here, W["honorific"]):
        return True
    surname = here.capital_follows and here.words in W["given"] and _SURNAME.match(here.after)
    if not surname or is_headline(here):
        return False
    return not any(
        surname[1].lower() in W[role] for role in ("office", "title", "body", "industry", "plain", "verb")
    )


def _is_language(here: Window) -> bool:
    """Whether the word is a language: "in English.", "speaks French", "Russian-language", by itself in a menu."""
    if here.words not in W["language"]:
        return False
    if _LANGUAGE_BEFORE.search(here.before) or _LANGUAGE_AFTER.match(here.after):
        return True
    if here.line.strip(" \t\u00a0•*-|") == here.words:
        return True
    return bool(_LANGUAGE_IN.search(here.before) and _LANGUAGE_END.match(here.after))


def in_name(here: Window, form: str, after_country: bool) -> bool:
    """Whether the mention is part of a body's name: "US Export-Import Bank", "Air India", "Bank of England"; of a
    name in full or one of _LAST also "Rio Tinto Canada" and "Made in China 2025"."""
    if here.capital_follows and _begins_a_name(_RUN.match(here.after), here.line.isupper()):
        return True
    word = here.previous
    if word == "in" or word == "In":
        before = (word.lstrip("(“\"'‘[") for word in here.before.split()[-3:-1])
        return _may_end_a_name(here, form) and not _MADE.isdisjoint(before)
    if word[:1].isupper():
        if word.lower() in W["prefix"]:
            return form == "demonym" or _may_end_a_name(here, form)
        return not after_country and _may_end_a_name(here, form) and _follows_a_name(here)
    return (here.of_precedes or word == "de") and _ends_a_name(here.before)


def _may_end_a_name(here: Window, form: str) -> bool:
    return form == "name" or (form == "abbreviation" and here.words in _LAST)


def _begins_a_name(run: re.Match[str] | None, loud: bool) -> bool:
    """Whether the capitals after a country make a body of it: "US Senate", but "US Senate Leader" a title.

    In a line of capitals only the next word decides: "EU COMMISSION SAYS", but "CHINA STEEL EXPORTS RISE".
    """
    chamber = False
    if run and loud:
        return run[0].split()[0].lower() in W["body"]
    for place, word in enumerate(run[0].split() if run else []):
        bare = re.sub(r"[’']s?$", "", word).lower()
        if chamber and bare == "representatives":
            return True  # "US House of Representatives"
        if bare in W["title"]:
            return False  # "US Trade Representative", "Chinese Foreign Minister": no body's name
        if bare in W["body"] or (place == 0 and bare in W["industry"]):
            return True
        chamber = chamber or (place == 0 and bare in W["chamber"])
    return chamber


def _follows_a_name(here: Window) -> bool:
    """Whether the word before is a capital's own, in running text: "at Rio Tinto Canada", not "Perth, Australia"."""
    word = here.previous
    if not _OWN_CAPITAL.fullmatch(word) or word.lower() in W["no_name"] or word.lower() in W["title"]:
        return False
    if _OF_A_COMPANY.match(here.after):
        return True
    head = here.before[: -len(word) - 1].rstrip(" \u00a0")
    if (not head or not (head[-1].isalnum() or head[-1] in "&,’'")) and not _INITIALS.fullmatch(word):
        return False  # where a sentence begins, the capital says nothing
    return len(_SMALL.findall(here.before[-60:] + here.words + here.after[:60])) > 3 and not is_headline(here)


def _ends_a_name(before: str) -> bool:
    """Whether `before` ends with a body's name up to its "of": "Export-Import Bank of the"."""
    of = _OF.search(before, max(0, len(before) - 8))
    for word in reversed(before[: of.start()].split()) if of else []:
        bare = word.lower()
        if bare in W["plain"] or not (word[0].isupper() or bare in _LINKS):
            return False
        if word[0].isupper() and bare in W["body"]:
            return True
    return False
