"""What editors and systems leave in a folder without being asked: no seed, no sheet, no table, no notebook."""

from fnmatch import fnmatchcase
from pathlib import Path

NAMES = (
    ".*",  # .ipynb_checkpoints, .DS_Store, ._notes.csv, .~lock.notes.csv#, .notes.txt.swp, a file half written
    "~$*",  # Microsoft Office's mark of an open file
    "~*.tmp",
    "*~",
    "#*#",
    "*.sw[op]",
    "*.crdownload",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\r",
    "__macosx",
    "__pycache__",
)


def is_leftover(name: str) -> bool:
    """Whether a file or folder of this name is nobody's work.

    >>> [is_leftover(name) for name in (".DS_Store", "Thumbs.db", "~$notes.docx", "notes.txt~", "notes.txt")]
    [True, True, True, True, False]
    """
    return any(fnmatchcase(name.lower(), pattern) for pattern in NAMES)


def kept(folder: Path, pattern: str = "*") -> list[Path]:
    """What `folder` holds under `pattern` besides leftovers, in order of name."""
    return [path for path in sorted(folder.glob(pattern)) if not is_leftover(path.name)]
