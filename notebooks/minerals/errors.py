"""The one error that people see, and how several are reported at once."""

from collections import Counter
from collections.abc import Callable, Iterable


class Problem(Exception):
    """Bad input. The message says where, what was found, what is allowed and what to do, on one line.

    `sheet` and `row` are its place among the coding sheets, where it has one.
    """

    def __init__(self, message: str, sheet: str = "", row: int = 0):
        super().__init__(message.replace("\n", "⏎"))  # of a quote
        self.sheet, self.row = sheet, row

    @property
    def each(self) -> list["Problem"]:
        return [self]


class Problems(Problem):
    """Several problems: how many there are and in which sheets, then each on a line, by sheet and row."""

    def __init__(self, found: Iterable[Problem]):
        self.sheet, self.row = "", 0
        self._each = sorted(found, key=lambda p: (p.sheet, p.row))
        sheets = Counter(f"{p.sheet}.csv" if p.sheet else "elsewhere" for p in self._each)
        where = ", ".join(f"{number} in {sheet}" if sheet != "elsewhere" else f"{number} {sheet}"
                          for sheet, number in sheets.items())  # fmt: skip
        Exception.__init__(self, "\n".join([f"{len(self._each)} faults: {where}", *map(str, self._each)]))

    @property
    def each(self) -> list[Problem]:
        return self._each


class Faults:
    """Collects the problems of checks that do not depend on one another, so that one run reports them all."""

    def __init__(self):
        self.found: list[Problem] = []

    def each(self, work: Callable, rows: Iterable) -> list:
        """What `work` makes of each row; a row with a problem is left out, and its problem kept."""
        made = []
        for row in rows:
            try:
                made.append(work(row))
            except Problem as problem:
                self.found += problem.each
        return made

    def first(self, work: Callable, given):
        """What `work` makes of one thing; None where it has a problem, which is kept."""
        return next(iter(self.each(work, [given])), None)

    def sound(self, rows: Iterable) -> list:
        """The rows of sheets in which no fault has been found."""
        places = {(p.sheet, p.row) for p in self.found}
        return [row for row in rows if (row.sheet, row.number) not in places]

    def none_in(self, *sheets: str) -> bool:
        """Whether none has been found in these sheets: else what is missing there may be in a row with a fault."""
        return not any(p.sheet in sheets for p in self.found)

    def lists_all(self, rows: Iterable, sheet: str, *names: str) -> bool:
        """Whether every row of `sheet` is in `rows` with its `names`, whatever else is wrong with it: else the one
        that is not there may be meant."""
        named = {row.number for row in rows if all(row[name] for name in names)}
        return all(p.row in named for p in self.found if p.sheet == sheet)

    def stop(self) -> None:
        """Raise what has been found: one problem as it is, several as one."""
        found = list({str(problem): problem for problem in self.found}.values())
        if found:
            raise Problems(found) if len(found) > 1 else found[0]
