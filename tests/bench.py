"""How long the notebooks' nbval run takes, against its floor: as many notebooks that only start and import.

Both are run in turn, the same way, and compared as a ratio: `make bench`.
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 3


def floor(folder: Path) -> None:
    """For each notebook, one that holds its import cell and nothing else."""
    (folder / "minerals").symlink_to(ROOT / "notebooks" / "minerals")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        notebook = json.loads(path.read_text("utf-8"))
        imports = [
            cell | {"outputs": []}
            for cell in notebook["cells"]
            if cell["cell_type"] == "code" and re.match(r"(from|import) ", "".join(cell["source"]))
        ]
        (folder / path.name).write_text(json.dumps(notebook | {"cells": imports}))


def timed(folder: Path) -> float:
    """Seconds of `make test`'s nbval run over `folder`."""
    options = re.search(r"pytest (-n 2 .*--nbval.*) notebooks", (ROOT / "Makefile").read_text())[1].split()
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        bare = Path(temporary)
        floor(bare)
        pairs = [(timed(ROOT / "notebooks"), timed(bare)) for _ in range(ROUNDS)]
    count = len(list((ROOT / "notebooks").glob("*.ipynb")))
    print(f"{count} notebooks, {ROUNDS} rounds, two at a time; seconds (median)")
    for name, column in (("nbval run", 0), ("floor: start and import", 1)):
        print(f"{name:24} {statistics.median(pair[column] for pair in pairs):6.1f}")
    print(f"{'ratio':24} {statistics.median(run / least for run, least in pairs):6.2f}  (aim: 1.5 or less)")


if __name__ == "__main__":
    main()
