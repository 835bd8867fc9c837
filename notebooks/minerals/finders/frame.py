"""Mentions as a DataFrame, for analysts: `frame`."""

import datetime

import pandas as pd

from ..errors import Problem
from . import KINDS, Context, Mention, find


def frame(text: str, date: datetime.date | str | None, currency: str, kinds: tuple[str, ...]) -> pd.DataFrame:
    """The mentions of `kinds` (all where empty) in `text`: one row each, the columns of `Mention`.

    Raises Problem for a date, currency or kind that does not exist.
    """
    if wrong := [kind for kind in kinds if kind not in KINDS]:
        raise Problem(f"no kind of mention is called «{wrong[0]}»; there are {', '.join(KINDS)}")
    found = find(text, Context(_day(date), _currency(currency)), kinds or KINDS)
    return pd.DataFrame(found, columns=Mention._fields).astype(
        {"value": "Float64", "low": "Float64", "high": "Float64"}
    )


def _day(date):
    if date is None or isinstance(date, datetime.date):
        return date
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        raise Problem(f"«{date}» is not a date; write it as 2026-02-04") from None


def _currency(code):
    from .quantities.money import PLACES

    if code and code not in PLACES:
        raise Problem(f"«{code}» is not an ISO 4217 code; write NZD or USD, for example")
    return code
