"""Writing a file: whole or not at all, and one program at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no such lock
    fcntl = None


def write(path: Path, content: bytes) -> bool:
    """Put `content` in `path`, whole or not at all; True if that changed anything."""
    if path.exists() and path.read_bytes() == content:
        return False
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    os.replace(beside, path)
    return True


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep `folder` to oneself: whoever asks for it meanwhile waits. The lock ends with the program, and is no file."""
    if not fcntl or not folder.is_dir():
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)
