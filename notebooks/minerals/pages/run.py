"""A notebook run from top to bottom, in a kernel of its own."""

import json
import re
from pathlib import Path

from ..errors import Problem

_COLOURS = re.compile(r"\x1b\[[\d;]*m")  # a terminal's, in a traceback
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}  # of every notebook: what differs between machines says nothing about it
_TIMEOUT = 30  # seconds a cell may take: a dead or stuck kernel is noticed within a minute


def run(path: Path, first: str = "") -> bytes:
    """The notebook with its outputs made anew; `first` is run in its kernel before it. Problem naming the failing cell."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=_TIMEOUT,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=[
            "--IPKernelApp.log_level=ERROR",
            *[f"--IPKernelApp.exec_lines={first}"] * bool(first),
        ],
    )
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        last = _COLOURS.sub("", str(error).strip().splitlines()[-1])
        raise Problem(
            f"{path.name}: a cell fails: {last}; open it with `make lab` and run it there"
        ) from None
    notebook.metadata = METADATA
    for output in (output for cell in notebook.cells for output in cell.get("outputs", [])):
        output.update(_as_saved(output))
    return (nbformat.writes(notebook) + "\n").encode()


def _as_saved(value):
    """`value` with its whole numbers as JupyterLab writes them, without a decimal point."""
    if isinstance(value, dict):
        return {key: _as_saved(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_saved(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def source(path: Path) -> str:
    """What of a notebook its outputs are made of: the kinds, sources and tags of its cells."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return json.dumps([[c["cell_type"], c.get("id"), "".join(c["source"]), c.get("metadata")] for c in cells])
