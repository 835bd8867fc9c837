"""What goes out: the notebooks run from top to bottom, and each chart as SVG, PNG and the table behind it."""

import re
from pathlib import Path

from .. import charts
from ..charts.chart import DPI
from ..corpus import leftovers
from ..errors import Problem
from ..tables import ROOT
from ..tables.files import write
from . import citation, readme

_COLOURS = re.compile(r"\x1b\[[\d;]*m")  # a terminal's, in a traceback
SIZES = {"page": "", "slide": "-slide", "phone": "-phone"}  # of a picture, and the end of its file's name
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}  # of every notebook: what differs between machines says nothing about it
_TIMEOUT = 30  # seconds a cell may take: a dead or stuck kernel is noticed within a minute


def figures(root: Path = ROOT) -> list[Path]:
    """Write every chart of `root` to its `figures/`, and run every notebook in place; the files that changed."""
    files, folder = pictures(), root / "figures"
    folder.mkdir(exist_ok=True)
    gone = [path for path in leftovers.kept(folder) if path.name not in files]
    for path in gone:
        path.unlink()
    drawn = [folder / name for name, content in files.items() if write(folder / name, content)]
    ran = [path for path in leftovers.kept(root / "notebooks", "*.ipynb") if run(path)]
    front = root / "README.md"
    filled = write(front, readme.filled(front.read_text("utf-8")).encode())
    return [*gone, *drawn, *ran, *[front] * filled]


def pictures() -> dict[str, bytes]:
    """File name -> content of everything in `figures/`."""
    made = {name: charts.make(name) for name in charts.MADE}
    files = {"README.md": readme.contact_sheet(made).encode()}
    for name, chart in made.items():
        if name in charts.PLATED:
            files |= {f"{name}.svg": chart.save("svg"), f"{name}.png": chart.save("png", DPI)}
        else:
            files |= {f"{name}{end}.png": chart.save("png", size) for size, end in SIZES.items()}
            files |= {
                f"{name}{end}.svg": chart.save("svg", size) for size, end in SIZES.items() if size != "phone"
            }
        files[f"{name}.csv"] = chart.table.to_csv(index=False, lineterminator="\n").encode()
        files[f"{name}.bib"] = citation.bibtex(chart).encode()
    return files


def _as_saved(value):
    """`value` with its whole numbers as JupyterLab writes them, without a decimal point."""
    if isinstance(value, dict):
        return {key: _as_saved(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_saved(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def run(path: Path) -> bool:
    """Execute a notebook in place; True if its outputs changed. Problem naming the cell that fails."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=_TIMEOUT,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
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
    return write(path, (nbformat.writes(notebook) + "\n").encode())
