"""Seed files: read them, check them against their checksums, and find the documents that each one holds."""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from ..errors import Problem
from .leftovers import is_leftover

SUMS = "SHA256SUMS"
_MOST = 16_000_000  # bytes of one file: far more than any document, and still read in seconds
_INDEX_ROW = re.compile(
    r"^[“\"](?P<label>[A-Z])[”\"]\t(?P<title>.+?) _ (?P<publisher>[^\t\n]+)\t", re.MULTILINE
)


class Part(NamedTuple):
    """A logical document: `start` and `end` are code points in its file.

    `title` and `publisher` are spans of the bundle's index that name it, or None.
    """

    start: int
    end: int
    title: tuple[int, int] | None = None
    publisher: tuple[int, int] | None = None


def decode(path: Path) -> str:
    """The text of a UTF-8 file, its line ends untouched; Problem where there is no text to read."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= _MOST else b""
    except FileNotFoundError:
        raise Problem(f"{path}: no such file; check the name") from None
    except IsADirectoryError:
        raise Problem(f"{path}: is a directory; name a text file in it") from None
    except OSError as error:
        raise Problem(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    if size > _MOST:
        raise Problem(f"{path}: is too large ({size:,} bytes; a document has {_MOST:,} at most); split it")
    if b"\0" in raw:
        raise Problem(f"{path}: is a binary file (a zero byte at {raw.index(0)}); give plain text in UTF-8")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(
            f"{path}: is not UTF-8 (byte {raw[error.start]:#04x} at {error.start}); save it as UTF-8"
        ) from None
    if not text.strip():
        raise Problem(f"{path}: is empty; give a file with text in it")
    return text


def load(folder: Path) -> dict[str, str]:
    """File name -> text of every seed in `folder`, in order of name, after the checksum list has been held."""
    listed = sums(folder / SUMS)
    there = {p.name for p in folder.iterdir() if p.name in listed or not is_leftover(p.name)} - {SUMS}
    for name in sorted(listed.keys() - there):
        raise Problem(f"{folder / name}: is listed in {SUMS} and missing; put it back, or take its line out")
    for name in sorted(there - listed.keys()):
        raise Problem(f"{folder / name}: is not listed in {SUMS}; take it away, or add its checksum")
    texts = {name: decode(folder / name) for name in sorted(listed)}
    for name, expected in sorted(listed.items()):
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != expected:
            raise Problem(
                f"{folder / name}: has changed: its SHA-256 is {found}, {SUMS} expects {expected}; restore the file"
            )
    return texts


def sums(path: Path) -> dict[str, str]:
    """File name -> SHA-256, from a list as `sha256sum` writes it."""
    found = {}
    for number, line in enumerate(decode(path).splitlines(), 1):
        digest, _, name = line.partition("  ")
        if not re.fullmatch(r"[0-9a-f]{64}", digest) or not name or name in found:
            raise Problem(f"{path}, line {number}: expected '<sha256>  <name>', once a file; found {line!r}")
        found[name] = digest
    return found


def parts(text: str, name: str) -> list[Part]:
    """The documents in one file: the whole of it, or a bundle's cover and each appendix that its index lists.

    An appendix begins at the line that repeats its title, or at its letter's line just before.
    """
    rows = list(_INDEX_ROW.finditer(text))
    if not rows:
        return [Part(0, len(text))]
    starts, position = [], rows[-1].end()
    for row in rows:
        title = re.compile(
            rf"^(?:[“\"]{row['label']}[”\"]$[^“\"]{{0,200}}?^)?{re.escape(row['title'])}[ \t]*$", re.M
        )
        found = title.search(text, position)
        if not found:
            raise Problem(
                f"{name}: the index lists appendix {row['label']} as {row['title']!r}, and no later line is that title; "
                "mend the index or the title"
            )
        starts.append(found.start())
        position = found.end()
    ends = [*starts[1:], len(text)]
    cover = Part(0, starts[0])
    return [cover] + [
        Part(start, end, row.span("title"), row.span("publisher"))
        for row, start, end in zip(rows, starts, ends, strict=True)
    ]
