"""Writing a file: whole or not at all."""

import os
from pathlib import Path


def write(path: Path, content: bytes) -> bool:
    """Put `content` in `path`, whole or not at all; True if that changed anything."""
    if path.exists() and path.read_bytes() == content:
        return False
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    os.replace(beside, path)
    return True
