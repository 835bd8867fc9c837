"""Percents, shares and durations: `60 per cent`, `2.5 percentage points`; `two-thirds`, `half of`; `six months`."""

import re

from ..numbers import FORMS, GLYPHS
from .lexicon import GAP as _GAP
from .lexicon import UNIT, units
from .quantity import Quantity, is_year, times

_DURATION = re.compile(
    rf"(?:-|{_GAP}|\n)(?:(?:an?|full|consecutive|straight|working|business|calendar|fiscal|financial|trading|more"
    rf"|additional|further|other|whole|long|short|school|sitting)[ -]){{0,2}}({units('duration')})(?![\w])"
    rf"(?![- ]olds?\b|[ ]of age\b)"
)
_PERCENT = re.compile(
    r"[- \u00a0\n]?(?:an? )?(?:%(?:[- ]?(?P<of>points?))?|per[ -]?cent(?:age)?[- ](?P<points>points?)\b"
    r"|(?P<short>ppt?s?)\b|per[- ]?cent\b|pc\b|pct\b)"
)
_MINUS = re.compile(r"(?:^|[\s(\u00a0])([-−–])$")
PARTS = {form: worth for form, (worth, kind) in FORMS.items() if kind == "part"}

_AFTER_SHARE = re.compile(
    r"[ \u00a0\n](?:of|majority|stake|share|more|less|fewer|higher|lower|bigger|smaller|larger|cheaper)\b"
)
_AFTER_HALF = re.compile(r"[ \u00a0\n](?:of|the|its|their|his|her|our|that|those|these|all)\b")
_NOT_A_HALF = re.compile(
    r"\b(?:first|second|third|other|latter|last|top|bottom|back|front|early|final|next|this|opening"
    r"|northern|southern|eastern|western|upper|lower|better|first-|second-|a)[ \u00a0\n-]$",
    re.I,
)
# "by a third", "nearly a quarter": with nothing after it that the third could be the third of.
_ARTICLE = re.compile(r"\b(?:an?|another|the (?:other|remaining))[ \u00a0\n]$", re.I)
_MEASURED = re.compile(
    r"\b(?:another|the remaining) $|\b(?:by|up|down|nearly|almost|about|around|approximately|roughly|over|than|up to"
    r"|just|for|or|to|only|least|under|below|above|half|and) (?:an? )?$",
    re.I,
)
_THINK = (
    "say|said|think|thought|believe|believed|want|wanted|support|supported|oppose|opposed|expect|expected|agree|agreed"
    "|disagree|disagreed|feel|felt|fear|feared|plan|planned|prefer|favou?r|favou?red|intend|told|voted"
)
_CLOSED = re.compile(
    rf"[ \u00a0\n](?:{_THINK}|do|did|go|went|come|came|live|use|used|report|reported|now|also|still|may|might|can|could)\b"
    r"|[ \u00a0\n](?:in|since|from|to|over|on|this|last|compared|and|by|during|for|at|as|after|between|more"
    r"|less|higher|lower|smaller|larger|fewer|below|above|within|through|so far|year-on-year|is|are|was"
    r"|were|would|will|have|had|has|or|but|while|with|when|if|before|under)\b|[.,;:!?)\]”’\"'—–…]|\n|\s?\Z"
)
_HALF_THINK = re.compile(rf"[ \u00a0\n](?:{_THINK})\b")
_TAKEN = re.compile(  # "which sold half."
    r"\b(?:in|cut|by|bought|buys?|sold|sells?|owns?|owned|holds?|held|gave|gives?|took|takes?|lost|spent|kept|keeps?|acquired"
    r"|received|repaid) $"
)
_SPAN_OF = re.compile(
    r"[ \u00a0\n]of[ \u00a0\n](?:an?[ \u00a0\n])?(?:century|mile|hour|year|decade|its kind|(?:19|20)[0-9]{2})\b"
)


def percent(text: str, number: Quantity) -> bool:
    """Make `number` a percentage or a difference in percentage points, where it is followed by the word."""
    found = _PERCENT.match(text, number.end)
    if not found:
        return False
    points = found["of"] or found["points"] or found["short"]
    number.kind, number.end = "percent", found.end()
    number.unit = "percentage points" if points else "percent"
    number.low = number.high = times(number.coefficient, number.scale)
    sign = _MINUS.search(number.before, max(0, len(number.before) - 2)) if number.digits else None
    if sign:
        number.start -= 1
        number.low = number.high = -number.low
    return True


def share(text: str, number: Quantity) -> bool:
    """Make `number` a share, where it is a fraction of something."""
    if number.digits:
        return False
    words = text[number.start : number.end].lower().replace("-", " ").split()
    last = words[-1] if words else ""
    if last not in PARTS and last not in GLYPHS and "/" not in last:
        return False
    if not _is_share(text, number, words, last):
        return False
    number.kind, number.unit = "share", "share"
    number.low = number.high = number.coefficient
    return True


def _is_share(text: str, number: Quantity, words: list[str], last: str) -> bool:
    end = number.end
    if _SPAN_OF.match(text, end) or number.scale > 1 or text[end : end + 1] == "-":
        return False
    if last not in PARTS:
        return len(words) == 1 and bool(_AFTER_SHARE.match(text, end))
    if len(words) > 1:  # "two-thirds", "one fifth"; but "twenty-fifth" is a place in a row
        one, plural = words[0] == "one", last.endswith("s")
        quarters = last != "quarters" or "-" in text[number.start : end] or _AFTER_SHARE.match(text, end)
        return len(words) == 2 and one != plural and number.coefficient < 1 and bool(quarters)
    before = number.before
    if last == "half":
        measured = _MEASURED.search(before) or _TAKEN.search(before)
        of = (_AFTER_HALF.match(text, end) or _HALF_THINK.match(text, end)) and not _NOT_A_HALF.search(before)
        return bool(of or (measured and _CLOSED.match(text, end)))
    if last.endswith("s") or not _ARTICLE.search(before):
        return False
    return bool(_AFTER_SHARE.match(text, end) or (_MEASURED.search(before) and _CLOSED.match(text, end)))


def duration(text: str, number: Quantity) -> bool:
    """Make `number` a length of time ("60-day", "six months"), in units as in "day"; ages are none."""
    found = _DURATION.match(text, number.end)
    if not found or is_year(number) or number.before.lower().endswith("aged "):
        return False
    unit = UNIT[found[1]]
    if number.scale >= 1000 and {"a", "an"}.intersection(text[number.end : found.start(1)].split()):
        return False  # "120 million a year"
    if (
        unit == "hour"
        and len(number.digits) == 4
        and number.digits.isdigit()
        and number.before.endswith("at ")
    ):
        return False  # "at 1400 hours"
    if unit == "day" and text[number.start : found.end()].lower() == "one day":
        return False
    number.kind, number.unit, number.end = "duration", unit, found.end()
    number.low = number.high = times(number.coefficient, number.scale)
    return True
