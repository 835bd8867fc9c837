"""What a difference is: tellings of one subject that do not say the same."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ...coding.rows import slug
from ..extract import ID

Tables = dict[str, list[dict]]


class Side(NamedTuple):
    """One telling: what it says (`reading`), and the claim that says it; sides with equal `group` say the same."""

    group: str
    reading: str
    claim: dict


class Found(NamedTuple):
    """Tellings of one `subject` that differ; `key` lives as long as what they say."""

    finder: str
    subject: str
    sides: list[Side]

    @property
    def key(self) -> str:
        said = "\x1f".join(sorted({side.group for side in self.sides}))
        return f"{self.finder}:{self.subject}:{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def grouped(lines: list, by: str | Callable) -> dict:
    """The lines by a column, or by what a function makes of them, in order."""
    groups = defaultdict(list)
    for line in lines:
        groups[line[by] if isinstance(by, str) else by(line)].append(line)
    return groups


def differing(finder: str, lines: list[dict], subject, reading, group=None) -> Iterator[Found]:
    """What is told of one subject, where it reads differently (or falls into several groups, if these are given)."""
    for name, told in grouped(lines, subject).items():
        readings = [line[reading] if isinstance(reading, str) else reading(line) for line in told]
        groups = [group(line) for line in told] if group else readings
        if len(set(groups)) > 1:
            yield Found(finder, slug(name), list(map(Side, groups, readings, told)))


def place_of(line: dict) -> tuple[str, int, int]:
    return line["document"], line["start"], line["end"]


def overlap(one: tuple, other: tuple) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def claim_id(line: dict) -> str:
    """The id of a claim, whichever table it is of; empty for a passage."""
    return next((line[c] for c in ("claim", *ID.values()) if c in line), "")
