"""What charts say in the same way everywhere: a label to hover, the source line, lists that end in "and 31 more"."""

import html
import textwrap
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from ...corpus.display import plain, quoted
from .. import cited
from ..stretches import written

CREDIT = "Chart: Critical Minerals Ministerial notebooks, MIT licence"
_LINE, _TALLEST = 42, 18  # letters in a line of a label, which fits on a phone; lines of sentences in it
NOTHING = "Nothing to draw"


class Words(NamedTuple):
    """`title` is the finding, `note` how to read the marks, `source` what it rests on, `alt` for who cannot see it."""

    title: str
    note: str
    source: str
    alt: str

    def less(self, count: int) -> "Words":
        """The words of a picture that has no room for the last `count` rows."""
        return (
            self._replace(note=f"{self.note} Not drawn at this size: {count} more, in the table.")
            if count > 0
            else self
        )


def nothing(what: str) -> Words:
    """The words of a chart whose table has no row for it; `what` it would have drawn."""
    title = f"{NOTHING}: these rows hold no {what}"
    return Words(title, "", CREDIT, f"An empty chart. {title}.")


def source(data: pd.DataFrame, outside: Iterable[str] = ()) -> str:
    """The documents behind rows with `source` and `published`, then sources of `data/reference/` by their id, credit.

    Rows without a `document` are of the reference.
    """
    shown = data[data["document"] != ""].drop_duplicates("source").sort_values("published", kind="stable")
    parts = [f"{row.source}, {written(row.published)}" for row in shown.itertuples()]
    words = [f"Sources: {listed(parts, 12, '; ')}"] if parts else []
    if ids := list(dict.fromkeys(outside)):
        words.append(cited.outside(ids))
    return ". ".join([*words, CREDIT])


def listed(names: list[str], most: int, comma: str = ", ") -> str:
    """The names, or the first `most` of them and how many more there are."""
    names = list(names)
    more = [f"and {len(names) - most} more"] if len(names) > most else []
    return comma.join([*names[:most], *more])


def sentence(names: Iterable[str], most: int = 99) -> str:
    """The names as a sentence has them: 'Peru', 'Peru and Japan', 'Peru, Japan and 3 more'."""
    names = list(names)
    names = names if len(names) <= most else [*names[:most], f"{len(names) - most} more"]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def count(number: int) -> str:
    """A small number as a word, as a sentence has it."""
    names = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return names[number] if number < len(names) else f"{number:,}"


def capital(words: str) -> str:
    """The words with their first letter in upper case."""
    return words[:1].upper() + words[1:]


def hover(head: str, rows: pd.DataFrame) -> str:
    """What pointing at a mark shows: its words, then what each row says, who says it and when, as Plotly's HTML.

    Plotly draws no label that is taller than its chart: what does not fit is counted, and is in the table.
    """
    shown, tall, rows = [], 0, rows.drop_duplicates(["quote", "source"])
    for row in rows.itertuples():
        said = textwrap.wrap(quoted(plain(row.quote)), _LINE) or [""]
        said = said if shown or len(said) <= _TALLEST else [*said[:_TALLEST], "…"]
        place = textwrap.wrap(
            ", ".join(filter(None, [row.source, row.published and written(row.published)])), _LINE
        )
        tall += len(said) + len(place) + 1
        if shown and tall > _TALLEST:
            break
        shown.append("<br>".join(map(safe, [*said, *place])))
    more = [f"and {len(rows) - len(shown)} more"] * (len(shown) < len(rows))
    name = "<br>".join(map(safe, textwrap.wrap(head, _LINE - 7)))
    return "<br><br>".join([f"<b>{name}</b>", *shown, *more])


def safe(words: str) -> str:
    """`words` for Plotly, which would show an escaped quotation mark as such and take dollar signs in pairs for TeX."""
    return html.escape(words, quote=False).replace("$", "&#36;")
