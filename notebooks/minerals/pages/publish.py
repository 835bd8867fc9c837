"""What goes out: the notebooks run from top to bottom, and each chart as SVG, PNG and the table behind it.

A chart or notebook is made in a process of its own, as many at once as there are cores, and only where something that
it is made of has changed.
"""

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .. import charts
from ..charts.chart import DPI
from ..corpus import leftovers
from ..progress import Progress
from ..tables import ROOT
from ..tables.files import write
from . import citation, inputs, readme
from .run import run, source

SIZES = {"page": "", "slide": "-slide", "phone": "-phone"}  # of a picture, and the end of its file's name


class _Task(NamedTuple):
    """A thing to make: `own` is what it is made of besides code and the files that it reads, `results` are its files."""

    name: str
    own: str
    results: list[str]


class _Done(NamedTuple):
    """What became of a task: its files' contents, its section of the contact sheet, and the files that it read."""

    files: dict[str, bytes]
    section: str
    reads: list[str]


def figures(root: Path = ROOT, everything: bool = False) -> list[Path]:
    """Write the charts of `root` to its `figures/`, and run its notebooks in place; the files that changed.

    Only what has changed is made again, unless `everything` is asked for.
    """
    made, folder = inputs.Made(root), root / "figures"
    folder.mkdir(exist_ok=True)
    pictures = [_Task(name, "", [f"figures/{file}" for file in _files(name)]) for name in charts.MADE]
    wanted = {"figures/README.md", *(file for task in pictures for file in task.results)}
    gone = [path for path in leftovers.kept(folder) if f"figures/{path.name}" not in wanted]
    for path in gone:
        path.unlink()
    changed = [*_make(_picture, stale(pictures, made, everything), root, made)]
    changed += _make(
        _notebook, stale(notebooks(root), made, everything), root, made
    )  # one of them shows the pictures
    front = root / "README.md"
    pages = {
        folder / "README.md": readme.contact_sheet([made.note(name) for name in charts.MADE]),
        front: readme.filled(front.read_text("utf-8")),
    }
    return [*gone, *changed, *(path for path, text in pages.items() if write(path, text.encode()))]


def notebooks(root: Path) -> list[_Task]:
    """The notebooks of `root`, to be run."""
    paths = leftovers.kept(root / "notebooks", "*.ipynb")
    return [_Task(path.name, source(path), [f"notebooks/{path.name}"]) for path in paths]


def stale(tasks: list[_Task], made: inputs.Made, everything: bool = False) -> list[_Task]:
    """The tasks for which something has changed since they were done, or all of them."""
    return [task for task in tasks if everything or not made.holds(*task)]


def _make(work: Callable, tasks: list[_Task], root: Path, made: inputs.Made) -> Iterator[Path]:
    """Do the tasks, each in a process of its own, as many at once as there are cores; the files that changed."""
    if not tasks:
        return
    progress = Progress("charts" if work is _picture else "notebooks", len(tasks))
    with (
        tempfile.TemporaryDirectory() as folder,
        _processes(min(len(tasks), os.cpu_count() or 1)) as pool,
    ):
        for task, done in zip(
            tasks, pool.imap(partial(_alone, work, root, Path(folder)), tasks), strict=True
        ):
            yield from (root / file for file, content in done.files.items() if write(root / file, content))
            made.keep(task.name, task.own, done.reads, task.results, done.section)
            progress.step(task.name)
    progress.end()


def _processes(number: int):
    """A pool whose processes do one task each, so that nothing read for one is there for the next."""
    forks = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return multiprocessing.get_context("fork" if forks else "spawn").Pool(number, maxtasksperchild=1)


def _alone(work: Callable, root: Path, folder: Path, task: _Task) -> _Done:
    notes = folder / task.name
    files, section = work(task.name, root, notes)
    return _Done(files, section, inputs.read_notes(notes))


def _files(name: str) -> list[str]:
    """The files of the chart `name` in `figures/`."""
    sizes = [""] if name in charts.PLATED else SIZES.values()
    pictures = [f"{name}{end}.png" for end in sizes] + [
        f"{name}{end}.svg" for end in sizes if end != SIZES["phone"]
    ]
    return [*pictures, f"{name}.csv", f"{name}.bib"]


def _picture(name: str, root: Path, notes: Path) -> tuple[dict[str, bytes], str]:
    """The files of a chart, and its section of the contact sheet."""
    inputs.note_reads(root, notes)
    return {f"figures/{file}": content for file, content in drawn(name).items()}, readme.section(
        name, charts.make(name)
    )


def drawn(name: str) -> dict[str, bytes]:
    """File name -> content of the chart `name` in `figures/`."""
    chart, files = charts.make(name), {}
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


def _notebook(name: str, root: Path, notes: Path) -> tuple[dict[str, bytes], str]:
    first = f"from minerals.pages import inputs; inputs.note_reads({str(root)!r}, {str(notes)!r})"
    return {f"notebooks/{name}": run(root / "notebooks" / name, first)}, ""
