"""What a chart or a notebook was made of, by content: whether it has to be made again.

Each is made in a process of its own, which notes the files that it reads. It has to be made again when one of these
files, the library's code or the environment has changed, or its result is not what was stored.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ..tables.files import write

_OF_ITSELF = (
    "notebooks/minerals/",
    ".venv/",
    ".git/",
)  # code is in `environment`, and the rest changes with every run


def note_reads(root: Path | str, into: Path | str) -> None:
    """From now on write the name of each file under `root` that this process reads to `into`, one a line."""
    seen, base = {str(into)}, f"{root}{os.sep}"

    def hook(event, given):
        if event != "open" or not isinstance(given[0], str) or set(str(given[1])) & set("wax+"):
            return
        name = os.path.abspath(given[0])
        if name.startswith(base) and name not in seen:
            seen.add(name)
            with open(into, "a", encoding="utf-8") as notes:
                notes.write(f"{name[len(base) :]}\n")

    sys.addaudithook(hook)


def read_notes(notes: Path) -> list[str]:
    """The files noted there, in order of name, without those that go by the environment."""
    names = notes.read_text("utf-8").splitlines() if notes.exists() else []
    return sorted(name for name in set(names) if not name.startswith(_OF_ITSELF))


class Made:
    """The store: the name of a thing -> what it was made of. It is not in git, and may be deleted."""

    def __init__(self, root: Path):
        self.root, self.path = root, root / ".venv" / "made.json"
        self._environment = environment(root)
        try:
            self._known = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            self._known = {}

    def holds(self, name: str, own: str, results: Iterable[str]) -> bool:
        """Whether the thing was made of what is there now. `own` is what it is made of besides the files that it read."""
        known = self._known.get(name)
        if not known or not known["reads"]:  # what reads nothing was not watched
            return False
        if known["own"] != own or known["environment"] != self._environment:
            return False
        files = known["reads"] | known["results"]
        return known["results"].keys() == set(results) and all(
            digest(self.root / file) == found for file, found in files.items()
        )

    def note(self, name: str) -> str:
        """What was kept with the thing."""
        return self._known[name]["note"]

    def keep(self, name: str, own: str, reads: Iterable[str], results: Iterable[str], note: str = "") -> None:
        """Remember what a thing has just been made of, and a `note` of what it is."""
        self._known[name] = {
            "own": own,
            "environment": self._environment,
            "note": note,
            "reads": {file: digest(self.root / file) for file in reads},
            "results": {file: digest(self.root / file) for file in results},
        }
        if self.path.parent.is_dir():
            write(self.path, json.dumps(self._known, indent=1).encode())


def digest(path: Path) -> str:
    """The SHA-256 of a file, or empty where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@cache
def environment(root: Path) -> str:
    """One digest of the library's code and lists, the locked packages and this Python."""
    code = root / "notebooks" / "minerals"
    files = sorted(path for path in code.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    lines = [f"{path.relative_to(root)} {digest(path)}" for path in [*files, root / "requirements.txt"]]
    return hashlib.sha256("\n".join([sys.version, *lines]).encode()).hexdigest()
