"""What a finder takes (`Context`) and gives (`Mention`)."""

import datetime
from typing import NamedTuple


class Context(NamedTuple):
    """What a text does not say of itself: its date, and the ISO 4217 currency behind its bare dollar sign."""

    date: datetime.date | None = None
    currency: str = ""


class Mention(NamedTuple):
    """A mention. `start` and `end` are code points, end exclusive; `text` is what is between them.

    Numbers are plain units (`12 billion` is 12000000000); `low` and `high` are always given for a
    quantity and `value` where they are equal. `date` is EDTF.
    """

    kind: str
    start: int
    end: int
    text: str
    iso3: str = ""
    form: str = ""
    mineral: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    currency: str = ""
    modifier: str = ""
    date: str = ""
