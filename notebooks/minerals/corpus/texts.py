"""Texts from files, folders and standard input, one at a time: what is read for one is not kept for the next."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import Problem
from . import seeds
from .leftovers import is_leftover

STANDARD_INPUT = "-"


def each(names: list[str], skip: Callable[[Problem], None]) -> Iterator[tuple[str, str]]:
    """(name, text) of every file in `names`, every file in a folder among them, and standard input for `-`.

    A file that is named and cannot be read is a Problem before any text is given; one that a folder holds goes to
    `skip`, and the others go on.
    """
    named = [name for name in names if name != STANDARD_INPUT and not Path(name).is_dir()]
    for name in named:
        seeds.decode(Path(name))
    for name in names:
        if name == STANDARD_INPUT:
            yield name, seeds.text(sys.stdin.buffer.read(), "standard input")
        elif name in named:
            yield name, seeds.decode(Path(name))
        else:
            yield from _in_folder(Path(name), skip)


def _in_folder(folder: Path, skip: Callable[[Problem], None]) -> Iterator[tuple[str, str]]:
    empty = True
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_leftover(name))
        for path in (Path(here, name) for name in sorted(files) if not is_leftover(name)):
            empty = False
            try:
                text = seeds.decode(path)
            except Problem as problem:
                skip(problem)
                continue
            yield str(path), text
    if empty:
        raise Problem(f"{folder}: holds no file; name a folder with text files in it")
