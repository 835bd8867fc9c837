"""Who acts, speaks and publishes: people and bodies as one list, and the words that sources use for them.

`data/coding/actors.csv` has a line for each but countries and publishers that nothing more is said of: a country's
code or name is an actor by itself, and so is a document's publisher.
"""

import difflib
from collections.abc import Iterable, Iterator

from ..coding.checks import allowed
from ..coding.rows import Row, slug
from ..errors import Faults, Problem
from ..finders import find
from ..finders.countries import finder as known

_OF_A_COUNTRY = ("name", "abbreviation")  # forms that name a country and nobody in it
COUNTRY, PUBLISHER = "country", "publisher"  # kinds that the code itself gives


class Actors:
    """The actors of `actors.csv` and the `publishers`; a name that two share goes to `faults`, or is raised."""

    def __init__(self, sheet: list[Row], publishers: Iterable[str] = (), faults: Faults | None = None):
        self._rows = {row["actor"]: row for row in sheet}
        self._names: dict[str, str] = {}  # a name, as `_key` has it -> the actor
        self.used: set[str] = set()
        self._derived: dict[str, dict] = {}
        own = faults or Faults()
        self._complete = own.none_in("actors")  # else the one that is not found may be in a row with a fault
        own.each(self._hold_codes, own.sound(sheet))
        own.each(self._name, sheet)
        if not faults:
            own.stop()
        for name in filter(None, publishers):
            self.publisher(name)

    def id(self, words: str, row: Row, column: str) -> str:
        """The actor whom the `words` of the `column` name; Problem naming the nearest where they name none."""
        actor = self.named(words)
        if not actor and not self._complete:
            return ""
        if not actor:
            near = self._near(words)
            meant = f" (did you mean {' or '.join(f'«{name}»' for name in near)}?)" if near else ""
            raise row.fail(
                f"{column} «{words}» is none of the {len(self._rows)} actors of data/coding/actors.csv{meant}; add the "
                "words to the aliases of one, or a line for a new one"
            )
        self._use(actor)
        return actor

    def speaker(self, row: Row) -> str:
        """The actor whose name, to the letter, is the row's speaker."""
        actor = self.id(row["speaker"], row, "speaker")
        if actor and self.line(actor)["name"] != row["speaker"]:
            raise row.fail(
                f"the speaker «{row['speaker']}» is called «{self.line(actor)['name']}»; write that"
            )
        return actor

    def publisher(self, name: str) -> str:
        """The actor who publishes under `name`, one of its own where no line has it."""
        actor = self.named(name)
        if not actor:
            actor = self._names[_key(name)] = slug(name)
            self._derived[actor] = {"actor": actor, "name": name, "kind": PUBLISHER}
        self._use(actor)
        return actor

    def country(self, iso3: str) -> str:
        """The country as an actor."""
        self._derived.setdefault(iso3, {"actor": iso3, "name": known.name(iso3), "kind": COUNTRY})
        self.used.add(iso3)
        return iso3

    def line(self, actor: str) -> dict:
        """The row of the table of actors."""
        line = self._rows[actor].cells if actor in self._rows else self._derived[actor]
        return line | {"speaks_for": ";".join(self._speaks_for(actor))}

    def members(self, actor: str) -> list[str]:
        """The members of a group."""
        return list(filter(None, self._rows[actor]["members"].split(";"))) if actor in self._rows else []

    def governments(self, actor: str) -> str:
        """The countries for whose government the actor speaks, with `;` between."""
        return ";".join(code for code in self._speaks_for(actor) if code in known.codes())

    def unused(self) -> Iterator[Problem]:
        """The actors of the sheet whom no row names, and for whom nobody speaks who is named."""
        for actor, row in self._rows.items():
            if actor not in self.used:
                yield row.fail(f"the actor «{row['name']}» is named by no row; use it, or take the line out")

    def lines(self) -> list[dict]:
        """The table of actors by id."""
        return [self.line(actor) for actor in sorted({*self._rows, *self._derived})]

    def named(self, words: str) -> str:
        """The actor whom `words` name, or empty."""
        if _key(words) in self._names:
            return self._names[_key(words)]
        if words in known.codes():
            return self.country(words)
        found = find(words, kinds=["country"])
        whole = [m.iso3 for m in found if _key(m.text) == _key(words) and m.form in _OF_A_COUNTRY]
        return self.country(whole[0]) if whole else ""

    def _near(self, words) -> list[str]:
        """Names that share a word with `words`, or are spelt much like them."""
        names = sorted(
            {n for row in self._rows.values() for n in (row["name"], *row["aliases"].split(";")) if n}
        )
        own = set(_key(words).split())
        shared = [name for name in names if own & set(_key(name).split())]
        return difflib.get_close_matches(words, names) or shared[:3]

    def _speaks_for(self, actor) -> list[str]:
        """Whom the actor speaks for: as coded, a country for itself, a group for whom its members do."""
        every = (actor, *self.members(actor))
        coded = (self._rows[one]["speaks_for"].split(";") for one in every if one in self._rows)
        return sorted({code for codes in coded for code in codes if code} | set(every) & known.codes())

    def _use(self, actor) -> None:
        """The actor is used, and whom they speak for and who belongs to them."""
        self.used.add(actor)
        if actor in self._rows:
            self.used.update(self._rows[actor]["speaks_for"].split(";"), self.members(actor))

    def _name(self, row) -> None:
        for name in (row["actor"], row["name"], *filter(None, row["aliases"].split(";"))):
            other = self._names.setdefault(_key(name), row["actor"])
            if other != row["actor"]:
                raise row.fail(f"«{name}» names {other} as well; give one of the two a name of its own")

    def _hold_codes(self, row) -> None:
        for column in ("speaks_for", "members"):
            for code in filter(None, row[column].split(";")):
                if code in known.codes():
                    self.country(code)
                elif code not in self._rows:
                    ids = allowed(code, self._rows, "actor", "actors")
                    raise row.fail(
                        f"{column} «{code}» is neither a country's code nor an actor; known: {ids}"
                    )
        for code in (code for code in self.members(row["actor"]) if self.members(code)):
            raise row.fail(f"the member «{code}» is a group itself; name its members")


def _key(name: str) -> str:
    """A name without its article and capitals, by which sources differ."""
    return name.casefold().removeprefix("the ")
